// SPDX-License-Identifier: Apache-2.0
// The QGIS style says what the theme says.
#include "styles/theme/qml.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "geo/base/error.hpp"

namespace {

using testing::HasSubstr;
using testing::Not;

styles::Theme twoClassTheme() {
    styles::Theme theme;
    theme.breaks = styles::ClassBreaks({35, 55});
    theme.ramp = {{255, 255, 204}, {120, 198, 121}, {0, 104, 55}};
    return theme;
}

styles::QmlWords words() {
    return {"cover", "name", {"dưới 35%", "từ 35 đến dưới 55%", "từ 55% trở lên"}, "chưa có số liệu"};
}

styles::QmlWords wordsWithStatuses() {
    styles::QmlWords all = words();
    all.statuses = {"status",
                    {"carried", "quy đổi"},
                    {"estimated", "ước tính"},
                    {"not reported", "chưa báo cáo"},
                    {"not applicable", "không áp dụng"}};
    return all;
}

}  // namespace

TEST(Qml, writesHalfOpenFilters) {
    const std::string qml = styles::qmlFor(twoClassTheme(), words());

    EXPECT_THAT(qml, HasSubstr("filter=\"&quot;cover&quot; &lt; 35\""));
    EXPECT_THAT(qml, HasSubstr("filter=\"&quot;cover&quot; &gt;= 35 AND &quot;cover&quot; &lt; 55\""));
    EXPECT_THAT(qml, HasSubstr("filter=\"&quot;cover&quot; &gt;= 55\""));
}

TEST(Qml, hatchesRowsWithoutAValueByARuleOfTheirOwn) {
    const std::string qml = styles::qmlFor(twoClassTheme(), words());

    EXPECT_THAT(qml,
                HasSubstr("symbol=\"3\" filter=\"&quot;cover&quot; IS NULL\" label=\"chưa có số liệu\""));
    EXPECT_THAT(qml, HasSubstr("LinePatternFill"));
}

TEST(Qml, labelsWithNameAndValue) {
    EXPECT_THAT(styles::qmlFor(twoClassTheme(), words()),
                HasSubstr("&quot;name&quot; || coalesce('\\n' || format_number(&quot;cover&quot;, 1), '')"));
}

TEST(Qml, leavesLabelsOutWhenTheThemeHasNone) {
    styles::Theme theme = twoClassTheme();
    theme.label = {false, false};

    EXPECT_THAT(styles::qmlFor(theme, words()), Not(HasSubstr("<labeling")));
}

TEST(Qml, escapesWordsAndFields) {
    styles::QmlWords odd = words();
    odd.valueField = "a\"b";
    odd.noDataLabel = "R&D <none>";
    const std::string qml = styles::qmlFor(twoClassTheme(), odd);

    EXPECT_THAT(qml, HasSubstr("&quot;a&quot;&quot;b&quot; IS NULL"));
    EXPECT_THAT(qml, HasSubstr("label=\"R&amp;D &lt;none&gt;\""));
}

TEST(Qml, wantsOneLabelAClass) {
    styles::QmlWords few = words();
    few.classLabels.pop_back();

    EXPECT_THROW(styles::qmlFor(twoClassTheme(), few), geo::Error);
}

TEST(Qml, tellsAFigureOwedFromOneThatIsMissing) {
    const std::string qml = styles::qmlFor(twoClassTheme(), wordsWithStatuses());

    EXPECT_THAT(qml, HasSubstr("filter=\"&quot;cover&quot; IS NULL AND coalesce(&quot;status&quot;, '') NOT IN "
                               "('not reported', 'not applicable')\" label=\"chưa có số liệu\""));
    EXPECT_THAT(qml, HasSubstr("filter=\"&quot;status&quot; = 'not reported'\" label=\"chưa báo cáo\""));
    EXPECT_THAT(qml, HasSubstr("filter=\"&quot;status&quot; = 'not applicable'\" label=\"không áp dụng\""));
}

TEST(Qml, marksWhatWasCarriedOrEstimatedUponItsClass) {
    const std::string qml = styles::qmlFor(twoClassTheme(), wordsWithStatuses());

    EXPECT_THAT(qml, HasSubstr("filter=\"&quot;status&quot; = 'carried' AND &quot;cover&quot; IS NOT NULL\""));
    EXPECT_THAT(qml, HasSubstr("filter=\"&quot;status&quot; = 'estimated' AND &quot;cover&quot; IS NOT NULL\""));
    EXPECT_THAT(qml, HasSubstr("PointPatternFill"));
    EXPECT_THAT(styles::qmlFor(twoClassTheme(), words()), Not(HasSubstr("PointPatternFill")));
}

TEST(Qml, writesLettersThatAreReadUponTheirGround) {
    const std::string qml = styles::qmlFor(twoClassTheme(), words());

    EXPECT_THAT(qml, HasSubstr("WHEN &quot;cover&quot; &lt; 35 THEN '#1f2933'"));
    EXPECT_THAT(qml, HasSubstr("WHEN &quot;cover&quot; &gt;= 55 THEN '#ffffff'"));
}

TEST(Qml, writesNumbersAsTheLanguageDoes) {
    styles::QmlWords vietnamese = words();
    vietnamese.language = "vi";

    EXPECT_THAT(styles::qmlFor(twoClassTheme(), vietnamese),
                HasSubstr("format_number(&quot;cover&quot;, 1, 'vi')"));
}
