// SPDX-License-Identifier: Apache-2.0
// The register: twins found first, then one plot after another booked.
#include "layers/indicators/forest_register.hpp"

#include <cmath>
#include <map>
#include <tuple>
#include <unordered_set>

#include "geo/base/error.hpp"
#include "geo/base/parallel.hpp"

namespace layers {
namespace {

constexpr std::int64_t rowsPerStep = 4096;

/// Sums of a million decimals differ by less; more is not rounding but loss.
constexpr geo::Hectares mostRounding{1e-3};

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

std::vector<SeenPlot> printsOf(const PlotLayer& layer, std::size_t part, const ForestFields& fields) {
    std::vector<SeenPlot> seen;
    PlotReader reader(fields);
    const ShapeStream stream = layer.rows.open(part);
    for (ShapeRow plot; stream(plot);)
        seen.push_back({reader.print(plot, PlotReader::shape(plot)), plot.place});
    return seen;
}

std::vector<PlotTwin> twinsIn(std::span<const PlotLayer> layers, geo::Progress& progress) {
    geo::SharedStep step(progress, "compute.duplicates", rowCount(layers));
    PlotTwins twins;
    for (std::size_t layer = 0; layer < layers.size(); ++layer) {
        const ForestFields fields = requireRegister(layers[layer]);
        geo::parallelFor(layers[layer].rows.parts, 1, [&](const geo::Chunk& chunk) {
            const auto seen = printsOf(layers[layer], chunk.index, fields);
            twins.add(layer, chunk.index, seen);
            step.add(static_cast<std::int64_t>(seen.size()));
        });
    }
    return twins.find();
}

class RegisterTally {
  public:
    RegisterTally(const ForestRules& rules, const UnitCarrier& carrier)
        : m_rules(rules), m_carrier(carrier) {}

    void bookTwins(std::span<const PlotLayer> layers, std::span<const PlotTwin> twins) {
        m_isTwin.resize(layers.size());
        visitTwins(layers, twins, [&](const TwinVisit& visit) {
            const PlotReader reader(requireRegister(layers[visit.layer]));
            const geo::Hectares area = reader.declaredArea(visit.plot).value_or(geo::Hectares{});
            m_tally.findings.push_back(duplicateFinding(layers, visit, area));
            m_tally.ledger.add(LedgerSide::In, "plots", 1, area.value);
            m_tally.ledger.add(LedgerSide::Lost, "duplicate", 1, area.value);
            m_isTwin[visit.layer].insert(visit.plot.place);
        });
    }

    void add(const PlotLayer& layer, std::size_t index, geo::SharedStep& step) {
        PlotReader reader(requireRegister(layer));
        m_carried.clear();
        std::int64_t rows = 0;
        for (std::size_t part = 0; part < layer.rows.parts; ++part) {
            const ShapeStream stream = layer.rows.open(part);
            for (ShapeRow plot; stream(plot);) {
                if (!m_isTwin[index].contains(plot.place)) book(layer, plot, reader);
                if (++rows % rowsPerStep == 0) step.add(rowsPerStep);
            }
        }
        step.add(rows % rowsPerStep);
    }

    ForestTally finish() {
        bookRounding(m_tally.ledger);
        return std::move(m_tally);
    }

  private:
    void book(const PlotLayer& layer, const ShapeRow& plot, PlotReader& reader) {
        const PlotAt here{layer, plot.sourceRow};
        const auto declared = reader.declaredArea(plot);
        const geo::Hectares area = declared.value_or(geo::Hectares{});
        m_tally.ledger.add(LedgerSide::In, "plots", 1, area.value);
        if (!declared)
            m_tally.findings.push_back(findingAt(here, {"forest.no-area", {{"layer", here.layer.name}}}));
        const UnitKey commune =
            layer.communeOf ? reader.declaredKey(plot) : UnitKey{reader.declaredCommune(plot), {}};
        const CarriedUnit& unit = carried(layer, commune);
        if (unit.code.empty()) {
            m_tally.findings.push_back(findingAt(here, {"forest.not-carried",
                                                        {{"layer", here.layer.name},
                                                         {"code", commune.code},
                                                         {"reason", unit.reason},
                                                         {"area_ha", area.value}}}));
            return m_tally.ledger.add(LedgerSide::Lost, unit.reason, 1, area.value);
        }
        count(unit, area, judged(here, reader.facts(plot)));
    }

    /// A layer names the same few communes again and again.
    const CarriedUnit& carried(const PlotLayer& layer, const UnitKey& commune) {
        const auto [place, isNew] =
            m_carried.try_emplace(std::tuple(commune.code, commune.name, commune.district));
        if (isNew) {
            const auto own = layer.communeOf ? layer.communeOf(commune) : std::nullopt;
            place->second =
                own ? m_carrier.carry(own->code, own->day) : m_carrier.carry(commune.code, layer.epoch);
        }
        return place->second;
    }

    PlotVerdict judged(const PlotAt& here, const PlotFacts& facts) {
        const PlotVerdict verdict = judge(facts, m_rules.codes, m_rules.rubberSpecies, m_rules.rubber);
        noteVerdict(m_tally.findings, verdict, facts, here);
        noteContradiction(m_tally.findings, facts, m_rules.codes, here);
        return verdict;
    }

    void count(const CarriedUnit& unit, geo::Hectares area, PlotVerdict verdict) {
        UnitForest& sum = m_tally.byUnit[unit.code];
        ++sum.plots;
        sum.covered += area;
        sum.isCarried = sum.isCarried || unit.isMoved;
        const bool counts = verdict == PlotVerdict::Counts;
        if (counts) sum.counted += area;
        m_tally.ledger.add(counts ? LedgerSide::Out : LedgerSide::Lost, wordOf(verdict), 1, area.value);
    }

    const ForestRules& m_rules;
    const UnitCarrier& m_carrier;
    std::vector<std::unordered_set<std::int64_t>> m_isTwin;
    /// By the words of the layer being read.
    std::map<std::tuple<std::string, std::string, std::string>, CarriedUnit> m_carried;
    ForestTally m_tally;
};

}  // namespace

ForestTally tallyRegister(const ForestRules& rules, const UnitCarrier& carrier,
                          std::span<const PlotLayer> layers, geo::Progress& progress) {
    RegisterTally tally(rules, carrier);
    tally.bookTwins(layers, twinsIn(layers, progress));
    geo::SharedStep step(progress, "compute.register", rowCount(layers));
    for (std::size_t layer = 0; layer < layers.size(); ++layer) tally.add(layers[layer], layer, step);
    return tally.finish();
}

}  // namespace layers
