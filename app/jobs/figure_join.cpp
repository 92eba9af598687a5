// SPDX-License-Identifier: Apache-2.0
// Columns appended as rows stream by.
#include "app/jobs/figure_join.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <string>

#include "app/jobs/observation_trace.hpp"

namespace app {
namespace {

layers::Value valueOf(const std::optional<double>& number) {
    return number ? layers::Value(*number) : layers::Value();
}

/// What the columns of an indicator are called: value, numerator, denominator, status, day, method, files and
/// their digests.
std::array<std::string, 8> columnNames(const std::string& indicator) {
    std::string name = indicator;
    std::ranges::replace(name, '-', '_');
    if (indicator == "forest-cover")
        return {name,    "forest_ha", "area_ha",        "status",
                "as_of", "method",    name + "_source", name + "_source_sha256"};
    return {name,
            name + "_numerator",
            name + "_denominator",
            name + "_status",
            name + "_as_of",
            name + "_method",
            name + "_source",
            name + "_source_sha256"};
}

std::vector<layers::Value> columnsOf(const layers::Observation& observation,
                                     const std::vector<layers::LayerRecord>& shown) {
    return {valueOf(observation.value),
            valueOf(observation.numerator),
            valueOf(observation.denominator),
            layers::wordOf(observation.status),
            geo::isoText(observation.asOf),
            observation.method,
            observation.source,
            sourceDigests(shown, observation)};
}

void addFields(layers::Schema& schema, const layers::Observation& sample) {
    const auto names = columnNames(sample.indicator);
    for (std::size_t i = 0; i < names.size(); ++i) {
        schema.add({names[i], i < 3 ? layers::FieldType::Decimal : layers::FieldType::Text});
    }
}

}  // namespace

layers::FeatureStream withFigures(layers::FeatureStream units,
                                  const std::vector<layers::Observation>& observations,
                                  const std::vector<layers::LayerRecord>& shown) {
    const auto code = units.schema.indexOf("code");
    if (observations.empty() || !code) return units;
    std::map<std::string, std::vector<layers::Value>> columnsOfUnit;
    for (const auto& observation : observations) {
        if (observation.part.empty()) columnsOfUnit[observation.unitCode] = columnsOf(observation, shown);
    }
    const std::size_t width = columnNames(observations.front().indicator).size();
    addFields(units.schema, observations.front());
    auto next = std::move(units.next);
    units.next = [next = std::move(next), columns = std::move(columnsOfUnit), code = *code,
                  width](layers::Feature& feature) {
        if (!next(feature)) return false;
        const auto found = columns.find(layers::textIn(feature.values[code]));
        if (found == columns.end()) {
            feature.values.resize(feature.values.size() + width);
        } else {
            feature.values.insert(feature.values.end(), found->second.begin(), found->second.end());
        }
        return true;
    };
    return units;
}

layers::FeatureStream withSourceRow(layers::FeatureStream features) {
    features.schema.add({"source_row", layers::FieldType::Whole});
    auto next = std::move(features.next);
    features.next = [next = std::move(next)](layers::Feature& feature) {
        if (!next(feature)) return false;
        feature.values.emplace_back(feature.sourceRow);
        return true;
    };
    return features;
}

}  // namespace app
