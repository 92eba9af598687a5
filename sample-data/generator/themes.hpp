// SPDX-License-Identifier: Apache-2.0
// Everything of a sample beside units and forest.
#pragma once

#include <filesystem>
#include <vector>

#include "sample-data/generator/field_work.hpp"
#include "sample-data/generator/outfalls.hpp"
#include "sample-data/generator/reported_files.hpp"

namespace sample {

struct ThemeContents {
    Waters waters;
    std::vector<std::string> sectors;
    Sites sites;
    std::vector<SampleOutfall> outfalls;
    Reported reported;
    std::vector<AssignedTarget> targets;
    FieldWork fieldWork;
};

struct ThemeMaking {
    const PackFacts& facts;
    const Territory& territory;
    /// Of each present commune, for the targets assigned.
    std::vector<double> cover_percent;
    std::uint64_t seed = 0;
    bool plantsFaults = true;
};

/// Makes and writes rivers, sites, outfalls, reported figures, targets and field work.
/// Steps:  `sample.routing-rivers`, `sample.placing-sites`, and those of writeLayers().
/// Errors: those of readThemeFacts(), makeSites() and the writers.
class Themes {
  public:
    Themes(const ThemeMaking& making, const std::filesystem::path& packFolder, geo::Progress& progress);

    const ThemeContents& contents() const { return m_contents; }
    std::vector<std::filesystem::path> write(const std::filesystem::path& folder, PlantedFaults& faults,
                                             geo::Progress& progress) const;

  private:
    ThemeMaking m_making;
    ThemeFacts m_themes;
    SiteGround m_ground;
    ThemeContents m_contents;
};

}  // namespace sample
