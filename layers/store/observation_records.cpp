// SPDX-License-Identifier: Apache-2.0
// Observations in and out of the file.
#include "layers/store/layer_records.hpp"
#include "layers/store/run_records.hpp"

namespace layers {
namespace {

constexpr std::string_view insertObservation =
    "INSERT INTO khoanh_observation (run, indicator, unit_code, unit_name, level, units_on, as_of, release, "
    "status, numerator, denominator, term_unit, value, unit, method, area_kind, denominator_kind, "
    "source_layer, source, count, part, document) "
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
constexpr std::string_view selectObservations =
    "SELECT indicator, unit_code, unit_name, level, units_on, as_of, release, status, numerator, "
    "denominator, term_unit, value, unit, method, area_kind, denominator_kind, source_layer, source, count, "
    "part, document "
    "FROM khoanh_observation WHERE run = ? ORDER BY id";

Observation observationAt(const Statement& row) {
    Observation observation;
    observation.indicator = row.text(0);
    observation.unitCode = row.text(1);
    observation.unitName = row.text(2);
    observation.level = parseUnitLevel(row.textView(3)).value_or(UnitLevel::Commune);
    observation.unitsOn = row.optionalDate(4).value_or(geo::Date{});
    observation.asOf = row.optionalDate(5).value_or(geo::Date{});
    observation.release = parseRelease(row.textView(6)).value_or(Release::Draft);
    observation.status = parseStatus(row.textView(7)).value_or(Status::Missing);
    observation.numerator = row.optionalDecimal(8);
    observation.denominator = row.optionalDecimal(9);
    observation.termUnit = row.text(10);
    observation.value = row.optionalDecimal(11);
    observation.unit = row.text(12);
    observation.method = row.text(13);
    observation.areaKind = row.text(14);
    observation.denominatorKind = row.text(15);
    observation.sourceLayer = row.whole(16);
    observation.source = row.text(17);
    observation.count = row.whole(18);
    observation.part = row.text(19);
    observation.document = row.text(20);
    return observation;
}

}  // namespace

void insertObservations(const StoreConnection& connection, std::int64_t run,
                        std::span<const Observation> observations) {
    Statement statement = connection.prepare(insertObservation);
    for (const Observation& observation : observations) {
        statement
            .bindAll(run, observation.indicator, observation.unitCode, observation.unitName,
                     wordOf(observation.level), observation.unitsOn, observation.asOf,
                     wordOf(observation.release), wordOf(observation.status), observation.numerator,
                     observation.denominator, observation.termUnit, observation.value, observation.unit,
                     observation.method, observation.areaKind, observation.denominatorKind,
                     observation.sourceLayer, observation.source, observation.count, observation.part,
                     observation.document)
            .run();
    }
}

std::vector<Observation> readObservations(const StoreConnection& connection, std::int64_t run) {
    std::vector<Observation> observations;
    Statement statement = connection.prepare(selectObservations);
    statement.bindAll(run);
    while (statement.step()) observations.push_back(observationAt(statement));
    return observations;
}

}  // namespace layers
