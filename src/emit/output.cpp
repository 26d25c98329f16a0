#include "emit/output.hpp"

#include <algorithm>
#include <cstdlib>
#include <utility>

#include "dates/dates.hpp"
#include "emit/markup.hpp"
#include "planetarium/parse.hpp"
#include "text/ascii.hpp"
#include "text/hash.hpp"
#include "text/uri.hpp"

namespace planetarium {

namespace {

const std::optional<Timestamp>& newest_date(const Entry& entry) {
  if (entry.updated) return entry.updated;
  return entry.published ? entry.published : entry.created;
}

bool is_hex_pair(std::string_view text) {
  const auto is_hex = [](char c) { return is_digit(c) || (lower(c) >= 'a' && lower(c) <= 'f'); };
  return text.size() >= 2 && is_hex(text[0]) && is_hex(text[1]);
}

}  // namespace

Output::Output(const Feed& view, const OutputAbout& about) : view_(view), about_(about) {
  for (const OutputFeed& feed : about.feeds) {
    if (!feed.name.empty()) names_.try_emplace(feed.url, feed.name);
  }
  if (about.updated) {
    updated_.seconds = *about.updated;
    return;
  }
  for (const Entry& entry : view.entries) {
    const auto& date = newest_date(entry);
    if (date && date->seconds > updated_.seconds) updated_.seconds = date->seconds;
  }
}

std::string Output::name_of(const Entry& entry) const {
  const auto known = names_.find(feed_url_of(entry));
  if (known != names_.end()) return squeezed(known->second);
  return entry.source == nullptr ? std::string{} : one_line_of(entry.source->title);
}

std::string Output::title_of(const Entry& entry, bool with_name) const {
  std::string title = one_line_of(entry.title);
  if (!with_name) return title;
  std::string name = name_of(entry);
  if (title.empty() || name.empty()) return name + title;
  return name + ": " + title;
}

Timestamp Output::updated_of(const Entry& entry) const {
  return newest_date(entry).value_or(updated_);
}

std::string_view feed_url_of(const Entry& entry) {
  if (entry.source == nullptr) return {};
  for (const Link& link : entry.source->links) {
    if (same_ignoring_case(link.rel, "self")) return link.href;
  }
  return {};
}

std::string id_of(const Entry& entry) {
  if (is_iri(entry.id)) return std::string(entry.id);
  std::string name(feed_url_of(entry));
  if (name.empty() && entry.source != nullptr)
    name = entry.source->id.empty() ? entry.source->link : entry.source->id;
  name += '\n';
  const bool is_home = entry.source != nullptr && entry.link == entry.source->link;
  if (!entry.id.empty()) {
    name += entry.id;
  } else if (!entry.link.empty() && !is_home) {
    name += entry.link;
  } else {
    name.append(one_line_of(entry.title)).append("\n").append(decode_body(main_text(entry).value));
  }
  return uuid_of(name);
}

std::string uuid_of(std::string_view name) {
  constexpr uint64_t other_seed = 0x9e3779b97f4a7c15;
  uint64_t high = hash_of(name);
  uint64_t low = hash_of(name, other_seed);
  high = (high & ~uint64_t{0xf000}) | 0x8000;
  low = (low & ~(uint64_t{3} << 62)) | uint64_t{2} << 62;
  std::string out = "urn:uuid:";
  for (int digit = 0; digit < 32; ++digit) {
    if (digit == 8 || digit == 12 || digit == 16 || digit == 20) out += '-';
    const uint64_t half = digit < 16 ? high : low;
    out += "0123456789abcdef"[half >> (60 - digit % 16 * 4) & 15];
  }
  return out;
}

const Text& content_of(const Entry& entry) {
  static const Text none;
  const Text* found = &none;
  for (const Text& content : entry.content) {
    if (content.value.empty()) continue;
    if (is_markup(content)) return content;
    if (found == &none) found = &content;
  }
  return *found;
}

const Text& main_text(const Entry& entry) {
  const Text& content = content_of(entry);
  return content.empty() ? entry.summary : content;
}

std::string iri_of(std::string_view address) {
  const std::string_view scheme = scheme_of(address);
  if (scheme.empty() || scheme.size() + 1 == address.size()) return {};
  if (same_ignoring_case(scheme, "javascript") || same_ignoring_case(scheme, "vbscript")) return {};
  const std::string_view host = host_of(address);
  const auto host_end =
      host.empty() ? 0 : static_cast<size_t>(host.data() + host.size() - address.data());
  bool in_fragment = false;
  std::string out;
  for (size_t i = 0; i < address.size(); ++i) {
    const char c = address[i];
    bool stands = static_cast<unsigned char>(c) > ' ' && c != 0x7f &&
                  std::string_view("<>\"{}|\\^`").find(c) == std::string_view::npos;
    if (c == '#') stands = !std::exchange(in_fragment, true);
    if (c == '%') stands = is_hex_pair(address.substr(i + 1));
    if (c == '[' || c == ']') stands = i < host_end;
    if (stands) {
      out += c;
    } else {
      constexpr char digits[] = "0123456789ABCDEF";
      out += '%';
      out += digits[static_cast<unsigned char>(c) >> 4];
      out += digits[c & 15];
    }
  }
  return out;
}

std::string base_iri(std::string_view address) {
  return host_of(address).empty() ? std::string{} : iri_of(address);
}

bool is_iri(std::string_view text) { return !text.empty() && iri_of(text) == text; }

bool is_language(std::string_view text) {
  size_t run = 0;
  bool first = true;
  for (const char c : text) {
    if (c == '-') {
      if (run == 0) return false;
      run = 0;
      first = false;
    } else if (!(first ? is_alpha(c) : is_alnum(c)) || ++run > 8) {
      return false;
    }
  }
  return run > 0;
}

bool is_media_type(std::string_view text) {
  const size_t slash = text.find('/');
  return slash != text.npos && slash > 0 && slash + 1 < text.size();
}

bool is_email(std::string_view text) {
  const size_t at = text.find('@');
  return at != text.npos && at > 0 && at + 1 < text.size();
}

Timestamp writable(Timestamp date) {
  const int64_t year = civil_time(date.seconds, date.offset_minutes).year;
  if (std::abs(date.offset_minutes) >= 1440 || year < 1 || year > 9999) date.offset_minutes = 0;
  return date;
}

std::string rfc3339(const std::optional<Timestamp>& date) {
  return date ? format_rfc3339(writable(*date)) : std::string{};
}

std::string rfc822(const std::optional<Timestamp>& date) {
  return date ? format_rfc822(writable(*date)) : std::string{};
}

void append_output(std::string& out, const Feed& view, const OutputAbout& about) {
  constexpr void (*writers[])(std::string&, const Output&) = {
      write_atom, write_rss, write_rdf, write_json_feed, write_opml, write_foaf};
  writers[static_cast<size_t>(about.format)](out, Output(view, about));
}

}  // namespace planetarium
