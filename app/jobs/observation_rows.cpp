// SPDX-License-Identifier: Apache-2.0
// Figures as rows and rows as tables.
#include "app/jobs/observation_rows.hpp"

namespace app {
namespace {

using CellValue = decltype(Cell::value);

CellValue cellOf(const std::optional<double>& number) { return number ? CellValue(*number) : CellValue(); }

layers::FieldType typeOf(const CellValue& value) {
    if (std::holds_alternative<std::string>(value)) return layers::FieldType::Text;
    return std::holds_alternative<std::int64_t>(value) ? layers::FieldType::Whole
                                                       : layers::FieldType::Decimal;
}

layers::Value valueOf(const CellValue& cell) {
    if (const auto* text = std::get_if<std::string>(&cell)) return *text;
    if (const auto* whole = std::get_if<std::int64_t>(&cell)) return *whole;
    if (const auto* number = std::get_if<double>(&cell)) return *number;
    return {};
}

bool isFlat(const Cell& cell) {
    return !std::holds_alternative<Row>(cell.value) &&
           !std::holds_alternative<std::vector<double>>(cell.value);
}

}  // namespace

Row rowOf(const layers::Observation& observation, const layers::Targets& targets) {
    const auto* target =
        targets.targetFor(observation.indicator, observation.unitCode, observation.asOf.year);
    Row row{
        {"code", observation.unitCode},
        {"name", observation.unitName},
        {"numerator", cellOf(observation.numerator)},
        {"denominator", cellOf(observation.denominator)},
        {"term_unit", observation.termUnit},
        {"value", cellOf(observation.value)},
        {"unit", observation.unit},
        {"status", layers::wordOf(observation.status)},
        {"target", target != nullptr ? CellValue(target->value) : CellValue()},
        {"gap", target != nullptr && observation.value ? CellValue(layers::gapTo(*target, *observation.value))
                                                       : CellValue()},
        {"as_of", geo::isoText(observation.asOf)},
        {"units_on", geo::isoText(observation.unitsOn)},
        {"release", layers::wordOf(observation.release)},
        {"method", observation.method},
        {"denominator_kind", observation.denominatorKind},
        {"area_kind", observation.areaKind},
        {"plots", observation.count},
        {"source", observation.source}};
    return row;
}

geo::Message lineOf(const layers::Observation& observation) {
    if (!observation.value) {
        return {"figure.missing",
                {{"code", observation.unitCode},
                 {"name", observation.unitName},
                 {"status", layers::wordOf(observation.status)}}};
    }
    return {"figure.line",
            {{"code", observation.unitCode},
             {"name", observation.unitName},
             {"value", *observation.value},
             {"numerator", observation.numerator.value_or(0)},
             {"denominator", observation.denominator.value_or(0)},
             {"status", layers::wordOf(observation.status)}}};
}

layers::Table tableOf(const std::vector<Row>& rows) {
    layers::Table table;
    if (rows.empty()) return table;
    for (std::size_t column = 0; column < rows.front().size(); ++column) {
        if (!isFlat(rows.front()[column])) continue;
        layers::FieldType type = layers::FieldType::Decimal;
        for (const Row& row : rows) {
            if (!std::holds_alternative<std::monostate>(row[column].value)) type = typeOf(row[column].value);
        }
        table.schema.add({rows.front()[column].name, type});
    }
    for (const Row& row : rows) {
        auto& values = table.rows.emplace_back();
        for (const Cell& cell : row) {
            if (isFlat(cell)) values.push_back(valueOf(cell.value));
        }
    }
    return table;
}

}  // namespace app
