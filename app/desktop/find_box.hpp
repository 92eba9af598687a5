// SPDX-License-Identifier: Apache-2.0
// Finds a place by a name typed without accents, or by a coordinate.
#pragma once

#include <QLineEdit>
#include <functional>
#include <memory>
#include <vector>

#include "app/desktop/desk.hpp"
#include "app/jobs/place_search.hpp"

class QListWidget;

namespace app {

class FindBox : public QLineEdit {
  public:
    explicit FindBox(const Desk& desk, QWidget* parent = nullptr);
    ~FindBox() override;

    void setIndex(std::shared_ptr<const PlaceIndex> index);

    std::function<void(const FoundPlace&)> onPlace;
    std::function<void(const TypedCoordinate&)> onCoordinate;

  protected:
    void keyPressEvent(QKeyEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

  private:
    void look();
    void choose(int row);
    void showList();

    const Desk& m_desk;
    std::shared_ptr<const PlaceIndex> m_index;
    std::vector<FoundPlace> m_found;
    std::optional<TypedCoordinate> m_coordinate;
    std::unique_ptr<QListWidget> m_list;
};

}  // namespace app
