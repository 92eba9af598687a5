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
