// SPDX-License-Identifier: Apache-2.0
// Features on their way from a file into the workspace: moved to its CRS, repaired, counted, measured.
#pragma once

#include <optional>
#include <vector>

#include "geo/base/quantities.hpp"
#include "geo/crs/transform.hpp"
#include "layers/checks/finding.hpp"
#include "layers/indicators/ledger.hpp"
#include "layers/model/feature_stream.hpp"

namespace app {

/// Wraps a stream; findings and ledger are complete when it has run out.
class LayerIntake {
  public:
    /// Province: where features are expected, in the target CRS; empty when that is not known.
    LayerIntake(layers::FeatureStream source, const geo::Crs& target, const geo::Extent& province = {});

    /// The source's features in the target CRS, polygons valid, those without a usable shape left out and
    /// named. The intake must outlive it.
    layers::FeatureStream features();

    const std::string& operation() const { return m_transform.operation(); }
    geo::GeometryKind kind() const { return m_source.kind; }
    /// By row; then how many features lie wholly off the province.
    std::vector<layers::Finding> findings() const;
    const layers::Ledger& ledger() const { return m_ledger; }

  private:
    bool next(layers::Feature& feature);
    bool accept(layers::Feature& feature);
    void move(layers::Feature& feature);
    void watchPlace(const layers::Feature& feature);
    void repair(layers::Feature& feature);
    void leaveOut(const layers::Feature& feature, const char* findingId, const char* reason);

    layers::FeatureStream m_source;
    geo::Crs m_target;
    geo::Transform m_transform;
    geo::Extent m_province;
    std::int64_t m_offProvince = 0;
    std::int64_t m_firstOffRow = 0;
    std::vector<layers::Finding> m_findings;
    layers::Ledger m_ledger;
};

}  // namespace app
