// SPDX-License-Identifier: Apache-2.0
// Labels in a frame, a line for the years.
#include "app/desktop/place_card.hpp"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPolygonF>
#include <QPushButton>
#include <QVBoxLayout>
#include <algorithm>
#include <cmath>
#include <filesystem>

#include "app/desktop/figure_rows.hpp"
#include "app/desktop/look.hpp"
#include "app/jobs/map_words.hpp"
#include "layers/text/names.hpp"

namespace app {
namespace {

using layers::Observation;
using Years = std::vector<std::pair<int, double>>;

constexpr int cardWidth = 288;

const Observation* figureOf(const ThemeView& view, const std::string& code) {
    const auto found = std::ranges::find(view.figures, code, &Observation::unitCode);
    return found == view.figures.end() ? nullptr : &*found;
}

Years yearsOf(const std::map<std::string, Years>& known, const std::string& code) {
    const auto found = known.find(code);
    return found == known.end() ? Years{} : found->second;
}

const layers::Target* targetOf(const ThemeView& view, const Observation& figure) {
    return view.targets.targetFor(figure.indicator, figure.unitCode, figure.asOf.year);
}

QString valueText(const Observation& figure, const Desk& desk) {
    if (!figure.value) return capitalised(desk.word(layers::wordOf(figure.status)));
    if (figure.unit == "%") return desk.number(*figure.value, 1) + "%";
    return desk.number(*figure.value, 0) + " " + desk.word(figure.unit);
}

QString termsText(const Observation& figure, const Desk& desk) {
    if (!figure.numerator || !figure.denominator || figure.unit != "%") return {};
    const std::string own = "desktop.terms-" + figure.indicator;
    return desk.sentence(desk.words.knows(own) ? own : "desktop.terms",
                         {{"numerator", *figure.numerator},
                          {"denominator", *figure.denominator},
                          {"unit", figure.termUnit}});
}

QString originText(const Observation& figure, const Desk& desk) {
    QStringList lines;
    lines << toQt(shortSource(figure.source, desk.words));
    if (figure.count > 0) lines << desk.sentence("desktop.origin-rows", {{"count", figure.count}});
    lines << desk.sentence("map.as-of", {{"day", geo::isoText(figure.asOf)}});
    lines << desk.sentence("desktop.origin-how", {{"status", layers::wordOf(figure.status)},
                                                  {"method", figure.method}});
    lines << desk.sentence("map.release-" + layers::wordOf(figure.release));
    if (!figure.document.empty()) lines << toQt(figure.document);
    return lines.join('\n');
}

}  // namespace

/// What is known of the years as a line, the target dashed.
class PlaceCard::Trend : public QWidget {
  public:
    Trend() {
        setObjectName("trend");
        setFixedHeight(64);
    }

    void show(Years years, Years published, std::optional<double> level) {
        m_years = std::move(years);
        m_published = std::move(published);
        m_level = level;
        m_first = m_last = 0;
        for (const Years* const known : {&m_years, &m_published}) {
            if (known->empty()) continue;
            m_first = m_first == 0 ? known->front().first : std::min(m_first, known->front().first);
            m_last = std::max(m_last, known->back().first);
        }
        setVisible(m_last > m_first);
        update();
    }
    bool hasPublished() const { return !m_published.empty() && m_last > m_first; }

  protected:
    void paintEvent(QPaintEvent*) override {
        if (m_last <= m_first) return;
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        findRange();
        if (m_level) {
            painter.setPen(QPen(colours().shortfallBar, 1, Qt::DashLine));
            painter.drawLine(QPointF(0, placeOf(m_first, *m_level).y()),
                             QPointF(width(), placeOf(m_first, *m_level).y()));
        }
        drawLine(painter);
        drawYears(painter);
    }

  private:
    void findRange() {
        m_low = m_high = m_level.value_or((m_years.empty() ? m_published : m_years).front().second);
        for (const Years* const known : {&m_years, &m_published}) {
            for (const auto& [year, value] : *known) {
                m_low = std::min(m_low, value);
                m_high = std::max(m_high, value);
            }
        }
        if (m_high - m_low < 1e-9) m_high = m_low + 1;
    }

    QPointF placeOf(int year, double value) const {
        constexpr double edge = 6;
        const double x = edge + (width() - 2 * edge) * (year - m_first) / (m_last - m_first);
        const double room = height() - fontMetrics().height() - 2 * edge;
        return {x, edge + room * (m_high - value) / (m_high - m_low)};
    }

    void drawLine(QPainter& painter) const {
        QPolygonF line;
        for (const auto& [year, value] : m_years) line << placeOf(year, value);
        painter.setPen(QPen(colours().accent, 1.8));
        painter.setBrush(Qt::NoBrush);
        painter.drawPolyline(line);
        painter.setPen(QPen(colours().accent, 1.4));
        painter.setBrush(colours().paper);
        for (const auto& [year, value] : m_published) painter.drawEllipse(placeOf(year, value), 3, 3);
        painter.setPen(Qt::NoPen);
        painter.setBrush(colours().accent);
        for (const auto& [year, value] : m_years) painter.drawEllipse(placeOf(year, value), 2.6, 2.6);
    }

    void drawYears(QPainter& painter) const {
        painter.setFont(scaledFont(0.8));
        painter.setPen(colours().quiet);
        const QRect foot(0, height() - painter.fontMetrics().height(), width(), painter.fontMetrics().height());
        painter.drawText(foot, Qt::AlignLeft, QString::number(m_first));
        painter.drawText(foot, Qt::AlignRight, QString::number(m_last));
    }

    Years m_years;
    /// By authorities: rings, and no line through them.
    Years m_published;
    int m_first = 0;
    int m_last = 0;
    std::optional<double> m_level;
    double m_low = 0;
    double m_high = 1;
};

PlaceCard::PlaceCard(const Desk& desk, QWidget* parent)
    : QFrame(parent),
      m_desk(desk),
      m_head(roleLabel({}, "note")),
      m_name(roleLabel({}, "title")),
      m_figure(roleLabel({}, "figure")),
      m_gap(roleLabel({}, "good")),
      m_trend(new Trend),
      m_published(roleLabel(desk.sentence("desktop.trend-published"), "note")),
      m_terms(roleLabel({}, "plain")),
      m_target(roleLabel({}, "quiet")),
      m_originButton(new QPushButton(desk.sentence("desktop.origin"))),
      m_origin(roleLabel({}, "note")) {
    setObjectName("card");
    setAccessibleName(desk.sentence("desktop.card"));
    setFixedWidth(cardWidth);
    auto* const column = new QVBoxLayout(this);
    column->setContentsMargins(16, 12, 12, 12);
    column->setSpacing(3);
    column->addLayout(headRow());
    column->addWidget(m_name);
    auto* const figures = new QHBoxLayout;
    figures->setSpacing(10);
    figures->addWidget(m_figure);
    figures->addWidget(m_gap, 1, Qt::AlignBottom);
    column->addLayout(figures);
    for (QLabel* const label : {m_name, m_gap, m_terms, m_target, m_origin}) label->setWordWrap(true);
    for (QWidget* const widget :
         std::initializer_list<QWidget*>{m_trend, m_published, m_terms, m_target, m_originButton, m_origin})
        column->addWidget(widget);
    wireOrigin();
    hide();
}

QHBoxLayout* PlaceCard::headRow() {
    auto* const head = new QHBoxLayout;
    auto* const close = new QPushButton(QStringLiteral("✕"));
    close->setProperty("role", "link");
    close->setAccessibleName(m_desk.sentence("desktop.close"));
    head->addWidget(m_head, 1);
    head->addWidget(close);
    connect(close, &QPushButton::clicked, this, [this] {
        if (onClose) onClose();
    });
    return head;
}

void PlaceCard::wireOrigin() {
    m_originButton->setProperty("role", "link");
    m_originButton->setCheckable(true);
    m_origin->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_origin->hide();
    connect(m_originButton, &QPushButton::toggled, this, [this](bool isOpen) {
        m_origin->setVisible(isOpen);
        fitHeight();
        if (onResize) onResize();
    });
}

void PlaceCard::show(const ThemeView& view, const std::string& unitCode) {
    const Observation* const figure = figureOf(view, unitCode);
    m_unit = unitCode;
    setVisible(figure != nullptr);
    if (figure == nullptr) return;
    fill(view, *figure);
    fitHeight();
    raise();
}

/// Wrapped lines make a card as tall as its width makes them.
void PlaceCard::fitHeight() {
    layout()->invalidate();
    layout()->activate();
    resize(cardWidth, layout()->totalHeightForWidth(cardWidth));
}

void PlaceCard::fill(const ThemeView& view, const Observation& figure) {
    const QString level = capitalised(m_desk.word(layers::wordOf(figure.level)));
    m_head->setText(m_desk.sentence("desktop.card-head", {{"level", level.toStdString()},
                                                          {"code", figure.unitCode},
                                                          {"day", geo::isoText(figure.unitsOn)}}));
    m_name->setText(toQt(layers::withoutUnitPrefix(figure.unitName)));
    m_figure->setText(valueText(figure, m_desk));
    const auto above = aboveTarget(figure, view.targets);
    m_gap->setVisible(above.has_value());
    if (above) {
        m_gap->setText(m_desk.sentence("desktop.points", {{"points", signedNumber(*above, 1, m_desk).toStdString()}}));
        setRole(m_gap, *above < 0 ? "short" : "good");
    }
    const layers::Target* const target = targetOf(view, figure);
    m_target->setText(target != nullptr
                          ? m_desk.sentence("desktop.own-target", {{"value", target->value},
                                                                   {"unit", target->unit},
                                                                   {"year", std::to_string(target->year)}})
                          : m_desk.sentence("desktop.no-own-target"));
    const QString terms = termsText(figure, m_desk);
    m_terms->setText(terms);
    m_terms->setVisible(!terms.isEmpty());
    m_trend->show(yearsOf(view.past, figure.unitCode), yearsOf(view.published, figure.unitCode),
                  target != nullptr ? std::optional(target->value) : std::nullopt);
    m_published->setVisible(m_trend->hasPublished());
    m_origin->setText(originText(figure, m_desk));
}

}  // namespace app
