// SPDX-License-Identifier: Apache-2.0
// Three tabs: lines, findings, ledger.
#include "app/desktop/outcome_view.hpp"

#include <QPlainTextEdit>

#include "app/desktop/figure_rows.hpp"
#include "app/desktop/row_table.hpp"

namespace app {
namespace {

TableContent findingRows(const std::vector<layers::Finding>& findings, const Desk& desk) {
    TableContent content{{{desk.sentence("column.finding-source")},
                          {desk.sentence("column.finding-row"), true},
                          {desk.sentence("column.finding-words"), false, true}},
                         {}};
    for (const layers::Finding& finding : findings) {
        const auto row = static_cast<double>(finding.row);
        content.rows.push_back(
            {{textCell(toQt(finding.source), CellTone::Quiet),
              finding.row > 0 ? TableCell{desk.number(row, 0), row} : TableCell{},
              textCell(desk.sentence(finding.message))},
             finding.unitCode});
    }
    return content;
}

QString summaryOf(const Outcome& outcome, const Desk& desk) {
    QStringList lines;
    if (outcome.refusal) lines << desk.sentence("error.heading") + " " + desk.sentence(*outcome.refusal);
    for (const geo::Message& line : outcome.summary) lines << desk.sentence(line);
    return lines.join('\n');
}

}  // namespace

OutcomeView::OutcomeView(const Desk& desk, QWidget* parent)
    : QTabWidget(parent),
      m_desk(desk),
      m_summary(new QPlainTextEdit),
      m_findings(new RowTable(desk.sentence("desktop.findings"))),
      m_ledger(new RowTable(desk.sentence("desktop.ledger"))) {
    setDocumentMode(true);
    m_summary->setReadOnly(true);
    m_summary->setFrameStyle(QFrame::NoFrame);
    m_summary->setAccessibleName(desk.sentence("desktop.result"));
    m_summary->setTabChangesFocus(true);
    m_findings->setWordWrap(true);
    addTab(m_summary, desk.sentence("desktop.result"));
    addTab(m_findings, desk.sentence("desktop.findings"));
    addTab(m_ledger, desk.sentence("desktop.ledger"));
}

void OutcomeView::show(const Outcome& outcome) {
    showText(summaryOf(outcome, m_desk));
    TableContent findings = findingRows(outcome.findings, m_desk);
    const auto count = static_cast<std::int64_t>(findings.rows.size());
    setTabText(1, m_desk.sentence("desktop.findings-count", {{"count", count}}));
    m_findings->setContent(std::move(findings.columns), std::move(findings.rows));
    TableContent ledger = ledgerContent(outcome.ledger, m_desk);
    setTabVisible(2, !ledger.rows.empty());
    m_ledger->setContent(std::move(ledger.columns), std::move(ledger.rows));
}

void OutcomeView::showText(const QString& text) {
    m_summary->setPlainText(text);
    setCurrentIndex(0);
}

}  // namespace app
