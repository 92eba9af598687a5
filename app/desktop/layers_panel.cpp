// SPDX-License-Identifier: Apache-2.0
// Check boxes with the number of things they show.
#include "app/desktop/layers_panel.hpp"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include "app/desktop/look.hpp"
#include "app/desktop/map_picture.hpp"
#include "styles/paint/qt_canvas.hpp"

namespace app {
namespace {

constexpr int scrollBarRoom = 12;

QString labelOf(const OverlayChoice& choice, const Desk& desk) {
    const std::string kind = layers::wordOf(choice.kind);
    if (!choice.epoch) return desk.sentence("desktop.layer-" + kind);
    return desk.sentence("desktop.layer-" + kind, {{"day", geo::isoText(*choice.epoch)}});
}

/// The symbol of registered places; nothing for borders, waters and plots.
class PlaceSign : public QWidget {
  public:
    PlaceSign(layers::Kind kind, const Desk& desk) : m_kind(kind), m_desk(desk) { setFixedSize(16, 16); }

  protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        styles::makeCanvas(painter, *m_desk.session)->symbol({8, 8}, lookOfPlaces(m_kind, 1));
    }

  private:
    layers::Kind m_kind;
    const Desk& m_desk;
};

bool isPlaces(layers::Kind kind) { return layers::isSite(kind) || kind == layers::Kind::Outfalls; }

}  // namespace

LayersPanel::LayersPanel(const Desk& desk, QWidget* parent)
    : QWidget(parent), m_desk(desk), m_labels(new QCheckBox(desk.sentence("desktop.labels"))), m_lines(new QVBoxLayout) {
    setObjectName("leftSide");
    setAttribute(Qt::WA_StyledBackground);
    setAccessibleName(desk.sentence("desktop.layers"));
    auto* const outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    auto* const area = new QScrollArea;
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* const page = new QWidget;
    m_page = page;
    page->setObjectName("page");
    auto* const column = new QVBoxLayout(page);
    column->setContentsMargins(14, 14, 10, 14);
    column->setSpacing(4);
    column->addWidget(roleLabel(desk.sentence("desktop.layers").toUpper(), "heading"));
    m_labels->setChecked(true);
    m_labels->setObjectName("layer-labels");
    connect(m_labels, &QCheckBox::toggled, this, [this](bool areOn) {
        if (onLabels) onLabels(areOn);
    });
    column->addWidget(m_labels);
    m_lines->setSpacing(2);
    column->addLayout(m_lines);
    column->addSpacing(14);
    column->addWidget(roleLabel(desk.sentence("desktop.field").toUpper(), "heading"));
    auto* const field = new QPushButton(desk.sentence("desktop.field-open"));
    field->setObjectName("openField");
    connect(field, &QPushButton::clicked, this, [this] {
        if (onField) onField();
    });
    column->addWidget(field);
    column->addStretch();
    area->setWidget(page);
    outer->addWidget(area);
}

void LayersPanel::setLabels(bool areOn) { m_labels->setChecked(areOn); }

void LayersPanel::show(const std::vector<OverlayChoice>& choices) {
    m_boxes.clear();
    while (QLayoutItem* const item = m_lines->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const OverlayChoice& choice : choices) addLine(choice);
    m_page->layout()->activate();
    setMinimumWidth(m_page->sizeHint().width() + scrollBarRoom);
}

void LayersPanel::showTicks() {
    for (const auto& [choice, box] : m_boxes) {
        const QSignalBlocker isSilent(box);
        box->setChecked(isOn && isOn(choice));
    }
}

void LayersPanel::addLine(const OverlayChoice& choice) {
    auto* const line = new QWidget;
    auto* const row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    auto* const box = new QCheckBox(labelOf(choice, m_desk));
    box->setObjectName(toQt("layer-" + layers::wordOf(choice.kind)));
    box->setChecked(isOn && isOn(choice));
    connect(box, &QCheckBox::toggled, this, [this, choice](bool isChecked) {
        if (onToggle) onToggle(choice, isChecked);
    });
    m_boxes.emplace_back(choice, box);
    row->addWidget(box, 1);
    if (isPlaces(choice.kind)) row->addWidget(new PlaceSign(choice.kind, m_desk));
    row->addWidget(roleLabel(m_desk.number(static_cast<double>(choice.count), 0), "note"));
    m_lines->addWidget(line);
}

}  // namespace app
