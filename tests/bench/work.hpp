// SPDX-License-Identifier: Apache-2.0
// The work that is measured: plots that ignore commune borders, as files and in a workspace.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "geo/shape/geometry.hpp"
#include "layers/store/workspace.hpp"

namespace bench {

/// The files of W in one folder.
struct Work {
    std::filesystem::path folder;

    std::filesystem::path plotFile() const { return folder / "sample" / "rung_2023.gpkg"; }
    /// The communes they are held against, as our program wrote them.
    std::filesystem::path communeFile() const { return folder / "communes.gpkg"; }
    /// Communes alone, and with the plots.
    std::filesystem::path unitsOnly() const { return folder / "units.khoanh"; }
    std::filesystem::path workspace() const { return folder / "work.khoanh"; }
    /// Where contenders write.
    std::filesystem::path scratch(const std::string& name) const { return folder / "scratch" / name; }
    /// Some of the plots and all communes in one file.
    std::filesystem::path extract() const { return scratch("extract.gpkg"); }
};

/// Makes what is not there yet, the same for the same number of plots. Communes are the sample's, or those of
/// `communes_2025.geojson` in the folder that KHOANH_REAL_DATA names.
/// Errors: std::runtime_error when the folder holds a W of another size, or a step fails.
Work makeWork(const std::filesystem::path& folder, std::int64_t plots);

/// What `import` is told to bring the plots into a workspace.
std::vector<std::string> importPlotsInto(const std::filesystem::path& workspace, const Work& work);

/// A fresh copy, whatever stood there.
void copyOver(const std::filesystem::path& from, const std::filesystem::path& to);

layers::LayerRecord plotLayer(const layers::Workspace& workspace);

std::vector<geo::Geometry> communesOf(const layers::Workspace& workspace);

/// As `38 synthetic communes, 23456 vertices`.
std::string describeCommunes(const layers::Workspace& workspace);

}  // namespace bench
