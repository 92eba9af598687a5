// SPDX-License-Identifier: Apache-2.0
// Small layers and a folder that goes away, for the tests of this room.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "geo/base/error.hpp"
#include "layers/files/layer_source.hpp"
#include "layers/files/layer_writer.hpp"

namespace sample {

/// A new folder under the system's temporary one, removed at the end.
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

/// Features in memory that can be streamed again and again.
struct Layer {
    layers::Schema schema;
    std::string crs = "EPSG:9205";
    geo::GeometryKind kind = geo::GeometryKind::MultiPolygon;
    std::vector<layers::Feature> features;

    layers::LayerToWrite toWrite(const std::string& name, const std::string& qml = "") const;
};

/// Three plots in Mường Tè with whole, decimal, text and missing values; one has a hole, one two parts.
Layer plots();
/// A square of 100 m with its lower left corner here.
geo::Geometry squareAt(double x, double y, double side = 100);

layers::WriteOptions options(layers::Encoding encoding = layers::Encoding::Utf8);
std::vector<std::filesystem::path> write(const std::filesystem::path& target, std::vector<layers::LayerToWrite> layers,
                                         const layers::WriteOptions& options = sample::options());

struct Read {
    layers::FeatureStream stream;
    std::vector<layers::Feature> features;
    layers::Encoding encoding;
};
Read readAll(const std::filesystem::path& path, const layers::OpenOptions& options = {});

/// The error that the work ends with, as `id name=value …`; empty when it does not fail.
std::string errorOf(const std::function<void()>& work);

std::string bytesOf(const std::filesystem::path& path);
void writeBytes(const std::filesystem::path& path, const std::string& bytes);
std::vector<std::string> namesIn(const std::filesystem::path& folder);

}  // namespace sample
