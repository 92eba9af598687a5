// SPDX-License-Identifier: Apache-2.0
// A layer on its way into a file: its rows and what the file is to say of it.
#pragma once

#include <string>

#include "layers/model/feature_stream.hpp"

namespace layers {

struct LayerToWrite {
    /// The table's name: ASCII letters, digits and underscores are safe everywhere.
    std::string name;
    /// What people read (GeoPackage's identifier).
    std::string title = {};
    FeatureStream features;
    /// A QGIS style, kept inside a GeoPackage as the layer's default; empty for none.
    std::string qml = {};
    std::string styleName = {};
};

}  // namespace layers
