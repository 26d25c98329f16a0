// The fields of a feed in the order of the feed table: named once, for writing, reading and
// keeping.
#pragma once

#include "planetarium/model.hpp"

namespace planetarium {

// `Archive` takes strings, bodies, numbers and dates with (), and has `list`, `pointer` (what may
// be missing) and `group` (fields that are mostly all empty). When a field is added, the table's
// magic changes.

template <typename Archive>
void text_fields(Archive& a, auto& text) {
  a.group(!text.empty(),
          [&] { a(text.type), a(text.value), a(text.src), a(text.base), a(text.language); });
}

template <typename Archive>
void person_fields(Archive& a, auto& person) {
  a(person.name), a(person.email), a(person.uri), a(person.avatar);
}

template <typename Archive>
void optional_person_fields(Archive& a, auto& person) {
  a.group(!person.empty(), [&] { person_fields(a, person); });
}

template <typename Archive>
void link_fields(Archive& a, auto& link) {
  a(link.href), a(link.rel), a(link.type), a(link.title), a(link.hreflang), a(link.length);
}

template <typename Archive>
void image_fields(Archive& a, auto& image) {
  a.group(!(image == Image{}), [&] {
    a(image.url), a(image.title), a(image.link), a(image.description), a(image.width),
        a(image.height);
  });
}

template <typename Archive>
void itunes_fields(Archive& a, auto& itunes) {
  a(itunes.author);
  optional_person_fields(a, itunes.owner);
  a(itunes.title), a(itunes.subtitle), a(itunes.summary), a(itunes.image);
  a(itunes.is_explicit), a(itunes.block), a(itunes.complete);
  a(itunes.type), a(itunes.new_feed_url), a(itunes.duration);
  a(itunes.episode), a(itunes.season), a(itunes.episode_type);
}

template <typename Archive>
void media_fields(Archive& a, auto& media) {
  text_fields(a, media.title);
  text_fields(a, media.description);
  a.list(media.content, [&a](auto& one) {
    a(one.url), a(one.type), a(one.medium), a(one.width), a(one.height), a(one.duration),
        a(one.file_size), a(one.is_default);
  });
  a.list(media.thumbnails,
         [&a](auto& one) { a(one.url), a(one.width), a(one.height), a(one.time); });
  a(media.player_url), a(media.player_width), a(media.player_height);
  a.list(media.credits, [&a](auto& one) { a(one.name), a(one.role), a(one.scheme); });
  a(media.rating), a(media.rating_scheme);
  a(media.restriction_relationship), a(media.restriction_type);
  a.list(media.restriction_values, [&a](auto& one) { a(one); });
  a(media.license_name), a(media.license_type), a(media.license_href);
}

template <typename Archive>
void podcast_fields(Archive& a, auto& podcast) {
  a(podcast.chapters_url), a(podcast.chapters_type);
  a.list(podcast.transcripts,
         [&a](auto& one) { a(one.url), a(one.type), a(one.language), a(one.rel); });
  a.list(podcast.persons,
         [&a](auto& one) { a(one.name), a(one.role), a(one.group), a(one.image), a(one.href); });
}

// What feeds and entries say in namespaces of their own.
template <typename Archive>
void extension_fields(Archive& a, auto& target) {
  a.pointer(target.itunes, [&a](auto& itunes) { itunes_fields(a, itunes); });
  a.pointer(target.media, [&a](auto& media) { media_fields(a, media); });
  a.pointer(target.geo, [&a](auto& geo) {
    a(geo.type), a(geo.dimension);
    a.list(geo.numbers, [&a](auto& one) { a(one); });
  });
  a.pointer(target.podcast, [&a](auto& podcast) { podcast_fields(a, podcast); });
}

template <typename Archive>
void shared_fields(Archive& a, auto& target) {
  a(target.id);
  text_fields(a, target.title);
  a(target.link);
  a.list(target.links, [&a](auto& link) { link_fields(a, link); });
  a.list(target.authors, [&a](auto& person) { person_fields(a, person); });
  a.list(target.contributors, [&a](auto& person) { person_fields(a, person); });
  a.list(target.categories, [&a](auto& one) { a(one.term), a(one.scheme), a(one.label); });
  text_fields(a, target.rights);
  a(target.published), a(target.updated), a(target.language), a(target.base);
}

template <typename Archive>
void metadata_fields(Archive& a, auto& feed) {
  shared_fields(a, feed);
  text_fields(a, feed.subtitle);
  a.group(!feed.generator.empty(),
          [&] { a(feed.generator.name), a(feed.generator.uri), a(feed.generator.version); });
  a(feed.icon), a(feed.logo);
}

template <typename Archive>
void entry_fields(Archive& a, auto& entry) {
  shared_fields(a, entry);
  a(entry.id_is_permalink);
  text_fields(a, entry.summary);
  a.list(entry.content, [&a](auto& text) { text_fields(a, text); });
  a.list(entry.enclosures, [&a](auto& one) {
    a(one.url), a(one.type), a(one.title), a(one.length), a(one.duration);
  });
  a(entry.original_link), a(entry.comments), a(entry.comments_feed), a(entry.comment_count);
  optional_person_fields(a, entry.publisher);
  a(entry.created), a(entry.expired), a(entry.license);
  image_fields(a, entry.image);
  a.group(!entry.in_reply_to.empty(), [&] {
    auto& reply = entry.in_reply_to;
    a(reply.ref), a(reply.href), a(reply.type), a(reply.source);
  });
  a.pointer(entry.source, [&a](auto& source) { metadata_fields(a, source); });
  extension_fields(a, entry);
}

template <typename Archive>
void feed_only_fields(Archive& a, auto& feed) {
  optional_person_fields(a, feed.publisher);
  image_fields(a, feed.image);
  a(feed.license);
  text_fields(a, feed.info);
  a(feed.created), a(feed.docs), a(feed.ttl);
  a.pointer(feed.cloud, [&a](auto& cloud) {
    a(cloud.domain), a(cloud.port), a(cloud.path), a(cloud.register_procedure), a(cloud.protocol);
  });
  a.pointer(feed.text_input, [&a](auto& input) {
    a(input.title), a(input.description), a(input.name), a(input.link);
  });
  a.pointer(feed.syndication, [&a](auto& own) { a(own.period), a(own.frequency), a(own.base); });
  extension_fields(a, feed);
}

// One type for feeds and sources, so that their fields are compiled once.
inline Metadata& metadata_of(Feed& feed) { return feed; }
inline const Metadata& metadata_of(const Feed& feed) { return feed; }

template <typename Archive>
void feed_fields(Archive& a, auto& feed) {
  a(feed.format), a(feed.version), a(feed.encoding);
  metadata_fields(a, metadata_of(feed));
  feed_only_fields(a, feed);
  a.list(feed.problems,
         [&a](auto& one) { a(one.reason), a(one.detail), a(one.line), a(one.column); });
  a.list(feed.entries, [&a](auto& entry) { entry_fields(a, entry); });
}

constexpr char table_magic[] = {'P', 'F', 'T', '2'};
constexpr char page_table_magic[] = {'P', 'F', 'J', '3'};

}  // namespace planetarium
