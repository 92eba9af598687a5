// SPDX-License-Identifier: Apache-2.0
// Reform by reform, through successors or predecessors, until the day asked for.
#include "layers/units/unit_carrier.hpp"

#include <algorithm>

namespace layers {
namespace {

/// Shares come from tables of decimals.
constexpr double wholeShare = 1 - 1e-6;

CarriedUnit nowhere(std::string reason) { return {{}, false, std::move(reason)}; }

std::optional<double> areaOf(const Unit& unit) {
    const auto area = unit.officialArea ? unit.officialArea : unit.computedArea;
    return area && area->value > 0 ? std::optional(area->value) : std::nullopt;
}

std::optional<double> product(const std::optional<double>& first, const std::optional<double>& second) {
    return first && second ? std::optional(*first * *second) : std::nullopt;
}

}  // namespace

UnitCarrier::UnitCarrier(const UnitRegister& units, const Lineage& lineage, const CarryRequest& request)
    : m_units(units), m_lineage(lineage), m_request(request) {}

CarriedUnit UnitCarrier::carry(std::string_view communeCode, std::optional<geo::Date> day) const {
    const Unit* const unit = m_units.find(communeCode, UnitLevel::Commune, day.value_or(m_request.from));
    if (unit == nullptr) return nowhere("unknown-commune");
    if (!isAdministrative(m_request.level)) return nowhere("no-administrative-unit");
    if (m_request.level == UnitLevel::Province) {
        const std::string code = provinceCode();
        return code.empty() ? nowhere("no-lineage") : CarriedUnit{code, false, {}};
    }
    const auto shares = spread(communeCode, day);
    if (shares.empty()) return nowhere("no-lineage");
    const bool isWhole = shares.size() == 1 && shares.front().share.value_or(1) >= wholeShare;
    if (isWhole) return {shares.front().code, shares.front().isMoved, {}};
    return nowhere(m_request.level == UnitLevel::District ? "straddles-districts" : "split");
}

std::vector<CarriedShare> UnitCarrier::spread(std::string_view communeCode,
                                              std::optional<geo::Date> day) const {
    const Unit* const unit = m_units.find(communeCode, UnitLevel::Commune, day.value_or(m_request.from));
    if (unit == nullptr || !isAdministrative(m_request.level)) return {};
    Parts parts;
    if (!follow(*unit, {1, false}, parts)) return {};
    std::vector<CarriedShare> shares;
    for (const auto& [code, part] : parts) shares.push_back({code, part.share, part.isMoved});
    return shares;
}

void UnitCarrier::add(Parts& parts, const std::string& code, const Part& part) {
    Part& sum = parts[code];
    sum.share = sum.share && part.share ? std::optional(*sum.share + *part.share) : std::nullopt;
    sum.isMoved = sum.isMoved || part.isMoved;
}

std::string UnitCarrier::provinceCode() const {
    const auto provinces = m_units.inForce(UnitLevel::Province, m_request.to);
    return provinces.size() == 1 ? provinces.front().code : std::string();
}

/// The unit asked for that holds the whole of this one; nothing where a reform lies between.
std::optional<std::string> UnitCarrier::arrivedAt(const Unit& unit) const {
    switch (m_request.level) {
        case UnitLevel::Commune:
            return unit.isInForce(m_request.to) ? std::optional(unit.code) : std::nullopt;
        case UnitLevel::District:
            return m_units.find(unit.parent, UnitLevel::District, m_request.to) != nullptr
                       ? std::optional(unit.parent)
                       : std::nullopt;
        case UnitLevel::Province:
            return provinceCode();
        case UnitLevel::Basin:
        case UnitLevel::Reach:
            break;
    }
    return std::nullopt;
}

/// Returns: false where the lineage ends before the day asked for.
bool UnitCarrier::follow(const Unit& unit, const Part& part, Parts& parts) const {
    if (const auto code = arrivedAt(unit)) {
        if (code->empty()) return false;
        add(parts, *code, part);
        return true;
    }
    // Districts were abolished: of a commune that is in force they are looked for before it.
    const bool isBefore = unit.validFrom && m_request.to < *unit.validFrom;
    return isBefore ? followBack(unit, part, parts) : followForward(unit, part, parts);
}

bool UnitCarrier::followForward(const Unit& unit, const Part& part, Parts& parts) const {
    const auto rows = m_lineage.successors(unit);
    for (const LineageRow& row : rows) {
        const Unit* const next = m_units.find(row.newCode, UnitLevel::Commune, row.date);
        if (next == nullptr) return false;
        const bool isMerged = m_lineage.predecessors(*next).size() > 1;
        const bool isMoved = part.isMoved || isMerged || row.share < wholeShare;
        if (!follow(*next, {product(part.share, row.share), isMoved}, parts)) return false;
    }
    return !rows.empty();
}

/// A unit made of a part of one older unit lies in it as a whole.
bool UnitCarrier::followBack(const Unit& unit, const Part& part, Parts& parts) const {
    const auto rows = m_lineage.predecessors(unit);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const LineageRow& row = rows[i];
        const bool isSame = rows.size() == 1 && row.share >= wholeShare;
        const bool isMoved = part.isMoved || !isSame || m_request.level == UnitLevel::District;
        const Part share{product(part.share, shareOfArea(rows, i)), isMoved};
        const Unit* const before = m_units.findBefore(row.oldCode, UnitLevel::Commune, row.date);
        const bool isDistrictKnown =
            m_request.level == UnitLevel::District &&
            m_units.find(row.districtCode, UnitLevel::District, m_request.to) != nullptr;
        if (before != nullptr && follow(*before, share, parts)) continue;
        if (!isDistrictKnown) return false;
        add(parts, row.districtCode, share);
    }
    return !rows.empty();
}

/// What of the new unit's area came with one of the rows it was made by.
std::optional<double> UnitCarrier::shareOfArea(const std::vector<LineageRow>& rows, std::size_t which) const {
    if (rows.size() == 1) return 1;
    double whole = 0;
    double part = 0;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const Unit* const unit = m_units.findBefore(rows[i].oldCode, UnitLevel::Commune, rows[i].date);
        const auto area = unit == nullptr ? std::nullopt : areaOf(*unit);
        if (!area) return std::nullopt;
        whole += *area * rows[i].share;
        if (i == which) part = *area * rows[i].share;
    }
    return part / whole;
}

}  // namespace layers
