// What made the feed: admin:generatorAgent (http://webns.net/mvcb/).
#include "namespaces/extension.hpp"
#include "namespaces/resource.hpp"

namespace planetarium {

bool on_admin(const Element& element, Draft& draft) {
  if (draft.metadata == nullptr || element.key() != key("generatorAgent")) return false;
  if (draft.metadata->generator.uri.empty()) draft.metadata->generator.uri = resource(element);
  return true;
}

}  // namespace planetarium
