// SPDX-License-Identifier: Apache-2.0
// Rows are carried again as they were when the figure was made.
#include "app/jobs/observation_trace.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <optional>
#include <string_view>

#include "app/jobs/workspace_view.hpp"
#include "layers/indicators/reported_fields.hpp"
#include "layers/units/unit_carrier.hpp"

namespace app {
namespace {

std::string fileOf(const layers::LayerRecord& record) {
    return std::filesystem::path(record.source.path).filename().string();
}

/// Where a list `a.shp; b.shp (words)` names a file, and not one whose name only ends or begins like it.
std::optional<std::size_t> placeIn(std::string_view list, std::string_view file) {
    for (std::size_t at = list.find(file); at != std::string_view::npos; at = list.find(file, at + 1)) {
        const std::string_view rest = list.substr(at + file.size());
        const bool begins = at == 0 || list.substr(0, at).ends_with("; ");
        if (begins && (rest.empty() || rest.starts_with("; ") || rest.starts_with(" ("))) return at;
    }
    return std::nullopt;
}

decltype(Cell::value) cellOf(const std::optional<double>& number) {
    return number ? decltype(Cell::value)(*number) : decltype(Cell::value)();
}

/// `183 tonnes/year ÷ 366`; empty for a term that counts as it was written.
std::string writtenText(const std::optional<layers::WrittenTerm>& term) {
    if (!term) return {};
    const std::string text = fmt::format("{} {}", term->number, term->unit);
    return term->ratio ? text + ' ' + layers::ratioText(*term->ratio) : text;
}

std::optional<double> numberIn(const std::optional<layers::WrittenTerm>& term) {
    return term ? std::optional(term->number) : std::nullopt;
}

std::string unitIn(const std::optional<layers::WrittenTerm>& term) {
    return term ? term->unit : std::string();
}

constexpr std::string_view dividedRows = "reported-rows-by-area";

/// Where one row of a table goes, and by which steps.
class Tracing {
  public:
    Tracing(const layers::Workspace& workspace, const Project& project, const layers::Observation& figure)
        : m_figure(figure),
          m_units(unitRegister(workspace)),
          m_lineage(lineage(workspace, project)),
          m_carrier(m_units, m_lineage, {figure.unitsOn, figure.level, figure.unitsOn}) {}

    /// How much of the row's territory is the figure's unit; nothing where none is.
    std::optional<double> shareOf(const layers::ReportedRow& row) const {
        const geo::Date day = row.epoch.value_or(m_figure.unitsOn);
        const bool isItself = m_units.find(row.unitCode, m_figure.level, day) != nullptr &&
                              m_figure.level != layers::UnitLevel::Commune;
        if (isItself) return row.unitCode == m_figure.unitCode ? std::optional(1.0) : std::nullopt;
        if (m_carrier.carry(row.unitCode, day).code == m_figure.unitCode) return 1;
        if (m_figure.method != dividedRows) return std::nullopt;
        const auto shares = m_carrier.spread(row.unitCode, day);
        const auto part = std::ranges::find(shares, m_figure.unitCode, &layers::CarriedShare::code);
        return part == shares.end() ? std::nullopt : part->share;
    }

    bool speaksForIt(const layers::ReportedRow& row) const {
        return row.indicator == m_figure.indicator && row.period == m_figure.asOf.year &&
               !row.unitCode.empty() && shareOf(row).has_value();
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
                {"share", cellOf(shareOf(row))},
                {"numerator", cellOf(row.numerator)},
                {"denominator", cellOf(row.denominator)},
                {"term_unit", row.termUnit},
                {"written_numerator", writtenText(row.writtenNumerator)},
                {"written_denominator", writtenText(row.writtenDenominator)},
                {"written_numerator_number", cellOf(numberIn(row.writtenNumerator))},
                {"written_numerator_unit", unitIn(row.writtenNumerator)},
                {"written_denominator_number", cellOf(numberIn(row.writtenDenominator))},
                {"written_denominator_unit", unitIn(row.writtenDenominator)},
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
        if (record.id != observation.sourceLayer && !placeIn(observation.source, fileOf(record))) continue;
        files.push_back({{"layer", record.id},
                         {"kind", layers::wordOf(record.kind)},
                         {"file", fileOf(record)},
                         {"sha256", record.source.sha256},
                         {"sheet", record.source.layerName},
                         {"rows", record.featureCount},
                         {"encoding", record.source.encoding},
                         {"crs", record.source.crs},
                         {"operation", record.source.operation},
                         {"profile", record.source.profile},
                         {"release", layers::wordOf(record.release)},
                         {"document", record.document}});
    }
    return files;
}

std::string sourceDigests(const std::vector<layers::LayerRecord>& shown,
                          const layers::Observation& observation) {
    std::map<std::size_t, std::string> digests;
    for (const auto& record : shown) {
        const auto place = placeIn(observation.source, fileOf(record));
        if (place) digests[*place] = record.source.sha256;
    }
    std::string text;
    for (const auto& [place, digest] : digests) text += (text.empty() ? "" : "; ") + digest;
    return text;
}

std::vector<Row> sourceRowsOf(const layers::Workspace& workspace, const Project& project,
                              const layers::Observation& observation) {
    if (!observation.method.starts_with("reported-rows")) return {};
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
