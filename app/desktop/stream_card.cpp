// SPDX-License-Identifier: Apache-2.0
// Lines of words above a slider.
#include "app/desktop/stream_card.hpp"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSlider>
#include <QVBoxLayout>

#include "app/desktop/look.hpp"

namespace app {
namespace {

constexpr int cardWidth = 320;

/// Of a reach none of whose outfalls is known to be untreated.
QString noneUntreatedText(const ReachStory& story, const Desk& desk) {
    const std::int64_t unknown = story.total.unknown;
    if (story.outfalls.empty() && unknown == 0) return desk.sentence("desktop.stream-no-outfall");
    if (story.outfalls.empty()) return desk.sentence("desktop.stream-all-unknown", {{"unknown", unknown}});
    if (unknown > 0) return desk.sentence("desktop.stream-known-treated", {{"unknown", unknown}});
    return desk.sentence("desktop.stream-all-treated");
}

}  // namespace

QString untreatedText(const ReachStory& story, const std::vector<layers::Outfall>& outfalls,
                      const Desk& desk) {
    if (story.untreated == 0) return noneUntreatedText(story, desk);
    const layers::OutfallAbove& main = story.outfalls.front();
    const std::int64_t untreated = story.total.discharged_l_day - story.total.treated_l_day;
    const layers::Outfall& outfall = outfalls[main.outfall];
    return desk.sentence(
        "desktop.stream-main",
        {{"volume", layers::cubicMetresOf(untreated)},
         {"name", outfall.name.empty() ? labelOf(outfall) : outfall.name},
         {"own", layers::cubicMetresOf(main.untreated_l_day)},
         {"share", 100.0 * static_cast<double>(main.untreated_l_day) / static_cast<double>(untreated)}});
}

StreamCard::StreamCard(const Desk& desk, QWidget* parent)
    : QFrame(parent),
      m_desk(desk),
      m_head(roleLabel({}, "note")),
      m_name(roleLabel({}, "title")),
      m_share(roleLabel({}, "figure")),
      m_above(roleLabel({}, "plain")),
      m_own(roleLabel({}, "plain")),
      m_main(roleLabel({}, "plain")),
      m_supposed(roleLabel({}, "strong")),
      m_slider(new QSlider(Qt::Horizontal)),
      m_note(roleLabel(desk.sentence("desktop.stream-not-stored"), "short")),
      m_source(roleLabel({}, "note")) {
    setObjectName("streamCard");
    setAccessibleName(desk.sentence("desktop.stream-card"));
    setFixedWidth(cardWidth);
    m_slider->setAccessibleName(desk.sentence("desktop.stream-treat-more"));
    m_slider->setPageStep(1);
    m_slider->setTickPosition(QSlider::TicksBelow);
    auto* const column = new QVBoxLayout(this);
    column->setContentsMargins(16, 12, 12, 12);
    column->setSpacing(4);
    column->addWidget(headRow());
    for (QLabel* const label : {m_name, m_share, m_above, m_own, m_main, m_supposed}) {
        label->setWordWrap(true);
        column->addWidget(label);
    }
    column->addWidget(m_slider);
    for (QLabel* const label : {m_note, m_source}) {
        label->setWordWrap(true);
        column->addWidget(label);
    }
    connect(m_slider, &QSlider::valueChanged, this, [this](int more) { suppose(more); });
    hide();
}

QWidget* StreamCard::headRow() {
    auto* const head = new QWidget;
    auto* const row = new QHBoxLayout(head);
    row->setContentsMargins(0, 0, 0, 0);
    auto* const close = new QPushButton(QStringLiteral("✕"));
    close->setProperty("role", "link");
    close->setAccessibleName(m_desk.sentence("desktop.close"));
    row->addWidget(m_head, 1);
    row->addWidget(close);
    connect(close, &QPushButton::clicked, this, [this] {
        if (onClose) onClose();
    });
    return head;
}

void StreamCard::show(std::shared_ptr<const StreamView> streams, const std::string& reachId) {
    const bool wasSupposing = m_slider->value() > 0 && isVisible();
    m_streams = std::move(streams);
    m_story = m_streams ? storyOf(*m_streams, reachId) : std::nullopt;
    const QSignalBlocker isSilent(m_slider);
    m_slider->setValue(0);
    if (wasSupposing && onSupposed) onSupposed(std::nullopt);
    setVisible(m_story.has_value());
    if (!m_story) return;
    m_slider->setRange(0, static_cast<int>(m_story->untreated));
    fill();
    suppose(0);
    raise();
}

QString StreamCard::volumesText(const char* id, const layers::Volumes& volumes) const {
    const auto share = layers::treatedShare_percent(volumes);
    const QString treated = share ? m_desk.sentence("desktop.stream-treated", {{"share", *share}})
                                  : m_desk.sentence("desktop.stream-no-share");
    return m_desk.sentence(id, {{"volume", layers::cubicMetresOf(volumes.discharged_l_day)},
                                {"count", volumes.outfalls},
                                {"treated", treated.toStdString()}});
}

void StreamCard::fill() {
    m_head->setText(m_desk.sentence("desktop.stream-head", {{"code", m_story->id}}));
    m_name->setText(m_story->name.empty() ? m_desk.sentence("desktop.stream-unnamed") : toQt(m_story->name));
    const auto share = layers::treatedShare_percent(m_story->total);
    m_share->setText(share ? m_desk.number(*share, 1) + "%" : m_desk.sentence("desktop.stream-no-share"));
    m_above->setText(volumesText("desktop.stream-above", m_story->fromAbove));
    m_own->setText(volumesText("desktop.stream-own", m_story->own));
    m_main->setText(untreatedText(*m_story, m_streams->outfalls, m_desk));
    m_source->setText(m_desk.sentence("desktop.stream-source", {{"source", m_streams->source},
                                                                {"day", geo::isoText(m_streams->asOf)},
                                                                {"unknown", m_story->total.unknown}}));
    m_slider->setVisible(m_story->untreated > 0);
    m_supposed->setVisible(m_story->untreated > 0);
}

void StreamCard::suppose(int more) {
    if (!m_story) return;
    const auto shares = sharesIfTreated(*m_streams, *m_story, static_cast<std::size_t>(more));
    const auto share = shares.at(m_story->id);
    const QString result =
        share ? m_desk.number(*share, 1) + "%" : m_desk.sentence("desktop.stream-no-share");
    m_supposed->setText(more == 0
                            ? m_desk.sentence("desktop.stream-treat-more")
                            : m_desk.sentence("desktop.stream-supposed", {{"count", std::int64_t{more}},
                                                                          {"share", result.toStdString()}}));
    m_note->setVisible(more > 0);
    fitHeight();
    if (onSupposed) onSupposed(more == 0 ? std::nullopt : std::optional(shares));
}

/// Wrapped lines make a card as tall as its width makes them; its lower edge stays.
void StreamCard::fitHeight() {
    const int bottom = y() + height();
    layout()->invalidate();
    layout()->activate();
    resize(cardWidth, layout()->totalHeightForWidth(cardWidth));
    move(x(), bottom - height());
}

}  // namespace app
