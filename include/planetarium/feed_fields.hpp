// The fields of a feed in the order of the feed table: named once, for writing and for reading.
#pragma once

#include "planetarium/model.hpp"

namespace planetarium {

// `Archive` takes strings, bodies, numbers and dates with (), and has `list` and `optional`. When a
// field is added, the table's magic changes.

template <typename Archive>
void text_fields(Archive& a, auto& text) {
  a(text.type), a(text.value), a(text.src), a(text.base), a(text.language);
}

template <typename Archive>
void person_fields(Archive& a, auto& person) {
  a(person.name), a(person.email), a(person.uri), a(person.avatar);
}

template <typename Archive>
void link_fields(Archive& a, auto& link) {
  a(link.href), a(link.rel), a(link.type), a(link.title), a(link.hreflang), a(link.length);
}

template <typename Archive>
void image_fields(Archive& a, auto& image) {
  a(image.url), a(image.title), a(image.link), a(image.description), a(image.width),
      a(image.height);
}

template <typename Archive>
void metadata_fields(Archive& a, auto& feed) {
  a(feed.id);
  text_fields(a, feed.title);
  text_fields(a, feed.subtitle);
  a(feed.link);
  a.list(feed.links, [&a](auto& link) { link_fields(a, link); });
  a.list(feed.authors, [&a](auto& person) { person_fields(a, person); });
  a.list(feed.contributors, [&a](auto& person) { person_fields(a, person); });
  a.list(feed.categories, [&a](auto& one) { a(one.term), a(one.scheme), a(one.label); });
  a(feed.generator.name), a(feed.generator.uri), a(feed.generator.version);
  a(feed.icon), a(feed.logo);
  text_fields(a, feed.rights);
  a(feed.published), a(feed.updated), a(feed.language), a(feed.base);
}

template <typename Archive>
void entry_fields(Archive& a, auto& entry) {
  a(entry.id), a(entry.id_is_permalink);
  text_fields(a, entry.title);
  a(entry.link);
  a.list(entry.links, [&a](auto& link) { link_fields(a, link); });
  text_fields(a, entry.summary);
  a.list(entry.content, [&a](auto& text) { text_fields(a, text); });
  a.list(entry.authors, [&a](auto& person) { person_fields(a, person); });
  a.list(entry.contributors, [&a](auto& person) { person_fields(a, person); });
  person_fields(a, entry.publisher);
  a.list(entry.categories, [&a](auto& one) { a(one.term), a(one.scheme), a(one.label); });
  a(entry.published), a(entry.updated), a(entry.created);
  a.list(entry.enclosures, [&a](auto& one) {
    a(one.url), a(one.type), a(one.title), a(one.length), a(one.duration);
  });
  image_fields(a, entry.image);
  a(entry.comments);
  text_fields(a, entry.rights);
  a.optional(entry.source, [&a](auto& source) { metadata_fields(a, source); });
  a(entry.language), a(entry.base);
}

template <typename Archive>
void feed_fields(Archive& a, auto& feed) {
  a(feed.format), a(feed.version), a(feed.encoding);
  metadata_fields(a, feed);
  person_fields(a, feed.publisher);
  image_fields(a, feed.image);
  a(feed.docs), a(feed.ttl);
  a.list(feed.problems,
         [&a](auto& one) { a(one.reason), a(one.detail), a(one.line), a(one.column); });
  a.list(feed.entries, [&a](auto& entry) { entry_fields(a, entry); });
}

constexpr char table_magic[] = {'P', 'F', 'T', '1'};
constexpr char page_table_magic[] = {'P', 'F', 'J', '1'};

}  // namespace planetarium
