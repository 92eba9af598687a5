// SPDX-License-Identifier: Apache-2.0
// GDAL's handles with owners, and its complaints collected. Handles are `void*` here, as GDAL itself has
// them.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "geo/crs/crs.hpp"
#include "layers/files/formats.hpp"

namespace layers {

struct DatasetCloser {
    void operator()(void* dataset) const;
};
using GdalDataset = std::unique_ptr<void, DatasetCloser>;

struct OgrFeatureDestroyer {
    void operator()(void* feature) const;
};
using OgrFeature = std::unique_ptr<void, OgrFeatureDestroyer>;

struct OgrCrsReleaser {
    void operator()(void* crs) const;
};
using OgrCrs = std::unique_ptr<void, OgrCrsReleaser>;

/// While it lives, GDAL's messages of this thread land here instead of on standard error.
class GdalMessages {
  public:
    GdalMessages();
    ~GdalMessages();
    GdalMessages(const GdalMessages&) = delete;
    GdalMessages& operator=(const GdalMessages&) = delete;

    bool failed() const { return !m_failure.empty(); }
    /// The first failure, else the first warning, in GDAL's words.
    const std::string& reason() const { return failed() ? m_failure : m_warning; }
    void note(bool isFailure, const char* text);

  private:
    std::string m_failure;
    std::string m_warning;
};

/// A configuration option of this thread, put back at the end.
class GdalOption {
  public:
    GdalOption(std::string key, const std::string& value);
    ~GdalOption();
    GdalOption(const GdalOption&) = delete;
    GdalOption& operator=(const GdalOption&) = delete;

  private:
    std::string m_key;
    std::optional<std::string> m_before;
};

/// Opens a file for reading with the driver of its format and no other.
/// Errors: BadData `file.unreadable`.
GdalDataset openDataset(const std::filesystem::path& path, Format format);

/// Errors: Internal `file.write-failed`.
GdalDataset createDataset(const std::filesystem::path& path, Format format);

/// Nothing for an unknown CRS.
OgrCrs toOgrCrs(const std::optional<geo::Crs>& crs);

/// WKT 1, as a GeoPackage keeps a definition; `undefined` where there is none.
std::string wktForGeoPackage(const geo::Crs& crs);
/// Nothing when there is none, or PROJ makes nothing of it.
std::optional<geo::Crs> fromOgrCrs(void* ogrCrs);

}  // namespace layers
