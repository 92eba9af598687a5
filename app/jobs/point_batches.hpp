// SPDX-License-Identifier: Apache-2.0
// Points out of any layer or table, so many at a time that memory stays flat.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "app/jobs/check_intake.hpp"
#include "geo/crs/crs.hpp"
#include "geo/shape/coordinate.hpp"
#include "geo/shape/extent.hpp"
#include "layers/checks/coordinate_fields.hpp"
#include "layers/checks/finding.hpp"
#include "layers/checks/point_placement.hpp"
#include "layers/files/layer_source.hpp"
#include "layers/model/feature.hpp"
#include "layers/store/workspace.hpp"
#include "layers/text/number_text.hpp"

namespace app {

inline constexpr std::size_t pointsInABatch = 65'536;

struct PointBatch {
    std::vector<layers::Feature> rows;
    /// In the system of the file, east first; two NaNs for a row without position.
    std::vector<geo::Coordinate> at;
    std::vector<layers::Finding> findings;
};

/// How numbers are written and which axis comes first is decided from the first batch, for the whole file.
class PointBatches {
  public:
    /// The workspace says where the province lies.
    /// Errors: those of layers::LayerSource; BadData `check.no-coordinates` (columns), `check.not-points`
    ///         (kind), `import.coordinates-no-crs` (candidates), `coordinates.undecided`,
    ///         `coordinates.decimals-undecided`, `coordinates.decimals-contradicted` (text).
    PointBatches(const FieldFile& file, const layers::Workspace& workspace);
    PointBatches(const PointBatches&) = delete;
    PointBatches& operator=(const PointBatches&) = delete;

    const layers::Schema& schema() const { return m_stream.schema; }
    const geo::Crs& crs() const { return m_crs; }
    /// Whether positions stand in columns.
    bool isTable() const { return m_columns.has_value(); }
    /// How many rows will come; -1 when unknown.
    std::int64_t count() const { return m_stream.count; }

    /// Answers whether there were any more. Findings: `point.no-position`, `point.not-on-earth` (row), and
    /// those of layers::placePoints() but `point.off-province`: where a point lies is what is asked here.
    bool next(PointBatch& batch);

  private:
    void read();
    void decide(const FieldFile& file, const layers::Workspace& workspace);
    void place(PointBatch& batch);
    void keepOrder(layers::AxisOrder order);

    layers::LayerSource m_source;
    layers::FeatureStream m_stream;
    /// The batch to be handed out next.
    std::vector<layers::Feature> m_rows;
    /// Nothing for layers of points.
    std::optional<layers::CoordinateFields> m_columns;
    layers::AxisNames m_names = layers::AxisNames::LonLat;
    layers::DecimalMark m_mark = layers::DecimalMark::Point;
    geo::Crs m_crs;
    geo::Extent m_province;
};

}  // namespace app
