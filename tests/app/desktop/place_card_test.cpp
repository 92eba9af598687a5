// SPDX-License-Identifier: Apache-2.0
// The past of a place as a line.
#include "app/desktop/place_card.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "tests/app/desktop/window_hands.hpp"

namespace {

/// How far a colour is from the one the line has, over its three parts.
int distance(QRgb one, const QColor& other) {
    return std::abs(qRed(one) - other.red()) + std::abs(qGreen(one) - other.green()) +
           std::abs(qBlue(one) - other.blue());
}

/// Columns of a picture, between its edges and above its foot, without a dot of the colour.
int columnsWithout(const QImage& picture, const QColor& colour, int foot) {
    constexpr int edge = 8;
    constexpr int near = 150;
    int count = 0;
    for (int x = edge; x < picture.width() - edge; ++x) {
        int nearest = near;
        for (int y = 0; y < picture.height() - foot; ++y)
            nearest = std::min(nearest, distance(picture.pixel(x, y), colour));
        count += nearest >= near ? 1 : 0;
    }
    return count;
}

}  // namespace

TEST(PlaceCard, drawsOneLineThroughAllYearsItKnows) {
    stage::Window window;
    window.openCopy();
    window.showTheme("waste-rural");
    const auto& past = window->shown()->view.past;
    const auto longest =
        std::ranges::max_element(past, {}, [](const auto& unit) { return unit.second.size(); });
    ASSERT_GE(longest->second.size(), 3u);

    window->page().selection().select(longest->first);
    QApplication::processEvents();

    auto* const trend = window.find<QWidget>("trend");
    ASSERT_NE(trend, nullptr);
    ASSERT_TRUE(trend->isVisible());
    const QImage picture = trend->grab().toImage();
    EXPECT_EQ(columnsWithout(picture, app::colours().accent, trend->fontMetrics().height()), 0);
}
