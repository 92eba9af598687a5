// SPDX-License-Identifier: Apache-2.0
// Sample files and a workspace in a folder of their own.
#include "tests/bench/forest_work.hpp"

#include <unistd.h>

#include "app/jobs/import.hpp"
#include "app/jobs/new.hpp"
#include "app/jobs/sample.hpp"
#include "app/project/data_folder.hpp"

namespace bench {
namespace {

std::filesystem::path freshFolder() {
    const auto folder = std::filesystem::temp_directory_path() / ("khoanh-bench-" + std::to_string(getpid()));
    std::filesystem::create_directories(folder);
    return folder;
}

app::Project importedInto(const app::Project& project, const std::filesystem::path& file, layers::Kind kind) {
    app::ImportRequest request;
    request.files = {file};
    request.kind = kind;
    if (kind == layers::Kind::Forest) request.asOf = geo::lastDayOf(2023);
    geo::Progress progress;
    return app::importFiles(project, request, progress).project;
}

app::Project workspaceWithUnits(const std::filesystem::path& folder, const std::string& name) {
    geo::Progress progress;
    const auto file = folder / (name + ".khoanh");
    std::filesystem::remove(file);
    const auto made = app::makeWorkspace({file, app::dataFolder(), "12", {}}, progress);
    return importedInto(made.project, folder / "sample" / "xa_phuong_2025.gpkg", layers::Kind::Communes);
}

}  // namespace

ForestWork::ForestWork(std::int64_t plots) : m_folder(freshFolder()) {
    geo::Progress progress;
    app::makeSampleFiles({m_folder / "sample", app::dataFolder(), "12", plots, true}, progress);
    m_project = importedInto(workspaceWithUnits(m_folder, "work"), plotFile(), layers::Kind::Forest);
}

ForestWork::~ForestWork() {
    std::error_code ignored;
    std::filesystem::remove_all(m_folder, ignored);
}

app::Project ForestWork::projectWithoutPlots() const { return workspaceWithUnits(m_folder, "import"); }

}  // namespace bench
