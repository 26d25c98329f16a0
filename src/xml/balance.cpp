#include "xml/balance.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <vector>

#include "text/simd.hpp"
#include "xml/element.hpp"
#include "xml/markup.hpp"

namespace planetarium {

namespace {

enum class Role : uint8_t {
  none,
  container,  // of entries
  entry,
  field,      // an element of an entry or a feed
  leaf,       // one that never holds elements
  is_void,    // of HTML: has no content
  paragraph,  // of HTML: cannot hold itself
};

struct Row {
  uint32_t key;
  Role role;
};

// clang-format off
constexpr Row rows[] = {
    {key("rss"), Role::container}, {key("RDF"), Role::container}, {key("feed"), Role::container},
    {key("channel"), Role::container}, {key("item"), Role::entry}, {key("entry"), Role::entry},
    {key("title"), Role::field}, {key("link"), Role::leaf}, {key("description"), Role::field},
    {key("guid"), Role::leaf}, {key("pubDate"), Role::leaf}, {key("author"), Role::field},
    {key("category"), Role::field}, {key("comments"), Role::leaf}, {key("enclosure"), Role::leaf},
    {key("source"), Role::field}, {key("id"), Role::leaf}, {key("updated"), Role::leaf},
    {key("published"), Role::leaf}, {key("issued"), Role::leaf}, {key("modified"), Role::leaf},
    {key("created"), Role::leaf}, {key("summary"), Role::field}, {key("content"), Role::field},
    {key("encoded"), Role::field}, {key("creator"), Role::leaf}, {key("subject"), Role::field},
    {key("date"), Role::leaf}, {key("generator"), Role::leaf}, {key("language"), Role::leaf},
    {key("copyright"), Role::field}, {key("rights"), Role::field}, {key("image"), Role::field},
    {key("managingEditor"), Role::leaf}, {key("webMaster"), Role::leaf}, {key("docs"), Role::leaf},
    {key("lastBuildDate"), Role::leaf}, {key("ttl"), Role::leaf}, {key("subtitle"), Role::field},
    {key("br"), Role::is_void}, {key("img"), Role::is_void}, {key("hr"), Role::is_void},
    {key("input"), Role::is_void}, {key("meta"), Role::is_void}, {key("col"), Role::is_void},
    {key("area"), Role::is_void}, {key("base"), Role::is_void}, {key("wbr"), Role::is_void},
    {key("param"), Role::is_void}, {key("embed"), Role::is_void},
    {key("p"), Role::paragraph}, {key("li"), Role::paragraph}, {key("dt"), Role::paragraph},
    {key("dd"), Role::paragraph}, {key("tr"), Role::paragraph}, {key("td"), Role::paragraph},
    {key("th"), Role::paragraph}, {key("option"), Role::paragraph},
};
// clang-format on
constexpr size_t unknown = std::size(rows);

// Deeper than this no end tag looks for its start tag.
constexpr size_t most_looked_at = 256;

size_t row_of(std::string_view local) {
  const uint32_t wanted = key_of(local);
  return static_cast<size_t>(std::find_if(std::begin(rows), std::end(rows),
                                          [wanted](const Row& row) { return row.key == wanted; }) -
                             std::begin(rows));
}

struct Piece {
  enum class Kind { text, start, end, empty } kind = Kind::text;
  std::string_view text{};  // all of it
  std::string_view name{};
  size_t row = unknown;

  Role role() const { return row == unknown ? Role::none : rows[row].role; }
};

// The piece of the skeleton that begins there. Tags are normal, and CDATA sections are closed.
Piece piece_at(std::string_view skeleton, size_t at) {
  const std::string_view rest = skeleton.substr(at);
  if (rest[0] != '<') return {.text = rest.substr(0, simd::find(rest, '<'))};
  if (rest.starts_with("<!")) return {.text = rest.substr(0, rest.find("]]>") + 3)};
  size_t end = 1;
  for (char quote = 0; quote != 0 || rest[end] != '>'; ++end) {
    if (rest[end] == '"') quote ^= '"';
  }
  Piece piece{.kind = Piece::Kind::start, .text = rest.substr(0, end + 1)};
  if (rest[1] == '/') {
    piece.kind = Piece::Kind::end;
  } else if (rest[end - 1] == '/') {
    piece.kind = Piece::Kind::empty;
  }
  const size_t begin = rest[1] == '/' ? 2 : 1;
  piece.name = rest.substr(begin, name_end(rest, begin) - begin);
  piece.row = row_of(local_name(piece.name));
  return piece;
}

class Balancer {
 public:
  explicit Balancer(std::string_view skeleton) : skeleton_(skeleton) {
    out_.reserve(skeleton.size() + skeleton.size() / 4 + 64);
  }

  std::string run() {
    for_each_piece([this](const Piece& piece) {
      surplus_[piece.row] += piece.kind == Piece::Kind::start;
      surplus_[piece.row] -= piece.kind == Piece::Kind::end;
    });
    surplus_[unknown] = 0;
    for (size_t i = 0; i < unknown; ++i)
      entries_leak_ = entries_leak_ || (rows[i].role == Role::entry && surplus_[i] > 0);
    for_each_piece([this](const Piece& piece) { take(piece); });
    close_to(0);
    return std::move(out_);
  }

 private:
  struct Open {
    std::string_view name{};
    size_t row = unknown;
    size_t home = 0;  // how many were open when the entry, channel or feed around it was the last
  };

  template <typename Take>
  void for_each_piece(Take take) const {
    for (size_t at = 0; at < skeleton_.size();) {
      const Piece piece = piece_at(skeleton_, at);
      take(piece);
      at += piece.text.size();
    }
  }

  void take(const Piece& piece) {
    switch (piece.kind) {
      case Piece::Kind::text:
        if (!open_.empty() && !root_ended_) out_ += piece.text;
        break;
      case Piece::Kind::end:
        end(piece);
        break;
      default:
        start(piece);
    }
  }

  void start(const Piece& piece) {
    root_ended_ = false;
    make_room_for(piece);
    const bool is_void = piece.role() == Role::is_void && leaks(piece.row);
    if (piece.kind == Piece::Kind::empty || is_void) {
      out_ += piece.text;
      if (piece.kind != Piece::Kind::empty) out_.insert(out_.size() - 1, 1, '/');
      return;
    }
    out_ += piece.text;
    const bool is_home = piece.role() == Role::entry || piece.role() == Role::container;
    open_.push_back({piece.name, piece.row, is_home ? open_.size() + 1 : home()});
  }

  // Closes what the start tag shows to be unclosed.
  void make_room_for(const Piece& piece) {
    const Role role = piece.role();
    if (!open_.empty() && leaks(open_.back().row)) {
      const Role last = role_of(open_.back());
      if (last == Role::leaf || (last == Role::paragraph && open_.back().row == piece.row))
        close_to(open_.size() - 1);
    }
    if (role != Role::entry && role != Role::field && role != Role::leaf) return;
    if (home() < open_.size() && leaks(open_[home()].row)) close_to(home());
    if (role != Role::entry || !entries_leak_) return;
    while (home() > 0 && role_of(open_[home() - 1]) == Role::entry) close_to(home() - 1);
  }

  void end(const Piece& piece) {
    const Role role = piece.role();
    if (role == Role::is_void && leaks(piece.row)) return;
    const bool is_home = role == Role::entry || role == Role::container;
    size_t left = std::min(open_.size(), most_looked_at);
    for (size_t i = open_.size(); left > 0 && (is_home || i > home()); --i, --left) {
      if (!matches(open_[i - 1], piece)) continue;
      if (i == 1 && role == Role::container) {  // more of the feed may follow
        close_to(1);
        root_ended_ = true;
      } else {
        close_to(i - 1);
      }
      return;
    }
    // <dc:title> that ends as </title>
    if (!open_.empty() && home() < open_.size() &&
        same_ignoring_case(local_name(open_.back().name), local_name(piece.name))) {
      close_to(open_.size() - 1);
    }
  }

  static bool matches(const Open& open, const Piece& piece) {
    if (open.row != piece.row) return false;
    return piece.role() == Role::entry || same_ignoring_case(open.name, piece.name);
  }

  void close_to(size_t count) {
    while (open_.size() > count) {
      out_.append("</").append(open_.back().name).append(">");
      open_.pop_back();
    }
  }

  static Role role_of(const Open& open) {
    return open.row == unknown ? Role::none : rows[open.row].role;
  }
  size_t home() const { return open_.empty() ? 0 : open_.back().home; }
  bool leaks(size_t row) const { return surplus_[row] > 0; }

  std::string_view skeleton_;
  std::string out_{};
  std::vector<Open> open_{};
  std::array<int32_t, unknown + 1> surplus_{};  // start tags without end tags, by name
  bool entries_leak_ = false;
  bool root_ended_ = false;  // its end tag has come, but stays unwritten until the end
};

}  // namespace

std::string balance(std::string_view skeleton) { return Balancer(skeleton).run(); }

}  // namespace planetarium
