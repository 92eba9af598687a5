// SPDX-License-Identifier: Apache-2.0
// Breaks text greedily, as a typewriter would.
#include "styles/map/words.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace styles {
namespace {

std::vector<std::string> wordsOf(std::string_view text) {
    std::vector<std::string> words(1);
    for (const char letter : text) {
        const bool isSpace = letter == ' ' || letter == '\n';
        if (!isSpace) words.back() += letter;
        if (isSpace && !words.back().empty()) words.emplace_back();
    }
    if (words.back().empty()) words.pop_back();
    return words;
}

bool continuesLetter(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U; }

std::vector<std::string> brokenWord(const std::string& word, double width, const TextStyle& style,
                                    const TextMeasure& measure) {
    std::vector<std::string> pieces(1);
    for (std::size_t i = 0; i < word.size();) {
        std::size_t end = i + 1;
        while (end < word.size() && continuesLetter(word[end])) ++end;
        const std::string letter = word.substr(i, end - i);
        const bool full = measure.measure(pieces.back() + letter, style).width > width;
        if (full && !pieces.back().empty()) pieces.emplace_back();
        pieces.back() += letter;
        i = end;
    }
    return pieces;
}

}  // namespace

std::vector<std::string> wrapped(std::string_view text, double width, const TextStyle& style,
                                 const TextMeasure& measure) {
    const auto fits = [&](const std::string& line) { return measure.measure(line, style).width <= width; };
    std::vector<std::string> lines;
    for (const std::string& word : wordsOf(text)) {
        if (!lines.empty() && fits(lines.back() + " " + word)) {
            lines.back() += " " + word;
            continue;
        }
        if (fits(word)) {
            lines.push_back(word);
            continue;
        }
        std::ranges::move(brokenWord(word, width, style, measure), std::back_inserter(lines));
    }
    return lines;
}

std::vector<std::string> inTwoLines(const std::string& name, const TextStyle& style,
                                    const TextMeasure& measure) {
    std::vector<std::string> best{name};
    double bestWidth = measure.measure(name, style).width;
    for (std::size_t space = name.find(' '); space != std::string::npos; space = name.find(' ', space + 1)) {
        std::vector<std::string> lines{name.substr(0, space), name.substr(space + 1)};
        const double width =
            std::max(measure.measure(lines[0], style).width, measure.measure(lines[1], style).width);
        if (width >= bestWidth) continue;
        bestWidth = width;
        best = std::move(lines);
    }
    return best;
}

}  // namespace styles
