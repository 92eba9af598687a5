// SPDX-License-Identifier: Apache-2.0
// Tables of figures joined to the units of their day.
#include <fmt/format.h>

#include <algorithm>
#include <fstream>

#include "layers/model/value.hpp"
#include "layers/units/unit_register.hpp"
#include "tests/bench/programs.hpp"
#include "tests/bench/races.hpp"

namespace bench {
namespace {

namespace fs = std::filesystem;

constexpr int rowsOfTable = 200'000;
const char* const tableHeads = "code,name,indicator,period,numerator,denominator,unit\n";

std::vector<layers::Unit> communesIn(const Bench& bench) {
    const auto workspace = layers::Workspace::open(bench.work.unitsOnly(), layers::Access::Read);
    auto units = layers::unitsFromTable(workspace.readTable("pack_units")).units();
    std::erase_if(units, [](const layers::Unit& unit) {
        return unit.level != layers::UnitLevel::Commune || !unit.validTo;
    });
    return units;
}

/// Every commune of before July 2025, year after year; no row comes twice.
fs::path rightTable(const Bench& bench) {
    const auto communes = communesIn(bench);
    const fs::path file = bench.work.scratch("rows.csv");
    std::ofstream table(file);
    table << tableHeads;
    constexpr int firstYear = 1900;
    constexpr int years = 1000;
    for (int row = 0; row < rowsOfTable; ++row) {
        const auto& unit = communes[static_cast<std::size_t>(row) % communes.size()];
        const int turn = row / static_cast<int>(communes.size());
        table << fmt::format("{},{},{},{},{},{},tonnes/day\n", unit.code, unit.name,
                             turn < years ? "waste-rural" : "waste-urban", firstYear + turn % years,
                             row % 9 + 1, row % 9 + 12);
    }
    return file;
}

/// Names no commune bears, each another: the worst a table can be.
fs::path wrongTable(const Bench& bench) {
    const auto communes = communesIn(bench);
    const fs::path file = bench.work.scratch("wrong.csv");
    std::ofstream table(file);
    table << tableHeads;
    for (int row = 0; row < rowsOfTable; ++row) {
        const auto& unit = communes[static_cast<std::size_t>(row) % communes.size()];
        table << fmt::format(",{} {},waste-rural,2024,1,2,tonnes/day\n", unit.name, row);
    }
    return file;
}

void writeUnits(const Bench& bench, const fs::path& file) {
    std::ofstream table(file);
    table << "code,name\n";
    for (const layers::Unit& unit : communesIn(bench)) table << unit.code << ',' << unit.name << '\n';
}

double linesIn(const fs::path& file) {
    std::ifstream stream(file, std::ios::binary);
    const std::string bytes(std::istreambuf_iterator<char>(stream), {});
    return static_cast<double>(std::ranges::count(bytes, '\n') - 1);
}

double joinedRowsIn(const fs::path& file) {
    const auto workspace = layers::Workspace::open(file, layers::Access::Read);
    double joined = 0;
    for (const auto& record : workspace.layers()) {
        if (record.kind != layers::Kind::Indicators) continue;
        auto stream = workspace.readLayer(record.id);
        const auto code = stream.schema.indexOf("unit_code");
        for (layers::Feature row; stream.next(row);) joined += layers::isMissing(row.values[*code]) ? 0 : 1;
    }
    return joined;
}

Contender ourImport(const Bench& bench, const fs::path& table) {
    const auto target = bench.work.scratch("rows.khoanh");
    auto ours = commandContender({.name = "`khoanh import`, joined, checked and stored",
                                  .words = {"import", target.string(), table.string(), "--as", "indicators"},
                                  .prepare = [target, &bench] { copyOver(bench.work.unitsOnly(), target); },
                                  .inspect = [target] { return joinedRowsIn(target); }});
    ours.limits = {{Limit::Beside::Seconds, 2}};
    return ours;
}

Contender lines(const fs::path& table) {
    return {.name = "the file read, its lines counted", .role = Role::Floor, .run = [table] {
                return linesIn(table);
            }};
}

Contender sqliteJoin(const Bench& bench, const fs::path& table) {
    const auto units = bench.work.scratch("units.csv");
    writeUnits(bench, units);
    const auto target = bench.work.scratch("rows.sqlite");
    return programContender(
        bench,
        {.name = "`sqlite3`: `.import`, one `JOIN` of one day",
         .command = {"sqlite3", target.string(), ".mode csv", ".import " + table.string() + " figures",
                     ".import " + units.string() + " units",
                     "CREATE TABLE joined AS SELECT f.* FROM figures f JOIN units u ON u.code = f.code "
                     "AND u.name = f.name; SELECT count(*) FROM joined;"},
         .target = target});
}

}  // namespace

Race rowsIntoWorkspace(Bench& bench) {
    const fs::path table = rightTable(bench);
    return {.work = fmt::format("join a table of {} rows to the units of their day", rowsOfTable),
            .answer = "rows joined",
            .contenders = {lines(table), ourImport(bench, table), sqliteJoin(bench, table)}};
}

Race wrongRowsIntoWorkspace(Bench& bench) {
    const fs::path table = wrongTable(bench);
    auto ours = ourImport(bench, table);
    ours.limits.clear();
    return {.work = fmt::format("the same with {} different names that no unit bears", rowsOfTable),
            .answer = "rows joined",
            .contenders = {lines(table), std::move(ours)}};
}

}  // namespace bench
