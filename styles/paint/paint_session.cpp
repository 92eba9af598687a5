// SPDX-License-Identifier: Apache-2.0
// Makes the application object Qt wants for text, and loads the pinned font from its files.
#include "styles/paint/paint_session.hpp"

#include <QFontDatabase>
#include <QGuiApplication>
#include <QHashFunctions>
#include <QLoggingCategory>
#include <array>
#include <clocale>

#include "geo/base/error.hpp"

namespace styles {

struct PaintSession::State {
    // Qt keeps references to both for as long as the application lives.
    std::string program = "khoanh";
    std::string option = "-platform";
    std::string platform = "offscreen";
    std::array<char*, 4> arguments{program.data(), option.data(), platform.data(), nullptr};
    int argumentCount = 3;
    std::unique_ptr<QGuiApplication> application;
    std::string fontFamily;
};

namespace {

/// Without a display Qt warns of a missing runtime folder it never uses; faults reach people as errors
/// instead.
std::unique_ptr<QGuiApplication> makeApplication(int& argumentCount, char** arguments) {
    QLoggingCategory::setFilterRules("default.warning=false");
    auto application = std::make_unique<QGuiApplication>(argumentCount, arguments);
    QLoggingCategory::setFilterRules("");
    return application;
}

std::string familyFrom(const std::filesystem::path& file) {
    if (!std::filesystem::exists(file)) {
        throw geo::Error(geo::ErrorKind::NotFound, "paint.font-missing",
                         {{"path", file.string()}, {"package", "fonts-inter"}});
    }
    const int id = QFontDatabase::addApplicationFont(QString::fromStdString(file.string()));
    const QStringList families = id < 0 ? QStringList() : QFontDatabase::applicationFontFamilies(id);
    if (!families.isEmpty()) return families.front().toStdString();
    throw geo::Error(geo::ErrorKind::BadData, "paint.font-unreadable", {{"path", file.string()}});
}

}  // namespace

std::vector<std::filesystem::path> defaultFontFiles() {
    const std::filesystem::path folder = "/usr/share/fonts/opentype/inter";
    return {folder / "Inter-Regular.otf", folder / "Inter-Medium.otf", folder / "Inter-SemiBold.otf",
            folder / "Inter-Bold.otf"};
}

PaintSession::PaintSession(const std::vector<std::filesystem::path>& fontFiles)
    : m_state(std::make_unique<State>()) {
    // A PDF lists its fonts in hash order: without the seed of the process it is the same order every time.
    QHashSeed::setDeterministicGlobalSeed();
    const bool bare = QCoreApplication::startingUp();
    if (bare) m_state->application = makeApplication(m_state->argumentCount, m_state->arguments.data());
    // An application of Qt takes over the locale of the desk; C functions of the libraries below would then
    // read 22.5 as 22 where people write a comma.
    std::setlocale(LC_NUMERIC, "C");
    if (!qobject_cast<QGuiApplication*>(qApp)) throw geo::Error(geo::ErrorKind::Internal, "paint.no-session");
    for (const std::filesystem::path& file : fontFiles) {
        const std::string family = familyFrom(file);
        if (m_state->fontFamily.empty()) m_state->fontFamily = family;
    }
}

PaintSession::~PaintSession() = default;
PaintSession::PaintSession(PaintSession&& other) noexcept = default;
PaintSession& PaintSession::operator=(PaintSession&& other) noexcept = default;

const std::string& PaintSession::fontFamily() const {
    if (!m_state) throw geo::Error(geo::ErrorKind::Internal, "paint.no-session");
    return m_state->fontFamily;
}

}  // namespace styles
