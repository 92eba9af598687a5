// SPDX-License-Identifier: Apache-2.0
// The inventory's codes of land and forest, and which of them count as forest.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "layers/model/table.hpp"

namespace layers {

struct ForestCode {
    /// MALDLR.
    int code = 0;
    /// LDLR.
    std::string symbol;
    /// Whether its land counts towards forest cover.
    bool counts = false;
    std::string group;
    /// Other ways in which files write the symbol.
    std::vector<std::string> aliases;
    bool operator==(const ForestCode&) const = default;
};

class ForestCodes {
  public:
    ForestCodes() = default;
    /// Errors: BadData `forest-codes.repeated` (text) for a code, symbol or alias given twice.
    explicit ForestCodes(std::vector<ForestCode> codes);

    /// Reads `code,symbol,counts` and, where present, `group,aliases` (apart by spaces, commas or
    /// semicolons). Errors: BadData `table.column-missing` (column), `table.value-invalid` (row, column,
    /// text), `forest-codes.repeated` (text) for a code, symbol or alias given twice.
    static ForestCodes fromTable(const Table& table);

    /// By code.
    const std::vector<ForestCode>& codes() const { return m_codes; }
    /// The code a symbol or alias stands for, without regard to case and outer spaces.
    std::optional<int> codeOf(std::string_view symbol) const;
    bool isKnown(int code) const { return find(code) != nullptr; }
    /// An unknown code does not count.
    bool countsAsForest(int code) const;
    /// Nothing when the code is unknown.
    const ForestCode* find(int code) const;

  private:
    std::vector<ForestCode> m_codes;
    std::map<std::string, int, std::less<>> m_codeOfSymbol;
};

}  // namespace layers
