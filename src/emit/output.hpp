// What every output asks of a view: names, ids, dates, and which of what an entry says can be
// written at all.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>

#include "planetarium/output.hpp"

namespace planetarium {

/// A view and what is said of it, while it is written.
class Output {
 public:
  Output(const Feed& view, const OutputAbout& about);

  const Feed& view() const { return view_; }
  const OutputAbout& about() const { return about_; }

  std::string_view title() const {
    return about_.title.empty() ? std::string_view("Planet") : std::string_view(about_.title);
  }
  Timestamp updated() const { return updated_; }

  /// What the planet calls the feed an entry is from, else what that calls itself; may be empty.
  std::string name_of(const Entry& entry) const;
  /// A plain title, behind the name where names stand in titles. Empty where there is neither.
  std::string title_of(const Entry& entry, bool with_name) const;
  bool wants_names(bool otherwise) const { return about_.names_in_titles.value_or(otherwise); }

  /// What an entry last changed; never nothing.
  Timestamp updated_of(const Entry& entry) const;

 private:
  const Feed& view_;
  const OutputAbout& about_;
  std::map<std::string_view, std::string_view> names_{};  // by address, which others chose
  Timestamp updated_{};
};

/// Where an entry's feed is found; empty where its source does not say.
std::string_view feed_url_of(const Entry& entry);

/// An entry's own id where it is an IRI, else one made of its feed's address and what it says:
/// "17" names an entry only within its feed. Stable, and never empty.
std::string id_of(const Entry& entry);

/// A name-based urn:uuid of version 8 (RFC 9562 §5.8).
std::string uuid_of(std::string_view name);

/// The first content that is markup, else the first that has characters here; empty where none has.
const Text& content_of(const Entry& entry);

/// That, else the summary.
const Text& main_text(const Entry& entry);

/// An absolute address as an IRI (RFC 3987): what may not stand in one, such as a space, is
/// percent-encoded, as browsers do. Empty where it is relative, or a script.
std::string iri_of(std::string_view address);
/// The same where others can be resolved against it.
std::string base_iri(std::string_view address);
/// Whether it is one as it stands.
bool is_iri(std::string_view text);
/// BCP 47, as XML Schema has it: what xml:lang and hreflang take.
bool is_language(std::string_view text);
bool is_media_type(std::string_view text);
bool is_email(std::string_view text);

/// The text where it passes, else nothing.
template <typename Test>
std::string_view only(std::string_view text, Test passes) {
  return passes(text) ? text : std::string_view{};
}

/// The date with an offset that can be written; years stay within 1 to 9999.
Timestamp writable(Timestamp date);
std::string rfc3339(const std::optional<Timestamp>& date);
std::string rfc822(const std::optional<Timestamp>& date);

void write_atom(std::string& out, const Output& output);
void write_rss(std::string& out, const Output& output);
void write_rdf(std::string& out, const Output& output);
void write_json_feed(std::string& out, const Output& output);
void write_opml(std::string& out, const Output& output);
void write_foaf(std::string& out, const Output& output);

}  // namespace planetarium
