// SPDX-License-Identifier: Apache-2.0
// Numbers and dates as people of a language write them.
#pragma once

#include <cstdint>
#include <string>

#include "geo/base/date.hpp"

namespace app {

enum class Language { Vietnamese, English };

/// `1.234,5` in Vietnamese, `1,234.5` in English; a minus is U+2212.
std::string formatNumber(double number, int decimals, Language language);
std::string formatWhole(std::int64_t number, Language language);

/// With as few decimals as the number needs, at most three.
std::string formatShort(double number, Language language);

/// `01/7/2025` in Vietnamese: a zero before days below 10 and before months 1 and 2 (Decree 30/2020);
/// `1 July 2025` in English.
std::string formatDate(const geo::Date& date, Language language);

}  // namespace app
