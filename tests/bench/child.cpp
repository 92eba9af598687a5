// SPDX-License-Identifier: Apache-2.0
// Spawned, its words in unnamed files, waited for.
#include "tests/bench/child.hpp"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <memory>
#include <sstream>
#include <stdexcept>
#include <thread>

extern char** environ;

namespace bench {
namespace {

struct Closer {
    void operator()(std::FILE* file) const { std::fclose(file); }
};
using UnnamedFile = std::unique_ptr<std::FILE, Closer>;

UnnamedFile unnamedFile() {
    UnnamedFile file(std::tmpfile());
    if (!file) throw std::runtime_error("no temporary file can be made; is the disk full?");
    return file;
}

std::string textIn(std::FILE* file) {
    std::string text(static_cast<std::size_t>(lseek(fileno(file), 0, SEEK_END)), '\0');
    const auto size = pread(fileno(file), text.data(), text.size(), 0);
    text.resize(static_cast<std::size_t>(std::max<ssize_t>(size, 0)));
    return text;
}

pid_t start(Command words, std::FILE* out, std::FILE* err) {
    std::vector<char*> pointers;
    for (std::string& word : words) pointers.push_back(word.data());
    pointers.push_back(nullptr);
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, fileno(out), 1);
    posix_spawn_file_actions_adddup2(&actions, fileno(err), 2);
    pid_t process = 0;
    const int fault = posix_spawnp(&process, pointers.front(), &actions, nullptr, pointers.data(), environ);
    posix_spawn_file_actions_destroy(&actions);
    if (fault != 0) throw std::runtime_error("cannot start " + words.front());
    return process;
}

/// 0 once the process has ended.
std::int64_t privateMemory_bytes(pid_t process) {
    std::ifstream status("/proc/" + std::to_string(process) + "/status");
    for (std::string line; std::getline(status, line);) {
        if (line.starts_with("RssAnon:")) return std::atoll(line.c_str() + 8) * 1024;
    }
    return 0;
}

int waitFor(pid_t process, Watch watch, std::int64_t& peak_bytes) {
    int status = 0;
    while (watch == Watch::Memory && waitpid(process, &status, WNOHANG) == 0) {
        peak_bytes = std::max(peak_bytes, privateMemory_bytes(process));
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
    if (watch == Watch::Nothing) waitpid(process, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

std::string quoted(const std::string& word) {
    const bool isPlain = word.find_first_of(" '\"()*;&|<>$") == std::string::npos;
    return isPlain ? word : "\"" + word + "\"";
}

}  // namespace

Ended runChild(const Command& command, int mostCode, Watch watch) {
    const UnnamedFile out = unnamedFile();
    const UnnamedFile err = unnamedFile();
    Ended ended;
    const auto begin = std::chrono::steady_clock::now();
    const pid_t process = start(command, out.get(), err.get());
    const int code = waitFor(process, watch, ended.peakPrivate_bytes);
    ended.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    ended.out = textIn(out.get());
    if (code > mostCode) {
        throw std::runtime_error(textOf(command) + "\nended with " + std::to_string(code) + ": " +
                                 textIn(err.get()));
    }
    return ended;
}

bool isOnPath(const std::string& program) {
    const char* const path = std::getenv("PATH");
    std::istringstream folders(path != nullptr ? path : "");
    for (std::string folder; std::getline(folders, folder, ':');) {
        if (access((folder + "/" + program).c_str(), X_OK) == 0) return true;
    }
    return false;
}

std::string textOf(const Command& command) {
    std::string text;
    for (const std::string& word : command) text += (text.empty() ? "" : " ") + quoted(word);
    return text;
}

}  // namespace bench
