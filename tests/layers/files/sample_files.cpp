// SPDX-License-Identifier: Apache-2.0
// Plots, folders and the way to look at both.
#include "tests/layers/files/sample_files.hpp"

#include <algorithm>
#include <fstream>
#include <sstream>

namespace sample {

namespace fs = std::filesystem;
using geo::Geometry;
using geo::GeometryKind;
using layers::Value;

Folder::Folder() {
    std::string name = (fs::temp_directory_path() / "khoanh-files.XXXXXX").string();
    if (mkdtemp(name.data()) == nullptr) throw geo::Error(geo::ErrorKind::Internal, "test.no-folder");
    m_path = name;
}
Folder::~Folder() {
    std::error_code ignored;
    fs::remove_all(m_path, ignored);
}

layers::LayerToWrite Layer::toWrite(const std::string& name, const std::string& qml) const {
    return {name, "Lớp " + name, layers::streamOver(schema, geo::Crs::fromText(crs), kind, features), qml, "mặc định"};
}

Geometry squareAt(double x, double y, double side) {
    return Geometry::polygon({{x, y}, {x, y + side}, {x + side, y + side}, {x + side, y}});
}

namespace {

Geometry withHole() {
    Geometry geometry(GeometryKind::Polygon);
    geometry.beginPart();
    geometry.addPath(squareAt(430000, 2480000).path(0));
    geometry.addPath(std::vector<geo::Coordinate>{
        {430020, 2480020}, {430040, 2480020}, {430040, 2480040}, {430020, 2480040}, {430020, 2480020}});
    return geometry;
}

Geometry ofTwoParts() {
    Geometry geometry(GeometryKind::MultiPolygon);
    for (const double x : {431000.0, 432000.0}) {
        geometry.beginPart();
        geometry.addPath(squareAt(x, 2480000).path(0));
    }
    return geometry;
}

}  // namespace

Layer plots() {
    Layer layer;
    layer.schema = {{"tt", layers::FieldType::Whole},
                    {"xa", layers::FieldType::Text},
                    {"dtich", layers::FieldType::Decimal},
                    {"ldlr", layers::FieldType::Text}};
    layer.features = {{withHole(), {std::int64_t{1}, std::string("Mường Tè"), 0.96, std::string("TXG")}, 0},
                      {ofTwoParts(), {std::int64_t{-20}, std::string("Bum Nưa"), 2.000125, Value{}}, 0},
                      {squareAt(433000, 2480000), {Value{}, std::string("Nậm Khao"), Value{}, std::string("rtg")}, 0}};
    return layer;
}

layers::WriteOptions options(layers::Encoding encoding) { return {{2024, 12, 31}, encoding, {}}; }

std::vector<fs::path> write(const fs::path& target, std::vector<layers::LayerToWrite> layers,
                            const layers::WriteOptions& how) {
    geo::Progress progress;
    return layers::writeLayers(target, std::move(layers), how, progress);
}

Read readAll(const fs::path& path, const layers::OpenOptions& how) {
    auto source = layers::LayerSource::open(path, how);
    Read read{source.features(), {}, source.encoding()};
    layers::Feature feature;
    while (read.stream.next(feature)) read.features.push_back(feature);
    read.stream.next = nullptr;
    return read;
}

std::string errorOf(const std::function<void()>& work) {
    try {
        work();
    } catch (const geo::Error& error) {
        return error.what();
    }
    return {};
}

std::string bytesOf(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    std::ostringstream bytes;
    bytes << file.rdbuf();
    return std::move(bytes).str();
}

void writeBytes(const fs::path& path, const std::string& bytes) {
    std::ofstream(path, std::ios::binary) << bytes;
}

std::vector<std::string> namesIn(const fs::path& folder) {
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator(folder)) names.push_back(entry.path().filename().string());
    std::ranges::sort(names);
    return names;
}

}  // namespace sample
