// SPDX-License-Identifier: Apache-2.0
// Polygons on their way into an overlay: found by name, mended, counted.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/project/project.hpp"
#include "geo/base/progress.hpp"
#include "layers/checks/finding.hpp"
#include "layers/files/layer_source.hpp"
#include "layers/indicators/area_sums.hpp"
#include "layers/model/feature_stream.hpp"
#include "layers/store/workspace.hpp"

namespace app {

/// A layer of the workspace or a file beside it, opened; good for one pass.
struct FaceSource {
    /// The file that findings name.
    std::string name;
    std::unique_ptr<layers::LayerSource> file;
    layers::FeatureStream features;
};

/// A name the project shows wins over a kind, a kind over a file; without a workspace there are only files.
/// Errors: NotFound `area.source-unknown` (source, layers); Usage `area.source-choice` (source, layers);
///         BadData `area.no-crs` (source); those of layers::LayerSource::open().
FaceSource openFaces(const layers::Workspace* workspace, const Project& project, const std::string& source);

/// Reads faces in batches, each mended on all cores where its rings cross; the rest is passed over.
/// Findings: `shape.repaired`, `area.shape-unusable`, each with its row and the source's name.
class FaceReader {
  public:
    /// The source must outlive it.
    FaceReader(FaceSource& source, unsigned threads) : m_source(source), m_threads(threads) {}

    const FaceSource& source() const { return m_source; }
    /// The next faces with an area, at most so many; none at the end.
    std::vector<layers::Feature> next(std::size_t count);
    std::vector<layers::Feature> all(geo::Progress& progress);

    const layers::PlotSum& read() const { return m_read; }
    std::int64_t unusable() const { return m_unusable; }
    std::vector<layers::Finding> takeFindings() { return std::move(m_findings); }

  private:
    void mend(std::vector<layers::Feature>& batch);

    FaceSource& m_source;
    unsigned m_threads;
    layers::PlotSum m_read;
    std::int64_t m_unusable = 0;
    std::vector<layers::Finding> m_findings;
};

}  // namespace app
