// SPDX-License-Identifier: Apache-2.0
// The rows of a table as Qt asks for them, and their order.
#pragma once

#include <QAbstractTableModel>
#include <QSortFilterProxyModel>
#include <QStyledItemDelegate>
#include <vector>

#include "app/desktop/row_table.hpp"

namespace app {

inline constexpr int keyRole = Qt::UserRole;
inline constexpr int toneRole = Qt::UserRole + 1;

class RowModel : public QAbstractTableModel {
  public:
    void set(std::vector<TableColumn> columns, std::vector<TableRow> rows);
    void setHovered(int row);
    const std::vector<TableRow>& rows() const { return m_rows; }
    const std::vector<TableColumn>& columns() const { return m_columns; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

  private:
    std::vector<TableColumn> m_columns;
    std::vector<TableRow> m_rows;
    int m_hovered = -1;
};

/// Figures by size, texts as the reader's alphabet goes; what has no figure comes last either way.
class RowOrder : public QSortFilterProxyModel {
  protected:
    bool lessThan(const QModelIndex& left, const QModelIndex& right) const override;
};

/// Figures in digits of one width.
class FigureDelegate : public QStyledItemDelegate {
  public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

}  // namespace app
