// SPDX-License-Identifier: Apache-2.0
// Opening a file: is it whole, which layer, which encoding, which CRS.
#include "layers/files/layer_source.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <fstream>

#include "geo/base/error.hpp"
#include "layers/files/digest.hpp"
#include "layers/files/formats.hpp"
#include "layers/files/ogr_reader.hpp"
#include "layers/files/shapefile_parts.hpp"
#include "layers/files/table_file.hpp"

namespace layers {
namespace {

namespace fs = std::filesystem;
constexpr std::size_t encodingSamples = 500;

Format requireReadable(const fs::path& path) {
    const auto format = formatOf(path);
    if (!format || *format == Format::Xlsx) {
        throw geo::Error(geo::ErrorKind::Refused, "file.format-not-allowed",
                         {{"path", path.string()}, {"formats", fmt::format("{}", fmt::join(readableExtensions(), " "))}});
    }
    if (!fs::is_regular_file(path)) {
        throw geo::Error(geo::ErrorKind::NotFound, "file.missing", {{"path", path.string()}});
    }
    return *format;
}

[[noreturn]] void failTruncated(const fs::path& path, const std::string& reason) {
    throw geo::Error(geo::ErrorKind::BadData, "file.truncated", {{"path", path.string()}, {"reason", reason}});
}

/// An object that was cut off no longer ends with its brace.
void requireClosedJson(const fs::path& path) {
    std::ifstream file(path, std::ios::binary | std::ios::ate);
    const std::streamoff size = file.tellg();
    if (size == 0) failTruncated(path, "0 B");
    const std::streamoff length = std::min<std::streamoff>(size, 4096);
    file.seekg(size - length);
    std::string end(static_cast<std::size_t>(length), '\0');
    file.read(end.data(), length);
    const std::size_t last = end.find_last_not_of(" \t\r\n");
    if (last == std::string::npos || end[last] != '}') failTruncated(path, "}?");
}

/// A database that was cut off is shorter than its page count says (https://www.sqlite.org/fileformat.html).
void requireWholeDatabase(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    std::string header(100, '\0');
    file.read(header.data(), 100);
    if (file.gcount() < 100) failTruncated(path, fmt::format("{} < 100 B", file.gcount()));
    const auto byteAt = [&](std::size_t at) { return std::uint64_t{static_cast<unsigned char>(header[at])}; };
    const std::uint64_t pageSizeField = byteAt(16) << 8U | byteAt(17);
    const std::uint64_t pageSize = pageSizeField == 1 ? 65536 : pageSizeField;
    const std::uint64_t pages = byteAt(28) << 24U | byteAt(29) << 16U | byteAt(30) << 8U | byteAt(31);
    if (!header.starts_with("SQLite format 3")) return;  // GDAL says what it is not
    const std::uint64_t found = fs::file_size(path);
    if (found < pages * pageSize) failTruncated(path, fmt::format("{} < {} B", found, pages * pageSize));
}

}  // namespace

class LayerSource::Impl {
  public:
    Impl(fs::path path, Format format, const OpenOptions& options) : m_path(std::move(path)), m_format(format) {
        if (format == Format::Csv) {
            openTable(options);
        } else {
            openLayer(options);
        }
        if (m_count == 0 && options.whenLacking == WhenLacking::Refuse) {
            throw geo::Error(geo::ErrorKind::BadData, "file.empty-layer",
                             {{"path", m_path.string()}, {"layer", m_layerName}});
        }
        decideCrs(options);
    }

    FeatureStream features() {
        FeatureStream stream;
        stream.crs = m_crs;
        stream.count = m_count;
        if (m_reader) {
            m_reader->rewind();
            stream.schema = m_reader->schema();
            stream.kind = m_reader->kind();
            stream.next = [this](Feature& feature) { return m_reader->next(feature); };
            return stream;
        }
        stream.schema = m_table.schema;
        stream.next = [this, row = std::size_t{0}](Feature& feature) mutable {
            if (row == m_table.rows.size()) return false;
            feature = {{}, m_table.rows[row++], static_cast<std::int64_t>(row)};
            return true;
        };
        return stream;
    }

    SourceRecord record() const {
        std::vector<fs::path> files = m_parts ? m_parts->all() : std::vector{m_path};
        return {m_path.string(), sha256OfFiles(files), m_layerName, wordOf(m_encoding), crsText(), m_crsFrom, ""};
    }

    const std::string& layerName() const { return m_layerName; }
    Encoding encoding() const { return m_encoding; }
    const std::string& crsFrom() const { return m_crsFrom; }
    const std::optional<geo::Crs>& crsInFile() const { return m_crsInFile; }

  private:
    void openTable(const OpenOptions& options) {
        m_table = readTable(m_path, options.encoding);
        m_layerName = m_path.stem().string();
        m_count = static_cast<std::int64_t>(m_table.rows.size());
    }

    void openLayer(const OpenOptions& options) {
        std::int64_t deleted = 0;
        if (m_format == Format::GeoJson) requireClosedJson(m_path);
        if (m_format == Format::GeoPackage) requireWholeDatabase(m_path);
        if (m_format == Format::Shapefile) {
            m_parts = requireWholeShapefile(m_path);
            const DbfScan scan = scanDbf(m_parts->dbf, encodingSamples);
            deleted = scan.deleted;
            m_encoding = options.encoding == Encoding::Auto ? detectDbfEncoding(*m_parts, scan) : options.encoding;
            refuseContradicted(*m_parts, scan, m_encoding);
        }
        m_reader.emplace(m_path, m_format, openDataset(m_path, m_format), options.layerName);
        geo::inContext({"file.reading", {{"path", m_path.string()}}}, [&] { m_reader->useEncoding(m_encoding); });
        m_layerName = m_reader->layerName();
        // OGR counts deleted rows of a DBF, but does not hand them out.
        m_count = m_reader->featureCount() - deleted;
        m_crsInFile = m_reader->crs();
    }

    void decideCrs(const OpenOptions& options) {
        const bool hasShape = m_reader && m_reader->kind() != geo::GeometryKind::Empty;
        m_crs = options.crs ? options.crs : m_crsInFile;
        if (m_crs) m_crsFrom = options.crs ? "user" : "file";
        if (m_crs || !hasShape || options.whenLacking == WhenLacking::Accept) return;
        const geo::Extent extent = m_reader->extent();
        throw geo::Error(geo::ErrorKind::BadData, "file.no-crs",
                         {{"path", m_path.string()},
                          {"layer", m_layerName},
                          {"minX", extent.minX},
                          {"minY", extent.minY},
                          {"maxX", extent.maxX},
                          {"maxY", extent.maxY}});
    }

    std::string crsText() const {
        if (!m_crs) return {};
        return m_crs->code().empty() ? m_crs->wkt() : m_crs->code();
    }

    fs::path m_path;
    Format m_format;
    std::string m_layerName;
    Encoding m_encoding = Encoding::Utf8;
    std::optional<geo::Crs> m_crs, m_crsInFile;
    std::string m_crsFrom;
    std::int64_t m_count = 0;
    std::optional<ShapefileParts> m_parts;
    std::optional<OgrReader> m_reader;
    Table m_table;
};

LayerSource::LayerSource(std::unique_ptr<Impl> impl) : m_impl(std::move(impl)) {}
LayerSource::LayerSource(LayerSource&& other) noexcept = default;
LayerSource& LayerSource::operator=(LayerSource&& other) noexcept = default;
LayerSource::~LayerSource() = default;

LayerSource LayerSource::open(const fs::path& path, const OpenOptions& options) {
    return LayerSource(std::make_unique<Impl>(path, requireReadable(path), options));
}

const std::string& LayerSource::layerName() const { return m_impl->layerName(); }
Encoding LayerSource::encoding() const { return m_impl->encoding(); }
const std::string& LayerSource::crsFrom() const { return m_impl->crsFrom(); }
const std::optional<geo::Crs>& LayerSource::crsInFile() const { return m_impl->crsInFile(); }
FeatureStream LayerSource::features() { return m_impl->features(); }
SourceRecord LayerSource::record() const { return m_impl->record(); }

}  // namespace layers
