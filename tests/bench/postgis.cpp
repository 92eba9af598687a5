// SPDX-License-Identifier: Apache-2.0
// psql for questions, ogr2ogr for layers, COPY for points.
#include "tests/bench/postgis.hpp"

#include <fmt/format.h>

#include <cstdlib>
#include <fstream>

#include "tests/bench/programs.hpp"

namespace bench {
namespace {

Command copyInto(const std::string& connection, const std::filesystem::path& file, const std::string& table) {
    return ogr2ogr("PostgreSQL", "PG:" + connection, file,
                   {"-nln", table, "-lco", "GEOMETRY_NAME=geom", "-nlt", "PROMOTE_TO_MULTI", "-overwrite",
                    "--config", "PG_USE_COPY", "YES"});
}

void writePoints(const std::filesystem::path& file, const std::vector<geo::Coordinate>& points) {
    std::ofstream out(file);
    for (const auto& point : points) out << fmt::format("{},{}\n", point.x, point.y);
}

std::string lastLineOf(const std::string& text) {
    const auto end = text.find_last_not_of('\n');
    const auto begin = text.find_last_of('\n', end);
    return text.substr(begin + 1, end - begin);
}

}  // namespace

Postgis::Postgis() {
    const char* const told = std::getenv("KHOANH_BENCH_POSTGIS");
    if (told != nullptr) m_connection = told;
    if (told == nullptr) m_absence = "not started";
    if (!isOnPath("psql")) m_absence = "not installed";
}

std::string Postgis::run(const std::string& flag, const std::string& words) const {
    return runChild({"psql", "-X", "-q", "-A", "-t", "-d", m_connection, flag, words}).out;
}

std::string Postgis::version() const {
    if (!m_absence.empty()) return {};
    return lastLineOf(run("-c",
                          "SELECT 'PostGIS ' || split_part(postgis_version(), ' ', 1) || "
                          "' on PostgreSQL ' || current_setting('server_version')"));
}

void Postgis::load(const StepInputs& inputs) {
    if (m_isLoaded) return;
    const Work& work = inputs.work;
    const auto points = work.scratch("points.csv");
    writePoints(points, placesToLocate(inputs));
    runChild(copyInto(m_connection, work.communeFile(), "communes"));
    auto plots = copyInto(m_connection, work.plotFile(), "plots");
    plots.insert(plots.end(), {"-select", "maldlr"});
    runChild(plots);
    run("-c",
        "DROP TABLE IF EXISTS points; DROP TABLE IF EXISTS read_points; "
        "CREATE TABLE read_points (x float8, y float8)");
    run("-c", "\\copy read_points FROM '" + points.string() + "' CSV");
    ask("prepare.sql");
    ask("cut_communes.sql");
    m_isLoaded = true;
}

double Postgis::ask(const std::string& sqlFile) const {
    const auto file = std::filesystem::path(KHOANH_SOURCE_DIR) / "tests/bench/postgis" / sqlFile;
    return lastNumberIn(run("-f", file.string()));
}

}  // namespace bench
