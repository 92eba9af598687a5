// SPDX-License-Identifier: Apache-2.0
// What truth.json says of everything beside forest.
#pragma once

#include "sample-data/generator/faults.hpp"
#include "sample-data/generator/json_text.hpp"
#include "sample-data/generator/themes.hpp"

namespace sample {

/// `wastewater`: whole litres a day of the outfalls that are in the plan and measured, by unit, basin and
/// reach.
void writeWastewaterTruth(JsonText& json, const PackFacts& facts, const ThemeContents& contents);

/// `waste`: for every indicator and year the terms of each unit of its own epoch, and summed for present
/// communes, former districts and the province; null where fewer than half of the parts are known or a part
/// belongs to several units. `energy`: the province's terms.
void writeReportedTruth(JsonText& json, const PackFacts& facts, const ThemeContents& contents);

/// `models`, `sites`, `targets`, `visits` and `faults`.
void writeSiteTruth(JsonText& json, const PackFacts& facts, const ThemeContents& contents,
                    const PlantedFaults& faults);

}  // namespace sample
