// SPDX-License-Identifier: Apache-2.0
// Two decimals for a percentage, none for a count.
#include "app/jobs/figure_words.hpp"

namespace app {
namespace {

std::string signOf(layers::TargetOperator comparison) {
    switch (comparison) {
        case layers::TargetOperator::AtLeast:
            return "≥";
        case layers::TargetOperator::MoreThan:
            return ">";
        case layers::TargetOperator::AtMost:
            return "≤";
        case layers::TargetOperator::LessThan:
            return "<";
        case layers::TargetOperator::About:
            return "≈";
    }
    return {};
}

}  // namespace

std::string statusWord(layers::Status status, const Catalogue& words) {
    return words.sentence("word." + layers::wordOf(status));
}

std::string statusSuffix(layers::Status status, const Catalogue& words) {
    return " (" + statusWord(status, words) + ")";
}

std::string withUnit(const std::string& number, const std::string& unit, const Catalogue& words) {
    if (unit == "%") return number + unit;
    const std::string id = "word." + unit;
    return number + " " + (words.knows(id) ? words.sentence(id) : unit);
}

std::string valueText(const std::optional<double>& value, const std::string& unit, const Catalogue& words) {
    if (!value) return {};
    return withUnit(formatNumber(*value, unit == "%" ? 2 : 0, words.language()), unit, words);
}

std::string comparisonText(const layers::Target& target, const Catalogue& words) {
    return signOf(target.comparison) + " " +
           withUnit(formatShort(target.value, words.language()), target.unit, words);
}

std::string figureText(const layers::Observation& figure, const Catalogue& words) {
    if (!figure.value) return statusWord(figure.status, words);
    return valueText(figure.value, figure.unit, words);
}

}  // namespace app
