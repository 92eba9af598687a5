// SPDX-License-Identifier: Apache-2.0
// Words of command lines.
#include "tests/bench/programs.hpp"

#include <cstdlib>

namespace bench {
namespace {

std::filesystem::path self() { return std::filesystem::read_symlink("/proc/self/exe"); }

Command with(const std::filesystem::path& program, const Command& words) {
    Command command{program.string()};
    command.insert(command.end(), words.begin(), words.end());
    return command;
}

}  // namespace

Command khoanh(const Command& words) { return with(self().parent_path() / "khoanh", words); }

Command thisProgram(const Command& words) { return with(self(), words); }

Ended runKhoanh(const Command& words, Watch watch) {
    return runChild(khoanh(words), doneWithFindings, watch);
}

Command ogr2ogr(const std::string& format, const std::filesystem::path& target,
                const std::filesystem::path& source, const Command& more) {
    Command command{"ogr2ogr", "-f", format, target.string(), source.string()};
    command.insert(command.end(), more.begin(), more.end());
    return command;
}

double lastNumberIn(const std::string& text) {
    const std::string parts = "0123456789.eE+-";
    const auto last = text.find_last_of("0123456789");
    if (last == std::string::npos) return 0;
    const auto before = text.find_last_not_of(parts, last);
    return std::atof(text.c_str() + (before == std::string::npos ? 0 : before + 1));
}

}  // namespace bench
