// SPDX-License-Identifier: Apache-2.0
// The window at work for those who look on: pictures of it, times of its frames, a session to be killed.
#include <time.h>
#include <unistd.h>

#include <QCheckBox>
#include <QElapsedTimer>
#include <QLineEdit>
#include <QPixmap>
#include <QTabWidget>
#include <algorithm>
#include <fstream>
#include <iostream>
#include <iterator>
#include <sstream>
#include <vector>

#include "app/desktop/figure_bar.hpp"
#include "app/desktop/find_box.hpp"
#include "app/desktop/form_fields.hpp"
#include "app/desktop/map_pane.hpp"
#include "app/desktop/theme_tabs.hpp"
#include "app/jobs/workspace_view.hpp"
#include "tests/app/desktop/gallery.hpp"
#include "tests/app/desktop/session_script.hpp"
#include "tests/app/desktop/window_stage.hpp"

namespace {

namespace fs = std::filesystem;

/// Milliseconds of one thing done many times.
class Times {
  public:
    explicit Times(std::string name) : m_name(std::move(name)) {}

    template <class Work>
    void measure(Work&& work) {
        QElapsedTimer timer;
        timer.start();
        work();
        m_times_ms.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
    }

    void print() {
        if (m_times_ms.empty()) return;
        std::ranges::sort(m_times_ms);
        const auto at = [&](double share) {
            return m_times_ms[static_cast<std::size_t>(share * static_cast<double>(m_times_ms.size() - 1))];
        };
        std::printf("%-44s %4zu times   median %7.1f ms   95 %% %7.1f ms   worst %7.1f ms\n", m_name.c_str(),
                    m_times_ms.size(), at(0.5), at(0.95), m_times_ms.back());
    }

  private:
    std::string m_name;
    std::vector<double> m_times_ms;
};

double peakMemory_MB() {
    std::ifstream status("/proc/self/status");
    for (std::string word; status >> word;) {
        if (word != "VmHWM:") continue;
        double kilobytes = 0;
        status >> kilobytes;
        return kilobytes / 1024;
    }
    return 0;
}

/// Since the kernel started this process, to a hundredth of a second.
double sinceStart_ms() {
    std::ifstream file("/proc/self/stat");
    std::string text((std::istreambuf_iterator<char>(file)), {});
    // The name of the program, in brackets, may hold blanks; the start is the twentieth field behind it.
    std::istringstream fields(text.substr(text.rfind(')') + 2));
    std::string field;
    for (int i = 0; i < 20; ++i) fields >> field;
    timespec now{};
    clock_gettime(CLOCK_BOOTTIME, &now);
    const double started_s = std::stod(field) / static_cast<double>(sysconf(_SC_CLK_TCK));
    return 1000 * (static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) / 1e9 - started_s);
}

/// The gestures of a look around, each followed by the frame it makes; every few the true picture is waited for.
void lookAround(stage::Window& window, const std::string& name) {
    Times frames("frame after a gesture, " + name);
    Times pictures("true picture after it, " + name);
    app::MapPane& map = window->page().map();
    map.fitAll();
    window.settle();
    const auto gesture = [&](const app::MapCamera& camera, bool rests) {
        frames.measure([&] {
            map.setCamera(camera);
            map.repaint();
        });
        if (rests) pictures.measure([&] { window.settle(); });
    };
    const QPointF middle = map.rect().center();
    for (int round = 0; round < 3; ++round) {
        for (int step = 0; step < 12; ++step) gesture(map.camera().movedBy({23, -11}), step % 4 == 3);
        for (int step = 0; step < 8; ++step) gesture(map.camera().zoomedAbout(middle, 1.35), step % 2 == 1);
        for (int step = 0; step < 12; ++step) gesture(map.camera().movedBy({-31, 17}), step % 4 == 3);
        map.fitAll();
        window.settle();
    }
    frames.print();
    pictures.print();
}

void recolour(stage::Window& window) {
    Times times("theme shown again, map and panels");
    for (int round = 0; round < 4; ++round) {
        for (const char* theme : {"waste-rural", "waste-urban", "forest-cover"}) {
            if (round == 0) window.showTheme(theme);
            if (round > 0) times.measure([&] { window.showTheme(theme); });
        }
    }
    times.print();
}

int tour(const fs::path& workspace) {
    stage::Window window(app::Language::Vietnamese, {1920, 1200});
    window.open(workspace);
    std::printf("%-44s %7.0f ms\n", "ready, from the start of the program", sinceStart_ms());
    lookAround(window, "cover by commune");
    window.showTheme("forest-plots");
    lookAround(window, "every plot");
    recolour(window);
    std::printf("%-44s %7.0f MB\n", "memory at most", peakMemory_MB());
    return 0;
}

}  // namespace

int main(int count, char** words) {
    const std::vector<std::string> given(words + 1, words + count);
    stage::application(app::Shade::Light);
    if (given.size() == 3 && given[0] == "gallery") return gallery::make(given[1], given[2]);
    if (given.size() == 2 && given[0] == "tour") return tour(given[1]);
    if (given.size() == 4 && given[0] == "session")
        return script::run(given[1], QString::fromStdString(given[2]), static_cast<unsigned>(std::stoul(given[3])));
    std::cerr << "khoanh_window_tool gallery WORKSPACE FOLDER | tour WORKSPACE | session WORKSPACE SETTINGS SEED\n";
    return 2;
}
