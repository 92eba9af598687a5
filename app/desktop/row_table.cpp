// SPDX-License-Identifier: Apache-2.0
// A table view without edges, its columns as wide as what they hold.
#include "app/desktop/row_table.hpp"

#include <QHeaderView>
#include <QMouseEvent>
#include <algorithm>

#include "app/desktop/row_model.hpp"

namespace app {
namespace {

constexpr int widestColumn = 420;
constexpr int headMargin = 26;
/// Longer heads stand in two lines.
constexpr qsizetype longestLine = 14;

QString inTwoLines(const QString& title) {
    if (title.size() <= longestLine) return title;
    const qsizetype middle = title.size() / 2;
    const qsizetype before = title.lastIndexOf(' ', middle);
    const qsizetype after = title.indexOf(' ', middle);
    const bool isBefore = before > 0 && (after < 0 || middle - before <= after - middle);
    const qsizetype at = isBefore ? before : after;
    return at < 0 ? title : title.left(at) + '\n' + title.mid(at + 1);
}

int widestLine(const QFontMetrics& metrics, const QString& title) {
    int widest = 0;
    for (const QString& line : title.split('\n')) widest = std::max(widest, metrics.horizontalAdvance(line));
    return widest;
}

}  // namespace

TableCell textCell(const QString& text, CellTone tone) { return {text, {}, tone}; }

RowTable::RowTable(const QString& accessibleName, QWidget* parent)
    : QTableView(parent), m_model(std::make_unique<RowModel>()), m_order(std::make_unique<RowOrder>()) {
    setAccessibleName(accessibleName);
    m_order->setSourceModel(m_model.get());
    setModel(m_order.get());
    setItemDelegate(new FigureDelegate(this));
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(NoEditTriggers);
    setShowGrid(false);
    setMouseTracking(true);
    setTabKeyNavigation(false);
    setHorizontalScrollMode(ScrollPerPixel);
    setVerticalScrollMode(ScrollPerPixel);
    verticalHeader()->hide();
    verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 12);
    horizontalHeader()->setHighlightSections(false);
    connect(selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
        if (!m_isShowing && onBrush) onBrush(chosenUnits());
    });
}

RowTable::~RowTable() { setModel(nullptr); }

void RowTable::setContent(std::vector<TableColumn> columns, std::vector<TableRow> rows) {
    setSortingEnabled(false);
    m_isShowing = true;
    for (TableColumn& column : columns) column.title = inTwoLines(column.title);
    m_model->set(columns, std::move(rows));
    m_order->sort(-1);
    m_isShowing = false;
    horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
    setSortingEnabled(true);
    fitColumns(columns);
}

int RowTable::rowCount() const { return m_model->rowCount(); }

void RowTable::fitColumns(const std::vector<TableColumn>& columns) {
    QFont headFont = horizontalHeader()->font();
    headFont.setWeight(QFont::DemiBold);
    const QFontMetrics metrics(headFont);
    m_stretched = -1;
    for (int i = 0; i < static_cast<int>(columns.size()); ++i) {
        const auto& column = columns[static_cast<std::size_t>(i)];
        const int head = widestLine(metrics, column.title) + headMargin;
        setColumnWidth(i, std::max(head, std::min(sizeHintForColumn(i), widestColumn)));
        if (!column.stretches) continue;
        m_stretched = i;
        m_stretchedLeast = columnWidth(i);
    }
    stretch();
}

void RowTable::stretch() {
    if (m_stretched < 0) return;
    const int others = horizontalHeader()->length() - columnWidth(m_stretched);
    setColumnWidth(m_stretched, std::max(m_stretchedLeast, viewport()->width() - others));
}

void RowTable::resizeEvent(QResizeEvent* event) {
    QTableView::resizeEvent(event);
    stretch();
}

std::string RowTable::unitAt(const QModelIndex& index) const {
    if (!index.isValid()) return {};
    const auto row = static_cast<std::size_t>(m_order->mapToSource(index).row());
    return m_model->rows()[row].unitCode;
}

std::set<std::string> RowTable::chosenUnits() const {
    std::set<std::string> units;
    for (const QModelIndex& row : selectionModel()->selectedRows()) units.insert(unitAt(row));
    units.erase("");
    return units;
}

void RowTable::showSelected(const std::set<std::string>& unitCodes) {
    if (chosenUnits() == unitCodes) return;
    m_isShowing = true;
    clearSelection();
    setCurrentIndex({});
    QModelIndex first;
    const auto& rows = m_model->rows();
    for (int row = 0; row < static_cast<int>(rows.size()); ++row) {
        if (!unitCodes.contains(rows[static_cast<std::size_t>(row)].unitCode)) continue;
        const auto at = m_order->mapFromSource(m_model->index(row, 0));
        selectionModel()->select(at, QItemSelectionModel::Select | QItemSelectionModel::Rows);
        if (!first.isValid() || at.row() < first.row()) first = at;
    }
    selectionModel()->setCurrentIndex(first, QItemSelectionModel::NoUpdate);
    if (first.isValid()) scrollTo(first);
    m_isShowing = false;
}

void RowTable::showHovered(const std::string& unitCode) {
    const auto& rows = m_model->rows();
    const auto found = std::ranges::find(rows, unitCode, &TableRow::unitCode);
    const bool isThere = !unitCode.empty() && found != rows.end();
    m_model->setHovered(isThere ? static_cast<int>(found - rows.begin()) : -1);
}

void RowTable::mouseMoveEvent(QMouseEvent* event) {
    QTableView::mouseMoveEvent(event);
    if (onHover) onHover(unitAt(indexAt(event->pos())));
}

void RowTable::leaveEvent(QEvent* event) {
    QTableView::leaveEvent(event);
    if (onHover) onHover({});
}

}  // namespace app
