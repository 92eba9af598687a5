// SPDX-License-Identifier: Apache-2.0
// The table of lineage: read, held against the register, stored under its own name.
#include <algorithm>
#include <iterator>
#include <map>
#include <set>

#include "app/jobs/intake.hpp"
#include "app/jobs/workspace_view.hpp"
#include "geo/base/error.hpp"
#include "layers/files/digest.hpp"
#include "layers/files/table_file.hpp"
#include "layers/model/row_reader.hpp"

namespace app {
namespace {

constexpr auto commune = layers::UnitLevel::Commune;

layers::Finding noteOn(const char* id, const std::string& code, const std::string& name,
                       const geo::Date& day) {
    return {{id, {{"code", code}, {"name", name}, {"day", geo::isoText(day)}}}, 0, code};
}

/// Units of the table that no register knows.
std::vector<layers::Finding> unknownUnits(const layers::Lineage& lineage, const layers::UnitRegister& units) {
    std::vector<layers::Finding> findings;
    const auto note = [&](const std::string& code, const std::string& name, const geo::Date& day) {
        if (units.find(code, commune, day) == nullptr)
            findings.push_back(noteOn("units.unknown", code, name, day));
    };
    for (const layers::LineageRow& row : lineage.rows()) {
        note(row.oldCode, row.oldName, dayBefore(row.date));
        note(row.newCode, row.newName, row.date);
    }
    return findings;
}

/// Units that ended on the eve of a reform and that the table forgets; those that went on may be left out.
std::vector<layers::Finding> forgottenUnits(const layers::Lineage& lineage,
                                            const layers::UnitRegister& units) {
    std::map<geo::Date, std::set<std::string>> codesOfReform;
    for (const layers::LineageRow& row : lineage.rows()) codesOfReform[row.date].insert(row.oldCode);
    std::vector<layers::Finding> findings;
    for (const auto& [reform, codes] : codesOfReform) {
        const geo::Date eve = dayBefore(reform);
        for (const layers::Unit& unit : units.inForce(commune, eve)) {
            if (unit.validTo == eve && !codes.contains(unit.code))
                findings.push_back(noteOn("units.absent", unit.code, unit.name, eve));
        }
    }
    return findings;
}

/// The day told with the table goes into the rows that have none: nobody will know it later.
layers::Table dated(layers::Table table, const geo::Date& day) {
    const std::size_t column = table.schema.indexOf("date").value_or(table.schema.size());
    if (column == table.schema.size()) table.schema.add({"date", layers::FieldType::Text});
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
        table.rows[i].resize(std::max(table.rows[i].size(), column + 1));
        if (!layers::RowReader(table, i).date("date")) table.rows[i][column] = geo::isoText(day);
    }
    return table;
}

}  // namespace

void importLineage(const Intake& intake, const std::filesystem::path& file) {
    const layers::Table written = layers::readTable(file, intake.request.encoding);
    if (written.rows.empty()) throw geo::Error(geo::ErrorKind::BadData, "import.nothing-stored");
    const auto newest = unitsDay(intake.units, commune, std::nullopt);
    const geo::Date day = intake.request.epoch.value_or(newest);
    const layers::Table table = dated(written, day);
    const auto lineage = layers::lineageFromTable(table, day);
    for (const std::string& code : lineage.incompleteShares()) {
        intake.outcome.findings.push_back({{"units.share-incomplete", {{"code", code}}}, 0, code});
    }
    const auto found = std::back_inserter(intake.outcome.findings);
    std::ranges::move(unknownUnits(lineage, intake.units), found);
    std::ranges::move(forgottenUnits(lineage, intake.units), found);
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
