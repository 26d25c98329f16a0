// Views, documents made of them, and what either says, for comparing the two.
#pragma once

#include <doctest/doctest.h>

#include <map>
#include <string>
#include <vector>

#include "planetarium/output.hpp"
#include "planetarium/planet.hpp"
#include "xml/document.hpp"

namespace planetarium::test {

constexpr OutputFormat item_formats[] = {OutputFormat::atom, OutputFormat::rss, OutputFormat::rss10,
                                         OutputFormat::json};

std::string_view name_of(OutputFormat format);

/// What a planet shows of these feeds, all on one page, as planetarium.wasm hands it over: through
/// a feed table.
Feed view_feed_of(Planet& planet);

/// About a planet at https://planet.example/, its titles plain.
OutputAbout about(OutputFormat format);

std::string output(const Feed& view, const OutputAbout& about);

/// What is shown of a planet of one feed that says much, and has two posts; of one with one post.
Feed two_posts();
Feed view_of_one(Entry entry);
std::string output_of(Entry entry, OutputFormat format);

bool has(std::string_view document, std::string_view part);
size_t count(std::string_view document, std::string_view part);

/// Hands the root of a document to `check`; it must be well-formed.
void read_root(const std::string& document, auto check) {
  Arena arena;
  const Document xml(document, "https://planet.example/output", arena);
  CHECK(xml.problem().reason == Reason::none);
  const auto root = xml.feed();
  CHECK(root.has_value());
  if (root) check(*root);
}

/// How many child elements there are of each name.
std::map<std::string, int> children_of(const Element& element);

/// The document parsed; it must be well-formed. Its views are of the document, which stays.
Feed read_back(std::string document, const OutputAbout& about);

/// All that a format can carry of an entry, a line a field; docs/outputs.md lists what it cannot.
/// What an entry says and what its output says are the same lines.
std::string said(const Entry& entry, OutputFormat format);

/// The lines of all entries; an empty list where each says the same, else the first that do not.
std::string difference(const Feed& view, const Feed& read, OutputFormat format);

}  // namespace planetarium::test
