// SPDX-License-Identifier: Apache-2.0
// Columns by the names offices give them.
#include "layers/units/unit_fields.hpp"

namespace layers {
namespace {

std::optional<std::size_t> codeField(const Schema& schema, UnitLevel level) {
    if (level == UnitLevel::District) return schema.indexOfAny({"code", "ma_huyen", "mahuyen", "maqh", "ma"});
    return schema.indexOfAny({"code", "ma_xa", "maxa", "ma_dvhc", "madvhc", "ma"});
}

std::optional<std::size_t> nameField(const Schema& schema, UnitLevel level) {
    if (level == UnitLevel::District)
        return schema.indexOfAny({"fullName", "ten_huyen", "tenhuyen", "huyen", "name", "ten"});
    return schema.indexOfAny({"fullName", "ten_xa", "tenxa", "xa", "name", "ten"});
}

}  // namespace

std::optional<UnitFields> unitFieldsOf(const Schema& schema, UnitLevel level) {
    const UnitFields fields{
        codeField(schema, level), nameField(schema, level),
        schema.indexOfAny({"official_area_km2", "areaKm2", "area_km2", "dtich_km2", "dt_km2"})};
    if (!fields.code && !fields.name) return std::nullopt;
    return fields;
}

}  // namespace layers
