// SPDX-License-Identifier: Apache-2.0
// A map is drawn as its sheet says, verb by verb.
#include "styles/map/compose_map.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <fstream>

#include "geo/base/error.hpp"
#include "tests/styles/map/recording_canvas.hpp"
#include "tests/styles/map/sample_sheets.hpp"

namespace {

using testing::HasSubstr;
using testing::Not;

struct Drawn {
    std::string record;
    styles::ComposedMap map;
};

Drawn draw(const styles::MapSheet& sheet) {
    testing_styles::RecordingCanvas canvas;
    styles::ComposedMap map = styles::composeMap(sheet, canvas, testing_styles::FixedMeasure());
    return {canvas.record(), std::move(map)};
}

std::string faultOf(const styles::MapSheet& sheet) {
    try {
        draw(sheet);
    } catch (const geo::Error& error) {
        return error.message().id;
    }
    return "none";
}

}  // namespace

// When a change of layout is meant, look at a picture of it first, then copy the file the failure names.
TEST(ComposeMap, drawsTwoSquaresAsWritten) {
    std::ifstream golden(KHOANH_SOURCE_DIR "/tests/styles/map/two_squares.txt");
    const std::string expected{std::istreambuf_iterator<char>(golden), {}};

    const std::string record = draw(testing_styles::twoSquares()).record;

    const std::string actual = KHOANH_BINARY_DIR "/two_squares.actual.txt";
    if (record != expected) std::ofstream(actual) << record;
    EXPECT_EQ(record, expected) << "kept as " << actual;
}

TEST(ComposeMap, drawsTheSameTwice) {
    const styles::MapSheet sheet = testing_styles::mosaic(6, 5, 1);
    EXPECT_EQ(draw(sheet).record, draw(sheet).record);
}

TEST(ComposeMap, hatchesAUnitWithoutAFigureAndNeverColoursItAsZero) {
    styles::MapSheet sheet = testing_styles::twoSquares();
    const std::string missing = draw(sheet).record;
    sheet.units[1].value = 0;
    const std::string zero = draw(sheet).record;

    EXPECT_THAT(missing, HasSubstr("stroke #a9b4c0"));
    EXPECT_THAT(zero, Not(HasSubstr("stroke #a9b4c0")));
}

TEST(ComposeMap, takesAValueThatIsNoNumberForNone) {
    styles::MapSheet sheet = testing_styles::twoSquares();
    const std::string missing = draw(sheet).record;
    sheet.units[1].value = std::nan("");

    EXPECT_EQ(draw(sheet).record, missing);
}

TEST(ComposeMap, leavesTheNoDataRowOutWhenEveryUnitHasAFigure) {
    styles::MapSheet sheet = testing_styles::twoSquares();
    EXPECT_THAT(draw(sheet).record, HasSubstr("chưa có số liệu"));
    sheet.units[1].value = 40;

    EXPECT_THAT(draw(sheet).record, Not(HasSubstr("chưa có số liệu")));
}

TEST(ComposeMap, countsTheUnitsOfEachClass) {
    styles::MapSheet sheet = testing_styles::mosaic(5, 4, 3);
    for (styles::MapUnit& unit : sheet.units) unit.value = 50;
    sheet.units[0].value = 49.9;

    const std::string record = draw(sheet).record;
    EXPECT_THAT(record, HasSubstr(" 1 xã\n"));
    EXPECT_THAT(record, HasSubstr(" 19 xã\n"));
}

TEST(ComposeMap, drawsTheBorderTwoUnitsShareOnce) {
    const std::string record = draw(testing_styles::twoSquares()).record;
    // One shared side: two points, one line.
    EXPECT_THAT(record, testing::ContainsRegex("stroke #ffffff 1.0 line 2 pts from [0-9.,]+\n"));
}

TEST(ComposeMap, namesUnitsLeftWithoutALabel) {
    styles::MapSheet sheet = testing_styles::mosaic(60, 40, 2);
    const styles::ComposedMap map = draw(sheet).map;
    std::size_t labelled = 0;
    for (const styles::PlacedLabel& label : map.labels) labelled += label.unitCode.empty() ? 0u : 1u;

    EXPECT_GT(map.unlabelled.size(), 0u);
    EXPECT_EQ(map.unlabelled.size() + labelled, sheet.units.size());
}

TEST(ComposeMap, refusesAPictureTooSmallForItsWords) {
    styles::MapSheet sheet = testing_styles::twoSquares();
    sheet.size = {200, 150};
    EXPECT_EQ(faultOf(sheet), "map.size-too-small");
    sheet.size = {0, 0};
    EXPECT_EQ(faultOf(sheet), "map.size-too-small");
}

TEST(ComposeMap, refusesAMapOfNothing) {
    styles::MapSheet sheet = testing_styles::twoSquares();
    sheet.units.clear();
    EXPECT_EQ(faultOf(sheet), "map.nothing-to-draw");
}

TEST(ComposeMap, wantsOneLabelAClass) {
    styles::MapSheet sheet = testing_styles::twoSquares();
    sheet.text.classLabels.pop_back();
    EXPECT_EQ(faultOf(sheet), "map.class-labels");
}
