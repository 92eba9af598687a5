// SPDX-License-Identifier: Apache-2.0
// Registers of places: positions found, declared communes joined, both held against each other.
#include <algorithm>
#include <cmath>
#include <iterator>
#include <map>

#include "app/jobs/crs_guard.hpp"
#include "app/jobs/crs_sample.hpp"
#include "app/jobs/figure_layers.hpp"
#include "app/jobs/import_versions.hpp"
#include "app/jobs/intake.hpp"
#include "app/jobs/place_rows.hpp"
#include "app/jobs/sheet_notes.hpp"
#include "app/jobs/site_register.hpp"
#include "app/jobs/source_rows.hpp"
#include "app/jobs/workspace_view.hpp"
#include "geo/base/error.hpp"
#include "geo/crs/transform.hpp"
#include "geo/crs/vn2000.hpp"
#include "geo/topology/points.hpp"
#include "layers/checks/coordinate_fields.hpp"
#include "layers/checks/point_placement.hpp"
#include "layers/checks/site_locations.hpp"

namespace app {
namespace {

void append(std::vector<layers::Finding>& all, const std::vector<layers::Finding>& some) {
    all.insert(all.end(), some.begin(), some.end());
}

/// Where rows of a table are written down.
struct WrittenPlaces {
    layers::CoordinateFields fields;
    layers::DecimalMark mark;
    geo::Crs crs;
};

std::vector<layers::WrittenPoint> writtenPoints(const SourceRows& rows,
                                                const layers::CoordinateFields& fields,
                                                layers::DecimalMark mark) {
    std::vector<layers::WrittenPoint> points;
    for (const layers::Feature& row : rows.features) {
        points.push_back(
            {numberAt(row, fields.east, mark), numberAt(row, fields.north, mark), row.sourceRow});
    }
    return points;
}

/// Positions of a layer of points, to be read like written ones: rows with their axes exchanged are found.
std::vector<layers::WrittenPoint> drawnPoints(const SourceRows& rows) {
    std::vector<layers::WrittenPoint> points;
    for (const layers::Feature& row : rows.features) {
        const auto coordinates = row.geometry.coordinates();
        if (coordinates.size() != 1) {
            points.push_back({std::nullopt, std::nullopt, row.sourceRow});
        } else {
            points.push_back({coordinates[0].x, coordinates[0].y, row.sourceRow});
        }
    }
    return points;
}

void place(SourceRows& rows, const layers::PlacedPoints& placed) {
    for (std::size_t i = 0; i < rows.features.size(); ++i) {
        rows.features[i].geometry = placed.at[i] ? geo::Geometry::point(*placed.at[i]) : geo::Geometry{};
    }
    rows.kind = geo::GeometryKind::Point;
}

std::string columnNames(const SourceRows& rows, const layers::CoordinateFields& fields) {
    return rows.schema.fields()[fields.east].name + ", " + rows.schema.fields()[fields.north].name;
}

std::vector<layers::Finding> placeDrawn(const Intake& intake, SourceRows& rows) {
    if (rows.kind != geo::GeometryKind::Point) return {};
    const auto names = rows.crs->isGeographic() ? layers::AxisNames::LonLat : layers::AxisNames::EastNorth;
    const auto placed =
        layers::placePoints(drawnPoints(rows), names, provinceExtentIn(intake.workspace, *rows.crs));
    place(rows, placed);
    return placed.findings;
}

std::string moveToWorkspace(SourceRows& rows, const geo::Crs& target) {
    const geo::Transform transform(*rows.crs, target);
    for (layers::Feature& row : rows.features) {
        geo::inContext({"import.at-row", {{"row", row.sourceRow}}},
                       [&] { transform.apply(row.geometry.mutableCoordinates()); });
    }
    rows.crs = target;
    return transform.operation();
}

/// Whose days a yearly volume is spread over.
int yearOf(const Intake& intake) { return intake.request.asOf ? intake.request.asOf->year : 0; }

std::vector<layers::UnitKey> declaredCommunes(const PlaceRows& places) {
    std::vector<layers::UnitKey> keys;
    for (const layers::Feature& row : places.features)
        keys.push_back(
            {layers::textIn(row.values[places.communeCode]), layers::textIn(row.values[places.communeName])});
    return keys;
}

/// One register has communes of one day: that of most of its rows, the day it describes where they do not
/// tell.
geo::Date placesEpoch(const Intake& intake, const layers::TableJoin& join) {
    std::map<geo::Date, std::int64_t> rows;
    for (const layers::JoinedRow& row : join.rows)
        if (row.epoch) ++rows[*row.epoch];
    const auto most = std::ranges::max_element(rows, {}, [](const auto& day) { return day.second; });
    const geo::Date assumed = epochOf(intake);
    if (most == rows.end() || areSameUnits(intake.units, layers::UnitLevel::Commune, assumed, most->first))
        return assumed;
    return most->first;
}

/// The declared commune as the register knows it; what cannot be joined is named and left empty.
void joinCommunes(const Intake& intake, PlaceRows& places, Stored& stored) {
    const auto keys = declaredCommunes(places);
    const auto join = joinKeys(intake, keys, epochOf(intake));
    stored.refusal = misJoinRefusal(intake, join, "import.mis-join");
    stored.record.epoch = placesEpoch(intake, join);
    for (std::size_t i = 0; i < keys.size(); ++i) {
        if (keys[i].code.empty() && keys[i].name.empty()) continue;
        layers::Feature& row = places.features[i];
        const layers::JoinedRow& joined = join.rows[i];
        if (joined.fault) stored.findings.push_back({*joined.fault, row.sourceRow, keys[i].code});
        const bool isOfThatDay = joined.unit != nullptr && joined.unit->level == layers::UnitLevel::Commune &&
                                 joined.unit->isInForce(*stored.record.epoch);
        row.values[places.communeCode] = isOfThatDay ? layers::Value(joined.unit->code) : layers::Value();
        if (isOfThatDay) row.values[places.communeName] = joined.unit->name;
    }
}

/// Declared against actual commune, as far as there are borders of that day.
std::vector<layers::Finding> locationFindings(const Intake& intake, const PlaceRows& places,
                                              geo::Date epoch) {
    const auto level = layers::UnitLevel::Commune;
    const auto record = findUnitLayer(intake.workspace, intake.outcome.project, intake.units, level, epoch);
    if (!record) {
        return {{{"site.locations-unchecked", {{"day", geo::isoText(epoch)}}}, 0, {}}};
    }
    return layers::checkSiteLocations(sitesIn(places), unitMapOf(intake.workspace, *record));
}

/// Shapes in the numbers of the file, with the communes their rows declare.
CrsSample sampleOf(const std::vector<geo::Geometry>& shapes, const std::vector<layers::Site>& sites) {
    CrsSample sample({}, layers::Kind::Layer);
    for (std::size_t i = 0; i < shapes.size(); ++i) {
        for (const geo::Coordinate vertex : shapes[i].coordinates()) {
            sample.add({vertex, sites[i].communeCode, sites[i].communeName});
        }
    }
    return sample;
}

CrsSample writtenSample(const Intake& intake, const SourceRows& rows,
                        const std::vector<layers::WrittenPoint>& points, layers::DecimalMark mark) {
    std::vector<geo::Geometry> shapes;
    for (const layers::WrittenPoint& point : points) {
        const bool hasBoth = point.first && point.second;
        shapes.push_back(hasBoth ? geo::Geometry::point({*point.first, *point.second}) : geo::Geometry());
    }
    return sampleOf(shapes, sitesIn(placeRows(rows, intake.request.kind, mark, yearOf(intake))));
}

std::vector<geo::Geometry> shapesOf(const SourceRows& rows) {
    std::vector<geo::Geometry> shapes;
    for (const layers::Feature& row : rows.features) shapes.push_back(row.geometry);
    return shapes;
}

std::vector<layers::Finding> placeTable(const Intake& intake, SourceRows& rows, layers::DecimalMark mark) {
    const auto fields = layers::coordinateFieldsOf(rows.schema);
    if (!fields) {
        throw geo::Error(geo::ErrorKind::BadData, "import.column-missing", {{"columns", "kinh_do, vi_do"}});
    }
    const auto points = writtenPoints(rows, *fields, mark);
    if (!intake.request.crs) refuseWithoutCrs(intake, writtenSample(intake, rows, points, mark));
    rows.crs = intake.request.crs;
    const auto placed = layers::placePoints(
        points, fields->names, provinceExtentIn(intake.workspace, *rows.crs), columnNames(rows, *fields));
    place(rows, placed);
    return placed.findings;
}

layers::Ledger ledgerOf(const PlaceRows& places) {
    layers::Ledger ledger;
    ledger.unit = {};
    const auto isPlaced = [](const layers::Feature& row) { return !row.geometry.isEmpty(); };
    const auto total = static_cast<std::int64_t>(places.features.size());
    const auto placed = static_cast<std::int64_t>(std::ranges::count_if(places.features, isPlaced));
    ledger.add(layers::LedgerSide::In, "read", total, 0);
    ledger.add(layers::LedgerSide::Out, "stored", placed, 0);
    if (placed < total) ledger.add(layers::LedgerSide::Out, "stored-without-position", total - placed, 0);
    return ledger;
}

void recordCrs(layers::LayerRecord& record, const geo::Crs& crs, std::string operation) {
    if (record.source.crs.empty()) {
        record.source.crs = geo::optionFor(crs);
        record.source.crsFrom = "user";
    }
    record.source.operation = std::move(operation);
}

}  // namespace

Stored storePlaces(const Intake& intake, const std::filesystem::path& file) {
    auto source = openSource(intake, file);
    SourceRows rows = readRows(featuresOf(intake, source), intake.progress);
    if (rows.features.empty()) throw geo::Error(geo::ErrorKind::BadData, "import.nothing-stored");
    const layers::Kind kind = intake.request.kind;
    const bool isTable = rows.kind == geo::GeometryKind::Empty;
    const auto mark = decimalMark(rows, numberColumns(rows.schema, kind), intake.request.decimal);
    Stored stored{recordFor(intake, source)};
    append(stored.findings, openingFindings(source));
    if (!isTable) append(stored.findings, crsFindings(source, intake.request));
    append(stored.findings, decimalFindings(rows, numberColumns(rows.schema, kind), intake.request.decimal));
    append(stored.findings, isTable ? placeTable(intake, rows, mark) : placeDrawn(intake, rows));
    const auto shapesInFile = shapesOf(rows);
    const geo::Crs crsInFile = *rows.crs;
    recordCrs(stored.record, crsInFile, moveToWorkspace(rows, intake.workspace.settings().crs));
    if (auto same = sameVersion(intake, stored.record)) return unchanged(*std::move(same));
    PlaceRows places = placeRows(rows, kind, mark, yearOf(intake));
    append(stored.findings, places.findings);
    joinCommunes(intake, places, stored);
    if (stored.refusal) return stored;
    append(stored.findings, locationFindings(intake, places, *stored.record.epoch));
    stored.ledger = ledgerOf(places);
    noteSheet(intake, stored, source);
    noteText(stored, source);
    const std::int64_t id = intake.change.addLayer(
        stored.record, layers::streamOver(places.schema, stored.record.crs, rows.kind, places.features),
        intake.progress);
    stored.record = intake.workspace.layer(id);
    const CrsSample sample = sampleOf(shapesInFile, sitesIn(places));
    requireInProvince(intake, stored.record, sample);
    append(stored.findings, crsEvidence(intake, sample, crsInFile, stored.record.source.crsFrom));
    return stored;
}

}  // namespace app
