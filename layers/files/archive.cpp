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

/// Returns: how many bytes the file holds.
std::uint64_t copyOut(const ZipArchive& archive, const std::string& name, const fs::path& target,
                      std::uint64_t most) {
    std::ofstream out(target, std::ios::binary);
    std::uint64_t copied = 0;
    archive.read(name, most, [&](std::string_view block) {
        copied += block.size();
        if (!out.write(block.data(), static_cast<std::streamsize>(block.size())))
            throw geo::Error(geo::ErrorKind::Refused, "file.not-writable",
                             {{"path", target.string()}, {"reason", std::strerror(errno)}});
    });
    return copied;
}

}  // namespace

std::vector<fs::path> unpack(const fs::path& path, const fs::path& folder) {
    const ZipArchive archive(path);
    std::vector<fs::path> files;
    std::uint64_t left = mostBytes;
    for (const std::string& name : archive.names()) {
        if (name.ends_with('/')) continue;
        if (leadsOut(name)) archive.fail(name);
        const fs::path target = folder / name;
        fs::create_directories(target.parent_path());
        left -= copyOut(archive, name, target, left);
        files.push_back(target);
    }
    std::ranges::sort(files);
    return files;
}

}  // namespace layers
