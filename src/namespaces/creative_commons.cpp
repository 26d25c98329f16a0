// The licence of a feed or an entry (http://backend.userland.com/creativeCommonsRssModule,
// http://web.resource.org/cc/).
#include "namespaces/extension.hpp"
#include "namespaces/resource.hpp"

namespace planetarium {

bool on_creative_commons(const Element& element, Draft& draft) {
  if (element.key() != key("license")) return false;
  draft.license.take(resource(element), own_older_rank);  // behind Atom's link, before it in RSS
  return true;
}

}  // namespace planetarium
