// SPDX-License-Identifier: Apache-2.0
// Lines of reaches and unions of basin cells.
#include "sample-data/generator/water_files.hpp"

#include "sample-data/generator/layer_file.hpp"

namespace sample {
namespace {

using layers::FieldType;

LayerContent riverLayer(const PackFacts& facts, const Waters& waters) {
    LayerContent layer{"song_suoi",
                       "Sông suối (minh họa)",
                       {{"ma_doan", FieldType::Text}, {"ten_song", FieldType::Text}},
                       facts.crs,
                       {}};
    for (const Reach& reach : waters.reaches())
        layer.features.push_back({reach.line, {reach.id, reach.river}, 0});
    return layer;
}

LayerContent basinLayer(const PackFacts& facts, const Territory& territory, const Waters& waters) {
    LayerContent layer{"luu_vuc",
                       "Lưu vực (minh họa)",
                       {{"ma_lv", FieldType::Text}, {"ten_lv", FieldType::Text}},
                       facts.crs,
                       {}};
    const auto cells = cellsByLabel(waters.basinOfCell(), waters.basins().size());
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const SubBasin& basin = waters.basins()[i];
        layer.features.push_back(
            {unionOfCells(territory.lattice(), waters.basinOfCell(), cells[i]), {basin.code, basin.name}, 0});
    }
    return layer;
}

}  // namespace

std::vector<std::filesystem::path> writeWaterFiles(const PackFacts& facts, const Territory& territory,
                                                   const Waters& waters, const std::filesystem::path& folder,
                                                   geo::Progress& progress) {
    const layers::WriteOptions options{facts.reformedOn, layers::Encoding::Utf8, {}};
    auto files = writeLayerFile(folder / "song_suoi.gpkg", riverLayer(facts, waters), options, progress);
    const auto basins =
        writeLayerFile(folder / "luu_vuc.gpkg", basinLayer(facts, territory, waters), options, progress);
    files.insert(files.end(), basins.begin(), basins.end());
    return files;
}

}  // namespace sample
