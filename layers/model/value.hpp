// SPDX-License-Identifier: Apache-2.0
// The value of one field: nothing, a whole number, a decimal number or text.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

namespace layers {

/// Nothing is std::monostate and never zero; text is UTF-8 in NFC.
using Value = std::variant<std::monostate, std::int64_t, double, std::string>;

/// The same over text that stands elsewhere.
using ValueView = std::variant<std::monostate, std::int64_t, double, std::string_view>;

ValueView viewOf(const Value& value);

inline bool isMissing(const Value& value) { return std::holds_alternative<std::monostate>(value); }

/// The number a value holds; text is read only when the whole of it is a plain number (`12`, `-3.5`).
std::optional<double> numberIn(const ValueView& value);
std::optional<double> numberIn(const Value& value);

/// As numberIn(), for whole numbers; `12.0` is whole, `12.5` is nothing.
std::optional<std::int64_t> wholeNumberIn(const ValueView& value);
std::optional<std::int64_t> wholeNumberIn(const Value& value);

/// Locale-free text: shortest decimal that reads back the same; nothing becomes the empty text.
std::string textIn(const ValueView& value);
std::string textIn(const Value& value);

}  // namespace layers
