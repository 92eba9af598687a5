// SPDX-License-Identifier: Apache-2.0
// The XML documents inside an XLSX or OpenDocument file.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "layers/files/zip_archive.hpp"

namespace layers {

class XlsxParts {
  public:
    /// Errors: BadData `file.unreadable`.
    explicit XlsxParts(const std::filesystem::path& path) : m_archive(path) {}

    /// Nothing when there is no such part.
    /// Limits: a part of more than 1 GiB is refused: a small file can hold any number of zeros.
    /// Errors: BadData `file.unreadable`.
    std::optional<std::string> find(const std::string& name) const;
    /// Errors: BadData `file.unreadable`, also when there is no such part.
    std::string require(const std::string& name) const;

    [[noreturn]] void fail(const std::string& reason) const { m_archive.fail(reason); }

  private:
    ZipArchive m_archive;
};

}  // namespace layers
