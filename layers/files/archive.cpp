// SPDX-License-Identifier: Apache-2.0
// File by file.
#include "layers/files/archive.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <string>

#include "geo/base/error.hpp"
#include "layers/files/zip_archive.hpp"

namespace layers {
namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t mostBytes = std::uint64_t{4} << 30U;

bool leadsOut(const fs::path& name) {
    return name.is_absolute() || std::ranges::any_of(name, [](const fs::path& step) { return step == ".."; });
}

/// Files of one archive on their way into a folder.
class Unpacking {
  public:
    Unpacking(const ZipArchive& archive, const fs::path& folder) : m_archive(archive), m_folder(folder) {}

    fs::path copyOut(const std::string& name) {
        if (leadsOut(name)) m_archive.fail("reason-archive-leads-out");
        const fs::path target = m_folder / name;
        makeFolder(target.parent_path());
        std::ofstream out(target, std::ios::binary);
        m_archive.read(name, [&](std::string_view block) { write(block, target, out); });
        return target;
    }

  private:
    /// What is a file and a folder at once can be no archive of a disk.
    void makeFolder(const fs::path& folder) const {
        std::error_code fault;
        fs::create_directories(folder, fault);
        if (fault) m_archive.fail("reason-archive-damaged");
    }

    /// Archives lie about how much they hold.
    void write(std::string_view block, const fs::path& target, std::ofstream& out) {
        m_copied += block.size();
        if (m_copied > mostBytes) m_archive.fail("> 4 GiB");
        if (!out.write(block.data(), static_cast<std::streamsize>(block.size())))
            throw geo::Error(geo::ErrorKind::Refused, "file.not-writable",
                             {{"path", target.string()}, {"reason", std::strerror(errno)}});
    }

    const ZipArchive& m_archive;
    const fs::path& m_folder;
    std::uint64_t m_copied = 0;
};

}  // namespace

std::vector<fs::path> unpack(const fs::path& path, const fs::path& folder) {
    const ZipArchive archive(path);
    Unpacking unpacking(archive, folder);
    std::vector<fs::path> files;
    for (const std::string& name : archive.names()) {
        if (!name.ends_with('/')) files.push_back(unpacking.copyOut(name));
    }
    std::ranges::sort(files);
    return files;
}

}  // namespace layers
