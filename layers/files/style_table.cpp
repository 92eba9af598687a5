// SPDX-License-Identifier: Apache-2.0
// `layer_styles` with the columns, widths and defaults that QGIS gives it.
#include "layers/files/style_table.hpp"

#include <gdal.h>
#include <ogr_api.h>

#include <array>
#include <memory>

#include "geo/base/error.hpp"
#include "layers/files/gdal_session.hpp"

namespace layers {
namespace {

struct Column {
    const char* name;
    OGRFieldType type;
    int width;
};
constexpr std::array<Column, 12> columns{{{"f_table_catalog", OFTString, 256},
                                          {"f_table_schema", OFTString, 256},
                                          {"f_table_name", OFTString, 256},
                                          {"f_geometry_column", OFTString, 256},
                                          {"styleName", OFTString, 30},
                                          {"styleQML", OFTString, 0},
                                          {"styleSLD", OFTString, 0},
                                          {"useAsDefault", OFTInteger, 0},
                                          {"description", OFTString, 0},
                                          {"owner", OFTString, 30},
                                          {"ui", OFTString, 30},
                                          {"update_time", OFTDateTime, 0}}};

struct FieldDestroyer {
    void operator()(void* field) const { OGR_Fld_Destroy(static_cast<OGRFieldDefnH>(field)); }
};

void check(bool done, const GdalMessages& messages) {
    if (done && !messages.failed()) return;
    throw geo::Error(geo::ErrorKind::Internal, "file.write-failed",
                     {{"path", "layer_styles"}, {"reason", messages.reason()}});
}

bool addColumn(OGRLayerH layer, const Column& column) {
    const std::unique_ptr<void, FieldDestroyer> field(OGR_Fld_Create(column.name, column.type));
    auto* const handle = static_cast<OGRFieldDefnH>(field.get());
    if (column.width > 0) OGR_Fld_SetWidth(handle, column.width);
    if (column.type == OFTInteger) OGR_Fld_SetSubType(handle, OFSTBoolean);
    if (column.type == OFTDateTime) OGR_Fld_SetDefault(handle, "CURRENT_TIMESTAMP");
    return OGR_L_CreateField(layer, handle, FALSE) == OGRERR_NONE;
}

/// QGIS filters by an empty catalogue and schema: they are empty, not missing.
OgrFeature rowOf(OGRLayerH layer, const StoredStyle& style, const geo::Date& asOf) {
    OgrFeature row(OGR_F_Create(OGR_L_GetLayerDefn(layer)));
    auto* const handle = static_cast<OGRFeatureH>(row.get());
    const std::array<const char*, 7> texts{"", "", style.layerName.c_str(), style.geometryColumn.c_str(),
                                           style.styleName.c_str(), style.qml.c_str(), ""};
    for (std::size_t i = 0; i < texts.size(); ++i) OGR_F_SetFieldString(handle, static_cast<int>(i), texts[i]);
    OGR_F_SetFieldInteger(handle, 7, 1);
    for (const int empty : {8, 9, 10}) OGR_F_SetFieldString(handle, empty, "");
    OGR_F_SetFieldDateTime(handle, 11, asOf.year, asOf.month, asOf.day, 0, 0, 0, 100);  // 100: UTC
    return row;
}

}  // namespace

void writeStyleTable(void* dataset, const std::vector<StoredStyle>& styles, const geo::Date& asOf) {
    if (styles.empty()) return;
    const GdalMessages messages;
    std::string idColumn = "FID=id";
    std::array<char*, 2> options{idColumn.data(), nullptr};
    OGRLayerH layer = GDALDatasetCreateLayer(dataset, "layer_styles", nullptr, wkbNone, options.data());
    check(layer != nullptr, messages);
    for (const Column& column : columns) check(addColumn(layer, column), messages);
    for (const StoredStyle& style : styles) {
        const OgrFeature row = rowOf(layer, style, asOf);
        check(OGR_L_CreateFeature(layer, static_cast<OGRFeatureH>(row.get())) == OGRERR_NONE, messages);
    }
}

}  // namespace layers
