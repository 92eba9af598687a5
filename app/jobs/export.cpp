// SPDX-License-Identifier: Apache-2.0
// Choosing layers, giving units their figures and style, writing.
#include "app/jobs/export.hpp"

#include <algorithm>
#include <memory>

#include "app/jobs/cut_export.hpp"
#include "app/jobs/export_names.hpp"
#include "app/jobs/figure_join.hpp"
#include "app/jobs/figure_words.hpp"
#include "app/jobs/figures.hpp"
#include "app/jobs/findings_table.hpp"
#include "app/jobs/layer_styles.hpp"
#include "app/jobs/map_words.hpp"
#include "app/jobs/observation_rows.hpp"
#include "app/jobs/observation_trace.hpp"
#include "app/jobs/table_words.hpp"
#include "app/jobs/theme_choice.hpp"
#include "app/jobs/workspace_view.hpp"
#include "geo/base/error.hpp"
#include "geo/crs/transform.hpp"
#include "geo/crs/vn2000.hpp"
#include "layers/files/formats.hpp"
#include "layers/files/layer_writer.hpp"
#include "layers/files/table_file.hpp"
#include "styles/theme/qml.hpp"

namespace app {
namespace {

constexpr std::size_t rowsAStep = 4096;

struct Exporting {
    const layers::Workspace& workspace;
    const Project& project;
    const ExportRequest& request;
    const Catalogue& words;
};

bool isChosen(const layers::LayerRecord& record, const std::vector<std::string>& names) {
    return names.empty() || std::ranges::find(names, record.name) != names.end() ||
           std::ranges::find(names, layers::wordOf(record.kind)) != names.end();
}

void keepUnitsAskedFor(std::vector<layers::LayerRecord>& records, const Exporting& exporting) {
    const auto& figures = exporting.request.figures;
    const auto units = unitRegister(exporting.workspace);
    const auto layer = unitLayer(exporting.workspace, exporting.project, units, figures.level,
                                 unitsDay(units, figures.level, figures.unitsOn));
    std::erase_if(records, [&](const auto& record) { return record.id != layer.id; });
}

std::vector<layers::LayerRecord> chosenLayers(const Exporting& exporting) {
    auto records = shownLayers(exporting.workspace, exporting.project);
    for (const std::string& name : exporting.request.layers) {
        if (std::ranges::none_of(records, [&](const auto& record) { return isChosen(record, {name}); })) {
            throw geo::Error(geo::ErrorKind::NotFound, "export.layer-unknown", {{"layer", name}});
        }
    }
    std::erase_if(records, [&](const auto& record) { return !isChosen(record, exporting.request.layers); });
    if (exporting.request.isByUnit && exporting.request.layers.empty()) keepUnitsAskedFor(records, exporting);
    if (records.empty()) throw geo::Error(geo::ErrorKind::NotFound, "export.nothing");
    return records;
}

/// Figures kept of one indicator for the units of a layer; none where nothing answers.
std::vector<layers::Observation> keptOf(const Exporting& exporting, const ComputeRequest& question) {
    try {
        return keptFigures(exporting.project, question).value_or(std::vector<layers::Observation>{});
    } catch (const geo::Error& error) {
        // Without its layers, or below its level, an indicator has no figures: that is no fault of an export.
        if (error.kind() != geo::ErrorKind::NotFound && error.kind() != geo::ErrorKind::Usage) throw;
        return {};
    }
}

using FiguresOfIndicators = std::vector<std::vector<layers::Observation>>;

/// One list for each indicator that has figures for the units of a layer.
FiguresOfIndicators figuresOf(const Exporting& exporting, const layers::LayerRecord& record) {
    const auto level = levelOf(record.kind);
    if (!level || !record.epoch) return {};
    FiguresOfIndicators figures;
    for (const std::string& indicator : knownIndicators()) {
        ComputeRequest question = exporting.request.figures;
        question.indicator = indicator;
        question.level = *level;
        question.unitsOn = record.epoch;
        auto kept = keptOf(exporting, question);
        if (!kept.empty()) figures.push_back(std::move(kept));
    }
    return figures;
}

std::string styleOf(const Exporting& exporting) {
    const auto theme = chosenTheme("forest-cover", {}, exporting.request.themesFolder);
    const Catalogue& words = exporting.words;
    const auto status = [&](layers::Status each) -> styles::QmlStatus {
        return {layers::wordOf(each), statusWord(each, words)};
    };
    return styles::qmlFor(
        theme, {.valueField = "forest_cover",
                .nameField = "name",
                .classLabels = classLabels(theme.breaks, theme.unit, words),
                .noDataLabel = statusWord(layers::Status::Missing, words),
                .statuses = {"status", status(layers::Status::Carried), status(layers::Status::Estimated),
                             status(layers::Status::NotReported), status(layers::Status::NotApplicable)},
                .language = words.language() == Language::Vietnamese ? "vi" : "en"});
}

layers::FeatureStream movedTo(layers::FeatureStream source, const geo::Crs& target) {
    if (!source.crs || *source.crs == target) return source;
    auto transform = std::make_shared<geo::Transform>(*source.crs, target);
    auto next = std::move(source.next);
    source.crs = target;
    source.next = [next = std::move(next), transform](layers::Feature& feature) {
        if (!next(feature)) return false;
        transform->apply(feature.geometry.mutableCoordinates());
        return true;
    };
    return source;
}

/// With the rows they came from and the figures of units.
layers::FeatureStream featuresOf(const Exporting& exporting, const layers::LayerRecord& record,
                                 const FiguresOfIndicators& figures, const geo::Crs& crs) {
    auto features = withSourceRow(exporting.workspace.readLayer(record.id));
    for (const auto& observations : figures)
        features = withFigures(std::move(features), observations,
                               shownLayers(exporting.workspace, exporting.project));
    return movedTo(std::move(features), crs);
}

std::string titleOf(const Exporting& exporting, const layers::LayerRecord& record) {
    return exporting.words.sentence(
        "export.title-" + layers::wordOf(record.kind),
        {{"name", record.name}, {"day", record.epoch ? geo::isoText(*record.epoch) : std::string()}});
}

layers::LayerToWrite toWrite(const Exporting& exporting, const layers::LayerRecord& record,
                             const geo::Crs& crs) {
    const auto figures = figuresOf(exporting, record);
    layers::LayerToWrite layer;
    layer.name = exportName(record);
    layer.title = titleOf(exporting, record);
    layer.features = featuresOf(exporting, record, figures, crs);
    if (const auto style = layerStyle(record, {exporting.workspace, exporting.request.themesFolder, exporting.words})) {
        layer.qml = style->qml;
        layer.styleName = style->name;
    }
    if (figures.empty() || figures.front().front().indicator != "forest-cover") return layer;
    layer.qml = styleOf(exporting);
    layer.styleName = "forest-cover";
    return layer;
}

geo::Date asOfDay(const std::vector<layers::LayerRecord>& records) {
    geo::Date newest{1970, 1, 1};
    for (const auto& record : records) {
        newest = std::max({newest, record.asOf.value_or(newest), record.epoch.value_or(newest)});
    }
    return newest;
}

geo::Crs targetCrs(const Exporting& exporting) {
    if (layers::formatOf(exporting.request.out) == layers::Format::GeoJson)
        return geo::Crs::fromText("EPSG:4326");
    return exporting.request.crs.value_or(exporting.workspace.settings().crs);
}

/// Of everything shown, rows without shape stay behind where a format holds shapes only; each is named.
void leaveTablesOut(std::vector<layers::LayerRecord>& records, const Exporting& exporting, Outcome& outcome) {
    const bool holdsTables = layers::formatOf(exporting.request.out) == layers::Format::GeoPackage;
    if (holdsTables || !exporting.request.layers.empty()) return;
    std::erase_if(records, [&](const layers::LayerRecord& record) {
        if (record.geometryKind != geo::GeometryKind::Empty) return false;
        outcome.findings.push_back({{"export.table-left-out", {{"layer", record.name}}}, 0, {}});
        return true;
    });
}

Row layerRow(const layers::LayerRecord& record, const std::string& name, const geo::Crs& crs) {
    return {{"layer", name},                {"features", record.featureCount},
            {"source", record.source.path}, {"source_sha256", record.source.sha256},
            {"crs", geo::optionFor(crs)},   {"operation", geo::Transform(record.crs, crs).operation()}};
}

void exportLayers(Outcome& outcome, const Exporting& exporting, geo::Progress& progress) {
    auto records = chosenLayers(exporting);
    leaveTablesOut(records, exporting, outcome);
    const geo::Crs crs = targetCrs(exporting);
    std::vector<layers::LayerToWrite> layersToWrite;
    for (const auto& record : records) {
        auto layer = toWrite(exporting, record, crs);
        layer.name = exportNameBeside(layersToWrite, layer.name);
        outcome.rows.push_back(layerRow(record, layer.name, crs));
        layersToWrite.push_back(std::move(layer));
    }
    layers::WriteOptions options;
    options.asOf = asOfDay(records);
    options.encoding = exporting.request.encoding;
    options.onNote = [&](const geo::Message& note) { outcome.findings.push_back({note, 0, {}}); };
    outcome.files = layers::writeLayers(exporting.request.out, std::move(layersToWrite), options, progress);
}

/// Codes and dates as people read them; CSV keeps the codes.
void putIntoWords(layers::Table& table, const Catalogue& words) {
    for (const char* const coded :
         {"status", "release", "method", "denominator_kind", "area_kind", "unit", "term_unit"}) {
        putColumnIntoWords(table, coded, {}, words);
    }
    for (const char* const dated : {"as_of", "units_on"}) {
        const auto column = table.schema.indexOf(dated);
        for (auto& row : table.rows) {
            row[*column] = formatDate(geo::requireDate(layers::textIn(row[*column])), words.language());
        }
    }
}

layers::TableText figureText(const Exporting& exporting, const layers::Observation& sample,
                             const layers::Table& table) {
    const auto& words = exporting.words;
    const auto names = indicatorFact(exporting.workspace, sample.indicator);
    layers::TableText text;
    text.title = words.sentence(
        "export.figures-title",
        {{"indicator", words.language() == Language::Vietnamese ? names.name_vi : names.name_en},
         {"year", std::to_string(sample.asOf.year)}});
    text.notes = {words.sentence("map.as-of", {{"day", geo::isoText(sample.asOf)}}),
                  words.sentence("export.source", {{"source", sample.source}})};
    if (words.knows("map.method-" + sample.method)) {
        text.notes.insert(text.notes.begin(), words.sentence("map.method-" + sample.method));
    }
    text.columnTitles = columnTitles(table.schema, sample.indicator, words);
    return text;
}

void write(const Exporting& exporting, const layers::Table& table, const layers::TableText& text,
           geo::Date asOf) {
    layers::WriteOptions options;
    options.asOf = asOf;
    layers::writeTable(exporting.request.out, table, text, options);
}

/// Everything found, for whoever has to look at it.
void exportFindings(Outcome& outcome, const Exporting& exporting) {
    const layers::Table table = findingsTable(exporting.workspace, exporting.project, exporting.words);
    layers::TableText text;
    text.title = exporting.words.sentence("export.findings-title");
    text.columnTitles = columnTitles(table.schema, "finding", exporting.words);
    write(exporting, table, text, asOfDay(shownLayers(exporting.workspace, exporting.project)));
    outcome.rows = {{{"file", exporting.request.out.string()},
                     {"findings", static_cast<std::int64_t>(table.rows.size())}}};
    outcome.files = {exporting.request.out};
}

/// The rows of a layer; where points lie goes into two columns that name their system: a table has no shapes.
layers::Table tableOf(layers::FeatureStream features, const geo::Crs& crs, const geo::Progress& progress) {
    layers::Table table{features.schema, {}};
    const bool arePoints = features.kind == geo::GeometryKind::Point;
    std::string system = geo::optionFor(crs);
    std::ranges::replace(system, ':', '_');
    for (const char* axis : {"x_", "y_"})
        if (arePoints) table.schema.add({axis + system, layers::FieldType::Decimal});
    for (layers::Feature feature; features.next(feature);) {
        if (table.rows.size() % rowsAStep == 0) progress.throwIfStopped();
        auto& row = table.rows.emplace_back(std::move(feature.values));
        row.resize(table.schema.size());
        if (!arePoints || feature.geometry.isEmpty()) continue;
        const geo::Coordinate at = feature.geometry.coordinates().front();
        row.end()[-2] = at.x;
        row.end()[-1] = at.y;
    }
    return table;
}

/// Rows of a layer are no figures by unit; and whoever named a kind is told the layers it has.
void requireRowsOfOne(const std::vector<layers::LayerRecord>& records, const ExportRequest& request) {
    if (request.isByUnit || request.isOfIndicator)
        throw geo::Error(geo::ErrorKind::Usage, "export.layer-or-figures", {{"layer", request.layers.front()}});
    if (records.size() == 1) return;
    std::string names;
    for (const auto& record : records) names += (names.empty() ? "" : ", ") + record.name;
    throw geo::Error(geo::ErrorKind::Usage, "export.several-layers",
                     {{"path", request.out.filename().string()}, {"layers", names}});
}

/// One layer as a table; of several nobody could say which.
void exportRows(Outcome& outcome, const Exporting& exporting, geo::Progress& progress) {
    const auto records = chosenLayers(exporting);
    requireRowsOfOne(records, exporting.request);
    const layers::LayerRecord& record = records.front();
    const geo::Crs crs = targetCrs(exporting);
    progress.step("files.writing");
    const layers::Table table =
        tableOf(featuresOf(exporting, record, figuresOf(exporting, record), crs), crs, progress);
    const std::string file = std::filesystem::path(record.source.path).filename().string();
    layers::TableText text;
    text.title = titleOf(exporting, record);
    text.notes = {exporting.words.sentence("export.source", {{"source", file}})};
    for (const layers::Field& field : table.schema.fields()) {
        const std::string id = "column." + field.name;
        text.columnTitles.push_back(exporting.words.knows(id) ? exporting.words.sentence(id) : field.name);
    }
    write(exporting, table, text, asOfDay(records));
    outcome.rows = {layerRow(record, exportName(record), crs)};
    outcome.files = {exporting.request.out};
}

bool isFindings(const ExportRequest& request) {
    return request.layers.size() == 1 && request.layers.front() == "findings";
}

void exportTable(Outcome& outcome, const Exporting& exporting, geo::Progress& progress) {
    if (isFindings(exporting.request)) return exportFindings(outcome, exporting);
    if (!exporting.request.layers.empty()) return exportRows(outcome, exporting, progress);
    const Figures figures = figuresFor(exporting.project, exporting.request.figures, progress);
    if (figures.observations.empty()) throw geo::Error(geo::ErrorKind::NotFound, "export.nothing");
    const auto assigned = targets(exporting.workspace, figures.project);
    const auto shown = shownLayers(exporting.workspace, figures.project);
    for (const auto& observation : figures.observations) {
        outcome.rows.push_back(rowOf(observation, assigned));
        outcome.rows.back().push_back({"source_sha256", sourceDigests(shown, observation)});
    }
    const bool isForPeople = layers::formatOf(exporting.request.out) == layers::Format::Xlsx;
    layers::Table table = tableOfRows(outcome.rows);
    if (isForPeople) putIntoWords(table, exporting.words);
    outcome.project = figures.project;
    outcome.findings = figures.findings;
    const layers::Observation& sample = figures.observations.front();
    write(exporting, table, figureText(exporting, sample, table), sample.asOf);
    outcome.files = {exporting.request.out};
}

/// Units are not cut at their own borders: they get their figures.
bool wantsPieces(const Exporting& exporting) {
    const ExportRequest& request = exporting.request;
    if (!request.isByUnit || request.layers.size() != 1 || request.crs) return false;
    const auto records = chosenLayers(exporting);
    const auto kind = geo::singleKindOf(records.front().geometryKind);
    return records.size() == 1 && !levelOf(records.front().kind) && kind == geo::GeometryKind::Polygon;
}

Outcome exportPieces(const Project& project, const ExportRequest& request, geo::Progress& progress) {
    return exportCutLayer(project,
                          {.layer = request.layers.front(),
                           .level = request.figures.level,
                           .unitsOn = request.figures.unitsOn,
                           .out = request.out,
                           .encoding = request.encoding},
                          progress);
}

bool isTable(const std::filesystem::path& out) {
    const auto format = layers::formatOf(out);
    if (!format) throw geo::Error(geo::ErrorKind::Usage, "export.format-unknown", {{"file", out.string()}});
    return *format == layers::Format::Csv || *format == layers::Format::Xlsx;
}

}  // namespace

Outcome exportFiles(const Project& project, const ExportRequest& request, const Catalogue& words,
                    geo::Progress& progress) {
    const bool asTable = isTable(request.out);
    if (isFindings(request) && !asTable)
        throw geo::Error(geo::ErrorKind::Usage, "export.findings-are-a-table");
    const auto workspace = layers::Workspace::open(project.workspace, layers::Access::Read);
    Outcome outcome{.verb = "export", .project = project};
    const Exporting exporting{workspace, project, request, words};
    if (!asTable && wantsPieces(exporting)) return exportPieces(project, request, progress);
    if (asTable) {
        exportTable(outcome, exporting, progress);
    } else {
        exportLayers(outcome, exporting, progress);
    }
    for (const auto& file : outcome.files)
        outcome.summary.push_back({"export.wrote", {{"file", file.string()}}});
    return outcome;
}

}  // namespace app
