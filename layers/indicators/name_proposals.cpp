// SPDX-License-Identifier: Apache-2.0
// Likeness by letters, accents and code.
#include "layers/indicators/name_proposals.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <tuple>

#include "layers/text/names.hpp"
#include "layers/text/plain_words.hpp"

namespace layers {
namespace {

constexpr std::size_t nearLetters = 2;

/// Names of two or three letters are near to everything.
std::size_t lettersAllowed(const std::string& typed) { return typed.size() < 6 ? 1 : nearLetters; }

std::optional<NameProposal> proposal(const UnitKey& key, const Unit& unit, const geo::Date& epoch) {
    const bool hasCode = !key.code.empty() && unitCodeIn(Value(key.code), unit.level) == unit.code;
    NameProposal found{&unit, epoch, ProposalReason::Code, nearLetters + 1};
    if (key.name.empty()) return hasCode ? std::optional(found) : std::nullopt;
    const std::string typed = matchKey(withoutUnitPrefix(key.name));
    const std::string known = matchKey(withoutUnitPrefix(unit.name));
    const auto apart = lettersApart(typed, known, nearLetters);
    if (apart) found.lettersApart = *apart;
    if (unitNameKey(key.name) == unitNameKey(unit.name)) {
        found.reason = ProposalReason::Name;
        found.lettersApart = 0;
    } else if (plainKey(typed) == plainKey(known)) {
        found.reason = ProposalReason::Accents;
    } else if (apart && *apart <= lettersAllowed(typed)) {
        found.reason = ProposalReason::Letters;
    } else if (!hasCode) {
        return std::nullopt;
    }
    return found;
}

auto orderOf(const NameProposal& proposal) {
    return std::tuple(proposal.reason == ProposalReason::Code ? std::size_t{9} : proposal.lettersApart,
                      proposal.reason, proposal.unit->code, proposal.epoch);
}

/// A day within the unit's time that belongs to the register's own.
geo::Date dayOf(const Unit& unit, const std::vector<geo::Date>& epochs) {
    const auto day =
        std::ranges::find_if(epochs, [&](const geo::Date& epoch) { return unit.isInForce(epoch); });
    return day == epochs.end() ? unit.validFrom.value_or(unit.validTo.value_or(geo::Date{})) : *day;
}

bool isReporting(UnitLevel level) {
    return level == UnitLevel::Commune || level == UnitLevel::District || level == UnitLevel::Province;
}

}  // namespace

std::string wordOf(ProposalReason reason) {
    constexpr std::array<const char*, 4> words{"code", "name", "accents", "letters"};
    return words.at(static_cast<std::size_t>(reason));
}

std::vector<NameProposal> proposalsFor(const UnitKey& key, const UnitRegister& units, std::size_t most) {
    const auto epochs = units.epochs(UnitLevel::Commune);
    std::vector<NameProposal> proposals;
    for (const Unit& unit : units.units()) {
        if (!isReporting(unit.level)) continue;
        if (auto found = proposal(key, unit, dayOf(unit, epochs))) proposals.push_back(*found);
    }
    std::ranges::sort(proposals, {}, orderOf);
    if (proposals.size() > most) proposals.resize(most);
    return proposals;
}

}  // namespace layers
