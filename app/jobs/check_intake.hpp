// SPDX-License-Identifier: Apache-2.0
// Field points out of any file that holds them: GPX, NMEA logs, tables with coordinates, layers of points.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "geo/base/progress.hpp"
#include "geo/crs/crs.hpp"
#include "layers/checks/finding.hpp"
#include "layers/model/field_point.hpp"
#include "layers/model/layer_record.hpp"
#include "layers/store/workspace.hpp"
#include "layers/text/encoding.hpp"
#include "layers/text/number_text.hpp"

namespace app {

struct FieldFile {
    std::filesystem::path path;
    /// Of the coordinates, where the file does not say; degrees without one are WGS 84.
    std::optional<geo::Crs> crs;
    layers::Encoding encoding = layers::Encoding::Auto;
    /// How numbers are written; nothing: as the file's own cells say.
    std::optional<layers::DecimalMark> decimal;
    /// Needed only when the file holds several layers.
    std::string layerName;
};

struct FieldPoints {
    /// Those that have a position.
    std::vector<layers::FieldPoint> points;
    /// Rows that have none, or none on earth.
    std::int64_t withoutPosition = 0;
    /// Faults of the file and doubts about where its points lie, each with the file as source.
    std::vector<layers::Finding> findings;
    layers::SourceRecord source;
};

/// Columns of tables and layers by their heads: ten/name, kinh_do/vi_do or X/Y, sai_so_m/accuracy,
/// thoi_gian/time, ma_xa/commune, diem/site, ghi_chu/note, do_cao/elevation, thiet_bi/device, anh/photo. The
/// workspace says where the province lies. Steps: `check.reading`. Findings: faults of the log; those of layers::placePoints(); `point.not-on-earth` (row).
/// Errors:   those of layers::LayerSource and layers::readFieldLog(); BadData `check.no-coordinates`
/// (columns),
///           `check.not-points`, `check.no-points`, `file.no-crs` in context `check.crs-candidates`
///           (candidates), `coordinates.undecided`, `coordinates.decimals-undecided` (text),
///           `coordinates.decimals-contradicted`.
FieldPoints readFieldPoints(const FieldFile& file, const layers::Workspace& workspace,
                            geo::Progress& progress);

}  // namespace app
