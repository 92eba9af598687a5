// SPDX-License-Identifier: Apache-2.0
// The national forest inventory's record of a plot.
#pragma once

#include <cstdint>
#include <vector>

#include "geo/crs/transform.hpp"
#include "layers/model/feature.hpp"
#include "layers/model/schema.hpp"
#include "sample-data/generator/planter.hpp"

namespace sample {

/// Fields in the order and of the types of the inventory's own table; commune codes are numbers there, so
/// their leading zeros are lost. Source: the inventory's table as Lào Cai publishes it.
const layers::Schema& inventorySchema();

class Inventory {
  public:
    Inventory(const PackFacts& facts, std::uint64_t seed);

    /// Fills the values of a plot; fields whose code lists are not known stay empty, and no person is named.
    void record(const Plot& plot, const Planting& planting, std::vector<layers::Value>& values);
    /// For a record entered twice: everything stays but its running number.
    void renumber(std::vector<layers::Value>& values);

  private:
    void recordPlace(const Plot& plot, std::vector<layers::Value>& values);
    void recordForest(const Planting& planting, std::vector<layers::Value>& values);
    void recordStock(const Planting& planting, std::vector<layers::Value>& values);
    void recordOwner(const Planting& planting, std::vector<layers::Value>& values);

    struct PlaceNames {
        double communeNumber = 0;
        std::string communeName;
        std::int64_t districtNumber = 0;
        std::string districtName;
    };

    const PackFacts& m_facts;
    std::vector<PlaceNames> m_places;
    std::int64_t m_provinceNumber = 0;
    std::string m_provinceName;
    geo::Transform m_toLonLat;
    Random m_random;
    std::int64_t m_recorded = 0;
};

}  // namespace sample
