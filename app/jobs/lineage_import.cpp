// SPDX-License-Identifier: Apache-2.0
// The table of lineage: read, held against the register, stored under its own name.
#include <algorithm>
#include <iterator>

#include "app/jobs/intake.hpp"
#include "app/jobs/workspace_view.hpp"
#include "geo/base/error.hpp"
#include "layers/files/digest.hpp"
#include "layers/files/table_file.hpp"

namespace app {
namespace {

/// Old units the table does not know, and units of the table that no register knows.
std::vector<layers::Finding> lineageFindings(const layers::Lineage& lineage,
                                             const layers::UnitRegister& units) {
    std::vector<layers::Finding> findings;
    const auto note = [&](const char* id, const std::string& code, const std::string& name,
                          const geo::Date& day) {
        findings.push_back({{id, {{"code", code}, {"name", name}, {"day", geo::isoText(day)}}}, 0, code});
    };
    const auto commune = layers::UnitLevel::Commune;
    for (const layers::LineageRow& row : lineage.rows()) {
        const auto oldUnits = units.inForce(commune, dayBefore(row.date));
        const auto isOld = [&](const layers::Unit& unit) { return unit.code == row.oldCode; };
        if (std::ranges::none_of(oldUnits, isOld))
            note("units.unknown", row.oldCode, row.oldName, dayBefore(row.date));
        if (units.find(row.newCode, commune, row.date) == nullptr) {
            note("units.unknown", row.newCode, row.newName, row.date);
        }
    }
    for (const layers::Unit& unit : units.inForce(commune, dayBefore(lineage.rows().front().date))) {
        if (lineage.successors(unit).empty()) note("units.absent", unit.code, unit.name, *unit.validTo);
    }
    return findings;
}

}  // namespace

void importLineage(const Intake& intake, const std::filesystem::path& file) {
    const layers::Table table = layers::readTable(file, intake.request.encoding);
    if (table.rows.empty()) throw geo::Error(geo::ErrorKind::BadData, "import.nothing-stored");
    const auto newest = unitsDay(intake.units, layers::UnitLevel::Commune, std::nullopt);
    const auto lineage = layers::lineageFromTable(table, intake.request.epoch.value_or(newest));
    for (const std::string& code : lineage.incompleteShares()) {
        intake.outcome.findings.push_back({{"units.share-incomplete", {{"code", code}}}, 0, code});
    }
    std::ranges::move(lineageFindings(lineage, intake.units), std::back_inserter(intake.outcome.findings));
    intake.change.addTable("lineage", table);
    intake.outcome.project.lineageTable = "lineage";
    ++intake.outcome.project.lineageVersion;
    const auto count = static_cast<std::int64_t>(table.rows.size());
    intake.outcome.rows.push_back({{"file", file.string()},
                                   {"kind", "lineage"},
                                   {"rows", count},
                                   {"sha256", layers::sha256OfFile(file)}});
    intake.outcome.summary.push_back(
        {"import.table", {{"file", file.filename().string()}, {"count", count}}});
}

}  // namespace app
