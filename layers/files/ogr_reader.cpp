// SPDX-License-Identifier: Apache-2.0
// Choosing a layer, then feature after feature.
#include "layers/files/ogr_reader.hpp"

#include <cpl_conv.h>
#include <fmt/format.h>
#include <gdal.h>
#include <ogr_api.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <memory>
#include <set>
#include <span>

#include "geo/base/error.hpp"
#include "layers/files/dbf_cuts.hpp"
#include "layers/files/moment_text.hpp"
#include "layers/files/ogr_geometry.hpp"

namespace layers {
namespace {

using geo::GeometryKind;

OGRLayerH asLayer(void* layer) { return static_cast<OGRLayerH>(layer); }
OGRFeatureH asFeature(void* feature) { return static_cast<OGRFeatureH>(feature); }

bool hasShape(OGRLayerH layer) { return OGR_L_GetGeomType(layer) != wkbNone; }

struct CplFreer {
    void operator()(OGRGeometryTypeCounter* counters) const { CPLFree(counters); }
};

GeometryKind scannedKind(OGRLayerH layer) {
    int count = 0;
    const std::unique_ptr<OGRGeometryTypeCounter, CplFreer> counters(
        OGR_L_GetGeometryTypes(layer, 0, 0, &count, nullptr, nullptr));
    GeometryKind kind = GeometryKind::Empty;
    if (counters == nullptr) return kind;
    for (const auto& counter : std::span(counters.get(), static_cast<std::size_t>(count))) {
        kind = kindOfBoth(kind, kindOfOgrType(counter.eGeomType));
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
    if (OGR_F_GetFieldAsDateTimeEx(feature, field, &year, &month, &day, &hour, &minute, &second, &zone) ==
        FALSE) {
        return {};
    }
    return fmt::format("{:04}-{:02}-{:02}", year, month, day);
}

/// In UTC, as both formats that say moments mean them.
std::string momentText(OGRFeatureH feature, int field) {
    int year = 0, month = 0, day = 0, hour = 0, minute = 0, zone = 0;
    float second = 0;
    if (OGR_F_GetFieldAsDateTimeEx(feature, field, &year, &month, &day, &hour, &minute, &second, &zone) ==
        FALSE) {
        return {};
    }
    using namespace std::chrono;
    const year_month_day date{std::chrono::year(year), std::chrono::month(static_cast<unsigned>(month)),
                              std::chrono::day(static_cast<unsigned>(day))};
    // OGR: 100 is UTC, each step a quarter of an hour; below 2 no zone was named.
    const minutes east(zone < 2 ? 0 : (zone - 100) * 15);
    const auto moment =
        sys_days(date) + hours(hour) + minutes(minute) + milliseconds(std::lround(second * 1000)) - east;
    return isoMoment(duration_cast<milliseconds>(moment.time_since_epoch()).count());
}

}  // namespace

OgrReader::OgrReader(std::filesystem::path path, Format format, void* layer)
    : m_path(std::move(path)), m_format(format), m_layer(layer) {
    const GdalMessages messages;
    m_layerName = OGR_L_GetName(asLayer(m_layer));
    m_kind = kindOf(asLayer(m_layer), m_format);
    if (messages.failed()) {
        throw geo::Error(geo::ErrorKind::BadData, "file.unreadable",
                         {{"path", m_path.string()}, {"reason", messages.reason()}});
    }
}

OgrReader::Reading OgrReader::readingOf(int ogrFieldType) const {
    const bool saysMoments = m_format == Format::Kml || m_format == Format::Gpx;
    if (ogrFieldType == OFTInteger || ogrFieldType == OFTInteger64) return Reading::Whole;
    if (ogrFieldType == OFTReal) return Reading::Decimal;
    if (ogrFieldType == OFTDate) return Reading::Date;
    return ogrFieldType == OFTDateTime && saysMoments ? Reading::Moment : Reading::Text;
}

void OgrReader::useText(FileText& text) {
    m_text = &text;
    m_schema = Schema{};
    m_readings.clear();
    m_columns.clear();
    OGRFeatureDefnH definition = OGR_L_GetLayerDefn(asLayer(m_layer));
    for (int i = 0; i < OGR_FD_GetFieldCount(definition); ++i) {
        OGRFieldDefnH field = OGR_FD_GetFieldDefn(definition, i);
        const OGRFieldType type = OGR_Fld_GetType(field);
        const bool isWhole = type == OFTInteger || type == OFTInteger64;
        const char* const name = OGR_Fld_GetNameRef(field);
        m_readings.push_back(readingOf(type));
        m_columns.push_back(text.column(name));
        m_schema.add({settled(name, m_columns.back()), isWhole           ? FieldType::Whole
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
    if (!hasShape(asLayer(m_layer)) || OGR_L_GetExtent(asLayer(m_layer), &envelope, TRUE) != OGRERR_NONE)
        return {};
    return {envelope.MinX, envelope.MinY, envelope.MaxX, envelope.MaxY};
}

std::vector<std::string> OgrReader::byteSamples(std::size_t most) {
    const GdalMessages messages;
    std::set<std::string> samples;
    const auto offer = [&](std::string_view text) {
        const bool isAscii =
            std::ranges::all_of(text, [](char letter) { return static_cast<unsigned char>(letter) < 0x80; });
        if (!isAscii && samples.size() < most) samples.emplace(text);
    };
    OGRFeatureDefnH definition = OGR_L_GetLayerDefn(asLayer(m_layer));
    const int fields = OGR_FD_GetFieldCount(definition);
    for (int i = 0; i < fields; ++i) offer(OGR_Fld_GetNameRef(OGR_FD_GetFieldDefn(definition, i)));
    rewind();
    while (samples.size() < most) {
        const OgrFeature feature(OGR_L_GetNextFeature(asLayer(m_layer)));
        if (feature == nullptr) break;
        for (int i = 0; i < fields; ++i) {
            const bool isText = OGR_Fld_GetType(OGR_FD_GetFieldDefn(definition, i)) == OFTString;
            if (isText) offer(OGR_F_GetFieldAsString(asFeature(feature.get()), i));
        }
    }
    rewind();
    return {samples.begin(), samples.end()};
}

void OgrReader::rewind(std::int64_t record) {
    const GdalMessages messages;
    OGR_L_ResetReading(asLayer(m_layer));
    if (record != 0) OGR_L_SetNextByIndex(asLayer(m_layer), record);
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
        case Reading::Whole:
            return std::int64_t{OGR_F_GetFieldAsInteger64(handle, field)};
        case Reading::Decimal:
            return OGR_F_GetFieldAsDouble(handle, field);
        case Reading::Date:
            return dateText(handle, field);
        case Reading::Moment:
            return momentText(handle, field);
        case Reading::Text:
            return settled(OGR_F_GetFieldAsString(handle, field), m_columns[static_cast<std::size_t>(field)]);
    }
    return {};
}

std::string OgrReader::settled(const char* bytes, std::size_t column) const {
    const bool mayBeTorn = m_format == Format::Shapefile && m_text->stored() == Encoding::Utf8;
    // A field's width may have cut the last letter in two when the file was written: that letter is lost
    // already.
    return m_text->settled(mayBeTorn ? withoutTornLetter(bytes) : std::string_view(bytes), column);
}

}  // namespace layers
