// SPDX-License-Identifier: Apache-2.0
// A camera over the plane: what it shows, and what stays under the pointer.
#include "app/desktop/map_camera.hpp"

#include <gtest/gtest.h>

using app::MapCamera;

namespace {

const geo::Extent tenByFive{500'000, 2'400'000, 510'000, 2'405'000};

}  // namespace

TEST(MapCamera, showsAllOfAnExtentInTheMiddle) {
    const MapCamera camera(tenByFive, {800, 600});
    EXPECT_TRUE(camera.extent().contains(tenByFive));
    EXPECT_EQ(camera.toPane(tenByFive.centre()), QPointF(400, 300));
}

TEST(MapCamera, keepsWhatLiesUnderThePointerWhenItZooms) {
    const MapCamera camera(tenByFive, {800, 600});
    const QPointF pointer(123, 456);
    const geo::Coordinate held = camera.toPlane(pointer);
    const MapCamera nearer = camera.zoomedAbout(pointer, 2.5);
    EXPECT_NEAR(nearer.toPlane(pointer).x, held.x, 1e-6);
    EXPECT_NEAR(nearer.toPlane(pointer).y, held.y, 1e-6);
    EXPECT_NEAR(nearer.metresPerPoint(), camera.metresPerPoint() / 2.5, 1e-9);
}

TEST(MapCamera, movesTheGroundWithTheHand) {
    const MapCamera camera(tenByFive, {800, 600});
    const geo::Coordinate place = camera.toPlane({100, 100});
    EXPECT_NEAR(camera.movedBy({30, -20}).toPane(place).x(), 130, 1e-6);
    EXPECT_NEAR(camera.movedBy({30, -20}).toPane(place).y(), 80, 1e-6);
}

TEST(MapCamera, comesNoNearerThanAPaceAPoint) {
    MapCamera camera(tenByFive, {800, 600});
    for (int i = 0; i < 100; ++i) camera = camera.zoomedAbout({1, 1}, 2);
    EXPECT_GT(camera.metresPerPoint(), 0.1);
    for (int i = 0; i < 100; ++i) camera = camera.zoomedAbout({1, 1}, 0.5);
    EXPECT_LT(camera.metresPerPoint(), 50'000);
}

TEST(MapCamera, paintsTheSamePlacesAtAnyDensity) {
    const MapCamera camera(tenByFive, {800, 600});
    const geo::Coordinate place{503'210, 2'401'234};
    const QPointF inPane = camera.toPane(place);
    const styles::PointPx inPicture = camera.viewAt(2).toPicture(place);
    EXPECT_NEAR(inPicture.x, 2 * inPane.x(), 1e-6);
    EXPECT_NEAR(inPicture.y, 2 * inPane.y(), 1e-6);
}
