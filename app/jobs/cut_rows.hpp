// SPDX-License-Identifier: Apache-2.0
// The pieces of two layers as rows, cut while they are asked for.
#pragma once

#include <cstdint>
#include <deque>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "app/jobs/overlay_faces.hpp"
#include "geo/base/progress.hpp"
#include "geo/base/quantities.hpp"
#include "geo/topology/layer_overlay.hpp"

namespace app {

/// Faces to cut by, held in memory.
struct Cutters {
    layers::Schema schema;
    std::vector<layers::Feature> faces;
};

/// Which rows are wanted.
enum class CutPart { Shared, Rest, SharedAndRest, Everything };

struct CutPlan {
    CutPart part = CutPart::SharedAndRest;
    /// Narrower pieces are findings.
    geo::Metres sliverWidth{1};
    /// 0: as many as the machine has.
    unsigned threads = 0;
};

/// Where areas went; the pieces of each cutter by its place.
struct CutTally {
    layers::PlotSum shared;
    layers::PlotSum rests;
    layers::PlotSum otherRests;
    layers::PlotSum overlapped;
    layers::SquareMillimetres rounding;
    std::vector<layers::PlotSum> byCutter;
};

/// A field that both layers have, and what it is called on either side.
struct RenamedField {
    std::string field;
    std::string first;
    std::string second;
};

/// Rows hold the fields of the first layer, those of the cutters, `area_ha` and `source_row` (of the first
/// layer). In memory are the cutters and one batch; with CutPart::Everything the shapes of both layers.
class CutRows {
  public:
    /// All but the plan must outlive it.
    CutRows(FaceReader& faces, const Cutters& cutters, const CutPlan& plan, geo::Progress& progress);

    /// Good for one pass. Errors while reading: Stopped; BadData `topology.not-computable` (reason).
    layers::FeatureStream features();

    /// Once the stream has run out.
    const CutTally& tally() const { return m_tally; }
    const std::vector<RenamedField>& renamed() const { return m_renamed; }
    /// `overlay.sliver`, `overlay.sliver-rest` (width_m, area_m2), each with its row and the source's name.
    std::vector<layers::Finding> takeFindings() { return std::move(m_findings); }

  private:
    bool next(layers::Feature& feature);
    bool fill();
    bool fillOtherRests();
    void emit(const layers::Feature& face, geo::FaceCut&& cut);
    void emitOtherRest(std::size_t cutter, geo::Geometry&& rest);
    void push(const layers::Feature* face, const layers::Feature* cutter, geo::Geometry&& shape,
              layers::SquareMillimetres area);
    void watchWidth(const char* id, const geo::Geometry& shape, const layers::Feature& face);
    bool wants(CutPart part) const;
    layers::Schema joinedSchema();

    FaceReader& m_reader;
    const Cutters& m_cutters;
    CutPlan m_plan;
    geo::Progress& m_progress;
    std::vector<geo::Geometry> m_cutterShapes;
    geo::LayerOverlay m_overlay;
    std::vector<RenamedField> m_renamed;
    layers::Schema m_schema;
    std::deque<layers::Feature> m_ready;
    /// Only where the rests of the cutters are wanted.
    std::vector<geo::Geometry> m_faceShapes;
    std::unique_ptr<geo::LayerOverlay> m_faceOverlay;
    std::vector<double> m_builtBorder_m;
    std::size_t m_nextCutter = 0;
    CutTally m_tally;
    std::vector<layers::Finding> m_findings;
};

}  // namespace app
