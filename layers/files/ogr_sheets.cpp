// SPDX-License-Identifier: Apache-2.0
// One layer a sheet, one feature a row.
#include "layers/files/ogr_sheets.hpp"

#include <gdal.h>
#include <ogr_api.h>

#include "geo/base/error.hpp"
#include "layers/files/gdal_session.hpp"

namespace layers {
namespace {

/// Neither a head nor a type is to be guessed.
struct PlainCells {
    GdalOption heads{"OGR_XLS_HEADERS", "DISABLE"};
    GdalOption types{"OGR_XLS_FIELD_TYPES", "STRING"};
};

/// The driver numbers features as the sheet numbers its rows.
SheetRow rowOf(OGRFeatureH feature) {
    SheetRow row{OGR_F_GetFID(feature), {}, false};
    for (int field = 0; field < OGR_F_GetFieldCount(feature); ++field) {
        if (OGR_F_IsFieldSetAndNotNull(feature, field) == FALSE) continue;
        const char* const text = OGR_F_GetFieldAsString(feature, field);
        if (*text != '\0') row.cells.push_back({static_cast<std::size_t>(field), std::nullopt, text});
    }
    return row;
}

SheetGrid gridOf(OGRLayerH layer) {
    SheetGrid grid;
    grid.name = OGR_L_GetName(layer);
    OGR_L_ResetReading(layer);
    for (OgrFeature feature(OGR_L_GetNextFeature(layer)); feature != nullptr;
         feature.reset(OGR_L_GetNextFeature(layer)))
        grid.rows.push_back(rowOf(static_cast<OGRFeatureH>(feature.get())));
    return grid;
}

}  // namespace

std::vector<SheetGrid> readOgrSheets(const std::filesystem::path& path, Format format) {
    const PlainCells plain;
    const GdalDataset dataset = openDataset(path, format);
    const GdalMessages messages;
    std::vector<SheetGrid> sheets;
    for (int i = 0; i < GDALDatasetGetLayerCount(dataset.get()); ++i)
        sheets.push_back(gridOf(GDALDatasetGetLayer(dataset.get(), i)));
    if (sheets.empty() || messages.failed())
        throw geo::Error(geo::ErrorKind::BadData, "file.unreadable",
                         {{"path", path.string()}, {"reason", messages.failed() ? messages.reason() : "0"}});
    return sheets;
}

}  // namespace layers
