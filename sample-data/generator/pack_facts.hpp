// SPDX-License-Identifier: Apache-2.0
// What a province pack says that a sample is made from.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "geo/base/date.hpp"
#include "geo/base/quantities.hpp"
#include "geo/crs/crs.hpp"
#include "geo/shape/coordinate.hpp"
#include "layers/model/table.hpp"

namespace sample {

struct UnitFact {
    std::string code;
    std::string name;
    std::optional<geo::Hectares> officialArea;
    std::optional<geo::Coordinate> pointLonLat;
};

/// By its name: thị trấn and phường are small and built up.
bool isTown(const UnitFact& unit);

/// A row of lineage: what one old commune gave to one new commune. The numbers are places in PackFacts'
/// lists.
struct PartFact {
    std::size_t oldCommune = 0;
    std::size_t district = 0;
    std::size_t newCommune = 0;
    double share = 1;
};

struct ForestCodeFact {
    int code = 0;
    std::string symbol;
    bool counts = false;
};

struct PackFacts {
    geo::Crs crs;
    UnitFact province;
    /// Each list in the order of its codes.
    std::vector<UnitFact> newCommunes;
    std::vector<UnitFact> oldCommunes;
    std::vector<UnitFact> districts;
    std::vector<PartFact> parts;
    geo::Date reformedOn;
    std::vector<geo::Coordinate> outlineLonLat;
    std::vector<ForestCodeFact> forestCodes;
    /// As written in the species field; the first is used.
    std::vector<std::string> rubberNames;
    /// Published percentages by unit code, the latest of each.
    std::map<std::string, double> publishedCover_percent;
    std::map<std::string, geo::Hectares> publishedForest;
    layers::Table lineage;
};

/// Errors: NotFound `sample.pack-missing` (path); BadData `sample.column-missing` (file, column),
///         `sample.value-invalid` (file, row, column, value), `sample.crs-missing` (file),
///         `sample.unit-missing` (file, code), `sample.pack-too-small` (file, needed).
PackFacts readPackFacts(const std::filesystem::path& packFolder);

}  // namespace sample
