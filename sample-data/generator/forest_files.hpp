// SPDX-License-Identifier: Apache-2.0
// Forest plots as the forest service hands them over.
#pragma once

#include <cstdint>
#include <filesystem>
#include <vector>

#include "geo/base/progress.hpp"
#include "layers/model/feature_stream.hpp"
#include "sample-data/generator/crossing_plots.hpp"
#include "sample-data/generator/forest_faults.hpp"
#include "sample-data/generator/inventory.hpp"
#include "sample-data/generator/nested_plots.hpp"
#include "sample-data/generator/truth.hpp"

namespace sample {

/// Plants plots on their way to the files and counts them in the truth.
class ForestWriter {
  public:
    ForestWriter(const PackFacts& facts, const Territory& territory, const SampleRequest& request,
                 Truth& truth);

    /// `rung_HUYEN_Y.shp` for each former district, TCVN3 without .cpg; plots nest in old communes.
    std::vector<std::filesystem::path> writeByDistrict(geo::Progress& progress);
    /// `rung_Y.gpkg`, UTF-8; plots nest, or cross borders when that was asked.
    std::vector<std::filesystem::path> writeOneFile(geo::Progress& progress);

    std::int64_t plotCount() const { return m_plotCount; }
    std::int64_t selfCrossingCount() const { return m_selfCrossingCount; }
    /// Only in files by district: the one file is for load.
    const PlantedFaults& faults() const { return m_faults.planted(); }

  private:
    std::vector<std::size_t> partsOf(std::size_t district) const;
    void plant(Plot& plot, layers::Feature& feature);
    /// A stream over plots from a source with `bool next(Plot&)`.
    template <class Source>
    layers::FeatureStream planted(Source& source, std::int64_t count, geo::Progress& progress);
    std::vector<std::filesystem::path> write(const std::string& name, layers::FeatureStream features,
                                             const std::string& extension, geo::Progress& progress) const;

    const PackFacts& m_facts;
    const Territory& m_territory;
    const SampleRequest& m_request;
    Truth& m_truth;
    Planter m_planter;
    Inventory m_inventory;
    std::int64_t m_plotCount = 0;
    std::int64_t m_selfCrossingCount = 0;
    ForestFaults m_faults;
};

}  // namespace sample
