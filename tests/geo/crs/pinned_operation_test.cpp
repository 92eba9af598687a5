// SPDX-License-Identifier: Apache-2.0
// VN-2000 and WGS 84 are joined by the decree's parameters, in every projection and both directions.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "geo/crs/transform.hpp"
#include "geo/crs/vn2000.hpp"

namespace {

std::vector<geo::Crs> systemsOnVn2000() {
    return {geo::Crs::fromText("EPSG:9205"),
            geo::Crs::fromText("EPSG:9208"),
            geo::Crs::fromText("EPSG:3405"),
            geo::Crs::fromText("EPSG:3406"),
            geo::Crs::fromText("EPSG:4756"),
            geo::vn2000TransverseMercator(103, 0.9996),
            geo::vn2000TransverseMercator(104.75, 0.9996)};
}

std::vector<geo::Crs> systemsOnWgs84() {
    return {geo::Crs::fromText("EPSG:4326"), geo::Crs::fromText("OGC:CRS84"),
            geo::Crs::fromText("EPSG:32648"), geo::Crs::fromText("EPSG:3857"),
            geo::wgs84TransverseMercator(103, 0.9999)};
}

}  // namespace

TEST(PinnedOperation, isTheDecreesBetweenAllSystemsOfBothDatums) {
    for (const geo::Crs& national : systemsOnVn2000()) {
        for (const geo::Crs& global : systemsOnWgs84()) {
            for (const std::string& operation : {geo::Transform(national, global).operation(),
                                                 geo::Transform(global, national).operation()}) {
                EXPECT_NE(operation.find("EPSG:6960"), std::string::npos) << national.name() << operation;
                EXPECT_EQ(operation.find("5194"), std::string::npos) << global.name() << operation;
            }
        }
    }
}
