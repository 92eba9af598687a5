// SPDX-License-Identifier: Apache-2.0
// The spine's heavy steps beside the bare read of the same table and beside ogr2ogr, in one run.
#include <benchmark/benchmark.h>

#include <cstdlib>
#include <memory>
#include <string>

#include "app/jobs/compute.hpp"
#include "app/jobs/import.hpp"
#include "geo/measure/area.hpp"
#include "layers/store/workspace.hpp"
#include "tests/bench/forest_work.hpp"

namespace {

constexpr std::int64_t usualPlots = 296'713;

std::int64_t wishedPlots() {
    const char* const wished = std::getenv("KHOANH_BENCH_PLOTS");
    return wished != nullptr ? std::atoll(wished) : usualPlots;
}

const bench::ForestWork& work() {
    static const bench::ForestWork made(wishedPlots());
    return made;
}

/// Every shape decoded and its rings summed, one thread: what any overlay must at least do.
void bareRead(benchmark::State& state) {
    const auto workspace = layers::Workspace::open(work().project().workspace, layers::Access::Read);
    for (auto _ : state) {
        double area_m2 = 0;
        auto stream = workspace.readLayer(work().project().layers.back());
        layers::Feature feature;
        while (stream.next(feature)) area_m2 += geo::planarArea(feature.geometry).value;
        benchmark::DoNotOptimize(area_m2);
    }
}

void computeOverlay(benchmark::State& state) {
    app::ComputeRequest request;
    request.method = app::CoverMethod::Overlay;
    for (auto _ : state) {
        geo::Progress progress;
        benchmark::DoNotOptimize(app::computeIndicator(work().project(), request, progress));
    }
}

void importPlots(benchmark::State& state) {
    app::ImportRequest request;
    request.files = {work().plotFile()};
    request.kind = layers::Kind::Forest;
    request.asOf = geo::lastDayOf(2023);
    for (auto _ : state) {
        state.PauseTiming();
        const auto project = work().projectWithoutPlots();
        state.ResumeTiming();
        geo::Progress progress;
        benchmark::DoNotOptimize(app::importFiles(project, request, progress));
    }
}

void importByOgr2ogr(benchmark::State& state) {
    const std::string target = (work().folder() / "peer.sqlite").string();
    const std::string command =
        "ogr2ogr -f SQLite -dsco SPATIALITE=YES '" + target + "' '" + work().plotFile().string() + "'";
    for (auto _ : state) {
        std::filesystem::remove(target);
        if (std::system(command.c_str()) != 0) return state.SkipWithError("ogr2ogr did not run");
    }
}

}  // namespace

BENCHMARK(bareRead)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(computeOverlay)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(importPlots)->Unit(benchmark::kMillisecond)->UseRealTime()->Iterations(3);
BENCHMARK(importByOgr2ogr)->Unit(benchmark::kMillisecond)->UseRealTime()->Iterations(3);

BENCHMARK_MAIN();
