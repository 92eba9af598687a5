// SPDX-License-Identifier: Apache-2.0
// `import`: brings source files into the workspace as new versions, with everything found on the way.
#pragma once

#include <filesystem>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "app/jobs/outcome.hpp"
#include "geo/base/date.hpp"
#include "geo/base/progress.hpp"
#include "geo/crs/crs.hpp"
#include "layers/files/import_profile.hpp"
#include "layers/indicators/share_reading.hpp"
#include "layers/model/kinds.hpp"
#include "layers/model/layer_record.hpp"
#include "layers/store/run_record.hpp"
#include "layers/text/encoding.hpp"
#include "layers/text/number_text.hpp"

namespace app {

struct ImportRequest {
    std::vector<std::filesystem::path> files;
    layers::Kind kind = layers::Kind::Layer;
    std::string layerName;
    std::optional<geo::Crs> crs;
    layers::Encoding encoding = layers::Encoding::Auto;
    /// How numbers are written; nothing: as the file's own cells say.
    std::optional<layers::DecimalMark> decimal;
    /// When the unit codes of the file were valid; else the day it describes, else the newest units.
    std::optional<geo::Date> epoch;
    /// The day the file describes; forest, outfalls and models must say it.
    std::optional<geo::Date> asOf;
    layers::Release release = layers::Release::Draft;
    std::string document;
    /// The day of the codes holds even where rows are units of another time only.
    bool isEpochAccepted = false;
    /// What shares are written as: of targets, and of numerators that are shares of their denominators;
    /// nothing: as the file as a whole shows.
    std::optional<layers::ShareReading> share;
    /// What an office calls our columns.
    std::optional<layers::ImportProfile> profile = {};
    /// Reads and checks everything, keeps nothing.
    bool dryRun = false;
};

/// The names of the files an import run brought in.
std::set<std::string> importedFiles(const layers::RunRecord& run);

/// All files in one transaction: every one of them is stored, or none. A file that came before and is read in
/// the same way is left as it is; of one that takes the place of another the difference is told.
/// Findings: repaired, empty and unusable shapes, by row; units unknown that day or under another name; areas
/// that
///           contradict the official ones; overlaps of plots.
/// Refused, with every row named: a table whose rows contradict the day of its codes (`import.mis-join`).
/// Errors: those of layers::LayerSource; BadData `import.column-missing`, `crs.off-province`,
/// `crs.contradicted`
///         and those of refuseWithoutCrs(); Usage `import.as-of-missing`; each with context `import.reading`.
Outcome importFiles(const Project& project, const ImportRequest& request, geo::Progress& progress);

}  // namespace app
