// SPDX-License-Identifier: Apache-2.0
// Reading plots by the inventory's field names.
#include "layers/indicators/forest_plots.hpp"

#include <bit>

#include "layers/units/unit.hpp"

namespace layers {
namespace {

bool isYearSuffix(std::string_view suffix) {
    return suffix.size() >= 3 && suffix.front() == '_' &&
           suffix.find_first_not_of("0123456789", 1) == std::string_view::npos;
}

std::optional<std::size_t> indexOfInventoryField(const Schema& schema, std::string_view name) {
    if (const auto exact = schema.indexOf(name)) return exact;
    for (std::size_t i = 0; i < schema.size(); ++i) {
        const std::string& candidate = schema.fields()[i].name;
        if (candidate.size() <= name.size() || !isYearSuffix(std::string_view(candidate).substr(name.size())))
            continue;
        if (Schema({Field{candidate.substr(0, name.size())}}).indexOf(name)) return i;
    }
    return std::nullopt;
}

std::optional<std::size_t> indexOfFirst(const Schema& schema, std::initializer_list<std::string_view> names) {
    for (const std::string_view name : names) {
        if (const auto index = indexOfInventoryField(schema, name)) return index;
    }
    return std::nullopt;
}

std::string textAt(const Feature& feature, std::optional<std::size_t> index) {
    return index ? textIn(feature.values[*index]) : std::string();
}

std::optional<std::int64_t> wholeAt(const Feature& feature, std::optional<std::size_t> index) {
    return index ? wholeNumberIn(feature.values[*index]) : std::nullopt;
}

/// Mixing step of splitmix64 (Steele, Lea, Flood 2014, doi:10.1145/2660193.2660195).
std::uint64_t mixed(std::uint64_t bits) {
    bits = (bits ^ (bits >> 30U)) * 0xbf58476d1ce4e5b9ULL;
    bits = (bits ^ (bits >> 27U)) * 0x94d049bb133111ebULL;
    return bits ^ (bits >> 31U);
}

}  // namespace

ForestFields forestFieldsOf(const Schema& schema) {
    return {.maldlr = indexOfFirst(schema, {"maldlr"}),
            .ldlr = indexOfFirst(schema, {"ldlr"}),
            .species = indexOfFirst(schema, {"sldlr"}),
            .malr3 = indexOfFirst(schema, {"malr3"}),
            .area = indexOfFirst(schema, {"dtich", "dt"}),
            .commune = indexOfFirst(schema, {"maxa"}),
            .compartment = indexOfFirst(schema, {"tk", "tieukhu"}),
            .block = indexOfFirst(schema, {"khoanh"}),
            .plot = indexOfFirst(schema, {"lo"})};
}

PlotFacts factsOf(const Feature& feature, const ForestFields& fields) {
    return {wholeAt(feature, fields.maldlr), textAt(feature, fields.ldlr), textAt(feature, fields.species),
            wholeAt(feature, fields.malr3)};
}

std::optional<geo::Hectares> declaredArea(const Feature& feature, const ForestFields& fields) {
    const auto area_ha = fields.area ? numberIn(feature.values[*fields.area]) : std::nullopt;
    return area_ha && *area_ha >= 0 ? std::optional(geo::Hectares{*area_ha}) : std::nullopt;
}

std::string declaredCommune(const Feature& feature, const ForestFields& fields) {
    return fields.commune ? unitCodeIn(feature.values[*fields.commune], UnitLevel::Commune) : std::string();
}

std::vector<std::string> forestFieldNames(const Schema& schema) {
    const ForestFields fields = forestFieldsOf(schema);
    std::vector<std::string> names;
    for (const auto& index : {fields.maldlr, fields.ldlr, fields.species, fields.malr3, fields.area,
                              fields.commune, fields.compartment, fields.block, fields.plot}) {
        if (index) names.push_back(schema.fields()[*index].name);
    }
    return names;
}

std::optional<std::int64_t> PlotTwins::seenBefore(const Feature& feature, const ForestFields& fields,
                                                  std::int64_t place) {
    std::optional<std::int64_t> twin;
    if (!feature.geometry.isEmpty()) {
        const auto [found, isNew] = m_shapes.emplace(printOf(feature.geometry), place);
        if (!isNew) twin = found->second;
    }
    const std::string key = keyOf(feature, fields);
    if (!key.empty()) {
        const auto [found, isNew] = m_keys.emplace(key, place);
        if (!isNew && !twin) twin = found->second;
    }
    return twin;
}

/// 128 bits of the coordinates in order: two plots of ten million meet by chance once in 10²⁴ runs.
PlotTwins::ShapePrint PlotTwins::printOf(const geo::Geometry& shape) {
    ShapePrint print{0x9e3779b97f4a7c15ULL, shape.pathCount()};
    for (const geo::Coordinate corner : shape.coordinates()) {
        print.high = mixed(print.high + std::bit_cast<std::uint64_t>(corner.x));
        print.low = mixed((print.low ^ std::bit_cast<std::uint64_t>(corner.y)) + print.high);
    }
    return print;
}

std::string PlotTwins::keyOf(const Feature& feature, const ForestFields& fields) {
    const auto area = declaredArea(feature, fields);
    const std::string compartment = textAt(feature, fields.compartment);
    const std::string block = textAt(feature, fields.block);
    const std::string plot = textAt(feature, fields.plot);
    if (!area || compartment.empty() || block.empty() || plot.empty()) return {};
    return compartment + '|' + block + '|' + plot + '|' + textIn(area->value);
}

}  // namespace layers
