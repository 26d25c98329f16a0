#include "archive/bodies.hpp"

#include "planetarium/feed_fields.hpp"

namespace planetarium {

namespace {

class Visitor {
 public:
  explicit Visitor(BodyWork& work) : work_(work) {}

  void operator()(Body& body) {
    if (!body.empty()) work_(body);
  }
  template <typename T>
  void operator()(T&) {}
  void list(auto& all, auto each) {
    for (auto& one : all) each(one);
  }
  template <typename T>
  void pointer(const T* field, auto each) {
    if (field != nullptr) each(const_cast<T&>(*field));  // it lies in the planet's own arena
  }
  void group(bool present, auto each) {
    if (present) each();
  }

 private:
  BodyWork& work_;
};

}  // namespace

void for_each_body(Entry& entry, BodyWork& work) {
  Visitor visitor(work);
  entry_fields(visitor, entry);
}

}  // namespace planetarium
