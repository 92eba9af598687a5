// SPDX-License-Identifier: Apache-2.0
// Values read as numbers or text, independent of any locale.
#include "layers/model/value.hpp"

#include <fmt/format.h>

#include <charconv>
#include <cmath>

namespace layers {
namespace {

std::optional<double> parsePlainNumber(std::string_view text) {
    double number = 0;
    const char* const end = text.data() + text.size();
    const auto [stop, fault] = std::from_chars(text.data(), end, number);
    if (fault != std::errc{} || stop != end || !std::isfinite(number)) return std::nullopt;
    return number;
}

}  // namespace

ValueView viewOf(const Value& value) {
    return std::visit([](const auto& held) { return ValueView(held); }, value);
}

std::optional<double> numberIn(const ValueView& value) {
    if (const auto* whole = std::get_if<std::int64_t>(&value)) return static_cast<double>(*whole);
    if (const auto* number = std::get_if<double>(&value)) return *number;
    if (const auto* text = std::get_if<std::string_view>(&value)) return parsePlainNumber(*text);
    return std::nullopt;
}

std::optional<double> numberIn(const Value& value) { return numberIn(viewOf(value)); }

std::optional<std::int64_t> wholeNumberIn(const ValueView& value) {
    if (const auto* whole = std::get_if<std::int64_t>(&value)) return *whole;
    const auto number = numberIn(value);
    if (!number || *number != std::floor(*number) || std::abs(*number) > 9e15) return std::nullopt;
    return static_cast<std::int64_t>(*number);
}

std::optional<std::int64_t> wholeNumberIn(const Value& value) { return wholeNumberIn(viewOf(value)); }

std::string textIn(const ValueView& value) {
    if (const auto* whole = std::get_if<std::int64_t>(&value)) return fmt::to_string(*whole);
    if (const auto* number = std::get_if<double>(&value)) return fmt::format("{}", *number);
    if (const auto* text = std::get_if<std::string_view>(&value)) return std::string(*text);
    return {};
}

std::string textIn(const Value& value) { return textIn(viewOf(value)); }

}  // namespace layers
