// SPDX-License-Identifier: Apache-2.0
// One layer in a file of its own.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "geo/base/progress.hpp"
#include "geo/crs/crs.hpp"
#include "layers/files/layer_writer.hpp"
#include "layers/model/feature.hpp"
#include "layers/model/schema.hpp"

namespace sample {

/// Features that fit in memory, with the names their layer is to bear.
struct LayerContent {
    std::string name;
    std::string title;
    layers::Schema schema;
    /// Without one a shapefile gets no .prj.
    std::optional<geo::Crs> crs;
    std::vector<layers::Feature> features;
};

/// The kind is that of the features, multi when they are mixed. Errors: those of layers::writeLayers().
std::vector<std::filesystem::path> writeLayerFile(const std::filesystem::path& target,
                                                  const LayerContent& content,
                                                  const layers::WriteOptions& options,
                                                  geo::Progress& progress);

}  // namespace sample
