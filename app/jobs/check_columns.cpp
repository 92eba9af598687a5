// SPDX-License-Identifier: Apache-2.0
// Heads by their aliases, cells by the file's decimal mark.
#include "app/jobs/check_columns.hpp"

#include <cmath>
#include <vector>

#include "layers/checks/column_heads.hpp"

namespace app {
namespace {

std::string textAt(const layers::Feature& row, std::optional<std::size_t> column) {
    return column ? layers::textIn(row.values[*column]) : std::string();
}

std::vector<std::size_t> numberColumns(const FieldColumns& columns,
                                       const std::optional<layers::CoordinateFields>& coordinates) {
    std::vector<std::size_t> numbers;
    if (coordinates) numbers = {coordinates->east, coordinates->north};
    if (columns.accuracy) numbers.push_back(*columns.accuracy);
    return numbers;
}

std::vector<std::string> textCells(const SourceRows& rows, const std::vector<std::size_t>& columns) {
    std::vector<std::string> cells;
    for (const layers::Feature& row : rows.features) {
        for (const std::size_t column : columns) {
            if (const auto* text = std::get_if<std::string>(&row.values[column])) cells.push_back(*text);
        }
    }
    return cells;
}

/// `1.250 m` without its unit; empty for the signs offices put where there is nothing to say.
std::string elevationText(const std::string& cell) {
    std::string text = cell;
    while (!text.empty() && (text.back() == ' ' || text.back() == 'm' || text.back() == 'M')) text.pop_back();
    return text == "-" || text == "–" || text == "x" ? std::string() : text;
}

/// Under the mark of the column, or where both marks mean the same, or only one means a number.
std::optional<double> elevationIn(const std::string& text, std::optional<layers::DecimalMark> mark) {
    const auto withPoint = layers::parseNumber(text, layers::DecimalMark::Point);
    const auto withComma = layers::parseNumber(text, layers::DecimalMark::Comma);
    if (withPoint == withComma) return withPoint;
    if (mark) return *mark == layers::DecimalMark::Point ? withPoint : withComma;
    if (withPoint && withComma) return std::nullopt;
    return withPoint ? withPoint : withComma;
}

/// "103,458" is no degree with its comma taken for thousands.
layers::DecimalMark markOfDegrees(const std::string& witness) {
    const auto number = layers::parseNumber(witness, layers::DecimalMark::Point);
    return number && std::abs(*number) > 180 ? layers::DecimalMark::Comma : layers::DecimalMark::Point;
}

}  // namespace

FieldColumns fieldColumnsOf(const layers::Schema& schema) {
    return {.name = layers::columnNamed(schema, {"ten", "name", "ten_diem", "ten_goi", "waypoint", "label"}),
            .accuracy = layers::columnNamed(
                schema, {"sai_so", "accuracy", "accuracy_m", "do_chinh_xac", "sai_so_gps"}),
            .time = layers::columnNamed(
                schema, {"thoi_gian", "time", "thoi_diem", "ngay_gio", "timestamp", "datetime", "ngay"}),
            .commune = layers::columnNamed(
                schema, {"ma_xa", "commune", "commune_code", "ma_xa_phuong", "xa", "ten_xa", "xa_phuong"}),
            .communeName = layers::columnNamed(
                schema, {"ten_xa", "xa", "xa_phuong", "commune_name", "ten_xa_phuong", "commune"}),
            .site = layers::columnNamed(
                schema, {"diem", "site", "site_id", "ma_diem", "diem_dang_ky", "ma_dia_diem"}),
            .note = layers::columnNamed(schema, {"ghi_chu", "note", "notes", "mo_ta", "comment", "cmt"}),
            .elevation = layers::columnNamed(schema, {"do_cao", "cao_do", "elevation", "elevation_m", "ele"}),
            .device = layers::columnNamed(schema, {"thiet_bi", "may_thu", "may_do", "device", "receiver"}),
            .photo = layers::columnNamed(schema, {"anh", "tep_anh", "anh_chup", "photo", "photo_file"})};
}

layers::DecimalMark decimalMarkOf(const SourceRows& rows, const FieldColumns& columns,
                                  const std::optional<layers::CoordinateFields>& coordinates) {
    const auto numbers = numberColumns(columns, coordinates);
    const auto evidence = layers::decimalMarkOf(textCells(rows, numbers));
    const bool isPlane = coordinates && coordinates->names != layers::AxisNames::LonLat;
    const bool isOpen = !evidence.mark && !evidence.isContradicted && evidence.isNeeded;
    if (isOpen && !isPlane) return markOfDegrees(evidence.witness);
    return decimalMark(rows, numbers, std::nullopt);
}

layers::FieldPoint fieldPointIn(const layers::Feature& row, const FieldColumns& columns,
                                layers::DecimalMark mark) {
    layers::FieldPoint point;
    point.name = textAt(row, columns.name);
    point.time = textAt(row, columns.time);
    point.declaredCommune = textAt(row, columns.commune);
    // Rows without a code declare by name.
    if (point.declaredCommune.empty()) point.declaredCommune = textAt(row, columns.communeName);
    point.declaredSite = textAt(row, columns.site);
    point.note = textAt(row, columns.note);
    point.device = textAt(row, columns.device);
    point.photo = textAt(row, columns.photo);
    point.row = row.sourceRow;
    const auto accuracy = columns.accuracy ? numberAt(row, *columns.accuracy, mark) : std::nullopt;
    if (accuracy && *accuracy > 0) {
        point.accuracy_m = accuracy;
        point.accuracyFrom = "file";
    }
    return point;
}

std::vector<layers::Finding> readElevations(std::vector<layers::FieldPoint>& points, const SourceRows& rows,
                                            const FieldColumns& columns,
                                            std::optional<layers::DecimalMark> told) {
    if (!columns.elevation) return {};
    std::vector<std::string> texts = textCells(rows, {*columns.elevation});
    for (std::string& text : texts) text = elevationText(text);
    const auto mark = told ? told : layers::decimalMarkOf(texts).mark;
    std::int64_t unread = 0;
    std::size_t first = 0;
    for (std::size_t i = 0; i < points.size(); ++i) {
        const layers::Value& value = rows.features[i].values[*columns.elevation];
        const auto* const cell = std::get_if<std::string>(&value);
        const std::string text = cell == nullptr ? std::string() : elevationText(*cell);
        points[i].elevation_m = cell == nullptr ? layers::numberIn(value) : elevationIn(text, mark);
        if (text.empty() || points[i].elevation_m) continue;
        if (unread++ == 0) first = i;
    }
    if (unread == 0) return {};
    const std::string text = layers::textIn(rows.features[first].values[*columns.elevation]);
    return {{{"check.elevation-unread", {{"text", text}, {"count", unread}}}, points[first].row, {}}};
}

std::string namesOf(const layers::Schema& schema) {
    std::string names;
    for (const layers::Field& field : schema.fields()) names += (names.empty() ? "" : ", ") + field.name;
    return names;
}

}  // namespace app
