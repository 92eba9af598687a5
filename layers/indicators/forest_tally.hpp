// SPDX-License-Identifier: Apache-2.0
// Forest that counts, unit by unit, by the register and by the map, with every hectare booked.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "geo/base/progress.hpp"
#include "geo/base/quantities.hpp"
#include "geo/topology/zone_index.hpp"
#include "layers/checks/finding.hpp"
#include "layers/indicators/forest_plots.hpp"
#include "layers/indicators/ledger.hpp"
#include "layers/model/feature_stream.hpp"
#include "layers/units/unit_carrier.hpp"

namespace layers {

struct ForestRules {
    ForestCodes codes;
    std::vector<std::string> rubberSpecies;
    RubberRule rubber = RubberRule::Rule;
};

/// What the plots add up to in one unit.
struct UnitForest {
    geo::Hectares counted;
    /// Of all plots, forest or not: how much of the unit they speak of.
    geo::Hectares covered;
    /// All plots that speak of the unit, forest or not: none means no data.
    std::int64_t plots = 0;
    bool isCarried = false;
};

struct ForestTally {
    std::map<std::string, UnitForest> byUnit;
    Ledger ledger;
    std::vector<Finding> findings;
};

/// One layer of plots, and the name by which findings call it.
struct PlotStream {
    std::string name;
    FeatureStream features;
};

/// Where plots stand, so that a repeated one can be led back to its first.
class PlotPlaces {
  public:
    void beginLayer(std::string name) { m_layers.push_back(std::move(name)); }
    /// The place of a row of the layer begun last.
    std::int64_t placeOf(std::int64_t row) const;
    const std::string& layerOf(std::int64_t place) const;
    std::int64_t rowOf(std::int64_t place) const;

  private:
    std::vector<std::string> m_layers;
};

/// As the forest service counts: the declared area of plots that count, by declared commune, carried to the
/// units asked for. Findings: `forest.unknown-code`, `forest.no-code`, `forest.duplicate`, `forest.no-area`,
/// `forest.not-carried`, each
///           with layer and row.
/// Errors: BadData `forest.fields-missing`; Stopped.
class RegisterTally {
  public:
    RegisterTally(ForestRules rules, const UnitCarrier& carrier)
        : m_rules(std::move(rules)), m_carrier(carrier) {}
    void add(PlotStream& plots, geo::Progress& progress);
    /// The sums with rounding booked.
    ForestTally finish();

  private:
    void addPlot(const std::string& layer, const Feature& plot, const ForestFields& fields);

    ForestRules m_rules;
    const UnitCarrier& m_carrier;
    PlotTwins m_twins;
    PlotPlaces m_places;
    ForestTally m_tally;
};

/// A territory on the map and the unit whose figure it adds to.
struct Zone {
    std::string unitCode;
    geo::Geometry shape;
};

/// As the map says: the exact area of plots that count inside each zone.
/// Findings: as for the register, and `forest.outside` (area_ha) for plots that count and lie outside all
/// zones by more
///           than a hundredth of a hectare.
/// Errors: BadData `forest.fields-missing`; Stopped.
class OverlayTally {
  public:
    /// The ratio of the area asked for to plane area at a plot; 1 for plane area. Called from several
    /// threads.
    using AreaFactor = std::function<double(const geo::Geometry& plot)>;

    OverlayTally(ForestRules rules, std::span<const Zone> zones, AreaFactor factor);
    void add(PlotStream& plots, geo::Progress& progress);
    ForestTally finish();

  private:
    struct PlotAreas {
        PlotVerdict verdict = PlotVerdict::NotForest;
        std::optional<std::int64_t> twin;
        double factor = 1;
        geo::ZoneIndex::Shares shares;
    };
    void addBatch(const std::string& layer, std::span<const Feature> plots, const ForestFields& fields);
    void measure(const Feature& plot, PlotAreas& areas) const;
    void book(const std::string& layer, const Feature& plot, const PlotAreas& areas);

    ForestRules m_rules;
    std::vector<std::string> m_unitOfZone;
    geo::ZoneIndex m_index;
    AreaFactor m_factor;
    PlotTwins m_twins;
    PlotPlaces m_places;
    ForestTally m_tally;
};

}  // namespace layers
