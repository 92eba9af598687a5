// SPDX-License-Identifier: Apache-2.0
// The encodings Vietnamese offices have used, and how bytes in them become UTF-8.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace layers {

enum class Encoding { Auto, Utf8, Tcvn3, Vni, Viscii, Cp1258 };

/// `auto`, `utf-8`, `tcvn3`, `vni`, `viscii`, `cp1258` (any case; `utf8` too).
/// Errors: nothing when the word names no encoding.
std::optional<Encoding> parseEncoding(std::string_view word);
std::string wordOf(Encoding encoding);
std::vector<std::string> encodingWords();

/// Bytes to UTF-8 in NFC. Auto detects from these bytes alone.
/// Limits: TCVN3 has one byte for "á" and "Á" (the font made the capital), so toned capitals come out small.
/// Errors: BadData `text.not-decodable` with encoding, position (from 1) and the byte in hexadecimal.
std::string decode(std::string_view bytes, Encoding encoding);

/// UTF-8 to bytes. In TCVN3 a toned capital is written as its small letter, as the capital fonts do: case is lost.
/// Errors: BadData `text.not-encodable` with encoding, letter and text; Refused `text.encoding-read-only` for VNI
/// and CP1258; BadData `text.not-utf8`.
std::string encode(std::string_view utf8, Encoding encoding);

/// The encoding in which most words are well-formed Vietnamese syllables; pure ASCII counts as UTF-8.
/// Answers Auto when the samples do not tell.
Encoding detectEncoding(std::span<const std::string> samples);

/// The longest start of the text that fits the bytes without cutting a letter or tearing off its marks.
std::string cutToBytes(std::string_view utf8, std::size_t bytes);

}  // namespace layers
