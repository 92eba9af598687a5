// SPDX-License-Identifier: Apache-2.0
// How a file comes to be: written beside its place, made safe on the disk, then renamed into it.
#pragma once

#include <filesystem>
#include <functional>
#include <vector>

namespace layers {

/// Lets write() fill a new file beside the target and renames it into place once it is whole on the disk.
/// When anything fails, the old file stands as it was and nothing is left beside it.
/// Errors: Refused `file.folder-missing`, `file.not-writable`; whatever write() throws.
void writeFileAside(const std::filesystem::path& target,
                    const std::function<void(const std::filesystem::path& aside)>& write);

/// A folder beside the target in which several files are made, then put into place together.
class AsideFolder {
  public:
    /// Errors: Refused `file.folder-missing`, `file.not-writable`.
    explicit AsideFolder(const std::filesystem::path& target);
    ~AsideFolder();
    AsideFolder(const AsideFolder&) = delete;
    AsideFolder& operator=(const AsideFolder&) = delete;

    const std::filesystem::path& path() const { return m_folder; }

    /// Moves every file of the folder into place; `stale` are old files that must go with the old version.
    /// When one cannot be moved, all old files are put back.
    /// Errors: Refused `file.not-writable`.
    std::vector<std::filesystem::path> publish(const std::vector<std::filesystem::path>& stale);

  private:
    std::filesystem::path m_target;
    std::filesystem::path m_folder;
};

}  // namespace layers
