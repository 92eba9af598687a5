// SPDX-License-Identifier: Apache-2.0
// What the files of one import share, and what each of them leaves behind.
#pragma once

#include <filesystem>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "app/jobs/import.hpp"
#include "geo/shape/extent.hpp"
#include "layers/checks/finding.hpp"
#include "layers/files/layer_source.hpp"
#include "layers/indicators/epoch_join.hpp"
#include "layers/indicators/ledger.hpp"
#include "layers/model/layer_record.hpp"
#include "layers/store/change.hpp"
#include "layers/store/workspace.hpp"
#include "layers/units/unit_register.hpp"

namespace app {

struct Intake {
    const ImportRequest& request;
    layers::Workspace& workspace;
    layers::Change& change;
    const layers::UnitRegister& units;
    geo::Progress& progress;
    Outcome& outcome;
    /// What was shown before any of the files came in.
    const Project& before;
};

/// One file as it was stored.
struct Stored {
    layers::LayerRecord record;
    std::vector<layers::Finding> findings = {};
    layers::Ledger ledger = {};
    /// Why none of the files may be kept.
    std::optional<geo::Message> refusal = {};
    /// Rows of a sheet that are no rows of its table, for people.
    std::vector<geo::Message> leftOut = {};
    /// The record is that of a version stored before: there was nothing to do.
    bool isUnchanged = false;
    std::vector<layers::TextSample> textSamples = {};
};

/// What will be known of a file's layer; id, schema and extent come when it is written.
layers::LayerRecord recordFor(const Intake& intake, const layers::LayerSource& source);

/// In what was told of how a layer was read: its day of codes holds against what rows say.
inline constexpr std::string_view epochAccepted = "epoch=accepted";

/// Joins rows by all that register, lineage, spellings and decisions say; the day each row describes, where rows
/// say one.
layers::TableJoin joinKeys(const Intake& intake, std::span<const layers::UnitKey> keys,
                           const std::optional<geo::Date>& describes,
                           std::span<const std::optional<geo::Date>> days = {});

/// Why a table that contradicts the day told is not kept; nothing where it does not, or somebody insisted.
std::optional<geo::Message> misJoinRefusal(const Intake& intake, const layers::TableJoin& join,
                                           const char* id);

/// When the unit codes of a file were valid: as told, else the day it describes, else the newest units.
geo::Date epochOf(const Intake& intake);

/// The systems these numbers could be in by their place alone, for a message that asks which.
std::string candidateList(const layers::Workspace& workspace, const geo::Extent& extent);

/// `crs.file-says-other`, `crs.not-in-file`: the CRS is the user's word, not the file's.
std::vector<layers::Finding> crsFindings(const layers::LayerSource& source, const ImportRequest& request);

/// The file's features, under the names the profile gives them.
layers::FeatureStream featuresOf(const Intake& intake, layers::LayerSource& source);

/// What opening the file did that a person should know.
std::vector<layers::Finding> openingFindings(const layers::LayerSource& source);

/// Opened as the request says.
/// Errors: those of layers::LayerSource; of a layer without a system those of refuseWithoutCrs().
layers::LayerSource openSource(const Intake& intake, const std::filesystem::path& file);

/// Keeps what the source knows of its text once all of it has been read.
void noteText(Stored& stored, const layers::LayerSource& source);

/// Polygons, lines and whatever else has a shape in every row.
Stored storeLayer(const Intake& intake, const std::filesystem::path& file);
/// Sites and outfalls: shapes, or rows with coordinates, or rows without a known position.
Stored storePlaces(const Intake& intake, const std::filesystem::path& file);
/// Indicators and targets: rows joined to units.
Stored storeRows(const Intake& intake, const std::filesystem::path& file);
void importLineage(const Intake& intake, const std::filesystem::path& file);

}  // namespace app
