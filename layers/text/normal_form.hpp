// SPDX-License-Identifier: Apache-2.0
// Text as it stands everywhere inside the house: UTF-8 in Unicode's composed normal form.
#pragma once

#include <string>
#include <string_view>

namespace layers {

bool isAscii(std::string_view bytes);

/// Adds a code point, which is no half of a pair of UTF-16.
void appendUtf8(std::string& utf8, char32_t letter);

/// Whether every byte belongs to a well-formed UTF-8 letter (no overlong forms, no surrogates).
bool isUtf8(std::string_view bytes);

/// The text in NFC: one code point for "ệ", however it was typed.
/// Errors: BadData `text.not-utf8` with the position of the first faulty byte, counted from 1.
std::string toNfc(std::string_view utf8);

}  // namespace layers
