// SPDX-License-Identifier: Apache-2.0
// Mistakes put into the files on purpose, each with the findings it must lead to.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace sample {

struct PlantedFault {
    std::string fault;
    std::string file;
    /// Data rows counted from 1; 0 for the file as a whole.
    std::int64_t row = 0;
    std::vector<std::string> findings;
};

using PlantedFaults = std::vector<PlantedFault>;

}  // namespace sample
