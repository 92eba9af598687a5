// SPDX-License-Identifier: Apache-2.0
// One thing that must stand any bytes.
#pragma once

#include <functional>
#include <stdexcept>
#include <string>
#include <vector>

namespace fuzz {

struct Target {
    std::string name;
    /// What real input looks like; everything tried is made from it.
    std::vector<std::string> seeds;
    /// Takes the bytes or refuses them with a geo::Error about the data; all else is a fault.
    std::function<void(const std::string& bytes)> attempt;
};

std::vector<Target> textTargets();
std::vector<Target> tableTargets();
std::vector<Target> sheetTargets();
std::vector<Target> nameTargets();

/// A promise that a header makes and the code broke.
inline void require(bool holds, const char* promise) {
    if (!holds) throw std::logic_error(promise);
}

}  // namespace fuzz
