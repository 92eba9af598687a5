// SPDX-License-Identifier: Apache-2.0
// Rows of other times first become rows of one time.
#include "layers/indicators/epoch_tally.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>

#include "layers/indicators/reported_parts.hpp"

namespace layers {
namespace {

using RowsByEpoch = std::map<geo::Date, std::vector<ReportedRow>>;

RowsByEpoch byEpoch(std::span<const ReportedRow> rows, const geo::Date& otherwise) {
    RowsByEpoch groups;
    for (const ReportedRow& row : rows) groups[row.epoch.value_or(otherwise)].push_back(row);
    return groups;
}

/// Days on which the same communes were in force are one time.
RowsByEpoch merged(const RowsByEpoch& groups, const UnitRegister& units) {
    RowsByEpoch times;
    for (const auto& [day, rows] : groups) {
        const auto known = std::ranges::find_if(times, [&](const auto& time) {
            return units.inForce(UnitLevel::Commune, time.first) == units.inForce(UnitLevel::Commune, day);
        });
        auto& all = known == times.end() ? times[day] : known->second;
        all.insert(all.end(), rows.begin(), rows.end());
    }
    return times;
}

geo::Date baseOf(const RowsByEpoch& times, const UnitRegister& units, const CarryRequest& asked) {
    const auto communes = units.inForce(UnitLevel::Commune, asked.to);
    if (asked.level == UnitLevel::Commune) {
        for (const auto& [day, rows] : times)
            if (units.inForce(UnitLevel::Commune, day) == communes) return day;
    }
    const auto most = std::ranges::max_element(times, [](const auto& first, const auto& second) {
        return first.second.size() < second.second.size();
    });
    return most->first;
}

void addBoth(Ledger& ledger, std::string_view reason, std::int64_t rows, double amount) {
    ledger.add(LedgerSide::In, "rows", rows, amount);
    ledger.add(LedgerSide::Lost, reason, rows, amount);
}

/// Rows of one time as rows of another; those that cannot be are booked.
class Restating {
  public:
    Restating(const UnitRegister& units, const Lineage& lineage, const ReportedQuestion& question)
        : m_units(units), m_lineage(lineage), m_question(question) {
        m_ledger.unit.clear();
    }

    std::vector<ReportedRow> restate(const std::vector<ReportedRow>& rows, const geo::Date& from,
                                     const std::set<std::string>& taken) {
        const auto tally = tallyReported(
            rows, m_units, m_lineage,
            {{from, UnitLevel::Commune, m_question.carry.to}, m_question.fromBelow, m_question.split});
        for (const Finding& finding : tally.findings)
            if (finding.message.id == "figure.divided-by-area") m_findings.push_back(finding);
        for (const LedgerEntry& lost : tally.ledger.lost)
            addBoth(m_ledger, lost.reason, lost.count, lost.amount);
        std::vector<ReportedRow> restated;
        for (const ReportedFigure& figure : tally.figures) {
            if (!figure.numerator) {
                if (figure.expected > figure.missing) notePart(figure, taken);
                continue;
            }
            if (!taken.contains(figure.unitCode) && figure.missing == 0) {
                restated.push_back(rowOf(figure, rows.front()));
            } else {
                leave(figure, taken);
            }
        }
        return restated;
    }

    void closeInto(ReportedTally& tally) const {
        const bool isOneUnit = m_ledger.in.empty() || tally.ledger.unit == m_ledger.unit;
        for (const LedgerSide side : {LedgerSide::In, LedgerSide::Lost})
            for (const LedgerEntry& entry : m_ledger.entries(side))
                tally.ledger.add(side, entry.reason, entry.count, isOneUnit ? entry.amount : 0);
        tally.findings.insert(tally.findings.end(), m_findings.begin(), m_findings.end());
    }
    void countIn(const std::string& termUnit) { m_ledger.unit = termUnit; }

  private:
    ReportedRow rowOf(const ReportedFigure& figure, const ReportedRow& like) const {
        ReportedRow row;
        row.indicator = like.indicator;
        row.period = like.period;
        row.unitCode = figure.unitCode;
        row.numerator = figure.numerator;
        row.denominator = figure.denominator;
        row.termUnit = figure.termUnit;
        row.status = figure.status;
        for (const std::string& source : figure.sources)
            row.sourceText += (row.sourceText.empty() ? "" : "; ") + source;
        row.rows = figure.rows;
        return row;
    }
    void leave(const ReportedFigure& figure, const std::set<std::string>& taken) {
        addBoth(m_ledger, "other-epoch", figure.rows, *figure.denominator);
        notePart(figure, taken);
    }
    void notePart(const ReportedFigure& figure, const std::set<std::string>& taken) {
        if (taken.contains(figure.unitCode)) return;
        const Unit* const unit = m_units.find(figure.unitCode, UnitLevel::Commune, m_question.carry.to);
        m_findings.push_back(
            {{"figure.part-of-other-epoch",
              {{"code", figure.unitCode}, {"name", unit == nullptr ? std::string() : unit->name}}},
             0,
             figure.unitCode});
    }

    const UnitRegister& m_units;
    const Lineage& m_lineage;
    ReportedQuestion m_question;
    Ledger m_ledger;
    std::vector<Finding> m_findings;
};

/// Units whose own rows say all there is to say.
std::set<std::string> answeredUnits(const std::vector<ReportedRow>& rows) {
    std::set<std::string> codes;
    for (const ReportedRow& row : rows)
        if (hasValue(row) || row.status == Status::NotApplicable || row.status == Status::Suppressed)
            codes.insert(row.unitCode);
    return codes;
}

/// The empty text when rows of several units of quantity meet.
std::string commonUnit(std::span<const ReportedRow> rows) {
    std::set<std::string> units;
    for (const ReportedRow& row : rows)
        if (hasValue(row)) units.insert(row.termUnit);
    return units.size() == 1 ? *units.begin() : std::string();
}

}  // namespace

ReportedTally tallyOverEpochs(std::span<const ReportedRow> rows, const UnitRegister& units,
                              const Lineage& lineage, const ReportedQuestion& question) {
    auto times = merged(byEpoch(rows, question.carry.from), units);
    ReportedQuestion base = question;
    if (times.size() <= 1) {
        if (!times.empty()) base.carry.from = times.begin()->first;
        return tallyReported(rows, units, lineage, base);
    }
    base.carry.from = baseOf(times, units, question.carry);
    std::vector<ReportedRow> all = std::move(times[base.carry.from]);
    times.erase(base.carry.from);
    ReportedQuestion toBase = question;
    toBase.carry.to = base.carry.from;
    Restating restating(units, lineage, toBase);
    restating.countIn(commonUnit(rows));
    for (const auto& [day, others] : times) {
        auto restated = restating.restate(others, day, answeredUnits(all));
        std::ranges::move(restated, std::back_inserter(all));
    }
    auto tally = tallyReported(all, units, lineage, base);
    restating.closeInto(tally);
    return tally;
}

}  // namespace layers
