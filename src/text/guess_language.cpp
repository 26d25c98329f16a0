#include "text/guess_language.hpp"

#include <array>
#include <iterator>

#include "text/ascii.hpp"
#include "text/fold.hpp"
#include "text/hash.hpp"
#include "text/utf8.hpp"

namespace planetarium {

namespace {

constexpr size_t enough = 4096;
constexpr size_t longest_word = 16;  // bytes

// A script that one language of weblogs is written in, as far as its letters tell.
struct Script {
  char32_t first, last;
  std::string_view language;
};
constexpr Script scripts[] = {
    {0x370, 0x3ff, "el"},   {0x530, 0x58f, "hy"},   {0x590, 0x5ff, "he"},   {0x600, 0x6ff, "ar"},
    {0x900, 0x97f, "hi"},   {0x980, 0x9ff, "bn"},   {0xb80, 0xbff, "ta"},   {0xe00, 0xe7f, "th"},
    {0x10a0, 0x10ff, "ka"}, {0x3040, 0x30ff, "ja"}, {0xac00, 0xd7a3, "ko"},
};
constexpr char32_t cyrillic_first = 0x400, cyrillic_last = 0x52f;
constexpr char32_t han_first = 0x4e00, han_last = 0x9fff;

// Words that run through any text of a language and hardly any of its neighbours'.
struct StopWords {
  std::string_view language;
  std::string_view words;  // each between blanks, folded
};
constexpr StopWords latin[] = {
    {"en",
     " the and of to is that for with it this was are you be have on not but they from which "},
    {"de", " der die und das ist nicht ein eine mit den von zu auf für im auch sich wir es dem "},
    {"fr", " le les des est et une dans pour que qui pas sur du avec ce nous je au par plus "},
    {"es", " el los las que una por con para es del se no lo como más pero su al este y "},
    {"pt", " o os não que uma com para do da em um se mais dos por as ao na como é "},
    {"it", " il che di per non una con sono del della gli le è si più questo anche nel alla come "},
    {"nl", " de het een van en niet dat is met voor ook zijn op te er aan maar bij wordt ik "},
    {"sv", " och att det som en är på inte av för med jag till den har ett om så men vi "},
    {"da", " og at det er en ikke på af til med som jeg den har der vi et også men kan "},
    {"nb", " og det er ikke på av til med som jeg en har den vi et også men kan å fra "},
    {"fi",
     " ja on ei että se oli myös mutta joka kun tämä niin ovat voi hän sen jos ole olen tai "},
    {"pl", " nie się że jest na to do jak ale co czy dla tak od przez już tylko który są ma "},
    {"cs", " je se že na to není jsem ale jako pro by si tak ve za když který jsou už od "},
    {"hu", " a az és hogy nem is egy ez meg van csak de már ha volt még mint kell vagy el "},
    {"ro", " și nu este în la pe din cu care sunt mai pentru că să ce fi o un dar prin "},
    {"tr", " bir ve bu için çok da de ile olarak daha ne gibi var ama olan en kadar değil her o "},
    {"id",
     " yang dan di untuk dengan ini itu dari tidak pada ke dalam adalah akan saya juga bisa "},
    {"vi", " và của là có không được cho một các với những trong này người đã khi để thì "},
    {"ca", " els les amb que per una és del al no més com però aquest seva dels als va ha hi "},
};
constexpr StopWords cyrillic[] = {
    {"ru", " и в не на что я с как это по но он для так все от его мы из за "},
    {"uk", " і в не на що я з як це та але він для так до від його ми із за й є "},
    {"bg", " и в не на че да се е са за с от по това като но ще има или си "},
    {"sr", " и у не на да је се су за са од то као али или би што ово који смо "},
};

constexpr size_t most_languages = 32;
using Counts = std::array<uint32_t, most_languages>;

// The words of all lists, each with a bit for every list it is in; filled when first asked.
class Index {
 public:
  Index() {
    add(latin, 0);
    add(cyrillic, std::size(latin));
  }

  uint32_t lists_with(std::string_view word) const {
    const auto hash = static_cast<uint32_t>(hash_of(word)) | 1;
    for (size_t i = hash % slots_.size(); slots_[i].hash != 0; i = (i + 1) % slots_.size()) {
      if (slots_[i].hash == hash) return slots_[i].lists;
    }
    return 0;
  }

 private:
  template <size_t N>
  void add(const StopWords (&lists)[N], size_t first) {
    for (size_t list = 0; list < N; ++list) {
      std::string_view words = lists[list].words.substr(1);
      for (size_t end = words.find(' '); end != words.npos; end = words.find(' ')) {
        add(words.substr(0, end), uint32_t{1} << (first + list));
        words.remove_prefix(end + 1);
      }
    }
  }

  void add(std::string_view word, uint32_t list) {
    const auto hash = static_cast<uint32_t>(hash_of(word)) | 1;
    size_t i = hash % slots_.size();
    while (slots_[i].hash != 0 && slots_[i].hash != hash) i = (i + 1) % slots_.size();
    slots_[i].hash = hash;
    slots_[i].lists |= list;
  }

  struct Slot {
    uint32_t hash = 0;
    uint32_t lists = 0;
  };
  std::array<Slot, 1024> slots_{};
};
static_assert(std::size(latin) + std::size(cyrillic) <= most_languages);

void count_word(Counts& counts, std::string_view word) {
  static const Index index;
  for (uint32_t lists = index.lists_with(word); lists != 0; lists &= lists - 1)
    ++counts[static_cast<size_t>(__builtin_ctz(lists))];
}

// The language whose words stand out: a tenth of all, and a fifth more than the next one's.
template <size_t N>
std::string_view leader(const StopWords (&lists)[N], const uint32_t* counts, uint32_t words) {
  size_t best = 0;
  uint32_t second = 0;
  for (size_t i = 1; i < N; ++i) {
    if (counts[i] > counts[best]) {
      second = counts[best];
      best = i;
    } else if (counts[i] > second) {
      second = counts[i];
    }
  }
  const uint32_t most = counts[best];
  if (most < 3 || most * 10 < words || most * 5 < second * 6) return {};
  return lists[best].language;
}

struct Tally {
  std::array<uint32_t, std::size(scripts)> by_script{};
  uint32_t latin = 0, cyrillic = 0, han = 0, letters = 0;

  void letter(char32_t c) {
    ++letters;
    if (c < 0x250 || (c >= 0x1e00 && c < 0x1f00)) {
      ++latin;
    } else if (c >= cyrillic_first && c <= cyrillic_last) {
      ++cyrillic;
    } else if (c >= han_first && c <= han_last) {
      ++han;
    } else {
      for (size_t i = 0; i < std::size(scripts); ++i)
        by_script[i] += c >= scripts[i].first && c <= scripts[i].last;
    }
  }
};

bool is_letter(char32_t c) {
  return c < 0x80 ? is_alpha(static_cast<char>(c)) : c >= 0xc0 && (c < 0x2000 || c >= 0x3040);
}

std::string_view language_of_script(const Tally& tally) {
  size_t best = 0;
  for (size_t i = 1; i < tally.by_script.size(); ++i) {
    if (tally.by_script[i] > tally.by_script[best]) best = i;
  }
  // Japanese is Han with kana between; a third of the letters is kana in any sentence.
  const uint32_t kana_with_han = scripts[best].language == "ja" ? tally.han : 0;
  if ((tally.by_script[best] + kana_with_han) * 2 > tally.letters &&
      tally.by_script[best] * 10 > tally.letters)
    return scripts[best].language;
  return tally.han * 2 > tally.letters ? "zh" : "";
}

}  // namespace

std::string_view guess_language(std::string_view plain) {
  plain = beginning(plain, enough);
  Tally tally;
  Counts counts{};
  uint32_t words = 0;
  std::string word;
  const auto finish_word = [&] {
    if (word.empty()) return;
    ++words;
    if (word.size() <= longest_word) count_word(counts, word);
    word.clear();
  };
  while (!plain.empty()) {
    const char32_t c = take_code_point(plain);
    if (!is_letter(c)) {
      finish_word();
      continue;
    }
    tally.letter(c);
    if (c < 0x80) {
      word += lower(static_cast<char>(c));
    } else {
      append_utf8(word, folded(c));
    }
  }
  finish_word();
  if (tally.letters < 12) return {};
  if (tally.latin * 2 > tally.letters) return leader(latin, counts.data(), words);
  if (tally.cyrillic * 2 > tally.letters)
    return leader(cyrillic, counts.data() + std::size(latin), words);
  return language_of_script(tally);
}

}  // namespace planetarium
