// SPDX-License-Identifier: Apache-2.0
// Write beside the target, reopen and compare, rename.
#include "layers/files/layer_writer.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <gdal.h>

#include <algorithm>

#include "geo/base/error.hpp"
#include "layers/files/aside.hpp"
#include "layers/files/formats.hpp"
#include "layers/files/layer_digest.hpp"
#include "layers/files/layer_source.hpp"
#include "layers/files/ogr_writer.hpp"
#include "layers/files/shapefile_writer.hpp"
#include "layers/model/relayed_stream.hpp"
#include "layers/store/geopackage_writer.hpp"

namespace layers {
namespace {

namespace fs = std::filesystem;
constexpr std::int64_t rowsPerStep = 1000;
// RFC 7946 recommends seven decimals: about a centimetre.
constexpr double geoJsonStep_deg = 1e-7;

struct WrittenLayer {
    fs::path file;
    std::string layerName;
    LayerDigest meant;
    double coordinateStep = 0;
};

[[noreturn]] void failUsage(const char* id, std::vector<geo::Argument> arguments) {
    throw geo::Error(geo::ErrorKind::Usage, id, std::move(arguments));
}

Format requireWritable(const fs::path& target) {
    requireLocalPath(target);
    const auto format = formatOf(target);
    const auto writable = writableExtensions();
    const bool isLayerFormat =
        format == Format::GeoPackage || format == Format::Shapefile || format == Format::GeoJson;
    if (isLayerFormat && target.extension() != ".json") return *format;
    throw geo::Error(geo::ErrorKind::Refused, "file.format-not-allowed",
                     {{"path", target.string()}, {"formats", fmt::format("{}", fmt::join(writable, " "))}});
}

void requireEncoding(Format format, const WriteOptions& options) {
    const bool isUtf8 = options.encoding == Encoding::Utf8 || options.encoding == Encoding::Auto;
    if (isUtf8 || format == Format::Shapefile) return;
    failUsage("file.encoding-not-for-format", {{"encoding", wordOf(options.encoding)}});
}

LayerDigest writeAll(const LayerToWrite& layer, OgrWriter& writer, geo::Progress& progress) {
    LayerDigest digest(layer.features.schema);
    const std::int64_t total = std::max<std::int64_t>(layer.features.count, 0);
    Feature feature;
    for (std::int64_t row = 0; layer.features.next(feature); ++row) {
        if (row % rowsPerStep == 0) progress.step("files.writing", row, total);
        writer.write(feature);
        digest.add(feature);
    }
    return digest;
}

/// The same rows, each added to the digest as it passes by.
FeatureStream digested(const FeatureStream& features, LayerDigest& digest) {
    FeatureStream passing = features;
    passing.next = [next = features.next, &digest](Feature& feature) {
        if (!next(feature)) return false;
        digest.add(feature);
        return true;
    };
    return passing;
}

std::vector<WrittenLayer> writePackage(const fs::path& file, const std::vector<LayerToWrite>& layers,
                                       const WriteOptions& options, geo::Progress& progress) {
    std::vector<WrittenLayer> written;
    for (const LayerToWrite& layer : layers) {
        written.push_back({file, layer.name, LayerDigest(layer.features.schema), 0});
    }
    std::vector<FeatureStream> sources;
    for (std::size_t i = 0; i < layers.size(); ++i) {
        sources.push_back(digested(layers[i].features, written[i].meant));
    }
    std::vector<LayerToWrite> relayed = layers;
    relayFeatures(sources, [&](const std::vector<FeatureStream>& streams) {
        for (std::size_t i = 0; i < relayed.size(); ++i) relayed[i].features = streams[i];
        writeGeoPackage(file, relayed, {options.asOf, wktForGeoPackage}, progress);
    });
    return written;
}

std::vector<WrittenLayer> writeGeoJson(const fs::path& file, const std::vector<LayerToWrite>& layers,
                                       geo::Progress& progress) {
    if (layers.size() != 1) failUsage("file.one-layer-only", {{"path", file.filename().string()}});
    const LayerToWrite& layer = layers.front();
    const bool hasShape = layer.features.kind != geo::GeometryKind::Empty;
    const auto& crs = layer.features.crs;
    if (hasShape && !(crs && *crs == geo::Crs::fromText("EPSG:4326"))) {
        failUsage("file.geojson-needs-wgs84", {{"layer", layer.name}, {"crs", crs ? crs->code() : ""}});
    }
    GdalDataset dataset = createDataset(file, Format::GeoJson);
    LayerPlan plan{layer.name, plansFor(layer.features.schema), layer.features.kind, crs, {"RFC7946=YES"}};
    OgrWriter writer(dataset.get(), plan);
    LayerDigest digest = writeAll(layer, writer, progress);
    closeWritten(std::move(dataset), file.filename().string());
    return {{file, layer.name, std::move(digest), geoJsonStep_deg}};
}

/// `NAME.shp` for one layer, `NAME_layer.shp` for each of several.
fs::path shapefileFor(const fs::path& target, const LayerToWrite& layer, std::size_t layerCount) {
    if (layerCount == 1) return target;
    return target.parent_path() / (target.stem().string() + "_" + layer.name + target.extension().string());
}

std::vector<WrittenLayer> writeShapefiles(const fs::path& file, const std::vector<LayerToWrite>& layers,
                                          const WriteOptions& options, geo::Progress& progress) {
    std::vector<WrittenLayer> written;
    for (const LayerToWrite& layer : layers) {
        const fs::path shp = shapefileFor(file, layer, layers.size());
        written.push_back({shp, shp.stem().string(), writeShapefile(shp, layer, options, progress), 0});
    }
    return written;
}

void requireSame(const WrittenLayer& written, const WriteOptions& options, geo::Progress& progress) {
    OpenOptions reading;
    reading.layerName = written.layerName;
    reading.encoding = options.encoding;
    reading.whenLacking = WhenLacking::Accept;
    LayerSource source = LayerSource::open(written.file, reading);
    const FeatureStream stream = source.features();
    LayerDigest found(stream.schema);
    relayFeatures({stream}, [&](const std::vector<FeatureStream>& streams) {
        Feature feature;
        for (std::int64_t row = 0; streams.front().next(feature); ++row) {
            if (row % rowsPerStep == 0) progress.step("files.comparing", row, written.meant.rows());
            found.add(feature);
        }
    });
    const auto difference = written.meant.differenceFrom(found, written.coordinateStep);
    if (!difference) return;
    throw geo::Error(
        geo::ErrorKind::Internal, "file.written-differs",
        {{"path", written.file.filename().string()}, {"layer", written.layerName}, {"what", *difference}});
}

/// What an older version may have left and a newer one does not have.
std::vector<fs::path> staleFiles(const fs::path& target, Format format,
                                 const std::vector<WrittenLayer>& written) {
    std::vector<fs::path> stale;
    if (format == Format::GeoPackage) {
        for (const char* const end : {"-wal", "-shm", "-journal"}) stale.emplace_back(target.string() + end);
    }
    if (format != Format::Shapefile) return stale;
    for (const WrittenLayer& layer : written) {
        const auto parts = shapefileParts(target.parent_path() / layer.file.filename());
        stale.insert(stale.end(), parts.begin(), parts.end());
    }
    return stale;
}

std::vector<WrittenLayer> writeByFormat(const fs::path& file, Format format,
                                        const std::vector<LayerToWrite>& layers, const WriteOptions& options,
                                        geo::Progress& progress) {
    if (format == Format::GeoPackage) return writePackage(file, layers, options, progress);
    if (format == Format::GeoJson) return writeGeoJson(file, layers, progress);
    return writeShapefiles(file, layers, options, progress);
}

}  // namespace

std::vector<fs::path> writeLayers(const fs::path& target, std::vector<LayerToWrite> layers,
                                  const WriteOptions& options, geo::Progress& progress) {
    const Format format = requireWritable(target);
    requireEncoding(format, options);
    WriteOptions settled = options;
    if (settled.encoding == Encoding::Auto) settled.encoding = Encoding::Utf8;
    AsideFolder aside(target);
    const fs::path file = aside.path() / target.filename();
    const std::vector<WrittenLayer> written = writeByFormat(file, format, layers, settled, progress);
    for (const WrittenLayer& layer : written) requireSame(layer, settled, progress);
    progress.throwIfStopped();
    std::vector<fs::path> files = aside.publish(staleFiles(target, format, written));
    std::ranges::stable_partition(
        files, [&](const fs::path& path) { return path.extension() == target.extension(); });
    return files;
}

}  // namespace layers
