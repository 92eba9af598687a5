// SPDX-License-Identifier: Apache-2.0
// How much of some texts reads as Vietnamese.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_set>

namespace layers {

/// Whether a sign beyond ASCII occurs in honest text: ² ° ½ “ – and their like.
bool isHonestSign(std::int32_t codePoint);

/// How capitals may stand inside a word.
enum class Capitals {
    /// At its beginning, or all through.
    AsWritten,
    /// Among small letters with marks too: fonts of TCVN3 show the bytes of those as capitals.
    ByFont
};

/// Counts words with letters beyond ASCII: those that are well-formed Vietnamese syllables, and others. Each
/// word counts once: a register says "xã" in every row.
class SyllableTally {
  public:
    explicit SyllableTally(Capitals capitals) : m_capitals(capitals) {}

    /// UTF-8. A sign beyond ASCII that is no letter is bad, but for an honest one.
    void add(std::string_view utf8);
    /// A text that cannot be read at all.
    void addUnreadable() { ++m_bad; }

    double share() const { return m_good + m_bad == 0 ? 0 : static_cast<double>(m_good) / (m_good + m_bad); }
    int good() const { return m_good; }
    int bad() const { return m_bad; }
    /// Good words of two letters and more: a letter alone may be a sign (× is "ì" in TCVN3, © is "â").
    int telling() const { return m_telling; }

  private:
    struct Word;
    void weigh(const Word& word, std::string_view text);
    void weighSign(std::int32_t sign, std::string_view text);

    Capitals m_capitals;
    std::unordered_set<std::string> m_seen;
    int m_good = 0;
    int m_bad = 0;
    int m_telling = 0;
};

}  // namespace layers
