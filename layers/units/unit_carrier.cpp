// SPDX-License-Identifier: Apache-2.0
// Forward through successors, up through districts.
#include "layers/units/unit_carrier.hpp"

#include <algorithm>
#include <set>

namespace layers {
namespace {

/// Shares come from tables of decimals.
constexpr double wholeShare = 1 - 1e-6;

CarriedUnit nowhere(std::string reason) { return {{}, false, std::move(reason)}; }

}  // namespace

UnitCarrier::UnitCarrier(const UnitRegister& units, const Lineage& lineage, const CarryRequest& request)
    : m_units(units), m_lineage(lineage), m_request(request) {}

CarriedUnit UnitCarrier::carry(std::string_view communeCode, std::optional<geo::Date> day) const {
    const geo::Date from = day.value_or(m_request.from);
    const Unit* const unit = m_units.find(communeCode, UnitLevel::Commune, from);
    if (unit == nullptr) return nowhere("unknown-commune");
    switch (m_request.level) {
        case UnitLevel::Commune:
            return toCommune(*unit, from);
        case UnitLevel::District:
            return toDistrict(*unit);
        case UnitLevel::Province:
            return toProvince();
        case UnitLevel::Basin:
        case UnitLevel::Reach:
            return nowhere("no-administrative-unit");
    }
    return nowhere("unknown-commune");
}

CarriedUnit UnitCarrier::toCommune(const Unit& unit, const geo::Date& from) const {
    if (unit.isInForce(m_request.to)) return {unit.code, false, {}};
    if (m_request.to < from) {
        const auto rows = m_lineage.predecessors(unit.code);
        const bool isSame = rows.size() == 1 && rows.front().share >= wholeShare;
        return isSame ? CarriedUnit{rows.front().oldCode, false, {}} : nowhere("split");
    }
    const auto rows = m_lineage.successors(unit.code);
    if (rows.empty()) return nowhere("no-lineage");
    if (rows.size() > 1 || rows.front().share < wholeShare) return nowhere("split");
    return {rows.front().newCode, m_lineage.predecessors(rows.front().newCode).size() > 1, {}};
}

CarriedUnit UnitCarrier::toDistrict(const Unit& unit) const {
    if (m_units.find(unit.parent, UnitLevel::District, m_request.to) != nullptr)
        return {unit.parent, false, {}};
    std::set<std::string> districts;
    for (const LineageRow& row : m_lineage.predecessors(unit.code)) districts.insert(row.districtCode);
    if (districts.empty()) return nowhere("no-lineage");
    return districts.size() == 1 ? CarriedUnit{*districts.begin(), true, {}} : nowhere("straddles-districts");
}

CarriedUnit UnitCarrier::toProvince() const {
    const auto provinces = m_units.inForce(UnitLevel::Province, m_request.to);
    return provinces.size() == 1 ? CarriedUnit{provinces.front().code, false, {}} : nowhere("no-lineage");
}

}  // namespace layers
