// SPDX-License-Identifier: Apache-2.0
// Layers with a shape in every row: open, take in, check, store.
#include <utility>

#include "app/jobs/crs_guard.hpp"
#include "app/jobs/crs_sample.hpp"
#include "app/jobs/import_versions.hpp"
#include "app/jobs/intake.hpp"
#include "app/jobs/layer_coverage.hpp"
#include "app/jobs/layer_intake.hpp"
#include "app/jobs/layer_levels.hpp"
#include "app/jobs/overlap_check.hpp"
#include "app/jobs/plot_areas.hpp"
#include "app/jobs/plot_epoch.hpp"
#include "app/jobs/unit_intake.hpp"
#include "app/jobs/water_keys.hpp"
#include "app/jobs/workspace_view.hpp"
#include "geo/base/error.hpp"
#include "layers/indicators/forest_plots.hpp"

namespace app {
namespace {

void append(std::vector<layers::Finding>& all, const std::vector<layers::Finding>& some) {
    all.insert(all.end(), some.begin(), some.end());
}

std::int64_t storeUnits(const Intake& intake, const layers::LayerRecord& record, LayerIntake& features,
                        Stored& stored) {
    UnitIntake unitIntake(features.features(), intake.units, {*levelOf(record.kind), *record.epoch});
    const std::int64_t id = intake.change.addLayer(record, unitIntake.features(), intake.progress);
    storeCoverage(intake.change, intake.workspace, {id}, intake.progress);
    append(stored.findings, features.findings());
    append(stored.findings, unitIntake.findings());
    return id;
}

bool isPolygonal(geo::GeometryKind kind) {
    return kind == geo::GeometryKind::Polygon || kind == geo::GeometryKind::MultiPolygon;
}

void requirePlots(const layers::FeatureStream& plots) {
    if (!layers::forestFieldsOf(plots.schema).canBeJudged()) {
        throw geo::Error(geo::ErrorKind::BadData, "import.column-missing", {{"columns", "MALDLR, LDLR"}});
    }
}

std::int64_t storePlots(const Intake& intake, const layers::LayerRecord& record, LayerIntake& features,
                        Stored& stored) {
    requirePlots(features.features());
    PlotCommunes communes;
    PlotAreas areas;
    const std::int64_t id = intake.change.addLayer(
        record, areas.noting(communes.noting(features.features())), intake.progress);
    append(stored.findings, features.findings());
    append(stored.findings, areas.findings());
    settleEpoch(intake, communes, id, stored);
    if (stored.refusal) return id;
    append(stored.findings, overlapFindings(intake.workspace, {id, "forest.overlap"}, intake.progress));
    storeLevels(intake.change, intake.workspace, {id}, intake.progress);
    return id;
}

bool needsPolygons(layers::Kind kind) {
    return levelOf(kind) || kind == layers::Kind::Forest || kind == layers::Kind::Basins;
}

bool isLinear(geo::GeometryKind kind) {
    return kind == geo::GeometryKind::LineString || kind == geo::GeometryKind::MultiLineString;
}

void requireShapes(layers::Kind kind, geo::GeometryKind found) {
    if (needsPolygons(kind) && !isPolygonal(found))
        throw geo::Error(geo::ErrorKind::BadData, "import.not-polygons");
    if (kind == layers::Kind::Rivers && !isLinear(found))
        throw geo::Error(geo::ErrorKind::BadData, "import.not-lines");
}

/// Sub-basins part the water: where two overlap, an outfall would belong to both.
std::int64_t storeBasins(const Intake& intake, const layers::LayerRecord& record, LayerIntake& features,
                         Stored& stored) {
    const std::int64_t id =
        intake.change.addLayer(record, withKey(features.features(), {"code", "name"}), intake.progress);
    storeCoverage(intake.change, intake.workspace, {id}, intake.progress);
    append(stored.findings, features.findings());
    append(stored.findings, overlapFindings(intake.workspace, {id, "basins.overlap"}, intake.progress));
    return id;
}

std::int64_t storePlain(const Intake& intake, const layers::LayerRecord& record, LayerIntake& features,
                        Stored& stored) {
    layers::FeatureStream stream = features.features();
    if (record.kind == layers::Kind::Rivers) stream = withKey(std::move(stream), {"reach_id", "name"});
    if (record.kind == layers::Kind::Basins) return storeBasins(intake, record, features, stored);
    const std::int64_t id = intake.change.addLayer(record, std::move(stream), intake.progress);
    append(stored.findings, features.findings());
    return id;
}

std::int64_t storeFeatures(const Intake& intake, const layers::LayerRecord& record, LayerIntake& features,
                           Stored& stored) {
    requireShapes(record.kind, features.kind());
    if (levelOf(record.kind)) return storeUnits(intake, record, features, stored);
    if (record.kind == layers::Kind::Forest) return storePlots(intake, record, features, stored);
    return storePlain(intake, record, features, stored);
}

void dropStrays(std::vector<layers::Finding>& findings) {
    std::erase_if(findings,
                  [](const auto& finding) { return finding.message.id == "shape.off-declared-units"; });
}

}  // namespace

Stored storeLayer(const Intake& intake, const std::filesystem::path& file) {
    auto source = openSource(intake, file);
    layers::LayerRecord record = recordFor(intake, source);
    if (auto same = sameVersion(intake, record)) return unchanged(*std::move(same));
    layers::FeatureStream stream = featuresOf(intake, source);
    const geo::Crs declared = stream.crs.value_or(record.crs);
    CrsSample sample(stream.schema, record.kind);
    LayerIntake features(sampling(std::move(stream), sample), record.crs, provinceExtent(intake.workspace));
    record.source.operation = features.operation();
    Stored stored;
    append(stored.findings, openingFindings(source));
    append(stored.findings, crsFindings(source, intake.request));
    stored.record = intake.workspace.layer(storeFeatures(intake, record, features, stored));
    stored.ledger = features.ledger();
    noteText(stored, source);
    if (stored.record.featureCount == 0) throw geo::Error(geo::ErrorKind::BadData, "import.nothing-stored");
    requireInProvince(intake, stored.record, sample);
    append(stored.findings, crsEvidence(intake, sample, declared, source.crsFrom()));
    // Held against the borders of the day assumed, places of another day say nothing.
    if (stored.record.epoch != record.epoch) dropStrays(stored.findings);
    return stored;
}

}  // namespace app
