// SPDX-License-Identifier: Apache-2.0
// A line with a list under it.
#include "app/desktop/find_box.hpp"

#include <QKeyEvent>
#include <QListWidget>
#include <algorithm>

namespace app {
namespace {

constexpr std::size_t mostFound = 12;
constexpr int listWidth = 420;

/// The name, then what it is and of which time.
QString lineOf(const FoundPlace& place, const Desk& desk) {
    QString line = toQt(place.name) + " · " + desk.word(layers::wordOf(place.kind));
    if (place.epoch) line += " · " + desk.sentence("desktop.epoch", {{"day", geo::isoText(*place.epoch)}});
    return line;
}

QString lineOf(const TypedCoordinate& typed, const Desk& desk) {
    const bool isPlane = typed.reading == CoordinateReading::NorthEast;
    return isPlane ? desk.sentence("desktop.find-plane", {{"north", typed.at.y}, {"east", typed.at.x}})
                   : desk.sentence("desktop.find-degrees", {{"lat", typed.at.y}, {"lon", typed.at.x}});
}

}  // namespace

FindBox::FindBox(const Desk& desk, QWidget* parent)
    : QLineEdit(parent), m_desk(desk), m_list(std::make_unique<QListWidget>()) {
    setObjectName("findBox");
    setPlaceholderText(desk.sentence("desktop.find"));
    setAccessibleName(desk.sentence("desktop.find"));
    setClearButtonEnabled(true);
    setMinimumWidth(fontMetrics().horizontalAdvance(placeholderText()) + 40);
    m_list->setWindowFlags(Qt::ToolTip | Qt::FramelessWindowHint);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setFocusProxy(this);
    m_list->setObjectName("findList");
    connect(this, &QLineEdit::textEdited, this, [this] { look(); });
    connect(m_list.get(), &QListWidget::itemClicked, this, [this] { choose(m_list->currentRow()); });
}

FindBox::~FindBox() = default;

void FindBox::setIndex(std::shared_ptr<const PlaceIndex> index) { m_index = std::move(index); }

void FindBox::look() {
    const std::string typed = text().toStdString();
    m_coordinate = readTypedCoordinate(typed);
    m_found = m_index && !m_coordinate ? m_index->find(typed, mostFound) : std::vector<FoundPlace>{};
    m_list->clear();
    if (m_coordinate) m_list->addItem(lineOf(*m_coordinate, m_desk));
    for (const FoundPlace& place : m_found) m_list->addItem(lineOf(place, m_desk));
    if (m_list->count() == 0 && !text().trimmed().isEmpty())
        m_list->addItem(m_desk.sentence("desktop.find-nothing"));
    m_list->setCurrentRow(0);
    m_list->setVisible(false);
    if (m_list->count() > 0) showList();
}

void FindBox::showList() {
    const int rows = std::max(1, m_list->count());
    m_list->setFixedSize(std::max(width(), listWidth), rows * m_list->sizeHintForRow(0) + 8);
    const QPoint below = mapToGlobal(QPoint(width() - m_list->width(), height() + 2));
    m_list->move(below);
    m_list->show();
}

void FindBox::choose(int row) {
    m_list->hide();
    if (m_coordinate && onCoordinate) return onCoordinate(*m_coordinate);
    if (row < 0 || static_cast<std::size_t>(row) >= m_found.size()) return;
    const FoundPlace place = m_found[static_cast<std::size_t>(row)];
    setText(toQt(place.name));
    if (onPlace) onPlace(place);
}

void FindBox::keyPressEvent(QKeyEvent* event) {
    const int last = m_list->count() - 1;
    if (event->key() == Qt::Key_Down) return m_list->setCurrentRow(std::min(last, m_list->currentRow() + 1));
    if (event->key() == Qt::Key_Up) return m_list->setCurrentRow(std::max(0, m_list->currentRow() - 1));
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) return choose(m_list->currentRow());
    if (event->key() == Qt::Key_Escape) return m_list->hide();
    QLineEdit::keyPressEvent(event);
}

void FindBox::focusOutEvent(QFocusEvent* event) {
    m_list->hide();
    QLineEdit::focusOutEvent(event);
}

}  // namespace app
