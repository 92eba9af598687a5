// SPDX-License-Identifier: Apache-2.0
// Columns by what there is to say, cells with the keys they are sorted by.
#include "app/desktop/figure_rows.hpp"

#include <algorithm>
#include <map>

#include "layers/model/row_reader.hpp"
#include "layers/text/names.hpp"

namespace app {
namespace {

using layers::Observation;

constexpr int termDecimals = 1;

TableCell numberCell(const std::optional<double>& value, int decimals, const Desk& desk) {
    if (!value) return {QStringLiteral("–"), {}, CellTone::Quiet};
    return {desk.number(*value, decimals), *value};
}

/// What amounts of a figure are counted in, in words.
QString termUnitWord(const Observation& figure, const Desk& desk) {
    return figure.termUnit.empty() ? desk.sentence("map.unit-not-told") : desk.word(figure.termUnit);
}

/// An amount in another unit than the column's names its own, and is not sorted among the others.
TableCell termCell(const std::optional<double>& amount, const Observation& figure, const std::string& unit,
                   const Desk& desk) {
    TableCell cell = numberCell(amount, termDecimals, desk);
    if (!amount || figure.termUnit == unit) return cell;
    return {cell.text + " " + termUnitWord(figure, desk)};
}

TableCell gapCell(const std::optional<double>& above, const Desk& desk) {
    if (!above) return {QStringLiteral("–"), {}, CellTone::Quiet};
    return {signedNumber(*above, 1, desk), *above, *above < 0 ? CellTone::Short : CellTone::Good};
}

/// `Tổng lượng xả (m³/ngày)`: the unit behind the column's name, unless it names one.
QString termTitle(const ThemeView& view, const std::string& term, const Desk& desk) {
    const std::string unit = termUnitOf(view);
    const std::string own = "column." + view.map.question.indicator + "-" + term;
    const QString title = desk.sentence(desk.words.knows(own) ? own : "column." + term);
    if (title.contains('(') || unit.empty()) return title;
    return title + " (" + desk.word(unit) + ")";
}

/// What a table of these figures has besides names and status.
struct FigureColumns {
    bool terms = false;
    std::string termUnit;
    int decimals = 1;
    std::optional<double> level;
    bool ownTargets = false;
};

FigureColumns columnsOf(const ThemeView& view) {
    const Observation& sample = view.figures.front();
    FigureColumns columns;
    columns.terms = sample.unit == "%";
    columns.termUnit = termUnitOf(view);
    columns.decimals = columns.terms ? 1 : 0;
    const auto& province = view.map.province;
    const auto* const target =
        view.targets.targetFor(province.indicator, province.unitCode, province.asOf.year);
    if (target != nullptr && columns.terms) columns.level = target->value;
    columns.ownTargets = std::ranges::any_of(view.figures, [&](const Observation& figure) {
        return view.targets.targetFor(figure.indicator, figure.unitCode, figure.asOf.year) != nullptr;
    });
    return columns;
}

std::vector<TableColumn> titlesOf(const ThemeView& view, const FigureColumns& columns, const Desk& desk) {
    const Observation& sample = view.figures.front();
    std::vector<TableColumn> titles{{desk.sentence("column.code")}, {toQt(unitsWord(view, desk))}};
    if (columns.terms) {
        titles.push_back({termTitle(view, "numerator", desk), true});
        titles.push_back({termTitle(view, "denominator", desk), true});
    }
    const std::string value = "column." + sample.indicator + "-value";
    titles.push_back({desk.sentence(desk.words.knows(value) ? value : "column.value"), true});
    if (columns.level)
        titles.push_back({desk.sentence("desktop.column-against", {{"level", *columns.level}}), true});
    if (columns.ownTargets) {
        titles.push_back({desk.sentence("column.target"), true});
        titles.push_back({desk.sentence("desktop.column-above-target"), true});
    }
    titles.push_back({desk.sentence("desktop.column-status"), false, true});
    return titles;
}

TableRow figureRow(const Observation& figure, const ThemeView& view, const FigureColumns& columns,
                   const Desk& desk) {
    TableRow row{{textCell(toQt(figure.unitCode), CellTone::Quiet), textCell(toQt(figure.unitName))},
                 figure.unitCode};
    if (columns.terms) {
        row.cells.push_back(termCell(figure.numerator, figure, columns.termUnit, desk));
        row.cells.push_back(termCell(figure.denominator, figure, columns.termUnit, desk));
    }
    row.cells.push_back(numberCell(figure.value, columns.decimals, desk));
    if (columns.level) {
        const auto gap = figure.value ? std::optional(*figure.value - *columns.level) : std::nullopt;
        row.cells.push_back(gapCell(gap, desk));
    }
    if (columns.ownTargets) {
        const auto* const own =
            view.targets.targetFor(figure.indicator, figure.unitCode, figure.asOf.year);
        row.cells.push_back(
            numberCell(own != nullptr ? std::optional(own->value) : std::nullopt, 1, desk));
        row.cells.push_back(gapCell(aboveTarget(figure, view.targets), desk));
    }
    row.cells.push_back(textCell(desk.word(layers::wordOf(figure.status)), CellTone::Quiet));
    return row;
}

}  // namespace

std::string unitsWord(const ThemeView& view, const Desk& desk) {
    return capitalised(desk.word(layers::wordOf(view.map.question.level))).toStdString();
}

std::string termUnitOf(const ThemeView& view) {
    std::map<std::string, int> counts;
    for (const Observation& figure : view.figures)
        if (figure.numerator || figure.denominator) ++counts[figure.termUnit];
    const auto most = std::ranges::max_element(
        counts, {}, [](const auto& each) { return std::pair(each.second, !each.first.empty()); });
    return most == counts.end() ? std::string() : most->first;
}

QString nameInOwnUnit(const Observation& figure, const Desk& desk) {
    return toQt(layers::withoutUnitPrefix(figure.unitName)) + " (" + termUnitWord(figure, desk) + ")";
}

QString brushedSentence(const ThemeView& view, const std::set<std::string>& units, const Desk& desk) {
    double numerator = 0;
    double denominator = 0;
    std::int64_t known = 0;
    std::int64_t count = 0;
    std::set<std::string> termUnits;
    for (const Observation& figure : view.figures) {
        if (!units.contains(figure.unitCode)) continue;
        ++count;
        if (!figure.numerator || !figure.denominator || figure.unit != "%") continue;
        ++known;
        termUnits.insert(figure.termUnit);
        numerator += *figure.numerator;
        denominator += *figure.denominator;
    }
    // Of several units some of which have no figure there is no figure of all.
    if (known == 0 || known < count || !(denominator > 0))
        return desk.sentence("desktop.brushed", {{"count", static_cast<std::int64_t>(units.size())}});
    if (termUnits.size() > 1) return desk.sentence("desktop.brushed-not-added", {{"count", count}});
    return desk.sentence("desktop.brushed-share", {{"count", count},
                                                   {"value", 100 * numerator / denominator},
                                                   {"numerator", numerator},
                                                   {"denominator", denominator},
                                                   {"unit", *termUnits.begin()}});
}

QString signedNumber(double value, int decimals, const Desk& desk) {
    return (value > 0 ? "+" : "") + desk.number(value, decimals);
}

std::string cellText(const Row& row, std::string_view name) {
    const auto cell = std::ranges::find(row, name, &Cell::name);
    if (cell == row.end()) return {};
    if (const auto* const text = std::get_if<std::string>(&cell->value)) return *text;
    if (const auto* const whole = std::get_if<std::int64_t>(&cell->value)) return std::to_string(*whole);
    return {};
}

TableContent figureTable(const ThemeView& view, const Desk& desk) {
    if (view.figures.empty()) return {};
    const FigureColumns columns = columnsOf(view);
    TableContent content{titlesOf(view, columns, desk), {}};
    for (const Observation& figure : view.figures)
        content.rows.push_back(figureRow(figure, view, columns, desk));
    return content;
}

TableContent findingsContent(const layers::Table& findings, const Desk& desk) {
    TableContent content{{{desk.sentence("column.finding-source")},
                          {desk.sentence("column.finding-row"), true},
                          {desk.sentence("column.finding-unit_code")},
                          {desk.sentence("column.finding-words"), false, true}},
                         {}};
    for (std::size_t i = 0; i < findings.rows.size(); ++i) {
        const layers::RowReader reader(findings, i);
        const auto row = reader.number("row");
        const std::string unit = reader.text("unit_code");
        const QString job = desk.sentence("desktop.job-" + reader.text("job"));
        const std::string source = reader.text("source");
        content.rows.push_back({{textCell(source.empty() ? job : toQt(source), CellTone::Quiet),
                                 row ? TableCell{desk.number(*row, 0), *row} : TableCell{},
                                 textCell(toQt(unit), CellTone::Quiet), textCell(toQt(reader.text("words")))},
                                unit});
    }
    return content;
}

TableContent ledgerContent(const layers::Ledger& ledger, const Desk& desk) {
    const bool hasAmounts = !ledger.unit.empty();
    TableContent content{
        {{desk.sentence("desktop.ledger-side")}, {desk.sentence("desktop.ledger-reason")},
         {desk.sentence("desktop.ledger-count"), true}},
        {}};
    if (hasAmounts) content.columns.push_back({desk.word(ledger.unit), true});
    content.columns.push_back({{}, false, true});
    for (const auto side : layers::ledgerSides) {
        for (const layers::LedgerEntry& entry : ledger.entries(side)) {
            TableRow row{{textCell(capitalised(desk.word("ledger-" + layers::wordOf(side)))),
                          textCell(desk.word("reason-" + entry.reason)),
                          numberCell(static_cast<double>(entry.count), 0, desk)}};
            if (hasAmounts) row.cells.push_back(numberCell(entry.amount, 2, desk));
            content.rows.push_back(std::move(row));
        }
    }
    return content;
}

TableContent tasksContent(const std::vector<Row>& rows, const Desk& desk) {
    TableContent content{{{desk.sentence("column.plan-number")},
                          {desk.sentence("column.plan-text"), false, true},
                          {desk.sentence("column.plan-lead_now")},
                          {desk.sentence("column.plan-from_year")},
                          {desk.sentence("column.plan-to_year")}},
                         {}};
    for (const Row& row : rows) {
        const bool isTask = cellText(row, "level") == "task";
        const std::string now = cellText(row, "lead_now");
        content.rows.push_back({{textCell(toQt(cellText(row, "number"))),
                                 textCell(toQt(cellText(row, "text")), isTask ? CellTone::Plain : CellTone::Good),
                                 textCell(toQt(now.empty() ? cellText(row, "lead") : now)),
                                 textCell(toQt(cellText(row, "from_year"))), textCell(toQt(cellText(row, "to_year")))}});
    }
    return content;
}

}  // namespace app
