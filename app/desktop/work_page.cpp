// SPDX-License-Identifier: Apache-2.0
// Panels put side by side and made to speak of one unit.
#include "app/desktop/work_page.hpp"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QLabel>
#include <QMenu>
#include <QScrollArea>
#include <QSplitter>
#include <QTabBar>
#include <QTabWidget>
#include <QVBoxLayout>
#include <algorithm>

#include "app/desktop/classing_menu.hpp"
#include "app/desktop/figure_bar.hpp"
#include "app/desktop/find_box.hpp"
#include "app/desktop/guide_pages.hpp"
#include "app/desktop/layers_panel.hpp"
#include "app/desktop/legend_panel.hpp"
#include "app/desktop/look.hpp"
#include "app/desktop/map_furniture.hpp"
#include "app/desktop/map_pane.hpp"
#include "app/desktop/place_card.hpp"
#include "app/desktop/province_panel.hpp"
#include "app/desktop/ranking_panel.hpp"
#include "app/desktop/row_table.hpp"
#include "app/desktop/status_line.hpp"
#include "app/desktop/stream_card.hpp"
#include "app/desktop/theme_tabs.hpp"

namespace app {
namespace {

constexpr int cardEdge = 14;
constexpr double balanced = 0.005;

QWidget* rule() {
    auto* const line = new QWidget;
    line->setObjectName("rule");
    line->setAttribute(Qt::WA_StyledBackground);
    return line;
}

/// Sides follow the size of the program's font.
int lettersWide(const QWidget& widget, int letters) {
    return widget.fontMetrics().averageCharWidth() * letters;
}

QString levelSentence(const ThemeView& view, const Desk& desk) {
    const auto& province = view.map.province;
    const auto* const target =
        view.targets.targetFor(province.indicator, province.unitCode, province.asOf.year);
    if (target == nullptr) return {};
    const bool isAssigned = std::ranges::any_of(view.figures, [&](const layers::Observation& figure) {
        return view.targets.targetFor(figure.indicator, figure.unitCode, figure.asOf.year) != nullptr;
    });
    const QString level =
        desk.sentence("desktop.level-of-province", {{"year", std::to_string(target->year)},
                                                    {"operator", layers::wordOf(target->comparison)},
                                                    {"value", target->value},
                                                    {"unit", target->unit}});
    const bool isAdministrative = layers::isAdministrative(view.map.question.level);
    return isAssigned || !isAdministrative ? level : level + " · " + desk.sentence("desktop.no-own-target");
}

}  // namespace

WorkPage::WorkPage(const Desk& desk, QWidget* parent)
    : QWidget(parent),
      m_desk(desk),
      m_themes(new ThemeBar(desk)),
      m_figures(new FigureBar(desk)),
      m_find(new FindBox(desk)),
      m_layers(new LayersPanel(desk)),
      m_map(new MapPane(desk)),
      m_card(new PlaceCard(desk, m_map)),
      m_streamCard(new StreamCard(desk, m_map)),
      m_legend(new LegendPanel(desk)),
      m_classing(new ClassingMenu(desk)),
      m_province(new ProvincePanel(desk)),
      m_ranking(new RankingPanel(desk)),
      m_tabs(new QTabWidget),
      m_brushed(roleLabel({}, "strong")),
      m_table(new RowTable(desk.sentence("desktop.figures"))),
      m_findings(new RowTable(desk.sentence("desktop.findings"))),
      m_ledger(new RowTable(desk.sentence("desktop.ledger"))),
      m_tasks(new RowTable(desk.sentence("desktop.tasks"))),
      m_status(new StatusLine(desk)) {
    auto* const column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_themes->addAtEnd(m_find);
    column->addWidget(m_themes);
    column->addWidget(m_figures);
    auto* const sides = new QSplitter(Qt::Horizontal);
    sides->setHandleWidth(1);
    m_layers->setMinimumWidth(lettersWide(*this, 26));
    sides->addWidget(m_layers);
    sides->addWidget(buildMiddle());
    sides->addWidget(buildRight());
    sides->setStretchFactor(1, 1);
    sides->setSizes({lettersWide(*this, 27), 2000, lettersWide(*this, 38)});
    sides->setChildrenCollapsible(false);
    column->addWidget(sides, 1);
    column->addWidget(m_status);
    wireSelection();
    wireMap();
}

WorkPage::~WorkPage() = default;

QWidget* WorkPage::buildMiddle() {
    auto* const halves = new QSplitter(Qt::Vertical);
    halves->setHandleWidth(1);
    halves->setChildrenCollapsible(false);
    halves->addWidget(m_map);
    halves->addWidget(buildTables());
    halves->setStretchFactor(0, 1);
    halves->setSizes({2000, fontMetrics().height() * 13});
    return halves;
}

QWidget* WorkPage::buildTables() {
    m_tabs->setObjectName("tables");
    m_tabs->setDocumentMode(true);
    m_tabs->tabBar()->setDrawBase(false);
    m_tabs->addTab(m_table, m_desk.sentence("desktop.figures"));
    m_tabs->addTab(m_findings, m_desk.sentence("desktop.findings"));
    m_tabs->addTab(m_ledger, m_desk.sentence("desktop.ledger"));
    m_tabs->addTab(m_tasks, m_desk.sentence("desktop.tasks"));
    m_tabs->setMinimumHeight(fontMetrics().height() * 7);
    m_table->setObjectName("figureTable");
    setGuideTopic(*m_table, "tables");
    setGuideTopic(*m_findings, "findings");
    setGuideTopic(*m_ledger, "findings");
    setGuideTopic(*m_tasks, "plan");
    m_brushed->setObjectName("brushed");
    m_brushed->setContentsMargins(0, 0, 14, 0);
    m_brushed->setParent(m_tabs);
    m_brushed->hide();
    return m_tabs;
}

QWidget* WorkPage::buildRight() {
    auto* const side = new QWidget;
    side->setObjectName("rightSide");
    side->setAttribute(Qt::WA_StyledBackground);
    side->setMinimumWidth(lettersWide(*this, 34));
    auto* const outer = new QVBoxLayout(side);
    outer->setContentsMargins(0, 0, 0, 0);
    auto* const area = new QScrollArea;
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* const page = new QWidget;
    page->setObjectName("page");
    auto* const column = new QVBoxLayout(page);
    column->setContentsMargins(16, 14, 14, 14);
    column->setSpacing(12);
    column->addWidget(m_legend);
    column->addWidget(m_classing, 0, Qt::AlignLeft);
    column->addWidget(rule());
    column->addWidget(m_province);
    column->addWidget(rule());
    column->addWidget(m_ranking);
    column->addStretch();
    area->setWidget(page);
    outer->addWidget(area);
    return side;
}

void WorkPage::wireSelection() {
    const auto select = [this](const std::string& unit) { m_selection.select(unit); };
    const auto brush = [this](std::set<std::string> units) { m_selection.brush(std::move(units)); };
    const auto toggle = [this](const std::string& unit) { m_selection.toggle(unit); };
    const auto hover = [this](const std::string& unit) { m_selection.hover(unit); };
    for (RowTable* const table : {m_table, m_findings}) {
        table->onBrush = brush;
        table->onHover = hover;
    }
    m_ranking->onBrush = brush;
    m_ranking->onToggle = toggle;
    m_map->onBrush = brush;
    m_map->onToggle = toggle;
    m_ranking->onHover = hover;
    m_map->onHover = hover;
    m_map->onClick = [this, select](const std::string& unit, geo::Coordinate place) {
        const std::string reach = m_streams ? m_map->lineAt(m_map->camera().toPane(place)) : std::string();
        select(reach.empty() ? unit : std::string());
        showReach(reach);
    };
    m_streamCard->onClose = [this] { showReach({}); };
    m_card->onClose = [this] { m_selection.select({}); };
    m_card->onResize = [this] { placeCard(); };
    m_selection.listen([this](const Selection::State& state) {
        m_map->setSelected(state.brushed);
        m_map->setHovered(state.hovered);
        m_ranking->showSelected(state.brushed);
        m_ranking->showHovered(state.hovered);
        m_table->showSelected(state.brushed);
        m_table->showHovered(state.hovered);
        showBrushed();
        // Both cards stand on one corner of the map.
        if (!state.selected.empty() && !m_streamCard->isHidden()) showReach({});
        if (m_shown) m_card->show(m_shown->view, state.selected);
        if (onView) onView();
        placeCard();
    });
}

void WorkPage::wireMap() {
    m_map->installEventFilter(this);
    m_map->onPointer = [this](const std::optional<geo::Coordinate>& place) { showPosition(place); };
    m_map->onMenu = [this](geo::Coordinate place, QPoint onScreen) { showCopyMenu(place, onScreen); };
    m_map->onCamera = [this](const MapCamera& camera) {
        m_status->showScale(scaleDenominator(camera, logicalDpiX()));
        if (onView) onView();
    };
}

bool WorkPage::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_map && event->type() == QEvent::Resize) placeCard();
    return QWidget::eventFilter(watched, event);
}

void WorkPage::placeCard() {
    m_card->move(cardEdge, m_map->height() - m_card->height() - cardEdge);
    m_streamCard->move(cardEdge, m_map->height() - m_streamCard->height() - cardEdge);
}

std::optional<geo::Coordinate> WorkPage::degreesAt(geo::Coordinate place) const {
    if (!m_toDegrees) return std::nullopt;
    try {
        return m_toDegrees->apply(place);
    } catch (const geo::Error&) {
        return std::nullopt;
    }
}

/// Where there are no degrees the line keeps the last it knew.
void WorkPage::showPosition(const std::optional<geo::Coordinate>& place) {
    if (!place) return;
    if (const auto degrees = degreesAt(*place))
        m_status->showPosition(StatusLine::Position{*place, *degrees}, m_crsName);
}

/// A coordinate goes to the clipboard as the menu names it, north first as papers have it.
void WorkPage::showCopyMenu(geo::Coordinate place, QPoint onScreen) {
    QMenu menu(this);
    const auto add = [&](const char* id, const QString& text) {
        connect(menu.addAction(m_desk.sentence(id) + "   " + text), &QAction::triggered, this,
                [text] { QGuiApplication::clipboard()->setText(text); });
    };
    add("desktop.copy-plane", QString("%1 %2").arg(place.y, 0, 'f', 1).arg(place.x, 0, 'f', 1));
    if (const auto degrees = degreesAt(place))
        add("desktop.copy-degrees", QString("%1 %2").arg(degrees->y, 0, 'f', 6).arg(degrees->x, 0, 'f', 6));
    menu.exec(onScreen);
}

void WorkPage::showFacts(const WorkspaceFacts& facts) {
    m_crs = facts.crs;
    m_toDegrees.emplace(facts.crs, geo::Crs::fromText("EPSG:4326"));
    m_crsName = systemName(facts.crs.name(), facts.crs.centralMeridian_deg(), facts.crs.centralScale(), m_desk);
    TableContent findings = findingsContent(facts.findings, m_desk);
    const auto count = static_cast<std::int64_t>(findings.rows.size());
    m_tabs->setTabText(m_tabs->indexOf(m_findings), m_desk.sentence("desktop.findings-count", {{"count", count}}));
    m_findings->setContent(std::move(findings.columns), std::move(findings.rows));
    TableContent tasks = tasksContent(facts.tasks, m_desk);
    m_tasks->setContent(std::move(tasks.columns), std::move(tasks.rows));
    m_layers->show(facts.overlays);
}

void WorkPage::clear() {
    m_shown = nullptr;
    m_map->forgetCamera();
    m_map->setMark(std::nullopt);
    m_map->update();
    m_find->setIndex(nullptr);
    m_legend->show(nullptr);
    m_figures->showChoices({}, {}, {});
    m_figures->showTarget({});
    m_province->show({});
    m_ranking->show({});
    for (RowTable* const table : {m_table, m_ledger}) table->setContent({}, {});
    m_tabs->setTabText(m_tabs->indexOf(m_ledger), m_desk.sentence("desktop.ledger"));
    m_card->hide();
    m_streamCard->hide();
}

void WorkPage::showTheme(const ThemeWish& wish, std::shared_ptr<const ShownTheme> shown) {
    m_shown = std::move(shown);
    const ThemeView& view = m_shown->view;
    showTab(wish);
    m_figures->showChoices(m_shown->choices, m_shown->level, m_shown->year);
    const styles::Theme& look = view.map.sheet.theme;
    m_classing->setVisible(!look.base && look.id != "targets");
    m_figures->showTarget(levelSentence(view, m_desk));
    m_province->show(provinceFigure(view, m_desk));
    m_ranking->show(rankingOf(view, m_desk));
    TableContent figures = figureTable(view, m_desk);
    m_table->setContent(std::move(figures.columns), std::move(figures.rows));
    TableContent ledger = ledgerContent(view.ledger, m_desk);
    m_ledger->setContent(std::move(ledger.columns), std::move(ledger.rows));
    const bool balances = view.ledger.balances(balanced);
    m_tabs->setTabText(m_tabs->indexOf(m_ledger), m_desk.sentence("desktop.ledger") + (balances ? " ✓" : " ✗"));
    m_card->show(view, m_selection.state().selected);
    m_table->showSelected(m_selection.state().brushed);
    showBrushed();
    placeCard();
}

void WorkPage::setStreams(std::shared_ptr<const StreamView> streams) {
    m_streams = std::move(streams);
    showReach({});
}

void WorkPage::showReach(const std::string& code) {
    m_map->setSelectedLine(code);
    m_streamCard->show(m_streams, code);
    placeCard();
}

/// Several units are told of together, where one has its card.
void WorkPage::showBrushed() {
    const auto& units = m_selection.state().brushed;
    const bool areSeveral = m_shown && units.size() > 1;
    m_brushed->setText(areSeveral ? brushedSentence(m_shown->view, units, m_desk) : QString());
    if (m_brushed->isHidden() != areSeveral) return;
    // The row of tabs is underlined as far as a corner reaches, words in it or not.
    m_tabs->setCornerWidget(areSeveral ? m_brushed : nullptr);
    m_brushed->setVisible(areSeveral);
}

void WorkPage::showTab(const ThemeWish& wish) {
    const bool isOwn = !wish.themeFile.empty();
    isOwn ? m_themes->showOwn() : m_themes->showTheme(wish.theme);
    isOwn ? m_figures->showOwn() : m_figures->showTheme(wish.theme);
}

geo::Coordinate WorkPage::planeOf(const TypedCoordinate& typed) const { return planePositionOf(typed, m_crs); }

void WorkPage::showLegend(std::shared_ptr<const styles::MapSheet> sheet) { m_legend->show(std::move(sheet)); }

}  // namespace app
