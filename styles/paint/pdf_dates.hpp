// SPDX-License-Identifier: Apache-2.0
// Takes the clock out of a PDF.
#pragma once

#include <string>

#include "geo/base/date.hpp"

namespace styles {

/// The same PDF with every date of making set to midnight UTC of a day and its random identifiers to zeros;
/// no byte moves, so that its table of offsets holds.
std::string withFixedDates(std::string pdf, geo::Date asOf);

}  // namespace styles
