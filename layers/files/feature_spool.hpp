// SPDX-License-Identifier: Apache-2.0
// Features laid down in a file of our own, for formats that must know all values before the first is written.
#pragma once

#include <filesystem>
#include <fstream>
#include <string>

#include "layers/model/feature.hpp"

namespace layers {

/// First write(), then rewind() once, then read() to the end. The file is for this process alone.
class FeatureSpool {
  public:
    /// Errors: Refused `file.not-writable`.
    explicit FeatureSpool(std::filesystem::path path);
    ~FeatureSpool();
    FeatureSpool(const FeatureSpool&) = delete;
    FeatureSpool& operator=(const FeatureSpool&) = delete;

    /// Errors: Refused `file.not-writable` when the disk is full.
    void write(const Feature& feature);
    void rewind();
    bool read(Feature& feature);

  private:
    void check(bool good) const;

    std::filesystem::path m_path;
    std::fstream m_file;
    std::string m_record;
};

}  // namespace layers
