// SPDX-License-Identifier: Apache-2.0
// Folders that take a second to make, shared by the tests of one program, each of which runs as its own process.
#pragma once

#include <filesystem>
#include <functional>
#include <string>

namespace office {

/// A folder under the build's own that holds what make() put into it. Made again when the test program or the province
/// pack is newer; other processes wait while it is being made.
std::filesystem::path madeOnce(const std::string& name, const std::function<void(const std::filesystem::path&)>& make);

/// A folder of this test's own, gone with it.
class Folder {
  public:
    Folder();
    ~Folder();
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    std::filesystem::path operator/(const std::string& name) const { return m_path / name; }
    const std::filesystem::path& path() const { return m_path; }

  private:
    std::filesystem::path m_path;
};

std::string bytesOf(const std::filesystem::path& file);
void writeBytes(const std::filesystem::path& file, const std::string& bytes);

}  // namespace office
