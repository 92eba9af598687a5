// SPDX-License-Identifier: Apache-2.0
// Two passes: the first learns how wide the fields are, the second writes.
#include "layers/files/shapefile_writer.hpp"

#include <array>
#include <fstream>

#include "geo/base/error.hpp"
#include "layers/files/csv.hpp"
#include "layers/files/dbf_fields.hpp"
#include "layers/files/feature_spool.hpp"
#include "layers/files/ogr_writer.hpp"
#include "layers/model/relayed_stream.hpp"

namespace layers {
namespace {

namespace fs = std::filesystem;
constexpr std::int64_t rowsPerStep = 1000;

/// The same name with another end: `a.shp` → `a.fields.csv`.
fs::path beside(const fs::path& shp, const std::string& extension) {
    return fs::path(shp).replace_extension(extension);
}

void writeSmallFile(const fs::path& path, const std::string& text) {
    std::ofstream file(path, std::ios::binary);
    file << text;
    file.close();
    if (!file) {
        throw geo::Error(geo::ErrorKind::Internal, "file.write-failed",
                         {{"path", path.filename().string()}, {"reason", "write"}});
    }
}

std::string withoutOuterBlanks(const std::string& text) {
    const std::size_t begin = text.find_first_not_of(' ');
    if (begin == std::string::npos) return {};
    return text.substr(begin, text.find_last_not_of(' ') - begin + 1);
}

/// Values as a DBF can hold them: blanks around a text and the empty text do not survive, nor more than 254
/// bytes.
class DbfValues {
  public:
    DbfValues(const Schema& schema, Encoding encoding)
        : m_schema(schema), m_encoding(encoding), m_cuts(schema.size()), m_widths(schema.size()) {}

    /// Turns the values into what will be written (bytes) and what a reader will get back (UTF-8).
    void fit(std::vector<Value>& written, std::vector<Value>& readBack) {
        ++m_row;
        written.resize(m_schema.size());
        readBack.resize(m_schema.size());
        for (std::size_t i = 0; i < m_schema.size(); ++i) {
            if (m_schema.fields()[i].type == FieldType::Text) fitText(i, written[i], readBack[i]);
            m_widths[i].see(written[i]);
        }
    }

    FieldPlan planFor(std::size_t field, const std::string& name) const {
        return m_widths[field].planFor(encode(name, m_encoding), m_schema.fields()[field].type);
    }
    struct Cuts {
        std::int64_t count = 0;
        std::int64_t firstRow = 0;
    };
    const Cuts& cuts(std::size_t field) const { return m_cuts[field]; }

  private:
    void fitText(std::size_t field, Value& written, Value& readBack) {
        if (isMissing(written)) return;
        const std::string whole = withoutOuterBlanks(textIn(written));
        std::string kept = whole;
        std::string bytes = encode(kept, m_encoding);
        while (bytes.size() > widestDbfText) {
            // One byte a letter in TCVN3, up to four in UTF-8: cut by the excess until it fits.
            kept = withoutOuterBlanks(cutToBytes(kept, kept.size() - (bytes.size() - widestDbfText)));
            bytes = encode(kept, m_encoding);
        }
        if (kept.size() != whole.size() && m_cuts[field].count++ == 0) m_cuts[field].firstRow = m_row;
        readBack =
            kept.empty() ? Value{} : Value{m_encoding == Encoding::Utf8 ? bytes : decode(bytes, m_encoding)};
        written = kept.empty() ? Value{} : Value{std::move(bytes)};
    }

    const Schema& m_schema;
    Encoding m_encoding;
    std::int64_t m_row = 0;
    std::vector<Cuts> m_cuts;
    std::vector<FieldWidth> m_widths;
};

void spoolAll(const LayerToWrite& layer, DbfValues& values, FeatureSpool& spool, LayerDigest& digest,
              geo::Progress& progress) {
    const FeatureStream& stream = layer.features;
    Feature feature;
    Feature expected;
    for (std::int64_t row = 0; stream.next(feature); ++row) {
        if (row % rowsPerStep == 0)
            progress.step("files.gathering", row, std::max<std::int64_t>(stream.count, 0));
        expected.values = feature.values;
        try {
            values.fit(feature.values, expected.values);
        } catch (geo::Error& error) {
            error.addContext({"file.row", {{"path", layer.name}, {"row", row + 1}}});
            throw;
        }
        spool.write(feature);
        expected.geometry = std::move(feature.geometry);
        digest.add(expected);
    }
}

LayerPlan planShapefile(const fs::path& shp, const LayerToWrite& layer, const WriteOptions& options) {
    LayerPlan plan;
    plan.name = shp.stem().string();
    plan.kind = layer.features.kind;
    // A language id of 0 leaves our bytes alone; the .cpg is ours to write.
    plan.options = {"ENCODING=LDID/0", "DBF_DATE_LAST_UPDATE=" + geo::isoText(options.asOf)};
    return plan;
}

void writeDataset(const fs::path& shp, const LayerPlan& plan, const FeatureStream& stream,
                  geo::Progress& progress) {
    GdalDataset dataset = createDataset(shp, Format::Shapefile);
    OgrWriter writer(dataset.get(), plan);
    Feature feature;
    for (std::int64_t row = 0; stream.next(feature); ++row) {
        if (row % rowsPerStep == 0) progress.step("files.writing", row, stream.count);
        writer.write(feature);
    }
    closeWritten(std::move(dataset), plan.name);
}

void writeCompanions(const fs::path& shp, const LayerToWrite& layer, const std::vector<std::string>& names,
                     const WriteOptions& options) {
    if (options.encoding == Encoding::Utf8) writeSmallFile(beside(shp, ".cpg"), "UTF-8");
    const auto& crs = layer.features.crs;
    if (crs && crs->isKnown()) writeSmallFile(beside(shp, ".prj"), crs->esriWkt());
    std::string list;
    appendCsvRow(list, {"short", "full"});
    for (std::size_t i = 0; i < names.size(); ++i) {
        appendCsvRow(list, {names[i], layer.features.schema.fields()[i].name});
    }
    writeSmallFile(beside(shp, ".fields.csv"), list);
}

void reportCuts(const fs::path& shp, const Schema& schema, const DbfValues& values,
                const WriteOptions& options) {
    if (!options.onNote) return;
    for (std::size_t i = 0; i < schema.size(); ++i) {
        if (values.cuts(i).count == 0) continue;
        options.onNote({"file.text-cut",
                        {{"path", shp.filename().string()},
                         {"field", schema.fields()[i].name},
                         {"count", values.cuts(i).count},
                         {"row", values.cuts(i).firstRow},
                         {"limit", static_cast<std::int64_t>(widestDbfText)}}});
    }
}

}  // namespace

LayerDigest writeShapefile(const fs::path& shp, const LayerToWrite& layer, const WriteOptions& options,
                           geo::Progress& progress) {
    const Schema& schema = layer.features.schema;
    if (layer.features.kind == geo::GeometryKind::Empty) {
        throw geo::Error(geo::ErrorKind::Usage, "file.shape-needed", {{"layer", layer.name}});
    }
    DbfValues values(schema, options.encoding);
    LayerDigest digest(schema);
    fs::create_directory(shp.parent_path() / "spool");
    FeatureSpool spool(shp.parent_path() / "spool" / shp.stem());
    relayFeatures({layer.features}, [&](const std::vector<FeatureStream>& streams) {
        spoolAll({.name = layer.name, .features = streams.front()}, values, spool, digest, progress);
    });

    const std::vector<std::string> names = shortFieldNames(schema);
    LayerPlan plan = planShapefile(shp, layer, options);
    for (std::size_t i = 0; i < names.size(); ++i) plan.fields.push_back(values.planFor(i, names[i]));
    spool.rewind();
    FeatureStream spooled{schema, layer.features.crs, layer.features.kind, digest.rows(),
                          [&](Feature& feature) { return spool.read(feature); }};
    relayFeatures({spooled}, [&](const std::vector<FeatureStream>& streams) {
        writeDataset(shp, plan, streams.front(), progress);
    });
    writeCompanions(shp, layer, names, options);
    reportCuts(shp, schema, values, options);
    return digest;
}

std::vector<fs::path> shapefileParts(const fs::path& shp) {
    constexpr std::array<const char*, 10> extensions{".shp",        ".shx", ".dbf", ".prj", ".cpg",
                                                     ".fields.csv", ".qix", ".sbn", ".sbx", ".qpj"};
    std::vector<fs::path> parts;
    for (const char* const extension : extensions) parts.push_back(beside(shp, extension));
    return parts;
}

}  // namespace layers
