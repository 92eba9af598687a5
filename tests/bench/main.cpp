// SPDX-License-Identifier: Apache-2.0
// The bench: W is made, the rows are run, the tables are printed.
#include <fmt/format.h>
#include <unistd.h>

#include <exception>
#include <iostream>

#include "tests/bench/growth.hpp"
#include "tests/bench/machine.hpp"
#include "tests/bench/marked_text.hpp"
#include "tests/bench/races.hpp"
#include "tests/bench/table.hpp"

namespace {

using bench::Options;

/// A folder that goes when the run ends, unless one was named.
class Place {
  public:
    explicit Place(const Options& options) : m_folder(options.work), m_isNamed(!options.work.empty()) {
        if (!m_isNamed) {
            m_folder = std::filesystem::temp_directory_path() / fmt::format("khoanh-bench-{}", getpid());
        }
        std::filesystem::create_directories(m_folder);
    }
    ~Place() {
        std::error_code ignored;
        if (!m_isNamed) std::filesystem::remove_all(m_folder, ignored);
    }
    Place(const Place&) = delete;
    Place& operator=(const Place&) = delete;

    const std::filesystem::path& folder() const { return m_folder; }

  private:
    std::filesystem::path m_folder;
    bool m_isNamed;
};

std::string heading(const Options& options, const bench::Work& work, const bench::Postgis& postgis) {
    const auto workspace = layers::Workspace::open(work.workspace(), layers::Access::Read);
    std::string text;
    for (const auto& line : bench::describeRun(postgis)) text += "- " + line + "\n";
    text += fmt::format("- Work: {} plots{}; {}\n- Command: `{}`, median of {} runs\n\n", options.plots,
                        options.plots == bench::plotsOfW ? ", the whole of W" : ": **a trial, not W**",
                        bench::describeCommunes(workspace), options.commandLine, options.runs);
    return text;
}

std::string figures(const Options& options, const std::filesystem::path& folder) {
    const bench::Work work = bench::makeWork(folder, options.plots);
    bench::Postgis postgis;
    bench::Bench all{options, work, postgis};
    std::string text = heading(options, work, postgis) + bench::tableHead();
    std::cout << text << std::flush;
    for (const auto& maker : bench::allRaces()) {
        if (!options.wants(std::string(maker.row))) continue;
        const bench::Race race = maker.make(all);
        const std::string rows = bench::rowsOf(race, bench::run(race, options.runs));
        std::cout << rows << std::flush;
        text += rows;
    }
    return text;
}

void measure(const Options& options) {
    const Place place(options);
    std::string text = figures(options, place.folder());
    if (options.wants("growth")) {
        const std::string growth = "\n" + bench::growthTable(options, place.folder());
        std::cout << growth;
        text += growth;
    }
    if (options.markdown) bench::replaceMarked(*options.markdown, "\n" + text + "\n");
}

void obey(const Options& options) {
    if (!options.step.empty()) {
        const bench::StepInputs inputs{{options.work}, options.threads, options.points};
        std::cout << bench::lineOf(bench::runStep(options.step, inputs));
        return;
    }
    measure(options);
}

}  // namespace

int main(int count, char** words) {
    int exitCode = 0;
    const auto options = bench::parseOptions(count, words, exitCode);
    if (!options) return exitCode;
    try {
        obey(*options);
    } catch (const std::exception& fault) {
        std::cerr << fault.what() << '\n';
        return 3;
    }
    return 0;
}
