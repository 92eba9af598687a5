// SPDX-License-Identifier: Apache-2.0
// The built program, run as a person or a script runs it.
#pragma once

#include <sys/types.h>

#include <filesystem>
#include <string>
#include <vector>

#include "tests/app/jobs/made_once.hpp"

namespace program {

using Arguments = std::vector<std::string>;

struct Answer {
    /// Exit code; below zero the signal that ended it.
    int code = 0;
    std::string out;
    std::string err;
};

/// Runs `khoanh` to its end.
Answer run(const Arguments& arguments);

/// A run that can be interrupted.
class Running {
  public:
    explicit Running(const Arguments& arguments);
    void interrupt() const;
    Answer wait();

  private:
    office::Folder m_folder;
    pid_t m_process;
};

/// 2,000 nested plots with borders; made once.
std::filesystem::path sample();

/// A workspace with communes of 2025 and the plots of one district, in a folder that goes away.
class Desk {
  public:
    Desk();
    std::string workspace() const { return (m_folder / "a.khoanh").string(); }
    std::string operator/(const std::string& name) const { return (m_folder / name).string(); }
    const std::filesystem::path& folder() const { return m_folder.path(); }
    std::string digest() const;

  private:
    office::Folder m_folder;
};

/// Whether a program of that name can be run here.
bool hasTool(const std::string& name);

}  // namespace program
