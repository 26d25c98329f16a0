// What feeds and entries say in namespaces of their own, as members of a JSON object.
#pragma once

#include "json/writer.hpp"
#include "planetarium/model.hpp"

namespace planetarium {

/// Each may be null.
void write_extensions(JsonWriter& json, const Itunes* itunes, const Media* media,
                      const Geometry* geo, const Podcast* podcast);

}  // namespace planetarium
