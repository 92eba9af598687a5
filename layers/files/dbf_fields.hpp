// SPDX-License-Identifier: Apache-2.0
// What a DBF asks of fields: names of ten bytes, widths known beforehand.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "layers/files/ogr_writer.hpp"

namespace layers {

constexpr std::size_t longestDbfName = 10;
constexpr std::size_t widestDbfText = 254;

/// Names of at most ten bytes, none twice (regardless of ASCII case), full names kept where they fit.
std::vector<std::string> shortFieldNames(const Schema& schema);

/// How wide a field must be for the values it has seen.
class FieldWidth {
  public:
    void see(const Value& value);
    /// Text by its bytes; whole numbers by their digits; decimals so that each reads back the same, 24 places
    /// at most.
    FieldPlan planFor(std::string name, FieldType type) const;

  private:
    void seeNumber(double number);

    int m_width = 0;
    int m_wholeDigits = 1;
    int m_decimals = 0;
};

}  // namespace layers
