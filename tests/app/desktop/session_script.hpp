// SPDX-License-Identifier: Apache-2.0
// A session of gestures, each written down before it begins and announced once it is done, to be killed at any
// moment.
#pragma once

#include <QString>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace script {

/// What a gesture leaves behind, aspect by aspect: `theme`, `year`, `classes`, `selected`, `layers`, `centre`, `metres`,
/// `project`, `points`.
struct State {
    std::vector<std::pair<std::string, std::string>> aspects;

    const std::string& at(const std::string& name) const;
    State with(const std::string& name, const std::string& value) const;
};

/// Stands for whatever an aspect comes to.
inline constexpr const char* anything = "*";

/// Whether a state is the one expected, anything apart.
bool agrees(const State& expected, const State& found);
std::string textOf(const State& state);

/// What is on the disk: the view of the session's file, the project of the workspace, the points of the field book.
/// Errors: those of app::openProject().
State stateOnDisk(const std::filesystem::path& workspace, const QString& settings);

/// The lines of a journal: `open STATE`, `does N NAME STATE`, `done N STATE`, `wrong N …`.
struct Journal {
    std::optional<State> opened;
    std::optional<State> lastDone;
    /// Begun and not announced as done.
    std::optional<State> begun;
    std::string begunName;
    int done = 0;
    std::vector<std::string> wrong;
};

Journal readJournal(const std::filesystem::path& file);

/// Works on a workspace without end until somebody ends the process; the journal goes to standard output.
int run(const std::filesystem::path& workspace, const QString& settings, unsigned seed);

}  // namespace script
