// SPDX-License-Identifier: Apache-2.0
// `template`: an empty table that import reads without mapping.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "app/jobs/outcome.hpp"
#include "app/words/catalogue.hpp"
#include "geo/base/date.hpp"
#include "geo/base/progress.hpp"
#include "layers/model/kinds.hpp"

namespace app {

struct FormRequest {
    layers::Kind kind = layers::Kind::Indicators;
    std::filesystem::path out;
    /// Of the rows; `waste-rural` where nothing is said.
    std::string indicator;
    /// Year of the rows; nothing: left to be filled in.
    std::optional<int> period;
    /// The day whose communes are listed; nothing: the newest.
    std::optional<geo::Date> unitsOn;
};

/// An XLSX form with the heads import knows, lists to choose units of quantity and statuses from, and, for
/// figures and targets, one row a commune with code and name.
/// Errors: Usage `form.kind-without` (kind): for indicators, targets, outfalls, landfills and models only;
///         those of writeTable().
Outcome makeForm(const Project& project, const FormRequest& request, const Catalogue& words,
                 geo::Progress& progress);

}  // namespace app
