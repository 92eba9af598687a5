// SPDX-License-Identifier: Apache-2.0
// Keys of rivers and basins.
#include "app/jobs/water_keys.hpp"

#include <optional>
#include <utility>

namespace app {
namespace {

struct SourceColumns {
    std::optional<std::size_t> identifier;
    std::optional<std::size_t> name;
};

SourceColumns columnsOf(const layers::Schema& schema) {
    return {schema.indexOfAny({"reach_id", "ma_doan", "ma_lv", "ma_luuvuc", "code", "ma", "id"}),
            schema.indexOfAny({"name", "ten_song", "ten_lv", "ten_luuvuc", "ten"})};
}

layers::Schema withKeyInFront(const layers::Schema& source, const WaterKey& key) {
    layers::Schema schema{{key.identifier, layers::FieldType::Text}, {key.name, layers::FieldType::Text}};
    for (layers::Field field : source.fields()) {
        if (schema.indexOf(field.name)) field.name = "source_" + field.name;
        schema.add(std::move(field));
    }
    return schema;
}

std::string textAt(const layers::Feature& feature, std::optional<std::size_t> column) {
    return column ? layers::textIn(feature.values[*column]) : std::string();
}

}  // namespace

layers::FeatureStream withKey(layers::FeatureStream source, const WaterKey& key) {
    const SourceColumns columns = columnsOf(source.schema);
    source.schema = withKeyInFront(source.schema, key);
    auto next = std::move(source.next);
    source.next = [next = std::move(next), columns](layers::Feature& feature) {
        if (!next(feature)) return false;
        std::string identifier = textAt(feature, columns.identifier);
        if (identifier.empty()) identifier = std::to_string(feature.sourceRow);
        std::string name = textAt(feature, columns.name);
        if (name.empty()) name = identifier;
        feature.values.insert(feature.values.begin(), {std::move(identifier), std::move(name)});
        return true;
    };
    return source;
}

}  // namespace app
