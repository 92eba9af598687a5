// SPDX-License-Identifier: Apache-2.0
// Figures into bars, lines and columns, with what they are and where they come from.
#include "app/jobs/chart.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "app/jobs/chart_figures.hpp"
#include "app/jobs/figure_words.hpp"
#include "app/jobs/map_words.hpp"
#include "app/jobs/theme_choice.hpp"
#include "geo/base/error.hpp"
#include "layers/store/workspace.hpp"
#include "layers/text/names.hpp"
#include "styles/chart/draw_chart.hpp"
#include "styles/paint/paint_file.hpp"

namespace app {
namespace {

/// Of bars without classes.
constexpr styles::Colour plainBar{66, 133, 122};
constexpr styles::Colour line{31, 90, 140};

std::string sentence(const Catalogue& words, const std::string& id, std::vector<geo::Argument> arguments = {}) {
    return words.sentence(id, std::move(arguments));
}

class ChartMaker {
  public:
    ChartMaker(const Project& project, const ChartRequest& request, const MapTools& tools, geo::Progress& progress)
        : m_project(project), m_request(request), m_tools(tools), m_words(tools.words), m_progress(progress),
          m_question(request.figures) {
        m_theme = themeAsked();
        if (m_theme && !m_theme->indicator.empty()) m_question.indicator = m_theme->indicator;
    }

    Outcome make() {
        switch (m_request.kind) {
            case ChartKind::Ranking:
                return paint(ranking());
            case ChartKind::Trend:
                return paint(trend());
            case ChartKind::Targets:
                return paint(targets());
            case ChartKind::Histogram:
                return paint(histogram());
        }
        return {};
    }

  private:
    std::optional<styles::Theme> themeAsked() const {
        const bool isNamed = !m_request.theme.empty() || !m_request.themeFile.empty();
        if (isNamed) return chosenTheme(m_request.theme, m_request.themeFile, m_request.themesFolder);
        return themeOfIndicator(m_question.indicator, m_request.themesFolder);
    }

    std::string indicatorName(const std::string& indicator) const {
        const auto workspace = layers::Workspace::open(m_project.workspace, layers::Access::Read);
        const IndicatorFact fact = indicatorFact(workspace, indicator);
        return m_words.language() == Language::Vietnamese ? fact.name_vi : fact.name_en;
    }

    /// Title and subtitle, how the figures were counted, their source, day and release.
    styles::ChartFrame frameOf(const layers::Observation& sample, const std::string& title,
                               const std::string& subtitle) const {
        styles::ChartFrame frame;
        frame.size = m_request.size;
        frame.text.title = title;
        frame.text.subtitle = subtitle;
        frame.text.notes = figureNotes(sample, m_question.rubber, m_words);
        frame.text.sourceLine = sentence(m_words, "chart.source", {{"source", shortSource(sample.source, m_words)}});
        frame.text.statusLine = statusLineOf(sample, m_words);
        frame.formatValue = [language = m_words.language(), unit = sample.unit](double value) {
            const std::string number = formatShort(std::round(value * 100) / 100, language);
            return unit == "%" ? number + unit : number;
        };
        return frame;
    }

    styles::ChartFrame rankedFrame(const RankedFigures& ranked, const std::string& id) const {
        const layers::Observation& sample = ranked.units.observations.front();
        return frameOf(sample,
                       sentence(m_words, id, {{"indicator", indicatorName(sample.indicator)},
                                              {"year", std::to_string(sample.asOf.year)}}),
                       sentence(m_words, "map.by-" + layers::wordOf(m_question.level),
                                {{"province", ranked.province.unitName}}));
    }

    /// Beside one another numbers have the same decimals.
    void alignNumbers(styles::ChartFrame& frame, const std::string& unit) const {
        if (unit != "%") return;
        frame.formatValue = [language = m_words.language()](double value) {
            return formatNumber(value, 2, language) + "%";
        };
    }

    styles::Colour colourOf(const layers::Observation& figure) const {
        return m_theme ? m_theme->colourOf(figure.value).value_or(plainBar) : plainBar;
    }

    styles::RankingChart ranking() {
        const RankedFigures ranked = rankedFigures(m_project, m_question, m_progress);
        styles::RankingChart chart;
        chart.frame = rankedFrame(ranked, "chart.ranking");
        alignNumbers(chart.frame, ranked.province.unit);
        for (const layers::Observation& figure : ranked.units.observations) {
            const auto* const target =
                ranked.units.targets.targetFor(figure.indicator, figure.unitCode, figure.asOf.year);
            chart.bars.push_back({layers::withoutUnitPrefix(figure.unitName), figure.value,
                                  statusWord(figure.status, m_words),
                                  colourOf(figure), target != nullptr ? std::optional(target->value) : std::nullopt});
        }
        // Counts of parts add up to the whole: it is no level of theirs.
        if (ranked.province.value && ranked.province.unit == "%")
            chart.reference = {*ranked.province.value, sentence(m_words, "map.reference")};
        chart.targetLabel = sentence(m_words, "chart.assigned-target");
        finish(ranked.units, ranked.units.observations.front().asOf);
        return chart;
    }

    styles::HistogramChart histogram() {
        if (!m_theme || m_theme->base)
            throw geo::Error(geo::ErrorKind::Usage, "chart.no-classes", {{"indicator", m_question.indicator}});
        const RankedFigures ranked = rankedFigures(m_project, m_question, m_progress);
        styles::HistogramChart chart;
        chart.frame = rankedFrame(ranked, "chart.histogram");
        const auto labels = classLabels(m_theme->breaks, m_theme->unit, m_words);
        for (std::size_t i = 0; i < labels.size(); ++i) chart.columns.push_back({labels[i], 0, m_theme->ramp[i]});
        int withoutData = 0;
        for (const layers::Observation& figure : ranked.units.observations) {
            const auto row = figure.value ? m_theme->breaks.classOf(*figure.value) : std::nullopt;
            ++(row ? chart.columns[*row].count : withoutData);
        }
        if (withoutData > 0)
            chart.columns.push_back({sentence(m_words, "word.missing"), withoutData, {}, true});
        chart.countLabel = sentence(m_words, "chart.count", {{"what", sentence(m_words, "map.count-" + layers::wordOf(m_question.level))}});
        finish(ranked.units, ranked.units.observations.front().asOf);
        return chart;
    }

    styles::TrendChart trend() {
        const ChartFigures yearly = yearlyFigures(m_project, m_question, m_request.unitCode, m_progress);
        const layers::Observation& newest = yearly.observations.back();
        styles::TrendChart chart;
        chart.frame = frameOf(newest,
                              sentence(m_words, "chart.trend", {{"indicator", indicatorName(newest.indicator)}}),
                              newest.unitName);
        for (const layers::Observation& figure : yearly.observations)
            chart.points.push_back({figure.asOf.year, figure.value, figure.release != layers::Release::Approved});
        for (const layers::Target& target : yearly.targets.all()) {
            if (target.indicator == newest.indicator && target.unitCode == newest.unitCode)
                chart.path.push_back({target.year, target.value});
        }
        std::ranges::sort(chart.path, {}, &styles::TrendPoint::year);
        chart.valuesLabel = sentence(m_words, "chart.published");
        chart.draftLabel = sentence(m_words, "chart.draft");
        chart.pathLabel = sentence(m_words, "chart.path");
        chart.colour = line;
        finish(yearly, newest.asOf);
        return chart;
    }

    styles::Bullet bulletOf(const layers::Observation& figure, const layers::Target& target) const {
        styles::Bullet bullet;
        bullet.name = indicatorName(figure.indicator);
        bullet.value = figure.value;
        bullet.target = target.value;
        bullet.valueLabel = figureText(figure, m_words);
        bullet.targetLabel = comparisonText(target, m_words) + " (" + std::to_string(target.year) + ")";
        if (!figure.value) return bullet;
        const bool met = layers::isMet(target, *figure.value);
        bullet.verdict = met ? styles::TargetVerdict::Met : styles::TargetVerdict::Missed;
        const double missing = layers::gapTo(target, *figure.value);
        bullet.gapLabel = sentence(m_words, met ? "chart.ahead" : "chart.behind",
                                   {{"gap", std::abs(missing)}, {"day", geo::isoText(figure.asOf)}});
        return bullet;
    }

    styles::BulletChart targets() {
        const ChartFigures figures = targetedFigures(m_project, m_question.period, m_progress);
        styles::BulletChart chart;
        std::optional<geo::Date> newest;
        geo::Date aimed = m_asOf;
        std::string sources, name;
        for (const layers::Observation& figure : figures.observations) {
            const auto* const target = figures.targets.targetFor(
                figure.indicator, figure.unitCode, figure.value ? figure.asOf.year : m_question.period.value_or(0));
            if (target == nullptr) continue;
            chart.bullets.push_back(bulletOf(figure, *target));
            aimed = std::max(aimed, geo::lastDayOf(target->year));
            if (!figure.value) continue;
            newest = std::max(newest.value_or(figure.asOf), figure.asOf);
            name = figure.unitName;
            sources += (sources.empty() ? "" : "; ") + figure.source;
        }
        chart.frame.size = m_request.size;
        chart.frame.text.title = sentence(m_words, "chart.targets");
        chart.frame.text.subtitle = name;
        if (newest) {
            chart.frame.text.sourceLine =
                sentence(m_words, "chart.source", {{"source", shortSource(sources, m_words)}});
            chart.frame.text.statusLine = sentence(m_words, "map.as-of", {{"day", geo::isoText(*newest)}});
        }
        chart.metLabel = sentence(m_words, "chart.met");
        chart.missedLabel = sentence(m_words, "chart.missed");
        chart.targetLabel = sentence(m_words, "chart.target");
        finish(figures, newest.value_or(aimed));
        return chart;
    }

    void finish(const ChartFigures& figures, geo::Date asOf) {
        m_project = figures.project;
        m_findings = figures.findings;
        m_asOf = asOf;
        m_count = figures.observations.size();
    }

    template <class Chart>
    Outcome paint(const Chart& chart) {
        m_progress.step("chart.drawing");
        const styles::Page page{m_request.size, m_request.pixelsPerInch, chart.frame.text.title,
                                [&](styles::Canvas& canvas, const styles::TextMeasure& measure) {
                                    styles::drawChart(chart, canvas, measure);
                                }};
        styles::paintFile(m_request.out, page, m_asOf, m_tools.session);
        const std::string file = m_request.out.string();
        Outcome outcome{.verb = "chart", .project = m_project, .findings = m_findings};
        outcome.files = {m_request.out};
        outcome.rows = {{{"file", file},
                         {"width", std::int64_t{m_request.size.width}},
                         {"height", std::int64_t{m_request.size.height}},
                         {"figures", static_cast<std::int64_t>(m_count)}}};
        outcome.summary = {{"chart.drawn", {{"file", file}}}};
        return outcome;
    }

    Project m_project;
    const ChartRequest& m_request;
    const MapTools& m_tools;
    const Catalogue& m_words;
    geo::Progress& m_progress;
    ComputeRequest m_question;
    std::optional<styles::Theme> m_theme;
    std::vector<layers::Finding> m_findings;
    geo::Date m_asOf{1970, 1, 1};
    std::size_t m_count = 0;
};

}  // namespace

std::optional<ChartKind> parseChartKind(std::string_view word) {
    if (word == "ranking") return ChartKind::Ranking;
    if (word == "trend") return ChartKind::Trend;
    if (word == "targets") return ChartKind::Targets;
    if (word == "histogram") return ChartKind::Histogram;
    return std::nullopt;
}

Outcome drawChartFile(const Project& project, const ChartRequest& request, const MapTools& tools,
                      geo::Progress& progress) {
    return ChartMaker(project, request, tools, progress).make();
}

}  // namespace app
