// SPDX-License-Identifier: Apache-2.0
// What is known of a layer besides its features: where it came from, when it holds, how it was read.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "geo/base/date.hpp"
#include "geo/crs/crs.hpp"
#include "geo/shape/extent.hpp"
#include "geo/shape/geometry.hpp"
#include "layers/model/kinds.hpp"
#include "layers/model/release.hpp"
#include "layers/model/schema.hpp"

namespace layers {

/// The file a layer or table was read from.
struct SourceRecord {
    std::string path;
    std::string sha256;
    std::string layerName;
    std::string encoding;
    /// The CRS of the file and who said so: `file`, or `user` for --crs.
    std::string crs;
    std::string crsFrom;
    /// The coordinate operation that brought it to the workspace, as PROJ names it.
    std::string operation;
    /// Name and digest of the profile that renamed its columns, and what else was told of how to read its
    /// numbers (`share=ratio decimal=comma`); empty when nothing was.
    std::string profile = {};
};

/// One version of a layer in a workspace; never changed once written.
struct LayerRecord {
    std::int64_t id = 0;
    Kind kind = Kind::Layer;
    std::string name;
    SourceRecord source;
    /// The day on which its unit codes were valid.
    std::optional<geo::Date> epoch;
    /// The day it describes.
    std::optional<geo::Date> asOf;
    Release release = Release::Draft;
    std::string document;
    geo::Crs crs;
    geo::GeometryKind geometryKind = geo::GeometryKind::Empty;
    Schema schema;
    std::int64_t featureCount = 0;
    geo::Extent extent;
};

}  // namespace layers
