// SPDX-License-Identifier: Apache-2.0
// Forest codes: by number, by symbol, by alias.
#include "layers/indicators/forest_codes.hpp"

#include <algorithm>

#include "geo/base/error.hpp"
#include "layers/model/row_reader.hpp"

namespace layers {
namespace {

constexpr std::string_view separators = " \t,;|";

/// Symbols are ASCII; files write them in either case, DBF pads them with spaces.
std::string symbolKey(std::string_view symbol) {
    const auto begin = symbol.find_first_not_of(separators);
    if (begin == std::string_view::npos) return {};
    std::string key(symbol.substr(begin, symbol.find_last_not_of(separators) + 1 - begin));
    for (char& letter : key) {
        if (letter >= 'a' && letter <= 'z') letter = static_cast<char>(letter - 'a' + 'A');
    }
    return key;
}

std::vector<std::string> splitAliases(std::string_view text) {
    std::vector<std::string> aliases;
    while (true) {
        const auto begin = text.find_first_not_of(separators);
        if (begin == std::string_view::npos) return aliases;
        text.remove_prefix(begin);
        const auto length = std::min(text.find_first_of(separators), text.size());
        aliases.emplace_back(text.substr(0, length));
        text.remove_prefix(length);
    }
}

bool truthIn(const RowReader& row, std::string_view column) {
    const std::string text = row.requiredText(column);
    if (text == "1" || text == "true" || text == "yes") return true;
    if (text == "0" || text == "false" || text == "no") return false;
    row.refuse(column);
}

ForestCode codeIn(const RowReader& row) {
    const std::int64_t code = row.requiredWholeNumber("code");
    if (code < 1 || code > 9999) row.refuse("code");
    return {static_cast<int>(code), row.requiredText("symbol"), truthIn(row, "counts"), row.text("group"),
            splitAliases(row.text("aliases"))};
}

[[noreturn]] void refuseRepeated(const std::string& text) {
    throw geo::Error(geo::ErrorKind::BadData, "forest-codes.repeated", {{"text", text}});
}

}  // namespace

ForestCodes::ForestCodes(std::vector<ForestCode> codes) : m_codes(std::move(codes)) {
    std::ranges::stable_sort(m_codes, {}, &ForestCode::code);
    const auto add = [&](const std::string& symbol, int code) {
        if (!m_codeOfSymbol.try_emplace(symbolKey(symbol), code).second) refuseRepeated(symbol);
    };
    for (std::size_t index = 0; index < m_codes.size(); ++index) {
        const ForestCode& code = m_codes[index];
        if (index > 0 && m_codes[index - 1].code == code.code) refuseRepeated(std::to_string(code.code));
        add(code.symbol, code.code);
        for (const std::string& alias : code.aliases) add(alias, code.code);
    }
}

ForestCodes ForestCodes::fromTable(const Table& table) {
    requireColumns(table, {"code", "symbol", "counts"});
    std::vector<ForestCode> codes;
    codes.reserve(table.rows.size());
    for (std::size_t row = 0; row < table.rows.size(); ++row) codes.push_back(codeIn(RowReader(table, row)));
    return ForestCodes(std::move(codes));
}

std::optional<int> ForestCodes::codeOf(std::string_view symbol) const {
    const auto found = m_codeOfSymbol.find(symbolKey(symbol));
    if (found == m_codeOfSymbol.end()) return std::nullopt;
    return found->second;
}

bool ForestCodes::countsAsForest(int code) const {
    const ForestCode* known = find(code);
    return known != nullptr && known->counts;
}

const ForestCode* ForestCodes::find(int code) const {
    const auto found = std::ranges::lower_bound(m_codes, code, {}, &ForestCode::code);
    return found != m_codes.end() && found->code == code ? &*found : nullptr;
}

}  // namespace layers
