// SPDX-License-Identifier: Apache-2.0
// Outcomes and errors as one JSON object, free of any locale.
#pragma once

#include <string>

#include "app/jobs/outcome.hpp"
#include "app/words/catalogue.hpp"
#include "geo/base/error.hpp"

namespace app {

std::string jsonOf(const Outcome& outcome, const Catalogue& words);
std::string jsonOf(const geo::Error& error, const std::string& verb, const Catalogue& words);

}  // namespace app
