// SPDX-License-Identifier: Apache-2.0
// Registered places of every kind: those the pack has, and illustrative ones beside them.
#pragma once

#include <string>
#include <vector>

#include "sample-data/generator/faults.hpp"
#include "sample-data/generator/site_ground.hpp"

namespace sample {

struct SampleSite {
    std::string id;
    std::string name;
    /// Place in PackFacts::newCommunes: under the point, and as the register has it.
    std::size_t commune = 0;
    std::size_t declared = 0;
    /// On the plane of the pack's CRS.
    geo::Coordinate at;
    bool isVerified = false;
    double area_ha = 0;
    /// Of a hydropower plant; empty when not known.
    std::string capacity_mw;
    /// Models only: `I` … `X`, and the words of the stage.
    std::string sector;
    std::string stage;
};

struct Sites {
    std::vector<SampleSite> clusters;
    std::vector<SampleSite> landfills;
    std::vector<SampleSite> mines;
    std::vector<SampleSite> hydropower;
    std::vector<SampleSite> models;
    /// The model beside a border, and where somebody stood who took it for another commune's; only with
    /// faults.
    std::vector<geo::Coordinate> acrossFromLastModel;
    /// Data row of the landfill that is declared in the wrong commune; 0 without faults.
    std::int64_t misdeclaredLandfill = 0;
};

inline constexpr const char* illustrative = "minh họa";
inline constexpr const char* verified = "verified";

/// What a column about the position says.
inline std::string positionStatus(const SampleSite& site) {
    return site.isVerified ? verified : illustrative;
}

struct SiteMaking {
    const PackFacts& facts;
    const ThemeFacts& themes;
    const SiteGround& ground;
    const Waters& waters;
    std::uint64_t seed = 0;
    bool plantsFaults = true;
};

/// Errors: BadData `sample.no-room` (code) when a commune has no place clear of its borders.
Sites makeSites(const SiteMaking& making);

}  // namespace sample
