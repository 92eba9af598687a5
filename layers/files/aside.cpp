// SPDX-License-Identifier: Apache-2.0
// Writing beside the target: a folder that goes away, fsync, rename, and the way back.
#include "layers/files/aside.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <string>
#include <system_error>

#include "geo/base/error.hpp"

namespace layers {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void failWriting(const fs::path& path, const std::string& reason) {
    throw geo::Error(geo::ErrorKind::Refused, "file.not-writable", {{"path", path.string()}, {"reason", reason}});
}

fs::path folderOf(const fs::path& target) {
    const fs::path parent = target.parent_path();
    return parent.empty() ? fs::path(".") : parent;
}

/// A new folder of our own beside the target, so that the renames stay within one file system.
fs::path makeFolderBeside(const fs::path& target) {
    const fs::path folder = folderOf(target);
    std::error_code fault;
    if (!fs::is_directory(folder, fault)) {
        throw geo::Error(geo::ErrorKind::Refused, "file.folder-missing", {{"path", folder.string()}});
    }
    if (fs::is_directory(target, fault)) failWriting(target, std::strerror(EISDIR));
    std::string name = (folder / ("." + target.filename().string() + ".XXXXXX")).string();
    if (mkdtemp(name.data()) == nullptr) failWriting(folder, std::strerror(errno));
    return name;
}

/// Bytes reach the disk before the new name does.
void syncToDisk(const fs::path& path, int flags) {
    const int file = ::open(path.c_str(), flags | O_CLOEXEC);
    if (file < 0) failWriting(path, std::strerror(errno));
    const bool synced = fsync(file) == 0 || errno == EINVAL;  // some network file systems cannot
    const int fault = errno;
    ::close(file);
    if (!synced) failWriting(path, std::strerror(fault));
}

std::vector<fs::path> filesIn(const fs::path& folder) {
    std::vector<fs::path> files;
    for (const auto& entry : fs::directory_iterator(folder)) {
        if (entry.is_regular_file()) files.push_back(entry.path().filename());
    }
    std::ranges::sort(files);
    return files;
}

struct Move {
    fs::path from;
    fs::path to;
};

/// Moves made so far, taken back unless they all came through.
class Moves {
  public:
    ~Moves() {
        std::error_code ignored;
        for (auto move = m_done.rbegin(); move != m_done.rend(); ++move) fs::rename(move->to, move->from, ignored);
    }
    Moves() = default;
    Moves(const Moves&) = delete;
    Moves& operator=(const Moves&) = delete;

    void move(const fs::path& from, const fs::path& to) {
        m_done.reserve(m_done.size() + 1);
        std::error_code fault;
        fs::rename(from, to, fault);
        if (fault) failWriting(to, fault.message());
        m_done.push_back({from, to});
    }
    void keep() { m_done.clear(); }

  private:
    std::vector<Move> m_done;
};

}  // namespace

AsideFolder::AsideFolder(const fs::path& target) : m_target(target), m_folder(makeFolderBeside(target)) {}

AsideFolder::~AsideFolder() {
    std::error_code ignored;
    fs::remove_all(m_folder, ignored);
}

std::vector<fs::path> AsideFolder::publish(const std::vector<fs::path>& stale) {
    const fs::path folder = folderOf(m_target);
    const fs::path old = m_folder / "old";
    const std::vector<fs::path> names = filesIn(m_folder);
    for (const fs::path& name : names) syncToDisk(m_folder / name, O_RDONLY);

    fs::create_directory(old);
    Moves moves;
    for (const fs::path& file : stale) {
        const bool isReplaced = std::ranges::find(names, file.filename()) != names.end();
        if (fs::exists(fs::symlink_status(file)) && !isReplaced) moves.move(file, old / file.filename());
    }
    std::vector<fs::path> published;
    for (const fs::path& name : names) {
        // A lone file is replaced in one step: at no moment is there none. Of several, the old ones must be kept for
        // the way back.
        const bool keepsOld = names.size() > 1 && fs::exists(fs::symlink_status(folder / name));
        if (keepsOld) moves.move(folder / name, old / name);
        moves.move(m_folder / name, folder / name);
        published.push_back(m_target.parent_path() / name);
    }
    moves.keep();
    syncToDisk(folder, O_RDONLY | O_DIRECTORY);
    return published;
}

void writeFileAside(const fs::path& target, const std::function<void(const fs::path& aside)>& write) {
    AsideFolder folder(target);
    write(folder.path() / target.filename());
    folder.publish({});
}

}  // namespace layers
