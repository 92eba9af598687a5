// SPDX-License-Identifier: Apache-2.0
// Where the province stands at the end of a year: its targets, the reports that are missing, the agencies
// that owe one.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/jobs/outcome.hpp"
#include "app/words/numbers.hpp"
#include "geo/base/progress.hpp"
#include "layers/indicators/observation.hpp"
#include "layers/indicators/targets.hpp"

namespace app {

/// A target of the province, the next or else the last one, with the latest figure that is not younger than
/// the year.
struct TargetStanding {
    layers::Target target;
    /// Of the indicator, as the pack calls it.
    std::string name;
    std::optional<layers::Observation> figure;
    /// Of the latest year before the figure's that has one.
    std::optional<layers::Observation> before;
    /// Why there is no figure; beside one, why there is none of a later year.
    std::optional<geo::Message> fault;
};

/// Percentage points above the target, negative below it; nothing without a figure.
std::optional<double> differenceOf(const TargetStanding& standing);
/// Percentage points since the figure before.
std::optional<double> changeOf(const TargetStanding& standing);
/// Points a year that are needed from the figure's year to the target's; nothing where it is met or past.
std::optional<double> paceOf(const TargetStanding& standing);

/// A unit whose report of an indicator is not there.
struct MissingReport {
    std::string indicator;
    std::string name;
    int year = 0;
    std::string unitCode;
    std::string unitName;
    layers::Status status = layers::Status::NotReported;
};

/// An indicator that communes report, of which nobody sent a table of the year.
struct MissingTable {
    std::string indicator;
    std::string name;
};

/// An agency that leads tasks of Annex I under way in the year, and therefore owes a report of them.
struct DueAgency {
    std::string name;
    /// Empty: no heir is known.
    std::string nameNow;
    std::string certainty;
    /// Rows of describePlan()'s Annex I.
    std::vector<Row> tasks;
};

struct YearFacts {
    int year = 0;
    std::vector<TargetStanding> targets;
    /// Of the year, in its tables.
    std::vector<MissingReport> missing;
    std::vector<MissingTable> withoutTable;
    std::vector<DueAgency> agencies;
    /// Figures not kept before are kept.
    Project project;
    /// Each once, whether the figures were kept before or not.
    std::vector<layers::Finding> findings;
    /// The newest day of the figures; nothing without any.
    std::optional<geo::Date> asOf;
};

/// Names are of the language. Errors: those of figuresFor() but for figures nobody can give: of these the
/// fault is told.
YearFacts yearFacts(const Project& project, int year, Language language, geo::Progress& progress);

}  // namespace app
