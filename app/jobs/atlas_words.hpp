// SPDX-License-Identifier: Apache-2.0
// The words of an atlas: a unit's title, figure and table, the rows of the index.
#pragma once

#include <cstdint>
#include <string>

#include "app/words/catalogue.hpp"
#include "layers/indicators/observation.hpp"
#include "layers/indicators/targets.hpp"
#include "styles/map/index_page.hpp"
#include "styles/map/map_sheet.hpp"

namespace app {

struct AtlasFacts {
    const styles::MapUnit& unit;
    /// Nothing where nobody counted for the unit.
    const layers::Observation* figure = nullptr;
    /// Nothing where none was assigned to it.
    const layers::Target* target = nullptr;
    const styles::Theme& theme;
};

/// Puts the unit's name before the title, its figure in the place of the province's, and its table below.
void writeUnit(styles::MapText& text, const AtlasFacts& facts, const Catalogue& words);

std::string pageLine(std::int64_t page, std::int64_t pages, const Catalogue& words);

styles::IndexRow indexHead(const Catalogue& words);
styles::IndexRow indexRow(const AtlasFacts& facts, std::size_t page, const Catalogue& words);

}  // namespace app
