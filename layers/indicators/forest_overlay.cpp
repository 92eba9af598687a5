// SPDX-License-Identifier: Apache-2.0
// The overlay: every part of a layer judged, measured and summed by whoever takes it; twins taken out again.
#include "layers/indicators/forest_overlay.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "geo/base/parallel.hpp"

namespace layers {
namespace {

/// A plot this little outside is drawing, not data.
constexpr geo::Hectares leastOutside{0.01};

// By what a plot is, and last what has nothing to measure.
constexpr std::array verdicts{PlotVerdict::Counts, PlotVerdict::NotForest, PlotVerdict::UnknownCode,
                              PlotVerdict::NoCode, PlotVerdict::RubberExcluded};
constexpr std::size_t unusable = verdicts.size();

std::size_t classOf(PlotVerdict verdict) { return static_cast<std::size_t>(verdict); }

/// What every thread reads and none changes.
struct Survey {
    const ForestOverlay& question;
    UnitZones zones;
};

/// What one part of a layer comes to.
struct PartTally {
    AreaSums sums;
    std::vector<SeenPlot> seen;
    std::vector<Finding> findings;
};

/// Judges and measures one plot after another; one for each thread and layer.
class PlotSurveyor {
  public:
    PlotSurveyor(const Survey& survey, const PlotLayer& layer)
        : m_rules(survey.question.rules),
          m_layer(layer),
          m_reader(requireCodes(layer)),
          m_measure(survey.zones) {}

    /// The class under which the plot is booked; its areas stand in areas().
    std::size_t survey(const ShapeRow& plot, std::vector<Finding>& findings) {
        const PlotAt here{m_layer, plot.sourceRow};
        m_shape = PlotReader::shape(plot);
        if (!m_measure.measure(m_shape)) {
            findings.push_back(findingAt(here, {"forest.shape-unusable", {{"layer", here.layer.name}}}));
            return unusable;
        }
        if (auto repair = m_measure.repair()) findings.push_back(findingAt(here, *std::move(repair)));
        const PlotFacts facts = m_reader.facts(plot);
        const PlotVerdict verdict = judge(facts, m_rules.codes, m_rules.rubberSpecies, m_rules.rubber);
        noteVerdict(findings, verdict, facts, here);
        noteContradiction(findings, facts, m_rules.codes, here);
        if (verdict == PlotVerdict::Counts) noteOutside(findings, here);
        return classOf(verdict);
    }

    const PlotAreas& areas() const { return m_measure.areas(); }
    PlotPrint print(const ShapeRow& plot) { return m_reader.print(plot, m_shape); }

  private:
    void noteOutside(std::vector<Finding>& findings, const PlotAt& here) const {
        const geo::Hectares outside = toHectares(areas().outside);
        if (!(outside > leastOutside)) return;
        findings.push_back(
            findingAt(here, {"forest.outside", {{"layer", here.layer.name}, {"area_ha", outside.value}}}));
    }

    const ForestRules& m_rules;
    const PlotLayer& m_layer;
    PlotReader m_reader;
    PlotMeasure m_measure;
    std::optional<geo::ShapeView> m_shape;
};

PartTally tallyPart(const Survey& survey, const PlotLayer& layer, std::size_t part) {
    PartTally tally{AreaSums(survey.zones.unitOfZone()), {}, {}};
    PlotSurveyor surveyor(survey, layer);
    const ShapeStream stream = layer.rows.open(part);
    for (ShapeRow plot; stream(plot);) {
        const std::size_t plotClass = surveyor.survey(plot, tally.findings);
        tally.sums.book(plotClass, surveyor.areas());
        tally.seen.push_back({surveyor.print(plot), plot.place});
    }
    return tally;
}

class OverlayTally {
  public:
    OverlayTally(const Survey& survey, std::span<const PlotLayer> layers)
        : m_survey(survey), m_layers(layers), m_sums(survey.zones.unitOfZone()), m_findings(layers.size()) {}

    void addLayer(std::size_t layer, geo::SharedStep& step) {
        const PlotLayer& plots = m_layers[layer];
        std::vector<std::vector<Finding>> findings(plots.rows.parts);
        geo::parallelFor(
            plots.rows.parts, 1,
            [&](const geo::Chunk& chunk) {
                PartTally tally = tallyPart(m_survey, plots, chunk.index);
                m_twins.add(layer, chunk.index, tally.seen);
                findings[chunk.index] = std::move(tally.findings);
                addSums(tally.sums);
                step.add(static_cast<std::int64_t>(tally.seen.size()));
            },
            m_survey.question.threads);
        for (auto& some : findings) std::ranges::move(some, std::back_inserter(m_findings[layer]));
    }

    /// A plot that stands twice was booked twice: the second goes, with whatever was found about it.
    void takeOutTwins() {
        const auto twins = m_twins.find();
        visitTwins(m_layers, twins, [&](const TwinVisit& visit) {
            PlotSurveyor surveyor(m_survey, m_layers[visit.layer]);
            std::vector<Finding> known;
            const std::size_t plotClass = surveyor.survey(visit.plot, known);
            m_sums.book(plotClass, surveyor.areas(), Booking::TakeOut);
            m_duplicates.add(surveyor.areas().area, 1);
            const geo::Hectares area = toHectares(surveyor.areas().area);
            auto& findings = m_findings[visit.layer];
            std::erase_if(findings, [&](const Finding& finding) {
                return finding.row == visit.plot.sourceRow && finding.message.id != "forest.duplicate";
            });
            findings.push_back(duplicateFinding(m_layers, visit, area));
        });
    }

    ForestTally finish() {
        ForestTally tally;
        tally.byUnit = byUnit();
        bookIn(tally.ledger);
        bookOut(tally.ledger);
        for (auto& findings : m_findings) {
            std::ranges::stable_sort(findings, {}, &Finding::row);
            std::ranges::move(findings, std::back_inserter(tally.findings));
        }
        return tally;
    }

  private:
    /// Whole numbers: the order of the parts does not matter.
    void addSums(const AreaSums& sums) {
        const std::scoped_lock lock(m_mutex);
        m_sums += sums;
    }

    std::map<std::string, UnitForest> byUnit() const {
        std::map<std::string, UnitForest> forests;
        for (std::uint32_t unit = 0; unit < m_survey.zones.units().size(); ++unit) {
            PlotSum covered;
            for (const PlotVerdict verdict : verdicts) covered += m_sums.inUnit(unit, classOf(verdict));
            if (covered.plots == 0) continue;
            const PlotSum counted = m_sums.inUnit(unit, classOf(PlotVerdict::Counts));
            forests[m_survey.zones.units()[unit]] = {toHectares(counted.area), toHectares(covered.area),
                                                     covered.plots, false};
        }
        return forests;
    }

    void bookIn(Ledger& ledger) const {
        PlotSum all = m_duplicates;
        for (std::size_t plotClass = 0; plotClass < m_sums.classCount(); ++plotClass) {
            all += m_sums.whole(plotClass);
        }
        ledger.add(LedgerSide::In, "plots", all.plots, toHectares(all.area).value);
        bookSum(ledger, LedgerSide::Gained, "zones-overlap", m_sums.overlapped(classOf(PlotVerdict::Counts)));
    }

    void bookOut(Ledger& ledger) const {
        const std::size_t counts = classOf(PlotVerdict::Counts);
        bookSum(ledger, LedgerSide::Out, wordOf(PlotVerdict::Counts), m_sums.inZones(counts));
        for (const PlotVerdict verdict : verdicts) {
            if (verdict == PlotVerdict::Counts) continue;
            bookSum(ledger, LedgerSide::Lost, wordOf(verdict), m_sums.whole(classOf(verdict)));
        }
        bookSum(ledger, LedgerSide::Lost, "duplicate", m_duplicates);
        bookSum(ledger, LedgerSide::Lost, "outside-all-zones", m_sums.outside(counts));
        bookSum(ledger, LedgerSide::Lost, "shape-unusable", m_sums.whole(unusable));
    }

    static void bookSum(Ledger& ledger, LedgerSide side, const std::string& reason, const PlotSum& sum) {
        if (sum.plots != 0) ledger.add(side, reason, sum.plots, toHectares(sum.area).value);
    }

    const Survey& m_survey;
    std::span<const PlotLayer> m_layers;
    std::mutex m_mutex;
    AreaSums m_sums;
    PlotSum m_duplicates;
    PlotTwins m_twins;
    /// By layer.
    std::vector<std::vector<Finding>> m_findings;
};

}  // namespace

ForestTally tallyOverlay(const ForestOverlay& question, std::span<const PlotLayer> layers,
                         geo::Progress& progress) {
    progress.step("compute.indexing");
    const Survey survey{question, UnitZones(question.zones, question.areaFactor)};
    OverlayTally tally(survey, layers);
    geo::SharedStep step(progress, "compute.overlay", rowCount(layers));
    for (std::size_t layer = 0; layer < layers.size(); ++layer) tally.addLayer(layer, step);
    tally.takeOutTwins();
    return tally.finish();
}

}  // namespace layers
