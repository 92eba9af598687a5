// SPDX-License-Identifier: Apache-2.0
// Pictures that give way to newer ones.
#include <gtest/gtest.h>

#include <atomic>

#include "app/desktop/map_pane.hpp"
#include "geo/shape/wkb.hpp"
#include "tests/app/desktop/window_stage.hpp"
#include "tests/styles/map/sample_sheets.hpp"

namespace {

/// Many plots; the first picture reads them without end, until it is given up.
struct EndlessOnce {
    std::atomic<bool> hasBegun = false;
    std::atomic<int> pictures = 0;

    std::shared_ptr<const styles::MapSheet> sheet() {
        styles::MapSheet sheet = testing_styles::crowdedSheet(0, 1);
        const geo::Geometry plot = geo::Geometry::polygon(
            {{510'000, 2'410'000}, {511'000, 2'410'000}, {511'000, 2'411'000}, {510'000, 2'411'000}});
        sheet.plots = testing_styles::plotsOf({{plot, 0}}, 2);
        sheet.plots.within = [](const geo::Extent&, std::size_t) { return std::nullopt; };
        sheet.plots.read = [this, blob = geo::toWkb(plot)](std::size_t, const styles::PlotVisit& visit) {
            const bool isEndless = pictures++ == 0;
            hasBegun = true;
            do visit(geo::ShapeView::ofWkb(blob), 0);
            while (isEndless);
        };
        return std::make_shared<const styles::MapSheet>(std::move(sheet));
    }
};

}  // namespace

TEST(MapPane, givesAPictureUpForTheViewPeopleHaveComeTo) {
    const stage::Window window;
    EndlessOnce plots;
    app::MapPane map(window.desk());
    map.resize(400, 300);
    map.setContent(plots.sheet(), {});
    ASSERT_TRUE(stage::waitFor([&] { return plots.hasBegun.load(); }));

    map.zoomBy(1.5);

    EXPECT_TRUE(stage::waitFor([&] { return map.isSettled(); }));
    EXPECT_GT(plots.pictures, 1);
}

TEST(MapPane, leavesNoPictureBehindWhenItGoes) {
    const stage::Window window;
    EndlessOnce plots;
    {
        app::MapPane map(window.desk());
        map.resize(400, 300);
        map.setContent(plots.sheet(), {});
        ASSERT_TRUE(stage::waitFor([&] { return plots.hasBegun.load(); }));
    }
    EXPECT_EQ(plots.pictures, 1);
}
