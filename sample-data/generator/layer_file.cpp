// SPDX-License-Identifier: Apache-2.0
// Hands features held in memory to the writer of files.
#include "sample-data/generator/layer_file.hpp"

namespace sample {
namespace {

geo::GeometryKind commonKind(const std::vector<layers::Feature>& features) {
    const geo::GeometryKind single = geo::singleKindOf(features.front().geometry.kind());
    for (const layers::Feature& feature : features) {
        if (feature.geometry.kind() != single) return geo::multiKindOf(single);
    }
    return single;
}

}  // namespace

std::vector<std::filesystem::path> writeLayerFile(const std::filesystem::path& target,
                                                  const LayerContent& content,
                                                  const layers::WriteOptions& options,
                                                  geo::Progress& progress) {
    std::vector<layers::LayerToWrite> toWrite;
    toWrite.push_back(
        {content.name, content.title,
         layers::streamOver(content.schema, content.crs, commonKind(content.features), content.features), "",
         ""});
    return layers::writeLayers(target, std::move(toWrite), options, progress);
}

}  // namespace sample
