// SPDX-License-Identifier: Apache-2.0
// Parts of a whole: which are there, what they add up to, what they are worth together.
#include "layers/indicators/part_sums.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <numeric>
#include <set>

namespace layers {
namespace {

Ratio ratioOf(double share) {
    if (share >= 1) return {};
    constexpr std::int64_t billion = 1'000'000'000;
    const auto times = static_cast<std::int64_t>(std::llround(share * billion));
    const std::int64_t common = std::gcd(times, billion);
    return times == 0 ? Ratio{1, billion} : Ratio{times / common, billion / common};
}

/// Nothing beyond what sums can hold exactly.
std::optional<Ratio> product(const Ratio& first, const Ratio& second) {
    const std::int64_t crossed = std::gcd(first.times, second.by);
    const std::int64_t other = std::gcd(second.times, first.by);
    const Ratio one{first.times / crossed, first.by / other};
    const Ratio two{second.times / other, second.by / crossed};
    const bool fits =
        one.times <= DecimalSum::mostFactor / two.times && one.by <= DecimalSum::mostFactor / two.by;
    return fits ? std::optional(Ratio{one.times * two.times, one.by * two.by}) : std::nullopt;
}

struct Rate {
    double numerator = 0;
    double denominator = 0;

    void add(const ReportedRow& row) {
        numerator += *row.numerator;
        denominator += *row.denominator;
    }
    double value() const { return numerator / denominator; }
};

Rate rateOf(const ReportedRow& row) {
    Rate rate;
    rate.add(row);
    return rate;
}

/// Adds the parts whose own rate leads further, the furthest first: no choice of parts leads further still.
template <class Furthers>
std::optional<double> extremeOf(Rate sum, const std::vector<Part>& divided, Furthers furthers) {
    std::vector<Rate> rates;
    for (const Part& part : divided) {
        if (*part.row->denominator > 0) rates.push_back(rateOf(*part.row));
    }
    std::ranges::sort(rates,
                      [&](const Rate& first, const Rate& second) { return furthers(first, second.value()); });
    for (const Rate& rate : rates) {
        if (sum.denominator > 0 && !furthers(rate, sum.value())) break;
        sum.numerator += rate.numerator;
        sum.denominator += rate.denominator;
    }
    return sum.denominator > 0 ? std::optional(sum.value()) : std::nullopt;
}

bool hasStatus(const Part& part, Status status) { return part.row != nullptr && part.row->status == status; }

}  // namespace

std::int64_t communesOf(const std::vector<Part>& parts) {
    std::int64_t count = 0;
    for (const Part& part : parts) count += part.communes;
    return count;
}

std::vector<Part> presentOf(std::vector<Part> parts) {
    std::erase_if(parts, [](const Part& part) { return part.row == nullptr || !hasValue(*part.row); });
    return parts;
}

std::vector<Part> applicableOf(std::vector<Part> parts) {
    std::erase_if(parts, [](const Part& part) { return hasStatus(part, Status::NotApplicable); });
    return parts;
}

Terms termsOf(const Part& part) {
    Terms terms;
    const Ratio share = ratioOf(part.share);
    const auto add = [&](QuantitySum& sum, double term, const std::optional<WrittenTerm>& written) {
        const bool isMultiple = written && written->ratio;
        const auto ratio = product(share, isMultiple ? *written->ratio : Ratio{});
        if (!ratio) return sum.add(part.share * term);
        sum.add(isMultiple ? written->number : term, *ratio);
    };
    add(terms.numerator, *part.row->numerator, part.row->writtenNumerator);
    add(terms.denominator, *part.row->denominator, part.row->writtenDenominator);
    return terms;
}

std::optional<RateBounds> boundsOf(const std::vector<Part>& present) {
    std::vector<Part> divided = present;
    std::erase_if(divided, [](const Part& part) { return part.share >= 1; });
    if (divided.empty()) return std::nullopt;
    Rate whole;
    for (const Part& part : present) {
        if (part.share >= 1) whole.add(*part.row);
    }
    const auto high = extremeOf(whole, divided, [](const Rate& rate, double so_far) {
        return rate.numerator > so_far * rate.denominator;
    });
    const auto low = extremeOf(whole, divided, [](const Rate& rate, double so_far) {
        return rate.numerator < so_far * rate.denominator;
    });
    return high && low ? std::optional(RateBounds{100 * *low, 100 * *high}) : std::nullopt;
}

Terms termsOf(const std::vector<Part>& present) {
    Terms all;
    for (const Part& part : present) {
        const Terms terms = termsOf(part);
        all.numerator.add(terms.numerator);
        all.denominator.add(terms.denominator);
    }
    return all;
}

std::optional<std::pair<std::string, std::string>> mixedUnitsOf(const std::vector<Part>& present) {
    std::set<std::string> units;
    for (const Part& part : present) units.insert(part.row->termUnit);
    if (units.size() < 2) return std::nullopt;
    return std::pair{*units.begin(), *std::next(units.begin())};
}

Status statusWithoutValue(const std::vector<Part>& applicable) {
    for (const Status status : {Status::NotReported, Status::Suppressed}) {
        if (std::ranges::all_of(applicable, [&](const Part& part) { return hasStatus(part, status); }))
            return status;
    }
    return Status::Missing;
}

Status statusOfSum(const std::vector<Part>& present, Status ofSettledParts) {
    for (const Status status : {Status::Estimated, Status::Provisional}) {
        if (std::ranges::any_of(present, [&](const Part& part) { return hasStatus(part, status); }))
            return status;
    }
    return ofSettledParts;
}

}  // namespace layers
