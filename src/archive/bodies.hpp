// The bodies of an entry, wherever in it they stand.
#pragma once

#include "planetarium/model.hpp"

namespace planetarium {

struct BodyWork {
  virtual void operator()(Body& body) = 0;

 protected:
  ~BodyWork() = default;
};

/// Also those of its source and of its media.
void for_each_body(Entry& entry, BodyWork& work);

}  // namespace planetarium
