// The C ABI of the outputs: a view of a planet in, a document out.
#include "abi/result.hpp"
#include "planetarium/feed_table.hpp"
#include "planetarium/output.hpp"
#include "planetarium/planetarium.h"

using namespace planetarium;  // the exports are C's and stand in no namespace

int32_t planetarium_emit(const uint8_t* about, size_t about_size, const uint8_t* table,
                         size_t size) {
  const auto request = read_output(view_of(about, about_size));
  if (!request) return fail(request.error());
  Feed view;
  if (size != 0) {
    auto read = read_feed_table(view_of(table, size));
    if (!read) return fail(read.error());
    view = std::move(*read);
  }
  result().clear();
  append_output(result(), view, *request);
  return 0;
}
