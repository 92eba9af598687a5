// SPDX-License-Identifier: Apache-2.0
// Title, legend and notes from the figures' own facts.
#include "app/jobs/map_words.hpp"

#include <filesystem>

namespace app {
namespace {

using Arguments = std::vector<geo::Argument>;

std::string classLabel(const styles::Theme& theme, std::size_t index, const Catalogue& words) {
    const auto from = theme.breaks.from(index);
    const auto below = theme.breaks.below(index);
    if (!from && !below) return words.sentence("map.class-all");
    if (!from) return words.sentence("map.class-below", {{"below", *below}, {"unit", theme.unit}});
    if (!below) return words.sentence("map.class-from", {{"from", *from}, {"unit", theme.unit}});
    return words.sentence("map.class-between", {{"from", *from}, {"below", *below}, {"unit", theme.unit}});
}

std::string levelWord(const std::string& prefix, const layers::Observation& sample, const Catalogue& words) {
    return words.sentence(prefix + layers::wordOf(sample.level));
}

styles::MapFigure provinceFigure(const MapFacts& facts, const Catalogue& words) {
    if (!facts.province.value) return {};
    const double value = *facts.province.value;
    styles::MapFigure figure{
        words.sentence("map.province"), formatNumber(value, 2, words.language()) + facts.province.unit, {}};
    const auto* target =
        facts.targets.targetFor(facts.sample.indicator, facts.province.unitCode, facts.province.asOf.year);
    if (target == nullptr) return figure;
    const double missing = layers::gapTo(*target, value);
    figure.note = words.sentence(missing > 0 ? "map.below-target" : "map.target-met",
                                 {{"year", std::to_string(target->year)},
                                  {"target", target->value},
                                  {"gap", missing > 0 ? missing : -missing}});
    return figure;
}

std::string fileName(const std::string& path) { return std::filesystem::path(path).filename().string(); }

std::string releaseId(layers::Release release) {
    switch (release) {
        case layers::Release::Draft:
            return "map.release-draft";
        case layers::Release::Provisional:
            return "map.release-provisional";
        case layers::Release::Approved:
            return "map.release-approved";
    }
    return {};
}

/// Many files of one delivery are named by the first and their number.
std::string shortSource(const std::string& source, const Catalogue& words) {
    const std::size_t first = source.find("; ");
    if (first == std::string::npos) return source;
    std::int64_t others = 1;
    for (std::size_t at = source.find("; ", first + 1); at != std::string::npos;
         at = source.find("; ", at + 1)) {
        ++others;
    }
    return words.sentence("map.source-and-others", {{"file", source.substr(0, first)}, {"count", others}});
}

}  // namespace

std::vector<std::string> classLabels(const styles::Theme& theme, const Catalogue& words) {
    std::vector<std::string> labels;
    for (std::size_t index = 0; index < theme.breaks.count(); ++index) {
        labels.push_back(classLabel(theme, index, words));
    }
    return labels;
}

styles::MapText mapText(const MapFacts& facts, const Catalogue& words) {
    const layers::Observation& sample = facts.sample;
    styles::MapText text;
    text.title = words.sentence("map.title." + facts.theme.id, {{"year", std::to_string(sample.asOf.year)}});
    text.subtitle = levelWord("map.by-", sample, words);
    text.legendTitle = words.sentence("map.legend." + facts.theme.id, {{"unit", facts.theme.unit}});
    text.classLabels = classLabels(facts.theme, words);
    text.noDataLabel = words.sentence("word.missing");
    text.countSuffix = levelWord("map.count-", sample, words);
    text.referenceLabel = facts.province.value ? words.sentence("map.reference") : std::string();
    text.figure = provinceFigure(facts, words);
    text.notes = {words.sentence("map.method-" + sample.method),
                  words.sentence("map.rubber-" + layers::wordOf(facts.rubber)),
                  words.sentence("map.denominator-" + sample.denominatorKind)};
    text.sourceLine = words.sentence("map.source", {{"plots", shortSource(sample.source, words)},
                                                    {"borders", fileName(facts.borders.path)}});
    text.statusLine = words.sentence("map.as-of", {{"day", geo::isoText(sample.asOf)}}) + " · " +
                      words.sentence(releaseId(sample.release));
    text.northLetter = words.sentence("map.north");
    text.scaleUnit = "km";
    return text;
}

}  // namespace app
