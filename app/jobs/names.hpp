// SPDX-License-Identifier: Apache-2.0
// `names`: the units rows name that nobody knows, what they may mean, and what was decided.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/jobs/outcome.hpp"
#include "geo/base/date.hpp"
#include "geo/base/progress.hpp"
#include "layers/indicators/unit_key.hpp"
#include "layers/units/unit.hpp"

namespace app {

/// What a name or code in a file means.
struct NameAnswer {
    /// As the file writes it, with its code and district. A name alone, or a code where there is no name,
    /// means the one writing that bears it; so does the whole writing as the list has it, `Xã Bản Bo (Sìn
    /// Hồ)`.
    layers::UnitKey written;
    std::string unitCode;
    /// The day on which the code means the unit; nothing where only one unit can be meant.
    std::optional<geo::Date> day;
};

/// `Lả Nhì Tàng=03391`, `Lả Nhì Tàng=03391@2024-12-31` or `Lả Nhì Tàng (Sìn Hồ)=03391`.
/// Errors: Usage `usage.form`, `date.invalid`.
NameAnswer readNameAnswer(const std::string& text);
/// The same of a whole writing; the unit as `03391` or `03391@2024-12-31`.
/// Errors: Usage `date.invalid`.
NameAnswer answerFor(const layers::UnitKey& written, const std::string& unit);

struct NamesRequest {
    std::vector<NameAnswer> accepted;
};

/// A unit an answer may name, with a day on which its code means it.
struct AnswerableUnit {
    layers::Unit unit;
    geo::Date day;
};

/// Communes, districts and provinces of every time, by name; of one name the newest first.
std::vector<AnswerableUnit> answerableUnits(const Project& project);

/// How many rows of the tables of figures shown name a unit that nobody knows.
std::int64_t unmatchedRows(const Project& project, geo::Progress& progress);

/// Without answers: every writing of a unit that no row of a table of figures could be joined by, with its
/// rows, files and proposals. With answers: they are kept, rows that write so are joined in a new version of
/// their table, and the next file that writes so is joined by itself.
/// Errors: NotFound `names.not-unmatched` (written), `names.no-such-unit` (code); Usage `names.day-needed`
///         (code, days), `names.several-writings` (written, writings).
Outcome answerNames(const Project& project, const NamesRequest& request, geo::Progress& progress);

}  // namespace app
