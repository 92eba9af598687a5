// SPDX-License-Identifier: Apache-2.0
// Creating a layer and its features.
#include "layers/files/ogr_writer.hpp"

#include <gdal.h>
#include <ogr_api.h>

#include <cmath>

#include "geo/base/error.hpp"
#include "layers/files/ogr_geometry.hpp"

namespace layers {
namespace {

struct FieldDestroyer {
    void operator()(void* field) const { OGR_Fld_Destroy(static_cast<OGRFieldDefnH>(field)); }
};

[[noreturn]] void failWriting(const std::string& name, const std::string& reason) {
    throw geo::Error(geo::ErrorKind::Internal, "file.write-failed", {{"path", name}, {"reason", reason}});
}

OGRFieldType ogrTypeOfField(FieldType type) {
    switch (type) {
        case FieldType::Whole: return OFTInteger64;
        case FieldType::Decimal: return OFTReal;
        case FieldType::Text: break;
    }
    return OFTString;
}

bool createField(OGRLayerH layer, const FieldPlan& plan) {
    const std::unique_ptr<void, FieldDestroyer> field(OGR_Fld_Create(plan.name.c_str(), ogrTypeOfField(plan.type)));
    auto* const handle = static_cast<OGRFieldDefnH>(field.get());
    OGR_Fld_SetWidth(handle, plan.width);
    OGR_Fld_SetPrecision(handle, plan.decimals);
    return OGR_L_CreateField(layer, handle, FALSE) == OGRERR_NONE;
}

OGRLayerH createLayer(GDALDatasetH dataset, const LayerPlan& plan) {
    std::vector<char*> options;
    std::vector<std::string> texts = plan.options;
    for (std::string& text : texts) options.push_back(text.data());
    options.push_back(nullptr);
    const OgrCrs crs = toOgrCrs(plan.crs);
    return GDALDatasetCreateLayer(dataset, plan.name.c_str(), static_cast<OGRSpatialReferenceH>(crs.get()),
                                  static_cast<OGRwkbGeometryType>(ogrTypeOf(plan.kind)), options.data());
}

}  // namespace

std::vector<FieldPlan> plansFor(const Schema& schema) {
    std::vector<FieldPlan> plans;
    for (const Field& field : schema.fields()) plans.push_back({field.name, field.type, 0, 0});
    return plans;
}

OgrWriter::OgrWriter(void* dataset, const LayerPlan& plan)
    : m_name(plan.name), m_fields(plan.fields), m_kind(plan.kind) {
    const GdalMessages messages;
    OGRLayerH layer = createLayer(dataset, plan);
    check(layer != nullptr, messages);
    m_layer = layer;
    for (const FieldPlan& field : m_fields) check(createField(layer, field), messages);
    m_feature.reset(OGR_F_Create(OGR_L_GetLayerDefn(layer)));
}

void OgrWriter::check(bool done, const GdalMessages& messages) const {
    if (!done || messages.failed()) failWriting(m_name, messages.reason());
}

void OgrWriter::setValue(int field, const Value& value) {
    auto* const handle = static_cast<OGRFeatureH>(m_feature.get());
    const FieldType type = m_fields[static_cast<std::size_t>(field)].type;
    if (const auto* text = std::get_if<std::string>(&value); text != nullptr && type == FieldType::Text) {
        OGR_F_SetFieldString(handle, field, text->c_str());
        return;
    }
    const auto number = type == FieldType::Text ? std::nullopt : numberIn(value);
    if (number && std::isfinite(*number)) {
        if (const auto* whole = std::get_if<std::int64_t>(&value)) {
            OGR_F_SetFieldInteger64(handle, field, *whole);
        } else {
            OGR_F_SetFieldDouble(handle, field, *number);
        }
        return;
    }
    if (type == FieldType::Text && !isMissing(value)) {
        OGR_F_SetFieldString(handle, field, textIn(value).c_str());
        return;
    }
    OGR_F_SetFieldNull(handle, field);
}

void OgrWriter::write(const Feature& feature) {
    const GdalMessages messages;
    auto* const handle = static_cast<OGRFeatureH>(m_feature.get());
    for (std::size_t i = 0; i < m_fields.size(); ++i) {
        setValue(static_cast<int>(i), i < feature.values.size() ? feature.values[i] : Value{});
    }
    if (m_kind != geo::GeometryKind::Empty) {
        OGR_F_SetGeometryDirectly(handle, static_cast<OGRGeometryH>(toOgrGeometry(feature.geometry, m_kind).release()));
    }
    OGR_F_SetFID(handle, OGRNullFID);
    check(OGR_L_CreateFeature(static_cast<OGRLayerH>(m_layer), handle) == OGRERR_NONE, messages);
}

void closeWritten(GdalDataset dataset, const std::string& name) {
    const GdalMessages messages;
    GDALFlushCache(dataset.get());
    dataset.reset();
    if (messages.failed()) failWriting(name, messages.reason());
}

}  // namespace layers
