// SPDX-License-Identifier: Apache-2.0
// A table to read: columns of texts and figures, rows that may stand for units.
#pragma once

#include <QString>
#include <QTableView>
#include <QVariant>
#include <functional>
#include <memory>
#include <set>
#include <string>
#include <vector>

namespace app {

enum class CellTone { Plain, Quiet, Good, Short };

struct TableCell {
    QString text;
    /// Sorts the column; an invalid one sorts last.
    QVariant key = {};
    CellTone tone = CellTone::Plain;
};

struct TableColumn {
    QString title;
    bool isNumber = false;
    /// Takes the width that is left.
    bool stretches = false;
};

struct TableRow {
    std::vector<TableCell> cells;
    /// Empty when the row stands for no unit.
    std::string unitCode = {};
};

TableCell textCell(const QString& text, CellTone tone = CellTone::Plain);

class RowModel;
class RowOrder;

class RowTable : public QTableView {
  public:
    explicit RowTable(const QString& accessibleName, QWidget* parent = nullptr);
    ~RowTable() override;

    void setContent(std::vector<TableColumn> columns, std::vector<TableRow> rows);
    int rowCount() const;
    /// Marks the rows of units without telling onBrush.
    void showSelected(const std::set<std::string>& unitCodes);
    void showHovered(const std::string& unitCode);

    /// The units of the rows somebody chose.
    std::function<void(std::set<std::string> unitCodes)> onBrush;
    std::function<void(const std::string& unitCode)> onHover;

  protected:
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

  private:
    std::set<std::string> chosenUnits() const;
    std::string unitAt(const QModelIndex& index) const;
    void fitColumns(const std::vector<TableColumn>& columns);
    void stretch();

    std::unique_ptr<RowModel> m_model;
    std::unique_ptr<RowOrder> m_order;
    bool m_isShowing = false;
    /// Takes the width that is left, and never less than it holds.
    int m_stretched = -1;
    int m_stretchedLeast = 0;
};

}  // namespace app
