// SPDX-License-Identifier: Apache-2.0
// The order in which a sample comes to be: land, unit files, plots, themes, truth.
#include "sample-data/generator/sample.hpp"

#include <string>
#include <system_error>

#include "geo/base/error.hpp"
#include "sample-data/generator/crossing_plots.hpp"
#include "sample-data/generator/forest_files.hpp"
#include "sample-data/generator/nested_plots.hpp"
#include "sample-data/generator/themes.hpp"
#include "sample-data/generator/truth.hpp"
#include "sample-data/generator/unit_files.hpp"
#include "sample-data/generator/vietnamese_text.hpp"

namespace sample {
namespace {

constexpr std::int64_t mostPlotsInShapefiles = 1'000'000;

void makeFolder(const std::filesystem::path& folder) {
    std::error_code failure;
    std::filesystem::create_directories(folder, failure);
    if (failure || !std::filesystem::is_directory(folder)) {
        throw geo::Error(geo::ErrorKind::Refused, "sample.folder-not-made", {{"path", folder.string()}});
    }
}

void requirePlots(const SampleRequest& request, const PackFacts& facts) {
    const auto needed = static_cast<std::int64_t>(facts.parts.size());
    if (request.plots >= needed) return;
    throw geo::Error(geo::ErrorKind::Usage, "sample.too-few-plots",
                     {{"plots", request.plots}, {"needed", needed}});
}

void append(SampleResult& result, const std::vector<std::filesystem::path>& files) {
    result.files.insert(result.files.end(), files.begin(), files.end());
}

std::vector<double> partAreas_ha(const PackFacts& facts, const Territory& territory) {
    std::vector<double> areas_ha;
    for (std::size_t part = 0; part < facts.parts.size(); ++part) {
        areas_ha.push_back(geo::toHectares(geo::SquareMetres{territory.partArea_m2(part)}).value);
    }
    return areas_ha;
}

std::filesystem::path writeTruth(const Truth& truth, const Truth::Surroundings& surroundings) {
    const std::filesystem::path target = surroundings.request.targetFolder / "truth.json";
    writeText(target, truth.json(surroundings));
    return target;
}

}  // namespace

SampleResult makeSample(const SampleRequest& request, geo::Progress& progress) {
    const PackFacts facts = readPackFacts(request.packFolder);
    requirePlots(request, facts);
    makeFolder(request.targetFolder);
    const Territory territory = Territory::make(facts, request.seed, progress);
    SampleResult result;
    append(result, writeUnitFiles(facts, territory, request.targetFolder, progress));

    Truth truth(facts);
    ForestWriter forest(facts, territory, request, truth);
    const bool isOneFile = request.crossing || request.plots > mostPlotsInShapefiles;
    append(result, isOneFile ? forest.writeOneFile(progress) : forest.writeByDistrict(progress));
    result.plots = forest.plotCount();
    result.selfCrossingPlots = forest.selfCrossingCount();

    PlantedFaults faults = forest.faults();
    const Themes themes(
        {facts, territory, truth.coverOfCommunes_percent(), request.seed, request.plantsFaults},
        request.packFolder, progress);
    append(result, themes.write(request.targetFolder, faults, progress));
    result.files.push_back(
        writeTruth(truth, {request, result, partAreas_ha(facts, territory), themes.contents(), faults}));
    return result;
}

}  // namespace sample
