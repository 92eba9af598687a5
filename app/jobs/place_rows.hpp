// SPDX-License-Identifier: Apache-2.0
// Rows of a register of places in the form the workspace keeps them.
#pragma once

#include <vector>

#include "app/jobs/source_rows.hpp"
#include "layers/checks/finding.hpp"
#include "layers/model/kinds.hpp"
#include "layers/model/site.hpp"

namespace app {

struct PlaceRows {
    layers::Kind kind = layers::Kind::Landfills;
    layers::Schema schema;
    std::vector<layers::Feature> features;
    /// Where the declared commune stands.
    std::size_t communeCode = 0;
    std::size_t communeName = 0;
    /// Of volumes; sites have none of their own.
    std::vector<layers::Finding> findings;
};

/// The columns that hold numbers: coordinates, and volumes of outfalls.
std::vector<std::size_t> numberColumns(const layers::Schema& schema, layers::Kind kind);

/// Year: whose days a yearly volume is spread over; 0 where that is not known.
/// Errors: BadData `import.column-missing` (columns).
PlaceRows placeRows(const SourceRows& rows, layers::Kind kind, layers::DecimalMark mark, int year);

/// Outfalls too, as places with a declared commune.
std::vector<layers::Site> sitesIn(const PlaceRows& places);

}  // namespace app
