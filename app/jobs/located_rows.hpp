// SPDX-License-Identifier: Apache-2.0
// Rows of points with the unit each lies in, as a stream that writers take.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "app/jobs/near_places.hpp"
#include "app/jobs/point_batches.hpp"
#include "geo/base/progress.hpp"
#include "geo/crs/transform.hpp"
#include "geo/topology/point_locator.hpp"
#include "layers/checks/finding.hpp"
#include "layers/checks/unit_map.hpp"
#include "layers/model/feature_stream.hpp"

namespace app {

/// What points are held against; it outlives the rows.
struct LocatingGround {
    std::vector<layers::MappedUnit> units;
    geo::PointLocator locator;
    std::optional<NearPlaces> places;
    geo::Metres within;
};

/// Where coordinates go: fields of their own for layers that become tables, else into the shape.
enum class CoordinatesAs { Fields, Shape, Nothing };

struct LocatedCounts {
    std::int64_t read = 0;
    std::int64_t withoutPosition = 0;
    std::int64_t outside = 0;
    /// One a unit of the ground.
    std::vector<std::int64_t> inUnits;
};

/// One pass over the points, batch by batch, each batch shared by all cores.
class LocatedRows {
  public:
    LocatedRows(PointBatches& points, const LocatingGround& ground, CoordinatesAs coordinates,
                geo::Progress& progress);
    LocatedRows(const LocatedRows&) = delete;
    LocatedRows& operator=(const LocatedRows&) = delete;

    const layers::Schema& schema() const { return m_schema; }
    bool next(layers::Feature& row);
    /// In the target's system; the rows outlive the stream.
    layers::FeatureStream stream(const geo::Crs& target);

    /// Of the rows that have passed.
    const LocatedCounts& counts() const { return m_counts; }
    /// Those of the file, and of single rows the first thousand.
    const std::vector<layers::Finding>& findings() const { return m_findings; }
    std::int64_t findingsLeftOut() const { return m_findingsLeftOut; }

  private:
    bool readBatch();
    void findNearest();
    void keepFindings();
    void count();
    layers::Feature answered(std::size_t place);
    std::vector<layers::Value> answerOf(std::size_t place) const;

    PointBatches& m_points;
    const LocatingGround& m_ground;
    CoordinatesAs m_coordinates;
    geo::Progress& m_progress;
    layers::Schema m_schema;
    PointBatch m_batch;
    std::vector<geo::Coordinate> m_onPlane;
    std::vector<std::uint32_t> m_units;
    std::vector<std::optional<geo::Nearest>> m_nearest;
    std::size_t m_next = 0;
    LocatedCounts m_counts;
    std::vector<layers::Finding> m_findings;
    std::int64_t m_findingsOfRows = 0;
    std::int64_t m_findingsLeftOut = 0;
};

}  // namespace app
