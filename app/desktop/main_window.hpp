// SPDX-License-Identifier: Apache-2.0
// The window: a workspace opened, its themes shown, its jobs started.
#pragma once

#include <QMainWindow>
#include <QStringList>
#include <QTimer>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <string>

#include "app/desktop/desk.hpp"
#include "app/desktop/job_desk.hpp"
#include "app/desktop/map_contents.hpp"
#include "app/desktop/session_file.hpp"
#include "app/desktop/shown_theme.hpp"
#include "app/desktop/task_runner.hpp"
#include "app/desktop/work_page.hpp"

class QStackedWidget;

namespace app {

class FieldWindow;
class StartPage;

/// What the window asks of the program around it.
struct WindowWishes {
    /// Build the window anew in another language or shade.
    std::function<void(Language)> speak;
    std::function<void(bool isDark)> shade;
};

class MainWindow : public QMainWindow {
  public:
    MainWindow(const Desk& desk, SessionFile& session, WindowWishes wishes);
    ~MainWindow() override;

    void openWorkspace(const std::filesystem::path& file);
    void showStart(const QString& fault = {});
    void showTheme(const ThemeWish& wish);
    /// A theme file of one's own; one that is refused is told with the key that is at fault.
    void openTheme(const std::filesystem::path& file);
    /// Field logs are checked, all else is brought in.
    void takeFiles(const QStringList& files);

    const ThemeWish& wish() const { return m_wish; }
    const Project& project() const { return m_project; }
    /// Nothing before the first theme is there.
    const std::shared_ptr<const ShownTheme>& shown() const { return m_shown; }
    WorkPage& page() { return *m_page; }
    JobDesk& jobs() { return m_jobs; }
    /// What jobs begin with.
    JobGround ground() const;
    /// Which page of the guide explains what has the focus.
    std::string guideTopic() const;
    QAction* action(const std::string& name) { return m_actions.at(name); }
    /// Whether nothing is under way and the map is true.
    bool isSettled() const;
    /// Whether what is shown is what would be opened after a kill.
    bool isKept() const { return !m_hasMoved; }
    /// What failed, on the page that is seen.
    void tell(const geo::Error& error);

  protected:
    void closeEvent(QCloseEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

  private:
    void buildPages();
    void buildActions();
    QAction* addAction(const std::string& name, const QKeySequence& keys, const std::function<void()>& done);
    void addMenu();
    void addLookActions();
    void wirePage();
    void wireFind();
    void wireJobs();
    void enableActions(const UndoChoices& undo);

    void takeView(const KeptView& view);
    void takeFacts(const WorkspaceFacts& facts);
    void spreadProject();
    void takeTheme(const ThemeWish& wish, std::shared_ptr<const ShownTheme> shown);
    void refresh();
    void readNames();
    void readStreams();
    /// The theme of one's own opened last, else one to be chosen.
    void showOwnTheme();
    void chooseTheme();
    void stepBack(Outcome (*step)(const Project&, geo::Progress&));
    void openField();
    void keepSession();
    void keepSoon();

    const Desk& m_desk;
    SessionFile& m_session;
    WindowWishes m_wishes;
    Project m_project;
    ThemeWish m_wish;
    std::int64_t m_wishNumber = 0;
    /// Themes shown before, by what was asked; forgotten when the workspace changes.
    std::map<std::string, std::shared_ptr<const ShownTheme>> m_kept;
    std::shared_ptr<const ShownTheme> m_shown;
    std::vector<OverlayChoice> m_overlays;
    QStackedWidget* m_pages = nullptr;
    StartPage* m_start = nullptr;
    WorkPage* m_page = nullptr;
    std::unique_ptr<FieldWindow> m_field;
    QTimer m_keeping;
    bool m_hasMoved = false;
    std::map<std::string, QAction*> m_actions;
    std::filesystem::path m_ownTheme;
    TaskRunner m_runner{2};
    MapContents m_contents;
    JobDesk m_jobs;
};

}  // namespace app
