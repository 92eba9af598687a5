// SPDX-License-Identifier: Apache-2.0
// W written to files, and brought into the workspace.
#include "tests/bench/bare_read.hpp"
#include "tests/bench/programs.hpp"
#include "tests/bench/races.hpp"

namespace bench {
namespace {

/// The ratio to the quickest peer that ours must keep to.
Contender besidePeer(Contender ours, double most) {
    ours.limits = {{Limit::Beside::Peer, most}};
    return ours;
}

/// What the rings in a file enclose, by the bare read: neither contender judges itself. Peers write plots as
/// they came, ours were repaired on import, so some thousandths of the rows differ.
constexpr double sameButForRepairs = 1e-3;
const char* const ringHectares = "ha in rings";

Contender ourExport(const Bench& bench, const std::filesystem::path& target) {
    const auto clear = [folder = target.parent_path()] {
        std::filesystem::remove_all(folder);
        std::filesystem::create_directories(folder);
    };
    return commandContender(
        {.name = "`khoanh export`, reopened and compared",
         .words = {"export", bench.work.workspace().string(), "--layer", "forest", "--out", target.string()},
         .prepare = clear,
         .inspect = [target] { return hectaresIn(target); }});
}

Contender peerExport(const Bench& bench, const std::string& format, const std::filesystem::path& target) {
    return programContender(bench, {.name = "`ogr2ogr -f \"" + format + "\"`",
                                    .command = ogr2ogr(format, target, bench.work.plotFile()),
                                    .target = target,
                                    .inspect = [target] { return hectaresIn(target); }});
}

struct Export {
    std::string work;
    std::string format;
    std::string extension;
    double mostBesidePeer;
};

Race exportRace(const Bench& bench, const Export& wanted) {
    const auto ours = bench.work.scratch("ours") / ("plots." + wanted.extension);
    const auto theirs = bench.work.scratch("peer." + wanted.extension);
    return {wanted.work,
            ringHectares,
            sameButForRepairs,
            {bareRead(bench), besidePeer(ourExport(bench, ours), wanted.mostBesidePeer),
             peerExport(bench, wanted.format, theirs)}};
}

}  // namespace

Race plotsToGeoPackage(Bench& bench) {
    return exportRace(bench, {"write W to a GeoPackage with its index", "GPKG", "gpkg", 0.7});
}

Race plotsToShapefile(Bench& bench) {
    return exportRace(bench, {"write W to a shapefile", "ESRI Shapefile", "shp", 1.3});
}

Race plotsIntoWorkspace(Bench& bench) {
    const auto ours = bench.work.scratch("import.khoanh");
    const auto theirs = bench.work.scratch("peer.sqlite");
    auto import = commandContender({.name = "`khoanh import`, checked and indexed",
                                    .words = importPlotsInto(ours, bench.work),
                                    .prepare = [ours, &bench] { copyOver(bench.work.unitsOnly(), ours); },
                                    .inspect = [ours] { return hectaresIn(ours, "forest_"); }});
    auto peer = programContender(
        bench, {.name = "`ogr2ogr` to SpatiaLite, indexed",
                .command = ogr2ogr("SQLite", theirs, bench.work.plotFile(), {"-dsco", "SPATIALITE=YES"}),
                .target = theirs,
                .inspect = [theirs] { return hectaresIn(theirs); }});
    return {"import W into the workspace",
            ringHectares,
            sameButForRepairs,
            {bareRead(bench), besidePeer(std::move(import), 1), std::move(peer)}};
}

}  // namespace bench
