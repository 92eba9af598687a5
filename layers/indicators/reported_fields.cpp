// SPDX-License-Identifier: Apache-2.0
// Rows of reported figures, cell by cell.
#include "layers/indicators/reported_fields.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "geo/base/error.hpp"
#include "layers/indicators/column_finder.hpp"
#include "layers/text/plain_words.hpp"
#include "layers/units/unit.hpp"

namespace layers {
namespace {

using Index = std::optional<std::size_t>;
using Place = Index ReportedFields::*;

struct StoredColumn {
    Place place;
    std::string_view name;
    FieldType type;
};

/// In the order in which they are stored.
constexpr std::array<StoredColumn, 18> storedColumns{
    {{&ReportedFields::indicator, "indicator", FieldType::Text},
     {&ReportedFields::period, "period", FieldType::Whole},
     {&ReportedFields::code, "unit_code", FieldType::Text},
     {&ReportedFields::name, "unit_name", FieldType::Text},
     {&ReportedFields::numerator, "numerator", FieldType::Decimal},
     {&ReportedFields::denominator, "denominator", FieldType::Decimal},
     {&ReportedFields::termUnit, "term_unit", FieldType::Text},
     {&ReportedFields::status, "status", FieldType::Text},
     {&ReportedFields::source, "source_text", FieldType::Text},
     {&ReportedFields::epoch, "unit_epoch", FieldType::Text},
     {&ReportedFields::basis, "join_basis", FieldType::Text},
     {&ReportedFields::writtenCode, "written_code", FieldType::Text},
     {&ReportedFields::writtenName, "written_name", FieldType::Text},
     {&ReportedFields::district, "written_district", FieldType::Text},
     {&ReportedFields::writtenNumerator, "written_numerator", FieldType::Decimal},
     {&ReportedFields::numeratorUnit, "numerator_unit", FieldType::Text},
     {&ReportedFields::writtenDenominator, "written_denominator", FieldType::Decimal},
     {&ReportedFields::denominatorUnit, "denominator_unit", FieldType::Text}}};

void requireAll(const ReportedFields& fields) {
    std::string missing;
    const auto require = [&](bool isThere, std::string_view column) {
        if (!isThere) missing.append(missing.empty() ? "" : ", ").append(column);
    };
    require(fields.code || fields.name, "code/name");
    require(fields.indicator.has_value(), "indicator");
    require(fields.period.has_value(), "period");
    require(fields.numerator.has_value(), "numerator");
    require(fields.denominator.has_value(), "denominator");
    if (!missing.empty())
        throw geo::Error(geo::ErrorKind::BadData, "import.column-missing", {{"columns", missing}});
}

std::vector<std::size_t> othersOf(const Schema& schema, const ReportedFields& fields) {
    std::vector<std::size_t> others;
    for (std::size_t i = 0; i < schema.size(); ++i) {
        const auto isPlace = [&](const StoredColumn& column) { return fields.*column.place == i; };
        if (std::ranges::none_of(storedColumns, isPlace)) others.push_back(i);
    }
    return others;
}

const Value& valueAt(const Feature& feature, Index index) {
    static const Value nothing;
    return index && *index < feature.values.size() ? feature.values[*index] : nothing;
}

std::string textAt(const Feature& feature, Index index) {
    const std::string text = textIn(valueAt(feature, index));
    const auto begin = text.find_first_not_of(" \t\r\n");
    if (begin == std::string::npos) return {};
    return text.substr(begin, text.find_last_not_of(" \t\r\n") - begin + 1);
}

/// The signs offices put where there is nothing to say.
bool isNothing(std::string_view text) {
    const std::string key = plainKey(text);
    return key.empty() || key == "x" || key == "kps" || key == "khong_phat_sinh";
}

bool isNothingArising(std::string_view text) {
    const std::string key = plainKey(text);
    return key == "kps" || key == "khong_phat_sinh";
}

/// Reads the cells of one row and keeps what it could not read.
class CellReader {
  public:
    CellReader(const Feature& feature, DecimalMark mark) : m_feature(feature), m_mark(mark) {}

    std::optional<double> number(Index index, std::string_view column) {
        const Value& value = valueAt(m_feature, index);
        const auto* const text = std::get_if<std::string>(&value);
        const auto number = text != nullptr ? parseNumber(*text, m_mark) : numberIn(value);
        if (!number && text != nullptr && !isNothing(*text))
            m_faults.push_back({"figure.number-unread", {{"column", std::string(column)}, {"text", *text}}});
        return number;
    }

    /// A number typed with its sign, `95 %`.
    std::optional<double> percent(Index index) const {
        const auto* const text = std::get_if<std::string>(&valueAt(m_feature, index));
        const auto sign = text == nullptr ? std::string::npos : text->find('%');
        if (sign == std::string::npos) return std::nullopt;
        return parseNumber(std::string_view(*text).substr(0, sign), m_mark);
    }

    int year(Index index) {
        const std::string text = textAt(m_feature, index);
        const auto year = yearWritten(text);
        if (!year) m_faults.push_back({"figure.period-unread", {{"text", text}}});
        return year.value_or(0);
    }

    std::optional<Status> status(Index index) {
        const std::string text = textAt(m_feature, index);
        if (plainKey(text).empty()) return std::nullopt;
        const auto status = statusWritten(text);
        if (!status) m_faults.push_back({"figure.status-unread", {{"text", text}}});
        return status;
    }

    std::string unitOf(Index ownColumn, const std::string& head, const ReportedFields& fields) {
        std::string unit = termUnitWritten(textAt(m_feature, ownColumn));
        if (unit.empty()) unit = termUnitWritten(textAt(m_feature, fields.termUnit));
        if (unit.empty()) return head.empty() ? fields.tableUnit : head;
        const bool contradicts = !head.empty() && unit != head;
        if (contradicts)
            m_faults.push_back({"figure.unit-contradicts", {{"unit", unit}, {"head_unit", head}}});
        return unit;
    }

    void contradict(Status status) {
        m_faults.push_back({"figure.status-contradicts", {{"status", wordOf(status)}}});
    }
    std::vector<geo::Message> faults() && { return std::move(m_faults); }

  private:
    const Feature& m_feature;
    DecimalMark m_mark;
    std::vector<geo::Message> m_faults;
};

/// What the numbers say where no column says it.
Status statusByCells(const Feature& feature, const ReportedFields& fields, const ReportedRow& row) {
    if (row.numerator && row.denominator) return Status::Reported;
    const bool isNothingThere = isNothingArising(textAt(feature, fields.denominator)) ||
                                isNothingArising(textAt(feature, fields.numerator));
    return isNothingThere && !row.numerator && !row.denominator ? Status::NotApplicable : Status::Missing;
}

void setStatus(ReportedRow& row, std::optional<Status> written, Status byCells, CellReader& cells) {
    row.status = written.value_or(byCells);
    const bool hasTerms = row.numerator && row.denominator;
    if (holdsAValue(row.status) && !hasTerms) row.status = byCells;
    if (!holdsAValue(row.status) && written && (row.numerator || row.denominator) && hasTerms)
        cells.contradict(row.status);
}

/// Of a stored row: what was written; of a source row: both terms as they are, where their units differ.
void setTermUnits(ReportedRow& row, const Feature& feature, const ReportedFields& fields, CellReader& cells) {
    if (isStoredReported(fields)) {
        row.termUnit = textAt(feature, fields.termUnit);
        const auto written = [&](Index number, Index unit) -> std::optional<WrittenTerm> {
            const auto value = numberIn(valueAt(feature, number));
            if (!value) return std::nullopt;
            std::string word = textAt(feature, unit);
            const auto ratio = ratioBetween(word, row.termUnit, row.period);
            return WrittenTerm{*value, std::move(word), ratio};
        };
        row.writtenNumerator = written(fields.writtenNumerator, fields.numeratorUnit);
        row.writtenDenominator = written(fields.writtenDenominator, fields.denominatorUnit);
        return;
    }
    const std::string above = cells.unitOf(fields.numeratorUnit, fields.numeratorHeadUnit, fields);
    const std::string below = cells.unitOf(fields.denominatorUnit, fields.denominatorHeadUnit, fields);
    const bool isOneUnit = above == below || !row.numerator || !row.denominator;
    row.termUnit = !isOneUnit ? above + " | " + below : row.numerator ? above : below;
    if (isOneUnit) return;
    row.writtenNumerator = WrittenTerm{*row.numerator, above, std::nullopt};
    row.writtenDenominator = WrittenTerm{*row.denominator, below, std::nullopt};
}

/// Heads without the units they name.
Schema withoutUnits(const Schema& schema) {
    Schema plain;
    for (const Field& field : schema.fields()) plain.add({withoutUnit(field.name), field.type});
    return plain;
}

std::string headUnitOf(const Schema& schema, Index column) {
    return column ? unitNamedIn(schema.fields()[*column].name) : std::string();
}

std::optional<double> writtenIn(const std::optional<WrittenTerm>& term) {
    return term ? std::optional(term->number) : std::nullopt;
}
std::string unitIn(const std::optional<WrittenTerm>& term) { return term ? term->unit : std::string(); }

Value orNothing(const std::string& text) { return text.empty() ? Value() : Value(text); }
Value orNothing(std::optional<double> number) { return number ? Value(*number) : Value(); }

}  // namespace

ReportedFields reportedFieldsOf(const Schema& schema) {
    const Schema heads = withoutUnits(schema);
    const auto under = [&](std::initializer_list<std::string_view> names) {
        return columnUnder(heads, names);
    };
    ReportedFields fields{
        under({"indicator", "chi_tieu", "ma_chi_tieu", "ten_chi_tieu"}),
        under({"period", "nam", "ky", "ky_bao_cao", "nam_bao_cao", "year"}),
        under({"unit_code", "code", "ma_xa", "maxa", "ma_don_vi", "ma_dvhc", "madvhc", "ma_huyen", "ma"}),
        under({"unit_name", "name", "ten_xa", "tenxa", "ten_don_vi", "ten_dvhc", "xa_phuong", "xa",
               "ten_huyen", "ten"}),
        under({"numerator", "tu_so"}),
        under({"denominator", "mau_so"}),
        under({"term_unit", "unit", "don_vi_tinh", "dvt", "don_vi"}),
        under({"status", "trang_thai", "tinh_trang"}),
        under({"source_text", "source", "nguon", "nguon_so_lieu"}),
        under({"written_district", "ma_huyen", "mahuyen", "district_code", "huyen", "ten_huyen", "tenhuyen",
               "district_name"}),
        under({"unit_epoch"}),
        under({"join_basis"}),
        under({"written_code"}),
        under({"written_name"}),
        under({"written_numerator"}),
        under({"numerator_unit", "don_vi_tu_so"}),
        under({"written_denominator"}),
        under({"denominator_unit", "don_vi_mau_so"}),
        under({"section"})};
    // A table of districts names them once.
    if (fields.district == fields.code || fields.district == fields.name) fields.district.reset();
    // Cut to ten letters, the head of the unit would be that of the term.
    if (fields.numeratorUnit == fields.numerator) fields.numeratorUnit.reset();
    requireAll(fields);
    fields.others = othersOf(schema, fields);
    fields.numeratorHead = schema.fields()[*fields.numerator].name;
    fields.denominatorHead = schema.fields()[*fields.denominator].name;
    fields.numeratorHeadUnit = headUnitOf(schema, fields.numerator);
    fields.isNumeratorPercent = schema.fields()[*fields.numerator].name.find('%') != std::string::npos;
    fields.denominatorHeadUnit = headUnitOf(schema, fields.denominator);
    return fields;
}

bool isStoredReported(const ReportedFields& fields) {
    return fields.writtenNumerator && fields.writtenDenominator;
}

ReportedRow reportedRowIn(const Feature& feature, const ReportedFields& fields, DecimalMark mark) {
    CellReader cells(feature, mark);
    ReportedRow row;
    row.indicator = textAt(feature, fields.indicator);
    row.period = cells.year(fields.period);
    row.unitCode = textAt(feature, fields.code);
    row.unitName = textAt(feature, fields.name);
    const auto percent = cells.percent(fields.numerator);
    row.numerator = percent ? percent : cells.number(fields.numerator, fields.numeratorHead);
    row.denominator = cells.number(fields.denominator, fields.denominatorHead);
    setTermUnits(row, feature, fields, cells);
    if (percent) row.writtenNumerator = WrittenTerm{*percent, "%", std::nullopt};
    row.sourceText = textAt(feature, fields.source);
    row.row = feature.sourceRow;
    row.epoch = geo::parseDate(textAt(feature, fields.epoch));
    row.basis = textAt(feature, fields.basis);
    row.written = {fields.writtenCode ? textAt(feature, fields.writtenCode) : row.unitCode,
                   fields.writtenName ? textAt(feature, fields.writtenName) : row.unitName,
                   textAt(feature, fields.district)};
    // A code says more than the heading its row stands under.
    if (row.unitCode.empty() && row.written.district.empty())
        row.written.district = textAt(feature, fields.section);
    setStatus(row, cells.status(fields.status), statusByCells(feature, fields, row), cells);
    row.faults = std::move(cells).faults();
    return row;
}

Schema storedReportedSchema(const Schema& source, const ReportedFields& fields) {
    Schema stored;
    for (const StoredColumn& column : storedColumns) stored.add({std::string(column.name), column.type});
    for (const std::size_t other : fields.others) {
        Field field = source.fields()[other];
        while (stored.indexOf(field.name)) field.name += '_';
        stored.add(std::move(field));
    }
    return stored;
}

std::vector<Value> storedReportedValues(const Feature& feature, const ReportedFields& fields,
                                        const ReportedRow& row) {
    std::vector<Value> values{orNothing(row.indicator),
                              row.period == 0 ? Value() : Value(std::int64_t{row.period}),
                              orNothing(row.unitCode),
                              orNothing(row.unitName),
                              orNothing(row.numerator),
                              orNothing(row.denominator),
                              orNothing(row.termUnit),
                              wordOf(row.status),
                              orNothing(row.sourceText),
                              row.epoch ? Value(geo::isoText(*row.epoch)) : Value(),
                              orNothing(row.basis),
                              orNothing(row.written.code),
                              orNothing(row.written.name),
                              orNothing(row.written.district),
                              orNothing(writtenIn(row.writtenNumerator)),
                              orNothing(unitIn(row.writtenNumerator)),
                              orNothing(writtenIn(row.writtenDenominator)),
                              orNothing(unitIn(row.writtenDenominator))};
    for (const std::size_t other : fields.others) values.push_back(valueAt(feature, other));
    return values;
}

}  // namespace layers
