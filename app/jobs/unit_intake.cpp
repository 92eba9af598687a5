// SPDX-License-Identifier: Apache-2.0
// Matching by code, or by name within the day where a file has no codes.
#include "app/jobs/unit_intake.hpp"

#include <algorithm>

#include "geo/base/error.hpp"
#include "geo/measure/area.hpp"
#include "layers/text/names.hpp"

namespace app {
namespace {

bool isSameName(const std::string& a, const std::string& b) {
    return layers::matchKey(layers::withoutUnitPrefix(a)) == layers::matchKey(layers::withoutUnitPrefix(b));
}

layers::Schema withCodeAndName(const layers::Schema& source) {
    layers::Schema schema{{"code", layers::FieldType::Text}, {"name", layers::FieldType::Text}};
    for (layers::Field field : source.fields()) {
        if (schema.indexOf(field.name)) field.name = "source_" + field.name;
        schema.add(std::move(field));
    }
    return schema;
}

layers::UnitFields requireFields(const layers::Schema& schema, layers::UnitLevel level) {
    if (const auto fields = layers::unitFieldsOf(schema, level)) return *fields;
    throw geo::Error(geo::ErrorKind::BadData, "import.column-missing", {{"columns", "code, name"}});
}

}  // namespace

UnitIntake::UnitIntake(layers::FeatureStream source, const layers::UnitRegister& units, UnitDay unitDay)
    : m_source(std::move(source)),
      m_register(units),
      m_unitDay(unitDay),
      m_fields(requireFields(m_source.schema, unitDay.level)),
      m_units(units.inForce(unitDay.level, unitDay.day)) {}

layers::FeatureStream UnitIntake::features() {
    return {withCodeAndName(m_source.schema), m_source.crs, m_source.kind, m_source.count,
            [this](layers::Feature& feature) { return next(feature); }};
}

bool UnitIntake::next(layers::Feature& feature) {
    if (!m_source.next(feature)) return false;
    const std::string code = codeOf(feature);
    const auto* unit = m_register.find(code, m_unitDay.level, m_unitDay.day);
    const std::string name = nameOf(feature, unit, code);
    if (!m_rowOfCode.emplace(code, feature.sourceRow).second) {
        m_findings.push_back({{"units.repeated", {{"code", code}, {"name", name}}}, feature.sourceRow, code});
    }
    measure(feature, unit, code, name);
    feature.values.insert(feature.values.begin(), {code, name});
    return true;
}

std::string UnitIntake::codeOf(const layers::Feature& feature) const {
    if (m_fields.code) return layers::unitCodeIn(feature.values[*m_fields.code], m_unitDay.level);
    const auto* unit = unitNamed(layers::textIn(feature.values[*m_fields.name]));
    return unit != nullptr ? unit->code : std::string();
}

/// Nothing when no unit or more than one of that day bears the name.
const layers::Unit* UnitIntake::unitNamed(const std::string& name) const {
    const layers::Unit* found = nullptr;
    for (const layers::Unit& unit : m_units) {
        if (!isSameName(unit.name, name)) continue;
        if (found != nullptr) return nullptr;
        found = &unit;
    }
    return found;
}

std::string UnitIntake::nameOf(const layers::Feature& feature, const layers::Unit* unit,
                               const std::string& code) {
    const std::string given = m_fields.name ? layers::textIn(feature.values[*m_fields.name]) : std::string();
    if (unit == nullptr) {
        m_findings.push_back(
            {{"units.unknown", {{"code", code}, {"name", given}, {"day", geo::isoText(m_unitDay.day)}}},
             feature.sourceRow,
             code});
        return given;
    }
    if (!given.empty() && !isSameName(unit->name, given)) {
        m_findings.push_back({{"units.other-name",
                               {{"code", code},
                                {"name", given},
                                {"expected", unit->name},
                                {"day", geo::isoText(m_unitDay.day)}}},
                              feature.sourceRow,
                              code});
    }
    return unit->name;
}

void UnitIntake::measure(const layers::Feature& feature, const layers::Unit* unit, const std::string& code,
                         const std::string& name) {
    if (!feature.geometry.isPolygonal()) return;
    std::optional<geo::Hectares> official;
    if (unit != nullptr) official = unit->officialArea ? unit->officialArea : unit->computedArea;
    if (!official && m_fields.officialArea_km2) {
        const auto area_km2 = layers::numberIn(feature.values[*m_fields.officialArea_km2]);
        if (area_km2) official = geo::Hectares{*area_km2 * 100};
    }
    m_measured.push_back({code, name, geo::toHectares(geo::planarArea(feature.geometry)), official});
}

std::vector<layers::Finding> UnitIntake::findings() const {
    std::vector<layers::Finding> findings = m_findings;
    std::ranges::move(absentUnits(), std::back_inserter(findings));
    std::ranges::move(layers::checkUnitAreas(m_measured), std::back_inserter(findings));
    return findings;
}

std::vector<layers::Finding> UnitIntake::absentUnits() const {
    std::vector<layers::Finding> findings;
    for (const layers::Unit& unit : m_units) {
        if (m_rowOfCode.contains(unit.code)) continue;
        findings.push_back(
            {{"units.absent",
              {{"code", unit.code}, {"name", unit.name}, {"day", geo::isoText(m_unitDay.day)}}},
             0,
             unit.code});
    }
    return findings;
}

}  // namespace app
