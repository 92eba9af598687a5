// SPDX-License-Identifier: Apache-2.0
// The chosen layers of an open file, read one after another as if they were one.
#pragma once

#include <filesystem>
#include <vector>

#include "layers/files/ogr_reader.hpp"

namespace layers {

/// Holds the dataset; one pass at a time. A lone layer comes as it is. Of several, fields of one name meet in
/// one column. From KML and GPX only columns come in which something stands, without those that say how to
/// draw.
class JoinedLayers {
  public:
    /// Errors: as chooseLayers().
    JoinedLayers(const std::filesystem::path& path, Format format, const std::string& layerName);

    /// Reads the fields' names, now that it is known how they are encoded; the text outlives the layers.
    /// Errors: BadData `text.not-decodable`; `file.unreadable` where columns must be looked through first.
    void useText(FileText& text);

    /// The layer's; the file's own when there are several.
    const std::string& layerName() const { return m_layerName; }
    const Schema& schema() const { return m_schema; }
    geo::GeometryKind kind() const { return m_kind; }
    std::int64_t featureCount() const;
    std::optional<geo::Crs> crs() const { return m_readers.front().crs(); }
    /// Empty when there is no geometry.
    geo::Extent extent() const;

    /// As OgrReader::byteSamples(), of all layers.
    std::vector<std::string> byteSamples(std::size_t most);

    /// As OgrReader::rewind() where there is one layer.
    void rewind(std::int64_t record = 0);
    /// Errors: BadData `file.unreadable`, `text.not-decodable`, with context `file.row` (path, row).
    bool next(Feature& feature);

  private:
    void joinColumns();
    void dropIdleColumns();
    void place(Feature& feature);

    Format m_format;
    GdalDataset m_dataset;
    std::vector<OgrReader> m_readers;
    std::string m_layerName;
    geo::GeometryKind m_kind = geo::GeometryKind::Empty;
    Schema m_schema;
    /// For every reader and field the column it goes to; nothing for one that is dropped.
    std::vector<std::vector<std::optional<std::size_t>>> m_columns;
    std::size_t m_reader = 0;
    std::int64_t m_row = 0;
    std::vector<Value> m_values;
};

}  // namespace layers
