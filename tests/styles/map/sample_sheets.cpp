// SPDX-License-Identifier: Apache-2.0
// Builds the maps.
#include "tests/styles/map/sample_sheets.hpp"

#include <array>
#include <cstdio>
#include <random>

namespace testing_styles {
namespace {

using geo::Coordinate;

styles::Theme twoClasses() {
    styles::Theme theme;
    theme.id = "forest-cover";
    theme.breaks = styles::ClassBreaks({50});
    theme.ramp = {{211, 230, 180}, {12, 78, 74}};
    theme.noData = {{255, 255, 255}, {{169, 180, 192}, 1}, 6};
    theme.border = {{255, 255, 255}, 1};
    theme.outline = {{74, 88, 102}, 1.4};
    return theme;
}

std::string withComma(double value) {
    char text[32];
    std::snprintf(text, sizeof text, "%.1f", value);
    std::string words = text;
    words[words.size() - 2] = ',';
    return words;
}

styles::MapSheet wordedSheet() {
    styles::MapSheet sheet;
    sheet.theme = twoClasses();
    sheet.text = {.title = "Tỷ lệ che phủ rừng",
                  .subtitle = "Tỉnh Lai Châu",
                  .legendTitle = "Che phủ (%)",
                  .classLabels = {"dưới 50%", "từ 50% trở lên"},
                  .noDataLabel = "chưa có số liệu",
                  .countSuffix = "xã",
                  .referenceLabel = "mức toàn tỉnh",
                  .figure = {"Toàn tỉnh", "51,87%", "thấp hơn 3,13 điểm %"},
                  .notes = {"Ghi chú về cách tính."},
                  .sourceLine = "Nguồn: thử nghiệm",
                  .statusLine = "Dự thảo, chưa công bố",
                  .northLetter = "B",
                  .scaleUnit = "km"};
    sheet.formatValue = withComma;
    sheet.formatLength = withComma;
    sheet.referenceMark = 51.87;
    return sheet;
}

styles::MapUnit unitOf(const std::string& code, const std::string& name, std::vector<Coordinate> ring) {
    Coordinate middle;
    for (const Coordinate& corner : ring) {
        middle.x += corner.x / static_cast<double>(ring.size());
        middle.y += corner.y / static_cast<double>(ring.size());
    }
    return {code, name, geo::Geometry::polygon(std::move(ring)), std::nullopt, middle};
}

}  // namespace

styles::MapSheet twoSquares() {
    styles::MapSheet sheet = wordedSheet();
    sheet.units = {unitOf("1", "Pa Ủ", {{0, 0}, {10'000, 0}, {10'000, 10'000}, {0, 10'000}}),
                   unitOf("2", "Tà Tổng", {{10'000, 0}, {20'000, 0}, {20'000, 10'000}, {10'000, 10'000}})};
    sheet.units[0].value = 71.7;
    sheet.size = {1280, 800};
    return sheet;
}

styles::MapSheet mosaic(int columns, int rows, unsigned seed) {
    const std::array<const char*, 5> names{"Nậm", "Tủa Sín Chải", "Pa Ủ", "Bum Tở", "Phường Đoàn Kết"};
    // Only the raw numbers of the engine are the same in every library.
    std::mt19937 random(seed);
    const auto jitter = [&] { return 6'000.0 * static_cast<double>(random() % 1000) / 1000.0; };
    std::vector<Coordinate> nodes;
    for (int row = 0; row <= rows; ++row) {
        for (int column = 0; column <= columns; ++column) {
            nodes.push_back({500'000 + 10'000.0 * column + jitter(), 2'400'000 + 10'000.0 * row + jitter()});
        }
    }
    const auto node = [&](int column, int row) {
        return nodes[static_cast<std::size_t>(row * (columns + 1) + column)];
    };
    styles::MapSheet sheet = wordedSheet();
    for (int row = 0; row < rows; ++row) {
        for (int column = 0; column < columns; ++column) {
            const std::size_t index = sheet.units.size();
            sheet.units.push_back(unitOf(std::to_string(index), names[index % names.size()],
                                         {node(column, row), node(column + 1, row), node(column + 1, row + 1),
                                          node(column, row + 1)}));
            if (index % 7 != 6) sheet.units.back().value = static_cast<double>(random() % 1000) / 10;
        }
    }
    return sheet;
}

}  // namespace testing_styles
