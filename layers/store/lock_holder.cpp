// SPDX-License-Identifier: Apache-2.0
// The kernel's list of locks.
#include "layers/store/lock_holder.hpp"

#include <sys/stat.h>
#include <unistd.h>

#include <cstdint>
#include <fstream>
#include <sstream>

namespace layers {
namespace {

// SQLite's file format: a writer holds the byte after the pending byte.
constexpr std::uint64_t reservedByte = 0x40000001;

/// `1: POSIX  ADVISORY  WRITE 4711 08:01:12345 1073741825 1073741825`
struct LockLine {
    std::string number, family, manner, access, process, file, first, last;
    friend std::istream& operator>>(std::istream& in, LockLine& line) {
        return in >> line.number >> line.family >> line.manner >> line.access >> line.process >> line.file >>
               line.first >> line.last;
    }
};

bool holdsWriterLock(const LockLine& line, const std::string& inode) {
    if (line.family != "POSIX" || line.access != "WRITE") return false;
    // The device is left out: some file systems name another one here than stat(2) does.
    if (line.file.substr(line.file.rfind(':') + 1) != inode) return false;
    const bool beginsBefore = std::stoull(line.first) <= reservedByte;
    return beginsBefore && (line.last == "EOF" || std::stoull(line.last) >= reservedByte);
}

std::string programOf(const std::string& process) {
    std::ifstream in("/proc/" + process + "/comm");
    std::string name;
    std::getline(in, name);
    return name.empty() ? process : name + " (" + process + ")";
}

}  // namespace

std::string lockHolder(const std::filesystem::path& path) {
    struct stat facts {};
    if (stat(path.c_str(), &facts) != 0) return {};
    const std::string inode = std::to_string(facts.st_ino);
    const std::string ownProcess = std::to_string(getpid());
    std::ifstream locks("/proc/locks");
    for (std::string text; std::getline(locks, text);) {
        std::istringstream in(text);
        LockLine line;
        if (!(in >> line) || line.process == ownProcess || !holdsWriterLock(line, inode)) continue;
        return programOf(line.process);
    }
    return {};
}

}  // namespace layers
