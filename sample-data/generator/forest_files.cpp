// SPDX-License-Identifier: Apache-2.0
// Plots streamed from where they are drawn through the planter into the writer.
#include "sample-data/generator/forest_files.hpp"

#include <algorithm>
#include <numeric>

#include "layers/files/layer_writer.hpp"

namespace sample {
namespace {

// The status at the end of the year two before the reform: the last one decided under the old units.
constexpr int yearsBeforeReform = 2;
constexpr std::int64_t plotsBetweenReports = 4096;

int statusYear(const PackFacts& facts) { return facts.reformedOn.year - yearsBeforeReform; }

}  // namespace

ForestWriter::ForestWriter(const PackFacts& facts, const Territory& territory, const SampleRequest& request,
                           Truth& truth)
    : m_facts(facts),
      m_territory(territory),
      m_request(request),
      m_truth(truth),
      m_planter(facts, planCover(facts, territory, request.seed), territory, request.seed),
      m_inventory(facts, request.seed),
      m_faults(request.plantsFaults ? facts.districts.size() : 0) {}

std::vector<std::size_t> ForestWriter::partsOf(std::size_t district) const {
    std::vector<std::size_t> parts;
    for (std::size_t part = 0; part < m_facts.parts.size(); ++part) {
        if (m_facts.parts[part].district == district) parts.push_back(part);
    }
    std::ranges::stable_sort(parts, {}, [this](std::size_t part) { return m_facts.parts[part].oldCommune; });
    return parts;
}

void ForestWriter::plant(Plot& plot, layers::Feature& feature) {
    Planting planting = m_planter.plant(plot);
    m_faults.spoil(plot, planting);
    m_truth.count(plot, planting);
    m_inventory.record(plot, planting, feature.values);
    std::swap(feature.geometry, plot.geometry);
    m_faults.remember(feature);
}

template <class Source>
layers::FeatureStream ForestWriter::planted(Source& source, std::int64_t count, geo::Progress& progress) {
    layers::FeatureStream stream{inventorySchema(), m_facts.crs, geo::GeometryKind::Polygon, count, {}};
    stream.next = [this, &source, &progress, plot = Plot()](layers::Feature& feature) mutable {
        if (!source.next(plot)) {
            const bool isRepeated = m_faults.nextRepeated(m_inventory, feature);
            m_plotCount += isRepeated ? 1 : 0;
            return isRepeated;
        }
        plant(plot, feature);
        if (m_plotCount++ % plotsBetweenReports == 0) {
            progress.step("sample.planting", m_plotCount, m_request.plots);
        }
        return true;
    };
    return stream;
}

std::vector<std::filesystem::path> ForestWriter::write(const std::string& name,
                                                       layers::FeatureStream features,
                                                       const std::string& extension,
                                                       geo::Progress& progress) const {
    const auto encoding = extension == ".shp" ? layers::Encoding::Tcvn3 : layers::Encoding::Utf8;
    std::vector<layers::LayerToWrite> toWrite;
    toWrite.push_back({name, name, std::move(features), "", ""});
    return layers::writeLayers(m_request.targetFolder / (name + extension), std::move(toWrite),
                               {geo::lastDayOf(statusYear(m_facts)), encoding, {}}, progress);
}

std::vector<std::filesystem::path> ForestWriter::writeByDistrict(geo::Progress& progress) {
    // Plots entered twice are rows of the number asked for.
    const std::int64_t repeated = m_request.plantsFaults ? ForestFaults::repeatedPlots : 0;
    const auto counts = plotsByPart(m_territory, m_facts.parts.size(), m_request.plots - repeated);
    NestedPlots plots(m_territory, counts, m_request.seed);
    std::vector<std::filesystem::path> files;
    for (std::size_t district = 0; district < m_facts.districts.size(); ++district) {
        const auto parts = partsOf(district);
        std::int64_t count = 0;
        for (const std::size_t part : parts) count += counts[part];
        plots.begin(parts);
        const std::string name =
            "rung_" + m_facts.districts[district].code + "_" + std::to_string(statusYear(m_facts));
        count += m_faults.beginFile(name + ".shp", count);
        const auto written = write(name, planted(plots, count, progress), ".shp", progress);
        files.insert(files.end(), written.begin(), written.end());
    }
    return files;
}

std::vector<std::filesystem::path> ForestWriter::writeOneFile(geo::Progress& progress) {
    const std::string name = "rung_" + std::to_string(statusYear(m_facts));
    if (m_request.crossing) {
        CrossingPlots plots(m_territory, m_request.plots, m_request.seed);
        auto files = write(name, planted(plots, m_request.plots, progress), ".gpkg", progress);
        m_selfCrossingCount = plots.selfCrossingCount();
        return files;
    }
    const auto counts = plotsByPart(m_territory, m_facts.parts.size(), m_request.plots);
    NestedPlots plots(m_territory, counts, m_request.seed);
    std::vector<std::size_t> parts;
    for (std::size_t district = 0; district < m_facts.districts.size(); ++district) {
        for (const std::size_t part : partsOf(district)) parts.push_back(part);
    }
    plots.begin(std::move(parts));
    return write(name,
                 planted(plots, std::accumulate(counts.begin(), counts.end(), std::int64_t{0}), progress),
                 ".gpkg", progress);
}

}  // namespace sample
