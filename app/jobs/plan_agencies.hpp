// SPDX-License-Identifier: Apache-2.0
// The agencies a plan names, and what they are called now.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "layers/model/table.hpp"

namespace app {

/// An agency as the plan writes it, and its heir.
struct PlanAgency {
    std::string nameThen;
    /// Empty: it has no heir.
    std::string nameNow;
    /// `V`, `D` or `M`, as the pack marks what it knows.
    std::string certainty;
};

/// The agencies of a text as they are called now.
struct AgenciesNow {
    std::string text;
    /// The weakest among them.
    std::string certainty;
    bool operator==(const AgenciesNow&) const = default;
};

class PlanAgencies {
  public:
    explicit PlanAgencies(const layers::Table& agencies);

    /// The plan's text with every agency under its name of today.
    /// Returns: nothing when no agency of it is known, or one of them has no heir.
    std::optional<AgenciesNow> today(std::string_view text) const;

  private:
    const PlanAgency* longestAt(std::string_view text) const;

    std::vector<PlanAgency> m_agencies;
};

}  // namespace app
