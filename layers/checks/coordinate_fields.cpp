// SPDX-License-Identifier: Apache-2.0
// Pairs of heads, the clearest first.
#include "layers/checks/coordinate_fields.hpp"

#include <initializer_list>
#include <string_view>

#include "layers/checks/column_heads.hpp"

namespace layers {
namespace {

using Names = std::initializer_list<std::string_view>;

std::optional<CoordinateFields> pairOf(const Schema& schema, Names east, Names north, AxisNames names) {
    const auto eastColumn = columnNamed(schema, east);
    const auto northColumn = columnNamed(schema, north);
    if (!eastColumn || !northColumn || *eastColumn == *northColumn) return std::nullopt;
    return CoordinateFields{*eastColumn, *northColumn, names};
}

std::optional<CoordinateFields> degreesIn(const Schema& schema) {
    return pairOf(schema, {"lon", "lng", "long", "longitude", "kinh_do", "kinh_tuyen", "toa_do_kinh_do"},
                  {"lat", "latitude", "vi_do", "vi_tuyen", "toa_do_vi_do"}, AxisNames::LonLat);
}

std::optional<CoordinateFields> metresIn(const Schema& schema) {
    return pairOf(
        schema,
        {"e", "east", "easting", "dong", "huong_dong", "toa_do_dong", "y_dong", "x_dong", "dong_y", "dong_x",
         "y_e", "x_e", "y_east", "x_east", "toa_do_y_dong", "toa_do_x_dong", "y_huong_dong", "x_huong_dong"},
        {"n", "north", "northing", "bac", "huong_bac", "toa_do_bac", "x_bac", "y_bac", "bac_x", "bac_y",
         "x_n", "y_n", "x_north", "y_north", "toa_do_x_bac", "toa_do_y_bac", "x_huong_bac", "y_huong_bac"},
        AxisNames::EastNorth);
}

std::optional<CoordinateFields> lettersIn(const Schema& schema) {
    return pairOf(schema,
                  {"x", "toa_do_x", "td_x", "x_toa_do", "x_coord", "coord_x", "x_coordinate", "point_x",
                   "pos_x", "hoanh_do"},
                  {"y", "toa_do_y", "td_y", "y_toa_do", "y_coord", "coord_y", "y_coordinate", "point_y",
                   "pos_y", "tung_do"},
                  AxisNames::Xy);
}

}  // namespace

std::optional<CoordinateFields> coordinateFieldsOf(const Schema& schema) {
    if (const auto degrees = degreesIn(schema)) return degrees;
    if (const auto metres = metresIn(schema)) return metres;
    return lettersIn(schema);
}

}  // namespace layers
