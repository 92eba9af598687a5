// SPDX-License-Identifier: Apache-2.0
// A picture from the levels kept is the picture of the shapes, on any number of cores.
#include <gtest/gtest.h>
#include <sched.h>

#include <cmath>
#include <stop_token>

#include "app/jobs/map.hpp"
#include "styles/map/plot_layer.hpp"
#include "styles/paint/pictures.hpp"
#include "tests/app/jobs/office.hpp"

namespace {

/// The plots of a workspace, drawn as an image however few they are.
styles::MapSheet plotSheet(const office::Desk& desk, styles::SizePx size = {1280, 800}) {
    app::MapRequest request;
    request.theme = "forest-plots";
    request.size = size;
    request.themesFolder = office::dataFolder() / "themes";
    geo::Progress progress;
    styles::MapSheet sheet = app::prepareMap(desk.project(), request, office::words(), progress).sheet;
    sheet.plots.within = [](const geo::Extent&, std::size_t) { return std::nullopt; };
    return sheet;
}

styles::MapSheet withoutLevels(styles::MapSheet sheet) {
    sheet.plots.hasLevelFor = [](double) { return false; };
    return sheet;
}

int channel(std::uint32_t pixel, int which) { return static_cast<int>(pixel >> (8 * which) & 0xFFU); }

/// Of 255, the mean over all channels of all pixels.
double meanDifference(const styles::Raster& a, const styles::Raster& b) {
    double sum = 0;
    for (std::size_t i = 0; i < a.pixels.size(); ++i)
        for (int which = 0; which < 3; ++which)
            sum += std::abs(channel(a.pixels[i], which) - channel(b.pixels[i], which));
    return sum / 3 / static_cast<double>(a.pixels.size());
}

/// All further work of this process on one core, until it goes.
class OneCore {
  public:
    OneCore() {
        sched_getaffinity(0, sizeof m_before, &m_before);
        cpu_set_t one;
        CPU_ZERO(&one);
        for (std::size_t core = 0; CPU_COUNT(&one) == 0; ++core)
            if (CPU_ISSET(core, &m_before)) CPU_SET(core, &one);
        sched_setaffinity(0, sizeof one, &one);
    }
    ~OneCore() { sched_setaffinity(0, sizeof m_before, &m_before); }
    OneCore(const OneCore&) = delete;
    OneCore& operator=(const OneCore&) = delete;

  private:
    cpu_set_t m_before{};
};

}  // namespace

TEST(LayerLevels, drawWhatTheShapesDraw) {
    const office::Desk desk = office::Desk::full();
    const styles::PaintSession session;
    for (const styles::SizePx size : {styles::SizePx{900, 640}, styles::SizePx{1280, 800}}) {
        const styles::MapSheet sheet = plotSheet(desk, size);
        ASSERT_TRUE(styles::drawsPlotsAsImage(sheet));

        const auto levels = styles::paintingOf(sheet, session).raster;
        const auto shapes = styles::paintingOf(withoutLevels(sheet), session).raster;

        EXPECT_NE(levels.pixels, shapes.pixels) << "levels are simplified, so they were not drawn";
        EXPECT_LT(meanDifference(levels, shapes), 0.7) << size.width;
    }
}

TEST(LayerLevels, countWhatTheShapesCount) {
    const office::Desk desk = office::Desk::full();
    const styles::MapSheet sheet = plotSheet(desk);

    std::vector<int> counted(sheet.plots.inRow.size());
    int inNone = 0;
    for (std::size_t part = 0; part < sheet.plots.parts; ++part) {
        sheet.plots.read(
            part, [&](const geo::ShapeView&, styles::PlotRow row) { ++(row ? counted[*row] : inNone); });
    }

    EXPECT_EQ(sheet.plots.inRow, counted);
    EXPECT_EQ(sheet.plots.inNone, inNone);
}

TEST(LayerLevels, giveTheSamePixelsOnOneCoreAndOnAll) {
    const office::Desk desk = office::Desk::full();
    const styles::PaintSession session;
    for (const styles::MapSheet& sheet : {plotSheet(desk), withoutLevels(plotSheet(desk))}) {
        const auto onAll = styles::paintingOf(sheet, session).raster;
        const OneCore one;

        EXPECT_EQ(styles::paintingOf(sheet, session).raster.pixels, onAll.pixels);
    }
}

TEST(LayerLevels, areReadOnceForManyPictures) {
    const office::Desk desk = office::Desk::full();
    const styles::MapSheet sheet = plotSheet(desk);
    const double coarse_m = 400;
    const auto first = sheet.plots.simplified(sheet.plots.extent, coarse_m, {});
    const auto again = sheet.plots.simplified(sheet.plots.extent, coarse_m, {});
    ASSERT_FALSE(first.empty());
    ASSERT_EQ(first.size(), again.size());
    for (std::size_t i = 0; i < first.size(); ++i) EXPECT_EQ(first[i].tile, again[i].tile);
    const geo::Extent nowhere{0, 0, 1, 1};
    EXPECT_TRUE(sheet.plots.simplified(nowhere, coarse_m, {}).empty());
}

TEST(LayerLevels, stopBetweenTilesWhenAsked) {
    const office::Desk desk = office::Desk::full();
    app::MapRequest request;
    request.theme = "forest-plots";
    request.themesFolder = office::dataFolder() / "themes";
    std::stop_source wish;
    geo::Progress progress({}, wish.get_token());
    styles::MapSheet sheet = app::prepareMap(desk.project(), request, office::words(), progress).sheet;
    sheet.plots.within = [](const geo::Extent&, std::size_t) { return std::nullopt; };
    const styles::PaintSession session;

    wish.request_stop();

    EXPECT_THROW(styles::paintingOf(sheet, session), geo::Error);
    EXPECT_THROW(styles::paintingOf(withoutLevels(sheet), session), geo::Error);
}
