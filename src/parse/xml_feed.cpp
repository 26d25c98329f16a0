#include "parse/xml_feed.hpp"

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
    Draft draft(container, feed_);
    draft.is_atom = format_ == Format::atom;
    feed_.entries.reserve(16);
    feed_.base = container.base();
    language_ = container.language();
    if (is_entry(root_)) {
      entry(root_, 0);
    } else {
      feed(root_, draft, 0);
    }
    draft.finish();
    if (feed_.language.empty()) feed_.language = container.language();
    // What an entry only inherits is the feed's, whose own <language> outranks its xml:lang.
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

  void feed(const Element& parent, Draft& draft, int depth) {
    for (const Element child : parent.children()) {
      if (is_entry(child)) {
        entry(child, depth + 1);
      } else if (child.key() == key("channel") && depth < deepest) {
        feed(child, draft, depth + 1);
      } else if (!take(child, draft) && child.has_children()) {
        find_entries(child, depth + 1);
      }
    }
  }

  bool take(const Element& child, Draft& draft) const {
    if (is_own(child)) return draft.is_atom ? on_atom(child, draft) : on_rss(child, draft);
    const Extension extension = extension_for(child.ns());
    return extension != nullptr && extension(child, draft);
  }

  void entry(const Element& element, int depth) {
    if (feed_.entries.size() == most_entries) return note_too_many();
    const size_t index = feed_.entries.size();
    feed_.entries.emplace_back();
    Entry read;
    Draft draft(element, read);
    draft.is_atom = format_ == Format::atom;
    bool holds_entries = false;
    for (const Element child : element.children()) {
      if (is_entry(child)) {
        holds_entries = true;
      } else if (!take(child, draft) && child.has_children()) {
        find_entries(child, depth + 1);
      }
    }
    if (!draft.is_atom) finish_rss_entry(draft);
    draft.finish();
    if (element.base() != feed_.base) read.base = element.base();
    if (element.language() != language_) read.language = element.language();
    feed_.entries[index] = read;
    if (!holds_entries) return;
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
  std::string_view language_{};  // in scope at the feed
};

std::string_view format_word(Format format) {
  return format == Format::atom ? "atom" : format == Format::rdf ? "rdf" : "rss";
}

}  // namespace

void read_xml_feed(const Document& document, const Element& root, Feed& feed) {
  const Format format = format_of(root);
  feed.format = format_word(format);
  feed.version = version_of(format, root, document.doctype());
  Walk(format, root, feed).run();
}

}  // namespace planetarium
