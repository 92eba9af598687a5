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

template <class Visit>
void visitParts(const layers::ImportProfile& profile, const Visit& visit) {
    visit(profile.columns, profile.constants);
    for (const layers::ProfilePart& part : profile.rows) visit(part.columns, part.constants);
}

/// Under our names nothing is left of the unit an office wrote into its head.
std::string unitInHeads(const layers::ImportProfile& profile, std::string_view column) {
    std::set<std::string> units;
    visitParts(profile, [&](const auto& columns, const auto&) {
        for (const layers::ProfileColumn& one : columns) {
            if (one.name != column) continue;
            for (const std::string& head : one.heads)
                if (std::string unit = layers::unitNamedIn(head); !unit.empty()) units.insert(std::move(unit));
        }
    });
    return onlyOf(units);
}

std::string unitOf(const layers::ImportProfile& profile) {
    std::set<std::string> units;
    visitParts(profile, [&](const auto&, const auto& constants) {
        for (const layers::ProfileConstant& constant : constants)
            if (isUnit(constant)) units.insert(layers::termUnitWritten(layers::textIn(constant.value)));
    });
    return onlyOf(units);
}

}  // namespace

layers::ImportProfile withoutUnit(layers::ImportProfile profile) {
    // Rows of several units need the profile's word for each.
    if (unitOf(profile).empty()) return profile;
    std::erase_if(profile.constants, isUnit);
    for (layers::ProfilePart& part : profile.rows) std::erase_if(part.constants, isUnit);
    return profile;
}

std::optional<layers::Finding> settleUnit(layers::ReportedFields& fields, const layers::SheetNotes& notes,
                                          const std::optional<layers::ImportProfile>& profile) {
    const std::string title = unitInTitle(notes);
    fields.tableUnit = title;
    if (profile) {
        const auto keep = [&](std::string& unit, std::string_view column) {
            if (unit.empty()) unit = unitInHeads(*profile, column);
        };
        keep(fields.numeratorHeadUnit, "numerator");
        keep(fields.denominatorHeadUnit, "denominator");
        if (fields.tableUnit.empty()) fields.tableUnit = unitOf(*profile);
    }
    for (const std::string& head : {fields.numeratorHeadUnit, fields.denominatorHeadUnit}) {
        if (title.empty() || head.empty() || head == title) continue;
        return layers::Finding{{"figure.title-contradicts-head", {{"title", title}, {"head", head}}}, 0, {}};
    }
    return std::nullopt;
}

}  // namespace app
