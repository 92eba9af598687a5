// SPDX-License-Identifier: Apache-2.0
// An offscreen application, a copied workspace, a patient event loop.
#include "tests/app/desktop/window_stage.hpp"

#include <QDeadlineTimer>
#include <QEventLoop>
#include <QTimer>

#include "app/desktop/application.hpp"
#include "app/desktop/form_fields.hpp"
#include "tests/app/jobs/office.hpp"

namespace stage {
namespace {

std::shared_ptr<const styles::PaintSession> paintSession() {
    static const auto session = std::make_shared<const styles::PaintSession>();
    return session;
}

}  // namespace

QApplication& application(app::Shade shade) {
    static int count = 1;
    static char name[] = "khoanh-desktop";
    static char* words[] = {name, nullptr};
    if (qApp == nullptr) {
        if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM")) qputenv("QT_QPA_PLATFORM", "offscreen");
        // Lives as long as the process: Qt wants no application to die after main().
        new app::Application(count, words);
    }
    auto& made = *qobject_cast<QApplication*>(qApp);
    app::dress(made, QString::fromStdString(paintSession()->fontFamily()), shade);
    return made;
}

bool waitFor(const std::function<bool()>& holds, int seconds) {
    const QDeadlineTimer deadline(std::chrono::seconds{seconds});
    while (!holds()) {
        if (deadline.hasExpired()) return false;
        // Asleep between events: what is waited for works on the same processors.
        QEventLoop loop;
        QTimer::singleShot(3, &loop, &QEventLoop::quit);
        loop.exec();
    }
    QApplication::processEvents();
    return holds();
}


Window::Window(app::Language language, QSize size, const QString& settings) {
    application(app::currentShade());
    m_desk = std::make_unique<app::Desk>(app::Desk{office::words(language), office::dataFolder(), paintSession()});
    m_session = std::make_unique<app::SessionFile>(settings.isEmpty() ? m_folder.filePath("session.ini") : settings);
    m_window = std::make_unique<app::MainWindow>(*m_desk, *m_session, app::WindowWishes{});
    m_window->resize(size);
    m_window->show();
    QApplication::processEvents();
}

Window::~Window() { m_window->close(); }

void Window::open(const std::filesystem::path& file) {
    m_window->openWorkspace(file);
    settle();
}

void Window::openCopy() {
    const auto whole = office::Desk::whole();
    const auto copy = *this / "lai-chau.khoanh";
    std::filesystem::copy_file(whole.project().workspace, copy);
    open(copy);
}

void Window::showTheme(const std::string& theme) {
    m_window->showTheme({.theme = theme, .level = {}, .year = {}, .classing = {}});
    settle();
}

bool Window::settle() {
    return waitFor([this] { return m_window->isSettled(); });
}

std::filesystem::path Window::operator/(const std::string& name) const {
    return app::pathOf(m_folder.filePath(QString::fromStdString(name)));
}

}  // namespace stage
