// SPDX-License-Identifier: Apache-2.0
// What the text of an option means; text that means nothing is a usage error naming what would.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/jobs/compute.hpp"
#include "app/jobs/map_grid.hpp"
#include "geo/base/error.hpp"
#include "geo/shape/extent.hpp"
#include "layers/indicators/share_reading.hpp"
#include "layers/model/kinds.hpp"
#include "layers/model/layer_record.hpp"
#include "layers/text/encoding.hpp"
#include "layers/text/number_text.hpp"
#include "styles/map/picture.hpp"
#include "styles/theme/classing.hpp"

namespace app {

/// Nothing for the empty text.
/// Errors: Usage `usage.word-unknown` (option, word, known).
template <class Parse>
auto readWord(const std::string& word, const std::string& option, Parse parse, const std::string& known)
    -> decltype(parse(word)) {
    if (word.empty()) return std::nullopt;
    if (const auto meaning = parse(word)) return meaning;
    throw geo::Error(geo::ErrorKind::Usage, "usage.word-unknown",
                     {{"option", option}, {"word", word}, {"known", known}});
}

layers::Kind readKind(const std::string& word);
layers::Encoding readEncoding(const std::string& word);
layers::Release readRelease(const std::string& word);
/// `comma` or `point`; nothing for the empty text.
std::optional<layers::DecimalMark> readDecimal(const std::string& word);

/// `ratio` or `percent`; nothing for the empty text.
std::optional<layers::ShareReading> readShare(const std::string& word);

/// `commune`, `district@2024`, `commune@2025-07-01`, `basin`.
void readBy(const std::string& text, ComputeRequest& request);
int readYear(const std::string& text, const std::string& option = "--period");
/// `1280x800`, in pixels.
styles::SizePx readSize(const std::string& text);
/// Dots an inch of pages.
inline constexpr double pageResolution = 150;
/// `a4` or `a3`, `landscape` (where nothing is said) or `portrait`.
styles::SizePx readPage(const std::string& word, const std::string& orientation);
/// `vn2000`, `graticule` or `none`; nothing for the empty text.
std::optional<GridKind> readGrid(const std::string& word);
/// `natural:5`, `manual:35,45,55`.
styles::Classing readClasses(const std::string& text);
/// `2021-2025` or `2021,2023,2025`: rising, at least two and at most twelve.
std::vector<int> readYears(const std::string& text);
/// `minX,minY,maxX,maxY` in the workspace's CRS.
geo::Extent readExtent(const std::string& text);

}  // namespace app
