// SPDX-License-Identifier: Apache-2.0
// Heads against keys.
#include "layers/indicators/column_finder.hpp"

#include <string>
#include <vector>

#include "layers/text/plain_words.hpp"

namespace layers {
namespace {

constexpr std::size_t dbfLength = 10;

enum class Length { Whole, Cut };

std::optional<std::size_t> columnWith(const std::vector<std::string>& keys, std::string_view head,
                                      Length length) {
    for (std::size_t i = 0; i < keys.size(); ++i) {
        const bool isCut = keys[i].size() >= dbfLength - 1 && head.size() > dbfLength &&
                           keys[i].size() <= dbfLength && head.starts_with(keys[i]);
        if (length == Length::Cut ? isCut : keys[i] == head) return i;
    }
    return std::nullopt;
}

}  // namespace

std::optional<std::size_t> columnUnder(const Schema& schema, std::initializer_list<std::string_view> heads) {
    std::vector<std::string> keys;
    for (const Field& field : schema.fields()) keys.push_back(plainKey(field.name));
    for (const Length length : {Length::Whole, Length::Cut}) {
        for (const std::string_view head : heads) {
            if (const auto column = columnWith(keys, head, length)) return column;
        }
    }
    return std::nullopt;
}

}  // namespace layers
