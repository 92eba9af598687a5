// SPDX-License-Identifier: Apache-2.0
// The register: units by level, code and time.
#include "layers/units/unit_register.hpp"

#include <algorithm>
#include <set>
#include <tuple>

#include "geo/base/error.hpp"
#include "layers/model/row_reader.hpp"

namespace layers {
namespace {

auto orderOf(const Unit& unit) { return std::tie(unit.level, unit.code, unit.validFrom); }

bool overlapInTime(const Unit& first, const Unit& second) {
    const bool firstEndsBefore = first.validTo && second.validFrom && *first.validTo < *second.validFrom;
    const bool secondEndsBefore = second.validTo && first.validFrom && *second.validTo < *first.validFrom;
    return !firstEndsBefore && !secondEndsBefore;
}

void refuseOverlaps(const std::vector<Unit>& units) {
    for (std::size_t i = 1; i < units.size(); ++i) {
        const Unit& first = units[i - 1];
        const Unit& second = units[i];
        if (first.level != second.level || first.code != second.code || !overlapInTime(first, second))
            continue;
        throw geo::Error(geo::ErrorKind::BadData, "units.overlap-in-time",
                         {{"code", first.code}, {"first", first.name}, {"second", second.name}});
    }
}

std::optional<geo::Hectares> areaIn(const RowReader& row) {
    const auto squareKilometres = row.number("area_km2");
    return squareKilometres ? std::optional(geo::Hectares{*squareKilometres * 100}) : std::nullopt;
}

std::optional<geo::Coordinate> interiorPointIn(const RowReader& row) {
    const auto longitude = row.number("lon");
    const auto latitude = row.number("lat");
    if (!longitude || !latitude) return std::nullopt;
    return geo::Coordinate{*longitude, *latitude};
}

Unit unitIn(const RowReader& row) {
    Unit unit;
    const auto level = parseUnitLevel(row.requiredText("level"));
    if (!level) row.refuse("level");
    row.requiredText("code");
    unit.level = *level;
    unit.code = unitCodeIn(row.value("code"), *level);
    unit.name = row.requiredText("name");
    unit.validFrom = row.date("valid_from");
    unit.validTo = row.date("valid_to");
    if (unit.validFrom && unit.validTo && *unit.validTo < *unit.validFrom) row.refuse("valid_to");
    unit.parent = row.text("parent");
    unit.decree = row.text("decree");
    const bool isOfficial = row.text("area_status") == "official";
    (isOfficial ? unit.officialArea : unit.computedArea) = areaIn(row);
    unit.interiorPoint = interiorPointIn(row);
    unit.source = row.text("source");
    unit.certainty = row.text("certainty");
    return unit;
}

}  // namespace

UnitRegister::UnitRegister(std::vector<Unit> units) : m_units(std::move(units)) {
    std::ranges::stable_sort(m_units, {}, orderOf);
}

std::vector<Unit> UnitRegister::inForce(UnitLevel level, const geo::Date& day) const {
    std::vector<Unit> found;
    for (const Unit& unit : m_units) {
        if (unit.level == level && unit.isInForce(day)) found.push_back(unit);
    }
    return found;
}

const Unit* UnitRegister::find(std::string_view code, UnitLevel level, const geo::Date& day) const {
    const auto found = std::ranges::find_if(m_units, [&](const Unit& unit) {
        return unit.level == level && unit.code == code && unit.isInForce(day);
    });
    return found == m_units.end() ? nullptr : &*found;
}

const Unit* UnitRegister::findBefore(std::string_view code, UnitLevel level, const geo::Date& day) const {
    const Unit* last = nullptr;
    for (const Unit& unit : m_units) {
        const bool isOne = unit.level == level && unit.code == code && unit.validTo && *unit.validTo < day;
        if (isOne && (last == nullptr || *last->validTo < *unit.validTo)) last = &unit;
    }
    return last;
}

std::vector<geo::Date> UnitRegister::epochs(UnitLevel level) const {
    std::set<geo::Date> changeDays;
    for (const Unit& unit : m_units) {
        if (unit.level != level) continue;
        if (unit.validFrom) changeDays.insert(*unit.validFrom);
        if (unit.validTo) changeDays.insert(*unit.validTo);
    }
    std::vector<geo::Date> days;
    std::vector<Unit> before;
    for (const geo::Date& day : changeDays) {
        std::vector<Unit> units = inForce(level, day);
        if (!days.empty() && units == before) days.pop_back();
        days.push_back(day);
        before = std::move(units);
    }
    return days;
}

std::optional<geo::Date> UnitRegister::latestEpoch(UnitLevel level) const {
    const auto days = epochs(level);
    if (days.empty()) return std::nullopt;
    return days.back();
}

UnitRegister unitsFromTable(const Table& table) {
    requireColumns(table, {"code", "name", "level"});
    std::vector<Unit> units;
    units.reserve(table.rows.size());
    for (std::size_t row = 0; row < table.rows.size(); ++row) units.push_back(unitIn(RowReader(table, row)));
    UnitRegister unitRegister(std::move(units));
    refuseOverlaps(unitRegister.units());
    return unitRegister;
}

}  // namespace layers
