// SPDX-License-Identifier: Apache-2.0
// Choosing a layer, then feature after feature.
#include "layers/files/ogr_reader.hpp"

#include <cpl_conv.h>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <gdal.h>
#include <ogr_api.h>

#include <algorithm>
#include <memory>
#include <span>

#include "geo/base/error.hpp"
#include "layers/files/ogr_geometry.hpp"
#include "layers/text/normal_form.hpp"

namespace layers {
namespace {

using geo::GeometryKind;

OGRLayerH asLayer(void* layer) { return static_cast<OGRLayerH>(layer); }
OGRFeatureH asFeature(void* feature) { return static_cast<OGRFeatureH>(feature); }

bool hasShape(OGRLayerH layer) { return OGR_L_GetGeomType(layer) != wkbNone; }

/// Spatial layers alone where there are any: a GeoPackage keeps its styles in a plain table.
std::vector<OGRLayerH> offeredLayers(GDALDatasetH dataset) {
    std::vector<OGRLayerH> layers;
    for (int i = 0; i < GDALDatasetGetLayerCount(dataset); ++i) layers.push_back(GDALDatasetGetLayer(dataset, i));
    std::vector<OGRLayerH> spatial;
    std::ranges::copy_if(layers, std::back_inserter(spatial), hasShape);
    return spatial.empty() ? layers : spatial;
}

std::string namesOf(std::span<const OGRLayerH> layers) {
    std::vector<std::string> names;
    for (OGRLayerH layer : layers) names.emplace_back(OGR_L_GetName(layer));
    return fmt::format("{}", fmt::join(names, ", "));
}

struct CplFreer {
    void operator()(OGRGeometryTypeCounter* counters) const { CPLFree(counters); }
};

int dimensionOf(GeometryKind kind) {
    switch (kind) {
        case GeometryKind::Empty: return -1;
        case GeometryKind::Point:
        case GeometryKind::MultiPoint: return 0;
        case GeometryKind::LineString:
        case GeometryKind::MultiLineString: return 1;
        case GeometryKind::Polygon:
        case GeometryKind::MultiPolygon: return 2;
    }
    return -1;
}

/// One kind that holds both: the higher dimension, as multiple when one of them is.
GeometryKind together(GeometryKind a, GeometryKind b) {
    if (a == b || dimensionOf(a) > dimensionOf(b)) return a;
    return dimensionOf(a) < dimensionOf(b) ? b : multipleOf(a);
}

GeometryKind scannedKind(OGRLayerH layer) {
    int count = 0;
    const std::unique_ptr<OGRGeometryTypeCounter, CplFreer> counters(
        OGR_L_GetGeometryTypes(layer, 0, 0, &count, nullptr, nullptr));
    GeometryKind kind = GeometryKind::Empty;
    if (counters == nullptr) return kind;
    for (const auto& counter : std::span(counters.get(), static_cast<std::size_t>(count))) {
        kind = together(kind, kindOfOgrType(counter.eGeomType));
    }
    return kind;
}

GeometryKind kindOf(OGRLayerH layer, Format format) {
    const OGRwkbGeometryType type = OGR_L_GetGeomType(layer);
    const GeometryKind promised = kindOfOgrType(type);
    // A shapefile knows lines and polygons of many parts only; its header says nothing of how many.
    if (format == Format::Shapefile) return dimensionOf(promised) == 0 ? promised : multipleOf(promised);
    if (promised != GeometryKind::Empty || type == wkbNone) return promised;
    return scannedKind(layer);
}

std::string dateText(OGRFeatureH feature, int field) {
    int year = 0, month = 0, day = 0, hour = 0, minute = 0, zone = 0;
    float second = 0;
    if (OGR_F_GetFieldAsDateTimeEx(feature, field, &year, &month, &day, &hour, &minute, &second, &zone) == FALSE) {
        return {};
    }
    return fmt::format("{:04}-{:02}-{:02}", year, month, day);
}

/// A field's width may have cut the last letter in two when the file was written: that letter is lost already.
std::string_view withoutTornLetter(std::string_view bytes) {
    const std::size_t earliest = bytes.size() - std::min<std::size_t>(bytes.size(), 3);
    for (std::size_t end = bytes.size(); end-- > earliest;) {
        if (static_cast<unsigned char>(bytes[end]) >= 0xC0 && isUtf8(bytes.substr(0, end))) return bytes.substr(0, end);
    }
    return bytes;
}

}  // namespace

OgrReader::OgrReader(std::filesystem::path path, Format format, GdalDataset dataset, const std::string& layerName)
    : m_path(std::move(path)), m_format(format), m_dataset(std::move(dataset)) {
    const GdalMessages messages;
    chooseLayer(layerName);
    m_layerName = OGR_L_GetName(asLayer(m_layer));
    m_kind = kindOf(asLayer(m_layer), m_format);
    if (messages.failed()) {
        throw geo::Error(geo::ErrorKind::BadData, "file.unreadable",
                         {{"path", m_path.string()}, {"reason", messages.reason()}});
    }
}

void OgrReader::chooseLayer(const std::string& layerName) {
    GDALDatasetH dataset = m_dataset.get();
    const std::vector<OGRLayerH> offered = offeredLayers(dataset);
    if (!layerName.empty()) {
        m_layer = GDALDatasetGetLayerByName(dataset, layerName.c_str());
        if (m_layer != nullptr) return;
        throw geo::Error(geo::ErrorKind::NotFound, "file.layer-missing",
                         {{"path", m_path.string()}, {"layer", layerName}, {"layers", namesOf(offered)}});
    }
    if (offered.empty()) {
        throw geo::Error(geo::ErrorKind::BadData, "file.empty-layer", {{"path", m_path.string()}, {"layer", ""}});
    }
    if (offered.size() > 1) {
        throw geo::Error(geo::ErrorKind::BadData, "file.layer-choice",
                         {{"path", m_path.string()}, {"layers", namesOf(offered)}});
    }
    m_layer = offered.front();
}

void OgrReader::useEncoding(Encoding encoding) {
    m_encoding = encoding;
    m_schema = Schema{};
    m_readings.clear();
    OGRFeatureDefnH definition = OGR_L_GetLayerDefn(asLayer(m_layer));
    for (int i = 0; i < OGR_FD_GetFieldCount(definition); ++i) {
        OGRFieldDefnH field = OGR_FD_GetFieldDefn(definition, i);
        const OGRFieldType type = OGR_Fld_GetType(field);
        const bool isWhole = type == OFTInteger || type == OFTInteger64;
        const Reading reading = isWhole           ? Reading::Whole
                                : type == OFTReal ? Reading::Decimal
                                : type == OFTDate ? Reading::Date
                                                  : Reading::Text;
        m_readings.push_back(reading);
        m_schema.add({decoded(OGR_Fld_GetNameRef(field)), isWhole           ? FieldType::Whole
                                                          : type == OFTReal ? FieldType::Decimal
                                                                            : FieldType::Text});
    }
}

std::int64_t OgrReader::featureCount() const {
    const GdalMessages messages;
    return OGR_L_GetFeatureCount(asLayer(m_layer), TRUE);
}

std::optional<geo::Crs> OgrReader::crs() const {
    const GdalMessages messages;
    return fromOgrCrs(OGR_L_GetSpatialRef(asLayer(m_layer)));
}

geo::Extent OgrReader::extent() const {
    const GdalMessages messages;
    OGREnvelope envelope;
    if (!hasShape(asLayer(m_layer)) || OGR_L_GetExtent(asLayer(m_layer), &envelope, TRUE) != OGRERR_NONE) return {};
    return {envelope.MinX, envelope.MinY, envelope.MaxX, envelope.MaxY};
}

void OgrReader::rewind() {
    const GdalMessages messages;
    OGR_L_ResetReading(asLayer(m_layer));
    m_row = 0;
}

bool OgrReader::next(Feature& feature) {
    const GdalMessages messages;
    const OgrFeature ogrFeature(OGR_L_GetNextFeature(asLayer(m_layer)));
    try {
        if (ogrFeature != nullptr) {
            // A shapefile numbers its rows itself, deleted ones counted.
            m_row = m_format == Format::Shapefile ? OGR_F_GetFID(asFeature(ogrFeature.get())) + 1 : m_row + 1;
            read(ogrFeature.get(), feature);
            feature.sourceRow = m_row;
        }
        if (messages.failed()) {
            throw geo::Error(geo::ErrorKind::BadData, "file.unreadable",
                             {{"path", m_path.string()}, {"reason", messages.reason()}});
        }
    } catch (geo::Error& error) {
        error.addContext({"file.row", {{"path", m_path.string()}, {"row", m_row}}});
        throw;
    }
    return ogrFeature != nullptr;
}

void OgrReader::read(void* ogrFeature, Feature& feature) const {
    feature.geometry = fromOgrGeometry(OGR_F_GetGeometryRef(asFeature(ogrFeature)));
    if (dimensionOf(feature.geometry.kind()) != dimensionOf(m_kind)) feature.geometry = {};
    feature.values.resize(m_readings.size());
    for (std::size_t i = 0; i < m_readings.size(); ++i) {
        feature.values[i] = valueAt(ogrFeature, static_cast<int>(i));
    }
}

Value OgrReader::valueAt(void* ogrFeature, int field) const {
    OGRFeatureH handle = asFeature(ogrFeature);
    if (OGR_F_IsFieldSetAndNotNull(handle, field) == FALSE) return {};
    switch (m_readings[static_cast<std::size_t>(field)]) {
        case Reading::Whole: return std::int64_t{OGR_F_GetFieldAsInteger64(handle, field)};
        case Reading::Decimal: return OGR_F_GetFieldAsDouble(handle, field);
        case Reading::Date: return dateText(handle, field);
        case Reading::Text: return decoded(OGR_F_GetFieldAsString(handle, field));
    }
    return {};
}

std::string OgrReader::decoded(const char* bytes) const {
    const std::string_view text(bytes);
    if (m_format != Format::Shapefile || m_encoding != Encoding::Utf8 || isUtf8(text)) return decode(text, m_encoding);
    return decode(withoutTornLetter(text), m_encoding);
}

}  // namespace layers
