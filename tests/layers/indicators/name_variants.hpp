// SPDX-License-Identifier: Apache-2.0
// Names as tired hands, old keyboards and other programs write them, by rules of the tests' own.
#pragma once

#include <random>
#include <string>

namespace variants {

using Dice = std::mt19937;

/// Another writing of the very same name: kind, tone placement, i and y, blanks, case, composition.
std::string rewritten(const std::string& name, Dice& dice);

/// A name that is no longer the same: a letter, an accent or a blank more, less or other.
std::string spoiled(const std::string& name, Dice& dice);

}  // namespace variants
