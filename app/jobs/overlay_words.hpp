// SPDX-License-Identifier: Apache-2.0
// What overlays say alike: refusals, ledger entries, findings, the file they write.
#pragma once

#include <filesystem>
#include <string_view>

#include "app/jobs/cut_rows.hpp"
#include "app/jobs/outcome.hpp"
#include "layers/files/layer_writer.hpp"

namespace app {

/// Errors: Refused `overlay.other-crs` (source, crs, wanted) when a source is in another system.
void requireSystem(const FaceSource& source, const geo::Crs& wanted);

/// Nothing is booked for no polygons.
void book(layers::Ledger& ledger, layers::LedgerSide side, std::string_view reason,
          const layers::PlotSum& sum);
/// Gained when pieces came out larger, lost when smaller.
void bookRounding(layers::Ledger& ledger, layers::SquareMillimetres rounding);

/// Writes one layer named after the file; the file's names go to the outcome.
/// Errors: those of layers::writeLayers().
void writeRows(Outcome& outcome, const std::filesystem::path& out, layers::FeatureStream rows,
               const layers::WriteOptions& options, geo::Progress& progress);

/// Of the faces read and the rows cut; `overlay.renamed` (field, first, second) for fields both layers have.
void addFindings(Outcome& outcome, FaceReader& faces, CutRows& rows);

void sayWritten(Outcome& outcome);

}  // namespace app
