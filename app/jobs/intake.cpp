// SPDX-License-Identifier: Apache-2.0
// What every kind of import does with a file's record and its CRS.
#include "app/jobs/intake.hpp"

#include "app/jobs/crs_guard.hpp"
#include "app/jobs/crs_sample.hpp"
#include "app/jobs/import_versions.hpp"
#include "app/jobs/stated_unit.hpp"
#include "app/jobs/workspace_view.hpp"
#include "geo/base/error.hpp"
#include "geo/crs/vn2000.hpp"
#include "layers/files/formats.hpp"
#include "layers/text/normal_form.hpp"

namespace app {

std::string candidateList(const layers::Workspace& workspace, const geo::Extent& extent) {
    std::string list;
    for (const auto& candidate : geo::candidatesFor(extent, provinceExtentInDegrees(workspace))) {
        const bool isExchanged = candidate.axes == geo::AxesRead::Exchanged;
        list += (list.empty() ? "" : ", ") + geo::optionFor(candidate.crs) + (isExchanged ? " (X↔Y)" : "");
    }
    return list;
}

layers::TableJoin joinKeys(const Intake& intake, std::span<const layers::UnitKey> keys,
                           const std::optional<geo::Date>& describes,
                           std::span<const std::optional<geo::Date>> days) {
    const auto spellings = layers::spellingPairsFromTable(spellingPairs(intake.workspace));
    const auto known = lineage(intake.workspace, intake.outcome.project);
    const auto decisions = nameDecisions(intake.workspace, intake.outcome.project);
    const layers::EpochJoin join(intake.units, known, spellings, decisions);
    return join.join(keys, {intake.request.epoch, describes, intake.request.isEpochAccepted, days});
}

std::optional<geo::Message> misJoinRefusal(const Intake& intake, const layers::TableJoin& join,
                                           const char* id) {
    if (!join.misJoin || intake.request.isEpochAccepted) return std::nullopt;
    return geo::Message{id,
                        {{"day", geo::isoText(*intake.request.epoch)},
                         {"unmatched", join.misJoin->unmatched},
                         {"changed", join.misJoin->changed},
                         {"renamed", join.misJoin->renamed}}};
}

geo::Date epochOf(const Intake& intake) {
    if (intake.request.epoch) return *intake.request.epoch;
    if (intake.request.asOf) return *intake.request.asOf;
    const auto level = levelOf(intake.request.kind).value_or(layers::UnitLevel::Commune);
    return unitsDay(intake.units, level, std::nullopt);
}

namespace {

/// Read in another way, the same file is another version.
std::string readingToldIn(const ImportRequest& request) {
    std::string told = request.profile ? request.profile->name : std::string();
    const auto add = [&](std::string_view word) { told += (told.empty() ? "" : " ") + std::string(word); };
    if (request.isEpochAccepted) add(epochAccepted);
    if (request.share) add(*request.share == layers::ShareReading::Ratio ? "share=ratio" : "share=percent");
    if (request.decimal)
        add(*request.decimal == layers::DecimalMark::Comma ? "decimal=comma" : "decimal=point");
    return told;
}

}  // namespace

layers::LayerRecord recordFor(const Intake& intake, const layers::LayerSource& source) {
    layers::LayerRecord record;
    record.kind = intake.request.kind;
    record.source = source.record();
    // A disk may hold names in another form; what opens the file is the path told, and not the one kept.
    record.source.path = layers::toNfc(record.source.path);
    // The name inside a KML is a sentence for people, that of a sheet says which, and neither names a layer.
    const std::filesystem::path file = record.source.path;
    const bool isSheet = !source.sheetNotes().sheet.empty();
    const bool isNamedByFile = layers::formatOf(file) == layers::Format::Kml || isSheet;
    record.name = layers::toNfc(isNamedByFile ? file.stem().string() : source.layerName());
    if (intake.request.kind != layers::Kind::Layer) record.epoch = epochOf(intake);
    record.source.profile = readingToldIn(intake.request);
    record.asOf = intake.request.asOf;
    record.release = intake.request.release;
    record.document = layers::toNfc(intake.request.document);
    record.crs = intake.workspace.settings().crs;
    return record;
}

layers::LayerSource openSource(const Intake& intake, const std::filesystem::path& file) {
    layers::OpenOptions options{intake.request.layerName, intake.request.crs, intake.request.encoding};
    try {
        return layers::LayerSource::open(file, options);
    } catch (const geo::Error& error) {
        if (error.message().id != "file.no-crs") throw;
    }
    options.whenLacking = layers::WhenLacking::Accept;
    auto source = layers::LayerSource::open(file, options);
    auto stream = source.features();
    CrsSample sample(stream.schema, intake.request.kind);
    for (layers::Feature feature; stream.next(feature);) sample.add(feature);
    refuseWithoutCrs(intake, sample);
}

layers::FeatureStream featuresOf(const Intake& intake, layers::LayerSource& source) {
    if (!intake.request.profile) return source.features();
    const layers::ImportProfile& told = *intake.request.profile;
    const bool hasOwnUnits = intake.request.kind == layers::Kind::Indicators;
    return layers::profiled(source.features(), hasOwnUnits ? withoutUnit(told) : told);
}

std::vector<layers::Finding> openingFindings(const layers::LayerSource& source) {
    std::vector<layers::Finding> findings;
    for (const geo::Message& note : source.notes()) findings.push_back({note, 0, {}});
    return findings;
}

void noteText(Stored& stored, const layers::LayerSource& source) {
    for (const geo::Message& note : source.textNotes()) stored.findings.push_back({note, 0, {}});
    stored.textSamples = source.textSamples();
}

std::vector<layers::Finding> crsFindings(const layers::LayerSource& source, const ImportRequest& request) {
    if (!request.crs) return {};
    const std::string used = request.crs->name();
    if (!source.crsInFile()) return {{{"crs.not-in-file", {{"used_crs", used}}}, 0, {}}};
    if (*source.crsInFile() == *request.crs) return {};
    return {{{"crs.file-says-other", {{"file_crs", source.crsInFile()->name()}, {"used_crs", used}}}, 0, {}}};
}

}  // namespace app
