// SPDX-License-Identifier: Apache-2.0
// Points that hide one another, shown as one with their number; nearer to, they open.
#pragma once

#include <string>
#include <vector>

#include "styles/map/label_placer.hpp"
#include "styles/map/point_layer.hpp"

namespace styles {

struct PointCluster {
    std::vector<ScreenPoint> members;
    /// The mean of their places.
    PointPx centre;
    double diameter_px = 0;

    RectPx box() const { return RectPx{centre.x, centre.y, centre.x, centre.y}.grownBy(diameter_px / 2); }
};

/// Every point once, by itself or in one cluster.
struct ClusteredPoints {
    std::vector<ScreenPoint> alone;
    std::vector<PointCluster> clusters;
};

/// Joins points whose symbols mostly lie upon each other, then whatever a cluster's ring would cover. The
/// same points in the same order always give the same clusters.
ClusteredPoints clusteredPoints(const std::vector<ScreenPoint>& points, double unit);

/// A ring shared out among the classes or categories of what it stands for.
void drawCluster(const PointCluster& cluster, const PointsLook& look, Canvas& canvas);

/// How many it stands for, as written, in its middle.
LabelPlace numberOf(const PointCluster& cluster, std::string number, double unit, const TextMeasure& measure);

}  // namespace styles
