// SPDX-License-Identifier: Apache-2.0
// By name, or by what there is.
#include "layers/files/layer_choice.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <gdal.h>
#include <ogr_api.h>

#include <algorithm>

#include "geo/base/error.hpp"
#include "layers/files/ogr_geometry.hpp"

namespace layers {
namespace {

namespace fs = std::filesystem;
using Layers = std::vector<OGRLayerH>;

Layers layersOf(GDALDatasetH dataset) {
    Layers layers;
    for (int i = 0; i < GDALDatasetGetLayerCount(dataset); ++i)
        layers.push_back(GDALDatasetGetLayer(dataset, i));
    return layers;
}

/// Spatial layers alone where there are any: a GeoPackage keeps its styles in a plain table.
Layers spatialFirst(const Layers& layers) {
    Layers spatial;
    std::ranges::copy_if(layers, std::back_inserter(spatial),
                         [](OGRLayerH layer) { return OGR_L_GetGeomType(layer) != wkbNone; });
    return spatial.empty() ? layers : spatial;
}

Layers filled(const Layers& layers) {
    const GdalMessages messages;
    Layers kept;
    std::ranges::copy_if(layers, std::back_inserter(kept),
                         [](OGRLayerH layer) { return OGR_L_GetFeatureCount(layer, TRUE) > 0; });
    return kept;
}

std::string namesOf(const Layers& layers) {
    std::vector<std::string> names;
    for (OGRLayerH layer : layers) names.emplace_back(OGR_L_GetName(layer));
    return fmt::format("{}", fmt::join(names, ", "));
}

[[noreturn]] void failChoice(const fs::path& path, const Layers& layers) {
    throw geo::Error(geo::ErrorKind::BadData, "file.layer-choice",
                     {{"path", path.string()}, {"layers", namesOf(layers)}});
}

OGRLayerH layerNamed(const fs::path& path, GDALDatasetH dataset, const std::string& name) {
    if (OGRLayerH layer = GDALDatasetGetLayerByName(dataset, name.c_str())) return layer;
    throw geo::Error(
        geo::ErrorKind::NotFound, "file.layer-missing",
        {{"path", path.string()}, {"layer", name}, {"layers", namesOf(spatialFirst(layersOf(dataset)))}});
}

/// Every GPX file has all five layers, most of them empty; waypoints are what people mark on purpose.
Layers waypointsFirst(const Layers& layers) {
    const Layers some = filled(layers);
    if (some.empty()) return {layers.front()};
    const bool hasWaypoints = OGR_L_GetName(some.front()) == std::string_view("waypoints");
    return hasWaypoints ? Layers{some.front()} : some;
}

Layers offered(Format format, const Layers& layers) {
    if (layers.empty()) return layers;
    if (format == Format::Gpx) return waypointsFirst(layers);
    if (format != Format::Kml) return spatialFirst(layers);
    const Layers folders = filled(layers);
    return folders.empty() ? Layers{layers.front()} : folders;
}

/// Readers without a shape at all do not count.
bool areOfOneSort(const std::vector<OgrReader>& readers) {
    int dimension = -1;
    return std::ranges::all_of(readers, [&](const OgrReader& reader) {
        const int other = dimensionOf(reader.kind());
        if (dimension < 0) dimension = other;
        return other < 0 || other == dimension;
    });
}

}  // namespace

std::vector<OgrReader> chooseLayers(const fs::path& path, Format format, void* dataset,
                                    const std::string& layerName) {
    std::vector<OgrReader> readers;
    if (!layerName.empty()) {
        readers.emplace_back(path, format, layerNamed(path, dataset, layerName));
        return readers;
    }
    const Layers layers = offered(format, layersOf(dataset));
    if (layers.empty()) {
        throw geo::Error(geo::ErrorKind::BadData, "file.empty-layer",
                         {{"path", path.string()}, {"layer", ""}});
    }
    if (layers.size() > 1 && format != Format::Kml) failChoice(path, layers);
    for (OGRLayerH layer : layers) readers.emplace_back(path, format, layer);
    if (!areOfOneSort(readers)) failChoice(path, layers);
    return readers;
}

}  // namespace layers
