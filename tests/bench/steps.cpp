// SPDX-License-Identifier: Apache-2.0
// The table of steps.
#include "tests/bench/steps.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <memory>
#include <span>
#include <sstream>
#include <stdexcept>

#include "geo/base/parallel.hpp"
#include "geo/topology/faced_edges.hpp"
#include "geo/topology/point_locator.hpp"
#include "geo/topology/zone_index.hpp"
#include "layers/indicators/area_table.hpp"
#include "layers/store/geopackage_reader.hpp"
#include "tests/bench/bare_read.hpp"
#include "tests/bench/draw_steps.hpp"
#include "tests/bench/finer_zones.hpp"
#include "tests/bench/points.hpp"
#include "tests/bench/programs.hpp"

namespace bench {
namespace {

/// The field that kinds of forest stand in.
const char* const kindField = "maldlr";
/// Vietnam's communes since 2025.
constexpr std::size_t finerCount = 3'321;
constexpr std::size_t pointsOfAPlot = 10;

layers::Workspace openedFor(const StepInputs& in) {
    return layers::Workspace::open(in.work.workspace(), layers::Access::Read);
}

/// Hectares in zones, their index made anew: all that `khoanh tabulate` does between reading and writing.
double tabulate(const layers::ShapeParts& plots, std::span<const layers::Zone> zones, unsigned threads) {
    geo::Progress progress;
    const layers::AreaQuestion question{zones, kindField, {}, threads};
    double area_ha = 0;
    for (const auto& cell : layers::tabulateAreas(question, plots, "plots", progress).cells) {
        if (!cell.unitCode.empty()) area_ha += layers::toHectares(cell.plots.area).value;
    }
    return area_ha;
}

std::vector<layers::Zone> zonesOf(std::vector<geo::Geometry> shapes) {
    std::vector<layers::Zone> zones;
    for (geo::Geometry& shape : shapes) {
        zones.push_back({fmt::format("{:05}", zones.size() + 1), std::move(shape)});
    }
    return zones;
}

std::vector<layers::Zone> communes(const StepInputs& in) { return zonesOf(communesOf(openedFor(in))); }

Step bareReadOf(std::shared_ptr<const BareRead> read) {
    return [read = std::move(read)] { return read->hectares(); };
}

Step bareReadOfWorkspace(const StepInputs& in) {
    return bareReadOf(std::make_shared<const BareRead>(in.work.workspace(), "forest_", in.threads));
}

Step bareReadOfGeoPackage(const StepInputs& in) {
    return bareReadOf(std::make_shared<const BareRead>(in.work.plotFile(), "", in.threads));
}

Step tabulateStored(const StepInputs& in, std::vector<layers::Zone> zones) {
    const auto workspace = std::make_shared<const layers::Workspace>(openedFor(in));
    layers::ReadRequest request;
    request.fields = {kindField};
    return [workspace, plots = workspace->shapeParts(plotLayer(*workspace).id, request),
            zones = std::move(zones), in] { return tabulate(plots, zones, in.threads); };
}

Step tabulateWorkspace(const StepInputs& in) { return tabulateStored(in, communes(in)); }

Step tabulateFiner(const StepInputs& in) {
    return tabulateStored(in, zonesOf(cutFiner(communesOf(openedFor(in)), finerCount)));
}

Step tabulateFile(const std::filesystem::path& file, const std::string& layer, const StepInputs& in) {
    return [plots = layers::geoPackageParts(file, layer, std::vector<std::string>{kindField}),
            zones = communes(in), in] { return tabulate(plots, zones, in.threads); };
}

Step tabulateGeoPackage(const StepInputs& in) { return tabulateFile(in.work.plotFile(), "", in); }

Step tabulateExtract(const StepInputs& in) { return tabulateFile(in.work.extract(), "plots", in); }

double countInZones(std::span<const std::uint32_t> zones) {
    return static_cast<double>(zones.size()) - static_cast<double>(std::ranges::count(zones, geo::noFace));
}

double locate(const geo::PointLocator& locator, std::vector<geo::Coordinate> lonLat, unsigned threads) {
    std::vector<std::uint32_t> zones(lonLat.size());
    locator.locate(lonLat, zones, threads);
    return countInZones(zones);
}

geo::PointLocator locatorOf(const layers::Workspace& workspace) {
    return geo::PointLocator(communesOf(workspace), workspace.settings().crs, wgs84());
}

Step locatePoints(const StepInputs& in) {
    const auto locator = std::make_shared<const geo::PointLocator>(locatorOf(openedFor(in)));
    return [locator, points = placesToLocate(in), in] { return locate(*locator, points, in.threads); };
}

Step locateWithAllMadeAnew(const StepInputs& in) {
    const auto workspace = openedFor(in);
    return [zones = communesOf(workspace), crs = workspace.settings().crs, points = placesToLocate(in), in] {
        return locate(geo::PointLocator(zones, crs, wgs84()), points, in.threads);
    };
}

/// Ten points a plot, made on the way, so that nothing but the engine could grow.
Step locateMany(const StepInputs& in) {
    const auto workspace = openedFor(in);
    const auto wanted = static_cast<std::size_t>(plotLayer(workspace).featureCount) * pointsOfAPlot;
    const auto locator = std::make_shared<const geo::PointLocator>(locatorOf(workspace));
    return [locator, extent = lonLatExtent(workspace), in, wanted] {
        double found = 0;
        for (std::size_t done = 0; done < wanted; done += in.points) {
            const auto count = std::min(in.points, wanted - done);
            found += locate(*locator, randomPoints(count, extent, done + 1), in.threads);
        }
        return found;
    };
}

/// The points on the plane already.
Step locateOnPlane(const StepInputs& in) {
    const auto workspace = openedFor(in);
    const auto index = std::make_shared<const geo::ZoneIndex>(communesOf(workspace));
    return [index, points = movedExactly(placesToLocate(in), workspace.settings().crs), in] {
        std::vector<std::uint32_t> zones(points.size());
        const auto locateSome = [&](const geo::Chunk& chunk) {
            const std::size_t count = chunk.end - chunk.begin;
            index->locate(std::span(points).subspan(chunk.begin, count),
                          std::span(zones).subspan(chunk.begin, count));
        };
        geo::parallelFor(points.size(), 16'384, locateSome, in.threads);
        return countInZones(zones);
    };
}

Step indexCommunes(const StepInputs& in) {
    return [zones = communesOf(openedFor(in))] {
        const geo::ZoneIndex index(zones);
        return static_cast<double>(zones.size());
    };
}

struct NamedStep {
    const char* name;
    Step (*make)(const StepInputs& inputs);
};

constexpr std::array<NamedStep, 17> steps{{{"bare-read", bareReadOfWorkspace},
                                           {"bare-read-geopackage", bareReadOfGeoPackage},
                                           {"tabulate", tabulateWorkspace},
                                           {"tabulate-geopackage", tabulateGeoPackage},
                                           {"tabulate-extract", tabulateExtract},
                                           {"tabulate-finer", tabulateFiner},
                                           {"locate", locatePoints},
                                           {"locate-anew", locateWithAllMadeAnew},
                                           {"locate-on-plane", locateOnPlane},
                                           {"locate-many", locateMany},
                                           {"index", indexCommunes},
                                           {"draw", drawWhole},
                                           {"draw-first", drawWholeFirst},
                                           {"draw-shapes", drawWholeFromShapes},
                                           {"draw-eighth", drawEighth},
                                           {"draw-eighth-first", drawEighthFirst},
                                           {"draw-large", drawLargeSheet}}};

Ended runApart(const std::string& name, const StepInputs& in, Watch watch) {
    const auto command = thisProgram({"--step", name, "--work", in.work.folder.string(), "--threads",
                                      std::to_string(in.threads), "--points", std::to_string(in.points)});
    return runChild(command, 0, watch);
}

}  // namespace

Step stepOf(const std::string& name, const StepInputs& inputs) {
    for (const NamedStep& step : steps) {
        if (step.name == name) return step.make(inputs);
    }
    throw std::runtime_error("there is no step " + name);
}

std::vector<geo::Coordinate> placesToLocate(const StepInputs& inputs) {
    return randomPoints(inputs.points, lonLatExtent(openedFor(inputs)));
}

StepRun runStep(const std::string& name, const StepInputs& inputs) {
    const Step step = stepOf(name, inputs);
    const auto begin = std::chrono::steady_clock::now();
    const double answer = step();
    return {std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count(), answer, 0};
}

StepRun runStepApart(const std::string& name, const StepInputs& inputs) {
    StepRun run = runOf(runApart(name, inputs, Watch::Nothing).out);
    run.peakPrivate_bytes = runApart(name, inputs, Watch::Memory).peakPrivate_bytes;
    return run;
}

std::string lineOf(const StepRun& run) { return fmt::format("{} {}\n", run.seconds, run.answer); }

StepRun runOf(const std::string& line) {
    StepRun run;
    std::istringstream(line) >> run.seconds >> run.answer;
    return run;
}

}  // namespace bench
