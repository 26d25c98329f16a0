// RSS 1.0 module "syndication" (http://web.resource.org/rss/1.0/modules/syndication/).
#include "namespaces/extension.hpp"

namespace planetarium {

bool on_syndication(const Element& element, Draft& draft) {
  if (draft.feed == nullptr) return false;
  Syndication& own = draft.syndication();
  switch (element.key()) {
    case key("updatePeriod"):
      take_first(own.period, element.text());
      return true;
    case key("updateFrequency"):
      take_first(own.frequency, to_number(element.text()));
      return true;
    case key("updateBase"):
      take_date(own.base, element);
      return true;
    default:
      return false;
  }
}

}  // namespace planetarium
