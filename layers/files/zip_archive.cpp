// SPDX-License-Identifier: Apache-2.0
// Through libzip, whose handles end with an archive however damaged it is.
#include "layers/files/zip_archive.hpp"

#include <zip.h>

#include <algorithm>

#include "geo/base/error.hpp"

namespace layers {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t blockSize = std::size_t{1} << 16U;

struct FileCloser {
    void operator()(zip_file_t* file) const { zip_fclose(file); }
};

/// A word of the catalogue's.
std::string reasonOf(int code) {
    switch (code) {
        case ZIP_ER_NOPASSWD:
        case ZIP_ER_WRONGPASSWD:
        case ZIP_ER_ENCRNOTSUPP:
            return "reason-archive-locked";
        case ZIP_ER_COMPNOTSUPP:
            return "reason-archive-compression";
        case ZIP_ER_NOZIP:
            return "reason-not-recognized";
        case ZIP_ER_OPEN:
        case ZIP_ER_READ:
        case ZIP_ER_SEEK:
            return "reason-not-readable";
        default:
            return "reason-archive-damaged";
    }
}

[[noreturn]] void failAt(const fs::path& path, const std::string& reason) {
    throw geo::Error(geo::ErrorKind::BadData, "file.unreadable",
                     {{"path", path.string()}, {"reason", reason}});
}

zip_t* opened(const fs::path& path) {
    int code = 0;
    zip_t* const archive = zip_open(path.c_str(), ZIP_RDONLY, &code);
    if (archive == nullptr) failAt(path, reasonOf(code));
    return archive;
}

/// Older programs for Windows wrote backslashes.
std::string withSlashes(std::string name) {
    std::ranges::replace(name, '\\', '/');
    return name;
}

std::vector<std::string> namesIn(const fs::path& path, zip_t* archive) {
    std::vector<std::string> names;
    const auto count = static_cast<zip_uint64_t>(std::max<zip_int64_t>(0, zip_get_num_entries(archive, 0)));
    for (zip_uint64_t i = 0; i < count; ++i) {
        const char* const name = zip_get_name(archive, i, ZIP_FL_ENC_GUESS);
        if (name == nullptr) failAt(path, "reason-archive-damaged");
        names.push_back(withSlashes(name));
    }
    return names;
}

}  // namespace

void ZipArchive::Discard::operator()(zip* archive) const { zip_discard(archive); }

ZipArchive::ZipArchive(const fs::path& path)
    : m_path(path), m_archive(opened(path)), m_names(namesIn(path, m_archive.get())) {}

bool ZipArchive::read(const std::string& name, const std::function<void(std::string_view)>& take) const {
    const auto found = std::ranges::find(m_names, name);
    if (found == m_names.end()) return false;
    const auto index = static_cast<zip_uint64_t>(found - m_names.begin());
    const std::unique_ptr<zip_file_t, FileCloser> file(zip_fopen_index(m_archive.get(), index, 0));
    if (file == nullptr) failAt(m_path / name, reasonOf(zip_error_code_zip(zip_get_error(m_archive.get()))));
    std::string block(blockSize, '\0');
    while (const auto read = zip_fread(file.get(), block.data(), block.size())) {
        if (read < 0) failAt(m_path / name, reasonOf(zip_error_code_zip(zip_file_get_error(file.get()))));
        take(std::string_view(block).substr(0, static_cast<std::size_t>(read)));
    }
    return true;
}

void ZipArchive::fail(const std::string& reason) const { failAt(m_path, reason); }

}  // namespace layers
