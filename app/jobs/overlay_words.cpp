// SPDX-License-Identifier: Apache-2.0
// Refusals, bookings, findings, files.
#include "app/jobs/overlay_words.hpp"

#include <algorithm>
#include <cstdlib>
#include <iterator>

#include "geo/base/error.hpp"

namespace app {

void requireSystem(const FaceSource& source, const geo::Crs& wanted) {
    const geo::Crs& crs = *source.features.crs;
    if (crs == wanted) return;
    throw geo::Error(geo::ErrorKind::Refused, "overlay.other-crs",
                     {{"source", source.name}, {"crs", crs.name()}, {"wanted", wanted.name()}});
}

void book(layers::Ledger& ledger, layers::LedgerSide side, std::string_view reason,
          const layers::PlotSum& sum) {
    if (sum.plots != 0) ledger.add(side, reason, sum.plots, layers::toHectares(sum.area).value);
}

void bookRounding(layers::Ledger& ledger, layers::SquareMillimetres rounding) {
    if (rounding.value == 0) return;
    const auto side = rounding.value > 0 ? layers::LedgerSide::Gained : layers::LedgerSide::Lost;
    ledger.add(side, "rounding", 0, layers::toHectares({std::abs(rounding.value)}).value);
}

void writeRows(Outcome& outcome, const std::filesystem::path& out, layers::FeatureStream rows,
               const layers::WriteOptions& options, geo::Progress& progress) {
    layers::LayerToWrite layer;
    layer.name = out.stem().string();
    layer.features = std::move(rows);
    std::vector<layers::LayerToWrite> written;
    written.push_back(std::move(layer));
    outcome.files = layers::writeLayers(out, std::move(written), options, progress);
}

void addFindings(Outcome& outcome, FaceReader& faces, CutRows& rows) {
    for (const RenamedField& renamed : rows.renamed()) {
        outcome.findings.push_back(
            {{"overlay.renamed",
              {{"field", renamed.field}, {"first", renamed.first}, {"second", renamed.second}}},
             0,
             {}});
    }
    std::ranges::move(faces.takeFindings(), std::back_inserter(outcome.findings));
    std::ranges::move(rows.takeFindings(), std::back_inserter(outcome.findings));
}

void sayWritten(Outcome& outcome) {
    for (const auto& file : outcome.files) {
        outcome.summary.push_back({"export.wrote", {{"file", file.string()}}});
    }
}

}  // namespace app
