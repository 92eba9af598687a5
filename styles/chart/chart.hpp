// SPDX-License-Identifier: Apache-2.0
// What charts show, as values: what is not known stays nothing, and is never drawn as zero.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "styles/map/map_sheet.hpp"
#include "styles/theme/colour.hpp"

namespace styles {

/// The page around a chart: title, subtitle, notes, source and status of its text.
struct ChartFrame {
    SizePx size{1280, 800};
    MapText text;
    /// Writes a value with its unit.
    std::function<std::string(double)> formatValue;
};

/// A level that all bars are held against.
struct ReferenceLevel {
    double value = 0;
    std::string label;
};

struct RankingBar {
    std::string name;
    std::optional<double> value;
    /// Stands in the place of a bar where there is no value.
    std::string statusLabel;
    Colour colour;
    /// Assigned to this very unit.
    std::optional<double> target;
};

struct RankingChart {
    ChartFrame frame;
    /// From the top.
    std::vector<RankingBar> bars;
    std::optional<ReferenceLevel> reference;
    /// Says what the mark of a target means; used where a bar has one.
    std::string targetLabel;
};

struct TrendPoint {
    int year = 0;
    std::optional<double> value;
    /// Hollow: not published yet.
    bool isDraft = false;
};

struct TrendChart {
    ChartFrame frame;
    std::vector<TrendPoint> points;
    /// Where the plan wants the values to go, by year.
    std::vector<TrendPoint> path;
    std::string valuesLabel;
    std::string draftLabel;
    std::string pathLabel;
    Colour colour;
};

enum class TargetVerdict { Unknown, Missed, Met };

struct Bullet {
    std::string name;
    std::optional<double> value;
    double target = 0;
    TargetVerdict verdict = TargetVerdict::Unknown;
    /// `51,87%`, or the word for why there is no value.
    std::string valueLabel;
    std::string targetLabel;
    /// What is missing, or by how much it is passed.
    std::string gapLabel;
};

struct BulletChart {
    ChartFrame frame;
    std::vector<Bullet> bullets;
    std::string metLabel;
    std::string missedLabel;
    std::string targetLabel;
};

struct HistogramColumn {
    std::string label;
    int count = 0;
    Colour colour;
    /// Of what has no value: hatched, apart from the classes.
    bool isNoData = false;
};

struct HistogramChart {
    ChartFrame frame;
    std::vector<HistogramColumn> columns;
    /// What is counted: `xã`.
    std::string countLabel;
};

}  // namespace styles
