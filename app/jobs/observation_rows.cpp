// SPDX-License-Identifier: Apache-2.0
// Figures as rows and rows as tables.
#include "app/jobs/observation_rows.hpp"

namespace app {
namespace {

using CellValue = decltype(Cell::value);

CellValue cellOf(const std::optional<double>& number) { return number ? CellValue(*number) : CellValue(); }

/// What stands behind a key of `sector=IX stage=operating`; empty where the part does not name it.
std::string wordIn(const std::string& part, const std::string& key) {
    const std::size_t at = part.find(key);
    if (at == std::string::npos) return {};
    const std::size_t from = at + key.size();
    return part.substr(from, part.find(' ', from) - from);
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
        {"count", observation.count},
        {"part", observation.part},
        {"document", observation.document},
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
    if (!observation.part.empty()) {
        return {"figure.count-part",
                {{"sector", wordIn(observation.part, "sector=")},
                 {"stage", "stage-" + wordIn(observation.part, "stage=")},
                 {"value", *observation.value},
                 {"unit", observation.unit}}};
    }
    if (observation.unit != "%") {
        return {"figure.count",
                {{"code", observation.unitCode},
                 {"name", observation.unitName},
                 {"value", *observation.value},
                 {"unit", observation.unit}}};
    }
    return {"figure.line",
            {{"code", observation.unitCode},
             {"name", observation.unitName},
             {"value", *observation.value},
             {"numerator", observation.numerator.value_or(0)},
             {"denominator", observation.denominator.value_or(0)},
             {"unit", observation.termUnit},
             {"status", layers::wordOf(observation.status)}}};
}

}  // namespace app
