#include "archive/head.hpp"

#include "archive/codec.hpp"
#include "archive/seal.hpp"
#include "planet/identity.hpp"

namespace planetarium {

namespace {

// Which of an entry's hashes there are, and what else is yes or no of it.
enum Flag : uint64_t {
  edited = 1,
  id_is_uri = 2,
  carried = 4,  // by the last answer of its feed
  has_id = 8,
  has_link = 16,
  has_title = 32,
  has_text = 64,
  has_key = 128,     // one that is neither its id's nor its link's
  link_is_id = 256,  // both hash alike
  flooded = 512,
  deleted = 1024,
};

// In one order, written and read.
class HeadFields {
 public:
  explicit HeadFields(Codec& codec, const Names* authors = nullptr, const Front* front = nullptr)
      : a_(codec), authors_(authors), front_(front) {}

  void segment(Segment& segment) { a_.hash(segment.checksum), a_(segment.size); }

  void slot(FeedSlot& slot, std::vector<std::string_view>& authors) {
    a_.begin_scope(slot.feed.arena);
    Subscription& subscription = slot.subscription;
    a_(subscription.nick), a_(subscription.url);
    state(slot.state);
    a_(slot.title), a_(slot.answers);
    feed_fields(a_, slot.feed);
    slot.feed.entries.clear();
    a_.begin_scope(slot.arena);
    int64_t received = 0;
    uint32_t index = 0;
    a_.list(slot.held, [&](Held& held) {
      if (a_.reads()) authors.emplace_back();
      if (!a_.reads()) a_.write_bodies_here(front_->has({held.feed, index++}));
      std::string_view author = author_of(held);
      entry(held, received, slot, author);
      if (a_.reads()) authors.back() = author;
    });
  }

 private:
  void state(FeedState& state) {
    a_(state.kind), a_(state.status), a_(state.reason), a_(state.detail);
    a_(state.since), a_(state.checked), a_(state.route), a_(state.memo);
  }

  std::string_view author_of(const Held& held) const {
    return authors_ == nullptr || held.author == 0 ? std::string_view{}
                                                   : authors_->folded(held.author);
  }

  static uint64_t flags_of(const Held& held, const FeedSlot& slot) {
    const uint64_t usual = usual_key(held, slot.subscription.url);
    uint64_t flags = 0;
    const auto set = [&flags](Flag flag, bool is_set) { flags |= is_set ? uint64_t{flag} : 0; };
    set(edited, held.edited);
    set(id_is_uri, held.id_is_uri);
    set(carried, held.seen == slot.answers);
    set(has_id, held.id_hash != 0);
    set(has_link, held.link_hash != 0 && held.link_hash != held.id_hash);
    set(link_is_id, held.link_hash != 0 && held.link_hash == held.id_hash);
    set(has_title, held.title_hash != 0);
    set(has_text, held.text_hash != 0);
    set(has_key, held.key != usual);
    set(flooded, held.flooded);
    set(deleted, held.deleted);
    return flags;
  }

  void entry(Held& held, int64_t& received, const FeedSlot& slot, std::string_view& author) {
    uint64_t flags = a_.reads() ? 0 : flags_of(held, slot);
    a_(flags);
    held.edited = (flags & edited) != 0;
    held.id_is_uri = (flags & id_is_uri) != 0;
    held.flooded = (flags & flooded) != 0;
    held.deleted = (flags & deleted) != 0;
    if (a_.reads()) held.seen = slot.answers - ((flags & carried) == 0);
    if ((flags & has_id) != 0) a_.hash(held.id_hash);
    if ((flags & has_link) != 0) a_.hash(held.link_hash);
    if ((flags & link_is_id) != 0) held.link_hash = held.id_hash;
    if ((flags & has_title) != 0) a_.hash(held.title_hash);
    if ((flags & has_text) != 0) a_.hash(held.text_hash);
    if (a_.reads()) held.key = usual_key(held, slot.subscription.url);
    if ((flags & has_key) != 0) a_.hash(held.key);
    a_.hash(held.fingerprint);
    int64_t since_last = held.received - received;  // most of a feed come together
    a_(since_last);
    received = held.received = received + since_last;
    a_(author);
    std::vector<Tag> labels;  // written once; categories and config say as much
    a_.list(labels, [this](Tag& tag) { a_(tag.label); });
    entry_fields(a_, held.entry);
  }

  Codec& a_;
  const Names* authors_;  // when it writes
  const Front* front_;
};

constexpr uint32_t head_version = 1;

// A key twice would be an entry that no refresh ever finds.
bool index(std::vector<FeedSlot>& slots) {
  for (FeedSlot& slot : slots) {
    for (uint32_t i = 0; i < slot.held.size(); ++i) {
      if (!slot.by_key.try_emplace(slot.held[i].key, i).second) return false;
    }
  }
  return true;
}

bool read_head_1(std::string_view bytes, ReadHead& head) {
  Codec codec(bytes, head.segments);
  HeadFields fields(codec);
  codec.list(head.segments, [&](Segment& segment) { fields.segment(segment); });
  codec.list(head.slots, [&](FeedSlot& slot) { fields.slot(slot, head.authors.emplace_back()); });
  return !codec.failed() && codec.at_end() && index(head.slots);
}

struct Reader {
  uint32_t version;
  bool (*read)(std::string_view bytes, ReadHead& head);
};
constexpr Reader readers[] = {{1, read_head_1}};

Error damaged(std::string what) {
  return {.reason = Reason::damaged_archive, .detail = "the archive's head: " + std::move(what)};
}

}  // namespace

std::string write_head(std::vector<FeedSlot>& slots, std::vector<Segment>& segments,
                       const Names& authors, const Front& front) {
  Buffer out;
  out.wrote(out.room(header_size) + header_size);
  Codec codec(out, segments);
  HeadFields fields(codec, &authors, &front);
  std::vector<std::string_view> unused;
  codec.list(segments, [&](Segment& segment) { fields.segment(segment); });
  codec.list(slots, [&](FeedSlot& slot) { fields.slot(slot, unused); });
  std::string head(out.view());
  seal(head.data(), head.size(), head_magic, head_version);
  return head;
}

Result<ReadHead> read_head(std::string_view bytes) {
  const std::string_view fault = fault_of(bytes, head_magic);
  if (!fault.empty()) return damaged(std::string(fault));
  const uint32_t version = header_of(bytes).version;
  for (const Reader& reader : readers) {
    if (reader.version != version) continue;
    ReadHead head;
    if (!reader.read(bytes.substr(header_size), head)) return damaged("it is malformed");
    return head;
  }
  return damaged("a newer program wrote it, in version " + std::to_string(version));
}

}  // namespace planetarium
