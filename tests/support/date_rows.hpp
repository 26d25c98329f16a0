// Tables of dates: what is written, and what it is read as.
#pragma once

#include <doctest/doctest.h>

#include "dates/dates.hpp"

namespace planetarium::test {

struct Row {
  std::string_view written, rfc3339;
};

// What `parse` makes of each, in the form that shows both instant and offset.
template <size_t N, typename Parse>
void check_rows(const Row (&rows)[N], Parse parse) {
  for (const Row& row : rows) {
    CAPTURE(row.written);
    const auto date = parse(row.written);
    CHECK((date ? format_rfc3339(*date) : "nothing") == row.rfc3339);
  }
}

}  // namespace planetarium::test
