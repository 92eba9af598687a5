// SPDX-License-Identifier: Apache-2.0
// Rows are carried again as they were when the figure was made.
#include "app/jobs/observation_trace.hpp"

#include <fmt/format.h>

#include <filesystem>

#include "app/jobs/workspace_view.hpp"
#include "layers/indicators/reported_fields.hpp"
#include "layers/units/unit_carrier.hpp"

namespace app {
namespace {

std::string fileOf(const layers::LayerRecord& record) {
    return std::filesystem::path(record.source.path).filename().string();
}

decltype(Cell::value) cellOf(const std::optional<double>& number) {
    return number ? decltype(Cell::value)(*number) : decltype(Cell::value)();
}

/// Where one row of a table goes, and by which steps.
class Tracing {
  public:
    Tracing(const layers::Workspace& workspace, const Project& project, const layers::Observation& figure)
        : m_figure(figure),
          m_units(unitRegister(workspace)),
          m_lineage(lineage(workspace, project)),
          m_carrier(m_units, m_lineage, {figure.unitsOn, figure.level, figure.unitsOn}) {}

    /// The unit of the figure's level the row speaks for; empty when it goes nowhere.
    std::string targetOf(const layers::ReportedRow& row) const {
        const geo::Date day = row.epoch.value_or(m_figure.unitsOn);
        const bool isItself = m_units.find(row.unitCode, m_figure.level, day) != nullptr &&
                              m_figure.level != layers::UnitLevel::Commune;
        return isItself ? row.unitCode : m_carrier.carry(row.unitCode, day).code;
    }

    bool speaksForIt(const layers::ReportedRow& row) const {
        return row.indicator == m_figure.indicator && row.period == m_figure.asOf.year &&
               !row.unitCode.empty() && targetOf(row) == m_figure.unitCode;
    }

    Row rowOf(const layers::LayerRecord& record, const layers::ReportedRow& row) const {
        const geo::Date day = row.epoch.value_or(m_figure.unitsOn);
        return {{"file", fileOf(record)},
                {"sha256", record.source.sha256},
                {"sheet", record.source.layerName},
                {"row", row.row},
                {"written_code", row.written.code},
                {"written_name", row.written.name},
                {"unit_code", row.unitCode},
                {"unit_name", row.unitName},
                {"unit_epoch", geo::isoText(day)},
                {"join_basis", row.basis},
                {"carried_to", fmt::format("{}@{}", m_figure.unitCode, geo::isoText(m_figure.unitsOn))},
                {"numerator", cellOf(row.numerator)},
                {"denominator", cellOf(row.denominator)},
                {"term_unit", row.termUnit},
                {"status", layers::wordOf(row.status)}};
    }

  private:
    const layers::Observation& m_figure;
    layers::UnitRegister m_units;
    layers::Lineage m_lineage;
    layers::UnitCarrier m_carrier;
};

}  // namespace

std::vector<Row> sourceFilesOf(const layers::Workspace& workspace, const Project& project,
                               const layers::Observation& observation) {
    std::vector<Row> files;
    for (const auto& record : shownLayers(workspace, project)) {
        const bool isNamed = record.id == observation.sourceLayer ||
                             observation.source.find(fileOf(record)) != std::string::npos;
        if (!isNamed) continue;
        files.push_back({{"layer", record.id},
                         {"file", fileOf(record)},
                         {"sha256", record.source.sha256},
                         {"sheet", record.source.layerName},
                         {"encoding", record.source.encoding},
                         {"crs", record.source.crs},
                         {"operation", record.source.operation},
                         {"profile", record.source.profile},
                         {"release", layers::wordOf(record.release)},
                         {"document", record.document}});
    }
    return files;
}

std::vector<Row> sourceRowsOf(const layers::Workspace& workspace, const Project& project,
                              const layers::Observation& observation) {
    if (observation.method != "reported-rows") return {};
    const Tracing tracing(workspace, project, observation);
    std::vector<Row> rows;
    for (const auto& record : shownLayers(workspace, project, layers::Kind::Indicators)) {
        const auto fields = layers::reportedFieldsOf(record.schema);
        auto stream = workspace.readLayer(record.id, {.shapes = layers::ShapesWanted::No});
        layers::Feature feature;
        while (stream.next(feature)) {
            auto row = layers::reportedRowIn(feature, fields, layers::DecimalMark::Point);
            if (!row.epoch) row.epoch = record.epoch;
            if (tracing.speaksForIt(row)) rows.push_back(tracing.rowOf(record, row));
        }
    }
    return rows;
}

}  // namespace app
