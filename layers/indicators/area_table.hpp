// SPDX-License-Identifier: Apache-2.0
// How much of what lies in which unit: the exact area of polygons by unit and class.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "geo/base/progress.hpp"
#include "layers/checks/finding.hpp"
#include "layers/indicators/ledger.hpp"
#include "layers/indicators/unit_zones.hpp"
#include "layers/model/shape_stream.hpp"

namespace layers {

struct AreaQuestion {
    std::span<const Zone> zones;
    /// The field whose text is the class; empty for no classes.
    std::string classField;
    AreaFactor areaFactor;
    /// 0: as many as the machine has. The result does not depend on it.
    unsigned threads = 0;
};

struct AreaCell {
    /// Empty for what lies outside all units.
    std::string unitCode;
    /// Empty for polygons without one.
    std::string className;
    PlotSum plots;
    bool operator==(const AreaCell&) const = default;
};

struct AreaTable {
    /// By unit, then class; outside all units last. Only cells with something in them.
    std::vector<AreaCell> cells;
    Ledger ledger;
    std::vector<Finding> findings;
};

/// Polygons count as they lie, however often they lie there; lines and points have no area.
/// Findings: `shape.repaired`, `area.shape-unusable`, each with its row and the source's name. Step:
///           `area.measuring`.
/// Errors: NotFound `area.field-missing` (field, known); BadData `area.too-many-classes` (field, limit) where
///         a field names things rather than classes; Stopped.
AreaTable tabulateAreas(const AreaQuestion& question, const ShapeParts& polygons,
                        const std::string& sourceName, geo::Progress& progress);

}  // namespace layers
