// SPDX-License-Identifier: Apache-2.0
// W is made by our own program, as an office would make it.
#include "tests/bench/work.hpp"

#include <fmt/format.h>

#include <cstdlib>
#include <fstream>
#include <stdexcept>

#include "tests/bench/programs.hpp"

namespace bench {
namespace {

namespace fs = std::filesystem;

const char* realDataFolder() { return std::getenv("KHOANH_REAL_DATA"); }

fs::path communeSource(const Work& work) {
    const char* const real = realDataFolder();
    return real != nullptr ? fs::path(real) / "communes_2025.geojson"
                           : work.folder / "sample" / "xa_phuong_2025.gpkg";
}

/// What tells one W from another: its size, and whose communes it has.
std::string signOf(const Work& work, std::int64_t plots) {
    return fmt::format("{} plots, {}", plots, communeSource(work).filename().string());
}

bool isMade(const Work& work, const std::string& sign) {
    std::ifstream file(work.folder / "made");
    std::string found;
    if (!std::getline(file, found)) return false;
    if (found != sign) {
        throw std::runtime_error(work.folder.string() + " holds " + found + ", not " + sign);
    }
    return true;
}

void makeFiles(const Work& work, std::int64_t plots) {
    const auto sample = (work.folder / "sample").string();
    runKhoanh({"sample", sample, "--plots", std::to_string(plots), "--crossing"});
    fs::create_directories(work.folder / "scratch");
}

void makeWorkspaces(const Work& work) {
    const auto units = work.unitsOnly().string();
    fs::remove(units);
    runKhoanh({"new", units});
    runKhoanh({"import", units, communeSource(work).string(), "--as", "communes", "--epoch", "2025-07-01"});
    copyOver(work.unitsOnly(), work.workspace());
    runKhoanh(importPlotsInto(work.workspace(), work));
}

void exportCommunes(const Work& work) {
    fs::remove(work.communeFile());
    runKhoanh(
        {"export", work.workspace().string(), "--layer", "communes", "--out", work.communeFile().string()});
}

}  // namespace

Work makeWork(const fs::path& folder, std::int64_t plots) {
    const Work work{folder};
    const std::string sign = signOf(work, plots);
    if (isMade(work, sign)) return work;
    makeFiles(work, plots);
    makeWorkspaces(work);
    exportCommunes(work);
    std::ofstream(folder / "made") << sign << '\n';
    return work;
}

std::vector<std::string> importPlotsInto(const fs::path& workspace, const Work& work) {
    return {"import",  workspace.string(), work.plotFile().string(), "--as", "forest",
            "--as-of", "2023-12-31"};
}

void copyOver(const fs::path& from, const fs::path& to) {
    fs::copy_file(from, to, fs::copy_options::overwrite_existing);
}

layers::LayerRecord plotLayer(const layers::Workspace& workspace) {
    for (const auto& record : workspace.layers()) {
        if (record.kind == layers::Kind::Forest) return record;
    }
    throw std::runtime_error(workspace.path().string() + " holds no plots");
}

std::vector<geo::Geometry> communesOf(const layers::Workspace& workspace) {
    std::vector<geo::Geometry> zones;
    for (const auto& record : workspace.layers()) {
        if (record.kind != layers::Kind::Communes) continue;
        auto stream = workspace.readLayer(record.id);
        for (layers::Feature feature; stream.next(feature);) zones.push_back(feature.geometry);
    }
    return zones;
}

std::string describeCommunes(const layers::Workspace& workspace) {
    std::size_t vertices = 0;
    const auto zones = communesOf(workspace);
    for (const auto& zone : zones) vertices += zone.coordinates().size();
    return fmt::format("{} {} communes, {} vertices", zones.size(),
                       realDataFolder() != nullptr ? "real" : "synthetic", vertices);
}

}  // namespace bench
