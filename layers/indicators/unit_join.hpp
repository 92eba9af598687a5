// SPDX-License-Identifier: Apache-2.0
// Which unit of a day a row means by the code and the name it gives.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "geo/base/date.hpp"
#include "geo/base/message.hpp"
#include "layers/indicators/unit_key.hpp"
#include "layers/indicators/unit_names.hpp"
#include "layers/model/table.hpp"
#include "layers/units/unit_register.hpp"

namespace layers {

struct UnitMatch {
    /// Of the register; nothing when the row cannot be given to a unit.
    const Unit* unit = nullptr;
    /// Why not; beside a unit: what a person should look at.
    std::optional<geo::Message> fault;
};

/// Two writings of one unit's name, both met in files.
struct SpellingPair {
    std::string first;
    std::string second;
    std::string unitCode;
    bool operator==(const SpellingPair&) const = default;
};

/// Reads `name_a,name_b,unit_code`.
/// Errors: BadData `table.column-missing` (column), `table.value-invalid` (row, column, text).
std::vector<SpellingPair> spellingPairsFromTable(const Table& table);

/// Codes are reused for other territories and names move to others, so both must agree on one day.
/// Names meet by unitNameKey() and the spelling pairs, never by likeness: a likely name is only proposed.
/// Faults: `join.empty`; `join.unknown` (code, name); `join.name-unknown` (code, name); `join.name-near`
///         (code, name, proposal); `join.ambiguous` (code, name): a code that other times gave to another
///         unit, without a name that decides, or a name of two units; `join.other-epoch` (code, name, day);
///         `join.contradicts` (code, name, known): the code of one unit and the name of another;
///         `join.name-differs` (code, name, known), beside the unit: a name no unit ever had.
class UnitJoin {
  public:
    /// The register must outlive it and what it answers.
    UnitJoin(const UnitRegister& units, UnitLevel level, geo::Date epoch,
             std::span<const SpellingPair> spellings = {});

    /// Of several units of one name, those of the district named, if it is one's code.
    UnitMatch match(const UnitKey& key) const;
    /// The same for a name heard before.
    UnitMatch match(const UnitKey& key, const HeardName& name) const;
    UnitLevel level() const { return m_level; }

  private:
    struct Known {
        const Unit* unit;
        UnitWord word;
        /// The name, then its other spellings: as unitNameKey() has them, and as they are typed.
        std::vector<std::string> keys;
        std::vector<SpeltName> typed;
    };
    struct Asked;

    bool isNow(const Known& known) const { return known.unit->isInForce(m_epoch); }
    const Known* nowWithCode(std::string_view code) const;
    bool isReused(std::string_view code) const;
    std::vector<const Known*> namedNow(const Asked& asked) const;
    const Known* elsewhere(const Asked& asked) const;
    const Known* elsewhereByKind(const Asked& asked, std::span<const Known* const> named) const;
    UnitMatch matchBoth(const Asked& asked) const;
    UnitMatch matchCode(const Asked& asked) const;
    UnitMatch matchName(const Asked& asked) const;
    UnitMatch matchMisspelt(const Asked& asked, const Known& known) const;
    UnitMatch nameUnknown(const Asked& asked) const;
    const Known* onlyNear(const SpeltName& typed) const;
    std::span<const std::size_t> named(const std::string& nameKey) const;
    geo::Message otherEpoch(const Asked& asked, const Known& known) const;

    UnitLevel m_level;
    geo::Date m_epoch;
    /// Of every time.
    std::vector<Known> m_known;
    /// Their places by each of their keys.
    std::unordered_map<std::string, std::vector<std::size_t>> m_byName;
    std::unordered_map<std::string, std::vector<std::size_t>> m_byCode;
    std::vector<geo::Date> m_epochs;
};

/// For tables whose rows are of several levels: the one level at which code and name agree.
/// Faults: as for a join; `join.ambiguous` when a name without code is a unit's at two levels.
UnitMatch matchAtAnyLevel(std::span<const UnitJoin> joins, const UnitKey& key);
UnitMatch matchAtAnyLevel(std::span<const UnitJoin> joins, const UnitKey& key, const HeardName& name);

}  // namespace layers
