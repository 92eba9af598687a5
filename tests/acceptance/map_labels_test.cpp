// SPDX-License-Identifier: Apache-2.0
// Every shipped theme of the whole sample, on screen and on paper: no text clipped, none upon another.
#include <gtest/gtest.h>

#include <random>

#include "app/jobs/map.hpp"
#include "styles/map/compose_map.hpp"
#include "styles/paint/qt_canvas.hpp"
#include "tests/app/jobs/office.hpp"
#include "tests/styles/map/recording_canvas.hpp"

namespace {

constexpr styles::SizePx screen{1280, 800};
constexpr styles::SizePx a4{1754, 1240};

app::MapRequest request(const std::string& theme, layers::UnitLevel level, styles::SizePx size) {
    app::MapRequest map;
    map.theme = theme;
    map.size = size;
    map.themesFolder = office::dataFolder() / "themes";
    map.figures.level = level;
    if (level != layers::UnitLevel::District) return map;
    map.figures.unitsOn = geo::Date{2024, 12, 31};
    // Tables of 2025 speak of communes that lie across the old districts.
    if (theme.starts_with("waste-") && theme != "waste-models") map.figures.period = 2024;
    return map;
}

void expectClearText(const styles::ComposedMap& map, styles::SizePx size, const std::string& what) {
    const styles::RectPx page{0, 0, double{1} * size.width, double{1} * size.height};
    EXPECT_GT(map.labels.size(), 10u) << what;
    for (std::size_t i = 0; i < map.labels.size(); ++i) {
        EXPECT_TRUE(page.contains(map.labels[i].box)) << what << ": " << map.labels[i].text;
        for (std::size_t j = i + 1; j < map.labels.size(); ++j) {
            EXPECT_FALSE(map.labels[i].box.overlaps(map.labels[j].box))
                << what << ": " << map.labels[i].text << " upon " << map.labels[j].text;
        }
    }
}

/// Somewhere in the province, from half of it down to a village.
geo::Extent someView(const geo::Extent& all, std::mt19937& random) {
    const auto upTo = [&](double most) { return most * static_cast<double>(random() % 10'000) / 10'000; };
    const double part = 0.02 + upTo(0.5);
    const double width = part * all.width();
    const double height = part * all.height() * (0.6 + upTo(0.8));
    const double x = all.minX + upTo(all.width() - width);
    const double y = all.minY + upTo(all.height() - height);
    return {x, y, x + width, y + height};
}

geo::Extent extentOf(const styles::MapSheet& sheet) {
    geo::Extent all;
    for (const styles::MapUnit& unit : sheet.units) all.include(unit.shape.extent());
    return all;
}

class MapOfTheWholeSample : public testing::TestWithParam<const char*> {};

}  // namespace

TEST_P(MapOfTheWholeSample, hasNoTextClippedOrUponAnother) {
    const std::string theme = GetParam();
    const styles::PaintSession session;
    const auto measure = styles::makeTextMeasure(session);
    auto desk = office::Desk::whole();
    geo::Progress progress;
    for (const auto level : {layers::UnitLevel::Commune, layers::UnitLevel::District}) {
        for (const auto size : {screen, a4}) {
            const auto map =
                app::prepareMap(desk.project(), request(theme, level, size), office::words(), progress);
            desk.show(map.project);
            testing_styles::RecordingCanvas canvas;
            const auto composed = styles::composeMap(map.sheet, canvas, *measure);
            expectClearText(composed, size,
                            theme + " by " + layers::wordOf(level) + " " + std::to_string(size.width));
        }
    }
}

TEST_P(MapOfTheWholeSample, hasNoTextClippedOrUponAnotherInAnyOf25Views) {
    const std::string theme = GetParam();
    const styles::PaintSession session;
    const auto measure = styles::makeTextMeasure(session);
    const auto desk = office::Desk::whole();
    geo::Progress progress;
    auto sheet = app::prepareMap(desk.project(), request(theme, layers::UnitLevel::Commune, screen),
                                 office::words(), progress)
                     .sheet;
    const geo::Extent all = extentOf(sheet);
    std::mt19937 random(static_cast<unsigned>(theme.size()));
    for (int view = 0; view < 25; ++view) {
        sheet.extent = someView(all, random);
        sheet.size = view % 5 == 0 ? a4 : screen;
        testing_styles::RecordingCanvas canvas;
        const auto composed = styles::composeMap(sheet, canvas, *measure);
        expectClearText(composed, sheet.size, theme + " view " + std::to_string(view));
    }
}

INSTANTIATE_TEST_SUITE_P(Themes, MapOfTheWholeSample,
                         testing::Values("forest-cover", "forest-plots", "wastewater", "outfalls",
                                         "waste-models", "waste-urban", "waste-rural", "targets"));
