// SPDX-License-Identifier: Apache-2.0
// Area by commune and kind of forest, exact.
#include <algorithm>

#include "tests/bench/programs.hpp"
#include "tests/bench/races.hpp"

namespace bench {
namespace {

using Beside = Limit::Beside;

const char* const hectares = "ha";
/// Peers add up the last digits of millions of pieces.
constexpr double sameArea = 1e-9;

Contender tabulation(const Bench& bench, const std::string& step, unsigned threads, double mostBesideRead) {
    auto ours = stepContender(bench, Role::Ours, "tabulation, its index made anew", step, threads);
    ours.limits = {{Beside::Floor, mostBesideRead}, {Beside::Memory_MB, 100}};
    return ours;
}

/// Some two thousand plots from all over, beside the communes: a peer without an index cannot do them all.
void makeExtract(const Bench& bench) {
    const Work& work = bench.work;
    std::filesystem::remove(work.extract());
    const auto step = std::max<std::int64_t>(1, bench.options.plots / 2000);
    runChild(ogr2ogr("GPKG", work.extract(), work.plotFile(),
                     {"-nln", "plots", "-where", "fid % " + std::to_string(step) + " = 0", "-select",
                      "maldlr", "-makevalid", "-nlt", "PROMOTE_TO_MULTI"}));
    runChild(ogr2ogr("GPKG", work.extract(), work.communeFile(), {"-nln", "communes", "-update"}));
}

const char* const extractQuestion =
    "SELECT sum(ST_Area(ST_Intersection(c.geom, p.geom))) / 10000 AS area_ha"
    " FROM communes c JOIN plots p ON ST_Intersects(c.geom, p.geom)";

}  // namespace

Race areaOnTwoThreads(Bench& bench) {
    return {.work = "area by commune × kind of forest, from the workspace, 2 threads",
            .answer = hectares,
            .mostDifference = sameArea,
            .contenders = {bareRead(bench), tabulation(bench, "tabulate", 2, 1.5),
                           postgisContender(bench, "PostGIS, communes subdivided, plots inside short-cut",
                                            "area_cut.sql"),
                           slow(bench, postgisContender(bench, "PostGIS, plain", "area_plain.sql"))}};
}

Race areaOnOneThread(Bench& bench) {
    return {.work = "the same, 1 thread",
            .answer = hectares,
            .mostDifference = sameArea,
            .contenders = {bareRead(bench, 1), tabulation(bench, "tabulate", 1, 2.5)}};
}

Race areaFromGeoPackage(Bench& bench) {
    auto read = stepContender(bench, Role::Floor, "bare read of the GeoPackage", "bare-read-geopackage");
    return {.work = "the same, straight from the GeoPackage, 2 threads",
            .answer = hectares,
            .mostDifference = sameArea,
            .contenders = {read, tabulation(bench, "tabulate-geopackage", 2, 1.5)}};
}

Race areaInFinerZones(Bench& bench) {
    auto few = stepContender(bench, Role::Floor, "38 zones", "tabulate");
    auto many = stepContender(bench, Role::Ours, "3,321 zones over the same area", "tabulate-finer");
    many.limits = {{Beside::Floor, 2}};
    return {.work = "area by zone × kind of forest, more zones, 2 threads",
            .answer = "ha in zones",
            .contenders = {few, many}};
}

Race areaByCommand(Bench& bench) {
    const auto workspace = bench.work.scratch("compute.khoanh");
    const auto prepare = [workspace, &bench] { copyOver(bench.work.workspace(), workspace); };
    auto ours = commandContender(
        {.name = "`khoanh compute … forest-cover --method overlay --by commune`",
         .words = {"compute", workspace.string(), "forest-cover", "--method", "overlay", "--by", "commune"},
         .prepare = prepare});
    ours.limits = {{Beside::Seconds, 0.5}, {Beside::Memory_MB, 100}};
    return {.work = "the whole command: started, computed, observations and ledger kept",
            .answer = "",
            .contenders = {bareRead(bench), ours}};
}

Race areaOfAnExtract(Bench& bench) {
    Race race{"area by commune, 2,000 of the plots, 2 threads", hectares, sameArea, {}};
    auto peer = programContender(bench, {.name = "ogrinfo -dialect sqlite, ST_Intersection",
                                         .command = {"ogrinfo", "-ro", "-q", bench.work.extract().string(),
                                                     "-dialect", "sqlite", "-sql", extractQuestion}});
    peer.effort = Effort::Once;
    race.contenders.push_back(peer);
    if (!peer.absence.empty()) return race;
    makeExtract(bench);
    race.contenders.push_back(
        stepContender(bench, Role::Ours, "tabulation, its index made anew", "tabulate-extract"));
    return race;
}

}  // namespace bench
