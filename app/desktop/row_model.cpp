// SPDX-License-Identifier: Apache-2.0
// Cells by role, order by key, figures painted.
#include "app/desktop/row_model.hpp"

#include <QPainter>

#include "app/desktop/look.hpp"

namespace app {
namespace {

constexpr int cellMargin = 10;

QColor colourOf(CellTone tone) {
    const LookColours look = colours();
    switch (tone) {
        case CellTone::Plain:
            return look.ink;
        case CellTone::Quiet:
            return look.quiet;
        case CellTone::Good:
            return look.accent;
        case CellTone::Short:
            return look.shortfall;
    }
    return look.ink;
}

CellTone toneOf(const QModelIndex& index) { return static_cast<CellTone>(index.data(toneRole).toInt()); }

}  // namespace

void RowModel::set(std::vector<TableColumn> columns, std::vector<TableRow> rows) {
    beginResetModel();
    m_columns = std::move(columns);
    m_rows = std::move(rows);
    m_hovered = -1;
    endResetModel();
}

void RowModel::setHovered(int row) {
    if (row == m_hovered) return;
    const int before = m_hovered;
    m_hovered = row;
    for (const int changed : {before, row}) {
        if (changed >= 0) emit dataChanged(index(changed, 0), index(changed, columnCount() - 1));
    }
}

int RowModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int RowModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_columns.size());
}

QVariant RowModel::data(const QModelIndex& index, int role) const {
    const auto& row = m_rows[static_cast<std::size_t>(index.row())];
    const auto column = static_cast<std::size_t>(index.column());
    if (column >= row.cells.size()) return {};
    const TableCell& cell = row.cells[column];
    if (role == Qt::DisplayRole || role == Qt::ToolTipRole) return cell.text;
    if (role == keyRole) return cell.key.isValid() || m_columns[column].isNumber ? cell.key : cell.text;
    if (role == toneRole) return static_cast<int>(cell.tone);
    if (role == Qt::BackgroundRole && index.row() == m_hovered) return colours().ground;
    if (role == Qt::TextAlignmentRole && m_columns[column].isNumber)
        return static_cast<int>(Qt::AlignRight | Qt::AlignVCenter);
    return {};
}

QVariant RowModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal) return {};
    const TableColumn& column = m_columns[static_cast<std::size_t>(section)];
    if (role == Qt::DisplayRole) return column.title;
    if (role != Qt::TextAlignmentRole) return {};
    return static_cast<int>((column.isNumber ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
}

bool RowOrder::lessThan(const QModelIndex& left, const QModelIndex& right) const {
    const QVariant first = left.data(keyRole);
    const QVariant second = right.data(keyRole);
    if (first.isValid() != second.isValid()) return first.isValid() == (sortOrder() == Qt::AscendingOrder);
    if (first.typeId() == QMetaType::Double) return first.toDouble() < second.toDouble();
    return QString::localeAwareCompare(first.toString(), second.toString()) < 0;
}

void FigureDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                           const QModelIndex& index) const {
    const LookColours look = colours();
    const bool isSelected = option.state & QStyle::State_Selected;
    const QVariant ground = index.data(Qt::BackgroundRole);
    if (isSelected || ground.isValid())
        painter->fillRect(option.rect, isSelected ? look.accentSoft : ground.value<QColor>());
    painter->setPen(look.hairline);
    painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    painter->setPen(colourOf(toneOf(index)));
    painter->setFont(option.font);
    const QRect room = option.rect.adjusted(cellMargin, 0, -cellMargin, 0);
    const QString text = index.data(Qt::DisplayRole).toString();
    if (index.data(Qt::TextAlignmentRole).isValid()) return drawTabular(*painter, room, Qt::AlignRight, text);
    const QString shown = option.fontMetrics.elidedText(text, Qt::ElideRight, room.width());
    painter->drawText(room, static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter), shown);
}

QSize FigureDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const QString text = index.data(Qt::DisplayRole).toString();
    const double width = tabularWidth(option.font, text);
    return {qRound(width) + 2 * cellMargin + 2, option.fontMetrics.height() + 10};
}

}  // namespace app
