// SPDX-License-Identifier: Apache-2.0
// Where and with what the figures came to be.
#pragma once

#include <string>
#include <vector>

#include "tests/bench/postgis.hpp"

namespace bench {

/// One line each: the machine, how busy it was, the compiler, the libraries, the peers, the day.
std::vector<std::string> describeRun(const Postgis& postgis);

}  // namespace bench
