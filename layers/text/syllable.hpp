// SPDX-License-Identifier: Apache-2.0
// Whether a word could be Vietnamese: an onset, a rhyme, at most one tone.
#pragma once

#include <string_view>

namespace layers {

/// Whether a word (UTF-8, letters only) is a well-formed Vietnamese syllable. Words ending in c, ch, p, t
/// carry an acute or a dot when they carry a tone at all.
bool isVietnameseSyllable(std::string_view word);

/// Whether a text (UTF-8) breaks off in a word: after at least two words, all of them Vietnamese, one in
/// small letters that is none ("Rừng phòng h").
bool endsInHalfAWord(std::string_view text);

}  // namespace layers
