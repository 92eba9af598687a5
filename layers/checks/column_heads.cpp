// SPDX-License-Identifier: Apache-2.0
// Heads compared by their plain words.
#include "layers/checks/column_heads.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "layers/text/plain_words.hpp"

namespace layers {
namespace {

constexpr std::array<std::string_view, 11> measuringWords{"m",  "met", "vn",  "vn2000", "2000",   "wgs",
                                                          "84", "utm", "deg", "degree", "degrees"};

std::vector<std::string_view> wordsIn(std::string_view text) {
    std::vector<std::string_view> words;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(' '), text.size());
        if (end > 0) words.push_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return words;
}

std::string runTogether(std::string_view head) {
    const std::string words = plainWords(head);
    std::string together;
    for (const std::string_view word : wordsIn(words)) {
        if (std::ranges::find(measuringWords, word) == measuringWords.end()) together += word;
    }
    return together;
}

std::string_view beforeBrackets(std::string_view head) { return head.substr(0, head.find_first_of("([")); }

struct PlainHead {
    std::string whole;
    std::string beforeBrackets;
};

std::vector<PlainHead> plainHeadsOf(const Schema& schema) {
    std::vector<PlainHead> heads;
    for (const Field& field : schema.fields()) {
        heads.push_back({runTogether(field.name), runTogether(beforeBrackets(field.name))});
    }
    return heads;
}

std::optional<std::size_t> findHead(const std::vector<PlainHead>& heads, const std::string& wanted,
                                    std::string PlainHead::*part) {
    const auto found = std::ranges::find(heads, wanted, part);
    if (found == heads.end()) return std::nullopt;
    return static_cast<std::size_t>(found - heads.begin());
}

}  // namespace

std::string plainWords(std::string_view text) {
    std::string words = plainKey(text);
    std::ranges::replace(words, '_', ' ');
    return words;
}

std::optional<std::size_t> columnNamed(const Schema& schema, std::initializer_list<std::string_view> names) {
    const std::vector<PlainHead> heads = plainHeadsOf(schema);
    for (const std::string_view name : names) {
        const std::string wanted = runTogether(name);
        if (const auto exact = schema.indexOf(name)) return exact;
        if (const auto whole = findHead(heads, wanted, &PlainHead::whole)) return whole;
    }
    for (const std::string_view name : names) {
        if (const auto part = findHead(heads, runTogether(name), &PlainHead::beforeBrackets)) return part;
    }
    return std::nullopt;
}

}  // namespace layers
