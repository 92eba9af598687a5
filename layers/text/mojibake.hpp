// SPDX-License-Identifier: Apache-2.0
// Text of an old Vietnamese encoding that somebody took for CP1252 and stored so: "S×n Hå" for "Sìn Hồ".
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "layers/text/encoding.hpp"

namespace layers {

/// Bytes as CP1252 shows them, and as Latin-1 where it has no letter: UTF-8.
std::string westernLetters(std::string_view bytes);

/// The bytes such letters were before.
/// Errors: nothing when a letter (UTF-8) is of neither.
std::optional<std::string> westernBytes(std::string_view utf8);

/// The encoding whose bytes were taken for CP1252, by the syllables that come out.
/// Answers Auto when the texts (UTF-8) are right as they are, or do not tell.
Encoding mistakenEncoding(std::span<const std::string> texts);

/// Whether some text has Vietnamese words with letters that CP1252 cannot hold, so that somebody has read it
/// rightly.
bool holdRightText(std::span<const std::string> texts);

/// What to do with a text that is Vietnamese as it is and as it would be mended ("Tân" would be "Tõn").
enum class WhenEither { Keep, Mend };

/// Gives letters back their meaning, text by text.
class MojibakeRepair {
  public:
    MojibakeRepair(Encoding mistaken, WhenEither whenEither)
        : m_mistaken(mistaken), m_whenEither(whenEither) {}

    /// The text as it was meant. It stays as it is when a letter of it was never a byte of that encoding, and
    /// when it reads better so. Signs that the encoding has no byte for (² ° –) pass.
    std::string mended(const std::string& utf8) const;

    /// What the letters mean in that encoding, whether or not it is Vietnamese.
    /// Errors: nothing when a letter means nothing there.
    std::optional<std::string> meaning(std::string_view utf8) const;

  private:
    Encoding m_mistaken;
    WhenEither m_whenEither;
};

}  // namespace layers
