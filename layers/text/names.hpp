// SPDX-License-Identifier: Apache-2.0
// How names of places are compared, and what of a name is the kind of unit.
#pragma once

#include <string>
#include <string_view>

namespace layers {

/// The key under which two spellings of one name meet: NFC, case folded, blanks trimmed and single.
/// Accents stay: "Nậm Cha" and "Nậm Chà" are two communes.
/// Errors: BadData `text.not-utf8`.
std::string matchKey(std::string_view name);

/// "Xã Bum Tở" → "Bum Tở"; also "TT. Sìn Hồ", "P.Tân Phong", "H. Tam Đường", "TP Lai Châu".
/// A name that is nothing but a prefix stays as it is. The answer is in NFC with single blanks.
/// Errors: BadData `text.not-utf8`.
std::string withoutUnitPrefix(std::string_view name);

}  // namespace layers
