// SPDX-License-Identifier: Apache-2.0
// Outfalls along the rivers, with the water they carry.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sample-data/generator/site_ground.hpp"

namespace sample {

/// Volumes in tenths of a cubic metre a day: what the table shows is all there is.
struct SampleOutfall {
    std::string id;
    std::string name;
    std::string category;
    bool isInPlan = true;
    std::size_t commune = 0;
    std::size_t district = 0;
    geo::Coordinate lonLat;
    std::int64_t discharged = 0;
    /// Nothing where nobody measured.
    std::optional<std::int64_t> treated;
    std::string standard;
    std::string river;
    /// Nothing when no reach is near enough.
    std::optional<std::size_t> reach;
    std::optional<std::size_t> basin;
};

struct OutfallMaking {
    const PackFacts& facts;
    const Territory& territory;
    const SiteGround& ground;
    const Waters& waters;
    std::uint64_t seed = 0;
    bool plantsFaults = true;
};

/// Within 2 km of a reach of the sub-basin they stand in, with no doubt which; the last one, when faults are
/// planted, farther than 8 km from any.
std::vector<SampleOutfall> makeOutfalls(const OutfallMaking& making);

}  // namespace sample
