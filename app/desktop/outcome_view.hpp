// SPDX-License-Identifier: Apache-2.0
// What a job did, for people: its summary, what to look at, and where every row went.
#pragma once

#include <QTabWidget>

#include "app/desktop/desk.hpp"
#include "app/jobs/outcome.hpp"

class QPlainTextEdit;

namespace app {

class RowTable;

class OutcomeView : public QTabWidget {
  public:
    explicit OutcomeView(const Desk& desk, QWidget* parent = nullptr);
    void show(const Outcome& outcome);
    void showText(const QString& text);

  private:
    const Desk& m_desk;
    QPlainTextEdit* m_summary;
    RowTable* m_findings;
    RowTable* m_ledger;
};

}  // namespace app
