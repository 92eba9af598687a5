// SPDX-License-Identifier: Apache-2.0
// Code and name against one day of the register, and against all other days.
#include "layers/indicators/unit_join.hpp"

#include <algorithm>
#include <array>
#include <set>

#include "layers/model/row_reader.hpp"
#include "layers/text/names.hpp"

namespace layers {
namespace {

/// Names nearer than this are worth proposing; short names leave no room for more.
constexpr std::size_t nearLetters = 2;

/// The unit's name, then the other spellings of it.
std::vector<std::string> namesOf(const Unit& unit, std::span<const SpellingPair> spellings) {
    const std::string key = unitNameKey(unit.name);
    std::vector<std::string> names{unit.name};
    for (const SpellingPair& pair : spellings) {
        if (pair.unitCode != unit.code) continue;
        // The code may have gone to a unit of another name since: only the unit that bears one name bears
        // both.
        if (unitNameKey(pair.first) == key) names.push_back(pair.second);
        if (unitNameKey(pair.second) == key) names.push_back(pair.first);
    }
    return names;
}

/// As it is typed, without kind and case: an accent more or less is one letter.
std::string typedName(std::string_view name) { return matchKey(withoutUnitPrefix(name)); }

std::vector<std::string> keysOf(const std::vector<std::string>& names) {
    std::vector<std::string> keys;
    for (const std::string& name : names) keys.push_back(unitNameKey(name));
    return keys;
}

std::vector<SpeltName> spelt(const std::vector<std::string>& names) {
    std::vector<SpeltName> typed;
    for (const std::string& name : names) typed.emplace_back(typedName(name));
    return typed;
}

std::optional<std::size_t> lettersToNearest(const std::vector<SpeltName>& typed, const SpeltName& asked) {
    std::optional<std::size_t> least;
    for (const SpeltName& name : typed) {
        const auto apart = name.lettersTo(asked, nearLetters);
        if (apart && (!least || *apart < *least)) least = apart;
    }
    return least;
}

UnitMatch matched(const Unit& unit) {
    UnitMatch match;
    match.unit = &unit;
    return match;
}

UnitMatch faulty(std::string id, std::vector<geo::Argument> arguments) {
    return {nullptr, geo::Message{std::move(id), std::move(arguments)}};
}

std::string trimmedCode(const std::string& code, UnitLevel level) {
    const auto begin = code.find_first_not_of(" \t\r\n");
    if (begin == std::string::npos) return {};
    return unitCodeIn(code.substr(begin, code.find_last_not_of(" \t\r\n") - begin + 1), level);
}

/// A city is a province only where the register calls it one: `Thành phố X` is not the `Tỉnh X` around it.
bool mayBear(UnitWord asked, UnitWord own, UnitLevel level) {
    const bool isCityInside =
        level == UnitLevel::Province && asked == UnitWord::City && own == UnitWord::Province;
    return fitsLevel(asked, level) && !isCityInside;
}

/// Of several, those that are so; all when none is.
template <class Items, class Is>
void keepThose(Items& items, const Is& isSo) {
    if (items.size() < 2 || std::ranges::none_of(items, isSo)) return;
    std::erase_if(items, [&](const auto& item) { return !isSo(item); });
}

}  // namespace

/// A key made ready to compare.
struct UnitJoin::Asked {
    std::string code;
    std::string name;
    std::string nameKey;
    UnitWord word = UnitWord::None;
    const SpeltName* typed = nullptr;
    std::string district = {};
};

std::vector<SpellingPair> spellingPairsFromTable(const Table& table) {
    requireColumns(table, {"name_a", "name_b", "unit_code"});
    std::vector<SpellingPair> pairs;
    for (std::size_t index = 0; index < table.rows.size(); ++index) {
        const RowReader row(table, index);
        row.requiredText("unit_code");
        pairs.push_back({row.requiredText("name_a"), row.requiredText("name_b"),
                         unitCodeIn(row.value("unit_code"), UnitLevel::Commune)});
    }
    return pairs;
}

UnitJoin::UnitJoin(const UnitRegister& units, UnitLevel level, geo::Date epoch,
                   std::span<const SpellingPair> spellings)
    : m_level(level), m_epoch(epoch), m_epochs(units.epochs(level)) {
    for (const Unit& unit : units.units()) {
        if (unit.level != level) continue;
        const auto names = namesOf(unit, spellings);
        const std::size_t place = m_known.size();
        m_known.push_back({&unit, unitWordOf(unit.name), keysOf(names), spelt(names)});
        m_byCode[unit.code].push_back(place);
        for (const std::string& key : std::set(m_known.back().keys.begin(), m_known.back().keys.end()))
            m_byName[key].push_back(place);
    }
}

std::span<const std::size_t> UnitJoin::named(const std::string& nameKey) const {
    const auto found = m_byName.find(nameKey);
    return found == m_byName.end() ? std::span<const std::size_t>() : std::span(found->second);
}

UnitMatch UnitJoin::match(const UnitKey& key) const { return match(key, heardName(key.name)); }

UnitMatch UnitJoin::match(const UnitKey& key, const HeardName& name) const {
    const Asked asked{
        trimmedCode(key.code, m_level), key.name, name.key, name.word, &name.typed, key.district};
    if (asked.code.empty() && asked.nameKey.empty()) return faulty("join.empty", {});
    if (asked.nameKey.empty()) return matchCode(asked);
    return asked.code.empty() ? matchName(asked) : matchBoth(asked);
}

const UnitJoin::Known* UnitJoin::nowWithCode(std::string_view code) const {
    const auto places = m_byCode.find(std::string(code));
    if (places == m_byCode.end()) return nullptr;
    for (const std::size_t place : places->second)
        if (isNow(m_known[place])) return &m_known[place];
    return nullptr;
}

bool UnitJoin::isReused(std::string_view code) const {
    const Known* first = nullptr;
    for (const Known& known : m_known) {
        if (known.unit->code != code) continue;
        if (first == nullptr) first = &known;
        if (std::ranges::find_first_of(known.keys, first->keys) == known.keys.end()) return true;
    }
    return false;
}

/// All that bear the name today; kind and district decide between two, and a kind of another level fits none.
std::vector<const UnitJoin::Known*> UnitJoin::namedNow(const Asked& asked) const {
    std::vector<const Known*> found;
    for (const std::size_t place : named(asked.nameKey)) {
        const Known& known = m_known[place];
        if (isNow(known) && mayBear(asked.word, known.word, m_level)) found.push_back(&known);
    }
    const auto isOfKind = [&](const Known* known) { return known->word == asked.word; };
    const auto isInDistrict = [&](const Known* known) { return known->unit->parent == asked.district; };
    keepThose(found, isOfKind);
    keepThose(found, isInDistrict);
    return found;
}

/// A unit of another day that the code and name agree on, of the kind named if there is one; without a code,
/// the name alone.
const UnitJoin::Known* UnitJoin::elsewhere(const Asked& asked) const {
    const Known* found = nullptr;
    const auto codes = m_byCode.find(asked.code);
    const auto withCode = codes == m_byCode.end() ? std::span<const std::size_t>() : std::span(codes->second);
    for (const std::size_t place : asked.nameKey.empty() ? withCode : named(asked.nameKey)) {
        const Known& known = m_known[place];
        if (isNow(known) || !mayBear(asked.word, known.word, m_level)) continue;
        if (!asked.code.empty() && known.unit->code != asked.code) continue;
        if (known.word == asked.word) return &known;
        if (found == nullptr) found = &known;
    }
    return found;
}

/// `Thị trấn X` is not the `Xã X` of today when a `Thị trấn X` was there on another day.
const UnitJoin::Known* UnitJoin::elsewhereByKind(const Asked& asked,
                                                 std::span<const Known* const> named) const {
    const auto isOfKind = [&](const Known* known) { return known->word == asked.word; };
    if (asked.word == UnitWord::None || std::ranges::any_of(named, isOfKind)) return nullptr;
    const Known* const other = elsewhere(asked);
    return other != nullptr && isOfKind(other) ? other : nullptr;
}

geo::Message UnitJoin::otherEpoch(const Asked& asked, const Known& known) const {
    const auto day =
        std::ranges::find_if(m_epochs, [&](const geo::Date& epoch) { return known.unit->isInForce(epoch); });
    return {"join.other-epoch",
            {{"code", known.unit->code},
             {"name", asked.name.empty() ? known.unit->name : asked.name},
             {"day", day == m_epochs.end() ? std::string() : geo::isoText(*day)}}};
}

UnitMatch UnitJoin::matchBoth(const Asked& asked) const {
    const Known* const known = nowWithCode(asked.code);
    const auto named = namedNow(asked);
    const bool agree = known != nullptr && std::ranges::count(named, known) > 0;
    const Known* other = agree ? elsewhereByKind(asked, std::array{known}) : elsewhere(asked);
    if (agree && other == nullptr) return matched(*known->unit);
    const Asked nameAlone{{}, asked.name, asked.nameKey, asked.word, asked.typed};
    if (other == nullptr && named.empty()) other = elsewhere(nameAlone);
    if (other != nullptr) return {nullptr, otherEpoch(asked, *other)};
    if (known == nullptr && named.empty()) return nameUnknown(asked);
    if (known == nullptr) return faulty("join.unknown", {{"code", asked.code}, {"name", asked.name}});
    if (named.empty() && mayBear(asked.word, known->word, m_level)) return matchMisspelt(asked, *known);
    return faulty("join.contradicts",
                  {{"code", asked.code}, {"name", asked.name}, {"known", known->unit->name}});
}

/// The code is right and no unit ever bore the name; a reused code needs the name to be like its unit's.
UnitMatch UnitJoin::matchMisspelt(const Asked& asked, const Known& known) const {
    if (isReused(asked.code)) {
        const auto apart = lettersToNearest(known.typed, *asked.typed);
        for (const Known& other : m_known) {
            if (other.unit->code != asked.code || isNow(other)) continue;
            const auto otherApart = lettersToNearest(other.typed, *asked.typed);
            if (!apart || (otherApart && *otherApart <= *apart))
                return faulty("join.ambiguous", {{"code", asked.code}, {"name", asked.name}});
        }
    }
    return {known.unit,
            geo::Message{"join.name-differs",
                         {{"code", asked.code}, {"name", asked.name}, {"known", known.unit->name}}}};
}

UnitMatch UnitJoin::matchCode(const Asked& asked) const {
    if (isReused(asked.code)) return faulty("join.ambiguous", {{"code", asked.code}, {"name", asked.name}});
    if (const Known* const known = nowWithCode(asked.code)) return matched(*known->unit);
    if (const Known* const other = elsewhere(asked)) return {nullptr, otherEpoch(asked, *other)};
    return faulty("join.unknown", {{"code", asked.code}, {"name", asked.name}});
}

UnitMatch UnitJoin::matchName(const Asked& asked) const {
    const auto named = namedNow(asked);
    const Known* const other = named.empty() ? elsewhere(asked) : elsewhereByKind(asked, named);
    if (other != nullptr) return {nullptr, otherEpoch(asked, *other)};
    if (named.empty()) return nameUnknown(asked);
    if (named.size() > 1) return faulty("join.ambiguous", {{"code", asked.code}, {"name", asked.name}});
    return matched(*named.front()->unit);
}

UnitMatch UnitJoin::nameUnknown(const Asked& asked) const {
    const Known* const near = onlyNear(*asked.typed);
    if (near == nullptr) return faulty("join.name-unknown", {{"code", asked.code}, {"name", asked.name}});
    return faulty("join.name-near",
                  {{"code", asked.code}, {"name", asked.name}, {"proposal", near->unit->name}});
}

const UnitJoin::Known* UnitJoin::onlyNear(const SpeltName& typed) const {
    const Known* only = nullptr;
    for (const Known& known : m_known) {
        if (!isNow(known) || !lettersToNearest(known.typed, typed)) continue;
        if (only != nullptr) return nullptr;
        only = &known;
    }
    return only;
}

UnitMatch matchAtAnyLevel(std::span<const UnitJoin> joins, const UnitKey& key) {
    return matchAtAnyLevel(joins, key, heardName(key.name));
}

UnitMatch matchAtAnyLevel(std::span<const UnitJoin> joins, const UnitKey& key, const HeardName& name) {
    std::optional<UnitMatch> best;
    std::optional<UnitMatch> ambiguous;
    const auto rank = [](const UnitMatch& match) {
        return (match.unit != nullptr ? 2 : 0) + (match.fault ? 0 : 1);
    };
    for (const UnitJoin& join : joins) {
        UnitMatch match = join.match(key, name);
        if (match.fault && match.fault->id == "join.ambiguous") ambiguous = match;
        const bool isSecond =
            best && best->unit != nullptr && match.unit != nullptr && rank(*best) == rank(match);
        if (isSecond) ambiguous = faulty("join.ambiguous", {{"code", key.code}, {"name", key.name}});
        if (!best || rank(match) > rank(*best)) best = std::move(match);
    }
    if (ambiguous) return *ambiguous;
    return best.value_or(faulty("join.empty", {}));
}

}  // namespace layers
