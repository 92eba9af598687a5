// SPDX-License-Identifier: Apache-2.0
// A ZIP archive that is open for reading.
#pragma once

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

    /// Of files and folders, which end with a slash; in UTF-8, with the slashes of this system.
    const std::vector<std::string>& names() const { return m_names; }

    /// Hands the content of a file on, block by block. Returns: whether there is such a file.
    /// Errors: BadData `file.unreadable`.
    bool read(const std::string& name, const std::function<void(std::string_view)>& take) const;

    [[noreturn]] void fail(const std::string& reason) const;

  private:
    struct Discard {
        void operator()(zip* archive) const;
    };

    std::filesystem::path m_path;
    std::unique_ptr<zip, Discard> m_archive;
    std::vector<std::string> m_names;
};

}  // namespace layers
