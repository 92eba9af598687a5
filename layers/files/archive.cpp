// SPDX-License-Identifier: Apache-2.0
// Through GDAL's files in files.
#include "layers/files/archive.hpp"

#include <cpl_conv.h>
#include <cpl_string.h>
#include <cpl_vsi.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <memory>
#include <string>

#include "geo/base/error.hpp"
#include "layers/files/gdal_session.hpp"

namespace layers {
namespace {

namespace fs = std::filesystem;

constexpr std::uintmax_t mostBytes = std::uintmax_t{4} << 30U;

struct FileCloser {
    void operator()(VSILFILE* file) const { VSIFCloseL(file); }
};
using File = std::unique_ptr<VSILFILE, FileCloser>;

struct ListFreer {
    void operator()(char** list) const { CSLDestroy(list); }
};

[[noreturn]] void fail(const fs::path& archive, const std::string& reason) {
    throw geo::Error(geo::ErrorKind::BadData, "file.unreadable",
                     {{"path", archive.string()}, {"reason", reason}});
}

/// Of all folders; the root bears no slash, with which GDAL lists that folder alone.
std::vector<std::string> namesIn(const fs::path& archive, const std::string& inside) {
    const GdalMessages messages;
    const std::unique_ptr<char*, ListFreer> list(VSIReadDirRecursive(inside.c_str()));
    if (list == nullptr) fail(archive, messages.failed() ? messages.reason() : "ZIP?");
    std::vector<std::string> names;
    for (char** name = list.get(); *name != nullptr; ++name) names.emplace_back(*name);
    return names;
}

bool leadsOut(const fs::path& name) {
    return name.is_absolute() || std::ranges::any_of(name, [](const fs::path& step) { return step == ".."; });
}

bool isFolder(const std::string& inside) {
    VSIStatBufL status;
    return VSIStatExL(inside.c_str(), &status, VSI_STAT_NATURE_FLAG) == 0 && VSI_ISDIR(status.st_mode);
}

/// Its length is known only by reading: archives lie about it.
std::uintmax_t copyOut(const fs::path& archive, const std::string& inside, const fs::path& target,
                       std::uintmax_t most) {
    const GdalMessages messages;
    const File file(VSIFOpenL(inside.c_str(), "rb"));
    if (file == nullptr) fail(archive, messages.failed() ? messages.reason() : inside);
    std::ofstream out(target, std::ios::binary);
    std::string block(1U << 20U, '\0');
    std::uintmax_t copied = 0;
    while (const std::size_t read = VSIFReadL(block.data(), 1, block.size(), file.get())) {
        copied += read;
        if (copied > most) fail(archive, "> 4 GiB");
        if (!out.write(block.data(), static_cast<std::streamsize>(read)))
            throw geo::Error(geo::ErrorKind::Refused, "file.not-writable", {{"path", target.string()}, {"reason", std::strerror(errno)}});
    }
    if (messages.failed()) fail(archive, messages.reason());
    return copied;
}

}  // namespace

std::vector<fs::path> unpack(const fs::path& archive, const fs::path& folder) {
    const std::string inside = "/vsizip/{" + fs::absolute(archive).string() + "}";
    const std::string root = inside + "/";
    std::vector<fs::path> files;
    std::uintmax_t left = mostBytes;
    for (const std::string& name : namesIn(archive, inside)) {
        if (name.ends_with('/') || isFolder(root + name)) continue;
        if (leadsOut(name)) fail(archive, name);
        const fs::path target = folder / name;
        fs::create_directories(target.parent_path());
        left -= copyOut(archive, root + name, target, left);
        files.push_back(target);
    }
    std::ranges::sort(files);
    return files;
}

}  // namespace layers
