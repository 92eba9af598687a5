// SPDX-License-Identifier: Apache-2.0
// Words in the cells of site tables, brought to the ones the house knows.
#pragma once

#include <string>
#include <string_view>

namespace layers {

/// "IX", "9", "lĩnh vực ix", "IX. Chất thải" → `IX`; what names none of the ten sectors of Annex II stays.
std::string normalSector(std::string_view written);

/// "Đang hoạt động" → `operating`; also `planned`, `building`, `stopped`; an unknown word stays.
std::string normalStage(std::string_view written);

/// "Minh họa" → `illustrative`, "Đã xác minh" → `verified`; an unknown word stays.
std::string normalPositionStatus(std::string_view written);

/// "3388" → "03388": communes have five digits; what is no whole number of at most five digits stays.
std::string normalCommuneCode(std::string_view written);

/// Whether a text is digits only.
bool isDigits(std::string_view text);

}  // namespace layers
