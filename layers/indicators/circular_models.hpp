// SPDX-License-Identifier: Apache-2.0
// Circular-economy models counted by unit, sector and stage.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "layers/checks/finding.hpp"
#include "layers/indicators/ledger.hpp"
#include "layers/model/site.hpp"
#include "layers/model/table.hpp"

namespace layers {

/// Sectors as the plan's annex numbers them: `I` … `X`.
std::span<const std::string_view> modelSectors();
/// `planned`, `building`, `operating`, `stopped`, in the order of a model's life.
std::span<const std::string_view> modelStages();

/// A sector's number and what the plan calls it.
struct SectorName {
    std::string sector;
    std::string name;
};

/// Reads `roman,name_vi`. Errors: BadData `table.column-missing` (column), `table.value-invalid` (row,
/// column, text).
std::vector<SectorName> sectorNamesFromTable(const Table& table);

/// `IX`, `ix.`, `9`, `Lĩnh vực IX`, `IX - Quản lý chất thải` or the sector's name, without regard to case and
/// accents. Returns: one of modelSectors(), or nothing.
std::optional<std::string> sectorWritten(std::string_view text, std::span<const SectorName> names = {});

/// `dự kiến`, `đang xây dựng`, `đang hoạt động`, `dừng hoạt động` and their like, or the stage itself.
/// Returns: one of modelStages(), or nothing.
std::optional<std::string> stageWritten(std::string_view text);

struct ModelCount {
    std::string unitCode;
    /// Empty where the model names none that is known.
    std::string sector;
    std::string stage;
    std::int64_t count = 0;
    bool operator==(const ModelCount&) const = default;
};

struct ModelTally {
    /// By unit, then sector and stage in their order, the unknown last.
    std::vector<ModelCount> counts;
    /// Rows only.
    Ledger ledger;
    std::vector<Finding> findings;
};

/// Counts sites of Kind::Models; of those with one identifier the first counts.
/// unitOf: the code of the unit a site counts for; empty: outside all units, lost.
/// Findings: `model.repeated` (id, name, first_row), `model.sector-unknown` (id, name, sector),
/// `model.stage-unknown`
///           (id, name, stage), `model.outside` (id, name).
ModelTally countModels(std::span<const Site> sites, const std::function<std::string(const Site&)>& unitOf);

/// How an observation names the share of a unit it counts: `sector=IX stage=operating`; an empty word is left
/// out.
std::string modelPart(std::string_view sector, std::string_view stage);

}  // namespace layers
