// SPDX-License-Identifier: Apache-2.0
// The sample's files, each with what an office would say of it.
#include "app/jobs/sample_workspace.hpp"

#include <algorithm>
#include <vector>

#include "app/jobs/import.hpp"
#include "app/jobs/new.hpp"
#include "app/jobs/sample.hpp"

namespace app {
namespace {

namespace fs = std::filesystem;
using enum layers::Kind;

struct SampleImport {
    /// Names of files up to their last dot, or its beginning where a star ends it.
    std::vector<std::string> stems;
    layers::Kind kind;
    std::string epoch = {};
    std::string asOf = {};
    std::string crs = {};
};

std::vector<SampleImport> sampleImports() {
    return {{{"xa_phuong_2025"}, Communes, "2025-07-01"},
            {{"huyen_2024"}, Districts, "2024-01-01"},
            {{"xa_2024"}, Communes, "2024-01-01"},
            {{"lineage_2025"}, Lineage},
            {{"rung_*"}, Forest, {}, "2023-12-31"},
            {{"song_suoi"}, Rivers},
            {{"luu_vuc"}, Basins},
            {{"diem_xa_thai"}, Outfalls, {}, "2025-12-31", "EPSG:4326"},
            {{"cum_cong_nghiep"}, Clusters},
            {{"bai_rac"}, Landfills, {}, {}, "EPSG:9205"},
            {{"mo_khoang_san"}, Mines, {}, {}, "EPSG:9205"},
            {{"thuy_dien"}, Hydropower},
            {{"mo_hinh_ktth"}, Models, {}, "2025-12-31", "EPSG:4326"},
            {{"chi_tieu_2021", "chi_tieu_2022", "chi_tieu_2023", "chi_tieu_2024"}, Indicators, "2024-12-31"},
            {{"chi_tieu_2025"}, Indicators},
            {{"chi_tieu_giao"}, Targets, "2025-07-01"}};
}

/// What stands beside a shapefile belongs to it, the full names of its fields too.
bool isFileOfItsOwn(const fs::path& file) {
    constexpr std::string_view known = ".gpkg .shp .csv .xlsx .xls .ods .kml .geojson";
    if (file.stem().has_extension()) return false;
    return known.find(file.extension().string()) != std::string_view::npos;
}

bool fits(const std::string& stem, const std::string& pattern) {
    if (!pattern.ends_with('*')) return stem == pattern;
    return stem.starts_with(pattern.substr(0, pattern.size() - 1));
}

std::vector<fs::path> filesFor(const SampleImport& sample, const fs::path& folder) {
    std::vector<fs::path> files;
    for (const auto& entry : fs::directory_iterator(folder)) {
        const fs::path& file = entry.path();
        const bool isWanted = std::ranges::any_of(
            sample.stems, [&](const std::string& stem) { return fits(file.stem().string(), stem); });
        if (isWanted && isFileOfItsOwn(file)) files.push_back(file);
    }
    std::ranges::sort(files);
    return files;
}

ImportRequest requestOf(const SampleImport& sample, const fs::path& folder) {
    ImportRequest request;
    request.files = filesFor(sample, folder);
    request.kind = sample.kind;
    if (!sample.epoch.empty()) request.epoch = geo::requireDate(sample.epoch);
    if (!sample.asOf.empty()) request.asOf = geo::requireDate(sample.asOf);
    if (!sample.crs.empty()) request.crs = geo::Crs::fromText(sample.crs);
    return request;
}

void importAll(Outcome& outcome, const fs::path& folder, geo::Progress& progress) {
    for (const SampleImport& sample : sampleImports()) {
        Outcome imported = importFiles(outcome.project, requestOf(sample, folder), progress);
        outcome.project = imported.project;
        std::ranges::move(imported.summary, std::back_inserter(outcome.summary));
        std::ranges::move(imported.findings, std::back_inserter(outcome.findings));
    }
}

}  // namespace

Outcome makeSampleWorkspace(const SampleWorkspaceRequest& request, geo::Progress& progress) {
    const fs::path folder = request.workspace.parent_path() / (request.workspace.stem().string() + "-sample");
    SampleFilesRequest files{.targetFolder = folder, .dataFolder = request.dataFolder, .province = request.province};
    files.plots = request.plots;
    makeSampleFiles(files, progress);
    Outcome outcome = makeWorkspace({request.workspace, request.dataFolder, request.province, {}}, progress);
    try {
        importAll(outcome, folder, progress);
    } catch (...) {
        std::error_code ignored;
        fs::remove(request.workspace, ignored);
        throw;
    }
    outcome.verb = "sample";
    return outcome;
}

}  // namespace app
