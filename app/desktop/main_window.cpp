// SPDX-License-Identifier: Apache-2.0
// Workspace in, themes shown, news passed on.
#include "app/desktop/main_window.hpp"

#include <QCloseEvent>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QFileInfo>
#include <QMimeData>
#include <QScreen>
#include <QStackedWidget>
#include <QTabWidget>
#include <algorithm>
#include <chrono>
#include <utility>

#include "app/desktop/classing_menu.hpp"
#include "app/desktop/field_window.hpp"
#include "app/desktop/figure_bar.hpp"
#include "app/desktop/find_box.hpp"
#include "app/desktop/form_fields.hpp"
#include "app/desktop/layers_panel.hpp"
#include "app/desktop/map_pane.hpp"
#include "app/desktop/start_page.hpp"
#include "app/desktop/status_line.hpp"
#include "app/desktop/stream_card.hpp"
#include "app/desktop/theme_tabs.hpp"
#include "app/jobs/import_guess.hpp"

namespace app {
namespace {

/// While hands move on, the view is written down as often: what is lost is part of one gesture.
constexpr std::chrono::milliseconds keepEvery{50};
constexpr QSize usualSize{1440, 900};

std::string keyOf(const ThemeWish& wish) {
    std::string key = wish.themeFile.empty() ? wish.theme : wish.themeFile.string();
    if (wish.level) key += "|" + layers::wordOf(wish.level->level) + geo::isoText(wish.level->unitsOn);
    if (wish.year) key += "|" + std::to_string(*wish.year);
    if (wish.classing) key += "|" + styles::wordOf(wish.classing->method) + std::to_string(wish.classing->classes);
    return key;
}

/// Whether figures asked of one would be those of the other.
bool hasSameHoldings(const Project& asked, const Project& now) {
    return asked.layers == now.layers && asked.lineageTable == now.lineageTable &&
           asked.lineageVersion == now.lineageVersion;
}

QStringList filesIn(const QMimeData& data) {
    QStringList files;
    for (const QUrl& url : data.urls()) {
        if (url.isLocalFile()) files << url.toLocalFile();
    }
    return files;
}

}  // namespace

MainWindow::MainWindow(const Desk& desk, SessionFile& session, WindowWishes wishes)
    : m_desk(desk),
      m_session(session),
      m_wishes(std::move(wishes)),
      m_contents(desk, m_runner),
      m_jobs(desk, this) {
    setWindowTitle("Khoanh");
    setAcceptDrops(true);
    buildPages();
    buildActions();
    wirePage();
    wireFind();
    wireJobs();
    resize(usualSize.boundedTo(screen()->availableSize()));
    if (!session.geometry().isEmpty()) restoreGeometry(session.geometry());
    showStart();
}

MainWindow::~MainWindow() { m_runner.onBusyChange = {}; }

void MainWindow::buildPages() {
    m_pages = new QStackedWidget;
    m_start = new StartPage(m_desk);
    m_page = new WorkPage(m_desk);
    m_pages->addWidget(m_start);
    m_pages->addWidget(m_page);
    setCentralWidget(m_pages);
}

void MainWindow::showStart(const QString& fault) {
    m_start->showRecent(m_session.recentFiles());
    m_start->showFault(fault);
    m_pages->setCurrentWidget(m_start);
    enableActions({});
}

void MainWindow::openWorkspace(const std::filesystem::path& file) {
    const auto path = std::filesystem::absolute(file);
    m_runner.run({[this, path](geo::Progress& progress) -> Then {
                      const auto facts = std::make_shared<const WorkspaceFacts>(readFacts(path, m_desk, progress));
                      return [this, facts] {
                          const QString opened = textOf(facts->project.workspace);
                          if (std::exchange(m_hasMoved, false)) keepSession();
                          m_kept.clear();
                          // What is shown until the theme comes is not this workspace's.
                          m_shown = nullptr;
                          m_page->clear();
                          m_session.addRecent(opened);
                          m_session.setOpenFile(opened);
                          setWindowTitle(QFileInfo(opened).fileName() + " – Khoanh");
                          takeFacts(*facts);
                          m_pages->setCurrentWidget(m_page);
                          m_page->map().setFocus();
                          takeView(m_session.viewOf(opened));
                          readNames();
                      };
                  },
                  [this](const geo::Error& error) {
                      m_session.setOpenFile({});
                      showStart(capitalised(m_desk.sentence(error)));
                  }});
}

/// As it was when the workspace was shown last.
void MainWindow::takeView(const KeptView& view) {
    if (view.centre)
        m_page->map().setCamera(MapCamera(*view.centre, view.metresPerPoint, m_page->map().size()));
    for (const OverlayChoice& choice : m_overlays)
        if (view.layers.contains(keyOf(choice))) m_contents.toggle(choice, true);
    m_page->layers().show(m_overlays);
    m_page->layers().setLabels(view.showsLabels);
    showTheme(view.wish);
    m_page->selection().brush(view.units);
}

void MainWindow::takeFacts(const WorkspaceFacts& facts) {
    m_project = facts.project;
    m_overlays = facts.overlays;
    spreadProject();
    m_contents.setChoices(facts.overlays);
    m_page->showFacts(facts);
    enableActions(facts.undo);
}

/// Layers laid upon the map, and the field window, read what the workspace now shows.
void MainWindow::spreadProject() {
    m_contents.setProject(m_project);
    if (m_field) m_field->setProject(m_project);
}

void MainWindow::showTheme(const ThemeWish& wish) {
    m_wish = wish;
    // What was said answered what was asked before.
    m_page->status().showMessage({});
    const std::int64_t number = ++m_wishNumber;
    if (const auto kept = m_kept.find(keyOf(wish)); kept != m_kept.end()) return takeTheme(wish, kept->second);
    m_page->showTab(wish);
    m_runner.run({[this, wish, number, project = m_project](geo::Progress& progress) -> Then {
        const auto shown = std::make_shared<const ShownTheme>(answerWish(project, wish, m_desk, progress));
        return [this, wish, number, shown, project] {
            if (shown->view.map.project.workspace != m_project.workspace) return;
            if (hasSameHoldings(project, m_project)) m_kept[keyOf(wish)] = shown;
            const bool hasComputed = shown->view.map.project != m_project;
            if (number == m_wishNumber) takeTheme(wish, shown);
            if (hasComputed) refresh();
        };
    }});
}

void MainWindow::takeTheme(const ThemeWish& wish, std::shared_ptr<const ShownTheme> shown) {
    m_wish = wish;
    m_wish.level = shown->level;
    m_wish.year = shown->year;
    m_shown = shown;
    if (!m_wish.themeFile.empty()) m_ownTheme = m_wish.themeFile;
    m_page->showTheme(m_wish, shown);
    m_contents.setTheme(std::move(shown));
    readStreams();
    keepSession();
}

/// Rivers are asked about where the theme colours them by what they carry.
void MainWindow::readStreams() {
    m_page->setStreams(nullptr);
    const auto& lines = m_shown->view.map.sheet.lines;
    if (std::ranges::none_of(lines, [](const styles::MapLine& line) { return line.value.has_value(); }))
        return;
    const auto year = m_wish.year;
    m_runner.run({[this, year, project = m_project, shown = m_shown](geo::Progress& progress) -> Then {
        const auto streams = std::make_shared<const StreamView>(viewStreams(project, year, progress));
        return [this, shown, streams] {
            if (shown == m_shown) m_page->setStreams(streams);
        };
    }});
}

/// The workspace has changed: its tables, layers and steps back are read anew.
void MainWindow::refresh() {
    m_runner.run({[this, path = m_project.workspace](geo::Progress& progress) -> Then {
        const auto facts = std::make_shared<const WorkspaceFacts>(readFacts(path, m_desk, progress));
        return [this, facts] {
            if (facts->project.workspace == m_project.workspace) takeFacts(*facts);
        };
    }});
}

void MainWindow::readNames() {
    m_runner.run({[this, project = m_project](geo::Progress& progress) -> Then {
        const auto index = std::make_shared<const PlaceIndex>(PlaceIndex::of(project, progress));
        return [this, index, project] {
            const bool isOfNow =
                project.workspace == m_project.workspace && hasSameHoldings(project, m_project);
            if (isOfNow) m_page->find().setIndex(index);
        };
    }});
}

void MainWindow::wirePage() {
    m_page->themes().onTheme = [this](const std::string& theme) {
        showTheme({.theme = theme, .level = {}, .year = {}, .classing = {}});
    };
    m_page->themes().onOwn = [this] { showOwnTheme(); };
    FigureBar& figures = m_page->figures();
    figures.onTheme = [this](const std::string& theme) {
        showTheme({.theme = theme, .level = m_wish.level, .year = m_wish.year, .classing = {}});
    };
    figures.onLevel = [this](const LevelChoice& level) {
        ThemeWish wish = m_wish;
        wish.level = level;
        showTheme(wish);
    };
    figures.onYear = [this](int year) {
        ThemeWish wish = m_wish;
        wish.year = year;
        showTheme(wish);
    };
    m_page->classing().onChoice = [this](const std::optional<styles::Classing>& classing) {
        ThemeWish wish = m_wish;
        wish.classing = classing;
        showTheme(wish);
    };
    m_page->streamCard().onSupposed = [this](const auto& shares) { m_contents.suppose(shares); };
    LayersPanel& layers = m_page->layers();
    layers.onToggle = [this](const OverlayChoice& choice, bool isOn) {
        m_contents.toggle(choice, isOn);
        keepSoon();
    };
    layers.isOn = [this](const OverlayChoice& choice) { return m_contents.isOn(choice); };
    layers.onLabels = [this](bool areOn) {
        m_contents.setLabels(areOn);
        keepSoon();
    };
    layers.onField = [this] { openField(); };
    m_contents.onChange = [this](std::shared_ptr<const styles::MapSheet> sheet, MapExtras extras) {
        m_page->showLegend(sheet);
        m_page->map().setContent(std::move(sheet), std::move(extras));
    };
    m_contents.onRefusal = [this](const geo::Error& error) {
        m_page->layers().showTicks();
        tell(error);
    };
    m_page->onView = [this] { keepSoon(); };
    m_keeping.setSingleShot(true);
    m_keeping.setInterval(keepEvery);
    m_keeping.callOnTimeout([this] {
        if (std::exchange(m_hasMoved, false)) keepSoon();
    });
    m_page->map().onFailure = [this](const geo::Error& error) { tell(error); };
    m_page->status().onStop = [this] { m_runner.stopAll(); };
    m_runner.onNews = [this](const TaskNews& news) { m_page->status().showNews(news); };
    m_runner.onBusyChange = [this] { m_page->status().showBusy(m_runner.isBusy()); };
    m_runner.onFailure = [this](const geo::Error& error) { tell(error); };
}

void MainWindow::wireFind() {
    FindBox& find = m_page->find();
    find.onPlace = [this](const FoundPlace& place) {
        MapPane& map = m_page->map();
        const bool isArea = place.extent.width() > 0 || place.extent.height() > 0;
        isArea ? map.setCamera(MapCamera(place.extent, map.size())) : map.goTo(place.at);
        map.setMark(isArea ? std::nullopt : std::optional(place.at));
        m_page->selection().select(map.unitAt(place.at));
    };
    find.onCoordinate = [this](const TypedCoordinate& typed) {
        try {
            const geo::Coordinate place = m_page->planeOf(typed);
            m_page->map().setMark(place);
            m_page->map().goTo(place);
            m_page->selection().select(m_page->map().unitAt(place));
        } catch (const geo::Error& error) {
            tell(error);
        }
    };
}

void MainWindow::wireJobs() {
    m_start->onSample = [this] { m_jobs.makeWorkspace(true); };
    m_start->onNew = [this] { m_jobs.makeWorkspace(false); };
    m_start->onOpen = [this] { m_actions.at("open")->trigger(); };
    m_start->onRecent = [this](const QString& file) { openWorkspace(pathOf(file)); };
    m_jobs.onMade = [this](const std::filesystem::path& file) { openWorkspace(file); };
    m_jobs.onChanged = [this](const Outcome& outcome) {
        if (outcome.project == m_project || outcome.project.workspace.empty()) return;
        m_project = outcome.project;
        m_kept.clear();
        spreadProject();
        showTheme(m_wish);
        refresh();
        readNames();
    };
}

bool MainWindow::isSettled() const {
    return !m_runner.isBusy() && (m_pages->currentWidget() == m_start || m_page->map().isSettled());
}

/// What failed stands in the status line until something else is said or asked.
void MainWindow::tell(const geo::Error& error) {
    if (m_pages->currentWidget() == m_start) return m_start->showFault(capitalised(m_desk.sentence(error)));
    if (error.kind() == geo::ErrorKind::Stopped) return m_page->status().showMessage(m_desk.sentence("desktop.stopped"));
    m_page->status().showMessage(capitalised(m_desk.sentence(error)));
}

/// At once; and once more at the end of a while in which hands moved on.
void MainWindow::keepSoon() {
    if (m_keeping.isActive()) {
        m_hasMoved = true;
        return;
    }
    keepSession();
    m_keeping.start();
}

void MainWindow::keepSession() {
    if (m_project.workspace.empty() || !m_shown) return;
    const MapCamera& camera = m_page->map().camera();
    KeptView view{.wish = m_wish,
                  .units = m_page->selection().state().brushed,
                  .showsLabels = m_contents.showsLabels(),
                  .centre = camera.centre(),
                  .metresPerPoint = camera.metresPerPoint()};
    for (const OverlayChoice& choice : m_overlays)
        if (m_contents.isOn(choice)) view.layers.insert(keyOf(choice));
    m_session.keepView(textOf(m_project.workspace), view);
}

void MainWindow::closeEvent(QCloseEvent* event) {
    keepSession();
    m_session.setGeometry(saveGeometry());
    m_runner.stopAll();
    event->accept();
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event) {
    if (!filesIn(*event->mimeData()).isEmpty()) event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event) {
    event->acceptProposedAction();
    takeFiles(filesIn(*event->mimeData()));
}

void MainWindow::takeFiles(const QStringList& files) {
    if (files.size() == 1 && files.front().endsWith(".khoanh")) return openWorkspace(pathOf(files.front()));
    if (files.isEmpty() || m_pages->currentWidget() != m_page) return;
    if (isFieldLog(pathOf(files.front()))) {
        m_jobs.checkPoints(ground(), files.front());
    } else {
        m_jobs.importFiles(ground(), files);
    }
}

}  // namespace app
