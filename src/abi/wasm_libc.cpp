// Stand-ins, in WebAssembly alone, for functions of the C library: those that nlohmann_json pulls
// in are 15 KB of long double code for numbers such as a podcast's duration and for messages that
// nobody sees.
#include <cstdarg>
#include <cstddef>
#include <cstdint>

extern "C" {

// Decimal to double within a few units in the last place: JSON Feed has no number that asks for
// more.
double strtod(const char* text, char** end) {
  const char* at = text;
  const bool negative = *at == '-';
  if (negative) ++at;
  double value = 0;
  int exponent = 0;
  for (; *at >= '0' && *at <= '9'; ++at) value = value * 10 + (*at - '0');
  if (*at == '.') {
    for (++at; *at >= '0' && *at <= '9'; ++at, --exponent) value = value * 10 + (*at - '0');
  }
  if (*at == 'e' || *at == 'E') {
    const char* mark = at++;
    const bool down = *at == '-';
    if (*at == '-' || *at == '+') ++at;
    if (*at < '0' || *at > '9') {
      at = mark;
    } else {
      int written = 0;
      for (; *at >= '0' && *at <= '9'; ++at)
        written = written < 9999 ? written * 10 + (*at - '0') : written;
      exponent += down ? -written : written;
    }
  }
  double power = 1;
  double square = 10;
  for (unsigned left = static_cast<unsigned>(exponent < 0 ? -exponent : exponent); left != 0;
       left >>= 1) {
    if ((left & 1) != 0) power *= square;
    square *= square;  // past 10^308 it is infinite, and so is or vanishes the number
  }
  value = value == 0 ? 0 : exponent < 0 ? value / power : value * power;
  if (end != nullptr) *end = const_cast<char*>(at);
  return negative ? -value : value;
}

// The reader names all three; only the one for double is ever called.
float strtof(const char* text, char** end) { return static_cast<float>(strtod(text, end)); }
long double strtold(const char* text, char** end) { return strtod(text, end); }

// Only formats the code point of a control character in a message; nothing depends on it.
int snprintf(char* buffer, size_t size, const char*, ...) {
  if (size != 0) buffer[0] = '\0';
  return 0;
}

extern unsigned char __heap_base;

// What malloc gets its memory from. A page at a time, an engine collects garbage at each step: a
// planet of 2,000 feeds took ten times as long as it does when memory grows by half as much again,
// or by 64 MiB.
void* sbrk(intptr_t size) {
  constexpr uintptr_t page = 65536;
  static uintptr_t end = reinterpret_cast<uintptr_t>(&__heap_base);
  const uintptr_t begin = end;
  const uintptr_t wanted = begin + static_cast<uintptr_t>(size);
  if (size < 0 || wanted < begin) return reinterpret_cast<void*>(-1);
  const size_t pages = __builtin_wasm_memory_size(0);
  if (wanted > pages * page) {
    const size_t missing = (wanted + page - 1) / page - pages;
    constexpr size_t most_ahead = 16 * 1024 * 1024 / page;
    const size_t half = pages / 2 < most_ahead ? pages / 2 : most_ahead;
    const size_t ahead = missing > half ? missing : half;
    constexpr auto failed = static_cast<size_t>(-1);
    if (__builtin_wasm_memory_grow(0, ahead) == failed &&
        __builtin_wasm_memory_grow(0, missing) == failed)
      return reinterpret_cast<void*>(-1);
  }
  end = wanted;
  return reinterpret_cast<void*>(begin);
}

}  // extern "C"
