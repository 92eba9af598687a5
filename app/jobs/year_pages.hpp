// SPDX-License-Identifier: Apache-2.0
// The yearly report as pages of office paper, to be signed.
#pragma once

#include "app/jobs/year_facts.hpp"
#include "app/words/catalogue.hpp"
#include "styles/map/minutes_pages.hpp"

namespace app {

styles::MinutesSheet yearPages(const YearFacts& facts, const Catalogue& words);

}  // namespace app
