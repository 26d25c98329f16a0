#include "planet/identity.hpp"

#include <tuple>

#include "planet/texts.hpp"
#include "text/ascii.hpp"
#include "text/fold.hpp"
#include "text/hash.hpp"
#include "text/uri.hpp"

namespace planetarium {

namespace {

const Text& main_text(const Entry& entry) {
  return entry.content.empty() ? entry.summary : entry.content.front();
}

// 0 is "none" wherever a hash is kept.
uint64_t nonzero(uint64_t hash) { return hash == 0 ? 1 : hash; }

const uint64_t no_text_hash = nonzero(hash_of({}));

uint64_t hash_of_text(const Entry& entry) { return nonzero(hash_of(plain_of(main_text(entry)))); }

uint64_t hash_of_title(const Text& title) {
  // Folding squeezes too.
  const bool is_own = title.type == "text" && title.value.form == Body::Form::own;
  const std::string folded = is_own ? fold(title.value.raw) : fold(plain_of(title));
  return folded.empty() ? 0 : nonzero(hash_of(folded));
}

std::string_view without_www(std::string_view host) {
  return starts_ignoring_case(host, "www.") ? host.substr(4) : host;
}

bool is_home_of_link(const Planet& planet, EntryRef ref) {
  const std::string_view host = without_www(host_of(planet.held(ref).entry.link));
  const FeedSlot& slot = planet.feeds()[ref.feed];
  const std::string_view site =
      slot.feed.link.empty() ? std::string_view(slot.subscription.url) : slot.feed.link;
  return !host.empty() && same_ignoring_case(host, without_www(host_of(site)));
}

int64_t newest_date(const Entry& entry) {
  if (entry.updated) return entry.updated->seconds;
  return entry.published ? entry.published->seconds : INT64_MIN;
}

}  // namespace

uint64_t usual_key(const Held& held, std::string_view feed_url) {
  if (held.id_hash == 0) return held.link_hash;
  return held.id_is_uri ? held.id_hash : nonzero(hash_of(feed_url, held.id_hash));
}

uint64_t hash_of_link(std::string_view link) {
  const std::string canonical = canonical_link(link);
  return canonical.empty() ? 0 : nonzero(hash_of(canonical));
}

void identify(Held& held, const FeedSlot& slot, uint64_t home) {
  const Entry& entry = held.entry;
  held.id_is_uri = entry.id.find(':') != entry.id.npos;
  held.link_hash = hash_of_link(entry.link);
  if (entry.id.empty()) {
    held.id_hash = 0;
  } else if (entry.id == entry.link) {
    held.id_hash = held.id_is_uri ? held.link_hash : nonzero(hash_of(entry.id));
  } else {
    held.id_hash = held.id_is_uri ? hash_of_link(entry.id) : nonzero(hash_of(entry.id));
  }
  if (held.link_hash == home) held.link_hash = 0;
  held.title_hash = hash_of_title(entry.title);
  held.key = usual_key(held, slot.subscription.url);
  if (held.key == 0) {
    held.text_hash = hash_of_text(entry);
    held.key = nonzero(held.text_hash ^ (held.title_hash << 1));
  }
}

void move_keys(FeedSlot& slot, std::string_view url_before) {
  for (Held& held : slot.held) {
    if (held.key == usual_key(held, url_before)) held.key = usual_key(held, slot.subscription.url);
  }
  slot.index();
}

uint64_t text_hash_of(const Held& held) {
  if (held.text_hash == 0) {
    if (main_text(held.entry).value.form == Body::Form::away) return 0;
    held.text_hash = hash_of_text(held.entry);
  }
  return held.text_hash == no_text_hash ? 0 : held.text_hash;
}

bool wins(const Planet& planet, EntryRef a, EntryRef b) {
  const bool hidden_a = planet.held(a).hidden != Hidden::no;
  if (hidden_a != (planet.held(b).hidden != Hidden::no)) return !hidden_a;
  // One rule after the other over all copies, or there would be circles among three of two feeds.
  const bool home_a = is_home_of_link(planet, a);
  if (home_a != is_home_of_link(planet, b)) return home_a;
  if (a.feed != b.feed) return a.feed < b.feed;
  const Held& first = planet.held(a);
  const Held& second = planet.held(b);
  const int64_t newer = newest_date(first.entry);
  const int64_t older = newest_date(second.entry);
  if (newer != older) return newer > older;
  return std::tie(first.entry.id, first.key) < std::tie(second.entry.id, second.key);
}

}  // namespace planetarium
