// SPDX-License-Identifier: Apache-2.0
// UTF-16, as spreadsheets save "Unicode text".
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace layers {

enum class ByteOrder { LittleEndian, BigEndian };

/// By the mark at the beginning, or without one by zero bytes: every other byte of a table in UTF-16 is zero
/// for the most part, and none of the bytes between. Errors: nothing when it is not UTF-16.
std::optional<ByteOrder> utf16OrderOf(std::string_view bytes);

/// UTF-8 in NFC, without the mark.
/// Errors: BadData `text.not-decodable` (encoding, position, byte) where half a letter stands.
std::string decodeUtf16(std::string_view bytes, ByteOrder order);

}  // namespace layers
