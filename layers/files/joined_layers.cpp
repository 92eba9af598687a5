// SPDX-License-Identifier: Apache-2.0
// Columns of several layers laid over one another.
#include "layers/files/joined_layers.hpp"

#include <algorithm>
#include <array>

#include "layers/files/layer_choice.hpp"
#include "layers/files/ogr_geometry.hpp"

namespace layers {
namespace {

// What KML says of how to draw a placemark, not of what it is.
constexpr std::array<std::string_view, 6> drawingFields{"altitudeMode", "tessellate", "extrude",
                                                        "visibility",   "drawOrder",  "icon"};

bool isForDrawing(const Field& field) {
    return std::ranges::find(drawingFields, field.name) != drawingFields.end();
}

FieldType typeForBoth(FieldType a, FieldType b) {
    if (a == b) return a;
    return a == FieldType::Text || b == FieldType::Text ? FieldType::Text : FieldType::Decimal;
}

Value asType(Value value, FieldType type) {
    if (isMissing(value)) return value;
    if (type == FieldType::Text) return textIn(value);
    if (type == FieldType::Decimal) return *numberIn(value);
    return value;
}

bool isIdle(const Value& value) {
    const auto* const text = std::get_if<std::string>(&value);
    return isMissing(value) || (text != nullptr && text->empty());
}

}  // namespace

JoinedLayers::JoinedLayers(const std::filesystem::path& path, Format format, const std::string& layerName)
    : m_format(format),
      m_dataset(openDataset(path, format)),
      m_readers(chooseLayers(path, format, m_dataset.get(), layerName)) {
    m_layerName = m_readers.size() == 1 ? m_readers.front().layerName() : path.stem().string();
    for (const OgrReader& reader : m_readers) m_kind = kindOfBoth(m_kind, reader.kind());
}

void JoinedLayers::useText(FileText& text) {
    for (OgrReader& reader : m_readers) reader.useText(text);
    joinColumns();
    if (m_format == Format::Kml || m_format == Format::Gpx) dropIdleColumns();
}

void JoinedLayers::joinColumns() {
    std::vector<Field> fields;
    m_columns.clear();
    for (const OgrReader& reader : m_readers) {
        auto& columns = m_columns.emplace_back();
        for (const Field& field : reader.schema().fields()) {
            // One layer may have two fields that differ in case alone; only those of different layers meet.
            const auto at = m_columns.size() > 1 ? Schema(fields).indexOf(field.name) : std::nullopt;
            columns.push_back(at.value_or(fields.size()));
            if (at) fields[*at].type = typeForBoth(fields[*at].type, field.type);
            if (!at) fields.push_back(field);
        }
    }
    m_schema = Schema(std::move(fields));
}

void JoinedLayers::dropIdleColumns() {
    std::vector<bool> isUsed(m_schema.size(), false);
    Feature feature;
    rewind();
    while (next(feature)) {
        for (std::size_t i = 0; i < isUsed.size(); ++i) isUsed[i] = isUsed[i] || !isIdle(feature.values[i]);
    }
    std::vector<std::optional<std::size_t>> places;
    Schema kept;
    for (std::size_t i = 0; i < isUsed.size(); ++i) {
        Field field = m_schema.fields()[i];
        const bool isKept = isUsed[i] && !(m_format == Format::Kml && isForDrawing(field));
        places.push_back(isKept ? std::optional(kept.size()) : std::nullopt);
        if (m_format == Format::Kml && field.name == "Name") field.name = "name";
        if (isKept) kept.add(field);
    }
    for (auto& columns : m_columns) {
        for (auto& column : columns) column = places[*column];
    }
    m_schema = kept;
}

std::vector<std::string> JoinedLayers::byteSamples(std::size_t most) {
    std::vector<std::string> samples;
    for (OgrReader& reader : m_readers) {
        const auto more = reader.byteSamples(most - samples.size());
        samples.insert(samples.end(), more.begin(), more.end());
    }
    return samples;
}

std::int64_t JoinedLayers::featureCount() const {
    std::int64_t count = 0;
    for (const OgrReader& reader : m_readers) count += reader.featureCount();
    return count;
}

geo::Extent JoinedLayers::extent() const {
    geo::Extent extent;
    for (const OgrReader& reader : m_readers) extent.include(reader.extent());
    return extent;
}

void JoinedLayers::rewind(std::int64_t record) {
    for (OgrReader& reader : m_readers) reader.rewind(record);
    m_reader = 0;
    m_row = 0;
}

bool JoinedLayers::next(Feature& feature) {
    if (m_readers.size() == 1 && m_format != Format::Kml && m_format != Format::Gpx)
        return m_readers[0].next(feature);
    while (m_reader < m_readers.size()) {
        if (m_readers[m_reader].next(feature)) {
            place(feature);
            feature.sourceRow = ++m_row;
            return true;
        }
        ++m_reader;
    }
    return false;
}

void JoinedLayers::place(Feature& feature) {
    m_values.assign(m_schema.size(), Value{});
    for (std::size_t i = 0; i < feature.values.size(); ++i) {
        const auto column = m_columns[m_reader][i];
        if (column) m_values[*column] = asType(std::move(feature.values[i]), m_schema.fields()[*column].type);
    }
    feature.values.swap(m_values);
    if (dimensionOf(feature.geometry.kind()) != dimensionOf(m_kind)) feature.geometry = {};
}

}  // namespace layers
