// SPDX-License-Identifier: Apache-2.0
// Samples and workspaces made by the jobs themselves.
#include "tests/app/jobs/office.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "app/jobs/info.hpp"
#include "app/jobs/new.hpp"
#include "app/jobs/sample.hpp"
#include "app/jobs/workspace_view.hpp"

namespace office {
namespace {

namespace fs = std::filesystem;
using layers::Kind;

geo::Progress quiet() { return {}; }

enum class Faults { Planted, None };

void makeSample(const fs::path& folder, std::int64_t plots, bool isCrossing, Faults faults = Faults::None) {
    auto progress = quiet();
    app::makeSampleFiles({folder, dataFolder(), "12", plots, isCrossing, faults == Faults::Planted},
                         progress);
}

app::Project newWorkspace(const fs::path& file) {
    auto progress = quiet();
    return app::makeWorkspace({file, dataFolder(), "12", {}}, progress).project;
}

void fill(const fs::path& workspace) {
    auto progress = quiet();
    app::Project project = newWorkspace(workspace);
    const fs::path sample = nestedSample();
    app::ImportRequest lineage;
    lineage.files = {sample / "lineage_2025.csv"};
    lineage.kind = Kind::Lineage;
    for (const auto& request :
         {units(sample / "xa_phuong_2025.gpkg", Kind::Communes, {2025, 7, 1}),
          units(sample / "huyen_2024.shp", Kind::Districts, {2024, 1, 1}),
          units(sample / "xa_2024.shp", Kind::Communes, {2024, 1, 1}), lineage, forest(plotFiles(sample))}) {
        project = app::importFiles(project, request, progress).project;
    }
}

constexpr geo::Date oldBorders{2024, 1, 1};
constexpr geo::Date newBorders{2025, 7, 1};
constexpr geo::Date lastDay{2025, 12, 31};

app::ImportRequest table(std::vector<fs::path> files, Kind kind,
                         std::optional<geo::Date> epoch) {
    app::ImportRequest request;
    request.files = std::move(files);
    request.kind = kind;
    request.epoch = epoch;
    return request;
}

app::ImportRequest places(const fs::path& file, Kind kind, const char* crs = nullptr) {
    app::ImportRequest request;
    request.files = {file};
    request.kind = kind;
    request.asOf = lastDay;
    if (crs != nullptr) request.crs = geo::Crs::fromText(crs);
    return request;
}

std::vector<app::ImportRequest> everything(const fs::path& sample) {
    return {units(sample / "xa_phuong_2025.gpkg", Kind::Communes, newBorders),
            units(sample / "huyen_2024.shp", Kind::Districts, oldBorders),
            units(sample / "xa_2024.shp", Kind::Communes, oldBorders),
            table({sample / "lineage_2025.csv"}, Kind::Lineage, newBorders),
            forest(plotFiles(sample)),
            places(sample / "song_suoi.gpkg", Kind::Rivers),
            places(sample / "luu_vuc.gpkg", Kind::Basins),
            places(sample / "diem_xa_thai.csv", Kind::Outfalls, "EPSG:4326"),
            places(sample / "cum_cong_nghiep.kml", Kind::Clusters),
            places(sample / "bai_rac.csv", Kind::Landfills, "EPSG:9205"),
            places(sample / "mo_khoang_san.shp", Kind::Mines, "EPSG:9205"),
            places(sample / "thuy_dien.geojson", Kind::Hydropower),
            places(sample / "mo_hinh_ktth.xlsx", Kind::Models, "EPSG:4326"),
            table({sample / "chi_tieu_2021.csv", sample / "chi_tieu_2022.xlsx", sample / "chi_tieu_2023.csv",
                   sample / "chi_tieu_2024.xlsx"},
                  Kind::Indicators, geo::Date{2024, 12, 31}),
            table({sample / "chi_tieu_2025.csv"}, Kind::Indicators, std::nullopt),
            table({sample / "chi_tieu_giao.csv"}, Kind::Targets, newBorders)};
}

void fillWhole(const fs::path& workspace) {
    auto progress = quiet();
    auto project = newWorkspace(workspace);
    for (const auto& request : everything(faultySample())) {
        project = app::importFiles(project, request, progress).project;
    }
}

}  // namespace

fs::path dataFolder() { return fs::path(KHOANH_BINARY_DIR) / "share/khoanh"; }

fs::path nestedSample() {
    return madeOnce("nested", [](const fs::path& folder) { makeSample(folder, 2000, false); });
}

fs::path faultySample() {
    return madeOnce("faulty",
                    [](const fs::path& folder) { makeSample(folder, 2000, false, Faults::Planted); });
}

fs::path crossingSample() {
    return madeOnce("crossing", [](const fs::path& folder) { makeSample(folder, 600, true); });
}

std::vector<fs::path> plotFiles(const fs::path& sample) {
    std::vector<fs::path> files;
    for (const auto& entry : fs::directory_iterator(sample)) {
        const std::string name = entry.path().filename().string();
        if (name.starts_with("rung_") && (name.ends_with(".shp") || name.ends_with(".gpkg")))
            files.push_back(entry.path());
    }
    std::ranges::sort(files);
    return files;
}

app::ImportRequest released(app::ImportRequest request) {
    request.release = layers::Release::Approved;
    return request;
}

Desk::Desk() : m_folder(std::make_unique<Folder>()) {}

Desk Desk::empty() {
    Desk desk;
    desk.m_project = newWorkspace(desk / "a.khoanh");
    return desk;
}

Desk Desk::copyOf(const fs::path& workspace) {
    Desk desk;
    fs::copy_file(workspace, desk / "a.khoanh");
    desk.m_project = app::openProject(desk / "a.khoanh");
    return desk;
}

Desk Desk::full() {
    Desk desk;
    fs::copy_file(madeOnce("full", [](const fs::path& folder) { fill(folder / "a.khoanh"); }) / "a.khoanh",
                  desk / "a.khoanh");
    desk.m_project.workspace = desk / "a.khoanh";
    desk.reopen();
    return desk;
}

Desk Desk::whole() {
    Desk desk;
    const auto made = madeOnce("whole", [](const fs::path& folder) { fillWhole(folder / "a.khoanh"); });
    fs::copy_file(made / "a.khoanh", desk / "a.khoanh");
    desk.m_project.workspace = desk / "a.khoanh";
    desk.reopen();
    return desk;
}

app::Outcome Desk::import(const app::ImportRequest& request) {
    auto progress = quiet();
    auto outcome = app::importFiles(m_project, request, progress);
    m_project = outcome.project;
    return outcome;
}

app::Outcome Desk::compute(const app::ComputeRequest& request) {
    auto progress = quiet();
    auto outcome = app::computeIndicator(m_project, request, progress);
    m_project = outcome.project;
    return outcome;
}

void Desk::reopen() { m_project = app::openProject(m_project.workspace); }

std::string Desk::digest() const {
    auto progress = quiet();
    return text(app::describeWorkspace(m_project, {.digest = true, .observation = {}}, progress).rows.back(),
                "digest");
}

std::size_t Desk::runCount() const {
    return layers::Workspace::open(m_project.workspace, layers::Access::Read).runs().size();
}

app::ImportRequest units(const fs::path& file, Kind kind, geo::Date epoch) {
    app::ImportRequest request;
    request.files = {file};
    request.kind = kind;
    request.epoch = epoch;
    return request;
}

app::ImportRequest forest(std::vector<fs::path> files, geo::Date asOf) {
    app::ImportRequest request;
    request.files = std::move(files);
    request.kind = Kind::Forest;
    request.asOf = asOf;
    return request;
}

app::ComputeRequest figures(const std::string& indicator, layers::UnitLevel level, std::optional<int> period,
                            std::optional<geo::Date> unitsOn) {
    app::ComputeRequest request;
    request.indicator = indicator;
    request.level = level;
    request.period = period;
    request.unitsOn = unitsOn;
    return request;
}

app::ComputeRequest cover(layers::UnitLevel level, app::CoverMethod method,
                          std::optional<geo::Date> unitsOn) {
    app::ComputeRequest request;
    request.level = level;
    request.method = method;
    request.unitsOn = unitsOn;
    return request;
}

const app::Cell& cell(const app::Row& row, const std::string& name) {
    static const app::Cell none{};
    const auto found = std::ranges::find(row, name, &app::Cell::name);
    EXPECT_NE(found, row.end()) << "no cell " << name;
    return found != row.end() ? *found : none;
}

std::optional<double> number(const app::Row& row, const std::string& name) {
    const auto& value = cell(row, name).value;
    if (const auto* decimal = std::get_if<double>(&value)) return *decimal;
    if (const auto* whole = std::get_if<std::int64_t>(&value)) return static_cast<double>(*whole);
    return std::nullopt;
}

std::string text(const app::Row& row, const std::string& name) {
    const auto* found = std::get_if<std::string>(&cell(row, name).value);
    return found != nullptr ? *found : std::string();
}

const app::Row& rowWith(const app::Outcome& outcome, const std::string& name, const std::string& wanted) {
    static const app::Row none{};
    for (const app::Row& row : outcome.rows) {
        const auto found = std::ranges::find(row, name, &app::Cell::name);
        if (found != row.end() && text(row, name) == wanted) return row;
    }
    ADD_FAILURE() << "no row with " << name << " = " << wanted;
    return none;
}

std::vector<layers::Finding> findingsOf(const app::Outcome& outcome, const std::string& id) {
    std::vector<layers::Finding> found;
    std::ranges::copy_if(outcome.findings, std::back_inserter(found),
                         [&](const layers::Finding& finding) { return finding.message.id == id; });
    return found;
}

double area_ha(const layers::Ledger& ledger, layers::LedgerSide side, const std::string& reason) {
    for (const auto& entry : ledger.entries(side)) {
        if (entry.reason == reason) return entry.amount;
    }
    return 0;
}

geo::Error errorOf(const std::function<void()>& work) {
    try {
        work();
    } catch (const geo::Error& error) {
        return error;
    }
    ADD_FAILURE() << "nothing failed";
    return {geo::ErrorKind::Internal, "nothing"};
}

app::Catalogue words(app::Language language) {
    return app::Catalogue::read(dataFolder() / "words", language);
}

}  // namespace office
