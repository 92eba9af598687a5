// SPDX-License-Identifier: Apache-2.0
// Titles, then heads, then the profile.
#include "app/jobs/stated_unit.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <string_view>

#include "layers/indicators/quantity_unit.hpp"

namespace app {
namespace {

bool isUnit(const layers::ProfileConstant& constant) {
    constexpr std::array<std::string_view, 2> names{"unit", "term_unit"};
    return std::ranges::count(names, constant.name) > 0;
}

std::string onlyOf(const std::set<std::string>& units) {
    return units.size() == 1 ? *units.begin() : std::string();
}

/// The unit a title over the table names for all of it; two titles that differ name none.
std::string unitInTitle(const layers::SheetNotes& notes) {
    std::set<std::string> units;
    for (const layers::LeftOutRow& row : notes.leftOut) {
        const bool isTitle = row.reason == layers::LeftOut::Title;
        if (std::string unit = layers::unitNamedIn(row.text); isTitle && !unit.empty())
            units.insert(std::move(unit));
    }
    return onlyOf(units);
}

std::string unitIn(const std::vector<layers::ProfileConstant>& constants) {
    const auto unit = std::ranges::find_if(constants, isUnit);
    return unit == constants.end() ? std::string() : layers::termUnitWritten(layers::textIn(unit->value));
}

/// What the profile gives the rows of each part; empty where it gives none.
std::vector<std::string> unitsOf(const layers::ImportProfile& profile) {
    const std::string whole = unitIn(profile.constants);
    if (profile.rows.empty()) return {whole};
    std::vector<std::string> units;
    for (const layers::ProfilePart& part : profile.rows) {
        std::string own = unitIn(part.constants);
        units.push_back(own.empty() ? whole : std::move(own));
    }
    return units;
}

/// Under our names nothing is left of what an office wrote into its head.
void takeHead(std::string& head, std::string& unit, const layers::FoundColumn& column) {
    head = column.head;
    if (unit.empty()) unit = layers::unitNamedIn(column.head);
    if (unit.empty()) unit = layers::unitNamedIn(column.told);
}

void takeHeads(layers::ReportedFields& fields, const std::vector<layers::FoundColumn>& columns) {
    for (const layers::FoundColumn& column : columns) {
        if (column.name == "denominator") takeHead(fields.denominatorHead, fields.denominatorHeadUnit, column);
        if (column.name != "numerator") continue;
        takeHead(fields.numeratorHead, fields.numeratorHeadUnit, column);
        fields.isNumeratorPercent = column.head.find('%') != std::string::npos;
    }
}

std::optional<layers::Finding> contradiction(const std::string& title, const layers::ReportedFields& fields) {
    for (const std::string& head : {fields.numeratorHeadUnit, fields.denominatorHeadUnit}) {
        if (title.empty() || head.empty() || head == title) continue;
        return layers::Finding{{"figure.title-contradicts-head", {{"title", title}, {"head", head}}}, 0, {}};
    }
    return std::nullopt;
}

}  // namespace

layers::ImportProfile withoutUnit(layers::ImportProfile profile) {
    const auto units = unitsOf(profile);
    const auto isOfAll = [&](const std::string& unit) { return !unit.empty() && unit == units.front(); };
    // Rows of several units need the profile's word for each.
    if (!std::ranges::all_of(units, isOfAll)) return profile;
    std::erase_if(profile.constants, isUnit);
    for (layers::ProfilePart& part : profile.rows) std::erase_if(part.constants, isUnit);
    return profile;
}

StatedUnits settleUnits(const layers::ReportedFields& fields, const layers::SheetNotes& notes,
                        const std::optional<layers::ImportProfile>& profile, const FoundColumns& found) {
    const std::string title = unitInTitle(notes);
    const auto units = profile ? unitsOf(*profile) : std::vector<std::string>(1);
    StatedUnits stated{std::vector<layers::ReportedFields>(units.size(), fields)};
    for (std::size_t i = 0; i < units.size(); ++i) {
        layers::ReportedFields& part = stated.parts[i];
        if (i < found.size()) takeHeads(part, found[i]);
        part.tableUnit = title.empty() ? units[i] : title;
        if (!stated.finding) stated.finding = contradiction(title, part);
    }
    return stated;
}

}  // namespace app
