// SPDX-License-Identifier: Apache-2.0
// Columns of registered places, the form they are stored in, and back.
#include "layers/checks/site_fields.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <string_view>

#include "geo/base/error.hpp"
#include "layers/checks/column_heads.hpp"
#include "layers/checks/site_words.hpp"

namespace layers {
namespace {

constexpr std::array<std::string_view, 7> normalNames{"site_id", "name",  "commune_code",   "commune_name",
                                                      "sector",  "stage", "position_status"};

std::optional<std::size_t> ownIdColumn(const Schema& schema, Kind kind) {
    if (kind == Kind::Clusters) return columnNamed(schema, {"ma_cum", "ma_ccn", "ma_cum_cong_nghiep"});
    if (kind == Kind::Landfills) return columnNamed(schema, {"ma_bai", "ma_bai_rac", "ma_bai_chon_lap"});
    if (kind == Kind::Mines) return columnNamed(schema, {"ma_mo", "so_giay_phep"});
    if (kind == Kind::Hydropower) return columnNamed(schema, {"ma_nha_may", "ma_thuy_dien"});
    if (kind == Kind::Models) return columnNamed(schema, {"ma_mo_hinh"});
    return std::nullopt;
}

std::optional<std::size_t> ownNameColumn(const Schema& schema, Kind kind) {
    if (kind == Kind::Clusters)
        return columnNamed(schema, {"ten_cum", "ten_ccn", "ten_cum_cong_nghiep", "cum"});
    if (kind == Kind::Landfills)
        return columnNamed(schema, {"ten_bai", "ten_bai_rac", "ten_bai_chon_lap", "bai"});
    if (kind == Kind::Mines) return columnNamed(schema, {"ten_mo", "mo", "mo_khoang_san"});
    if (kind == Kind::Hydropower)
        return columnNamed(schema, {"ten_nha_may", "ten_thuy_dien", "nha_may", "thuy_dien", "cong_trinh"});
    if (kind == Kind::Models) return columnNamed(schema, {"ten_mo_hinh", "mo_hinh"});
    return std::nullopt;
}

std::optional<std::size_t> idColumn(const Schema& schema, Kind kind) {
    if (const auto own = ownIdColumn(schema, kind)) return own;
    return columnNamed(schema, {"site_id", "ma", "ma_so", "ma_hieu", "id", "code"});
}

std::optional<std::size_t> nameColumn(const Schema& schema, Kind kind) {
    if (const auto own = ownNameColumn(schema, kind)) return own;
    return columnNamed(schema, {"name", "ten", "ten_goi", "ten_co_so", "ten_du_an", "co_so", "du_an"});
}

std::array<std::optional<std::size_t>, normalNames.size()> columnsOf(const SiteFields& fields) {
    return {fields.id,     fields.name,  fields.communeCode,   fields.communeName,
            fields.sector, fields.stage, fields.positionStatus};
}

std::vector<std::size_t> othersThan(const SiteFields& fields, const Schema& schema) {
    const auto taken = columnsOf(fields);
    std::vector<std::size_t> others;
    for (std::size_t i = 0; i < schema.size(); ++i) {
        if (std::ranges::find(taken, std::optional(i)) == taken.end()) others.push_back(i);
    }
    return others;
}

std::string trimmed(std::string text) {
    constexpr std::string_view blanks = " \t\r\n";
    text.erase(0, std::min(text.find_first_not_of(blanks), text.size()));
    text.erase(text.find_last_not_of(blanks) + 1);
    return text;
}

std::string cell(std::span<const Value> row, std::optional<std::size_t> column) {
    return column && *column < row.size() ? trimmed(textIn(row[*column])) : std::string();
}

Value valueOf(std::string text) { return text.empty() ? Value() : Value(std::move(text)); }

struct Commune {
    std::string code;
    std::string name;
};

/// One column headed "Xã" may hold either.
Commune communeIn(std::string code, std::string name) {
    if (code.empty() && isDigits(name)) std::swap(code, name);
    if (name.empty() && !isDigits(code)) std::swap(code, name);
    return {normalCommuneCode(code), std::move(name)};
}

std::string textAt(const Feature& feature, const Schema& schema, std::string_view column) {
    return cell(feature.values, schema.indexOf(column));
}

std::optional<geo::Coordinate> positionOf(const geo::Geometry& geometry) {
    const bool isOnePoint =
        geo::singleKindOf(geometry.kind()) == geo::GeometryKind::Point && geometry.coordinates().size() == 1;
    if (!isOnePoint || !geo::hasFiniteCoordinates(geometry)) return std::nullopt;
    return geometry.coordinates().front();
}

}  // namespace

SiteFields siteFieldsOf(const Schema& schema, Kind kind) {
    SiteFields fields{
        idColumn(schema, kind),
        nameColumn(schema, kind),
        columnNamed(schema, {"commune_code", "ma_xa", "ma_xa_phuong", "ma_dvhc"}),
        columnNamed(schema, {"commune_name", "ten_xa", "ten_xa_phuong", "xa", "xa_phuong", "commune"}),
        columnNamed(schema, {"sector", "linh_vuc"}),
        columnNamed(schema, {"stage", "giai_doan", "tinh_trang", "trang_thai"}),
        columnNamed(schema, {"position_status", "vi_tri", "do_tin_cay_vi_tri"}),
        {}};
    if (!fields.id && !fields.name) {
        throw geo::Error(geo::ErrorKind::BadData, "import.column-missing", {{"columns", "name"}});
    }
    fields.others = othersThan(fields, schema);
    return fields;
}

Schema siteSchema(const Schema& source, const SiteFields& fields) {
    Schema normal;
    for (const std::string_view name : normalNames) normal.add({std::string(name), FieldType::Text});
    for (const std::size_t other : fields.others) normal.add(source.fields()[other]);
    return normal;
}

std::vector<Value> siteValues(std::span<const Value> source, const SiteFields& fields) {
    Commune commune = communeIn(cell(source, fields.communeCode), cell(source, fields.communeName));
    std::vector<Value> values{valueOf(cell(source, fields.id)),
                              valueOf(cell(source, fields.name)),
                              valueOf(std::move(commune.code)),
                              valueOf(std::move(commune.name)),
                              valueOf(normalSector(cell(source, fields.sector))),
                              valueOf(normalStage(cell(source, fields.stage))),
                              valueOf(normalPositionStatus(cell(source, fields.positionStatus)))};
    for (const std::size_t other : fields.others) {
        values.push_back(other < source.size() ? source[other] : Value());
    }
    return values;
}

Site siteIn(const Feature& normalised, const Schema& schema, Kind kind) {
    Site site;
    site.kind = kind;
    site.name = textAt(normalised, schema, "name");
    site.id = textAt(normalised, schema, "site_id");
    if (site.id.empty()) site.id = site.name;
    site.at = positionOf(normalised.geometry);
    site.communeCode = textAt(normalised, schema, "commune_code");
    site.communeName = textAt(normalised, schema, "commune_name");
    site.sector = textAt(normalised, schema, "sector");
    site.stage = textAt(normalised, schema, "stage");
    site.positionStatus = textAt(normalised, schema, "position_status");
    site.row = normalised.sourceRow;
    return site;
}

}  // namespace layers
