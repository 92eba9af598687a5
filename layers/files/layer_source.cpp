// SPDX-License-Identifier: Apache-2.0
// Opening a file: is it whole, which layer, which encoding, which CRS.
#include "layers/files/layer_source.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <set>

#include "geo/base/error.hpp"
#include "geo/crs/vn2000.hpp"
#include "layers/files/digest.hpp"
#include "layers/files/formats.hpp"
#include "layers/files/joined_layers.hpp"
#include "layers/files/ogr_geometry.hpp"
#include "layers/files/readable_file.hpp"
#include "layers/files/shapefile_parts.hpp"
#include "layers/files/table_file.hpp"
#include "layers/files/table_shapes.hpp"
#include "layers/files/whole_file.hpp"
#include "layers/text/plain_words.hpp"

namespace layers {
namespace {

namespace fs = std::filesystem;
constexpr std::size_t encodingSamples = 500;
constexpr std::int64_t rowsSampled = 2000;

Format requireReadable(const fs::path& path) {
    requireLocalPath(path);
    const auto format = formatOf(path);
    if (!format) {
        throw geo::Error(
            geo::ErrorKind::Refused, "file.format-not-allowed",
            {{"path", path.string()}, {"formats", fmt::format("{}", fmt::join(readableExtensions(), " "))}});
    }
    if (!fs::is_regular_file(path)) {
        throw geo::Error(geo::ErrorKind::NotFound, "file.missing", {{"path", path.string()}});
    }
    return *format;
}

geo::Message withoutScratch(geo::Message message, const fs::path& known) {
    for (geo::Argument& argument : message.arguments)
        if (auto* const text = std::get_if<std::string>(&argument.value))
            *text = layers::withoutScratch(*text, known);
    return message;
}

/// A file is known by the path given, not by where it was laid out to be read.
template <class Work>
decltype(auto) asGiven(const fs::path& given, Work&& work) {
    try {
        return std::forward<Work>(work)();
    } catch (const geo::Error& fault) {
        const fs::path known = formatOf(given) == Format::Zip ? given : given.parent_path();
        geo::Error told(fault.kind(), withoutScratch(fault.message(), known));
        for (auto outer = fault.context().rbegin(); outer != fault.context().rend(); ++outer)
            told.addContext(withoutScratch(*outer, known));
        throw told;
    }
}

}  // namespace

class LayerSource::Impl {
  public:
    Impl(fs::path path, ReadableFile file, const OpenOptions& options)
        : m_path(std::move(path)), m_file(std::move(file)), m_format(m_file.format) {
        if (isTable(m_format)) {
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

    FeatureStream features(std::int64_t firstRecord) {
        FeatureStream stream;
        stream.crs = m_crs;
        stream.count = m_count;
        if (m_reader) {
            m_reader->rewind(firstRecord);
            stream.schema = m_reader->schema();
            stream.kind = m_reader->kind();
            stream.next = [this](Feature& feature) {
                return asGiven(m_path, [&] { return m_reader->next(feature); });
            };
            return stream;
        }
        stream.schema = schemaOfTable();
        stream.kind = m_tableKind;
        stream.next = [this, row = std::size_t{0}](Feature& feature) mutable {
            if (row == m_sheet.table.rows.size()) return false;
            readTableRow(row++, feature);
            return true;
        };
        return stream;
    }

    SourceRecord record() const {
        return {
            m_path.string(), sha256OfFiles(sources()), placeOfLayer(), m_text.word(), crsText(), m_crsFrom, ""};
    }

    const std::string& layerName() const { return m_layerName; }
    Encoding encoding() const { return m_text.stored(); }
    const std::vector<TextSample>& textSamples() const { return m_text.samples(); }
    std::vector<geo::Message> textNotes() const {
        std::vector<geo::Message> notes = m_text.notes();
        std::ranges::copy(m_fullFields.cuts(m_text.stored()), std::back_inserter(notes));
        return notes;
    }
    const std::string& crsFrom() const { return m_crsFrom; }
    const std::optional<geo::Crs>& crsInFile() const { return m_crsInFile; }
    const std::vector<geo::Message>& notes() const { return m_file.notes; }
    const SheetNotes& sheetNotes() const { return m_sheet.notes; }
    std::int64_t recordCount() const { return m_recordCount; }

  private:
    /// In an archive, layers of different files may bear one name.
    std::string placeOfLayer() const { return (fs::path(m_file.entry) / m_layerName).string(); }

    /// Without the column of shapes, which come as such.
    Schema schemaOfTable() const {
        std::vector<Field> fields = m_sheet.table.schema.fields();
        if (m_wktColumn) fields.erase(fields.begin() + static_cast<std::ptrdiff_t>(*m_wktColumn));
        return Schema(std::move(fields));
    }

    void readTableRow(std::size_t row, Feature& feature) const {
        feature = {{}, m_sheet.table.rows[row], numberOfRow(row)};
        if (!m_wktColumn) return;
        feature.geometry = shapeAt(row);
        if (dimensionOf(feature.geometry.kind()) != dimensionOf(m_tableKind)) feature.geometry = {};
        feature.values.erase(feature.values.begin() + static_cast<std::ptrdiff_t>(*m_wktColumn));
    }

    geo::Geometry shapeAt(std::size_t row) const {
        return geo::inContext({"file.row", {{"path", m_path.string()}, {"row", numberOfRow(row)}}},
                              [&] { return shapeOfWkt(m_sheet.table.rows[row][*m_wktColumn]); });
    }

    void findShapes() {
        m_wktColumn = wktColumnOf(m_sheet.table);
        if (!m_wktColumn) return;
        for (std::size_t row = 0; row < m_sheet.table.rows.size(); ++row) {
            const geo::Geometry shape = shapeAt(row);
            m_tableKind = kindOfBoth(m_tableKind, shape.kind());
            m_tableExtent.include(shape.extent());
        }
    }

    /// As a sheet counts, its head included; else from the first row under the head.
    std::int64_t numberOfRow(std::size_t row) const {
        return m_sheet.rowNumbers.empty() ? static_cast<std::int64_t>(row + 1) : m_sheet.rowNumbers[row];
    }

    /// What was given, not what it was read from.
    std::vector<fs::path> sources() const {
        const bool isGiven = m_file.scratch.empty();
        return m_parts && isGiven ? m_parts->all() : m_file.sources;
    }

    void openTable(const OpenOptions& options) {
        m_sheet = readOfficeTable(m_file.path, {options.encoding, m_file.layerName}, m_text);
        m_layerName = m_sheet.notes.sheet.empty() ? m_file.path.stem().string() : m_sheet.notes.sheet;
        m_count = m_recordCount = static_cast<std::int64_t>(m_sheet.table.rows.size());
        noteRepeatedColumns();
        findShapes();
    }

    /// Whoever looks for a column by its head finds the first.
    void noteRepeatedColumns() {
        std::map<std::string, std::vector<std::size_t>> places;
        const auto& fields = m_sheet.table.schema.fields();
        for (std::size_t i = 0; i < fields.size(); ++i) places[plainKey(fields[i].name)].push_back(i);
        for (const auto& [key, columns] : places) {
            if (key.empty() || columns.size() == 1) continue;
            std::string numbers;
            for (const std::size_t column : columns)
                numbers += (numbers.empty() ? "" : ", ") + std::to_string(column + 1);
            m_file.notes.push_back(
                {"file.column-repeated",
                 {{"column", fields[columns.front()].name}, {"places", numbers}}});
        }
    }

    void openLayer(const OpenOptions& options) {
        std::int64_t deleted = 0;
        requireWholeFile(m_file.path, m_format);
        if (m_format == Format::Shapefile) {
            m_parts = requireWholeShapefile(m_file.path);
            DbfScan scan = scanDbf(m_parts->dbf, encodingSamples);
            deleted = scan.deleted;
            m_text = textByEvidence({m_path, options.encoding, claimedEncoding(m_parts->cpg)}, scan.samples);
            m_fullFields = std::move(scan.fullFields);
        }
        m_reader.emplace(m_file.path, m_format, m_file.layerName);
        geo::inContext({"file.reading", {{"path", m_path.string()}}}, [&] {
            decideText(options);
            m_reader->useText(m_text);
        });
        m_layerName = m_reader->layerName();
        // OGR counts deleted rows of a DBF, but does not hand them out.
        m_recordCount = m_reader->featureCount();
        m_count = m_recordCount - deleted;
        // KML and GPX files know no other.
        const bool isLonLat = m_format == Format::Kml || m_format == Format::Gpx;
        m_crsInFile = isLonLat ? geo::Crs::fromText("EPSG:4326") : m_reader->crs();
    }

    /// No header of MapInfo's is believed before the text itself.
    void decideText(const OpenOptions& options) {
        if (m_format == Format::Shapefile) return;
        if (m_format == Format::MapInfo) {
            m_text = textByEvidence({m_path, options.encoding, {}}, m_reader->byteSamples(encodingSamples));
        } else {
            m_text = textInUtf8({m_path, options.encoding, {}}, samplesFor(options.encoding));
        }
    }

    /// Texts to judge a mending by that was asked for.
    std::vector<std::string> samplesFor(Encoding told) {
        std::set<std::string> samples;
        if (told == Encoding::Auto || told == Encoding::Utf8) return {};
        FileText asItIs;
        m_reader->useText(asItIs);
        m_reader->rewind();
        Feature feature;
        try {
            for (std::int64_t row = 0; row < rowsSampled && m_reader->next(feature); ++row) {
                for (const Value& value : feature.values) {
                    const auto* const text = std::get_if<std::string>(&value);
                    if (text != nullptr && samples.size() < encodingSamples) samples.insert(*text);
                }
            }
        } catch (const geo::Error&) {
            // Not all of it is UTF-8; what cannot be read as told either will be named by its row.
            return {samples.begin(), samples.end()};
        }
        return {samples.begin(), samples.end()};
    }

    void decideCrs(const OpenOptions& options) {
        const auto kind = m_reader ? m_reader->kind() : m_tableKind;
        const bool hasShape = kind != geo::GeometryKind::Empty;
        m_crs = options.crs ? options.crs : m_crsInFile;
        if (m_crs) m_crsFrom = options.crs ? "user" : "file";
        if (m_crs || !hasShape || options.whenLacking == WhenLacking::Accept) return;
        const geo::Extent extent = m_reader ? m_reader->extent() : m_tableExtent;
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
        return geo::optionFor(*m_crs);
    }

    fs::path m_path;
    ReadableFile m_file;
    Format m_format;
    std::string m_layerName;
    FileText m_text;
    FullFields m_fullFields;
    std::optional<geo::Crs> m_crs, m_crsInFile;
    std::string m_crsFrom;
    std::int64_t m_recordCount = 0;
    std::int64_t m_count = 0;
    std::optional<ShapefileParts> m_parts;
    std::optional<JoinedLayers> m_reader;
    OfficeTable m_sheet;
    std::optional<std::size_t> m_wktColumn;
    geo::GeometryKind m_tableKind = geo::GeometryKind::Empty;
    geo::Extent m_tableExtent;
};

LayerSource::LayerSource(std::unique_ptr<Impl> impl) : m_impl(std::move(impl)) {}
LayerSource::LayerSource(LayerSource&& other) noexcept = default;
LayerSource& LayerSource::operator=(LayerSource&& other) noexcept = default;
LayerSource::~LayerSource() = default;

LayerSource LayerSource::open(const fs::path& path, const OpenOptions& options) {
    return asGiven(path, [&] {
        return LayerSource(std::make_unique<Impl>(
            path, makeReadable(path, requireReadable(path), options.layerName), options));
    });
}

const std::string& LayerSource::layerName() const { return m_impl->layerName(); }
Encoding LayerSource::encoding() const { return m_impl->encoding(); }
const std::vector<TextSample>& LayerSource::textSamples() const { return m_impl->textSamples(); }
std::vector<geo::Message> LayerSource::textNotes() const { return m_impl->textNotes(); }
const std::string& LayerSource::crsFrom() const { return m_impl->crsFrom(); }
const std::optional<geo::Crs>& LayerSource::crsInFile() const { return m_impl->crsInFile(); }
const std::vector<geo::Message>& LayerSource::notes() const { return m_impl->notes(); }
const SheetNotes& LayerSource::sheetNotes() const { return m_impl->sheetNotes(); }
std::int64_t LayerSource::recordCount() const { return m_impl->recordCount(); }
FeatureStream LayerSource::features(std::int64_t firstRecord) { return m_impl->features(firstRecord); }
SourceRecord LayerSource::record() const { return m_impl->record(); }

}  // namespace layers
