// SPDX-License-Identifier: Apache-2.0
// Marks, groups of three and what they prove.
#include "layers/text/number_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace layers {
namespace {

// A blank, the blank that does not break, its narrow sister and the thin blank.
constexpr std::array<std::string_view, 4> blanks{" ", "\xC2\xA0", "\xE2\x80\xAF", "\xE2\x80\x89"};
constexpr std::string_view minusSign = "\xE2\x88\x92";

std::size_t blankAt(std::string_view text) {
    for (const std::string_view blank : blanks) {
        if (text.starts_with(blank)) return blank.size();
    }
    return 0;
}

std::size_t blankBeforeEnd(std::string_view text) {
    for (const std::string_view blank : blanks) {
        if (text.ends_with(blank)) return blank.size();
    }
    return 0;
}

std::string_view trimmed(std::string_view text) {
    while (const std::size_t length = blankAt(text)) text.remove_prefix(length);
    while (const std::size_t length = blankBeforeEnd(text)) text.remove_suffix(length);
    return text;
}

bool isDigit(char letter) { return letter >= '0' && letter <= '9'; }

/// Takes a number apart from left to right and leaves it as plain decimal text.
class NumberReader {
  public:
    NumberReader(std::string_view text, DecimalMark mark)
        : m_text(trimmed(text)),
          m_decimal(mark == DecimalMark::Point ? '.' : ','),
          m_thousands(mark == DecimalMark::Point ? ',' : '.') {}

    /// Digits with a point, as std::from_chars reads them; nothing when it is no number.
    std::optional<std::string> plain() {
        takeSign();
        const bool hasWhole = takeWhole();
        const bool hasFraction = takeFraction();
        if (!hasWhole && !hasFraction) return std::nullopt;
        if (!takeExponent() || !m_text.empty()) return std::nullopt;
        return m_plain;
    }

  private:
    void takeSign() {
        const std::size_t minus = m_text.starts_with('-')         ? 1
                                  : m_text.starts_with(minusSign) ? minusSign.size()
                                                                  : 0;
        if (minus > 0) m_plain += '-';
        m_text.remove_prefix(m_text.starts_with('+') ? 1 : minus);
    }

    std::size_t takeDigits() {
        std::size_t count = 0;
        while (count < m_text.size() && isDigit(m_text[count])) ++count;
        m_plain += m_text.substr(0, count);
        m_text.remove_prefix(count);
        return count;
    }

    bool takeWhole() {
        const bool startsWithZero = m_text.starts_with('0');
        const std::size_t digits = takeDigits();
        // Nobody writes thousands of nothing: in "0.125" the mark can only be the decimal one.
        if (digits > 0 && digits <= 3 && !startsWithZero) takeGroups();
        return digits > 0;
    }

    std::string_view groupMark() const {
        if (m_text.starts_with(m_thousands)) return m_text.substr(0, 1);
        return m_text.substr(0, blankAt(m_text));
    }

    void takeGroups() {
        const std::string_view mark = groupMark();
        while (!mark.empty() && m_text.starts_with(mark) && isGroup(m_text.substr(mark.size()))) {
            m_text.remove_prefix(mark.size());
            takeDigits();
            m_isGrouped = true;
        }
    }

    static bool isGroup(std::string_view text) {
        const bool hasThree = text.size() >= 3 && std::ranges::all_of(text.substr(0, 3), isDigit);
        return hasThree && (text.size() == 3 || !isDigit(text[3]));
    }

    bool takeFraction() {
        const bool hasDigits = m_text.size() > 1 && isDigit(m_text[1]);
        if (!m_text.starts_with(m_decimal) || !hasDigits) return false;
        m_text.remove_prefix(1);
        m_plain += '.';
        return takeDigits() > 0;
    }

    /// False for an exponent that is none, or that follows groups.
    bool takeExponent() {
        if (m_text.empty() || (m_text.front() != 'e' && m_text.front() != 'E')) return true;
        m_text.remove_prefix(1);
        m_plain += 'e';
        if (m_text.starts_with('-')) m_plain += '-';
        if (m_text.starts_with('-') || m_text.starts_with('+')) m_text.remove_prefix(1);
        return takeDigits() > 0 && !m_isGrouped;
    }

    std::string_view m_text;
    char m_decimal;
    char m_thousands;
    bool m_isGrouped = false;
    std::string m_plain;
};

enum class Saying { Nothing, Doubt, Point, Comma };

Saying sayingOf(std::string_view cell) {
    // Most cells: the same under both marks, and told without reading them twice.
    if (std::ranges::all_of(cell, isDigit)) return Saying::Nothing;
    const auto withPoint = parseNumber(cell, DecimalMark::Point);
    const auto withComma = parseNumber(cell, DecimalMark::Comma);
    if (withPoint == withComma) return Saying::Nothing;
    if (withPoint && withComma) return Saying::Doubt;
    return withPoint ? Saying::Point : Saying::Comma;
}

}  // namespace

void NumberWitness::hear(std::string_view cell) {
    const Saying saying = sayingOf(cell);
    if (saying == Saying::Nothing) return;
    if (saying == Saying::Doubt) {
        if (!m_heard.isNeeded) m_inDoubt = cell;
        m_heard.isNeeded = true;
        return;
    }
    const DecimalMark mark = saying == Saying::Point ? DecimalMark::Point : DecimalMark::Comma;
    const bool contradicts = m_heard.mark && *m_heard.mark != mark;
    if (!m_heard.mark || (contradicts && !m_heard.isContradicted)) m_heard.witness = cell;
    if (!m_heard.mark) m_heard.mark = mark;
    m_heard.isContradicted |= contradicts;
}

NumberEvidence NumberWitness::evidence() const {
    NumberEvidence evidence = m_heard;
    if (!evidence.mark) evidence.witness = m_inDoubt;
    if (evidence.isContradicted) evidence.mark.reset();
    return evidence;
}

NumberEvidence decimalMarkOf(std::span<const std::string> cells) {
    NumberWitness witness;
    for (const std::string& cell : cells) witness.hear(cell);
    return witness.evidence();
}

std::optional<double> parseNumber(std::string_view text, DecimalMark mark) {
    const auto plain = NumberReader(text, mark).plain();
    if (!plain) return std::nullopt;
    double number = 0;
    const auto [stop, fault] = std::from_chars(plain->data(), plain->data() + plain->size(), number);
    if (fault != std::errc{} || stop != plain->data() + plain->size() || !std::isfinite(number))
        return std::nullopt;
    return number;
}

std::string unmistakableText(double number, DecimalMark mark) {
    if (!std::isfinite(number)) return {};
    std::string text = fmt::format("{}", number);
    if (mark == DecimalMark::Comma) std::ranges::replace(text, '.', ',');
    if (sayingOf(text) == Saying::Doubt) text += '0';
    return text;
}

double hundredTimes(double share) {
    constexpr int digits = 15;
    std::array<char, 40> text{};
    const auto written = std::to_chars(text.data(), text.data() + text.size(), 100 * share,
                                       std::chars_format::general, digits);
    double number = 100 * share;
    std::from_chars(text.data(), written.ptr, number);
    return number;
}

}  // namespace layers
