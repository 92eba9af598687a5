// SPDX-License-Identifier: Apache-2.0
// Forest plots as the inventory's rows: what they say of themselves.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "geo/base/quantities.hpp"
#include "layers/indicators/forest_cover.hpp"
#include "layers/indicators/plot_twins.hpp"
#include "layers/indicators/unit_key.hpp"
#include "layers/model/schema.hpp"
#include "layers/model/shape_stream.hpp"

namespace layers {

/// Where the inventory's fields stand; a year may follow the name, as in `maldlr_23`.
struct ForestFields {
    std::optional<std::size_t> maldlr, ldlr, species, malr3, area, commune, compartment, block, plot;
    /// Beside the commune's code: they tell of which time it is.
    std::optional<std::size_t> communeName, district;

    /// A layer without either code cannot be judged; register needs area and commune too.
    bool canBeJudged() const { return maldlr || ldlr; }
    bool isRegister() const { return area && commune; }
};

ForestFields forestFieldsOf(const Schema& schema);

/// The names of all these fields in a layer, so that no others need be read.
std::vector<std::string> forestFieldNames(const Schema& schema);

/// The names of the fields that tell of which time a plot's commune is, besides its code.
std::vector<std::string> forestUnitNames(const Schema& schema);

/// Reads one plot after another; the text of what it answers is good until the next question or row.
class PlotReader {
  public:
    explicit PlotReader(const ForestFields& fields) : m_fields(fields) {}

    /// Nothing where there is no shape or its bytes are no shape.
    static std::optional<geo::ShapeView> shape(const ShapeRow& plot);
    PlotFacts facts(const ShapeRow& plot);
    /// DTICH, in hectares; nothing when it is missing or below zero.
    std::optional<geo::Hectares> declaredArea(const ShapeRow& plot) const;
    /// MAXA with its leading zeros; empty when it is missing.
    std::string declaredCommune(const ShapeRow& plot) const;
    /// The commune as the plot names it, by code, name and district.
    UnitKey declaredKey(const ShapeRow& plot) const;
    /// Prints of its shape, where it has one, and of its number: tk–khoảnh–lô and declared area.
    PlotPrint print(const ShapeRow& plot, const std::optional<geo::ShapeView>& shape);

  private:
    std::string_view textAt(const ShapeRow& plot, std::optional<std::size_t> index, std::string& room);
    std::uint64_t numberPrint(const ShapeRow& plot);

    ForestFields m_fields;
    // Codes that a file keeps as numbers are written out here.
    std::string m_ldlr, m_species, m_number;
};

}  // namespace layers
