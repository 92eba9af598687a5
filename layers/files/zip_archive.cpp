// SPDX-License-Identifier: Apache-2.0
// Through libzip, whose handles end with an archive however damaged it is.
#include "layers/files/zip_archive.hpp"

#include <fmt/format.h>
#include <zip.h>

#include "geo/base/error.hpp"

namespace layers {
namespace {

constexpr std::size_t blockSize = std::size_t{1} << 16U;
constexpr double bytesInGibibyte = 1U << 30U;

struct FileCloser {
    void operator()(zip_file_t* file) const { zip_fclose(file); }
};

[[noreturn]] void failAt(const std::filesystem::path& path, const std::string& reason) {
    throw geo::Error(geo::ErrorKind::BadData, "file.unreadable",
                     {{"path", path.string()}, {"reason", reason}});
}

zip_t* opened(const std::filesystem::path& path) {
    int code = 0;
    zip_t* const archive = zip_open(path.c_str(), ZIP_RDONLY, &code);
    if (archive != nullptr) return archive;
    if (code == ZIP_ER_NOZIP) failAt(path, "reason-not-recognized");
    zip_error_t error;
    zip_error_init_with_code(&error, code);
    const std::string reason = zip_error_strerror(&error);
    zip_error_fini(&error);
    failAt(path, reason);
}

}  // namespace

void ZipArchive::Discard::operator()(zip* archive) const { zip_discard(archive); }

ZipArchive::ZipArchive(const std::filesystem::path& path) : m_path(path), m_archive(opened(path)) {}

std::vector<std::string> ZipArchive::names() const {
    std::vector<std::string> names;
    const auto count = static_cast<zip_uint64_t>(zip_get_num_entries(m_archive.get(), 0));
    for (zip_uint64_t i = 0; i < count; ++i) {
        const char* const name = zip_get_name(m_archive.get(), i, ZIP_FL_ENC_RAW);
        if (name == nullptr) fail(zip_strerror(m_archive.get()));
        names.emplace_back(name);
    }
    return names;
}

bool ZipArchive::read(const std::string& name, std::uint64_t mostBytes,
                      const std::function<void(std::string_view)>& take) const {
    const auto index = zip_name_locate(m_archive.get(), name.c_str(), ZIP_FL_ENC_RAW);
    if (index < 0) return false;
    const std::unique_ptr<zip_file_t, FileCloser> file(
        zip_fopen_index(m_archive.get(), static_cast<zip_uint64_t>(index), 0));
    if (file == nullptr) fail(zip_strerror(m_archive.get()));
    std::string block(blockSize, '\0');
    for (std::uint64_t left = mostBytes;;) {
        const auto read = zip_fread(file.get(), block.data(), block.size());
        if (read < 0) fail(name + ": " + zip_file_strerror(file.get()));
        if (read == 0) return true;
        const auto size = static_cast<std::size_t>(read);
        if (size > left) fail(fmt::format("{} > {:.0f} GiB", name, static_cast<double>(mostBytes) / bytesInGibibyte));
        left -= size;
        take(std::string_view(block).substr(0, size));
    }
}

void ZipArchive::fail(const std::string& reason) const { failAt(m_path, reason); }

}  // namespace layers
