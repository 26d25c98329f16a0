// Where an entry is: GeoRSS simple and GML (http://www.georss.org/), W3C basic geo; to a GeoJSON
// geometry (RFC 7946), longitude first.
#include "namespaces/extension.hpp"
#include "namespaces/numbers.hpp"

namespace planetarium {

namespace {

// The two say the same in different words; the first of the better one stays.
constexpr uint8_t georss_rank = 0;
constexpr uint8_t gml_rank = 1;
constexpr uint8_t w3c_rank = 2;

struct Shape {
  std::string_view type;
  size_t fewest;  ///< positions
  size_t most;
};
constexpr Shape point{"Point", 1, 1};
constexpr Shape line{"LineString", 2, SIZE_MAX};
constexpr Shape polygon{"Polygon", 3, SIZE_MAX};
constexpr Shape box{"Box", 2, 2};

// Latitude first, as GeoRSS writes it, unless the system is a projected one.
void take(Draft& draft, const Shape& shape, std::string_view written, uint8_t rank,
          uint32_t dimension = 2, bool swap = true) {
  if (rank >= draft.geo_rank) return;
  List<std::string_view> numbers;
  bool sound = true;
  for_each_word(written, " ,\t\r\n", [&](std::string_view word) {
    const std::string_view number = json_number(draft.arena(), word);
    sound = sound && !number.empty();
    numbers.push(draft.arena(), number);
  });
  const size_t positions = numbers.size() / dimension;
  if (!sound || positions < shape.fewest) return;
  numbers.shorten(std::min(positions, shape.most) * dimension);
  for (size_t i = 0; swap && i + 1 < numbers.size(); i += dimension)
    std::swap(numbers[i], numbers[i + 1]);
  draft.geo = {.type = shape.type, .dimension = dimension, .numbers = numbers};
  draft.geo_rank = rank;
}

// "http://www.opengis.net/gml/srs/epsg.xml#4326", "urn:ogc:def:crs:EPSG::26910", "EPSG:4258": those
// with a code that is not geographic measure east before north, in metres.
bool is_geographic(std::string_view srs) {
  constexpr std::string_view geographic[] = {"4326", "4258", "4269", "4267", "4283", "4019",
                                             "4979", "4230", "4277", "4314", "4171"};
  size_t begin = srs.size();
  while (begin > 0 && is_digit(srs[begin - 1])) --begin;
  const std::string_view code = srs.substr(begin);
  if (code.empty() || srs.find("pdf") != srs.npos) return true;
  for (const std::string_view one : geographic) {
    if (one == code) return true;
  }
  return code.size() == 4 && code[0] == '4';  // EPSG's 4001 to 4999 are geographic
}

// The first element of that name below, whatever lies between: a polygon's ring.
std::optional<Element> find(const Element& element, uint32_t name, int depth) {
  for (const Element child : element.children()) {
    if (child.key() == name) return child;
    if (depth == 0) continue;
    if (const auto found = find(child, name, depth - 1)) return found;
  }
  return std::nullopt;
}

bool take_gml(const Element& element, Draft& draft, uint8_t rank) {
  const bool is_point = element.key() == key("Point");
  const Shape& shape = is_point ? point : element.key() == key("LineString") ? line : polygon;
  constexpr int deepest = 3;  // Polygon, exterior, LinearRing, posList
  auto place = find(element, is_point ? key("pos") : key("posList"), deepest);
  if (!place && !is_point) place = find(element, key("coordinates"), deepest);
  if (!place) return true;
  std::string_view srs = element.attribute("srsName");
  if (srs.empty()) srs = place->attribute("srsName");
  std::string_view dimension = element.attribute("srsDimension");
  if (dimension.empty()) dimension = place->attribute("srsDimension");
  take(draft, shape, place->text(), rank, dimension == "3" ? 3 : 2, is_geographic(srs));
  return true;
}

}  // namespace

bool on_gml(const Element& element, Draft& draft) {
  switch (element.key()) {
    case key("Point"):
    case key("LineString"):
    case key("Polygon"):
      return take_gml(element, draft, gml_rank);
    default:
      return false;
  }
}

bool on_georss(const Element& element, Draft& draft) {
  switch (element.key()) {
    case key("point"):
      take(draft, point, element.text(), georss_rank);
      return true;
    case key("line"):
      take(draft, line, element.text(), georss_rank);
      return true;
    case key("polygon"):
      take(draft, polygon, element.text(), georss_rank);
      return true;
    case key("box"):
      take(draft, box, element.text(), georss_rank);
      return true;
    case key("where"):
      for (const Element child : element.children()) {
        if (child.ns() == Ns::gml) on_gml(child, draft);
      }
      return true;
    default:
      return false;
  }
}

bool on_geo(const Element& element, Draft& draft) {
  switch (element.key()) {
    case key("lat"):
      draft.latitude = element.text();
      break;
    case key("long"):
    case key("lon"):
      draft.longitude = element.text();
      break;
    case key("Point"):
      for (const Element child : element.children()) on_geo(child, draft);
      return true;
    default:
      return false;
  }
  if (draft.latitude.empty() || draft.longitude.empty()) return true;
  take(draft, point,
       draft.arena().keep(std::string(draft.latitude) + " " + std::string(draft.longitude)),
       w3c_rank);
  return true;
}

}  // namespace planetarium
