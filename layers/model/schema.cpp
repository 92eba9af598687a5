// SPDX-License-Identifier: Apache-2.0
// Finding fields by name.
#include "layers/model/schema.hpp"

#include <algorithm>

namespace layers {
namespace {

char lowerAscii(char letter) {
    return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
}

bool sameName(std::string_view a, std::string_view b) {
    return std::ranges::equal(a, b, {}, lowerAscii, lowerAscii);
}

}  // namespace

std::optional<std::size_t> Schema::indexOf(std::string_view name) const {
    const auto found =
        std::ranges::find_if(m_fields, [&](const Field& field) { return sameName(field.name, name); });
    if (found == m_fields.end()) return std::nullopt;
    return static_cast<std::size_t>(found - m_fields.begin());
}

std::optional<std::size_t> Schema::indexOfAny(std::initializer_list<std::string_view> names) const {
    for (const std::string_view name : names) {
        if (const auto index = indexOf(name)) return index;
    }
    return std::nullopt;
}

}  // namespace layers
