// SPDX-License-Identifier: Apache-2.0
// Numbers as people write them: "1,234.5" here, "1.234,5" there.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace layers {

enum class DecimalMark { Point, Comma };

/// What the number cells of one file say about how they are written; decided for the whole file, never a cell
/// at a time.
struct NumberEvidence {
    /// Nothing when no cell decides, or when they contradict each other.
    std::optional<DecimalMark> mark;
    /// "1,234.5" and "1.234,5" in one file.
    bool isContradicted = false;
    /// Some cell means two different numbers under the two marks ("1.234").
    bool isNeeded = false;
    /// The first cell that decided; the first that contradicts it; else the first that is in doubt.
    std::string witness;
};

/// Hears the cells of a file one after another. Numbers under one mark only ("2.5", "0.125", "1.234,5") decide;
/// the same number under both ("12", "1 234"), and what is no number, says nothing.
class NumberWitness {
  public:
    void hear(std::string_view cell);
    NumberEvidence evidence() const;

  private:
    /// Its mark is the first told, also where another cell contradicts it.
    NumberEvidence m_heard;
    std::string m_inDoubt;
};

NumberEvidence decimalMarkOf(std::span<const std::string> cells);

/// "1.234,5" with Comma → 1234.5. Thousands stand in groups of three, set off by the other mark, by blanks
/// (also those that do not break) or not at all; a number with an exponent ("1e-07") has no groups; blanks
/// around it are nothing. Errors: nothing when the whole text is no finite number so written ("-", "x", "",
/// "1.23" with Comma).
std::optional<double> parseNumber(std::string_view text, DecimalMark mark);

/// A hundred times a share, to fifteen digits: what was meant, without the noise binary adds to 100 · 0.57.
double hundredTimes(double share);

/// The shortest decimal that reads back the same, with this mark and without groups. A lone "1.234", which
/// the other mark would make 1234, comes as "1.2340", so that it can be taken for nothing else. Errors: ""
/// for what is not finite.
std::string unmistakableText(double number, DecimalMark mark);

}  // namespace layers
