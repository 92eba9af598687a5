// SPDX-License-Identifier: Apache-2.0
// Exported lines, points and plots carry the look of the map.
#include "styles/theme/data_qml.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "geo/base/error.hpp"

namespace {

using testing::HasSubstr;
using testing::Not;

const styles::Colour brown{140, 45, 4};
const styles::Colour blue{47, 143, 196};
const styles::Colour grey{127, 140, 153};

styles::DataColours twoClasses() { return {styles::ClassBreaks({70}), {brown, blue}, {}, grey}; }

styles::QmlColumns columns() { return {"share", "m3_day", "name", {"dưới 70%", "từ 70%"}, "chưa rõ"}; }

}  // namespace

TEST(DataQml, drawsPointsByClassAndTheRestHollow) {
    const std::string qml = styles::qmlFor(
        styles::PointsLook{twoClasses(), {6, 38}, styles::Symbol::Circle, {{255, 255, 255}, 1}, true},
        columns());

    EXPECT_THAT(qml, HasSubstr("filter=\"&quot;share&quot; &lt; 70\" label=\"dưới 70%\""));
    EXPECT_THAT(qml, HasSubstr("filter=\"ELSE\" label=\"chưa rõ\""));
    EXPECT_THAT(qml, HasSubstr("name=\"color\" value=\"255,255,255,255\""));
    EXPECT_THAT(qml, HasSubstr("<layerGeometryType>0</layerGeometryType>"));
}

TEST(DataQml, sizesCirclesByTheRootOfTheirAmount) {
    const std::string qml = styles::qmlFor(
        styles::PointsLook{twoClasses(), {6, 38}, styles::Symbol::Circle, {{255, 255, 255}, 1}, true},
        columns());

    // 6 and 38 pixels of 96 to the inch.
    EXPECT_THAT(qml, HasSubstr("max(1.587, 10.054 * sqrt(coalesce(&quot;m3_day&quot; / "
                               "nullif(maximum(&quot;m3_day&quot;), 0), 0)))"));
}

TEST(DataQml, drawsCategoriesByTheirSymbols) {
    const styles::DataColours colours{
        {},
        {},
        {{"II", brown, styles::Symbol::Star, {}}, {"IX", blue, styles::Symbol::TriangleDown, {}}},
        grey};
    const std::string qml = styles::qmlFor(
        styles::PointsLook{colours, {12, 12}, styles::Symbol::Circle, {{255, 255, 255}, 1}, true},
        {"sector", "", "", {"Năng lượng", "Quản lý chất thải"}, "chưa rõ"});

    EXPECT_THAT(qml, HasSubstr("&quot;sector&quot; IN ('II')"));
    EXPECT_THAT(qml, HasSubstr("name=\"name\" value=\"star\""));
    EXPECT_THAT(qml, HasSubstr("name=\"angle\" value=\"180\""));
    EXPECT_THAT(qml, Not(HasSubstr("data_defined")));
    EXPECT_THAT(qml, Not(HasSubstr("<labeling")));
}

TEST(DataQml, widensLinesAndTheirSeamsByTheirAmount) {
    const std::string qml =
        styles::qmlFor(styles::LinesLook{twoClasses(), {1.6, 9}, {{{255, 255, 255}, 1}}, true}, columns());

    EXPECT_THAT(qml, HasSubstr("max(0.423, 2.381 * coalesce("));
    EXPECT_THAT(qml, HasSubstr(" + 0.529\""));  // a pixel on either side
    EXPECT_THAT(qml, HasSubstr("<layerGeometryType>1</layerGeometryType>"));
}

TEST(DataQml, givesLinesWithoutClassesOneRuleForAll) {
    const std::string qml = styles::qmlFor(styles::LinesLook{{{}, {}, {}, blue}, {1, 4}, {}, true},
                                           {"", "", "name", {}, "sông, suối"});

    EXPECT_THAT(qml, HasSubstr("symbol=\"0\" filter=\"\" label=\"sông, suối\""));
}

TEST(DataQml, findsPlotsByTheCodesOfTheirGroup) {
    const styles::DataColours colours{
        {}, {}, {{"rich", {31, 138, 59}, styles::Symbol::Circle, {"TXG", "O'x"}}}, grey};
    const std::string qml = styles::qmlFor(styles::PlotsLook{colours, {{255, 255, 255}, 0.5}},
                                           {"ldlr", "", "", {"Rừng giàu"}, "khác"});

    EXPECT_THAT(qml, HasSubstr("&quot;ldlr&quot; IN ('rich', 'TXG', 'O''x')"));
    EXPECT_THAT(qml, HasSubstr("<layerGeometryType>2</layerGeometryType>"));
}

TEST(DataQml, classesAValueComputedFromSeveralColumns) {
    styles::PointsLook look;
    look.colours.breaks = styles::ClassBreaks({50});
    look.colours.ramp = {{1, 2, 3}, {4, 5, 6}};
    styles::QmlColumns columns;
    columns.labels = {"dưới 50%", "từ 50%"};
    columns.dataExpression = "100 * \"a\" / \"b\"";

    EXPECT_NE(styles::qmlFor(look, columns).find("(100 * &quot;a&quot; / &quot;b&quot;) &lt; 50"), std::string::npos);
}

TEST(DataQml, wantsOneLabelAClass) {
    styles::QmlColumns few = columns();
    few.labels.pop_back();
    EXPECT_THROW(styles::qmlFor(styles::LinesLook{twoClasses(), {1, 4}, {}, true}, few), geo::Error);
}
