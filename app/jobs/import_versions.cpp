// SPDX-License-Identifier: Apache-2.0
// Digests of rows, not rows, are held in memory.
#include "app/jobs/import_versions.hpp"

#include <algorithm>
#include <cstdint>
#include <functional>
#include <initializer_list>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "app/jobs/workspace_view.hpp"
#include "geo/shape/wkb.hpp"
#include "layers/files/formats.hpp"

namespace app {
namespace {

std::string fileNameOf(const layers::LayerRecord& record) {
    return std::filesystem::path(record.source.path).filename().string();
}

bool isReadAlike(const layers::LayerRecord& older, const layers::LayerRecord& newer) {
    const auto& before = older.source;
    const auto& now = newer.source;
    return before.sha256 == now.sha256 && before.encoding == now.encoding && before.crs == now.crs &&
           before.crsFrom == now.crsFrom && before.layerName == now.layerName &&
           before.profile == now.profile && older.asOf == newer.asOf && older.release == newer.release &&
           older.document == newer.document && older.crs == newer.crs;
}

/// A day told anew may join rows otherwise.
bool isOfDayTold(const Intake& intake, const layers::LayerRecord& older) {
    if (!intake.request.epoch) return true;
    return older.epoch &&
           areSameUnits(intake.units, layers::UnitLevel::Commune, *older.epoch, *intake.request.epoch);
}

std::int64_t latestDecision(const Intake& intake) {
    const auto decisions = shownLayers(intake.workspace, intake.outcome.project, layers::Kind::Names);
    return decisions.empty() ? 0 : decisions.back().id;
}

std::optional<layers::LayerRecord> replaced(const Intake& intake, const layers::LayerRecord& newer) {
    std::optional<layers::LayerRecord> found;
    for (auto& record : shownLayers(intake.workspace, intake.outcome.project))
        if (record.id != newer.id && replaces(newer, record)) found = std::move(record);
    return found;
}

std::size_t printOf(const layers::Feature& row) {
    std::string bytes;
    for (const layers::Value& value : row.values) bytes += layers::textIn(value) + '\x1f';
    std::vector<std::byte> wkb;
    if (!row.geometry.isEmpty()) geo::appendWkb(wkb, row.geometry);
    for (const std::byte byte : wkb) bytes.push_back(static_cast<char>(byte));
    return std::hash<std::string>{}(bytes);
}

/// Print of each row by its place in the file.
using Prints = std::unordered_multimap<std::int64_t, std::size_t>;

Prints printsOf(const layers::Workspace& workspace, const layers::LayerRecord& record) {
    auto stream = workspace.readLayer(record.id);
    Prints prints;
    layers::Feature row;
    while (stream.next(row)) prints.emplace(row.sourceRow, printOf(row));
    return prints;
}

/// Rows of one side that the other side does not have, by place.
std::unordered_map<std::int64_t, std::int64_t> missingIn(const Prints& all, const Prints& others) {
    std::unordered_map<std::size_t, std::int64_t> there;
    for (const auto& [place, print] : others) ++there[print];
    std::unordered_map<std::int64_t, std::int64_t> missing;
    for (const auto& [place, print] : all)
        if (there[print]-- <= 0) ++missing[place];
    return missing;
}

/// What rows speak of, whatever they say of it.
struct Subjects {
    /// Names of units, each by its code and, in a table, its indicator and year.
    std::map<std::string, std::string> units;
    std::unordered_set<std::size_t> shapes;
};

std::size_t shapePrintOf(const layers::Feature& row) {
    std::vector<std::byte> wkb;
    geo::appendWkb(wkb, row.geometry);
    return std::hash<std::string_view>{}({reinterpret_cast<const char*>(wkb.data()), wkb.size()});
}

Subjects subjectsOf(const layers::Workspace& workspace, const layers::LayerRecord& record) {
    const bool hasUnits = levelOf(record.kind) || layers::isTable(record.kind);
    const auto textUnder = [&](const layers::Feature& row, std::initializer_list<std::string_view> names) {
        for (const std::string_view name : names)
            if (const auto column = record.schema.indexOf(name)) return layers::textIn(row.values[*column]);
        return std::string();
    };
    Subjects subjects;
    auto stream = workspace.readLayer(record.id);
    for (layers::Feature row; stream.next(row);) {
        const std::string code = hasUnits ? textUnder(row, {"unit_code", "code"}) : std::string();
        if (!row.geometry.isEmpty()) subjects.shapes.insert(shapePrintOf(row));
        if (code.empty()) continue;
        const std::string name = textUnder(row, {"unit_name", "name"});
        subjects.units[code + ' ' + textUnder(row, {"indicator"}) + ' ' + textUnder(row, {"period", "year"})] =
            name.empty() ? code : name;
    }
    return subjects;
}

/// A few of the names, for a sentence.
std::string someOf(const std::set<std::string>& names) {
    constexpr std::size_t most = 5;
    std::string list;
    std::size_t count = 0;
    for (const std::string& name : names) {
        if (count++ == most) return list + "…";
        list += (list.empty() ? "" : ", ") + name;
    }
    return list;
}

/// Workbooks, and archives, which may hold one.
bool holdsSeveral(const std::filesystem::path& file) {
    const auto format = layers::formatOf(file);
    const bool isBook = format && layers::isTable(*format) && *format != layers::Format::Csv;
    return isBook || format == layers::Format::Zip;
}

}  // namespace

bool replaces(const layers::LayerRecord& newer, const layers::LayerRecord& older) {
    if (newer.kind != older.kind) return false;
    if (levelOf(newer.kind)) return newer.epoch == older.epoch;
    if (newer.kind == layers::Kind::Names) return true;
    // Sheets of one workbook stand beside one another; before they did, a sheet was the layer's name.
    const bool isOneLayer = holdsSeveral(fileNameOf(newer))
                                ? newer.source.layerName == older.source.layerName
                                : newer.name == older.name;
    return newer.asOf == older.asOf && isOneLayer && fileNameOf(newer) == fileNameOf(older);
}

std::optional<layers::LayerRecord> sameVersion(const Intake& intake, const layers::LayerRecord& record) {
    auto older = replaced(intake, record);
    if (!older || !isReadAlike(*older, record) || !isOfDayTold(intake, *older)) return std::nullopt;
    return older->id > latestDecision(intake) ? older : std::nullopt;
}

Stored unchanged(layers::LayerRecord version) {
    Stored stored{std::move(version)};
    stored.isUnchanged = true;
    return stored;
}

std::optional<geo::Message> differenceFrom(const Intake& intake, const layers::LayerRecord& newer) {
    const auto older = replaced(intake, newer);
    if (!older) return std::nullopt;
    const auto before = printsOf(intake.workspace, *older);
    const auto now = printsOf(intake.workspace, newer);
    const auto gone = missingIn(before, now);
    const auto come = missingIn(now, before);
    std::int64_t changed = 0;
    std::int64_t removed = 0;
    std::int64_t added = 0;
    for (const auto& [place, rows] : gone) {
        const auto same = come.find(place);
        const std::int64_t both = same == come.end() ? 0 : std::min(rows, same->second);
        changed += both;
        removed += rows - both;
    }
    for (const auto& [place, rows] : come) added += rows;
    added -= changed;
    return geo::Message{"import.difference",
                        {{"file", fileNameOf(newer)},
                         {"same", static_cast<std::int64_t>(now.size()) - changed - added},
                         {"changed", changed},
                         {"added", added},
                         {"removed", removed}}};
}

std::optional<geo::Message> goneFrom(const Intake& intake, const layers::LayerRecord& newer) {
    const auto older = newer.kind == layers::Kind::Names ? std::nullopt : replaced(intake, newer);
    if (!older) return std::nullopt;
    const Subjects before = subjectsOf(intake.workspace, *older);
    const Subjects now = subjectsOf(intake.workspace, newer);
    std::int64_t gone = 0;
    std::set<std::string> names;
    for (const auto& [key, name] : before.units) {
        if (now.units.contains(key)) continue;
        ++gone;
        names.insert(name);
    }
    if (gone > 0) {
        return geo::Message{"import.figures-gone",
                            {{"file", fileNameOf(newer)}, {"count", gone}, {"units", someOf(names)}}};
    }
    const auto isNowToo = [&](std::size_t shape) { return now.shapes.contains(shape); };
    if (!before.units.empty() || before.shapes.empty() || std::ranges::any_of(before.shapes, isNowToo))
        return std::nullopt;
    return geo::Message{"import.replaces-other",
                        {{"file", fileNameOf(newer)}, {"count", older->featureCount}}};
}

}  // namespace app
