// SPDX-License-Identifier: Apache-2.0
// Every row against every time, then the table as a whole.
#include "layers/indicators/epoch_join.hpp"

#include <algorithm>
#include <array>
#include <numeric>
#include <set>

#include "layers/text/names.hpp"

namespace layers {
namespace {

constexpr std::array rowLevels{UnitLevel::Commune, UnitLevel::District, UnitLevel::Province};

/// Shares come from tables of decimals.
constexpr double wholeShare = 1 - 1e-6;

std::vector<geo::Date> epochsOf(const UnitRegister& units) {
    std::set<geo::Date> days;
    for (const UnitLevel level : {UnitLevel::Commune, UnitLevel::District})
        for (const geo::Date& day : units.epochs(level)) days.insert(day);
    std::vector<geo::Date> epochs;
    for (const geo::Date& day : days) {
        const bool isNew = epochs.empty() || units.inForce(UnitLevel::Commune, epochs.back()) !=
                                                 units.inForce(UnitLevel::Commune, day);
        if (isNew) epochs.push_back(day);
    }
    return epochs;
}

bool isKnown(const UnitMatch& match) { return match.unit != nullptr; }
bool isClean(const UnitMatch& match) { return match.unit != nullptr && !match.fault; }

}  // namespace

/// What a key is on each of the epochs.
struct EpochJoin::Reading {
    UnitKey key;
    std::vector<UnitMatch> onEpoch;
    /// The epochs on which it is a unit, those without a remark before those with one.
    std::vector<std::size_t> fits;
    bool isOneTerritory = false;
    const NameDecision* decision = nullptr;

    bool isSettled() const { return decision == nullptr && fits.size() == 1; }
    bool isOpen() const { return decision == nullptr && fits.size() > 1 && !isOneTerritory; }
    bool fitsOn(std::size_t epoch) const { return std::ranges::count(fits, epoch) > 0; }
    /// Two units bear the name there, and no code says which.
    bool isInDoubtOn(std::size_t epoch) const {
        const auto& fault = onEpoch[epoch].fault;
        return key.code.empty() && fault && fault->id == "join.ambiguous";
    }
};

/// What the rows of a table say together.
struct EpochJoin::Table {
    /// How many rows fit each epoch only.
    std::vector<std::int64_t> settled;
    /// The units of these rows.
    std::vector<std::set<std::string>> units;
    std::optional<std::size_t> describes;
    std::size_t size = 0;

    /// Of all rows, not only of those that fit one epoch.
    bool isMostlyOf(std::size_t epoch) const {
        return 2 * static_cast<std::size_t>(settled[epoch]) > size;
    }
    std::size_t epochs() const {
        return static_cast<std::size_t>(std::ranges::count_if(settled, [](auto rows) { return rows > 0; }));
    }
    /// The newer of two that are as frequent.
    std::size_t most() const {
        std::size_t best = settled.size() - 1;
        for (std::size_t i = settled.size(); i-- > 0;)
            if (settled[i] > settled[best]) best = i;
        return best;
    }
    bool hasMajority() const { return 2 * settled[most()] > std::reduce(settled.begin(), settled.end()); }
    bool hasRowsAfter(std::size_t epoch) const {
        return std::any_of(settled.begin() + static_cast<std::ptrdiff_t>(epoch) + 1, settled.end(),
                           [](auto rows) { return rows > 0; });
    }
    std::size_t usual() const { return epochs() == 0 && describes ? *describes : most(); }
};

std::string wordOf(JoinBasis basis) {
    constexpr std::array<const char*, 7> words{"", "row", "table", "day", "told", "accepted", "decision"};
    return words.at(static_cast<std::size_t>(basis));
}

EpochJoin::EpochJoin(const UnitRegister& units, const Lineage& lineage,
                     std::span<const SpellingPair> spellings, std::span<const NameDecision> decisions)
    : m_units(units), m_lineage(lineage), m_epochs(epochsOf(units)) {
    for (const geo::Date& epoch : m_epochs) {
        auto& joins = m_joins.emplace_back();
        for (const UnitLevel level : rowLevels) joins.emplace_back(units, level, epoch, spellings);
    }
    for (const NameDecision& decision : decisions) m_decisions[nameKeyOf(decision.written)] = decision;
    for (const Unit& unit : units.units()) {
        if (unit.level != UnitLevel::District) continue;
        m_districtCodes[unit.code] = unit.code;
        m_districtCodes[unitNameKey(unit.name)] = unit.code;
    }
}

/// Sections of a sheet come as a list; the first that is a district's counts.
std::string EpochJoin::districtCodeOf(const std::string& written) const {
    constexpr std::string_view between = " | ";
    if (const auto at = written.find(between); at != std::string::npos) {
        std::string code = districtCodeOf(written.substr(0, at));
        return code.empty() ? districtCodeOf(written.substr(at + between.size())) : code;
    }
    const std::string code = unitCodeIn(Value(written), UnitLevel::District);
    if (const auto found = m_districtCodes.find(code); found != m_districtCodes.end()) return found->second;
    const auto found = m_districtCodes.find(unitNameKey(written));
    return found == m_districtCodes.end() ? std::string() : found->second;
}

/// A commune of a time without districts fits the district of any commune it was made of.
std::optional<geo::Message> EpochJoin::districtFault(const Unit& unit, const UnitKey& key) const {
    if (key.district.empty() || unit.level != UnitLevel::Commune || unit.parent == key.district) return {};
    const auto rows = m_lineage.predecessors(unit);
    const bool isOld = m_districtCodes.contains(unit.parent);
    if (!isOld && (rows.empty() || std::ranges::any_of(rows, [&](const LineageRow& row) {
                       return row.districtCode == key.district;
                   })))
        return {};
    return geo::Message{
        "join.district-contradicts",
        {{"code", key.code}, {"name", key.name}, {"district", key.district}, {"known", unit.name}}};
}

UnitMatch EpochJoin::matchOn(std::size_t epoch, const UnitKey& key, const HeardName& name) const {
    UnitMatch match = matchAtAnyLevel(m_joins[epoch], key, name);
    if (match.unit == nullptr) return match;
    if (auto fault = districtFault(*match.unit, key)) return {nullptr, std::move(fault)};
    return match;
}

EpochJoin::Reading EpochJoin::read(const UnitKey& key) const {
    Reading reading{key, {}, {}, false, nullptr};
    const auto decision = m_decisions.find(nameKeyOf(key));
    if (decision != m_decisions.end()) reading.decision = &decision->second;
    reading.key.district = districtCodeOf(key.district);
    const HeardName name = heardName(key.name);
    for (std::size_t epoch = 0; epoch < m_epochs.size(); ++epoch)
        reading.onEpoch.push_back(matchOn(epoch, reading.key, name));
    const bool hasClean = std::ranges::any_of(reading.onEpoch, isClean);
    for (std::size_t epoch = 0; epoch < m_epochs.size(); ++epoch)
        if (hasClean ? isClean(reading.onEpoch[epoch]) : isKnown(reading.onEpoch[epoch]))
            reading.fits.push_back(epoch);
    reading.isOneTerritory = isOneTerritory(reading);
    return reading;
}

bool EpochJoin::isSameTerritory(const Unit& first, const Unit& second) const {
    if (&first == &second) return true;
    if (first.level != second.level) return false;
    const bool isOlder = first.validTo && second.validFrom && *first.validTo < *second.validFrom;
    const Unit& older = isOlder ? first : second;
    const Unit& newer = isOlder ? second : first;
    const auto from = m_lineage.predecessors(newer);
    return from.size() == 1 && from.front().oldCode == older.code && from.front().share >= wholeShare &&
           m_lineage.successors(older).size() == 1;
}

bool EpochJoin::isOneTerritory(const Reading& reading) const {
    return std::ranges::all_of(reading.fits, [&](std::size_t epoch) {
        return isSameTerritory(*reading.onEpoch[reading.fits.front()].unit, *reading.onEpoch[epoch].unit);
    });
}

std::optional<std::size_t> EpochJoin::epochOf(const geo::Date& day) const {
    const auto units = m_units.inForce(UnitLevel::Commune, day);
    for (std::size_t epoch = 0; epoch < m_epochs.size(); ++epoch)
        if (m_units.inForce(UnitLevel::Commune, m_epochs[epoch]) == units) return epoch;
    return std::nullopt;
}

/// A spelling known for the unit is its name too.
bool EpochJoin::bearsName(const Unit& unit, std::size_t epoch, const std::string& name) const {
    return unitNameKey(unit.name) == unitNameKey(name) ||
           isClean(matchOn(epoch, {unit.code, name}, heardName(name)));
}

/// Whoever names the day of a code alone says what it means.
const Unit* EpochJoin::withCode(const std::string& code, std::size_t epoch) const {
    for (const UnitLevel level : rowLevels) {
        const std::string whole = unitCodeIn(Value(code), level);
        if (whole.empty()) return nullptr;
        if (const Unit* const unit = m_units.find(whole, level, m_epochs[epoch])) return unit;
    }
    return nullptr;
}

JoinedRow EpochJoin::joined(const Reading& reading, std::size_t epoch, JoinBasis basis) const {
    const UnitMatch& match = reading.onEpoch[epoch];
    if (match.unit == nullptr) return {nullptr, std::nullopt, JoinBasis::None, match.fault};
    return {match.unit, m_epochs[epoch], basis, match.fault};
}

/// A contradiction tells more than a time at which the row is unknown.
JoinedRow EpochJoin::unfit(const Reading& reading, std::size_t usual) const {
    for (std::size_t epoch = 0; epoch < m_epochs.size(); ++epoch) {
        const auto& fault = reading.onEpoch[epoch].fault;
        if (fault && fault->id == "join.district-contradicts") return joined(reading, epoch, JoinBasis::None);
    }
    return joined(reading, usual, JoinBasis::None);
}

/// In a table of two times a row is of the greater part of it if it stands there as a unit of that time
/// would: a new unit without the old ones it was made of, an old one with them.
bool EpochJoin::isOfMost(const Reading& reading, const Table& table) const {
    const std::size_t most = table.most();
    if (table.epochs() == 0 || !reading.fitsOn(most)) return false;
    if (table.epochs() == 1) return true;
    if (!table.hasMajority()) return false;
    const Unit& newest = *reading.onEpoch[reading.fits.back()].unit;
    const auto parts = m_lineage.predecessors(newest);
    const bool stands = std::ranges::any_of(parts, [&](const LineageRow& row) {
        return row.oldCode != reading.key.code && table.units[reading.fits.front()].contains(row.oldCode);
    });
    return stands == (most == reading.fits.front());
}

JoinedRow EpochJoin::settle(const Reading& reading, const Table& table) const {
    if (reading.isSettled()) {
        const std::size_t epoch = reading.fits.front();
        JoinedRow row = joined(reading, epoch, JoinBasis::Row);
        if (epoch != table.usual() && !row.fault)
            row.fault = geo::Message{
                "join.row-of-other-epoch",
                {{"code", row.unit->code}, {"name", row.unit->name}, {"day", geo::isoText(m_epochs[epoch])}}};
        return row;
    }
    const std::size_t usual = table.usual();
    if (reading.fits.empty()) return unfit(reading, usual);
    if (!reading.isOpen()) {
        return joined(reading, reading.fitsOn(usual) ? usual : reading.fits.back(), JoinBasis::Row);
    }
    // Only an older time had districts: a row that names one is of it, unless the table has newer rows.
    const bool isOfDistricts = !reading.key.district.empty() && !table.hasRowsAfter(reading.fits.front());
    if (isOfDistricts) return joined(reading, reading.fits.front(), JoinBasis::Row);
    if (isOfMost(reading, table)) return joined(reading, usual, JoinBasis::Table);
    if (table.epochs() == 0 && table.describes && reading.fitsOn(usual))
        return joined(reading, usual, JoinBasis::Day);
    std::string days;
    for (const std::size_t epoch : reading.fits)
        days += (days.empty() ? "" : ", ") + geo::isoText(m_epochs[epoch]);
    return {nullptr, std::nullopt, JoinBasis::None,
            geo::Message{"join.epoch-unsure",
                         {{"code", reading.key.code}, {"name", reading.key.name}, {"days", days}}}};
}

JoinedRow EpochJoin::settleTold(const Reading& reading, std::size_t told) const {
    if (reading.fitsOn(told))
        return joined(reading, told, reading.isOpen() ? JoinBasis::Told : JoinBasis::Row);
    if (reading.fits.empty() && reading.key.name.empty()) {
        const Unit* const unit = withCode(reading.key.code, told);
        if (unit != nullptr && !districtFault(*unit, reading.key))
            return {unit, m_epochs[told], JoinBasis::Told, std::nullopt};
    }
    return joined(reading, told, JoinBasis::None);
}

/// A row of a table that contradicts the day told: what its code means there, if it is another territory's.
JoinedRow EpochJoin::contradiction(const Reading& reading, std::size_t told, MisJoin& count) const {
    const bool isToldOnly = reading.isSettled() && reading.fitsOn(told);
    if (isToldOnly || reading.isInDoubtOn(told)) return joined(reading, told, JoinBasis::Row);
    const Unit* now = withCode(reading.key.code, told);
    if (now == nullptr) now = reading.onEpoch[told].unit;
    const Unit* other = nullptr;
    std::size_t day = told;
    for (std::size_t epoch = 0; epoch < m_epochs.size(); ++epoch) {
        if (epoch == told) continue;
        const Unit* const then =
            reading.fitsOn(epoch) ? reading.onEpoch[epoch].unit : withCode(reading.key.code, epoch);
        if (then == nullptr || (now != nullptr && isSameTerritory(*now, *then))) continue;
        other = then;
        day = epoch;
    }
    if (other == nullptr) return settleTold(reading, told);
    std::vector<geo::Argument> arguments{{"code", reading.key.code.empty() ? other->code : reading.key.code},
                                         {"name", reading.key.name.empty() ? other->name : reading.key.name}};
    if (now != nullptr) arguments.push_back({"known", now->name});
    arguments.push_back({"day", geo::isoText(m_epochs[day])});
    if (now == nullptr) {
        ++count.unmatched;
        return {nullptr, std::nullopt, JoinBasis::None, geo::Message{"join.other-epoch", arguments}};
    }
    const bool isRenamed = !bearsName(*now, told, other->name);
    ++count.changed;
    count.renamed += isRenamed ? 1 : 0;
    return {now, m_epochs[told], JoinBasis::Accepted,
            geo::Message{isRenamed ? "join.code-moved" : "join.territory-changed", std::move(arguments)}};
}

void EpochJoin::joinTold(TableJoin& table, std::span<const Reading* const> readings, std::size_t told,
                         bool isAccepted) const {
    const auto contradicts = [&](const Reading* reading) {
        return reading->decision == nullptr && !reading->fits.empty() && !reading->fitsOn(told) &&
               !reading->isInDoubtOn(told);
    };
    if (std::ranges::none_of(readings, contradicts)) {
        for (const Reading* const reading : readings) table.rows.push_back(settleTold(*reading, told));
        return;
    }
    MisJoin count;
    for (const Reading* const reading : readings) table.rows.push_back(contradiction(*reading, told, count));
    table.misJoin = count;
    if (isAccepted) return;
    for (JoinedRow& row : table.rows)
        if (row.basis == JoinBasis::Accepted) row = {nullptr, std::nullopt, JoinBasis::None, row.fault};
}

void EpochJoin::joinUntold(TableJoin& table, std::span<const Reading* const> readings,
                           const JoinTerms& terms) const {
    Table whole{std::vector<std::int64_t>(m_epochs.size(), 0),
                std::vector<std::set<std::string>>(m_epochs.size()), std::nullopt, readings.size()};
    if (terms.day) whole.describes = epochOf(*terms.day);
    std::map<geo::Date, std::optional<std::size_t>> known;
    const auto describedBy = [&](std::size_t row) {
        if (terms.days.empty() || !terms.days[row]) return whole.describes;
        const auto [epoch, isNew] = known.try_emplace(*terms.days[row]);
        if (isNew) epoch->second = epochOf(*terms.days[row]);
        return epoch->second;
    };
    for (std::size_t i = 0; i < readings.size(); ++i) {
        const Reading* const reading = readings[i];
        if (!reading->isSettled() || inDoubt(*reading, whole, describedBy(i))) continue;
        const std::size_t epoch = reading->fits.front();
        ++whole.settled[epoch];
        whole.units[epoch].insert(reading->onEpoch[epoch].unit->code);
    }
    for (std::size_t i = 0; i < readings.size(); ++i) {
        auto doubtful = inDoubt(*readings[i], whole, describedBy(i));
        table.rows.push_back(doubtful ? *std::move(doubtful) : settle(*readings[i], whole));
    }
}

/// `Sìn Hồ` of 2024 is the district or the commune of that year, and not the new commune of 2025.
std::optional<JoinedRow> EpochJoin::inDoubt(const Reading& reading, const Table& table,
                                            std::optional<std::size_t> described) const {
    if (!described || !reading.isInDoubtOn(*described)) return std::nullopt;
    const bool isOfMost = reading.fits.size() == 1 && table.isMostlyOf(reading.fits.front());
    if (!isOfMost) return joined(reading, *described, JoinBasis::None);
    return joined(reading, reading.fits.front(), JoinBasis::Table);
}

JoinedRow EpochJoin::decided(const NameDecision& decision) const {
    const Unit* const unit = m_units.find(decision.unitCode, decision.level, decision.epoch);
    if (unit == nullptr) return {};
    return {unit, decision.epoch, JoinBasis::Decision, std::nullopt};
}

JoinedRow EpochJoin::alone(const UnitKey& key) const {
    const Reading reading = read(key);
    if (reading.decision != nullptr) return decided(*reading.decision);
    return reading.isSettled() ? joined(reading, reading.fits.front(), JoinBasis::Row) : JoinedRow{};
}

TableJoin EpochJoin::join(std::span<const UnitKey> keys, const JoinTerms& terms) const {
    // Most rows write their unit to the letter as another one does; fewer in another spelling.
    std::map<UnitKey, const Reading*> written;
    std::map<NameKey, Reading> known;
    std::vector<const Reading*> readings;
    readings.reserve(keys.size());
    for (const UnitKey& key : keys) {
        const Reading*& reading = written[key];
        if (reading == nullptr) {
            NameKey asked = nameKeyOf(key);
            auto found = known.find(asked);
            if (found == known.end()) found = known.emplace(std::move(asked), read(key)).first;
            reading = &found->second;
        }
        readings.push_back(reading);
    }
    TableJoin table;
    table.rows.reserve(keys.size());
    const auto told = terms.told ? epochOf(*terms.told) : std::nullopt;
    if (told) {
        joinTold(table, readings, *told, terms.isAccepted);
    } else {
        joinUntold(table, readings, terms);
    }
    for (std::size_t i = 0; i < readings.size(); ++i) {
        if (readings[i]->decision == nullptr) continue;
        JoinedRow row = decided(*readings[i]->decision);
        if (row.unit != nullptr) table.rows[i] = std::move(row);
    }
    std::set<geo::Date> days;
    for (const JoinedRow& row : table.rows)
        if (row.epoch) days.insert(*row.epoch);
    if (days.size() == 1) table.epoch = *days.begin();
    return table;
}

}  // namespace layers
