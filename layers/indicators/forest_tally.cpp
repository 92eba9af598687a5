// SPDX-License-Identifier: Apache-2.0
// Plots judged, measured and booked one by one.
#include "layers/indicators/forest_tally.hpp"

#include <algorithm>
#include <cmath>

#include "geo/base/error.hpp"
#include "geo/base/parallel.hpp"

namespace layers {
namespace {

/// Enough plots for two cores, few enough to forget.
constexpr std::size_t batchSize = 8192;
constexpr std::size_t chunkSize = 256;

/// A layer of more rows than 2⁴⁰ does not fit any disk.
constexpr int rowBits = 40;

/// A plot this little outside is drawing, not data.
constexpr geo::Hectares leastOutside{0.01};

/// Sums of a million decimals differ by less; more is not rounding but loss.
constexpr geo::Hectares mostRounding{1e-3};

ForestFields requireFields(const PlotStream& plots, bool isRegister) {
    const ForestFields fields = forestFieldsOf(plots.features.schema);
    if (!fields.canBeJudged()) {
        throw geo::Error(geo::ErrorKind::BadData, "forest.fields-missing",
                         {{"layer", plots.name}, {"fields", "MALDLR, LDLR"}});
    }
    if (isRegister && !fields.isRegister()) {
        throw geo::Error(geo::ErrorKind::BadData, "forest.fields-missing",
                         {{"layer", plots.name}, {"fields", "DTICH, MAXA"}});
    }
    return fields;
}

void note(ForestTally& tally, const std::string& layer, const Feature& plot, geo::Message message) {
    tally.findings.push_back({std::move(message), plot.sourceRow, {}, layer});
}

/// Findings of the code, whether or not the plot counts.
void noteVerdict(ForestTally& tally, PlotVerdict verdict, const std::string& layer, const Feature& plot,
                 const PlotFacts& facts) {
    if (verdict == PlotVerdict::NoCode) note(tally, layer, plot, {"forest.no-code", {{"layer", layer}}});
    if (verdict != PlotVerdict::UnknownCode) return;
    const std::string code = facts.maldlr ? std::to_string(*facts.maldlr) : facts.ldlr;
    note(tally, layer, plot, {"forest.unknown-code", {{"layer", layer}, {"code", code}}});
}

geo::Message duplicateOf(const std::string& layer, const PlotPlaces& places, std::int64_t first,
                         geo::Hectares area) {
    return {"forest.duplicate",
            {{"layer", layer},
             {"first_layer", places.layerOf(first)},
             {"first_row", places.rowOf(first)},
             {"area_ha", area.value}}};
}

void bookRounding(Ledger& ledger) {
    const double imbalance = ledger.imbalance();
    if (imbalance == 0) return;
    if (std::abs(imbalance) > mostRounding.value) {
        throw geo::Error(geo::ErrorKind::Internal, "ledger.unbalanced",
                         {{"amount", imbalance}, {"unit", ledger.unit}});
    }
    const LedgerSide side = imbalance > 0 ? LedgerSide::Lost : LedgerSide::Gained;
    ledger.add(side, "rounding", 0, std::abs(imbalance));
}

ForestTally finished(ForestTally tally) {
    bookRounding(tally.ledger);
    return tally;
}

}  // namespace

std::int64_t PlotPlaces::placeOf(std::int64_t row) const {
    return (static_cast<std::int64_t>(m_layers.size() - 1) << rowBits) + row;
}

const std::string& PlotPlaces::layerOf(std::int64_t place) const {
    return m_layers[static_cast<std::size_t>(place >> rowBits)];
}

std::int64_t PlotPlaces::rowOf(std::int64_t place) const {
    return place & ((std::int64_t{1} << rowBits) - 1);
}

void RegisterTally::add(PlotStream& plots, geo::Progress& progress) {
    const ForestFields fields = requireFields(plots, true);
    m_places.beginLayer(plots.name);
    Feature plot;
    for (std::int64_t done = 0; plots.features.next(plot); ++done) {
        if (done % 4096 == 0) progress.step("compute.register", done, plots.features.count);
        addPlot(plots.name, plot, fields);
    }
}

void RegisterTally::addPlot(const std::string& layer, const Feature& plot, const ForestFields& fields) {
    const auto declared = declaredArea(plot, fields);
    const geo::Hectares area = declared.value_or(geo::Hectares{});
    const PlotFacts facts = factsOf(plot, fields);
    const PlotVerdict verdict = judge(facts, m_rules.codes, m_rules.rubberSpecies, m_rules.rubber);
    const auto lose = [&](std::string_view reason) {
        m_tally.ledger.add(LedgerSide::Lost, reason, 1, area.value);
    };
    m_tally.ledger.add(LedgerSide::In, "plots", 1, area.value);
    if (!declared) note(m_tally, layer, plot, {"forest.no-area", {{"layer", layer}}});
    if (const auto twin = m_twins.seenBefore(plot, fields, m_places.placeOf(plot.sourceRow))) {
        note(m_tally, layer, plot, duplicateOf(layer, m_places, *twin, area));
        return lose("duplicate");
    }
    const std::string commune = declaredCommune(plot, fields);
    const CarriedUnit unit = m_carrier.carry(commune);
    if (unit.code.empty()) {
        note(m_tally, layer, plot,
             {"forest.not-carried",
              {{"layer", layer}, {"code", commune}, {"reason", unit.reason}, {"area_ha", area.value}}});
        return lose(unit.reason);
    }
    UnitForest& sum = m_tally.byUnit[unit.code];
    ++sum.plots;
    sum.covered += area;
    sum.isCarried = sum.isCarried || unit.isMoved;
    noteVerdict(m_tally, verdict, layer, plot, facts);
    if (verdict != PlotVerdict::Counts) return lose(wordOf(verdict));
    sum.counted += area;
    m_tally.ledger.add(LedgerSide::Out, wordOf(verdict), 1, area.value);
}

ForestTally RegisterTally::finish() { return finished(std::move(m_tally)); }

namespace {

std::vector<geo::Geometry> shapesOf(std::span<const Zone> zones) {
    std::vector<geo::Geometry> shapes;
    shapes.reserve(zones.size());
    for (const Zone& zone : zones) shapes.push_back(zone.shape);
    return shapes;
}

std::vector<std::string> codesOf(std::span<const Zone> zones) {
    std::vector<std::string> codes;
    codes.reserve(zones.size());
    for (const Zone& zone : zones) codes.push_back(zone.unitCode);
    return codes;
}

}  // namespace

OverlayTally::OverlayTally(ForestRules rules, std::span<const Zone> zones, AreaFactor factor)
    : m_rules(std::move(rules)),
      m_unitOfZone(codesOf(zones)),
      m_index(shapesOf(zones)),
      m_factor(std::move(factor)) {}

void OverlayTally::add(PlotStream& plots, geo::Progress& progress) {
    const ForestFields fields = requireFields(plots, false);
    m_places.beginLayer(plots.name);
    std::vector<Feature> batch(batchSize);
    for (std::int64_t done = 0;;) {
        progress.step("compute.overlay", done, plots.features.count);
        std::size_t filled = 0;
        while (filled < batchSize && plots.features.next(batch[filled])) ++filled;
        addBatch(plots.name, std::span(batch).first(filled), fields);
        done += static_cast<std::int64_t>(filled);
        if (filled < batchSize) return;
    }
}

void OverlayTally::addBatch(const std::string& layer, std::span<const Feature> plots,
                            const ForestFields& fields) {
    std::vector<PlotAreas> areas(plots.size());
    for (std::size_t i = 0; i < plots.size(); ++i) {
        const PlotFacts facts = factsOf(plots[i], fields);
        areas[i].verdict = judge(facts, m_rules.codes, m_rules.rubberSpecies, m_rules.rubber);
        areas[i].twin = m_twins.seenBefore(plots[i], fields, m_places.placeOf(plots[i].sourceRow));
        if (!areas[i].twin) noteVerdict(m_tally, areas[i].verdict, layer, plots[i], facts);
    }
    geo::parallelFor(plots.size(), chunkSize, [&](const geo::Chunk& chunk) {
        for (std::size_t i = chunk.begin; i < chunk.end; ++i) measure(plots[i], areas[i]);
    });
    for (std::size_t i = 0; i < plots.size(); ++i) book(layer, plots[i], areas[i]);
}

void OverlayTally::measure(const Feature& plot, PlotAreas& areas) const {
    m_index.tabulate(plot.geometry, areas.shares);
    areas.factor = m_factor ? m_factor(plot.geometry) : 1.0;
}

void OverlayTally::book(const std::string& layer, const Feature& plot, const PlotAreas& areas) {
    const auto hectares = [&](double area_m2) { return geo::toHectares({area_m2 * areas.factor}); };
    Ledger& ledger = m_tally.ledger;
    const geo::Hectares area = hectares(areas.shares.area_m2);
    ledger.add(LedgerSide::In, "plots", 1, area.value);
    if (areas.twin) {
        note(m_tally, layer, plot, duplicateOf(layer, m_places, *areas.twin, area));
        return ledger.add(LedgerSide::Lost, "duplicate", 1, area.value);
    }
    const bool counts = areas.verdict == PlotVerdict::Counts;
    const auto& shares = areas.shares.inZones;
    for (std::size_t i = 0; i < shares.size(); ++i) {
        const auto& share = shares[i];
        const std::string& unit = m_unitOfZone[share.zone];
        const auto isSameUnit = [&](const auto& other) { return m_unitOfZone[other.zone] == unit; };
        UnitForest& sum = m_tally.byUnit[unit];
        if (std::none_of(shares.begin(), shares.begin() + static_cast<std::ptrdiff_t>(i), isSameUnit))
            ++sum.plots;
        sum.covered += hectares(share.area_m2);
        if (!counts) continue;
        sum.counted += hectares(share.area_m2);
        ledger.add(LedgerSide::Out, wordOf(areas.verdict), 0, hectares(share.area_m2).value);
    }
    if (!counts) return ledger.add(LedgerSide::Lost, wordOf(areas.verdict), 1, area.value);
    ledger.add(LedgerSide::Out, wordOf(areas.verdict), 1, {});
    if (areas.shares.overlapped_m2 > 0) {
        ledger.add(LedgerSide::Gained, "zones-overlap", 1, hectares(areas.shares.overlapped_m2).value);
    }
    if (areas.shares.outside_m2 <= 0) return;
    const geo::Hectares outside = hectares(areas.shares.outside_m2);
    ledger.add(LedgerSide::Lost, "outside-all-zones", 1, outside.value);
    if (outside > leastOutside)
        note(m_tally, layer, plot, {"forest.outside", {{"layer", layer}, {"area_ha", outside.value}}});
}

ForestTally OverlayTally::finish() { return finished(std::move(m_tally)); }

}  // namespace layers
