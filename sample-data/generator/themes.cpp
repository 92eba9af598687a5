// SPDX-License-Identifier: Apache-2.0
// Rivers first, then what stands beside them.
#include "sample-data/generator/themes.hpp"

#include "sample-data/generator/outfall_file.hpp"
#include "sample-data/generator/site_files.hpp"
#include "sample-data/generator/water_files.hpp"

namespace sample {
namespace {

void append(std::vector<std::filesystem::path>& files, const std::vector<std::filesystem::path>& more) {
    files.insert(files.end(), more.begin(), more.end());
}

}  // namespace

Themes::Themes(const ThemeMaking& making, const std::filesystem::path& packFolder, geo::Progress& progress)
    : m_making(making), m_themes(readThemeFacts(packFolder)), m_ground(making.facts, making.territory) {
    const auto& [facts, territory, cover_percent, seed, plantsFaults] = m_making;
    progress.step("sample.routing-rivers");
    m_contents.waters = Waters::make(m_themes, facts, territory, seed);
    progress.step("sample.placing-sites");
    for (const SectorFact& sector : m_themes.sectors) m_contents.sectors.push_back(sector.number);
    const SiteMaking siteMaking{facts, m_themes, m_ground, m_contents.waters, seed, plantsFaults};
    m_contents.sites = makeSites(siteMaking);
    m_contents.outfalls = makeOutfalls({facts, territory, m_ground, m_contents.waters, seed, plantsFaults});
    m_contents.reported = makeReported(facts, seed, plantsFaults);
    m_contents.targets = assignTargets(facts, cover_percent, seed);
    m_contents.fieldWork = makeFieldWork(siteMaking, m_contents.sites);
}

std::vector<std::filesystem::path> Themes::write(const std::filesystem::path& folder, PlantedFaults& faults,
                                                 geo::Progress& progress) const {
    const PackFacts& facts = m_making.facts;
    const SiteMaking siteMaking{
        facts, m_themes, m_ground, m_contents.waters, m_making.seed, m_making.plantsFaults};
    auto files = writeWaterFiles(facts, m_making.territory, m_contents.waters, folder, progress);
    append(files, writeSiteFiles(siteMaking, m_contents.sites, folder, faults, progress));
    files.push_back(writeOutfallFile(facts, m_contents.outfalls, folder, faults));
    append(files, writeReportedFiles(facts, m_contents.reported, folder, faults));
    files.push_back(writeTargetFile(facts, m_contents.targets, folder));
    append(files, writeFieldFiles(facts, m_contents.fieldWork, folder, faults));
    return files;
}

}  // namespace sample
