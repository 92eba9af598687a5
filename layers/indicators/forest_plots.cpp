// SPDX-License-Identifier: Apache-2.0
// Reading plots by the inventory's field names.
#include "layers/indicators/forest_plots.hpp"

#include <bit>

#include "geo/base/error.hpp"
#include "geo/shape/shape_print.hpp"
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

std::optional<std::int64_t> wholeAt(const ShapeRow& plot, std::optional<std::size_t> index) {
    return index ? wholeNumberIn(plot.values[*index]) : std::nullopt;
}

std::uint64_t mixedWith(std::uint64_t print, std::string_view text) {
    constexpr std::uint64_t odd = 0x100000001b3ULL;
    for (const char letter : text) print = (print ^ static_cast<unsigned char>(letter)) * odd;
    return geo::mixedBits(print + text.size());
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
            .plot = indexOfFirst(schema, {"lo"}),
            .communeName = indexOfFirst(schema, {"xa", "tenxa", "ten_xa"}),
            .district = indexOfFirst(schema, {"mahuyen", "ma_huyen", "huyen"})};
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

std::vector<std::string> forestUnitNames(const Schema& schema) {
    const ForestFields fields = forestFieldsOf(schema);
    std::vector<std::string> names;
    for (const auto& index : {fields.communeName, fields.district}) {
        if (index) names.push_back(schema.fields()[*index].name);
    }
    return names;
}

std::string_view PlotReader::textAt(const ShapeRow& plot, std::optional<std::size_t> index,
                                    std::string& room) {
    if (!index) return {};
    const ValueView& value = plot.values[*index];
    if (const auto* text = std::get_if<std::string_view>(&value)) return *text;
    room = textIn(value);
    return room;
}

std::optional<geo::ShapeView> PlotReader::shape(const ShapeRow& plot) {
    try {
        return plot.shape();
    } catch (const geo::Error& error) {
        if (error.kind() != geo::ErrorKind::BadData) throw;
        return std::nullopt;
    }
}

PlotFacts PlotReader::facts(const ShapeRow& plot) {
    return {wholeAt(plot, m_fields.maldlr), textAt(plot, m_fields.ldlr, m_ldlr),
            textAt(plot, m_fields.species, m_species), wholeAt(plot, m_fields.malr3)};
}

std::optional<geo::Hectares> PlotReader::declaredArea(const ShapeRow& plot) const {
    const auto area_ha = m_fields.area ? numberIn(plot.values[*m_fields.area]) : std::nullopt;
    return area_ha && *area_ha >= 0 ? std::optional(geo::Hectares{*area_ha}) : std::nullopt;
}

std::string PlotReader::declaredCommune(const ShapeRow& plot) const {
    return m_fields.commune ? unitCodeIn(textIn(plot.values[*m_fields.commune]), UnitLevel::Commune)
                            : std::string();
}

UnitKey PlotReader::declaredKey(const ShapeRow& plot) const {
    const auto text = [&](std::optional<std::size_t> index) {
        return index ? textIn(plot.values[*index]) : std::string();
    };
    return {declaredCommune(plot), text(m_fields.communeName), text(m_fields.district)};
}

PlotPrint PlotReader::print(const ShapeRow& plot, const std::optional<geo::ShapeView>& shape) {
    const bool hasShape = shape && shape->kind() != geo::GeometryKind::Empty;
    return {hasShape ? geo::shapePrint(*shape) : 0, numberPrint(plot)};
}

std::uint64_t PlotReader::numberPrint(const ShapeRow& plot) {
    const auto area = declaredArea(plot);
    if (!area) return 0;
    std::uint64_t print = std::bit_cast<std::uint64_t>(area->value + 0.0);
    for (const auto& index : {m_fields.compartment, m_fields.block, m_fields.plot}) {
        const std::string_view text = textAt(plot, index, m_number);
        if (text.empty()) return 0;
        print = mixedWith(print, text);
    }
    return print != 0 ? print : 1;
}

}  // namespace layers
