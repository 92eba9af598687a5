// SPDX-License-Identifier: Apache-2.0
// A folder for what must stand as files for a while, gone when nobody needs it.
#pragma once

#include <filesystem>
#include <string>

namespace layers {

class ScratchFolder {
  public:
    /// In the system's folder for such things, readable by this user alone.
    /// Errors: Refused `file.not-writable` (path).
    ScratchFolder();
    ~ScratchFolder();
    ScratchFolder(ScratchFolder&& other) noexcept;
    ScratchFolder& operator=(ScratchFolder&& other) noexcept;

    const std::filesystem::path& path() const { return m_path; }

  private:
    void remove() noexcept;
    std::filesystem::path m_path;
};

/// A text that names files in such folders, with the folder somebody knows in their place.
std::string withoutScratch(const std::string& text, const std::filesystem::path& known);

}  // namespace layers
