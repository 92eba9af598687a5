// SPDX-License-Identifier: Apache-2.0
// Yearly figures on waste and energy as units report them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "sample-data/generator/pack_facts.hpp"

namespace sample {

enum class ReportState { Reported, NotReported, NotApplicable };

/// Terms in hundredths of their unit, so that sums are exact.
struct ReportedTerms {
    ReportState state = ReportState::Reported;
    std::int64_t numerator = 0;
    std::int64_t denominator = 0;
    /// The row is keyed so that it joins no unit; only with faults.
    bool joinsNothing = false;
};

/// One indicator in one year: a term for each old commune before the reform, for each new one since.
struct ReportedYear {
    std::string indicator;
    int year = 0;
    bool isByNewCommunes = false;
    std::vector<ReportedTerms> communes;
};

struct EnergyYear {
    int year = 0;
    std::int64_t saved_toe = 0;
    std::int64_t planned_toe = 0;
};

struct Reported {
    std::vector<ReportedYear> waste;
    std::vector<EnergyYear> energy;
    /// Places in PackFacts::newCommunes whose rural row of the last year is spoilt; only with faults.
    std::optional<std::size_t> misspelt;
    struct OldKey {
        std::size_t newCommune = 0;
        std::size_t oldCommune = 0;
    };
    std::vector<OldKey> oldKeys;
};

inline constexpr const char* urbanWaste = "waste-urban";
inline constexpr const char* ruralWaste = "waste-rural";
inline constexpr const char* energySaving = "energy-saving";
inline constexpr int reportedYears = 5;

/// Five years, the last that of the reform; rates rise towards the plan's targets and nowhere reach beyond
/// them.
Reported makeReported(const PackFacts& facts, std::uint64_t seed, bool plantsFaults);

}  // namespace sample
