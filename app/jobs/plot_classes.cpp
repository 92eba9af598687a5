// SPDX-License-Identifier: Apache-2.0
// The symbol decides; where it says nothing, the number.
#include "app/jobs/plot_classes.hpp"

namespace app {
namespace {

constexpr char between = '\t';

std::string textAt(const std::vector<layers::Value>& values, std::optional<std::size_t> field) {
    return field ? layers::textIn(values[*field]) : std::string();
}

}  // namespace

std::vector<std::string> plotCodeFields(const layers::Schema& schema) {
    const auto fields = layers::forestFieldsOf(schema);
    std::vector<std::string> names;
    for (const auto& index : {fields.maldlr, fields.ldlr})
        if (index) names.push_back(schema.fields()[*index].name);
    return names;
}

std::string plotClass(const layers::ForestFields& fields, const std::vector<layers::Value>& values) {
    return textAt(values, fields.ldlr) + between + textAt(values, fields.maldlr);
}

styles::PlotRow PlotRows::of(const layers::ForestFields& fields,
                             const std::vector<layers::ValueView>& values) {
    return ofValues(fields, values);
}

styles::PlotRow PlotRows::of(const layers::ForestFields& fields, const std::vector<layers::Value>& values) {
    return ofValues(fields, values);
}

styles::PlotRow PlotRows::ofClass(std::string_view plotClass) {
    const std::size_t end = plotClass.rfind(between);
    if (end == std::string_view::npos) return ofText(plotClass);
    const auto bySymbol = ofText(plotClass.substr(0, end));
    return bySymbol ? bySymbol : ofText(plotClass.substr(end + 1));
}

template <class Values>
styles::PlotRow PlotRows::ofValues(const layers::ForestFields& fields, const Values& values) {
    const auto bySymbol = fields.ldlr ? ofCode(values[*fields.ldlr]) : std::nullopt;
    return bySymbol || !fields.maldlr ? bySymbol : ofCode(values[*fields.maldlr]);
}

styles::PlotRow PlotRows::ofCode(const layers::ValueView& value) {
    const auto* const text = std::get_if<std::string_view>(&value);
    return text != nullptr ? ofText(*text) : ofText(layers::textIn(value));
}

styles::PlotRow PlotRows::ofText(std::string_view code) {
    const auto known = m_known.find(code);
    if (known != m_known.end()) return known->second;
    const auto row = m_look.colours.categoryOf(m_look.categoryOfCode(code));
    m_known.emplace(code, row);
    return row;
}

}  // namespace app
