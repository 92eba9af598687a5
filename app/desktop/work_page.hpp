// SPDX-License-Identifier: Apache-2.0
// The page one works on: bars, layers, map, legend, province, ranking, tables, linked by one selection.
#pragma once

#include <QWidget>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "app/desktop/desk.hpp"
#include "app/desktop/figure_rows.hpp"
#include "app/desktop/selection.hpp"
#include "app/desktop/shown_theme.hpp"
#include "app/jobs/place_search.hpp"
#include "geo/crs/transform.hpp"

class QLabel;
class QTabWidget;

namespace app {

class ClassingMenu;
class FigureBar;
class FindBox;
class LayersPanel;
class LegendPanel;
class MapPane;
class PlaceCard;
class ProvincePanel;
class RankingPanel;
class RowTable;
class StatusLine;
class StreamCard;
struct StreamView;
class ThemeBar;

class WorkPage : public QWidget {
  public:
    explicit WorkPage(const Desk& desk, QWidget* parent = nullptr);
    ~WorkPage() override;

    /// Tables and layers of a workspace, and the system its positions are told in.
    void showFacts(const WorkspaceFacts& facts);
    /// Nothing of the workspace shown before is left to be taken for the next one's.
    void clear();
    /// Everything of a theme but the map itself.
    void showTheme(const ThemeWish& wish, std::shared_ptr<const ShownTheme> shown);
    /// Which tab stands for what is asked.
    void showTab(const ThemeWish& wish);
    void showLegend(std::shared_ptr<const styles::MapSheet> sheet);

    /// Errors: BadData `crs.not-transformable`.
    geo::Coordinate planeOf(const TypedCoordinate& typed) const;

    const geo::Crs& crs() const { return m_crs; }
    Selection& selection() { return m_selection; }
    ThemeBar& themes() { return *m_themes; }
    FigureBar& figures() { return *m_figures; }
    FindBox& find() { return *m_find; }
    LayersPanel& layers() { return *m_layers; }
    ClassingMenu& classing() { return *m_classing; }
    MapPane& map() { return *m_map; }
    StatusLine& status() { return *m_status; }
    QTabWidget& tables() { return *m_tabs; }

    /// Rivers that answer when they are clicked; nothing where the theme has none.
    void setStreams(std::shared_ptr<const StreamView> streams);
    StreamCard& streamCard() { return *m_streamCard; }

    /// Another part of the map is in view, or another place selected.
    std::function<void()> onView;

  protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

  private:
    QWidget* buildMiddle();
    QWidget* buildRight();
    QWidget* buildTables();
    void wireSelection();
    void wireMap();
    /// Longitude and latitude; nothing far outside the plane.
    std::optional<geo::Coordinate> degreesAt(geo::Coordinate place) const;
    void showPosition(const std::optional<geo::Coordinate>& place);
    void showCopyMenu(geo::Coordinate place, QPoint onScreen);
    void placeCard();
    void showBrushed();
    void showReach(const std::string& code);

    const Desk& m_desk;
    Selection m_selection;
    std::shared_ptr<const ShownTheme> m_shown;
    std::optional<geo::Transform> m_toDegrees;
    geo::Crs m_crs;
    QString m_crsName;
    ThemeBar* m_themes;
    FigureBar* m_figures;
    FindBox* m_find;
    LayersPanel* m_layers;
    MapPane* m_map;
    PlaceCard* m_card;
    StreamCard* m_streamCard;
    std::shared_ptr<const StreamView> m_streams;
    LegendPanel* m_legend;
    ClassingMenu* m_classing;
    ProvincePanel* m_province;
    RankingPanel* m_ranking;
    QTabWidget* m_tabs;
    QLabel* m_brushed;
    RowTable* m_table;
    RowTable* m_findings;
    RowTable* m_ledger;
    RowTable* m_tasks;
    StatusLine* m_status;
};

}  // namespace app
