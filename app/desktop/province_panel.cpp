// SPDX-License-Identifier: Apache-2.0
// A large figure, a bar with the target's mark.
#include "app/desktop/province_panel.hpp"

#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>
#include <algorithm>

#include "app/desktop/look.hpp"
#include "app/words/numbers.hpp"

namespace app {
namespace {

constexpr double hundred = 100;

QString valueText(const layers::Observation& figure, const Desk& desk) {
    if (!figure.value) return desk.word(layers::wordOf(figure.status));
    if (figure.unit == "%") return desk.number(*figure.value, 2) + "%";
    return desk.number(*figure.value, 0) + " " + desk.word(figure.unit);
}

/// What each year has to bring until the target's.
QString paceText(const layers::Target& target, const layers::Observation& figure, const Desk& desk) {
    const double gap = layers::gapTo(target, *figure.value);
    const int years = target.year - figure.asOf.year;
    if (gap <= 0 || years <= 0) return {};
    return desk.sentence("desktop.pace", {{"points", gap / years}});
}

}  // namespace

ProvinceFigure provinceFigure(const ThemeView& view, const Desk& desk) {
    const layers::Observation& figure = view.map.province;
    ProvinceFigure shown;
    shown.heading = desk.sentence("desktop.province-on", {{"day", geo::isoText(figure.asOf)}});
    shown.figure = valueText(figure, desk);
    if (!figure.value || figure.unit != "%") return shown;
    shown.share = *figure.value;
    const auto* const target = view.targets.targetFor(figure.indicator, figure.unitCode, figure.asOf.year);
    if (target == nullptr) {
        shown.note = desk.sentence("desktop.no-province-target");
        return shown;
    }
    const double gap = layers::gapTo(*target, *figure.value);
    shown.target = target->value;
    shown.targetText = toQt(formatShort(target->value, desk.words.language())) + "%";
    shown.isShort = !layers::isMet(*target, *figure.value);
    shown.note = desk.sentence(shown.isShort ? "desktop.below-by" : "desktop.above-by",
                               {{"points", shown.isShort ? gap : -gap},
                                {"target", target->value},
                                {"year", std::to_string(target->year)}});
    shown.foot = paceText(*target, figure, desk);
    return shown;
}

/// A bar from nothing to a hundred with a mark at the target.
class ProvincePanel::Bar : public QWidget {
  public:
    Bar() { setFixedHeight(fontMetrics().height() + 16); }

    void show(const ProvinceFigure& figure) {
        m_figure = figure;
        setVisible(figure.share.has_value());
        update();
    }

  protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const LookColours look = colours();
        drawBar(painter, hundred, look.hairline);
        drawBar(painter, *m_figure.share, m_figure.isShort ? look.shortfallBar : look.accent);
        if (m_figure.target) drawTarget(painter, look);
    }

  private:
    double placeOf(double share) const { return width() * std::clamp(share, 0.0, hundred) / hundred; }

    void drawBar(QPainter& painter, double share, const QColor& colour) const {
        painter.setPen(Qt::NoPen);
        painter.setBrush(colour);
        painter.drawRoundedRect(QRectF(0, 5, placeOf(share), 8), 4, 4);
    }

    void drawTarget(QPainter& painter, const LookColours& look) const {
        const double at = placeOf(*m_figure.target);
        painter.fillRect(QRectF(at - 1, 0, 2, 18), look.ink);
        painter.setFont(scaledFont(0.82, QFont::DemiBold));
        painter.setPen(look.quiet);
        const double half = 40;
        const double left = std::clamp(at - half, 0.0, width() - 2 * half);
        painter.drawText(QRectF(left, 17, 2 * half, height() - 16), Qt::AlignCenter, m_figure.targetText);
    }

    ProvinceFigure m_figure;
};

ProvincePanel::ProvincePanel(const Desk& desk, QWidget* parent)
    : QWidget(parent),
      m_heading(roleLabel({}, "heading")),
      m_figure(roleLabel({}, "figure")),
      m_note(roleLabel({}, "short")),
      m_foot(roleLabel({}, "note")),
      m_bar(new Bar) {
    setObjectName("provincePanel");
    setAccessibleName(desk.sentence("desktop.province"));
    auto* const column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    for (QLabel* const label : {m_heading, m_figure, m_note, m_foot}) label->setWordWrap(true);
    m_figure->setTextInteractionFlags(Qt::TextSelectableByMouse);
    column->addWidget(m_heading);
    column->addWidget(m_figure);
    column->addWidget(m_note);
    column->addWidget(m_bar);
    column->addWidget(m_foot);
}

void ProvincePanel::show(const ProvinceFigure& figure) {
    m_heading->setText(figure.heading.toUpper());
    m_figure->setText(figure.figure);
    m_note->setText(figure.note);
    m_note->setVisible(!figure.note.isEmpty());
    setRole(m_note, figure.isShort ? "short" : figure.target ? "good" : "quiet");
    m_foot->setText(figure.foot);
    m_foot->setVisible(!figure.foot.isEmpty());
    m_bar->show(figure);
}

}  // namespace app
