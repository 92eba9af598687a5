// SPDX-License-Identifier: Apache-2.0
// Evidence of a column before any of its cells is touched.
#include "layers/indicators/share_reading.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <iterator>
#include <set>

#include "layers/text/number_text.hpp"
#include "layers/text/plain_words.hpp"

namespace layers {
namespace {

constexpr std::size_t fewestForEvidence = 3;

/// Of a unit's own word, or none: a target without a unit is one in percent.
bool isShare(const Target& target) { return target.unit.empty() || isShareUnit(target.unit); }

bool isAtMostOne(double value) { return value > 0 && value <= 1; }

std::string textOf(double number) { return fmt::format("{}", number); }

using Rows = std::vector<ReportedRow*>;

/// Said by the cell itself.
bool isTypedPercent(const ReportedRow& row) {
    return row.writtenNumerator && isShareUnit(row.writtenNumerator->unit);
}

template <class Claim>
Rows judged(std::span<ReportedRow> rows, Claim claim) {
    Rows found;
    for (ReportedRow& row : rows) {
        if (hasValue(row) && *row.denominator > 0 && claim(row)) found.push_back(&row);
    }
    return found;
}

template <class Claim>
std::size_t countOf(const Rows& rows, Claim claim) {
    return static_cast<std::size_t>(
        std::ranges::count_if(rows, [&](const ReportedRow* row) { return claim(*row); }));
}

bool areRates(const Rows& rows) {
    std::set<double> wholes;
    for (const ReportedRow* const row : rows) wholes.insert(*row->denominator);
    const bool isOneWhole = wholes.size() == 1 && (*wholes.begin() == 1 || *wholes.begin() == 100);
    return isOneWhole && countOf(rows, [](const ReportedRow& row) {
                             return *row.numerator <= *row.denominator;
                         }) == rows.size();
}

bool arePercents(const Rows& rows) {
    const auto above =
        countOf(rows, [](const ReportedRow& row) { return *row.numerator > *row.denominator; });
    const auto upToHundred = countOf(rows, [](const ReportedRow& row) { return *row.numerator <= 100; });
    return 2 * above > rows.size() && upToHundred == rows.size();
}

/// Amounts as small as that beside wholes far larger are rare; shares beside them are not.
bool mayBeRatios(const Rows& rows) {
    const auto inside = countOf(rows, [](const ReportedRow& row) { return isAtMostOne(*row.numerator); });
    const auto farBelow =
        countOf(rows, [](const ReportedRow& row) { return *row.denominator > 10 * *row.numerator; });
    return inside == rows.size() && farBelow == rows.size();
}

void makeAmount(ReportedRow& row, ShareReading told) {
    const double share = *row.numerator;
    const std::int64_t whole = told == ShareReading::Ratio ? 1 : 100;
    // Fifteen digits hold every product of two decimals people write, and none of binary's noise.
    const std::string product = fmt::format("{:.15g}", share * *row.denominator / static_cast<double>(whole));
    double amount = 0;
    std::from_chars(product.data(), product.data() + product.size(), amount);
    row.numerator = amount;
    row.writtenNumerator = WrittenTerm{share, whole == 1 ? "ratio" : "%", std::nullopt};
}

/// Rows with a code alone are called by it.
std::string calledBy(const ReportedRow& row) { return row.unitName.empty() ? row.unitCode : row.unitName; }

ShareFindings makeAmounts(const Rows& rows, ShareReading told) {
    ShareFindings settled;
    for (ReportedRow* const row : rows) {
        const bool isTooLarge = *row->numerator > (told == ShareReading::Ratio ? 1 : 100);
        if (isTooLarge)
            settled.findings.push_back(
                {{"figure.share-suspicious", {{"name", calledBy(*row)}, {"value", *row->numerator}}},
                 row->row,
                 row->unitCode});
        makeAmount(*row, told);
    }
    return settled;
}

Finding strayFinding(const ReportedRow& row) {
    std::vector<geo::Argument> arguments{
        {"name", calledBy(row)}, {"value", row.writtenNumerator->number}, {"amount", *row.numerator}};
    if (row.termUnit.empty()) return {{"figure.percent-among-numbers", arguments}, row.row, row.unitCode};
    arguments.push_back({"unit", row.termUnit});
    return {{"figure.percent-among-amounts", arguments}, row.row, row.unitCode};
}

/// A percent typed among amounts may be a slip of the hand.
void noteStrays(std::vector<Finding>& findings, const Rows& typed, const Rows& known) {
    const bool isUsual = typed.size() > known.size() && typed.size() >= fewestForEvidence;
    for (const ReportedRow* const row : typed) {
        if (!isUsual && !isShareUnit(row->termUnit)) findings.push_back(strayFinding(*row));
    }
}

Finding countFinding(const char* id, const Rows& rows) {
    return {{id, {{"count", static_cast<std::int64_t>(rows.size())}}}, rows.front()->row, {}};
}

}  // namespace

std::optional<ShareReading> parseShareReading(std::string_view word) {
    if (word == "ratio") return ShareReading::Ratio;
    return word == "percent" ? std::optional(ShareReading::Percent) : std::nullopt;
}

bool isShareUnit(std::string_view text) {
    constexpr std::array<std::string_view, 6> words{"phan_tram", "percent", "ty_le",
                                                    "ti_le",     "ratio",   "ty_so"};
    const auto begin = text.find_first_not_of(" \t\r\n");
    const auto end = text.find_last_not_of(" \t\r\n");
    if (begin != std::string_view::npos && begin == end && text[begin] == '%') return true;
    return std::ranges::count(words, plainKey(text)) > 0;
}

ShareFindings settleTargetShares(std::span<Target> targets, std::span<const std::int64_t> rows,
                                 std::optional<ShareReading> told) {
    const auto shares = std::ranges::count_if(targets, isShare);
    const auto small = std::ranges::count_if(targets, [](const Target& target) {
        return isShare(target) && isAtMostOne(target.value) && !target.hasPercentSign;
    });
    const bool hasSign = std::ranges::any_of(targets, &Target::hasPercentSign);
    ShareFindings settled;
    if (!told && !hasSign && 2 * small > shares) {
        const auto witness = std::ranges::find_if(
            targets, [](const Target& target) { return isShare(target) && isAtMostOne(target.value); });
        settled.question = geo::Message{
            "import.share-undecided", {{"witness", textOf(witness->value)}, {"count", std::int64_t{small}}}};
        return settled;
    }
    const bool isRatio = told == ShareReading::Ratio;
    for (std::size_t i = 0; i < targets.size(); ++i) {
        Target& target = targets[i];
        if (!isShare(target) || target.hasPercentSign) continue;
        const bool isOdd = isRatio ? target.value > 1 : !told && isAtMostOne(target.value);
        if (isOdd)
            settled.findings.push_back(
                {{"target.share-suspicious", {{"code", target.unitCode}, {"value", target.value}}},
                 rows[i],
                 target.unitCode});
        if (!isRatio) continue;
        target.value = hundredTimes(target.value);
        target.unit = "%";
    }
    return settled;
}

ShareFindings settleShares(std::span<ReportedRow> rows, std::optional<ShareReading> told) {
    const Rows typed = judged(rows, isTypedPercent);
    ShareFindings settled = makeAmounts(typed, ShareReading::Percent);
    const Rows known = judged(rows, [](const ReportedRow& row) { return !isTypedPercent(row); });
    if (!told) noteStrays(settled.findings, typed, known);
    if (told) {
        auto amounts = makeAmounts(known, *told);
        std::ranges::move(amounts.findings, std::back_inserter(settled.findings));
        return settled;
    }
    if (known.size() < fewestForEvidence) return settled;
    if (areRates(known)) {
        settled.findings.push_back(countFinding("figure.rates-not-amounts", known));
        for (ReportedRow* const row : known) row->termUnit = "%";
    } else if (arePercents(known)) {
        settled.question = geo::Message{"import.numerators-undecided",
                                        {{"witness", textOf(*known.front()->numerator)},
                                         {"count", static_cast<std::int64_t>(known.size())}}};
    } else if (mayBeRatios(known)) {
        settled.findings.push_back(countFinding("figure.numerators-may-be-shares", known));
    }
    return settled;
}

}  // namespace layers
