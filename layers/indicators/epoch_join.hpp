// SPDX-License-Identifier: Apache-2.0
// Which unit of which time each row of a table means, and when a table contradicts the day it is given.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "layers/indicators/name_decisions.hpp"
#include "layers/indicators/unit_join.hpp"
#include "layers/units/lineage.hpp"

namespace layers {

/// What settled the unit and its day.
enum class JoinBasis {
    /// Not settled.
    None,
    /// The row's own code, name and district.
    Row,
    /// The row fits two times; of the rows that fit only one all are of this, or most, and the row stands
    /// among them as a unit of this time would.
    Table,
    /// The row fits two times; the day the table describes lies in this.
    Day,
    /// The row fits two times; somebody said which.
    Told,
    /// The row fits another time; somebody insisted.
    Accepted,
    /// Somebody said what this writing means.
    Decision
};
/// `row`, `table`, `day`, `told`, `accepted`, `decision`; empty for none.
std::string wordOf(JoinBasis basis);

struct JoinedRow {
    /// Of the register; nothing when the row cannot be given to a unit.
    const Unit* unit = nullptr;
    /// A day on which the code meant that unit.
    std::optional<geo::Date> epoch;
    JoinBasis basis = JoinBasis::None;
    /// Why not; beside a unit: what a person should look at.
    std::optional<geo::Message> fault;
};

struct JoinTerms {
    /// The day somebody said the codes are of.
    std::optional<geo::Date> told = {};
    /// The day the table describes: it decides only what the rows leave open.
    std::optional<geo::Date> day = {};
    /// The day told holds even where rows fit another time only.
    bool isAccepted = false;
    /// The day each row describes, where it says one; none, or one for each row.
    std::span<const std::optional<geo::Date>> days = {};
};

/// Rows that speak against the day told.
struct MisJoin {
    /// Their code or name is no unit's on that day, and is on another.
    std::int64_t unmatched = 0;
    /// Their code is on that day another territory's than on the day the row fits.
    std::int64_t changed = 0;
    /// Of these, the ones whose unit has another name as well.
    std::int64_t renamed = 0;
    bool operator==(const MisJoin&) const = default;
};

struct TableJoin {
    /// One for each key.
    std::vector<JoinedRow> rows;
    /// Where all joined rows are of one time: a day of it.
    std::optional<geo::Date> epoch;
    /// Present when rows fit only another time than the one told: unless it was accepted, nothing may be
    /// stored.
    std::optional<MisJoin> misJoin;
};

/// Joins tables whose rows may be of any time the register knows, and of communes, districts or the province.
/// Codes and names fall on other territories after a reform, so a row that fits two times with two
/// territories is settled by its district, else by the day told, else by the other rows, else by the day the
/// table describes, else by nothing. A name without code and kind that two units bore on the day its row
/// describes is no unit's of another time, unless most rows are of that time.
class EpochJoin {
  public:
    /// Register and lineage must outlive it and what it answers.
    EpochJoin(const UnitRegister& units, const Lineage& lineage, std::span<const SpellingPair> spellings = {},
              std::span<const NameDecision> decisions = {});

    /// Faults besides those of UnitJoin: `join.epoch-unsure` (code, name, days): the row fits two times;
    /// `join.district-contradicts` (code, name, district, known); `join.row-of-other-epoch` (code, name,
    ///         day) beside a unit: the row is of another time than most of its table; and where the day told
    ///         is contradicted, for each row that may be of another time `join.territory-changed` or
    ///         `join.code-moved` (code, name, known, day), else `join.other-epoch`.
    TableJoin join(std::span<const UnitKey> keys, const JoinTerms& terms) const;

    /// What a key is without a table around it: the unit of the one time its own words fit, or what somebody
    /// decided; nothing where they fit several times or none.
    JoinedRow alone(const UnitKey& key) const;

    /// A day of each time the communes stayed the same, oldest first.
    const std::vector<geo::Date>& epochs() const { return m_epochs; }

  private:
    struct Reading;
    struct Table;
    Reading read(const UnitKey& key) const;
    UnitMatch matchOn(std::size_t epoch, const UnitKey& key, const HeardName& name) const;
    std::string districtCodeOf(const std::string& written) const;
    std::optional<geo::Message> districtFault(const Unit& unit, const UnitKey& key) const;
    bool isSameTerritory(const Unit& first, const Unit& second) const;
    bool isOneTerritory(const Reading& reading) const;
    std::optional<std::size_t> epochOf(const geo::Date& day) const;
    bool bearsName(const Unit& unit, std::size_t epoch, const std::string& name) const;
    const Unit* withCode(const std::string& code, std::size_t epoch) const;
    JoinedRow decided(const NameDecision& decision) const;
    JoinedRow joined(const Reading& reading, std::size_t epoch, JoinBasis basis) const;
    bool isOfMost(const Reading& reading, const Table& table) const;
    JoinedRow unfit(const Reading& reading, std::size_t usual) const;
    JoinedRow settle(const Reading& reading, const Table& table) const;
    JoinedRow settleTold(const Reading& reading, std::size_t told) const;
    JoinedRow contradiction(const Reading& reading, std::size_t told, MisJoin& count) const;
    void joinTold(TableJoin& table, std::span<const Reading* const> readings, std::size_t told,
                  bool isAccepted) const;
    void joinUntold(TableJoin& table, std::span<const Reading* const> readings,
                    const JoinTerms& terms) const;
    std::optional<JoinedRow> inDoubt(const Reading& reading, const Table& table,
                                     std::optional<std::size_t> described) const;

    const UnitRegister& m_units;
    const Lineage& m_lineage;
    std::vector<geo::Date> m_epochs;
    /// By epoch, then by level.
    std::vector<std::vector<UnitJoin>> m_joins;
    std::map<NameKey, NameDecision> m_decisions;
    std::map<std::string, std::string> m_districtCodes;
};

}  // namespace layers
