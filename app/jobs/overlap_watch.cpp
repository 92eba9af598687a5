// SPDX-License-Identifier: Apache-2.0
// Overlaps among the plots of one file.
#include "app/jobs/overlap_watch.hpp"

#include "geo/base/quantities.hpp"
#include "geo/topology/overlaps.hpp"

namespace app {
namespace {

/// 400,000 plots of fifty corners are 300 MB.
constexpr std::int64_t mostPlotsKept = 400'000;

/// Digitised borders that do not match leave slivers; less than this is drawing, not data.
constexpr geo::SquareMetres leastOverlap{1.0};

}  // namespace

layers::FeatureStream OverlapWatch::features() {
    return {m_source.schema, m_source.crs, m_source.kind, m_source.count, [this](layers::Feature& feature) {
                if (!m_source.next(feature)) return false;
                if (++m_count > mostPlotsKept) {
                    m_shapes.clear();
                    m_rows.clear();
                    return true;
                }
                m_shapes.push_back(feature.geometry);
                m_rows.push_back(feature.sourceRow);
                return true;
            }};
}

std::vector<layers::Finding> OverlapWatch::findings(geo::Progress& progress) const {
    std::vector<layers::Finding> findings;
    if (m_count > mostPlotsKept)
        findings.push_back({{"forest.overlaps-unchecked", {{"count", m_count}}}, 0, {}});
    for (const geo::OverlapPair& pair : geo::findOverlaps(m_shapes, leastOverlap, progress)) {
        findings.push_back({{m_findingId,
                             {{"other_row", m_rows[pair.first]},
                              {"area_ha", geo::toHectares(geo::SquareMetres{pair.area_m2}).value}}},
                            m_rows[pair.second],
                            {}});
    }
    return findings;
}

}  // namespace app
