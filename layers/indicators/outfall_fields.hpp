// SPDX-License-Identifier: Apache-2.0
// Which columns of a file say what of an outfall, under the heads offices give them.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "layers/checks/finding.hpp"
#include "layers/indicators/outfall.hpp"
#include "layers/model/feature.hpp"
#include "layers/model/schema.hpp"
#include "layers/text/number_text.hpp"

namespace layers {

struct OutfallFields {
    std::optional<std::size_t> id, name, category, inPlan, communeCode, communeName, river;
    std::optional<std::size_t> discharged, treated, standard, positionStatus;
    /// All other columns, in order; volumes of another unit too, as they were written.
    std::vector<std::size_t> others;
    /// What the heads of the volumes say they are counted in.
    std::string dischargedUnit = "m3/day";
    std::string treatedUnit = "m3/day";
    /// Whose days a yearly volume is spread over; 0 where every volume is a day's.
    int year = 0;
};

/// Heads are compared without accents, case and signs, cut to ten letters where a DBF cut them. Volumes need
/// heads that say what they are counted in (`luu_luong_m3_ngay`, `Lưu lượng (nghìn m³/năm)`): a head without
/// a unit could be a day's or a year's. All become m³ a day, a year's by the days of the year given.
/// Errors: BadData `import.column-missing` (columns) without a discharged or a treated volume.
OutfallFields outfallFieldsOf(const Schema& schema, int year = 0);

/// Numbers typed as text are read as the mark says; what is no number is nothing. Without a word of its own
/// an outfall is in the plan when its category says so.
Outfall outfallIn(const Feature& feature, const OutfallFields& fields, DecimalMark mark);

/// How outfalls are stored: `outfall_id, name, category, in_plan, commune_code, commune_name, river,
/// discharged_m3_day, treated_m3_day, standard, position_status`, then the source's other columns (with an
/// underscore added where one has a name of these).
Schema storedOutfallSchema(const Schema& source, const OutfallFields& fields);

/// The values of a source row in that order; in_plan is 1, 0 or, where nothing says it, missing.
std::vector<Value> storedOutfallValues(const Feature& feature, const OutfallFields& fields, DecimalMark mark);

/// `outfall.volumes-converted` (column, unit, conversion) for each column that was counted otherwise.
std::vector<Finding> outfallUnitFindings(const Schema& source, const OutfallFields& fields);

/// Cells of volumes that hold something which is neither a number nor a sign for nothing (`-`, `x`, `KPS`):
/// `outfall.number-unreadable` (id, column, text).
std::vector<Finding> outfallCellFindings(const Feature& feature, const Schema& source,
                                         const OutfallFields& fields, DecimalMark mark);

}  // namespace layers
