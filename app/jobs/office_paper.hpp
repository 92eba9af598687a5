// SPDX-License-Identifier: Apache-2.0
// Paper an office signs: its size, the words every one bears, and how its pages become a file.
#pragma once

#include <filesystem>
#include <functional>
#include <string>

#include "app/words/catalogue.hpp"
#include "geo/base/date.hpp"
#include "styles/map/minutes_pages.hpp"
#include "styles/paint/qt_canvas.hpp"

namespace app {

/// A4 at 150 dots an inch, as pages of maps have it.
inline constexpr styles::SizePx a4Upright{1240, 1754};
inline constexpr double paperDotsPerInch = 150;

/// Country, motto, the hint where to sign and the line with the page's number.
/// Source: Decree 30/2020/NĐ-CP, annex I: the motto's words parted by hyphens with spaces.
void addOfficeWords(styles::MinutesText& text, const Catalogue& words);

struct PaperFile {
    std::filesystem::path out;
    std::string title;
    geo::Date asOf;
};

/// Before each page the progress is told how many are done of how many.
/// Errors: those of styles::minutesPages() and styles::paintPages(), and what the progress throws.
void paintOfficePaper(const PaperFile& file, const styles::MinutesSheet& sheet,
                      const styles::PaintSession& session,
                      const std::function<void(std::size_t done, std::size_t all)>& onPage);

}  // namespace app
