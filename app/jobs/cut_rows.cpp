// SPDX-License-Identifier: Apache-2.0
// Batch by batch: faces in, pieces out, areas booked in whole square millimetres.
#include "app/jobs/cut_rows.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "geo/measure/area.hpp"
#include "geo/topology/overlay.hpp"

namespace app {
namespace {

using layers::SquareMillimetres;
using layers::toSquareMillimetres;

constexpr std::size_t facesInABatch = 4096;
constexpr std::size_t cuttersInABatch = 256;

std::vector<geo::Geometry> shapesOf(std::span<const layers::Feature> faces) {
    std::vector<geo::Geometry> shapes;
    shapes.reserve(faces.size());
    for (const layers::Feature& face : faces) shapes.push_back(face.geometry);
    return shapes;
}

std::string freeName(const layers::Schema& schema, const std::string& wanted) {
    std::string name = wanted;
    for (int number = 1; schema.indexOf(name); ++number) name = wanted + "_" + std::to_string(number);
    return name;
}

}  // namespace

CutRows::CutRows(FaceReader& faces, const Cutters& cutters, const CutPlan& plan, geo::Progress& progress)
    : m_reader(faces),
      m_cutters(cutters),
      m_plan(plan),
      m_progress(progress),
      m_cutterShapes(shapesOf(cutters.faces)),
      m_overlay(m_cutterShapes),
      m_schema(joinedSchema()),
      m_builtBorder_m(cutters.faces.size()) {
    m_tally.byCutter.resize(cutters.faces.size());
}

layers::Schema CutRows::joinedSchema() {
    const layers::Schema& first = m_reader.source().features.schema;
    layers::Schema joined;
    for (const layers::Field& field : first.fields()) {
        const bool clashes = m_cutters.schema.indexOf(field.name).has_value();
        joined.add({clashes ? field.name + "_1" : field.name, field.type});
        if (clashes) m_renamed.push_back({field.name, field.name + "_1", field.name + "_2"});
    }
    for (const layers::Field& field : m_cutters.schema.fields()) {
        const bool clashes = first.indexOf(field.name).has_value();
        joined.add({freeName(joined, clashes ? field.name + "_2" : field.name), field.type});
    }
    joined.add({freeName(joined, "area_ha"), layers::FieldType::Decimal});
    joined.add({freeName(joined, "source_row"), layers::FieldType::Whole});
    return joined;
}

layers::FeatureStream CutRows::features() {
    return {m_schema, m_reader.source().features.crs, geo::GeometryKind::MultiPolygon, -1,
            [this](layers::Feature& feature) { return next(feature); }};
}

bool CutRows::next(layers::Feature& feature) {
    while (m_ready.empty()) {
        if (!fill() && !fillOtherRests()) return false;
    }
    feature = std::move(m_ready.front());
    m_ready.pop_front();
    return true;
}

bool CutRows::wants(CutPart part) const {
    if (m_plan.part == CutPart::Everything || m_plan.part == part) return true;
    return m_plan.part == CutPart::SharedAndRest && part != CutPart::Everything;
}

bool CutRows::fill() {
    const std::vector<layers::Feature> faces = m_reader.next(facesInABatch);
    if (faces.empty()) return false;
    std::vector<geo::Geometry> shapes = shapesOf(faces);
    auto cuts = m_overlay.cut(shapes, m_progress, {m_plan.threads});
    for (std::size_t place = 0; place < faces.size(); ++place) emit(faces[place], std::move(cuts[place]));
    if (m_plan.part == CutPart::Everything) std::ranges::move(shapes, std::back_inserter(m_faceShapes));
    const std::int64_t total = std::max<std::int64_t>(m_reader.source().features.count, 0);
    m_progress.step("overlay.cutting", m_reader.read().plots, total);
    return true;
}

bool CutRows::fillOtherRests() {
    if (m_plan.part != CutPart::Everything || m_nextCutter == m_cutterShapes.size()) return false;
    if (!m_faceOverlay) m_faceOverlay = std::make_unique<geo::LayerOverlay>(m_faceShapes);
    const std::size_t count = std::min(cuttersInABatch, m_cutterShapes.size() - m_nextCutter);
    auto rests = m_faceOverlay->rests(std::span(m_cutterShapes).subspan(m_nextCutter, count), m_progress,
                                      {m_plan.threads, 1});
    for (geo::Geometry& rest : rests) emitOtherRest(m_nextCutter++, std::move(rest));
    m_progress.step("overlay.cutting", static_cast<std::int64_t>(m_nextCutter),
                    static_cast<std::int64_t>(m_cutterShapes.size()));
    return true;
}

void CutRows::push(const layers::Feature* face, const layers::Feature* cutter, geo::Geometry&& shape,
                   SquareMillimetres area) {
    layers::Feature row;
    row.geometry = asKind(std::move(shape), geo::GeometryKind::MultiPolygon);
    if (face != nullptr) row.values = face->values;
    row.values.resize(m_reader.source().features.schema.size());
    if (cutter != nullptr) std::ranges::copy(cutter->values, std::back_inserter(row.values));
    row.values.resize(m_schema.size() - 2);
    row.values.emplace_back(layers::toHectares(area).value);
    row.values.emplace_back();
    if (face != nullptr) row.values.back() = face->sourceRow;
    row.sourceRow = face != nullptr ? face->sourceRow : 0;
    m_ready.push_back(std::move(row));
}

void CutRows::watchWidth(const char* id, const geo::Geometry& shape, const layers::Feature& face) {
    const double width_m = geo::meanWidth(shape).value;
    if (!(width_m < m_plan.sliverWidth.value)) return;
    m_findings.push_back({{id, {{"width_m", width_m}, {"area_m2", geo::planarArea(shape).value}}},
                          face.sourceRow,
                          {},
                          m_reader.source().name});
}

void CutRows::emit(const layers::Feature& face, geo::FaceCut&& cut) {
    std::int64_t made = 0;
    const bool isCut = cut.pieces.size() > 1 || (!cut.pieces.empty() && !cut.rest.isEmpty());
    for (geo::FacePiece& piece : cut.pieces) {
        const SquareMillimetres area = toSquareMillimetres(piece.area_m2);
        made += area.value;
        m_tally.shared.add(area, 1);
        m_tally.byCutter[piece.other].add(area, 1);
        m_builtBorder_m[piece.other] += geo::borderLength(piece.shape).value;
        if (isCut) watchWidth("overlay.sliver", piece.shape, face);
        if (wants(CutPart::Shared)) push(&face, &m_cutters.faces[piece.other], std::move(piece.shape), area);
    }
    if (!cut.rest.isEmpty()) {
        const SquareMillimetres area = toSquareMillimetres(cut.rest_m2);
        made += area.value;
        m_tally.rests.add(area, 1);
        if (isCut) watchWidth("overlay.sliver-rest", cut.rest, face);
        if (wants(CutPart::Rest)) push(&face, nullptr, std::move(cut.rest), area);
    }
    const SquareMillimetres beyond{made - toSquareMillimetres(cut.area_m2).value};
    if (cut.overlapped_m2 > 0) m_tally.overlapped.add(beyond, 1);
    if (!(cut.overlapped_m2 > 0)) m_tally.rounding += beyond;
}

void CutRows::emitOtherRest(std::size_t cutter, geo::Geometry&& rest) {
    const SquareMillimetres area = toSquareMillimetres(geo::planarArea(rest).value);
    const double whole_m2 = geo::planarArea(m_cutterShapes[cutter]).value;
    const std::int64_t made = area.value + m_tally.byCutter[cutter].area.value;
    const SquareMillimetres beyond{made - toSquareMillimetres(whole_m2).value};
    const double border_m = m_builtBorder_m[cutter] + geo::borderLength(m_cutterShapes[cutter]).value;
    const auto allowed = toSquareMillimetres(border_m * geo::pieceGrid.value);
    if (beyond.value > allowed.value) m_tally.overlapped.add(beyond, 1);
    if (beyond.value <= allowed.value) m_tally.rounding += beyond;
    if (area.value <= 0) return;
    m_tally.otherRests.add(area, 1);
    push(nullptr, &m_cutters.faces[cutter], std::move(rest), area);
}

}  // namespace app
