// SPDX-License-Identifier: Apache-2.0
// Dice choose gestures; what each should leave behind is worked out before it begins.
#include "tests/app/desktop/session_script.hpp"

#include <QAction>
#include <QCheckBox>
#include <QDialog>
#include <QPushButton>
#include <algorithm>
#include <fstream>
#include <iostream>
#include <random>
#include <set>
#include <sstream>

#include "app/desktop/classing_menu.hpp"
#include "app/desktop/field_window.hpp"
#include "app/desktop/form_fields.hpp"
#include "app/desktop/map_pane.hpp"
#include "app/jobs/field_book.hpp"
#include "app/jobs/workspace_view.hpp"
#include "tests/app/desktop/window_stage.hpp"

namespace script {
namespace {

namespace fs = std::filesystem;

/// The day the receiver of the script tells.
constexpr geo::Date fieldDay{2026, 11, 30};

std::string numberText(double number) {
    char text[32];
    std::snprintf(text, sizeof text, "%.17g", number);
    return text;
}

std::string placeText(geo::Coordinate place) { return numberText(place.x) + "/" + numberText(place.y); }

/// What was brought in; figures computed from it are no work of hands.
std::string projectText(const app::Project& project) {
    std::string text;
    for (const std::int64_t layer : project.layers) text += "L" + std::to_string(layer);
    for (const std::int64_t run : project.imports) text += "I" + std::to_string(run);
    return text.empty() ? "none" : text;
}

std::string joined(const std::set<std::string>& words) {
    std::string text;
    for (const std::string& word : words) text += (text.empty() ? "" : "+") + word;
    return text.empty() ? "none" : text;
}

std::string classingText(const styles::Classing& classing) {
    return styles::wordOf(classing.method) + ":" + std::to_string(classing.classes);
}

State viewAspects(const app::KeptView& view) {
    return {{{"theme", view.wish.theme},
             {"year", view.wish.year ? std::to_string(*view.wish.year) : "none"},
             {"classes", view.wish.classing ? classingText(*view.wish.classing) : "none"},
             {"selected", joined(view.units)},
             {"layers", joined(view.layers)},
             {"centre", view.centre ? placeText(*view.centre) : "none"},
             {"metres", numberText(view.metresPerPoint)}}};
}

State stateFrom(std::istringstream& words) {
    State state;
    for (std::string word; words >> word;) {
        const std::size_t equals = word.find('=');
        if (equals != std::string::npos) state.aspects.emplace_back(word.substr(0, equals), word.substr(equals + 1));
    }
    return state;
}

std::string withChecksum(const std::string& body) {
    unsigned sum = 0;
    for (const char letter : body) sum ^= static_cast<unsigned char>(letter);
    char text[8];
    std::snprintf(text, sizeof text, "*%02X", sum);
    return "$" + body + text + "\r\n";
}

void writeRecording(const fs::path& file) {
    std::ofstream out(file, std::ios::binary);
    for (int second = 10; second < 14; ++second) {
        const std::string time = "0800" + std::to_string(second) + ".00";
        out << withChecksum("GPGGA," + time + ",2223.7840,N,10327.4920,E,1,09,0.8,950.0,M,-28.0,M,,")
            << withChecksum("GPRMC," + time + ",A,2223.7840,N,10327.4920,E,0.0,0.0,301126,,,A");
    }
}

/// One gesture: its name, what it should leave behind, and how it is made.
struct Gesture {
    std::string name;
    State expected;
    std::function<void()> make;
};

class Session {
  public:
    Session(const fs::path& workspace, const QString& settings, unsigned seed)
        : m_workspace(workspace), m_settings(settings), m_dice(seed), m_window(app::Language::Vietnamese, {1280, 720}, settings) {
        m_window.open(workspace);
        m_field = std::make_unique<app::FieldWindow>(m_window.desk());
        m_field->setProject(m_window->project());
        const fs::path log = m_window / "may_thu.nmea";
        writeRecording(log);
        m_field->connectTo(app::textOf(log), 1);
        stage::waitFor([&] { return m_field->fix() && !m_field->isListening(); });
        rest();
        m_state = stateOnDisk(workspace, settings);
        std::cout << "open " << textOf(m_state) << std::endl;
    }

    void step(int number) {
        const Gesture gesture = next();
        std::cout << "does " << number << ' ' << gesture.name << ' ' << textOf(gesture.expected) << std::endl;
        gesture.make();
        rest();
        const State found = stateOnDisk(m_workspace, m_settings);
        if (!agrees(gesture.expected, found))
            std::cout << "wrong " << number << ' ' << gesture.name << ' ' << textOf(found) << std::endl;
        // A table imported once more just so changes nothing.
        if (gesture.name == "import" && found.at("project") != m_state.at("project")) {
            m_before.push_back(m_state.at("project"));
            m_undone.clear();
        }
        m_state = found;
        std::cout << "done " << number << ' ' << textOf(found) << std::endl;
    }

  private:
    unsigned roll(std::size_t sides) { return static_cast<unsigned>(m_dice() % sides); }

    void rest() {
        m_window.settle();
        stage::waitFor([&] { return m_window->isKept(); });
    }

    Gesture next() {
        switch (roll(11)) {
            case 0:
                return theme();
            case 1:
                return zoom();
            case 2:
                return pan();
            case 3:
                return select();
            case 4:
                return year();
            case 5:
                return m_before.empty() ? theme() : undo();
            case 6:
                return m_undone.empty() ? zoom() : redo();
            case 7:
                return importTable();
            case 8:
                return classes();
            case 9:
                return layer();
            default:
                return record();
        }
    }

    Gesture theme() {
        static const std::vector<std::string> themes{"forest-cover", "waste-rural", "waste-urban", "targets", "wastewater"};
        const std::string wanted = themes[roll(themes.size())];
        return {"theme", m_state.with("theme", wanted).with("year", anything).with("classes", "none"), [this, wanted] { m_window.showTheme(wanted); }};
    }

    Gesture camera(const std::string& name, const app::MapCamera& camera) {
        const State expected =
            m_state.with("centre", placeText(camera.centre())).with("metres", numberText(camera.metresPerPoint()));
        return {name, expected, [this, camera] { m_window->page().map().setCamera(camera); }};
    }

    Gesture zoom() {
        const app::MapPane& map = m_window->page().map();
        const double factor = roll(2) == 0 ? 1.3 : 0.8;
        return camera("zoom", map.camera().zoomedAbout(map.rect().center(), factor).resizedTo(map.size()));
    }

    Gesture pan() {
        const app::MapPane& map = m_window->page().map();
        const QPointF by(double(roll(80)) - 40, double(roll(60)) - 30);
        return camera("pan", map.camera().movedBy(by).resizedTo(map.size()));
    }

    Gesture select() {
        static const std::vector<std::string> codes{"03388", "03390", "03408", "03430", "03478"};
        std::set<std::string> wanted;
        for (std::size_t i = 1 + roll(3); i > 0; --i) wanted.insert(codes[roll(codes.size())]);
        return {"select", m_state.with("selected", joined(wanted)), [this, wanted] { m_window->page().selection().brush(wanted); }};
    }

    Gesture year() {
        const auto years = m_window->ground().choices.years;
        if (years.empty()) return zoom();
        const int wanted = years[roll(years.size())];
        return {"year", m_state.with("year", std::to_string(wanted)), [this, wanted] {
                    app::ThemeWish wish = m_window->wish();
                    wish.year = wanted;
                    m_window->showTheme(wish);
                }};
    }

    Gesture classes() {
        const styles::Classing wanted{styles::ClassMethod::Quantile, 3 + static_cast<int>(roll(4)), {}};
        return {"classes", m_state.with("classes", classingText(wanted)), [this, wanted] { m_window->page().classing().onChoice(wanted); }};
    }

    Gesture layer() {
        static const std::vector<std::string> names{"layer-rivers", "layer-mines", "layer-landfills"};
        auto* const box = m_window.find<QCheckBox>(names[roll(names.size())].c_str());
        std::set<std::string> layers = app::SessionFile(m_settings).viewOf(app::textOf(m_workspace)).layers;
        const std::string key = box->objectName().mid(6).toStdString();
        if (layers.erase(key) == 0) layers.insert(key);
        return {"layer", m_state.with("layers", joined(layers)), [box] { box->click(); }};
    }

    Gesture undo() {
        return {"undo", stepTo(m_before.back()), [this] {
                    m_before.pop_back();
                    m_undone.push_back(m_state.at("project"));
                    m_window->action("undo")->trigger();
                }};
    }

    Gesture redo() {
        return {"redo", stepTo(m_undone.back()), [this] {
                    m_undone.pop_back();
                    m_before.push_back(m_state.at("project"));
                    m_window->action("redo")->trigger();
                }};
    }

    /// A theme may then have other years, or none at all.
    State stepTo(const std::string& project) const {
        return m_state.with("project", project).with("year", anything);
    }

    Gesture importTable() {
        const std::string share = std::to_string(1 + roll(99));
        return {"import", stepTo(anything), [this, share] {
                    const fs::path file = m_window / ("chi_tieu_" + share + ".csv");
                    std::ofstream(file) << "code,name,indicator,period,numerator,denominator\n03388,Phường Đoàn Kết,waste-urban,2026,"
                                        << share << ",100\n";
                    m_window->takeFiles({app::textOf(file)});
                    auto* const dialog = static_cast<app::JobDialog*>(m_window.find<QDialog>("job"));
                    for (QPushButton* const button : {&dialog->previewButton(), &dialog->workButton()}) {
                        button->click();
                        stage::waitFor([&] { return !dialog->isBusy(); });
                    }
                    dialog->reject();
                    QApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
                }};
    }

    Gesture record() {
        const int points = std::stoi(m_state.at("points"));
        return {"record", m_state.with("points", std::to_string(points + 1)), [this] { m_field->recordPoint(); }};
    }

    fs::path m_workspace;
    QString m_settings;
    std::mt19937 m_dice;
    stage::Window m_window;
    std::unique_ptr<app::FieldWindow> m_field;
    State m_state;
    /// What the project was before each import of its own that stands, and what each undone had made of it.
    std::vector<std::string> m_before;
    std::vector<std::string> m_undone;
};

}  // namespace

const std::string& State::at(const std::string& name) const {
    static const std::string none;
    const auto found = std::ranges::find(aspects, name, &std::pair<std::string, std::string>::first);
    return found == aspects.end() ? none : found->second;
}

State State::with(const std::string& name, const std::string& value) const {
    State changed = *this;
    for (auto& [aspect, held] : changed.aspects)
        if (aspect == name) held = value;
    return changed;
}

bool agrees(const State& expected, const State& found) {
    return std::ranges::equal(expected.aspects, found.aspects, [](const auto& wanted, const auto& held) {
        return wanted.first == held.first && (wanted.second == anything || wanted.second == held.second);
    });
}

std::string textOf(const State& state) {
    std::string text;
    for (const auto& [name, value] : state.aspects) text += (text.empty() ? "" : " ") + name + "=" + value;
    return text;
}

State stateOnDisk(const fs::path& workspace, const QString& settings) {
    State state = viewAspects(app::SessionFile(settings).viewOf(app::textOf(workspace)));
    state.aspects.emplace_back("project", projectText(app::openProject(workspace)));
    state.aspects.emplace_back("points",
                               std::to_string(app::countInFieldBook(app::fieldBookPath(workspace, fieldDay))));
    return state;
}

Journal readJournal(const fs::path& file) {
    Journal journal;
    std::ifstream lines(file);
    for (std::string line; std::getline(lines, line);) {
        // A last line without its end was never announced.
        if (lines.eof()) break;
        std::istringstream words(line);
        std::string what, number;
        words >> what;
        if (what == "wrong") journal.wrong.push_back(line);
        if (what == "open") journal.lastDone = journal.opened = stateFrom(words);
        if (what == "does") {
            words >> number >> journal.begunName;
            journal.begun = stateFrom(words);
        }
        if (what != "done") continue;
        words >> number;
        journal.lastDone = stateFrom(words);
        journal.begun.reset();
        ++journal.done;
    }
    return journal;
}

int run(const fs::path& workspace, const QString& settings, unsigned seed) {
    Session session(workspace, settings, seed);
    for (int number = 1;; ++number) session.step(number);
}

}  // namespace script
