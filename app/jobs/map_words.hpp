// SPDX-License-Identifier: Apache-2.0
// The words of a map in the reader's language.
#pragma once

#include <string>
#include <vector>

#include "app/words/catalogue.hpp"
#include "layers/indicators/forest_cover.hpp"
#include "layers/indicators/observation.hpp"
#include "layers/indicators/targets.hpp"
#include "layers/model/layer_record.hpp"
#include "styles/map/map_sheet.hpp"

namespace app {

struct MapFacts {
    const styles::Theme& theme;
    /// One of the figures shown: they share method, day, release and source.
    const layers::Observation& sample;
    /// The whole province by the same method.
    const layers::Observation& province;
    layers::Targets targets;
    layers::RubberRule rubber = layers::RubberRule::Rule;
    /// Where the borders come from.
    layers::SourceRecord borders;
};

styles::MapText mapText(const MapFacts& facts, const Catalogue& words);

/// `dưới 35%`, `từ 35% đến dưới 45%`, `từ 65% trở lên`.
std::vector<std::string> classLabels(const styles::Theme& theme, const Catalogue& words);

}  // namespace app
