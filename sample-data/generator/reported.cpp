// SPDX-License-Identifier: Apache-2.0
// Each old commune has a base and a habit; the new ones sum what theirs would have reported.
#include "sample-data/generator/reported.hpp"

#include <algorithm>
#include <cmath>

#include "sample-data/generator/random.hpp"

namespace sample {
namespace {

// Of cells that can be reported; drawn anew each year.
constexpr double notReportedShare = 0.025;
constexpr double yearlyGrowth = 0.03;

struct Terms {
    double generated = 0;
    double treated = 0;
};

struct Habit {
    double base = 0;
    double firstShare = 0;
    double yearlyGain = 0;
    std::uint64_t salt = 0;
};

Habit ruralHabit(const UnitFact& unit, Random& random) {
    const double base = isTown(unit) ? random.between(0.6, 1.4) : random.between(0.9, 4.2);
    return {base, random.between(0.38, 0.66), random.between(0.025, 0.045), random.next()};
}

Habit urbanHabit(Random& random) {
    return {random.between(4.5, 14), random.between(0.74, 0.85), random.between(0.015, 0.026), random.next()};
}

Terms termsIn(const Habit& habit, int yearsOn) {
    Terms terms{habit.base, 0};
    for (int i = 0; i < yearsOn; ++i) terms.generated *= 1 + yearlyGrowth;
    const double swing = 0.012 * signedFractionOf(mixBits(habit.salt, static_cast<std::uint64_t>(yearsOn)));
    const double share = std::clamp(habit.firstShare + habit.yearlyGain * yearsOn + swing, 0.0, 0.97);
    terms.treated = terms.generated * share;
    return terms;
}

ReportedTerms rounded(const Terms& terms) {
    return {ReportState::Reported, std::llround(terms.treated * 100), std::llround(terms.generated * 100),
            false};
}

class Maker {
  public:
    Maker(const PackFacts& facts, std::uint64_t seed)
        : m_facts(facts),
          m_random(mixBits(seed, 0x3a57e)),
          m_firstYear(facts.reformedOn.year - reportedYears + 1) {
        for (const UnitFact& unit : facts.oldCommunes) {
            m_rural.push_back(ruralHabit(unit, m_random));
            m_urban.push_back(urbanHabit(m_random));
            m_hasTown.push_back(isTown(unit));
        }
    }

    ReportedYear waste(const std::string& indicator, int year) {
        ReportedYear reported{indicator, year, year >= m_facts.reformedOn.year, {}};
        const auto& habits = indicator == urbanWaste ? m_urban : m_rural;
        const auto old = [&](std::size_t commune) { return termsIn(habits[commune], year - m_firstYear); };
        const bool isUrban = indicator == urbanWaste;
        if (!reported.isByNewCommunes) {
            for (std::size_t i = 0; i < m_facts.oldCommunes.size(); ++i) {
                reported.communes.push_back(stated(!isUrban || m_hasTown[i], old(i)));
            }
            return reported;
        }
        std::vector<Terms> sums(m_facts.newCommunes.size());
        std::vector<bool> hasAny(sums.size(), false);
        for (const PartFact& part : m_facts.parts) {
            if (isUrban && !m_hasTown[part.oldCommune]) continue;
            sums[part.newCommune].generated += part.share * old(part.oldCommune).generated;
            sums[part.newCommune].treated += part.share * old(part.oldCommune).treated;
            hasAny[part.newCommune] = true;
        }
        for (std::size_t i = 0; i < sums.size(); ++i) reported.communes.push_back(stated(hasAny[i], sums[i]));
        return reported;
    }

    EnergyYear energy(int year) {
        EnergyYear reported{year, 0, 0};
        const int yearsOn = year - m_firstYear;
        const double planned_toe = 300'000 * (1 + 0.045 * yearsOn) + m_random.between(-1'500, 1'500);
        const double share = 0.018 + 0.0062 * yearsOn + m_random.between(-0.001, 0.001);
        reported.planned_toe = std::llround(planned_toe);
        reported.saved_toe = std::llround(planned_toe * share);
        return reported;
    }

    int firstYear() const { return m_firstYear; }

  private:
    ReportedTerms stated(bool isApplicable, const Terms& terms) {
        const bool isSilent = m_random.fraction() < notReportedShare;
        if (!isApplicable) return {ReportState::NotApplicable, 0, 0, false};
        if (isSilent) return {ReportState::NotReported, 0, 0, false};
        return rounded(terms);
    }

    const PackFacts& m_facts;
    Random m_random;
    int m_firstYear;
    std::vector<Habit> m_rural;
    std::vector<Habit> m_urban;
    std::vector<bool> m_hasTown;
};

bool isCodeInForce(const PackFacts& facts, const std::string& code) {
    return std::ranges::find(facts.newCommunes, code, &UnitFact::code) != facts.newCommunes.end();
}

bool isNameInForce(const PackFacts& facts, const std::string& name) {
    return std::ranges::find(facts.newCommunes, name, &UnitFact::name) != facts.newCommunes.end();
}

/// One old code that another commune bears today, and one that none does; under names no longer in force.
void plantOldKeys(const PackFacts& facts, Reported& reported, std::vector<ReportedTerms>& last) {
    for (const bool wantsInForce : {true, false}) {
        for (const PartFact& part : facts.parts) {
            const UnitFact& old = facts.oldCommunes[part.oldCommune];
            ReportedTerms& terms = last[part.newCommune];
            if (isTown(old) || isNameInForce(facts, old.name) ||
                isCodeInForce(facts, old.code) != wantsInForce || terms.joinsNothing ||
                terms.state != ReportState::Reported) {
                continue;
            }
            reported.oldKeys.push_back({part.newCommune, part.oldCommune});
            terms.joinsNothing = true;
            break;
        }
    }
}

void plantMisspelling(Reported& reported, std::vector<ReportedTerms>& last) {
    for (std::size_t commune = last.size(); commune-- > 0;) {
        if (last[commune].joinsNothing || last[commune].state != ReportState::Reported) continue;
        reported.misspelt = commune;
        last[commune].joinsNothing = true;
        return;
    }
}

}  // namespace

Reported makeReported(const PackFacts& facts, std::uint64_t seed, bool plantsFaults) {
    Maker maker(facts, seed);
    Reported reported;
    for (int year = maker.firstYear(); year < maker.firstYear() + reportedYears; ++year) {
        reported.waste.push_back(maker.waste(urbanWaste, year));
        reported.waste.push_back(maker.waste(ruralWaste, year));
        reported.energy.push_back(maker.energy(year));
    }
    if (!plantsFaults) return reported;
    plantOldKeys(facts, reported, reported.waste.back().communes);
    plantMisspelling(reported, reported.waste.back().communes);
    return reported;
}

}  // namespace sample
