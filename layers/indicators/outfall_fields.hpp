// SPDX-License-Identifier: Apache-2.0
// Which columns of a file say what of an outfall, under the heads offices give them.
#pragma once

#include <cstddef>
#include <optional>
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
    /// All other columns, in order.
    std::vector<std::size_t> others;
};

/// Heads are compared without accents, case and signs, cut to ten letters where a DBF cut them. Volumes need
/// heads that say they are m³ a day (`luu_luong_m3_ngay`, `Lưu lượng (m³/ngày đêm)`): a head without a unit
/// could be a year's.
/// Errors: BadData `import.column-missing` (columns) without a discharged or a treated volume.
OutfallFields outfallFieldsOf(const Schema& schema);

/// Numbers typed as text are read as the mark says; what is no number is nothing. Without a word of its own
/// an outfall is in the plan when its category says so.
Outfall outfallIn(const Feature& feature, const OutfallFields& fields, DecimalMark mark);

/// How outfalls are stored: `outfall_id, name, category, in_plan, commune_code, commune_name, river,
/// discharged_m3_day, treated_m3_day, standard, position_status`, then the source's other columns (with an
/// underscore added where one has a name of these).
Schema storedOutfallSchema(const Schema& source, const OutfallFields& fields);

/// The values of a source row in that order; in_plan is 1, 0 or, where nothing says it, missing.
std::vector<Value> storedOutfallValues(const Feature& feature, const OutfallFields& fields, DecimalMark mark);

/// Cells of volumes that hold something which is neither a number nor a sign for nothing (`-`, `x`, `KPS`):
/// `outfall.number-unreadable` (id, column, text).
std::vector<Finding> outfallCellFindings(const Feature& feature, const Schema& source,
                                         const OutfallFields& fields, DecimalMark mark);

}  // namespace layers
