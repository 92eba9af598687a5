// SPDX-License-Identifier: Apache-2.0
// How QGIS shows a layer we hand over: as our own maps do.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "app/words/catalogue.hpp"
#include "layers/model/layer_record.hpp"
#include "layers/store/workspace.hpp"

namespace app {

struct LayerStyle {
    std::string name;
    std::string qml;
};

struct StyleRoom {
    const layers::Workspace& workspace;
    std::filesystem::path themesFolder;
    const Catalogue& words;
};

/// The style of forest plots, rivers, outfalls and models by the shipped theme that draws them; nothing for other
/// layers, nor for plots without a code.
std::optional<LayerStyle> layerStyle(const layers::LayerRecord& record, const StyleRoom& room);

}  // namespace app
