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

// EPSG's geographic systems, by their codes; what lies between is projected or geocentric.
struct Codes {
  uint32_t first, last;
};
constexpr Codes geographic[] = {
    {3819, 3824}, {3889, 3889}, {3906, 3906}, {4001, 4055}, {4075, 4081}, {4120, 4216},
    {4218, 4389}, {4463, 4463}, {4470, 4470}, {4475, 4475}, {4483, 4483}, {4490, 4490},
    {4555, 4558}, {4600, 4825}, {4882, 4977}, {4979, 4999}, {6318, 6319}, {6322, 6322},
    {6325, 6325}, {6668, 6668}, {7843, 7844},
};

// "http://www.opengis.net/gml/srs/epsg.xml#4326", "urn:ogc:def:crs:EPSG::26910", "EPSG:4258": those
// with a code that is not geographic measure east before north, in metres. So does OGC's CRS84, in
// degrees.
bool is_geographic(std::string_view srs) {
  size_t begin = srs.size();
  while (begin > 0 && is_digit(srs[begin - 1])) --begin;
  const auto code = to_number(srs.substr(begin));
  if (!code) return true;
  for (const Codes& codes : geographic) {
    if (codes.first <= *code && *code <= codes.last) return true;
  }
  return false;
}

// What a geometry of GML holds.
struct Places {
  std::string numbers{};
  std::string_view srs{};
  std::string_view dimension{};
};

// The positions below, whatever lies between; of a polygon those of its outer ring.
void gather(const Element& element, Places& places, int depth) {
  take_first(places.srs, element.attribute("srsName"));
  take_first(places.dimension, element.attribute("srsDimension"));
  take_first(places.dimension, element.attribute("dimension"));  // GML 3.0
  for (const Element child : element.children()) {
    switch (child.key()) {
      case key("pos"):
      case key("posList"):
      case key("coordinates"):  // GML 2
      case key("lowerCorner"):  // of an Envelope
      case key("upperCorner"):
        take_first(places.srs, child.attribute("srsName"));
        take_first(places.dimension, child.attribute("srsDimension"));
        take_first(places.dimension, child.attribute("dimension"));
        places.numbers.append(child.text()).append(" ");
        break;
      case key("interior"):
      case key("innerBoundaryIs"):
        break;
      default:
        if (depth > 0) gather(child, places, depth - 1);
    }
  }
}

void take_gml(const Element& element, Draft& draft, const Shape& shape) {
  constexpr int deepest = 3;  // Polygon, exterior, LinearRing, posList
  Places places;
  gather(element, places, deepest);
  take(draft, shape, draft.arena().adopt(std::move(places.numbers)), gml_rank,
       places.dimension == "3" ? 3 : 2, is_geographic(places.srs));
}

}  // namespace

bool on_gml(const Element& element, Draft& draft) {
  switch (element.key()) {
    case key("Point"):
      take_gml(element, draft, point);
      return true;
    case key("LineString"):
      take_gml(element, draft, line);
      return true;
    case key("Polygon"):
      take_gml(element, draft, polygon);
      return true;
    case key("Envelope"):
      take_gml(element, draft, box);
      return true;
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

namespace {

bool take_coordinate(const Element& element, Draft& draft) {
  switch (element.key()) {
    case key("lat"):
      take_first(draft.latitude, json_number(draft.arena(), element.text()));
      return true;
    case key("long"):
    case key("lon"):
      take_first(draft.longitude, json_number(draft.arena(), element.text()));
      return true;
    default:
      return false;
  }
}

}  // namespace

bool on_geo(const Element& element, Draft& draft) {
  if (element.key() == key("Point")) {
    for (const Element child : element.children()) {
      if (child.ns() == Ns::geo) take_coordinate(child, draft);
    }
  } else if (!take_coordinate(element, draft)) {
    return false;
  }
  if (draft.latitude.empty() || draft.longitude.empty()) return true;
  if (w3c_rank >= draft.geo_rank) return true;
  List<std::string_view> numbers;
  numbers.push(draft.arena(), draft.longitude);
  numbers.push(draft.arena(), draft.latitude);
  draft.geo = {.type = point.type, .numbers = numbers};
  draft.geo_rank = w3c_rank;
  return true;
}

}  // namespace planetarium
