#include "emit/extension_json.hpp"

#include "emit/parts.hpp"

namespace planetarium {

namespace {

void write_itunes(JsonWriter& json, const Itunes& itunes) {
  json.key("itunes").begin_object().member("author", itunes.author);
  if (!itunes.owner.empty()) write_person(json.key("owner"), itunes.owner);
  json.member("title", itunes.title).member("subtitle", itunes.subtitle);
  json.member("summary", itunes.summary).member("image", itunes.image);
  json.member("explicit", itunes.is_explicit).member("block", itunes.block);
  json.member("complete", itunes.complete).member("type", itunes.type);
  json.member("newFeedUrl", itunes.new_feed_url).member("duration", itunes.duration);
  json.member("episode", itunes.episode).member("season", itunes.season);
  json.member("episodeType", itunes.episode_type).end_object();
}

void write_media_content(JsonWriter& json, const List<MediaContent>& all) {
  if (all.empty()) return;
  json.key("content").begin_array();
  for (const MediaContent& one : all) {
    json.begin_object().member("url", one.url).member("type", one.type);
    json.member("medium", one.medium).member("width", one.width).member("height", one.height);
    json.member("duration", one.duration).member("fileSize", one.file_size);
    json.member("isDefault", one.is_default).end_object();
  }
  json.end_array();
}

void write_thumbnails(JsonWriter& json, const List<MediaThumbnail>& all) {
  if (all.empty()) return;
  json.key("thumbnails").begin_array();
  for (const MediaThumbnail& one : all) {
    json.begin_object().member("url", one.url).member("width", one.width);
    json.member("height", one.height).member("time", one.time).end_object();
  }
  json.end_array();
}

void write_credits(JsonWriter& json, const List<MediaCredit>& all) {
  if (all.empty()) return;
  json.key("credits").begin_array();
  for (const MediaCredit& one : all) {
    json.begin_object().member("name", one.name).member("role", one.role);
    json.member("scheme", one.scheme).end_object();
  }
  json.end_array();
}

void write_restriction(JsonWriter& json, const Media& media) {
  if (media.restriction_relationship.empty() && media.restriction_values.empty()) return;
  json.key("restriction").begin_object();
  json.member("relationship", media.restriction_relationship);
  json.member("type", media.restriction_type);
  if (!media.restriction_values.empty()) {
    json.key("values").begin_array();
    for (const std::string_view value : media.restriction_values) json.string(value);
    json.end_array();
  }
  json.end_object();
}

void write_media(JsonWriter& json, const Media& media) {
  json.key("media").begin_object();
  write_text(json, "title", media.title);
  write_text(json, "description", media.description);
  write_media_content(json, media.content);
  write_thumbnails(json, media.thumbnails);
  if (!media.player_url.empty()) {
    json.key("player").begin_object().member("url", media.player_url);
    json.member("width", media.player_width).member("height", media.player_height).end_object();
  }
  write_credits(json, media.credits);
  if (!media.rating.empty()) {
    json.key("rating").begin_object().member("value", media.rating);
    json.member("scheme", media.rating_scheme).end_object();
  }
  write_restriction(json, media);
  if (!media.license_name.empty() || !media.license_href.empty()) {
    json.key("license").begin_object().member("name", media.license_name);
    json.member("type", media.license_type).member("href", media.license_href).end_object();
  }
  json.end_object();
}

void write_position(JsonWriter& json, const Geometry& geo, size_t at) {
  json.begin_array();
  for (size_t i = at; i < at + geo.dimension; ++i) json.raw(geo.numbers[i]);
  json.end_array();
}

// RFC 7946 §3.1: a point is a position, a line a list of them, a polygon a list of rings.
void write_geometry(JsonWriter& json, const Geometry& geo) {
  json.key("geo").begin_object().member("type", geo.type).key("coordinates");
  if (geo.type == "Point") {
    write_position(json, geo, 0);
  } else {
    const bool polygon = geo.type == "Polygon";
    if (polygon) json.begin_array();
    json.begin_array();
    for (size_t at = 0; at < geo.numbers.size(); at += geo.dimension) write_position(json, geo, at);
    json.end_array();
    if (polygon) json.end_array();
  }
  json.end_object();
}

void write_podcast(JsonWriter& json, const Podcast& podcast) {
  json.key("podcast").begin_object();
  if (!podcast.chapters_url.empty()) {
    json.key("chapters").begin_object().member("url", podcast.chapters_url);
    json.member("type", podcast.chapters_type).end_object();
  }
  if (!podcast.transcripts.empty()) {
    json.key("transcripts").begin_array();
    for (const Transcript& one : podcast.transcripts) {
      json.begin_object().member("url", one.url).member("type", one.type);
      json.member("language", one.language).member("rel", one.rel).end_object();
    }
    json.end_array();
  }
  if (!podcast.persons.empty()) {
    json.key("persons").begin_array();
    for (const PodcastPerson& one : podcast.persons) {
      json.begin_object().member("name", one.name).member("role", one.role);
      json.member("group", one.group).member("img", one.image).member("href", one.href);
      json.end_object();
    }
    json.end_array();
  }
  json.end_object();
}

}  // namespace

void write_extensions(JsonWriter& json, const Itunes* itunes, const Media* media,
                      const Geometry* geo, const Podcast* podcast) {
  if (itunes != nullptr) write_itunes(json, *itunes);
  if (media != nullptr) write_media(json, *media);
  if (geo != nullptr) write_geometry(json, *geo);
  if (podcast != nullptr) write_podcast(json, *podcast);
}

}  // namespace planetarium
