// Copies of what a planet keeps of a feed, in memory of its own: the document goes.
#pragma once

#include "planetarium/feed_fields.hpp"
#include "planetarium/planet.hpp"

namespace planetarium {

/// Replaces every view it is shown by one of a copy in `arena`.
class Keeper {
 public:
  explicit Keeper(Arena& arena) : arena_(arena) {}

  void operator()(std::string_view& field) { field = arena_.keep(field); }
  void operator()(Body& body) {
    if (!body.in_segment) body.raw = arena_.keep(body.raw);
  }
  template <typename T>
  void operator()(T&) {}  // what is no view

  template <typename T>
  void list(List<T>& all, auto each) {
    List<T> kept;
    kept.reserve(arena_, all.size());
    for (const T& one : all) each(kept.push(arena_, one));
    all = kept;
  }
  template <typename T>
  void list(std::vector<T>& all, auto each) {
    for (T& one : all) each(one);
  }
  template <typename T>
  void pointer(const T*& field, auto each) {
    if (field == nullptr) return;
    T* kept = arena_.make<T>();
    *kept = *field;
    each(*kept);
    field = kept;
  }
  /// Also the absent: a text without characters may still have a type, which would be left behind.
  void group(bool, auto each) { each(); }

 private:
  Arena& arena_;
};

/// All that an entry of a planet views.
inline void keep_held(Keeper& keeper, Held& held) {
  entry_fields(keeper, held.entry);
  keeper.list(held.tags, [&keeper](Tag& tag) { keeper(tag.label); });
}

}  // namespace planetarium
