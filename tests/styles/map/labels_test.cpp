// SPDX-License-Identifier: Apache-2.0
// Text never lies upon text and never leaves the picture.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>

#include "styles/map/compose_map.hpp"
#include "styles/map/label_placer.hpp"
#include "tests/styles/map/recording_canvas.hpp"
#include "tests/styles/map/sample_sheets.hpp"

namespace {

using styles::PlacedLabel;

styles::ComposedMap compose(const styles::MapSheet& sheet) {
    testing_styles::RecordingCanvas canvas;
    return styles::composeMap(sheet, canvas, testing_styles::FixedMeasure());
}

void expectNoCollisions(const styles::MapSheet& sheet, const std::vector<PlacedLabel>& labels) {
    const styles::RectPx picture{0, 0, double(sheet.size.width), double(sheet.size.height)};
    for (std::size_t i = 0; i < labels.size(); ++i) {
        EXPECT_TRUE(picture.contains(labels[i].box)) << labels[i].text;
        for (std::size_t j = i + 1; j < labels.size(); ++j) {
            EXPECT_FALSE(labels[i].box.overlaps(labels[j].box)) << labels[i].text << " on " << labels[j].text;
        }
    }
}

/// A random size, and every other time a random part of the map.
void varyView(styles::MapSheet& sheet, std::mt19937& random) {
    sheet.size = {700 + static_cast<int>(random() % 1800), 560 + static_cast<int>(random() % 1200)};
    if (random() % 2 == 0) return;
    const double west = 500'000 + static_cast<double>(random() % 50'000);
    const double south = 2'400'000 + static_cast<double>(random() % 50'000);
    const double side = 1'000 + static_cast<double>(random() % 60'000);
    sheet.extent = geo::Extent{west, south, west + side, south + side};
}

}  // namespace

TEST(Labels, neverOverlapNorLeaveThePictureInAHundredRandomViews) {
    std::mt19937 random(20'260'722);
    for (unsigned view = 0; view < 100; ++view) {
        styles::MapSheet sheet =
            testing_styles::mosaic(4 + static_cast<int>(view % 7), 3 + static_cast<int>(view % 5), view);
        varyView(sheet, random);
        SCOPED_TRACE(testing::Message()
                     << "view " << view << ", " << sheet.size.width << "x" << sheet.size.height);
        expectNoCollisions(sheet, compose(sheet).labels);
    }
}

TEST(Labels, neverOverlapNorLeaveThePictureUponCrowdedTowns) {
    std::mt19937 random(20'261'123);
    for (unsigned view = 0; view < 60; ++view) {
        styles::MapSheet sheet = testing_styles::crowdedSheet(static_cast<int>(random() % 150), view);
        varyView(sheet, random);
        SCOPED_TRACE(testing::Message() << "view " << view);
        expectNoCollisions(sheet, compose(sheet).labels);
    }
}

TEST(Labels, keepClearOfEverySymbol) {
    const styles::MapSheet sheet = testing_styles::crowdedSheet(80, 3);
    testing_styles::RecordingCanvas canvas;
    const styles::ComposedMap map = styles::composeMap(sheet, canvas, testing_styles::FixedMeasure());

    for (const PlacedLabel& label : map.labels) {
        for (const styles::PointPx centre : canvas.symbolCentres()) {
            const bool isOnMap = !label.placeCode.empty() || !label.unitCode.empty();
            EXPECT_FALSE(isOnMap && label.box.contains(centre)) << label.text;
        }
    }
}

TEST(Labels, nameTheLargestPointFirst) {
    styles::MapSheet sheet = testing_styles::crowdedSheet(0, 4);
    sheet.lines.clear();
    const geo::Coordinate town{530'000, 2'425'000};
    for (int i = 0; i < 30; ++i) {
        sheet.points.push_back({std::to_string(i), "Nhà máy chế biến", {town.x + 20 * i, town.y}});
        sheet.points.back().amount = i == 17 ? 900 : 100;
    }
    const styles::ComposedMap map = compose(sheet);

    const auto named =
        std::ranges::find_if(map.labels, [](const PlacedLabel& label) { return !label.placeCode.empty(); });
    ASSERT_NE(named, map.labels.end());
    EXPECT_EQ(named->placeCode, "17");
}

TEST(Labels, writeARiverOfManyReachesOnceAndAlongIt) {
    styles::MapSheet sheet = testing_styles::crowdedSheet(0, 5);
    sheet.lines.clear();
    for (int i = 0; i < 8; ++i) {
        const double x = 505'000 + 6'000.0 * i;
        const double y = 2'410'000 + 3'000.0 * i;
        sheet.lines.push_back(
            {std::to_string(i), "Nậm Na", geo::Geometry::lineString({{x, y}, {x + 6'000, y + 3'000}})});
    }
    testing_styles::RecordingCanvas canvas;
    const styles::ComposedMap map = styles::composeMap(sheet, canvas, testing_styles::FixedMeasure());

    const auto isNamed = [](const PlacedLabel& label) { return label.text == "Nậm Na"; };
    EXPECT_EQ(std::ranges::count_if(map.labels, isNamed), 1);
    // Rising one in two: half a right angle less, to the left above.
    EXPECT_THAT(canvas.record(), testing::HasSubstr(" turned -26.6 Nậm Na\n"));
}

TEST(Labels, standWithinTheMapFrame) {
    const styles::ComposedMap map = compose(testing_styles::mosaic(8, 6, 5));
    for (const PlacedLabel& label : map.labels) {
        EXPECT_TRUE(label.unitCode.empty() || map.frame.contains(label.box)) << label.text;
    }
}

TEST(Labels, carryNameAndValue) {
    const styles::ComposedMap map = compose(testing_styles::twoSquares());
    ASSERT_GE(map.labels.size(), 2u);
    EXPECT_EQ(map.labels[0].text, "Pa Ủ\n71,7");
    EXPECT_EQ(map.labels[1].text, "Tà Tổng");
}

TEST(LabelPlacer, movesALabelAsideWhenItsPlaceIsTaken) {
    const testing_styles::FixedMeasure measure;
    styles::LabelPlacer placer(measure, {0, 0, 400, 400});
    const styles::RowSpans unit({styles::RectPx{0, 0, 400, 400}.ring()}, 2);
    const styles::LabelLines lines{{"Tà Tổng", {}}};

    const auto first = placer.place({lines}, {200, 200}, unit);
    const auto second = placer.place({lines}, {200, 200}, unit);

    ASSERT_TRUE(first && second);
    EXPECT_EQ(first->box.centre(), (styles::PointPx{200, 200}));
    EXPECT_FALSE(first->box.overlaps(second->box));
}

TEST(LabelPlacer, givesUpWhereTheUnitIsNarrowerThanTheWords) {
    const testing_styles::FixedMeasure measure;
    styles::LabelPlacer placer(measure, {0, 0, 400, 400});
    const styles::RowSpans unit({styles::RectPx{200, 0, 210, 400}.ring()}, 2);

    EXPECT_EQ(placer.place({{{"Tà Tổng", {}}}}, {205, 200}, unit).has_value(), false);
}
