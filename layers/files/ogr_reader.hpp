// SPDX-License-Identifier: Apache-2.0
// One OGR layer as a schema and features.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "layers/files/file_text.hpp"
#include "layers/files/gdal_session.hpp"
#include "layers/model/feature.hpp"
#include "layers/model/schema.hpp"

namespace layers {

/// Looks at a layer of a dataset that outlives it; one pass at a time.
class OgrReader {
  public:
    /// Errors: BadData `file.unreadable`.
    OgrReader(std::filesystem::path path, Format format, void* layer);

    /// Reads the fields' names, now that it is known how they are encoded; the text outlives the reader.
    /// Errors: BadData `text.not-decodable`.
    void useText(FileText& text);

    const std::string& layerName() const { return m_layerName; }
    const Schema& schema() const { return m_schema; }
    /// What the layer promises; for a layer of mixed sorts a scan decides: the highest dimension there is.
    geo::GeometryKind kind() const { return m_kind; }
    std::int64_t featureCount() const;
    std::optional<geo::Crs> crs() const;
    /// Empty when there is no geometry.
    geo::Extent extent() const;

    /// Different texts with bytes beyond ASCII, names of fields among them; reads the whole layer.
    std::vector<std::string> byteSamples(std::size_t most);

    /// From that record of a shapefile on, counted from 0; other layers begin at 0 only.
    void rewind(std::int64_t record = 0);
    /// Errors: BadData `file.unreadable`, `text.not-decodable`, with context `file.row` (path, row).
    bool next(Feature& feature);

  private:
    enum class Reading { Whole, Decimal, Text, Date, Moment };

    Reading readingOf(int ogrFieldType) const;
    void read(void* ogrFeature, Feature& feature) const;
    Value valueAt(void* ogrFeature, int field) const;
    std::string settled(const char* bytes, std::size_t column) const;

    std::filesystem::path m_path;
    Format m_format;
    void* m_layer;
    std::string m_layerName;
    FileText* m_text = nullptr;
    Schema m_schema;
    std::vector<Reading> m_readings;
    /// What the text calls its columns.
    std::vector<std::size_t> m_columns;
    geo::GeometryKind m_kind = geo::GeometryKind::Empty;
    std::int64_t m_row = 0;
};

}  // namespace layers
