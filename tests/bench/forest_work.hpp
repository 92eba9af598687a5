// SPDX-License-Identifier: Apache-2.0
// The work that is measured: plots that ignore commune borders, in a workspace, made once for a run.
#pragma once

#include <cstdint>
#include <filesystem>

#include "app/project/project.hpp"

namespace bench {

class ForestWork {
  public:
    /// Makes sample files of so many crossing plots and brings them in.
    explicit ForestWork(std::int64_t plots);
    ~ForestWork();
    ForestWork(const ForestWork&) = delete;
    ForestWork& operator=(const ForestWork&) = delete;

    const app::Project& project() const { return m_project; }
    std::filesystem::path folder() const { return m_folder; }
    std::filesystem::path plotFile() const { return m_folder / "sample" / "rung_2023.gpkg"; }

    /// A second workspace with units alone, for measuring an import.
    app::Project projectWithoutPlots() const;

  private:
    std::filesystem::path m_folder;
    app::Project m_project;
};

}  // namespace bench
