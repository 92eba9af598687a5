// SPDX-License-Identifier: Apache-2.0
// Which columns hold coordinates, and whether they say which is east.
#include "layers/checks/coordinate_fields.hpp"

#include <gtest/gtest.h>

#include <array>
#include <string>

using layers::AxisNames;
using layers::CoordinateFields;
using layers::coordinateFieldsOf;
using layers::FieldType;
using layers::Schema;

namespace {

std::optional<CoordinateFields> fieldsIn(std::initializer_list<std::string> names) {
    Schema schema;
    for (const std::string& name : names) schema.add({name, FieldType::Text});
    return coordinateFieldsOf(schema);
}

struct Pair {
    const char* east;
    const char* north;
};

void expectPairs(std::initializer_list<Pair> pairs, AxisNames names) {
    for (const Pair& pair : pairs) {
        const auto found = fieldsIn({"STT", pair.north, "Tên", pair.east});
        ASSERT_TRUE(found) << pair.east << " " << pair.north;
        EXPECT_EQ(*found, (CoordinateFields{3, 1, names})) << pair.east << " " << pair.north;
    }
}

}  // namespace

TEST(CoordinateFields, areLongitudeAndLatitudeByTheirNames) {
    expectPairs({{"lon", "lat"},
                 {"LONG", "LAT"},
                 {"Longitude", "Latitude"},
                 {"lng", "lat"},
                 {"kinh_do", "vi_do"},
                 {"Kinh độ", "Vĩ độ"},
                 {"KINH ĐỘ (độ)", "VĨ ĐỘ (độ)"},
                 {"kinhdo", "vido"},
                 {"Kinh độ (WGS-84)", "Vĩ độ (WGS-84)"}},
                AxisNames::LonLat);
}

TEST(CoordinateFields, areEastAndNorthByTheirNames) {
    expectPairs({{"E", "N"},
                 {"Easting", "Northing"},
                 {"Đông", "Bắc"},
                 {"ĐÔNG (m)", "BẮC (m)"},
                 {"dong", "bac"},
                 {"Hướng Đông", "Hướng Bắc"},
                 {"Tọa độ Đông", "Tọa độ Bắc"}},
                AxisNames::EastNorth);
}

TEST(CoordinateFields, takeABracketThatNamesTheDirectionAtItsWord) {
    expectPairs({{"Y (Đông)", "X (Bắc)"},
                 {"y_dong", "x_bac"},
                 {"X (Đông)", "Y (Bắc)"},
                 {"Tọa độ Y (m, Đông)", "Tọa độ X (m, Bắc)"}},
                AxisNames::EastNorth);
}

TEST(CoordinateFields, leaveTheDirectionOpenForLetters) {
    expectPairs({{"X", "Y"},
                 {"x", "y"},
                 {"toa_do_x", "toa_do_y"},
                 {"Toạ độ X", "Toạ độ Y"},
                 {"tọa_độ_x", "tọa_độ_y"},
                 {"TỌA ĐỘ X (VN-2000)", "TỌA ĐỘ Y (VN-2000)"},
                 {"X (m)", "Y (m)"},
                 {"POINT_X", "POINT_Y"}},
                AxisNames::Xy);
}

TEST(CoordinateFields, preferAPairThatSaysWhichIsEast) {
    EXPECT_EQ(fieldsIn({"X", "Y", "lon", "lat"}), (CoordinateFields{2, 3, AxisNames::LonLat}));
    EXPECT_EQ(fieldsIn({"X", "Y", "E", "N"}), (CoordinateFields{2, 3, AxisNames::EastNorth}));
}

TEST(CoordinateFields, areNoneWithoutAWholePair) {
    EXPECT_EQ(fieldsIn({}), std::nullopt);
    EXPECT_EQ(fieldsIn({"x", "lat", "ten"}), std::nullopt);
    EXPECT_EQ(fieldsIn({"xa", "huyen", "dien_tich"}), std::nullopt);
    EXPECT_EQ(fieldsIn({"\xFF\xFE", "(", ""}), std::nullopt);
}
