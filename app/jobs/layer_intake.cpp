// SPDX-License-Identifier: Apache-2.0
// One feature at a time: finite, moved, valid, booked.
#include "app/jobs/layer_intake.hpp"

#include "geo/base/error.hpp"
#include "geo/measure/area.hpp"
#include "geo/topology/repair.hpp"

namespace app {
namespace {

using layers::LedgerSide;

double area_ha(const geo::Geometry& shape) {
    return shape.isPolygonal() ? geo::toHectares(geo::planarArea(shape)).value : 0;
}

/// No projection of the earth reaches farther from its origin, in metres or degrees.
bool isOnEarth(const geo::Extent& extent) {
    constexpr double farthest = 1e8;
    return extent.isEmpty() || geo::Extent{-farthest, -farthest, farthest, farthest}.contains(extent);
}

}  // namespace

LayerIntake::LayerIntake(layers::FeatureStream source, const geo::Crs& target, const geo::Extent& province)
    : m_source(std::move(source)),
      m_target(target),
      m_transform(m_source.crs.value_or(target), target),
      m_province(province) {
    const bool hasAreas =
        m_source.kind == geo::GeometryKind::Polygon || m_source.kind == geo::GeometryKind::MultiPolygon;
    if (!hasAreas) m_ledger.unit.clear();
}

std::vector<layers::Finding> LayerIntake::findings() const {
    std::vector<layers::Finding> findings = m_findings;
    if (m_offProvince > 0) {
        findings.push_back({{"shape.off-province", {{"count", m_offProvince}}}, m_firstOffRow, {}});
    }
    return findings;
}

layers::FeatureStream LayerIntake::features() {
    // Repair may cut one polygon into several.
    const auto kind =
        m_source.kind == geo::GeometryKind::Polygon ? geo::GeometryKind::MultiPolygon : m_source.kind;
    return {m_source.schema, m_target, kind, m_source.count,
            [this](layers::Feature& feature) { return next(feature); }};
}

bool LayerIntake::next(layers::Feature& feature) {
    while (m_source.next(feature)) {
        if (accept(feature)) return true;
    }
    return false;
}

bool LayerIntake::accept(layers::Feature& feature) {
    const bool isFinite = geo::hasFiniteCoordinates(feature.geometry) && isOnEarth(feature.geometry.extent());
    if (feature.geometry.isEmpty() || !isFinite) {
        m_ledger.add(LedgerSide::In, "read", 1, {});
        leaveOut(feature, isFinite ? "shape.empty" : "shape.not-finite",
                 isFinite ? "shape-empty" : "shape-not-finite");
        return false;
    }
    move(feature);
    repair(feature);
    if (feature.geometry.isEmpty()) return leaveOut(feature, "shape.no-area", "shape-no-area"), false;
    m_ledger.add(LedgerSide::Out, "stored", 1, area_ha(feature.geometry));
    watchPlace(feature);
    return true;
}

void LayerIntake::move(layers::Feature& feature) {
    try {
        m_transform.apply(feature.geometry.mutableCoordinates());
    } catch (geo::Error& error) {
        error.addContext({"import.at-row", {{"row", feature.sourceRow}}});
        throw;
    }
}

void LayerIntake::watchPlace(const layers::Feature& feature) {
    if (m_province.isEmpty() || m_province.intersects(feature.geometry.extent())) return;
    if (m_offProvince++ == 0) m_firstOffRow = feature.sourceRow;
}

void LayerIntake::repair(layers::Feature& feature) {
    auto repair = feature.geometry.isPolygonal() ? geo::repairPolygon(feature.geometry) : std::nullopt;
    if (!repair) {
        m_ledger.add(LedgerSide::In, "read", 1, area_ha(feature.geometry));
        return;
    }
    const geo::Hectares before = geo::toHectares(repair->areaBefore);
    const geo::Hectares after = geo::toHectares(repair->areaAfter);
    // What comes in is what the rings enclose by the even-odd rule: repair changes the drawing, not the area.
    m_ledger.add(LedgerSide::In, "read", 1, after.value);
    m_ledger.add(LedgerSide::Gained, "repaired", 1, {});
    m_findings.push_back(
        {{"shape.repaired",
          {{"reason", repair->reasonId}, {"before_ha", before.value}, {"after_ha", after.value}}},
         feature.sourceRow,
         {}});
    feature.geometry = std::move(repair->geometry);
}

void LayerIntake::leaveOut(const layers::Feature& feature, const char* findingId, const char* reason) {
    m_ledger.add(LedgerSide::Lost, reason, 1, {});
    m_findings.push_back({{findingId, {}}, feature.sourceRow, {}});
}

}  // namespace app
