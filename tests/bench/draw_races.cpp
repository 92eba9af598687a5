// SPDX-License-Identifier: Apache-2.0
// Maps of W on a screen and on paper, beside Mapnik.
#include <fmt/format.h>

#include "tests/bench/draw_steps.hpp"
#include "tests/bench/programs.hpp"
#include "tests/bench/races.hpp"

namespace bench {
namespace {

using Beside = Limit::Beside;

Contender drawing(const Bench& bench, const std::string& name, const std::string& step, double most_s) {
    auto ours = stepContender(bench, Role::Ours, name, step);
    ours.limits = {{Beside::Seconds, most_s}};
    return ours;
}

/// Debian's bindings belong to Debian's Python, whatever else stands on the PATH.
const char* const python = "/usr/bin/python3";

bool hasMapnik() {
    try {
        runChild({python, "-c", "import mapnik"});
        return true;
    } catch (const std::exception&) {
        return false;
    }
}

/// Mapnik reads shapefiles quickest.
std::filesystem::path asShapefile(const Bench& bench, const std::filesystem::path& source) {
    auto target = bench.work.scratch("mapnik") / source.stem();
    target += ".shp";
    if (std::filesystem::exists(target)) return target;
    std::filesystem::create_directories(target.parent_path());
    runChild(ogr2ogr("ESRI Shapefile", target, source));
    runChild({"shapeindex", target.string()});
    return target;
}

Contender mapnik(const Bench& bench, const std::string& name, const std::optional<geo::Extent>& extent) {
    Contender peer{.name = name, .role = Role::Peer};
    if (bench.options.peers == Peers::None) peer.absence = "left out";
    if (peer.absence.empty() && (!hasMapnik() || !isOnPath("shapeindex"))) peer.absence = "not installed";
    if (!peer.absence.empty()) return peer;
    Command command{python, std::string(KHOANH_SOURCE_DIR) + "/tests/bench/mapnik_map.py",
                    asShapefile(bench, bench.work.plotFile()).string(),
                    asShapefile(bench, bench.work.communeFile()).string(),
                    bench.work.scratch("mapnik.png").string()};
    if (extent) {
        for (const double side : {extent->minX, extent->minY, extent->maxX, extent->maxY})
            command.push_back(fmt::format("{}", side));
    }
    peer.run = [command] { return lastNumberIn(runChild(command).out); };
    return peer;
}

Contender wholeCommand(const Bench& bench) {
    const auto workspace = levelledWorkspace(bench.work);
    return commandContender({.name = "`khoanh map … forest-plots --size 1920x1200`, started and written",
                             .words = {"map", workspace.string(), "forest-plots", "--size", "1920x1200",
                                       "--out", bench.work.scratch("map.png").string()}});
}

}  // namespace

Race wholeMap(Bench& bench) {
    return {.work = "whole map of W at 1920 × 1200: every plot by kind of forest, communes, names, legend",
            .answer = "",
            .contenders = {bareRead(bench), drawing(bench, "straight from the shapes", "draw-shapes", 0.4),
                           stepContender(bench, Role::Ours, "from the levels, first picture of a process",
                                         "draw-first"),
                           drawing(bench, "from the levels, another one in other colours", "draw", 0.05),
                           wholeCommand(bench), mapnik(bench, "Mapnik, started and written", std::nullopt)}};
}

Race eighthOfTheMap(Bench& bench) {
    const auto workspace = layers::Workspace::open(bench.work.workspace(), layers::Access::Read);
    const auto extent = eighthOf(plotLayer(workspace).extent);
    return {.work = "one eighth of the extent, same picture, plots outlined",
            .answer = "",
            .contenders = {stepContender(bench, Role::Ours, "from the levels, first picture of a process",
                                         "draw-eighth-first"),
                           drawing(bench, "from the levels, another one in other colours", "draw-eighth",
                                   0.03),
                           mapnik(bench, "Mapnik, started and written", extent)}};
}

Race mapOnLargeSheet(Bench& bench) {
    return {.work = "W on a sheet of A3 at 300 dots an inch, before encoding",
            .answer = "",
            .contenders = {drawing(bench, "from the levels, first picture of a process", "draw-large", 0.5)}};
}

}  // namespace bench
