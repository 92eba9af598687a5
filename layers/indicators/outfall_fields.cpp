// SPDX-License-Identifier: Apache-2.0
// Columns found by their heads, cells read one by one.
#include "layers/indicators/outfall_fields.hpp"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <string_view>
#include <utility>

#include "geo/base/error.hpp"
#include "layers/indicators/quantity_sum.hpp"
#include "layers/text/plain_words.hpp"
#include "layers/units/unit.hpp"

namespace layers {
namespace {

using Index = std::optional<std::size_t>;

/// A column as it is stored, and the heads it may come under, the best first.
struct Column {
    Index OutfallFields::*place;
    FieldType type;
    std::vector<std::string> heads;
};

constexpr std::string_view dailyVolume = "m3/day";

/// What is measured, with every way to say that it is m³ a day.
std::vector<std::string> volumeHeads(std::initializer_list<std::string_view> stems) {
    std::vector<std::string> heads;
    for (const std::string_view stem : stems) {
        for (const std::string_view unit : {"_m3_day", "_m3_ngay", "_m3_ngay_dem", "_m3_ngd"}) {
            heads.push_back(std::string(stem) + std::string(unit));
        }
    }
    return heads;
}

/// In the order in which they are stored; the first head is the name they are stored under.
const std::vector<Column>& columns() {
    using enum FieldType;
    using F = OutfallFields;
    static const std::vector<Column> known{
        {&F::id, Text, {"outfall_id", "ma", "ma_so", "ma_diem_xa", "ma_cua_xa", "id"}},
        {&F::name, Text, {"name", "ten", "ten_goi", "ten_diem_xa", "ten_cua_xa", "ten_co_so"}},
        {&F::category, Text, {"category", "loai_hinh", "loai", "loai_nuoc_thai"}},
        {&F::inPlan, Whole, {"in_plan", "trong_ke_hoach", "thuoc_ke_hoach"}},
        {&F::communeCode, Text, {"commune_code", "ma_xa", "maxa"}},
        {&F::communeName, Text, {"commune_name", "ten_xa", "tenxa", "xa"}},
        {&F::river, Text, {"river", "song", "song_suoi", "nguon_tiep_nhan"}},
        {&F::discharged, Decimal,
         volumeHeads({"discharged", "luu_luong", "luu_luong_xa", "luu_luong_xa_thai", "luu_luong_nuoc_thai",
                      "xa_thai"})},
        {&F::treated, Decimal,
         volumeHeads({"treated", "dat_chuan", "xu_ly_dat_chuan", "dat_quy_chuan", "luu_luong_dat_chuan"})},
        {&F::standard, Text, {"standard", "quy_chuan"}},
        {&F::positionStatus, Text, {"position_status", "vi_tri"}}};
    return known;
}

/// A DBF keeps ten letters of a head.
bool isCutFrom(std::string_view typed, std::string_view head) {
    constexpr std::size_t dbfLength = 10;
    return typed.size() == dbfLength && head.size() > dbfLength &&
           Schema({Field{std::string(typed)}}).indexOf(head.substr(0, dbfLength)).has_value();
}

Index indexUnder(const Schema& schema, std::string_view head) {
    const auto& fields = schema.fields();
    const auto isHead = [&](const Field& field) { return plainKey(field.name) == head; };
    const auto isCut = [&](const Field& field) { return isCutFrom(field.name, head); };
    auto found = std::ranges::find_if(fields, isHead);
    if (found == fields.end()) found = std::ranges::find_if(fields, isCut);
    if (found == fields.end()) return std::nullopt;
    return static_cast<std::size_t>(found - fields.begin());
}

Index indexUnderAny(const Schema& schema, const std::vector<std::string>& heads) {
    for (const std::string& head : heads) {
        if (const auto index = indexUnder(schema, head)) return index;
    }
    return std::nullopt;
}

/// A head that begins as one of a volume's and ends in another unit than m³ a day: its index and the unit.
std::pair<Index, std::string> volumeInOtherUnit(const Schema& schema, const Column& column) {
    for (const std::string& head : column.heads) {
        const std::string_view suffix = "_m3_ngay";
        if (!head.ends_with(suffix)) continue;
        const std::string stem = head.substr(0, head.size() - suffix.size() + 1);
        for (std::size_t i = 0; i < schema.size(); ++i) {
            const std::string key = plainKey(schema.fields()[i].name);
            if (!key.starts_with(stem)) continue;
            std::string unit = termUnitWritten(key.substr(stem.size()));
            // Any year will do to see whether it is a volume over a time.
            if (ratioBetween(unit, dailyVolume, 2000)) return {i, std::move(unit)};
        }
    }
    return {};
}

void requireVolumes(const OutfallFields& fields) {
    std::string missing;
    for (const Column& column : columns()) {
        if (column.type != FieldType::Decimal || fields.*column.place) continue;
        missing += (missing.empty() ? "" : ", ") + column.heads.front();
    }
    if (missing.empty()) return;
    throw geo::Error(geo::ErrorKind::BadData, "import.column-missing", {{"columns", missing}});
}

const Value& valueAt(const Feature& feature, Index index) {
    static const Value nothing;
    return index && *index < feature.values.size() ? feature.values[*index] : nothing;
}

std::string textAt(const Feature& feature, Index index) { return textIn(valueAt(feature, index)); }

std::optional<double> volumeIn(const Value& value, DecimalMark mark) {
    const auto* text = std::get_if<std::string>(&value);
    return text != nullptr ? parseNumber(*text, mark) : numberIn(value);
}

/// In m³ a day; nothing where the year of a yearly volume is not known.
std::optional<double> dailyVolumeAt(const Feature& feature, const OutfallFields& fields,
                                    Index OutfallFields::*place, DecimalMark mark) {
    const auto volume = volumeIn(valueAt(feature, fields.*place), mark);
    const std::string& unit =
        place == &OutfallFields::discharged ? fields.dischargedUnit : fields.treatedUnit;
    if (!volume || unit == dailyVolume) return volume;
    const auto ratio = ratioBetween(unit, dailyVolume, fields.year);
    return ratio ? std::optional(converted(*volume, *ratio)) : std::nullopt;
}

PlanShare statedShareOf(const Value& value) {
    constexpr std::array<std::string_view, 4> yes{"1", "co", "yes", "true"};
    constexpr std::array<std::string_view, 4> no{"0", "khong", "no", "false"};
    const auto number = wholeNumberIn(value);
    const std::string word = number ? std::to_string(*number) : plainKey(textIn(value));
    if (std::ranges::count(yes, word) > 0) return PlanShare::InPlan;
    return std::ranges::count(no, word) > 0 ? PlanShare::NotInPlan : PlanShare::Unknown;
}

PlanShare shareOf(const Feature& feature, const OutfallFields& fields) {
    const PlanShare stated = statedShareOf(valueAt(feature, fields.inPlan));
    return stated != PlanShare::Unknown ? stated : planShareOf(textAt(feature, fields.category));
}

std::optional<geo::Coordinate> placeOf(const geo::Geometry& shape) {
    const bool isPoint = shape.kind() == geo::GeometryKind::Point ||
                         (shape.kind() == geo::GeometryKind::MultiPoint && shape.partCount() == 1);
    if (!isPoint || shape.isEmpty() || !hasFiniteCoordinates(shape)) return std::nullopt;
    return shape.coordinates().front();
}

Value orNothing(std::optional<double> number) { return number ? Value(*number) : Value(); }

Value storedShare(PlanShare share) {
    if (share == PlanShare::Unknown) return {};
    return std::int64_t{share == PlanShare::InPlan ? 1 : 0};
}

Value storedText(const Value& value) { return isMissing(value) ? Value() : Value(textIn(value)); }

bool isSignForNothing(const std::string& text) {
    constexpr std::array<std::string_view, 8> signs{"",   "x",   "kps",      "khong_phat_sinh",
                                                    "na", "n_a", "khong_co", "khong_xac_dinh"};
    return std::ranges::count(signs, plainKey(text)) > 0;
}

}  // namespace

OutfallFields outfallFieldsOf(const Schema& schema, int year) {
    OutfallFields fields;
    fields.year = year;
    std::vector<bool> isTaken(schema.size());
    for (const Column& column : columns()) {
        fields.*column.place = indexUnderAny(schema, column.heads);
        if (fields.*column.place) isTaken[*(fields.*column.place)] = true;
        if (fields.*column.place || column.type != FieldType::Decimal) continue;
        auto [index, unit] = volumeInOtherUnit(schema, column);
        fields.*column.place = index;
        if (index)
            (column.place == &OutfallFields::discharged ? fields.dischargedUnit : fields.treatedUnit) = unit;
    }
    requireVolumes(fields);
    for (std::size_t i = 0; i < schema.size(); ++i) {
        if (!isTaken[i]) fields.others.push_back(i);
    }
    return fields;
}

Outfall outfallIn(const Feature& feature, const OutfallFields& fields, DecimalMark mark) {
    const PlanShare share = shareOf(feature, fields);
    return {.id = textAt(feature, fields.id),
            .name = textAt(feature, fields.name),
            .communeCode = unitCodeIn(valueAt(feature, fields.communeCode), UnitLevel::Commune),
            .communeName = textAt(feature, fields.communeName),
            .category = textAt(feature, fields.category),
            .inPlan = share == PlanShare::InPlan,
            .discharged_m3_day = dailyVolumeAt(feature, fields, &OutfallFields::discharged, mark),
            .treated_m3_day = dailyVolumeAt(feature, fields, &OutfallFields::treated, mark),
            .standard = textAt(feature, fields.standard),
            .at = placeOf(feature.geometry),
            .row = feature.sourceRow,
            .isPlanShareKnown = share != PlanShare::Unknown};
}

Schema storedOutfallSchema(const Schema& source, const OutfallFields& fields) {
    Schema stored;
    for (const Column& column : columns()) stored.add({column.heads.front(), column.type});
    for (const std::size_t other : fields.others) {
        Field field = source.fields()[other];
        while (stored.indexOf(field.name)) field.name += '_';
        stored.add(std::move(field));
    }
    return stored;
}

std::vector<Value> storedOutfallValues(const Feature& feature, const OutfallFields& fields,
                                       DecimalMark mark) {
    std::vector<Value> values;
    for (const Column& column : columns()) {
        const Value& value = valueAt(feature, fields.*column.place);
        const bool isCode = column.place == &OutfallFields::communeCode && !isMissing(value);
        switch (column.type) {
            case FieldType::Whole:
                values.push_back(storedShare(shareOf(feature, fields)));
                break;
            case FieldType::Decimal:
                values.push_back(orNothing(dailyVolumeAt(feature, fields, column.place, mark)));
                break;
            case FieldType::Text:
                values.push_back(isCode ? Value(unitCodeIn(value, UnitLevel::Commune)) : storedText(value));
                break;
        }
    }
    for (const std::size_t other : fields.others) values.push_back(valueAt(feature, other));
    return values;
}

std::vector<Finding> outfallUnitFindings(const Schema& source, const OutfallFields& fields) {
    std::vector<Finding> findings;
    const auto note = [&](const Index& index, const std::string& unit) {
        const auto ratio = ratioBetween(unit, dailyVolume, fields.year);
        if (!index || unit == dailyVolume || !ratio) return;
        findings.push_back(
            {{"outfall.volumes-converted",
              {{"column", source.fields()[*index].name}, {"unit", unit}, {"conversion", ratioText(*ratio)}}},
             0,
             {}});
    };
    note(fields.discharged, fields.dischargedUnit);
    note(fields.treated, fields.treatedUnit);
    return findings;
}

std::vector<Finding> outfallCellFindings(const Feature& feature, const Schema& source,
                                         const OutfallFields& fields, DecimalMark mark) {
    std::vector<Finding> findings;
    for (const Index& index : {fields.discharged, fields.treated}) {
        const std::string text = textAt(feature, index);
        if (!index || isSignForNothing(text) || volumeIn(valueAt(feature, index), mark)) continue;
        findings.push_back(
            {{"outfall.number-unreadable",
              {{"id", textAt(feature, fields.id)}, {"column", source.fields()[*index].name}, {"text", text}}},
             feature.sourceRow,
             unitCodeIn(valueAt(feature, fields.communeCode), UnitLevel::Commune)});
    }
    return findings;
}

}  // namespace layers
