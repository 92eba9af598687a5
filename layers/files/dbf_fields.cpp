// SPDX-License-Identifier: Apache-2.0
// Shortening names and measuring values.
#include "layers/files/dbf_fields.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <set>

#include "layers/text/encoding.hpp"

namespace layers {
namespace {

constexpr int mostDecimals = 15;
constexpr int widestNumber = 24;

std::string lowerAscii(std::string text) {
    std::ranges::transform(text, text.begin(), [](char letter) {
        return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
    });
    return text;
}

std::string unusedName(const std::string& full, const std::set<std::string>& taken) {
    std::string name = cutToBytes(full, longestDbfName);
    for (int number = 1; name.empty() || taken.contains(lowerAscii(name)); ++number) {
        const std::string suffix = fmt::format("_{}", number);
        name = cutToBytes(full.empty() ? "F" : full, longestDbfName - suffix.size()) + suffix;
    }
    return name;
}

}  // namespace

std::vector<std::string> shortFieldNames(const Schema& schema) {
    std::vector<std::string> names(schema.size());
    std::set<std::string> taken;
    const auto take = [&](std::size_t i, std::string name) {
        taken.insert(lowerAscii(name));
        names[i] = std::move(name);
    };
    // Names that fit come first: a shortened one must not take theirs.
    for (std::size_t i = 0; i < schema.size(); ++i) {
        const std::string& full = schema.fields()[i].name;
        const bool fits = !full.empty() && full.size() <= longestDbfName && !taken.contains(lowerAscii(full));
        if (fits) take(i, full);
    }
    for (std::size_t i = 0; i < schema.size(); ++i) {
        if (names[i].empty()) take(i, unusedName(schema.fields()[i].name, taken));
    }
    return names;
}

void FieldWidth::see(const Value& value) {
    if (const auto* text = std::get_if<std::string>(&value)) m_width = std::max(m_width, static_cast<int>(text->size()));
    if (const auto* whole = std::get_if<std::int64_t>(&value)) {
        m_wholeDigits = std::max(m_wholeDigits, static_cast<int>(fmt::formatted_size("{}", *whole)));
    }
    if (const auto* number = std::get_if<double>(&value); number != nullptr && std::isfinite(*number)) {
        seeNumber(*number);
    }
}

/// From the shortest text that reads back the same: `-12.5` has three whole places (the sign among them), one decimal.
void FieldWidth::seeNumber(double number) {
    fmt::memory_buffer buffer;
    fmt::format_to(std::back_inserter(buffer), "{}", number);
    const std::string_view text(buffer.data(), buffer.size());
    if (text.find('e') != std::string_view::npos) {
        const bool isLarge = std::abs(number) > 1;
        m_wholeDigits = std::max(m_wholeDigits, isLarge ? static_cast<int>(std::log10(std::abs(number))) + 2 : 2);
        m_decimals = isLarge ? m_decimals : mostDecimals;
        return;
    }
    const std::size_t point = std::min(text.find('.'), text.size());
    const std::size_t decimals = point == text.size() ? 0 : text.size() - point - 1;
    m_wholeDigits = std::max(m_wholeDigits, static_cast<int>(point));
    m_decimals = std::max(m_decimals, static_cast<int>(std::min<std::size_t>(decimals, mostDecimals)));
}

FieldPlan FieldWidth::planFor(std::string name, FieldType type) const {
    switch (type) {
        case FieldType::Text: return {std::move(name), type, std::max(m_width, 1), 0};
        case FieldType::Whole: return {std::move(name), type, m_wholeDigits, 0};
        case FieldType::Decimal: break;
    }
    // A width without decimals would come back as whole numbers.
    const int decimals = std::clamp(m_decimals, 1, std::max(1, widestNumber - m_wholeDigits - 1));
    return {std::move(name), type, std::min(m_wholeDigits + 1 + decimals, widestNumber), decimals};
}

}  // namespace layers
