// SPDX-License-Identifier: Apache-2.0
// Sorts what is missing, draws a bar for each.
#include "app/desktop/ranking_panel.hpp"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <algorithm>

#include "app/desktop/figure_rows.hpp"
#include "app/desktop/look.hpp"
#include "layers/text/names.hpp"

namespace app {
namespace {

constexpr std::size_t mostShown = 12;
constexpr double noteSize = 0.85;
constexpr int noteGap = 6;

/// The level all units are seen against: the province's target.
std::optional<double> levelOfProvince(const ThemeView& view) {
    const auto& province = view.map.province;
    const auto* const target =
        view.targets.targetFor(province.indicator, province.unitCode, province.asOf.year);
    return target != nullptr ? std::optional(target->value) : std::nullopt;
}

RankedUnit ranked(const layers::Observation& figure, double amount, int decimals, const Desk& desk) {
    return {figure.unitCode, toQt(layers::withoutUnitPrefix(figure.unitName)), amount,
            desk.number(amount, decimals)};
}

void sortAndCut(std::vector<RankedUnit>& units) {
    std::ranges::stable_sort(units, std::ranges::greater{}, &RankedUnit::amount);
    if (units.size() > mostShown) units.resize(mostShown);
}

Ranking byMissing(const ThemeView& view, double level, const Desk& desk) {
    Ranking ranking;
    const std::string unit = termUnitOf(view);
    ranking.title = desk.sentence("desktop.ranking-missing",
                                  {{"level", level}, {"unit", unit}, {"units", unitsWord(view, desk)}});
    QStringList leftOut;
    for (const layers::Observation& figure : view.figures) {
        const auto missing = missingAmount(figure, level);
        if (!missing || *missing <= 0) continue;
        if (figure.termUnit == unit)
            ranking.units.push_back(ranked(figure, *missing, 0, desk));
        else
            leftOut << nameInOwnUnit(figure, desk);
    }
    sortAndCut(ranking.units);
    if (!leftOut.isEmpty())
        ranking.note =
            desk.sentence("desktop.ranking-left-out", {{"names", leftOut.join(", ").toStdString()}});
    // Small amounts differ in their decimals only.
    const bool isSmall = !ranking.units.empty() && ranking.units.front().amount < 100;
    for (RankedUnit& one : ranking.units) {
        if (isSmall) one.text = desk.number(one.amount, 2);
    }
    return ranking;
}

Ranking byValue(const ThemeView& view, const Desk& desk) {
    Ranking ranking{.isShortfall = false};
    ranking.title = desk.sentence("desktop.ranking-value", {{"units", unitsWord(view, desk)}});
    for (const layers::Observation& figure : view.figures) {
        const bool isShare = figure.unit == "%";
        if (figure.value) ranking.units.push_back(ranked(figure, *figure.value, isShare ? 1 : 0, desk));
    }
    sortAndCut(ranking.units);
    return ranking;
}

}  // namespace

Ranking rankingOf(const ThemeView& view, const Desk& desk) {
    const auto level = levelOfProvince(view);
    if (view.figures.empty()) return {};
    if (level && view.figures.front().unit == "%") return byMissing(view, *level, desk);
    return byValue(view, desk);
}

RankingPanel::RankingPanel(const Desk& desk, QWidget* parent) : QWidget(parent) {
    setObjectName("rankingPanel");
    setAccessibleName(desk.sentence("desktop.ranking"));
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
}

void RankingPanel::show(Ranking ranking) {
    m_ranking = std::move(ranking);
    m_anchor = m_reached = -1;
    fitHeight();
    update();
}

void RankingPanel::fitHeight() {
    setFixedHeight(titleHeight() + rowHeight() * static_cast<int>(m_ranking.units.size()) + 4 + noteHeight());
}

void RankingPanel::resizeEvent(QResizeEvent*) { fitHeight(); }

void RankingPanel::showSelected(std::set<std::string> codes) {
    m_selected = std::move(codes);
    update();
}

void RankingPanel::showHovered(const std::string& code) {
    m_hovered = code;
    update();
}

int RankingPanel::rowHeight() const { return fontMetrics().height() + 5; }

int RankingPanel::titleHeight() const {
    const QFontMetrics metrics(scaledFont(0.80, QFont::DemiBold));
    const QRect room(0, 0, std::max(60, width()), 200);
    return metrics.boundingRect(room, Qt::TextWordWrap, m_ranking.title.toUpper()).height() + 6;
}

int RankingPanel::noteHeight() const {
    if (m_ranking.note.isEmpty()) return 0;
    const QRect room(0, 0, std::max(60, width()), 2000);
    return QFontMetrics(scaledFont(noteSize)).boundingRect(room, Qt::TextWordWrap, m_ranking.note).height() +
           noteGap;
}

int RankingPanel::nameWidth() const {
    int widest = 0;
    for (const RankedUnit& unit : m_ranking.units) {
        widest = std::max(widest, fontMetrics().horizontalAdvance(unit.name));
    }
    return std::min(widest + 10, width() / 2);
}

int RankingPanel::rowAt(int y) const {
    const int row = (y - titleHeight()) / rowHeight();
    return y < titleHeight() || row >= static_cast<int>(m_ranking.units.size()) ? -1 : row;
}

std::string RankingPanel::codeOf(int row) const {
    return row < 0 ? std::string() : m_ranking.units[static_cast<std::size_t>(row)].code;
}

void RankingPanel::drawRow(QPainter& painter, std::size_t index) const {
    const LookColours look = colours();
    const RankedUnit& unit = m_ranking.units[index];
    const QRect row(0, titleHeight() + rowHeight() * static_cast<int>(index), width(), rowHeight());
    const bool isSelected = m_selected.contains(unit.code);
    if (isSelected) painter.fillRect(row, look.accentSoft);
    if (unit.code == m_hovered && !isSelected) painter.fillRect(row, look.ground);
    const int name = nameWidth();
    painter.setPen(look.ink);
    painter.setFont(font());
    painter.drawText(row.adjusted(2, 0, name - width(), 0), static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter),
                     fontMetrics().elidedText(unit.name, Qt::ElideRight, name - 4));
    const double number = tabularWidth(font(), m_ranking.units.front().text) + 8;
    const double room = width() - name - number;
    const double bar = std::max(1.0, room * unit.amount / m_ranking.units.front().amount);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_ranking.isShortfall ? look.shortfallBar : look.accent);
    painter.drawRoundedRect(QRectF(name, row.top() + row.height() * 0.24, bar, row.height() * 0.52), 2, 2);
    painter.setPen(look.ink);
    drawTabular(painter, QRectF(row).adjusted(0, 0, -2, 0), Qt::AlignRight, unit.text);
}

void RankingPanel::drawNote(QPainter& painter) const {
    painter.setPen(colours().quiet);
    painter.setFont(scaledFont(noteSize));
    const QRect room = rect().adjusted(0, height() - noteHeight() + noteGap, 0, 0);
    painter.drawText(room, Qt::TextWordWrap, m_ranking.note);
}

void RankingPanel::paintEvent(QPaintEvent*) {
    if (m_ranking.units.empty() && m_ranking.note.isEmpty()) return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(colours().quiet);
    painter.setFont(scaledFont(0.80, QFont::DemiBold));
    painter.drawText(QRect(0, 0, width(), titleHeight()), Qt::TextWordWrap, m_ranking.title.toUpper());
    for (std::size_t i = 0; i < m_ranking.units.size(); ++i) drawRow(painter, i);
    drawNote(painter);
    if (!hasFocus()) return;
    painter.setPen(QPen(colours().accent, 1, Qt::DotLine));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(rect().adjusted(0, titleHeight() - 1, -1, -1));
}

void RankingPanel::brushTo(int row) {
    if (row < 0 || !onBrush) return;
    if (m_anchor < 0) m_anchor = row;
    m_reached = row;
    std::set<std::string> codes;
    for (int one = std::min(m_anchor, row); one <= std::max(m_anchor, row); ++one) codes.insert(codeOf(one));
    onBrush(std::move(codes));
}

void RankingPanel::mousePressEvent(QMouseEvent* event) {
    const int row = rowAt(event->pos().y());
    if (row < 0 || event->button() != Qt::LeftButton) return;
    if (event->modifiers() & Qt::ShiftModifier) return brushTo(row);
    m_anchor = m_reached = row;
    if (!(event->modifiers() & Qt::ControlModifier)) return brushTo(row);
    if (onToggle) onToggle(codeOf(row));
}

void RankingPanel::mouseMoveEvent(QMouseEvent* event) {
    const int row = rowAt(event->pos().y());
    const bool isBrushing = event->buttons() & Qt::LeftButton && !(event->modifiers() & Qt::ControlModifier);
    if (isBrushing && m_anchor >= 0 && row != m_reached) brushTo(row);
    if (onHover) onHover(codeOf(row));
}

void RankingPanel::leaveEvent(QEvent*) {
    if (onHover) onHover({});
}

/// Arrows go from bar to bar; with Shift they take more of them.
void RankingPanel::step(int rows, bool isExtending) {
    const auto& units = m_ranking.units;
    if (units.empty()) return;
    const auto found =
        std::ranges::find_if(units, [&](const RankedUnit& unit) { return m_selected.contains(unit.code); });
    const int known = found == units.end() ? (rows > 0 ? -1 : 0) : static_cast<int>(found - units.begin());
    const int now = m_reached >= 0 && m_selected.contains(codeOf(m_reached)) ? m_reached : known;
    const int next = std::clamp(now + rows, 0, static_cast<int>(units.size()) - 1);
    if (!isExtending) m_anchor = next;
    brushTo(next);
}

void RankingPanel::keyPressEvent(QKeyEvent* event) {
    const bool isExtending = event->modifiers() & Qt::ShiftModifier;
    if (event->key() == Qt::Key_Down) return step(1, isExtending);
    if (event->key() == Qt::Key_Up) return step(-1, isExtending);
    QWidget::keyPressEvent(event);
}

}  // namespace app
