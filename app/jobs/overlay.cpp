// SPDX-License-Identifier: Apache-2.0
// The second layer is held, the first flows by.
#include "app/jobs/overlay.hpp"

#include <algorithm>
#include <iterator>
#include <optional>

#include "app/jobs/cut_rows.hpp"
#include "app/jobs/overlay_words.hpp"
#include "geo/base/error.hpp"

namespace app {
namespace {

using layers::LedgerSide;

std::optional<layers::Workspace> workspaceOf(const Project& project) {
    if (project.workspace.empty()) return std::nullopt;
    return layers::Workspace::open(project.workspace, layers::Access::Read);
}

CutPart partOf(OverlayOperation operation) {
    switch (operation) {
        case OverlayOperation::Intersection:
            return CutPart::Shared;
        case OverlayOperation::Difference:
            return CutPart::Rest;
        case OverlayOperation::Union:
            break;
    }
    return CutPart::Everything;
}

/// All fields, and the row each came from.
Cutters cuttersOf(FaceReader& faces, geo::Progress& progress) {
    Cutters cutters{faces.source().features.schema, faces.all(progress)};
    cutters.schema.add({"other_row", layers::FieldType::Whole});
    for (layers::Feature& face : cutters.faces) face.values.emplace_back(face.sourceRow);
    return cutters;
}

void bookUnion(layers::Ledger& ledger, const FaceReader& others, const CutTally& tally) {
    book(ledger, LedgerSide::In, "read-second", others.read());
    book(ledger, LedgerSide::Out, "shared", tally.shared);
    book(ledger, LedgerSide::Out, "not-shared", tally.rests);
    book(ledger, LedgerSide::Out, "not-shared-second", tally.otherRests);
    // Read twice, once in either layer, and written once.
    book(ledger, LedgerSide::Lost, "shared-once-more", tally.shared);
    book(ledger, LedgerSide::Lost, "shape-unusable", {others.unusable(), {}});
}

layers::Ledger ledgerOf(const FaceReader& faces, const FaceReader& others, const CutTally& tally,
                        OverlayOperation operation) {
    layers::Ledger ledger;
    book(ledger, LedgerSide::In, "read", faces.read());
    book(ledger, LedgerSide::Gained, "layer-overlaps", tally.overlapped);
    bookRounding(ledger, tally.rounding);
    book(ledger, LedgerSide::Lost, "shape-unusable", {faces.unusable(), {}});
    if (operation == OverlayOperation::Union) return bookUnion(ledger, others, tally), ledger;
    const bool keepsShared = operation == OverlayOperation::Intersection;
    book(ledger, keepsShared ? LedgerSide::Out : LedgerSide::Lost, "shared", tally.shared);
    book(ledger, keepsShared ? LedgerSide::Lost : LedgerSide::Out, "not-shared", tally.rests);
    return ledger;
}

void addRow(Outcome& outcome, const char* part, const layers::PlotSum& sum) {
    if (sum.plots == 0) return;
    const double area_ha = layers::toHectares(sum.area).value;
    outcome.rows.push_back({{"part", std::string(part)}, {"polygons", sum.plots}, {"area_ha", area_ha}});
    outcome.summary.push_back(
        {std::string("overlay.") + part, {{"polygons", sum.plots}, {"area_ha", area_ha}}});
}

void addRows(Outcome& outcome, const CutTally& tally, OverlayOperation operation) {
    if (operation != OverlayOperation::Difference) addRow(outcome, "shared", tally.shared);
    if (operation != OverlayOperation::Intersection) addRow(outcome, "not-shared", tally.rests);
    addRow(outcome, "not-shared-second", tally.otherRests);
}

void requirePolygons(const FaceReader& faces) {
    if (faces.read().plots != faces.unusable()) return;
    throw geo::Error(geo::ErrorKind::BadData, "area.no-polygons", {{"source", faces.source().name}});
}

layers::WriteOptions optionsFor(const OverlayRequest& request, Outcome& outcome) {
    layers::WriteOptions options;
    options.asOf = request.asOf;
    options.encoding = request.encoding;
    options.onNote = [&outcome](const geo::Message& note) { outcome.findings.push_back({note, 0, {}}); };
    return options;
}

}  // namespace

Outcome overlayLayers(const Project& project, const OverlayRequest& request, geo::Progress& progress) {
    const auto workspace = workspaceOf(project);
    const auto* const known = workspace ? &*workspace : nullptr;
    FaceSource first = openFaces(known, project, request.first);
    FaceSource second = openFaces(known, project, request.second);
    requireSystem(second, *first.features.crs);
    FaceReader others(second, request.threads);
    const Cutters cutters = cuttersOf(others, progress);
    requirePolygons(others);
    FaceReader faces(first, request.threads);
    CutRows rows(faces, cutters, {partOf(request.operation), request.sliverWidth, request.threads}, progress);
    Outcome outcome{.verb = "overlay", .project = project};
    writeRows(outcome, request.out, rows.features(), optionsFor(request, outcome), progress);
    requirePolygons(faces);
    std::ranges::move(others.takeFindings(), std::back_inserter(outcome.findings));
    addFindings(outcome, faces, rows);
    outcome.ledger = ledgerOf(faces, others, rows.tally(), request.operation);
    addRows(outcome, rows.tally(), request.operation);
    sayWritten(outcome);
    return outcome;
}

}  // namespace app
