// SPDX-License-Identifier: Apache-2.0
// A child process whose words go to files.
#include "tests/acceptance/program.hpp"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <spawn.h>
#include <sys/wait.h>

#include <csignal>
#include <cstdlib>
#include <nlohmann/json.hpp>

extern char** environ;

namespace program {
namespace {

namespace fs = std::filesystem;

fs::path binary() { return fs::path(KHOANH_BINARY_DIR) / "bin/khoanh"; }

pid_t started(const Arguments& arguments, const fs::path& folder) {
    std::vector<std::string> words{binary().string()};
    words.insert(words.end(), arguments.begin(), arguments.end());
    std::vector<char*> pointers;
    for (std::string& word : words) pointers.push_back(word.data());
    pointers.push_back(nullptr);
    const std::string out = (folder / "out").string();
    const std::string err = (folder / "err").string();
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, 1, out.c_str(), O_CREAT | O_WRONLY | O_TRUNC, 0644);
    posix_spawn_file_actions_addopen(&actions, 2, err.c_str(), O_CREAT | O_WRONLY | O_TRUNC, 0644);
    pid_t process = 0;
    const int fault = posix_spawn(&process, words.front().c_str(), &actions, nullptr, pointers.data(), environ);
    posix_spawn_file_actions_destroy(&actions);
    if (fault != 0) throw std::runtime_error("cannot start " + words.front());
    return process;
}

void require(const Answer& answer) {
    if (answer.code > 1 || answer.code < 0) throw std::runtime_error(answer.err);
}

void makeDesk(const fs::path& folder) {
    const std::string workspace = (folder / "a.khoanh").string();
    require(run({"new", workspace}));
    require(run({"import", workspace, (sample() / "xa_phuong_2025.gpkg").string(), "--as", "communes", "--epoch", "2025-07-01"}));
    require(run({"import", workspace, (sample() / "rung_105_2023.shp").string(), "--as", "forest", "--as-of", "2023-12-31"}));
}

}  // namespace

Answer run(const Arguments& arguments) { return Running(arguments).wait(); }

Running::Running(const Arguments& arguments) : m_process(started(arguments, m_folder.path())) {}

void Running::interrupt() const { kill(m_process, SIGINT); }

Answer Running::wait() {
    int status = 0;
    waitpid(m_process, &status, 0);
    const int code = WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
    return {code, office::bytesOf(m_folder / "out"), office::bytesOf(m_folder / "err")};
}

fs::path sample() {
    return office::madeOnce("sample", [](const fs::path& folder) { require(run({"sample", folder.string(), "--plots", "2000"})); });
}

Desk::Desk() {
    const auto made = office::madeOnce("desk", makeDesk);
    fs::copy_file(made / "a.khoanh", m_folder / "a.khoanh");
}

std::string Desk::digest() const {
    const Answer answer = run({"info", workspace(), "--digest", "--json"});
    return nlohmann::json::parse(answer.out).at("rows").back().at("digest");
}

bool hasTool(const std::string& name) { return std::system(("command -v " + name + " >/dev/null 2>&1").c_str()) == 0; }

}  // namespace program
