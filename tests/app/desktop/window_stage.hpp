// SPDX-License-Identifier: Apache-2.0
// The real window without a screen, and hands that wait for it.
#pragma once

#include <QApplication>
#include <QTemporaryDir>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>

#include "app/desktop/look.hpp"
#include "app/desktop/main_window.hpp"

namespace stage {

/// Makes the application once, dressed as the program dresses it.
QApplication& application(app::Shade shade);

/// Lets the window live until something holds, at most so many seconds. Returns: whether it came to hold.
bool waitFor(const std::function<bool()>& holds, int seconds = 60);

/// A window on a copy of the workspace, its settings in a file of its own.
class Window {
  public:
    explicit Window(app::Language language = app::Language::Vietnamese, QSize size = {1280, 720},
                    const QString& settings = {});
    ~Window();

    void open(const std::filesystem::path& file);
    void openCopy();
    void showTheme(const std::string& theme);
    /// Waits until nothing is under way.
    bool settle();

    app::MainWindow& operator*() { return *m_window; }
    app::MainWindow* operator->() { return m_window.get(); }
    std::filesystem::path operator/(const std::string& name) const;
    const app::Desk& desk() const { return *m_desk; }
    app::SessionFile& session() { return *m_session; }
    template <class Widget>
    Widget* find(const char* name) {
        return m_window->findChild<Widget*>(name);
    }

  private:
    QTemporaryDir m_folder;
    std::unique_ptr<app::Desk> m_desk;
    std::unique_ptr<app::SessionFile> m_session;
    std::unique_ptr<app::MainWindow> m_window;
};

}  // namespace stage
