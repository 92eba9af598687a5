// SPDX-License-Identifier: Apache-2.0
// Splits a ring into pieces along rough lines between its own corners.
#pragma once

#include <cstddef>
#include <vector>

#include "sample-data/generator/lattice.hpp"
#include "sample-data/generator/random.hpp"

namespace sample {

/// So many pieces of about equal area, together the ring exactly: a cut starts and ends at corners the ring
/// already has, so neighbours notice nothing.
/// Ring:   open, simple, anticlockwise; so are the pieces. Fewer come back only when no cut is left.
std::vector<Ring> splitRing(const Ring& ring, std::size_t pieces, Random& random);

}  // namespace sample
