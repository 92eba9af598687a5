// SPDX-License-Identifier: Apache-2.0
// One vector file or table, opened for reading: what it is, then its features one after another.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "geo/base/message.hpp"
#include "geo/crs/crs.hpp"
#include "layers/files/file_text.hpp"
#include "layers/files/office_table.hpp"
#include "layers/model/feature_stream.hpp"
#include "layers/model/layer_record.hpp"
#include "layers/text/encoding.hpp"

namespace layers {

/// Whether a layer without features, or without a CRS, may be opened all the same.
enum class WhenLacking { Refuse, Accept };

struct OpenOptions {
    /// Needed only when the file holds several.
    std::string layerName;
    /// Wins over what the file says.
    std::optional<geo::Crs> crs;
    /// Of the bytes; in a file that is UTF-8, the one that letters of its text were mistaken from.
    Encoding encoding = Encoding::Auto;
    WhenLacking whenLacking = WhenLacking::Refuse;
};

/// Used by one thread at a time.
class LayerSource {
  public:
    /// CSV and XLSX are layers of text without shape, but for a column of well-known text; ZIP archives, shapefiles without their .shx and MapInfo
    /// files are opened as makeReadable() says. Of a GPX file the waypoints are meant unless another
    /// layer is named; of a KML or KMZ file all folders together when they hold one sort of shape. Both are
    /// in WGS 84. Errors: NotFound `file.missing`, `file.layer-missing`; Refused `file.format-not-allowed`,
    /// `file.network-address`; BadData `file.unreadable`, `file.truncated`, `file.companion-missing`,
    /// `file.empty-layer`, `file.no-crs` (with the extent), `file.layer-choice`, `text.undecided`,
    /// `text.encoding-contradicted`.
    static LayerSource open(const std::filesystem::path& path, const OpenOptions& options);
    LayerSource(LayerSource&& other) noexcept;
    LayerSource& operator=(LayerSource&& other) noexcept;
    ~LayerSource();

    const std::string& layerName() const;
    /// How the bytes are encoded, as found or as told; Utf8 for formats that know no other.
    Encoding encoding() const;
    /// Up to five texts read otherwise than they stand; complete when the features have been read.
    const std::vector<TextSample>& textSamples() const;
    /// As FileText::notes(), and `text.cut` of a shapefile; complete when the features have been read.
    std::vector<geo::Message> textNotes() const;
    /// `file`, `user` or empty for a table.
    const std::string& crsFrom() const;
    /// What the file itself says, for a finding when the user said otherwise.
    const std::optional<geo::Crs>& crsInFile() const;
    /// What opening did that people should know: `file.index-restored`, `file.column-repeated` (column,
    /// places).
    const std::vector<geo::Message>& notes() const;
    /// What the sheet of a workbook holds besides its rows.
    const SheetNotes& sheetNotes() const;
    /// Of a shapefile, deleted ones counted; of others, its features. -1 when unknown.
    std::int64_t recordCount() const;

    /// All features from the first on; text in NFC, geometry in two dimensions, sourceRow counted from 1, in workbooks as the sheet
    /// counts.
    /// A shape of an unknown sort, or of another sort than the layer's, comes as an empty geometry. A
    /// shapefile may be read from any record on, counted from 0.
    /// Curves come as lines. The source must outlive the stream, and only the latest stream is good.
    /// Errors while reading: BadData `file.unreadable`, `text.not-decodable`, with context `file.row`.
    FeatureStream features(std::int64_t firstRecord = 0);

    /// Path, SHA-256 (a shapefile: of its .shp .shx .dbf .prj .cpg, one after the other), layer, encoding,
    /// CRS.
    SourceRecord record() const;

  private:
    class Impl;
    explicit LayerSource(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

}  // namespace layers
