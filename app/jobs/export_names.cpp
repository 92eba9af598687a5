// SPDX-License-Identifier: Apache-2.0
// Kind and year, or the own name, and a number where it is taken.
#include "app/jobs/export_names.hpp"

#include <algorithm>

#include "app/jobs/workspace_view.hpp"
#include "layers/text/names.hpp"

namespace app {
namespace {

std::string epochSuffix(const layers::LayerRecord& record) {
    const auto& day = record.epoch ? record.epoch : record.asOf;
    return day ? "_" + std::to_string(day->year) : std::string();
}

}  // namespace

std::string exportName(const layers::LayerRecord& record) {
    if (levelOf(record.kind)) return layers::wordOf(record.kind) + epochSuffix(record);
    return record.name;
}

std::string exportNameBeside(std::span<const layers::LayerToWrite> others, const std::string& name) {
    const auto isTaken = [&](const std::string& wanted) {
        return std::ranges::any_of(others, [&](const layers::LayerToWrite& other) {
            return layers::matchKey(other.name) == layers::matchKey(wanted);
        });
    };
    std::string own = name;
    for (int number = 2; isTaken(own); ++number) own = name + "_" + std::to_string(number);
    return own;
}

}  // namespace app
