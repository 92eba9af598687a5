// SPDX-License-Identifier: Apache-2.0
// Opening, creating and listening to GDAL.
#include "layers/files/gdal_session.hpp"

#include <cpl_conv.h>
#include <cpl_error.h>
#include <gdal.h>
#include <ogr_api.h>
#include <ogr_srs_api.h>

#include <array>
#include <memory>
#include <mutex>

#include "geo/base/error.hpp"

namespace layers {
namespace {

void registerDriversOnce() {
    static std::once_flag registered;
    std::call_once(registered, [] {
        GDALAllRegister();
        // What GDAL has to say is collected and worded; nothing of it goes to the terminal by itself.
        CPLSetErrorHandler(CPLQuietErrorHandler);
    });
}

/// The drivers that may look at a file of this format, the best first; none for formats that we read
/// ourselves.
std::vector<const char*> driversOf(Format format) {
    switch (format) {
        case Format::GeoPackage:
            return {"GPKG"};
        case Format::Shapefile:
            return {"ESRI Shapefile"};
        case Format::GeoJson:
            return {"GeoJSON"};
        case Format::Kml:
            return {"LIBKML", "KML"};
        case Format::Gpx:
            return {"GPX"};
        case Format::MapInfo:
            return {"MapInfo File"};
        case Format::FlatGeobuf:
            return {"FlatGeobuf"};
        case Format::Xls:
            return {"XLS"};
        case Format::Ods:
            return {"ODS"};
        case Format::Csv:
        case Format::Xlsx:
        case Format::Zip:
            break;
    }
    return {""};
}

/// Raw bytes from a DBF, whatever its header claims; text that looks like a date stays text.
std::vector<const char*> openOptionsOf(Format format) {
    if (format == Format::Shapefile) return {"ENCODING=", nullptr};
    if (format == Format::GeoJson) return {"DATE_AS_STRING=YES", nullptr};
    return {nullptr};
}

void CPL_STDCALL hear(CPLErr level, CPLErrorNum, const char* text) {
    auto* const messages = static_cast<GdalMessages*>(CPLGetErrorHandlerUserData());
    if (level == CE_Failure || level == CE_Fatal) messages->note(true, text);
    if (level == CE_Warning) messages->note(false, text);
}

std::string authorityCodeOf(OGRSpatialReferenceH crs) {
    const char* const authority = OSRGetAuthorityName(crs, nullptr);
    const char* const code = OSRGetAuthorityCode(crs, nullptr);
    if (authority == nullptr || code == nullptr) return {};
    const std::string text = std::string(authority) + ":" + code;
    return text == "EPSG:4979" ? "EPSG:4326" : text;  // heights are not read
}

std::string wktOf(OGRSpatialReferenceH crs) {
    const std::array<const char*, 2> options{"FORMAT=WKT2_2019", nullptr};
    char* wkt = nullptr;
    const OGRErr fault = OSRExportToWktEx(crs, &wkt, options.data());
    const std::string text = fault == OGRERR_NONE && wkt != nullptr ? wkt : "";
    CPLFree(wkt);
    return text;
}

struct MatchesFreer {
    void operator()(OGRSpatialReferenceH* matches) const { OSRFreeSRSArray(matches); }
};

/// The registered system a nameless one is, as files of ESRI and MapInfo write them; empty when none is the
/// same.
std::string codeOfSame(OGRSpatialReferenceH crs) {
    // PROJ: 70 is the same in everything but its name.
    constexpr int same = 70;
    int count = 0;
    int* confidences = nullptr;
    const std::unique_ptr<OGRSpatialReferenceH, MatchesFreer> matches(
        OSRFindMatches(crs, nullptr, &count, &confidences));
    const std::unique_ptr<int, decltype(&VSIFree)> freed(confidences, VSIFree);
    if (matches == nullptr || count == 0 || confidences[0] < same) return {};
    return authorityCodeOf(matches.get()[0]);
}

std::optional<geo::Crs> crsFromText(const std::string& text) {
    if (text.empty()) return std::nullopt;
    try {
        return geo::Crs::fromText(text);
    } catch (const geo::Error&) {
        return std::nullopt;
    }
}

}  // namespace

void DatasetCloser::operator()(void* dataset) const { GDALClose(dataset); }
void OgrFeatureDestroyer::operator()(void* feature) const {
    OGR_F_Destroy(static_cast<OGRFeatureH>(feature));
}
void OgrCrsReleaser::operator()(void* crs) const { OSRRelease(static_cast<OGRSpatialReferenceH>(crs)); }

GdalMessages::GdalMessages() {
    CPLErrorReset();
    CPLPushErrorHandlerEx(hear, this);
}
GdalMessages::~GdalMessages() { CPLPopErrorHandler(); }

void GdalMessages::note(bool isFailure, const char* text) {
    try {
        std::string& kept = isFailure ? m_failure : m_warning;
        if (kept.empty()) kept = text == nullptr || *text == '\0' ? "?" : text;
    } catch (...) {
        // No room for the words: a C library cannot carry our exceptions, and its own answer still says it
        // failed.
        return;
    }
}

GdalOption::GdalOption(std::string key, const std::string& value) : m_key(std::move(key)) {
    if (const char* const before = CPLGetThreadLocalConfigOption(m_key.c_str(), nullptr)) m_before = before;
    CPLSetThreadLocalConfigOption(m_key.c_str(), value.c_str());
}
GdalOption::~GdalOption() {
    CPLSetThreadLocalConfigOption(m_key.c_str(), m_before ? m_before->c_str() : nullptr);
}

namespace {

/// In a word of ours where GDAL says the commonest thing.
std::string reasonIn(const GdalMessages& messages) {
    const std::string reason = messages.reason();
    return reason.find("not recognized as") == std::string::npos ? reason : "reason-not-recognized";
}

}  // namespace

GdalDataset openDataset(const std::filesystem::path& path, Format format) {
    registerDriversOnce();
    const GdalMessages messages;
    std::vector<const char*> drivers = driversOf(format);
    drivers.push_back(nullptr);
    const std::vector<const char*> options = openOptionsOf(format);
    GdalDataset dataset(GDALOpenEx(path.c_str(), GDAL_OF_VECTOR | GDAL_OF_READONLY | GDAL_OF_VERBOSE_ERROR,
                                   drivers.data(), options.data(), nullptr));
    if (dataset != nullptr) return dataset;
    throw geo::Error(geo::ErrorKind::BadData, "file.unreadable",
                     {{"path", path.string()}, {"reason", reasonIn(messages)}});
}

GdalDataset createDataset(const std::filesystem::path& path, Format format) {
    registerDriversOnce();
    const GdalMessages messages;
    GDALDriverH driver = GDALGetDriverByName(driversOf(format).front());
    GdalDataset dataset(driver == nullptr ? nullptr
                                          : GDALCreate(driver, path.c_str(), 0, 0, 0, GDT_Unknown, nullptr));
    if (dataset != nullptr) return dataset;
    throw geo::Error(geo::ErrorKind::Internal, "file.write-failed",
                     {{"path", path.filename().string()}, {"reason", messages.reason()}});
}

OgrCrs toOgrCrs(const std::optional<geo::Crs>& crs) {
    if (!crs || !crs->isKnown()) return nullptr;
    registerDriversOnce();
    const GdalMessages messages;
    OgrCrs made(OSRNewSpatialReference(nullptr));
    auto* const handle = static_cast<OGRSpatialReferenceH>(made.get());
    OSRSetAxisMappingStrategy(handle, OAMS_TRADITIONAL_GIS_ORDER);
    const bool byCode = crs->epsg() != 0 && OSRImportFromEPSG(handle, crs->epsg()) == OGRERR_NONE;
    if (byCode || OSRSetFromUserInput(handle, crs->wkt().c_str()) == OGRERR_NONE) return made;
    return nullptr;
}

std::string wktForGeoPackage(const geo::Crs& crs) {
    const OgrCrs made = toOgrCrs(crs);
    char* text = nullptr;
    const GdalMessages messages;
    if (made) OSRExportToWkt(static_cast<OGRSpatialReferenceH>(made.get()), &text);
    std::string wkt = text != nullptr ? text : "undefined";
    CPLFree(text);
    return wkt;
}

std::optional<geo::Crs> fromOgrCrs(void* ogrCrs) {
    if (ogrCrs == nullptr) return std::nullopt;
    auto* const handle = static_cast<OGRSpatialReferenceH>(ogrCrs);
    if (auto byCode = crsFromText(authorityCodeOf(handle))) return byCode;
    if (auto alike = crsFromText(codeOfSame(handle))) return alike;
    return crsFromText(wktOf(handle));
}

}  // namespace layers
