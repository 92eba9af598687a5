// SPDX-License-Identifier: Apache-2.0
// Parts of a whole: which are there, what they add up to, what they are worth together.
#include "layers/indicators/part_sums.hpp"

#include <algorithm>
#include <iterator>
#include <set>

namespace layers {
namespace {

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

Terms termsOf(const std::vector<Part>& present) {
    Terms terms;
    for (const Part& part : present) {
        terms.numerator.add(*part.row->numerator);
        terms.denominator.add(*part.row->denominator);
    }
    return terms;
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
