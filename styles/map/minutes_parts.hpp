// SPDX-License-Identifier: Apache-2.0
// What minutes are made of: pieces as wide as the page, each to be kept whole.
#pragma once

#include <vector>

#include "styles/map/minutes_pages.hpp"

namespace styles {

/// How wide pieces are, and a point of type (1/72 inch) in pixels.
struct MinutesRoom {
    double width = 0;
    double point = 1;
};

/// Who writes for whom, side by side; empty where neither is said.
Sketch minutesHead(const MinutesText& text, const TextMeasure& measure, MinutesRoom room);

/// Title and subtitle in the middle.
Sketch minutesTitle(const MinutesText& text, const TextMeasure& measure, MinutesRoom room);

/// The head of a part.
Sketch minutesSubhead(const std::string& words, const TextMeasure& measure, MinutesRoom room);

/// A line of text each, labels in a column of their own.
std::vector<Sketch> factLines(const std::vector<FigureRow>& facts, const TextMeasure& measure, MinutesRoom room);

/// A head with the verdict at its end, then its facts: a line of text each.
std::vector<Sketch> entryLines(const MinutesEntry& entry, const TextMeasure& measure, MinutesRoom room);

/// Marks and their meanings beside one another, in as many rows as they need.
Sketch minutesLegend(const std::vector<MinutesMark>& legend, const TextMeasure& measure, MinutesRoom room);

/// Rules to write on.
Sketch blankLines(const BlankLines& blank, const TextMeasure& measure, MinutesRoom room);

/// Paragraphs in quiet letters, a line each.
std::vector<Sketch> noteLines(const std::vector<std::string>& notes, const TextMeasure& measure, MinutesRoom room);

/// Place and day, then who signs, with room to do so.
Sketch signatures(const MinutesText& text, const TextMeasure& measure, MinutesRoom room);

/// Source on the left, the page's number on the right.
Sketch minutesFoot(const std::string& source, const std::string& page, const TextMeasure& measure, MinutesRoom room);

}  // namespace styles
