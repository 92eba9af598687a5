// SPDX-License-Identifier: Apache-2.0
// What a job did: rows of figures, findings, a ledger, files made and the project as it now stands.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "app/project/project.hpp"
#include "geo/base/message.hpp"
#include "layers/checks/finding.hpp"
#include "layers/indicators/ledger.hpp"

namespace app {

struct Cell;

/// Named values in order; a value may itself be a row.
using Row = std::vector<Cell>;

struct Cell {
    std::string name;
    std::variant<std::monostate, bool, std::int64_t, double, std::string, std::vector<double>, Row, std::vector<Row>>
        value;
};

struct Outcome {
    std::string verb;
    Project project = {};
    std::vector<Row> rows = {};
    std::vector<layers::Finding> findings = {};
    layers::Ledger ledger = {};
    /// What was done, one message a line, for people.
    std::vector<geo::Message> summary = {};
    std::vector<std::filesystem::path> files = {};
    /// Why nothing was kept, where the findings say it row by row.
    std::optional<geo::Message> refusal = {};
};

}  // namespace app
