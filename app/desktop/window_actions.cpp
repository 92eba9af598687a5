// SPDX-License-Identifier: Apache-2.0
// Everything the window can be told to do, by menu and by key.
#include <QAction>
#include <QActionGroup>
#include <QApplication>
#include <QDesktopServices>
#include <QFileDialog>
#include <QKeySequence>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QStackedWidget>
#include <QTabWidget>
#include <QToolButton>
#include <QUrl>

#include "app/desktop/about.hpp"
#include "app/desktop/field_window.hpp"
#include "app/desktop/figure_bar.hpp"
#include "app/desktop/find_box.hpp"
#include "app/desktop/form_fields.hpp"
#include "app/desktop/guide_pages.hpp"
#include "app/desktop/look.hpp"
#include "app/desktop/main_window.hpp"
#include "app/desktop/map_pane.hpp"
#include "app/desktop/status_line.hpp"
#include "app/desktop/theme_tabs.hpp"
#include "styles/theme/theme_reader.hpp"

namespace app {
namespace {

std::string topicOfTheme(const ThemeWish& wish) {
    if (!wish.themeFile.empty()) return "maps";
    const std::string tab = tabOf(wish.theme).name;
    if (tab == "forest" || tab == "wastewater") return tab;
    return tab == "waste" || tab == "targets" ? "tables" : "plan";
}

}  // namespace

QAction* MainWindow::addAction(const std::string& name, const QKeySequence& keys,
                               const std::function<void()>& done) {
    auto* const action = new QAction(m_desk.sentence("desktop.do-" + name), this);
    action->setObjectName(toQt("do-" + name));
    action->setShortcut(keys);
    connect(action, &QAction::triggered, this, done);
    QMainWindow::addAction(action);
    m_actions[name] = action;
    return action;
}

void MainWindow::buildActions() {
    addAction("open", QKeySequence::Open, [this] {
        const QString file = QFileDialog::getOpenFileName(this, m_desk.sentence("desktop.open-workspace"), {},
                                                          "Khoanh (*.khoanh)");
        if (!file.isEmpty()) openWorkspace(pathOf(file));
    });
    addAction("new", QKeySequence::New, [this] { m_jobs.makeWorkspace(false); });
    addAction("sample", {}, [this] { m_jobs.makeWorkspace(true); });
    addAction("close", QKeySequence::Close, [this] {
        keepSession();
        m_session.setOpenFile({});
        m_project = {};
        setWindowTitle("Khoanh");
        showStart();
    });
    addAction("import", QKeySequence("Ctrl+I"), [this] { m_jobs.importFiles(ground(), {}); });
    addAction("names", QKeySequence("Ctrl+J"), [this] { m_jobs.answerNames(ground()); });
    addAction("compute", QKeySequence("F5"), [this] { m_jobs.compute(ground()); });
    addAction("check", QKeySequence("Ctrl+T"), [this] { m_jobs.checkPoints(ground(), {}); });
    addAction("export-map", QKeySequence::Print, [this] { m_jobs.exportMap(ground()); });
    addAction("export-data", QKeySequence("Ctrl+E"), [this] { m_jobs.exportData(ground()); });
    addAction("report", QKeySequence("Ctrl+R"), [this] { m_jobs.reportYear(ground()); });
    addAction("theme", QKeySequence("Ctrl+6"), [this] { chooseTheme(); });
    addAction("undo", QKeySequence::Undo, [this] { stepBack(undoHoldings); });
    addAction("redo", QKeySequence::Redo, [this] { stepBack(redoHoldings); });
    addAction("field", QKeySequence("F2"), [this] { openField(); });
    addAction("find", QKeySequence("Ctrl+K"), [this] {
        m_page->find().setFocus();
        m_page->find().selectAll();
    });
    addAction("fit", QKeySequence("Ctrl+0"), [this] { m_page->map().fitAll(); });
    addAction("fit-selected", QKeySequence("Ctrl+9"), [this] {
        m_page->map().fitUnit(m_page->selection().state().selected);
    });
    addAction("measure", QKeySequence("Ctrl+M"), [this] {
        m_page->map().setMeasuring(!m_page->map().isMeasuring());
    });
    addAction("help", QKeySequence::HelpContents, [this] { openGuide(m_desk, this, guideTopic()); });
    addAction("about", {}, [this] { showAbout(m_desk, this); });
    addLookActions();
    addMenu();
}

void MainWindow::addLookActions() {
    QAction* const dark = addAction("dark", {}, [this] {
        const bool isDark = currentShade() == Shade::Light;
        keepSession();
        if (m_wishes.shade) m_wishes.shade(isDark);
    });
    dark->setCheckable(true);
    dark->setChecked(currentShade() == Shade::Dark);
    addAction("language", {}, [this] {
        const bool isEnglish = m_desk.words.language() == Language::English;
        keepSession();
        if (m_wishes.speak) m_wishes.speak(isEnglish ? Language::Vietnamese : Language::English);
    });
    for (std::size_t i = 0; i < themeTabs().size(); ++i) {
        auto* const action = new QAction(this);
        action->setShortcut(QKeySequence(QString("Ctrl+%1").arg(i + 1)));
        connect(action, &QAction::triggered, this, [this, theme = themeTabs()[i].themes.front()] {
            m_page->themes().onTheme(theme);
        });
        QMainWindow::addAction(action);
    }
}

void MainWindow::addMenu() {
    auto* const menu = new QMenu(this);
    const std::vector<std::vector<std::string>> groups{{"open", "new", "sample", "close"},
                                                       {"import", "names", "compute", "check", "field"},
                                                       {"export-map", "export-data", "report", "theme"},
                                                       {"undo", "redo"},
                                                       {"find", "fit", "fit-selected", "measure"},
                                                       {"dark", "language"},
                                                       {"help", "about"}};
    for (const auto& group : groups) {
        for (const std::string& name : group) menu->addAction(m_actions.at(name));
        menu->addSeparator();
    }
    auto* const button = new QToolButton;
    button->setText(QStringLiteral("☰"));
    button->setObjectName("menu");
    button->setAccessibleName(m_desk.sentence("desktop.menu"));
    button->setToolTip(m_desk.sentence("desktop.menu"));
    button->setMenu(menu);
    button->setPopupMode(QToolButton::InstantPopup);
    m_page->themes().addAtEnd(button);
    const auto addButton = [this](const std::string& name, const char* role) {
        auto* const shortcut = new QPushButton(m_desk.sentence("desktop.do-" + name));
        shortcut->setProperty("role", role);
        connect(shortcut, &QPushButton::clicked, m_actions.at(name), &QAction::trigger);
        m_page->figures().addAtEnd(shortcut);
    };
    addButton("import", "plain");
    addButton("export-map", "primary");
}

void MainWindow::enableActions(const UndoChoices& undo) {
    const bool isOpen = !m_project.workspace.empty();
    for (const char* name : {"close", "import", "names", "compute", "check", "export-map", "export-data",
                             "report", "theme", "field", "find", "fit", "fit-selected", "measure"}) {
        m_actions.at(name)->setEnabled(isOpen);
    }
    m_actions.at("undo")->setEnabled(isOpen && undo.canUndo);
    m_actions.at("redo")->setEnabled(isOpen && undo.canRedo);
}

void MainWindow::stepBack(Outcome (*step)(const Project&, geo::Progress&)) {
    m_runner.run({[this, step, project = m_project](geo::Progress& progress) -> Then {
        const auto outcome = std::make_shared<const Outcome>(step(project, progress));
        return [this, outcome] {
            m_jobs.onChanged(*outcome);
            m_page->status().showMessage(m_desk.sentence(outcome->summary.front()));
        };
    }});
}

void MainWindow::showOwnTheme() {
    if (m_ownTheme.empty() || !m_wish.themeFile.empty()) return chooseTheme();
    openTheme(m_ownTheme);
}

void MainWindow::chooseTheme() {
    const QString file = QFileDialog::getOpenFileName(this, m_desk.sentence("desktop.tab-own"),
                                                      textOf(m_ownTheme), "JSON (*.json)");
    if (!file.isEmpty()) return openTheme(pathOf(file));
    m_page->showTab(m_wish);
}

void MainWindow::openTheme(const std::filesystem::path& file) {
    try {
        const styles::Theme theme = styles::readTheme(file);
        m_ownTheme = file;
        m_kept.clear();
        showTheme({.theme = theme.id, .themeFile = file, .level = m_wish.level, .year = {}, .classing = {}});
    } catch (const geo::Error& error) {
        // Asked again, the tab lets another file be chosen.
        m_ownTheme.clear();
        m_page->showTab(m_wish);
        auto* const box = new QMessageBox(
            QMessageBox::Warning, m_desk.sentence("desktop.tab-own"),
            m_desk.sentence("desktop.theme-refused", {{"fault", m_desk.sentence(error).toStdString()}}),
            QMessageBox::Close, this);
        box->setObjectName("themeFault");
        box->setAttribute(Qt::WA_DeleteOnClose);
        box->open();
    }
}

/// Of the panel with the focus; the map and what belongs to the theme are explained where the theme is.
std::string MainWindow::guideTopic() const {
    const QWidget* const focused = QApplication::focusWidget();
    if (focused != nullptr && m_page->tables().isAncestorOf(focused)) return guideTopicOf(focused);
    if (m_pages->currentWidget() != m_page) return guideTopics().front();
    return topicOfTheme(m_wish);
}

JobGround MainWindow::ground() const {
    JobGround ground{.project = m_project, .wish = m_wish, .crs = m_page->crs(), .overlays = m_overlays};
    if (m_shown) {
        ground.level = m_shown->level;
        ground.year = m_shown->year;
        ground.indicator = m_shown->view.map.question.indicator;
        ground.choices = m_shown->choices;
    }
    if (m_shown) {
        const styles::Theme& look = m_shown->view.map.sheet.theme;
        ground.isOfPlaces = look.base.has_value() || look.id == "targets";
    }
    ground.extent = m_page->map().camera().extent();
    ground.isPart = m_page->map().isPart();
    return ground;
}

void MainWindow::openField() {
    if (!m_field) {
        m_field = std::make_unique<FieldWindow>(m_desk);
        setGuideTopic(*m_field, "field");
        answerHelpKey(m_desk, *m_field);
    }
    m_field->setProject(m_project);
    m_field->onFix = [this](geo::Coordinate plane, double accuracy_m) {
        m_page->map().setMark(plane, accuracy_m);
    };
    m_field->onExport = [this](const std::filesystem::path& book, const std::filesystem::path& out) {
        m_jobs.checkPoints(ground(), textOf(book), textOf(out));
    };
    m_field->show();
    m_field->raise();
    m_field->activateWindow();
}

}  // namespace app
