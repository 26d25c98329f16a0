#include "parse/xml_feed.hpp"

#include "namespaces/atom.hpp"
#include "namespaces/extension.hpp"
#include "parse/rss.hpp"
#include "planetarium/parse.hpp"

namespace planetarium {

namespace {

bool is_entry(const Element& element) {
  return element.key() == key("item") || element.key() == key("entry");
}

// Misnested feeds put items into items; past this depth they are an attack.
constexpr int deepest = 256;

class Walk {
 public:
  Walk(Format format, const Element& root, Feed& feed)
      : format_(format), root_(root), feed_(feed) {}

  void run() {
    const Element container = container_of(root_);
    FeedDraft draft(container, feed_);
    feed_.base = container.base();
    language_ = container.language();
    feed(root_, draft, 0);
    drop_repeats_of(feed_);
    if (feed_.language.empty()) feed_.language = container.language();
    for (Entry& entry : feed_.entries) {
      if (entry.language.empty()) entry.language = feed_.language;
    }
  }

 private:
  // RSS keeps the feed's own elements in a channel; whatever namespace the root has is the format's
  // own.
  Element container_of(const Element& root) const {
    if (format_ == Format::atom || root.key() == key("channel")) return root;
    for (const Element child : root.children()) {
      if (child.key() == key("channel")) return child;
    }
    return root;
  }

  bool is_own(const Element& element) const {
    if (element.ns() == Ns::none || element.ns() == (format_ == Format::atom ? Ns::atom : Ns::rss))
      return true;
    // Of two that mean nothing here, only the root's very own is the format's.
    return element.ns() == root_.ns() &&
           (root_.ns() != Ns::other || element.namespace_uri() == root_.namespace_uri());
  }

  void feed(const Element& parent, FeedDraft& draft, int depth) {
    for (const Element child : parent.children()) {
      if (is_entry(child)) {
        entry(child, depth + 1);
      } else if (child.key() == key("channel") && depth < deepest) {
        feed(child, draft, depth + 1);
      } else if (!on_feed(child, draft) && child.has_children()) {
        find_entries(child, depth + 1);
      }
    }
  }

  bool on_feed(const Element& child, FeedDraft& draft) const {
    if (is_own(child))
      return format_ == Format::atom ? on_atom_in_feed(child, draft) : on_rss_in_feed(child, draft);
    const Extension* extension = extension_for(child.ns());
    return extension != nullptr && extension->on_feed(child, draft);
  }

  bool on_entry(const Element& child, EntryDraft& draft) const {
    if (is_own(child)) {
      return format_ == Format::atom ? on_atom_in_entry(child, draft)
                                     : on_rss_in_entry(child, draft);
    }
    const Extension* extension = extension_for(child.ns());
    return extension != nullptr && extension->on_entry(child, draft);
  }

  void entry(const Element& element, int depth) {
    if (feed_.entries.size() == most_entries) return note_too_many();
    const size_t index = feed_.entries.size();
    feed_.entries.emplace_back();
    Entry read;
    EntryDraft draft(element, read);
    for (const Element child : element.children()) {
      if (!is_entry(child) && !on_entry(child, draft) && child.has_children())
        find_entries(child, depth + 1);
    }
    if (format_ != Format::atom) finish_rss_entry(draft);
    drop_repeats_of(read);
    drop_repeats(read.enclosures);
    if (element.base() != feed_.base) read.base = element.base();
    // What it only inherits is the feed's, whose own <language> outranks its xml:lang.
    if (read.language.empty() && element.language() != language_)
      read.language = element.language();
    feed_.entries[index] = std::move(read);
    if (depth >= deepest) return;
    for (const Element child : element.children()) {
      if (is_entry(child)) entry(child, depth + 1);
    }
  }

  void note_too_many() {
    if (!feed_.problems.empty()) return;
    feed_.problems.push_back({.reason = Reason::too_large,
                              .detail = "more than " + std::to_string(most_entries) + " entries"});
  }

  void find_entries(const Element& parent, int depth) {
    if (depth >= deepest) return;
    for (const Element child : parent.children()) {
      if (is_entry(child)) {
        entry(child, depth + 1);
      } else if (child.has_children()) {
        find_entries(child, depth + 1);
      }
    }
  }

  Format format_;
  const Element& root_;
  Feed& feed_;
  std::string language_{};  // in scope at the feed
};

std::string_view format_word(Format format) {
  return format == Format::atom ? "atom" : format == Format::rdf ? "rdf" : "rss";
}

}  // namespace

Feed read_xml_feed(const Document& document, const Element& root) {
  const Format format = format_of(root);
  Feed feed;
  feed.format = format_word(format);
  feed.version = version_of(format, root, document.doctype());
  Walk(format, root, feed).run();
  return feed;
}

}  // namespace planetarium
