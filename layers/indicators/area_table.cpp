// SPDX-License-Identifier: Apache-2.0
// Areas by unit and class: part by part, classes found on the way.
#include "layers/indicators/area_table.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <mutex>
#include <optional>
#include <utility>

#include "geo/base/error.hpp"
#include "geo/base/parallel.hpp"

namespace layers {
namespace {

constexpr std::size_t mostClasses = 5000;

using ClassSums = std::map<std::string, AreaSums, std::less<>>;

struct PartTable {
    ClassSums sums;
    PlotSum unusable;
    std::vector<Finding> findings;
    std::int64_t rows = 0;
};

struct Source {
    const UnitZones& zones;
    const ShapeParts& polygons;
    const std::string& name;
    std::string classField;
    std::optional<std::size_t> classIndex;
};

std::string knownFields(const Schema& schema) {
    std::string known;
    for (const Field& field : schema.fields()) known += (known.empty() ? "" : ", ") + field.name;
    return known;
}

std::optional<std::size_t> classIndexOf(const AreaQuestion& question, const Schema& schema) {
    if (question.classField.empty()) return std::nullopt;
    const auto index = schema.indexOf(question.classField);
    if (index) return index;
    throw geo::Error(geo::ErrorKind::NotFound, "area.field-missing",
                     {{"field", question.classField}, {"known", knownFields(schema)}});
}

AreaSums& sumsOf(ClassSums& classes, std::string_view name, const Source& source) {
    const auto known = classes.find(name);
    if (known != classes.end()) return known->second;
    if (classes.size() == mostClasses) {
        throw geo::Error(geo::ErrorKind::BadData, "area.too-many-classes",
                         {{"field", source.classField}, {"limit", static_cast<std::int64_t>(mostClasses)}});
    }
    return classes.emplace(name, AreaSums(source.zones.unitOfZone())).first->second;
}

/// The shape, or nothing where its bytes are none.
std::optional<geo::ShapeView> readableShape(const ShapeRow& row) {
    try {
        return row.shape();
    } catch (const geo::Error& error) {
        if (error.kind() != geo::ErrorKind::BadData) throw;
        return std::nullopt;
    }
}

void addRow(PartTable& table, const Source& source, const ShapeRow& row, PlotMeasure& measure) {
    ++table.rows;
    if (!measure.measure(readableShape(row))) {
        table.unusable.add({}, 1);
        table.findings.push_back({{"area.shape-unusable", {}}, row.sourceRow, {}, source.name});
        return;
    }
    if (auto repair = measure.repair()) {
        table.findings.push_back({*std::move(repair), row.sourceRow, {}, source.name});
    }
    const std::string className = source.classIndex ? textIn(row.values[*source.classIndex]) : std::string();
    sumsOf(table.sums, className, source).book(0, measure.areas());
}

PartTable tablePart(const Source& source, std::size_t part) {
    PartTable table;
    PlotMeasure measure(source.zones);
    const ShapeStream stream = source.polygons.open(part);
    for (ShapeRow row; stream(row);) addRow(table, source, row, measure);
    return table;
}

/// Whole numbers: the order of the parts does not matter.
void addSums(PartTable& whole, const PartTable& part, const Source& source) {
    for (const auto& [name, sums] : part.sums) sumsOf(whole.sums, name, source) += sums;
    whole.unusable += part.unusable;
}

std::vector<AreaCell> cellsOf(const PartTable& table, const UnitZones& zones) {
    std::vector<AreaCell> cells;
    const auto add = [&](const std::string& unit, const std::string& name, const PlotSum& sum) {
        if (sum.plots != 0) cells.push_back({unit, name, sum});
    };
    for (std::uint32_t unit = 0; unit < zones.units().size(); ++unit) {
        for (const auto& [name, sums] : table.sums) add(zones.units()[unit], name, sums.inUnit(unit, 0));
    }
    for (const auto& [name, sums] : table.sums) add({}, name, sums.outside(0));
    return cells;
}

Ledger ledgerOf(const PartTable& table) {
    PlotSum in = table.unusable;
    PlotSum overlapped, inUnits, outside;
    for (const auto& [name, sums] : table.sums) {
        in += sums.whole(0);
        inUnits += sums.inZones(0);
        overlapped += sums.overlapped(0);
        outside += sums.outside(0);
    }
    Ledger ledger;
    ledger.add(LedgerSide::In, "read", in.plots, toHectares(in.area).value);
    ledger.add(LedgerSide::Out, "in-units", inUnits.plots, toHectares(inUnits.area).value);
    const auto book = [&](LedgerSide side, const char* reason, const PlotSum& sum) {
        if (sum.plots != 0) ledger.add(side, reason, sum.plots, toHectares(sum.area).value);
    };
    book(LedgerSide::Gained, "zones-overlap", overlapped);
    book(LedgerSide::Lost, "outside-all-zones", outside);
    book(LedgerSide::Lost, "shape-unusable", table.unusable);
    return ledger;
}

}  // namespace

AreaTable tabulateAreas(const AreaQuestion& question, const ShapeParts& polygons,
                        const std::string& sourceName, geo::Progress& progress) {
    const UnitZones zones(question.zones, question.areaFactor);
    const Source source{zones, polygons, sourceName, question.classField,
                        classIndexOf(question, polygons.schema)};
    geo::SharedStep step(progress, "area.measuring", std::max<std::int64_t>(polygons.count, 0));
    PartTable whole;
    std::mutex mutex;
    std::vector<std::vector<Finding>> findings(polygons.parts);
    geo::parallelFor(
        polygons.parts, 1,
        [&](const geo::Chunk& chunk) {
            PartTable part = tablePart(source, chunk.index);
            findings[chunk.index] = std::move(part.findings);
            step.add(part.rows);
            const std::scoped_lock lock(mutex);
            addSums(whole, part, source);
        },
        question.threads);
    for (auto& some : findings) std::ranges::move(some, std::back_inserter(whole.findings));
    return {cellsOf(whole, zones), ledgerOf(whole), std::move(whole.findings)};
}

}  // namespace layers
