// SPDX-License-Identifier: Apache-2.0
// A registered place: an industrial cluster, a landfill, a mine, a hydropower plant, a circular-economy
// model.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "geo/shape/coordinate.hpp"
#include "layers/model/kinds.hpp"

namespace layers {

struct Site {
    Kind kind = Kind::Landfills;
    std::string id;
    std::string name;
    /// In the workspace's CRS; nothing where no position is known.
    std::optional<geo::Coordinate> at;
    /// The commune it is registered in, as the register of units knows it; empty when it is not declared.
    std::string communeCode;
    std::string communeName;
    /// Sector of Annex II (`I` … `X`) and stage (`planned`, `building`, `operating`, `stopped`); models only.
    std::string sector;
    std::string stage;
    /// `verified`, `illustrative` or as the source has it.
    std::string positionStatus;
    std::int64_t row = 0;
    bool operator==(const Site&) const = default;
};

}  // namespace layers
