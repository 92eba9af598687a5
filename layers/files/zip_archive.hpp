// SPDX-License-Identifier: Apache-2.0
// A ZIP archive that is open for reading.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

struct zip;

namespace layers {

class ZipArchive {
  public:
    /// Errors: BadData `file.unreadable` (path, reason).
    explicit ZipArchive(const std::filesystem::path& path);

    /// Of files and folders, which end with a slash; their bytes as they stand in the archive.
    std::vector<std::string> names() const;

    /// Hands the content of a file on, block by block. Returns: whether there is such a file.
    /// Errors: BadData `file.unreadable`, also when the file holds more than so many bytes: archives lie about it.
    bool read(const std::string& name, std::uint64_t mostBytes,
              const std::function<void(std::string_view)>& take) const;

    [[noreturn]] void fail(const std::string& reason) const;

  private:
    struct Discard {
        void operator()(zip* archive) const;
    };

    std::filesystem::path m_path;
    std::unique_ptr<zip, Discard> m_archive;
};

}  // namespace layers
