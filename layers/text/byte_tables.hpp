// SPDX-License-Identifier: Apache-2.0
// Encodings that spend one byte on a letter, as tables.
#pragma once

#include <optional>

#include "layers/text/encoding.hpp"

namespace layers {

/// The letter a byte stands for in TCVN3 or VISCII.
/// Errors: nothing when the byte has no letter, or the encoding is no table.
std::optional<char16_t> letterOfByte(Encoding encoding, unsigned char byte);

/// The byte of a letter; in TCVN3 a toned capital has the byte of its small letter.
/// Errors: nothing when the letter has no byte.
std::optional<unsigned char> byteOfLetter(Encoding encoding, char16_t letter);

}  // namespace layers
