// SPDX-License-Identifier: Apache-2.0
// Shapes by class, each class united.
#include <algorithm>
#include <map>

#include "app/jobs/overlay.hpp"
#include "app/jobs/overlay_words.hpp"
#include "geo/base/error.hpp"
#include "geo/measure/area.hpp"
#include "geo/topology/dissolve.hpp"
#include "geo/topology/overlay.hpp"

namespace app {
namespace {

using layers::LedgerSide;

struct FaceClass {
    std::vector<geo::Geometry> shapes;
    layers::PlotSum read;
};

struct Dissolving {
    std::map<std::string, FaceClass> classes;
    std::vector<layers::Feature> rows;
    layers::PlotSum written;
    layers::PlotSum overlapped;
    layers::SquareMillimetres rounding;
};

std::optional<std::size_t> fieldIndex(const layers::Schema& schema, const std::string& field) {
    if (field.empty()) return std::nullopt;
    const auto index = schema.indexOf(field);
    if (index) return index;
    std::string known;
    for (const layers::Field& each : schema.fields()) known += (known.empty() ? "" : ", ") + each.name;
    throw geo::Error(geo::ErrorKind::NotFound, "area.field-missing", {{"field", field}, {"known", known}});
}

void sortIntoClasses(Dissolving& work, std::vector<layers::Feature> faces, std::optional<std::size_t> field) {
    for (layers::Feature& face : faces) {
        FaceClass& faceClass = work.classes[field ? layers::textIn(face.values[*field]) : std::string()];
        faceClass.read.add(layers::toSquareMillimetres(geo::planarArea(face.geometry).value), 1);
        faceClass.shapes.push_back(std::move(face.geometry));
    }
}

/// What is less than its parts is overlap where rounding cannot be all of it.
void bookLoss(Dissolving& work, const FaceClass& faceClass, layers::SquareMillimetres area) {
    double border_m = 0;
    for (const geo::Geometry& shape : faceClass.shapes) border_m += geo::borderLength(shape).value;
    const auto allowed = layers::toSquareMillimetres(border_m * geo::pieceGrid.value);
    const layers::SquareMillimetres lost{faceClass.read.area.value - area.value};
    if (lost.value > allowed.value) return work.overlapped.add(lost, 1);
    work.rounding -= lost;
}

void uniteClass(Dissolving& work, const std::string& name, FaceClass& faceClass, unsigned threads,
                geo::Progress& progress) {
    geo::Geometry shape = geo::dissolve(faceClass.shapes, progress, threads);
    const auto area = layers::toSquareMillimetres(geo::planarArea(shape).value);
    bookLoss(work, faceClass, area);
    faceClass.shapes.clear();
    work.written.add(area, 1);
    layers::Feature row;
    row.geometry = asKind(std::move(shape), geo::GeometryKind::MultiPolygon);
    row.values = {name, faceClass.read.plots, layers::toHectares(area).value};
    work.rows.push_back(std::move(row));
}

layers::Schema schemaFor(const std::string& field) {
    return {{field.empty() ? "class" : field, layers::FieldType::Text},
            {"polygons", layers::FieldType::Whole},
            {"area_ha", layers::FieldType::Decimal}};
}

layers::Ledger ledgerOf(const FaceReader& faces, const Dissolving& work) {
    layers::Ledger ledger;
    book(ledger, LedgerSide::In, "read", faces.read());
    book(ledger, LedgerSide::Out, "dissolved", work.written);
    book(ledger, LedgerSide::Lost, "layer-overlaps", work.overlapped);
    bookRounding(ledger, work.rounding);
    book(ledger, LedgerSide::Lost, "shape-unusable", {faces.unusable(), {}});
    return ledger;
}

void sayClasses(Outcome& outcome, const Dissolving& work) {
    for (const layers::Feature& row : work.rows) {
        const std::string name = layers::textIn(row.values[0]);
        const double area_ha = std::get<double>(row.values[2]);
        outcome.rows.push_back(
            {{"class", name}, {"polygons", std::get<std::int64_t>(row.values[1])}, {"area_ha", area_ha}});
        if (name.empty()) outcome.summary.push_back({"area.no-class", {{"area_ha", area_ha}}});
        if (!name.empty()) outcome.summary.push_back({"area.class", {{"class", name}, {"area_ha", area_ha}}});
    }
}

}  // namespace

Outcome dissolveLayer(const Project& project, const DissolveRequest& request, geo::Progress& progress) {
    std::optional<layers::Workspace> workspace;
    if (!project.workspace.empty()) {
        workspace = layers::Workspace::open(project.workspace, layers::Access::Read);
    }
    FaceSource source = openFaces(workspace ? &*workspace : nullptr, project, request.source);
    const auto field = fieldIndex(source.features.schema, request.field);
    FaceReader faces(source, request.threads);
    Dissolving work;
    sortIntoClasses(work, faces.all(progress), field);
    if (work.classes.empty()) {
        throw geo::Error(geo::ErrorKind::BadData, "area.no-polygons", {{"source", source.name}});
    }
    for (auto& [name, faceClass] : work.classes) uniteClass(work, name, faceClass, request.threads, progress);
    Outcome outcome{.verb = "overlay", .project = project};
    layers::WriteOptions options;
    options.asOf = request.asOf;
    options.encoding = request.encoding;
    options.onNote = [&](const geo::Message& note) { outcome.findings.push_back({note, 0, {}}); };
    writeRows(outcome, request.out,
              layers::streamOver(schemaFor(request.field), source.features.crs,
                                 geo::GeometryKind::MultiPolygon, work.rows),
              options, progress);
    std::ranges::move(faces.takeFindings(), std::back_inserter(outcome.findings));
    outcome.ledger = ledgerOf(faces, work);
    sayClasses(outcome, work);
    sayWritten(outcome);
    return outcome;
}

}  // namespace app
