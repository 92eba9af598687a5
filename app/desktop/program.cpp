// SPDX-License-Identifier: Apache-2.0
// Application object, words, one window at a time.
#include "app/desktop/program.hpp"

#include <QCommandLineParser>
#include <QTimer>
#include <iostream>
#include <memory>

#include "app/desktop/application.hpp"
#include "app/desktop/look.hpp"
#include "app/desktop/main_window.hpp"
#include "app/project/data_folder.hpp"

namespace app {
namespace {

struct Arguments {
    QString file;
    std::optional<Language> language;
};

Arguments read(const QStringList& words) {
    Arguments arguments;
    for (qsizetype i = 1; i < words.size(); ++i) {
        if (words[i] == "--lang" && i + 1 < words.size()) {
            arguments.language = words[++i] == "en" ? Language::English : Language::Vietnamese;
        } else if (!words[i].startsWith("--")) {
            arguments.file = words[i];
        }
    }
    return arguments;
}

/// The window and what it leans on; built anew when somebody asks for another language or shade.
class Program {
  public:
    Program(Application& application, const Arguments& arguments)
        : m_application(application),
          m_data(dataFolder()),
          m_painting(std::make_shared<const styles::PaintSession>()),
          m_language(arguments.language.value_or(m_session.language().value_or(Language::Vietnamese))) {
        build();
        m_application.onFault = [this](const std::exception& fault) { m_window->tell(errorOf(fault)); };
        const QString file = arguments.file.isEmpty() ? m_session.openFile() : arguments.file;
        if (!file.isEmpty()) m_window->openWorkspace(file.toStdString());
    }

    Program(const Program&) = delete;
    Program& operator=(const Program&) = delete;
    ~Program() { m_application.onFault = {}; }

  private:
    void build() {
        dress(*qApp, QString::fromStdString(m_painting->fontFamily()),
              m_session.isDark() ? Shade::Dark : Shade::Light);
        m_window = nullptr;
        m_desk = std::make_unique<Desk>(Desk{Catalogue::read(m_data / "words", m_language), m_data, m_painting});
        m_window = std::make_unique<MainWindow>(*m_desk, m_session, wishes());
        m_window->show();
    }

    WindowWishes wishes() {
        return {[this](Language language) {
                    m_language = language;
                    m_session.setLanguage(language);
                    buildLater();
                },
                [this](bool isDark) {
                    m_session.setDark(isDark);
                    buildLater();
                }};
    }

    /// The window that asks is still on the stack.
    void buildLater() {
        QTimer::singleShot(0, qApp, [this] {
            const auto file = m_window->project().workspace;
            build();
            if (!file.empty()) m_window->openWorkspace(file);
        });
    }

    Application& m_application;
    std::filesystem::path m_data;
    std::shared_ptr<const styles::PaintSession> m_painting;
    SessionFile m_session;
    Language m_language;
    std::unique_ptr<Desk> m_desk;
    std::unique_ptr<MainWindow> m_window;
};

}  // namespace

int runDesktop(int count, char** words) {
    Application application(count, words);
    QApplication::setApplicationName("khoanh");
    QApplication::setApplicationDisplayName("Khoanh");
    try {
        const Program program(application, read(QApplication::arguments()));
        return QApplication::exec();
    } catch (const std::exception& fault) {
        // Without its words the program can only name the fault.
        std::cerr << "khoanh-desktop: " << fault.what() << '\n';
        return 3;
    }
}

}  // namespace app
