// SPDX-License-Identifier: Apache-2.0
// Labels, a bar and a button.
#include "app/desktop/status_line.hpp"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <cmath>

#include "app/desktop/look.hpp"

namespace app {
namespace {

/// Of the 3° zones; those of 6° have 0.9996.
constexpr double scaleOf3DegreeZones = 0.9999;

/// Wide enough for its longest text, so that what stands beside it keeps still.
void holdRoom(QLabel* label, const QString& longest) {
    label->setMinimumWidth(label->fontMetrics().horizontalAdvance(longest));
}

}  // namespace

QString systemName(const std::string& crsName, std::optional<double> centralMeridian_deg,
                   std::optional<double> centralScale, const Desk& desk) {
    const bool isVn2000 = crsName.find("VN-2000") != std::string::npos;
    if (!isVn2000 || !centralMeridian_deg || !centralScale) return toQt(crsName);
    const double whole = std::floor(*centralMeridian_deg);
    const auto minutes = static_cast<int>(std::lround((*centralMeridian_deg - whole) * 60));
    const QString meridian =
        QString("%1°%2′").arg(static_cast<int>(whole)).arg(minutes, 2, 10, QLatin1Char('0'));
    const bool isNarrow = std::abs(*centralScale - scaleOf3DegreeZones) < 1e-6;
    return desk.sentence("desktop.vn2000",
                         {{"meridian", meridian.toStdString()}, {"zone", std::int64_t{isNarrow ? 3 : 6}}});
}

StatusLine::StatusLine(const Desk& desk, QWidget* parent)
    : QWidget(parent),
      m_desk(desk),
      m_plane(roleLabel({}, "note")),
      m_degrees(roleLabel({}, "note")),
      m_scale(roleLabel({}, "note")),
      m_message(roleLabel({}, "note")),
      m_bar(new QProgressBar),
      m_stop(new QPushButton(desk.sentence("desktop.stop"))) {
    setObjectName("statusLine");
    setAttribute(Qt::WA_StyledBackground);
    auto* const row = new QHBoxLayout(this);
    row->setContentsMargins(14, 3, 14, 3);
    row->setSpacing(18);
    m_message->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_message->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_message->setObjectName("message");
    m_bar->setTextVisible(false);
    m_bar->setFixedWidth(130);
    m_bar->setAccessibleName(desk.sentence("desktop.progress"));
    m_stop->setObjectName("stop");
    for (QLabel* const label : {m_plane, m_degrees, m_scale}) row->addWidget(label);
    m_plane->hide();
    m_degrees->hide();
    row->addWidget(m_message, 1);
    row->addWidget(m_bar);
    row->addWidget(m_stop);
    connect(m_stop, &QPushButton::clicked, this, [this] {
        m_stop->setEnabled(false);
        if (onStop) onStop();
    });
    setFixedHeight(m_stop->sizeHint().height() + 8);
    showBusy(false);
}

void StatusLine::showPosition(const std::optional<Position>& position, const QString& crsName) {
    if (!position) return;
    m_plane->show();
    m_degrees->show();
    m_plane->setText(m_desk.sentence("desktop.position-plane", {{"north", position->plane.y},
                                                                {"east", position->plane.x},
                                                                {"crs", crsName.toStdString()}}));
    m_degrees->setText(m_desk.sentence("desktop.position-degrees",
                                       {{"lat", position->degrees.y}, {"lon", position->degrees.x}}));
    holdRoom(m_plane, m_plane->text());
    holdRoom(m_degrees, m_degrees->text());
}

void StatusLine::showScale(double denominator) {
    if (!(denominator > 0)) return;
    // Three figures are more than a screen is true to.
    const double step = std::pow(10, std::max(0.0, std::floor(std::log10(denominator)) - 1));
    m_scale->setText("1:" + m_desk.number(std::round(denominator / step) * step, 0));
}

void StatusLine::showNews(const TaskNews& news) {
    const bool isKnown = news.total > 0;
    const auto percent = isKnown ? static_cast<int>(100 * news.done / news.total) : 0;
    m_bar->setRange(0, isKnown ? 100 : 0);
    if (isKnown) m_bar->setValue(percent);
    const QString step = m_desk.sentence(news.step);
    m_message->setText(isKnown ? step + " " + QString::number(percent) + "%" : step);
}

void StatusLine::showBusy(bool isBusy) {
    m_bar->setVisible(isBusy);
    m_stop->setVisible(isBusy);
    m_stop->setEnabled(true);
    if (isBusy) m_bar->setRange(0, 0);
    m_message->setText(m_told);
}

void StatusLine::showMessage(const QString& message) {
    m_told = message;
    m_message->setText(message);
    m_message->setToolTip(message);
}

}  // namespace app
