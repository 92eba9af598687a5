// SPDX-License-Identifier: Apache-2.0
// Builds the maps.
#include "tests/styles/map/sample_sheets.hpp"

#include <array>
#include <cmath>
#include <cstdio>
#include <memory>
#include <random>
#include <utility>

#include "geo/shape/wkb.hpp"

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

namespace {

const styles::Colour brown{140, 45, 4};
const styles::Colour blue{47, 143, 196};
const styles::Colour grey{127, 140, 153};

void giveLooks(styles::MapSheet& sheet) {
    styles::Theme& theme = sheet.theme;
    theme.base = styles::Colour{245, 246, 247};
    theme.ramp.clear();
    theme.breaks = {};
    theme.lines = {
        {styles::ClassBreaks({70}), {brown, blue}, {}, grey}, {1, 8}, {{{255, 255, 255}, 1}}, true};
    theme.points = {{styles::ClassBreaks({70}), {brown, blue}, {}, grey},
                    {6, 38},
                    styles::Symbol::Circle,
                    {{255, 255, 255}, 1},
                    true};
    theme.plots = {{{}, {}, {{"rich", {31, 138, 59}, {}, {}}, {"farm", {253, 243, 166}, {}, {}}}, grey},
                   {{255, 255, 255}, 0.5}};
    sheet.text.classLabels.clear();
    sheet.text.lineLegend = {"Sông", {"dưới 70%", "từ 70%"}, "chưa rõ", "đoạn", "Lưu lượng (m³/ngày)", {},
                             {}};
    sheet.text.pointLegend = {
        "Điểm xả", {"dưới 70%", "từ 70%"}, "chưa rõ tỷ lệ", "điểm", "Lưu lượng (m³/ngày)", {}, {}};
    sheet.text.plotLegend = {"Lô rừng", {"rừng giàu", "đất nông nghiệp"}, "chưa rõ", "lô", {}, {}, {}};
    sheet.formatAmount = [](double amount) { return std::to_string(std::llround(amount)); };
}

}  // namespace

styles::PlotSource plotsOf(std::vector<styles::MapPlot> plots, std::size_t rows) {
    constexpr std::size_t inAPart = 100;
    const auto kept = std::make_shared<const std::vector<styles::MapPlot>>(std::move(plots));
    styles::PlotSource source;
    source.count = static_cast<std::int64_t>(kept->size());
    source.inRow.resize(rows);
    source.parts = (kept->size() + inAPart - 1) / inAPart;
    for (const styles::MapPlot& plot : *kept) {
        ++(plot.row ? source.inRow[*plot.row] : source.inNone);
        source.extent.include(plot.shape.extent());
        source.meanSide_m += plot.shape.extent().width() / static_cast<double>(kept->size());
    }
    source.within = [kept](const geo::Extent& window,
                           std::size_t most) -> std::optional<std::vector<styles::MapPlot>> {
        std::vector<styles::MapPlot> found;
        for (const styles::MapPlot& plot : *kept)
            if (plot.shape.extent().intersects(window)) found.push_back(plot);
        return found.size() > most ? std::nullopt : std::optional(std::move(found));
    };
    source.hasLevelFor = [](double) { return false; };
    source.read = [kept](std::size_t part, const styles::PlotVisit& visit) {
        const std::size_t end = std::min(kept->size(), (part + 1) * inAPart);
        for (std::size_t i = part * inAPart; i < end; ++i) {
            const auto blob = geo::toWkb((*kept)[i].shape);
            visit(geo::ShapeView::ofWkb(blob), (*kept)[i].row);
        }
    };
    return source;
}

std::vector<styles::MapPlot> plotsIn(const styles::PlotSource& source) {
    std::vector<styles::MapPlot> plots;
    for (std::size_t part = 0; part < source.parts; ++part) {
        source.read(part, [&](const geo::ShapeView& shape, styles::PlotRow row) {
            plots.push_back({shape.toGeometry(), row});
        });
    }
    return plots;
}

styles::MapSheet crowdedSheet(int points, unsigned seed) {
    const std::array<const char*, 4> names{"Sông Đà", "Nhà máy thủy điện Bản Chát",
                                           "Bệnh viện đa khoa tỉnh Lai Châu",
                                           "Công ty cổ phần đầu tư và phát triển chè Tam Đường Lai Châu"};
    styles::MapSheet sheet = mosaic(6, 5, seed);
    giveLooks(sheet);
    std::mt19937 random(seed + 1);
    const auto upTo = [&](double most) { return most * static_cast<double>(random() % 1000) / 1000; };
    const auto somewhere = [&] { return Coordinate{505'000 + upTo(50'000), 2'405'000 + upTo(40'000)}; };
    for (int i = 0; i < points; ++i) {
        const Coordinate town{530'000 + upTo(1'500), 2'425'000 + upTo(1'500)};
        styles::MapPoint point{std::to_string(i), names[random() % names.size()],
                               i % 2 == 0 ? town : somewhere()};
        if (i % 5 != 4) point.value = upTo(100);
        point.amount = upTo(5'000);
        sheet.points.push_back(std::move(point));
    }
    for (int i = 0; i < 12; ++i) {
        styles::MapLine line{std::to_string(i), names[random() % 2] + std::to_string(i / 2),
                             geo::Geometry::lineString({somewhere(), somewhere(), somewhere()})};
        if (i % 4 != 3) line.value = upTo(100);
        line.amount = upTo(9'000);
        sheet.lines.push_back(std::move(line));
    }
    std::vector<styles::MapPlot> plots;
    for (int i = 0; i < 40; ++i) {
        const Coordinate corner = somewhere();
        const std::array<styles::PlotRow, 3> rows{0, 1, std::nullopt};
        plots.push_back({geo::Geometry::polygon({corner,
                                                 {corner.x + 900, corner.y},
                                                 {corner.x + 900, corner.y + 900},
                                                 {corner.x, corner.y + 900}}),
                         rows[static_cast<std::size_t>(i) % rows.size()]});
    }
    sheet.plots = plotsOf(std::move(plots), 2);
    return sheet;
}

}  // namespace testing_styles
