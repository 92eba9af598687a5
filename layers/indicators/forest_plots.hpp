// SPDX-License-Identifier: Apache-2.0
// Forest plots as the inventory's rows: what they say of themselves, and which stand twice.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>

#include "geo/base/quantities.hpp"
#include "layers/indicators/forest_cover.hpp"
#include "layers/model/feature.hpp"
#include "layers/model/schema.hpp"

namespace layers {

/// Where the inventory's fields stand; a year may follow the name, as in `maldlr_23`.
struct ForestFields {
    std::optional<std::size_t> maldlr, ldlr, species, malr3, area, commune, compartment, block, plot;

    /// A layer without either code cannot be judged; register needs area and commune too.
    bool canBeJudged() const { return maldlr || ldlr; }
    bool isRegister() const { return area && commune; }
};

ForestFields forestFieldsOf(const Schema& schema);

PlotFacts factsOf(const Feature& feature, const ForestFields& fields);

/// DTICH, in hectares; nothing when it is missing or below zero.
std::optional<geo::Hectares> declaredArea(const Feature& feature, const ForestFields& fields);

/// MAXA with its leading zeros; empty when it is missing.
std::string declaredCommune(const Feature& feature, const ForestFields& fields);

/// The names of all these fields in a layer, so that no others need be read.
std::vector<std::string> forestFieldNames(const Schema& schema);

/// Tells plots that stand twice: the same shape, or the same tk–khoảnh–lô with the same area.
class PlotTwins {
  public:
    /// The place of the plot seen before that this one repeats; nothing for a first one.
    std::optional<std::int64_t> seenBefore(const Feature& feature, const ForestFields& fields,
                                           std::int64_t place);

  private:
    struct ShapePrint {
        std::uint64_t high = 0;
        std::uint64_t low = 0;
        bool operator==(const ShapePrint&) const = default;
    };
    struct ShapePrintHash {
        std::size_t operator()(const ShapePrint& print) const { return print.high ^ print.low; }
    };
    static ShapePrint printOf(const geo::Geometry& shape);
    static std::string keyOf(const Feature& feature, const ForestFields& fields);

    std::unordered_map<ShapePrint, std::int64_t, ShapePrintHash> m_shapes;
    std::unordered_map<std::string, std::int64_t> m_keys;
};

}  // namespace layers
