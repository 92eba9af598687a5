// SPDX-License-Identifier: Apache-2.0
// A figure as people write it: with its unit, or the word for why there is none.
#pragma once

#include <optional>
#include <string>

#include "app/words/catalogue.hpp"
#include "layers/indicators/observation.hpp"
#include "layers/indicators/targets.hpp"

namespace app {

/// `ước tính`.
std::string statusWord(layers::Status status, const Catalogue& words);

/// ` (ước tính)`, to stand behind a figure or its title.
std::string statusSuffix(layers::Status status, const Catalogue& words);

/// `55%`, but `64 mô hình`.
std::string withUnit(const std::string& number, const std::string& unit, const Catalogue& words);

/// `51,87%`, `64 mô hình`; `chưa có số liệu` and the like where there is no value.
std::string figureText(const layers::Observation& figure, const Catalogue& words);

/// The value alone; empty where there is none.
std::string valueText(const std::optional<double>& value, const std::string& unit, const Catalogue& words);

/// `≥ 55%`.
std::string comparisonText(const layers::Target& target, const Catalogue& words);

}  // namespace app
