// SPDX-License-Identifier: Apache-2.0
// A figure is a unit's own row, or the sum of the source units that make it up.
#include "layers/indicators/reported_tally.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "layers/indicators/part_sums.hpp"
#include "layers/indicators/reported_parts.hpp"
#include "layers/indicators/share_reading.hpp"

namespace layers {
namespace {

void setTerms(ReportedFigure& figure, const Terms& terms, const std::vector<Part>& present) {
    std::set<std::string> sources;
    for (const Part& part : present) {
        if (!part.row->sourceText.empty()) sources.insert(part.row->sourceText);
    }
    figure.numerator = terms.numerator.total();
    figure.denominator = terms.denominator.total();
    figure.termUnit = present.front().row->termUnit;
    for (const Part& part : present) figure.rows += part.row->rows;
    figure.sources.assign(sources.begin(), sources.end());
    if (!(*figure.denominator > 0)) figure.status = Status::NotApplicable;
}

class Tallying {
  public:
    Tallying(std::span<const ReportedRow> rows, const UnitRegister& units, const Lineage& lineage,
             const ReportedQuestion& question);
    ReportedTally answer();

  private:
    struct Source {
        Unit commune;
        double share = 1;
    };
    struct Sources {
        std::vector<Source> communes;
        bool isMoved = false;
        /// Why some of its territory lies in source units that go nowhere.
        std::set<std::string> notCarryable;
    };
    void carryAll();
    void addSource(const std::string& target, const Unit& commune, double share, bool isMoved);
    bool divide(const Unit& commune, const std::vector<CarriedShare>& shares);
    void touch(const Unit& commune, const std::vector<CarriedShare>& shares, const std::string& reason);
    void noteBounds(ReportedFigure& figure, const Unit& unit, const std::vector<Part>& present);
    ReportedFigure figureOf(const Unit& unit);
    void setOwn(ReportedFigure& figure, const Unit& unit, const ReportedRow& own);
    void setSum(ReportedFigure& figure, const Unit& unit, const std::vector<Part>& parts);
    bool isWholeOf(const Unit& unit) const;
    std::vector<Part> partsOf(const Unit& unit) const;
    bool isMoved(const Unit& unit) const;
    const ReportedRow* districtRowOf(const Unit& commune) const;
    void compareWithParts(const Unit& unit, const ReportedRow& own, const std::vector<Part>& parts);
    void compareDistricts(const Unit& unit);
    void useParts(const std::vector<Part>& parts, std::string_view reason);
    void note(const Unit& unit, geo::Message message);

    const UnitRegister& m_units;
    const Lineage& m_lineage;
    ReportedQuestion m_question;
    ReportedRows m_rows;
    std::map<std::string, Sources> m_sources;
    std::map<std::string, std::string, std::less<>> m_reasonOfCommune;
    std::vector<Finding> m_findings;
};

Tallying::Tallying(std::span<const ReportedRow> rows, const UnitRegister& units, const Lineage& lineage,
                   const ReportedQuestion& question)
    : m_units(units), m_lineage(lineage), m_question(question), m_rows(rows, units, question.carry.from) {
    carryAll();
}

void Tallying::carryAll() {
    const UnitCarrier carrier(m_units, m_lineage, m_question.carry);
    for (const Unit& commune : m_units.inForce(UnitLevel::Commune, m_question.carry.from)) {
        const CarriedUnit carried = carrier.carry(commune.code);
        if (!carried.code.empty()) {
            addSource(carried.code, commune, 1, carried.isMoved);
            continue;
        }
        const auto shares = carrier.spread(commune.code);
        if (!divide(commune, shares)) touch(commune, shares, carried.reason);
    }
}

void Tallying::addSource(const std::string& target, const Unit& commune, double share, bool isMoved) {
    Sources& sources = m_sources[target];
    sources.communes.push_back({commune, share});
    sources.isMoved = sources.isMoved || isMoved;
}

/// Returns: false where that is not the rule, or the areas do not say how.
bool Tallying::divide(const Unit& commune, const std::vector<CarriedShare>& shares) {
    const auto isKnown = [](const CarriedShare& share) { return share.share.has_value(); };
    if (m_question.split == SplitRule::NotCarried || shares.empty() || !std::ranges::all_of(shares, isKnown))
        return false;
    for (const CarriedShare& share : shares) addSource(share.code, commune, *share.share, true);
    return true;
}

/// Marks the units asked for that hold part of a source unit that cannot be carried.
void Tallying::touch(const Unit& commune, const std::vector<CarriedShare>& shares,
                     const std::string& reason) {
    m_reasonOfCommune.emplace(commune.code, reason);
    for (const CarriedShare& share : shares) m_sources[share.code].notCarryable.insert(reason);
}

/// One source unit is the very territory of the unit: nothing is summed and nothing moved.
bool Tallying::isWholeOf(const Unit& unit) const {
    const auto sources = m_sources.find(unit.code);
    return unit.level == UnitLevel::Commune && sources != m_sources.end() && !sources->second.isMoved &&
           sources->second.communes.size() == 1 && sources->second.communes.front().share >= 1 &&
           sources->second.notCarryable.empty();
}

/// Whether territory moved on the way; communes within their own district or province only add up.
bool Tallying::isMoved(const Unit& unit) const {
    const auto sources = m_sources.find(unit.code);
    return sources != m_sources.end() && sources->second.isMoved;
}

const ReportedRow* Tallying::districtRowOf(const Unit& commune) const {
    const ReportedRow* const row = m_rows.of(UnitLevel::District, commune.parent);
    return row != nullptr && hasValue(*row) ? row : nullptr;
}

/// By commune; a district that reported stands for all its communes where the province is asked for.
std::vector<Part> Tallying::partsOf(const Unit& unit) const {
    const auto sources = m_sources.find(unit.code);
    const bool isKept = m_question.fromBelow == FromBelow::Summed || isWholeOf(unit);
    if (sources == m_sources.end() || !isKept) return {};
    std::vector<Part> parts;
    std::map<std::string, std::size_t> partOfDistrict;
    for (const auto& [commune, share] : sources->second.communes) {
        const ReportedRow* const district =
            unit.level == UnitLevel::Province ? districtRowOf(commune) : nullptr;
        if (district == nullptr) {
            parts.push_back({m_rows.of(UnitLevel::Commune, commune.code), 1, share});
            continue;
        }
        const auto [place, isNew] = partOfDistrict.try_emplace(commune.parent, parts.size());
        if (isNew) parts.push_back({district, 0});
        ++parts[place->second].communes;
    }
    return parts;
}

void Tallying::note(const Unit& unit, geo::Message message) {
    m_findings.push_back({std::move(message), 0, unit.code});
}

void Tallying::useParts(const std::vector<Part>& parts, std::string_view reason) {
    for (const Part& part : parts) {
        if (part.row != nullptr) m_rows.use(*part.row, reason);
    }
}

/// The sum of parts can only be held against a whole when all are there, or when it is above it already.
void Tallying::compareWithParts(const Unit& unit, const ReportedRow& own, const std::vector<Part>& parts) {
    const auto present = presentOf(parts);
    if (present.empty() || mixedUnitsOf(present) || present.front().row->termUnit != own.termUnit) return;
    const bool isComplete = present.size() == applicableOf(parts).size();
    const Terms sum = termsOf(present);
    const Terms whole = termsOf(Part{&own});
    const auto compare = [&](const char* term, const QuantitySum& above, const QuantitySum& below) {
        const double total = above.total();
        if (above.isSame(below) || (!isComplete && below.total() < total)) return;
        note(unit, {"figure.total-differs",
                    {{"code", unit.code},
                     {"name", unit.name},
                     {"term", term},
                     {"total", total},
                     {"sum", below.total()}}});
    };
    compare("numerator", whole.numerator, sum.numerator);
    compare("denominator", whole.denominator, sum.denominator);
}

/// A unit's own word is its figure, whatever its parts add up to.
void Tallying::setOwn(ReportedFigure& figure, const Unit& unit, const ReportedRow& own) {
    const std::vector<Part> whole{{&own}};
    figure.status = hasValue(own) || !holdsAValue(own.status) ? own.status : Status::Missing;
    figure.expected = own.status == Status::NotApplicable ? 0 : 1;
    const auto parts = partsOf(unit);
    if (hasValue(own)) {
        setTerms(figure, termsOf(whole), whole);
        compareWithParts(unit, own, parts);
        m_rows.use(own, countedRow);
    } else {
        figure.missing = figure.expected;
    }
    useParts(parts, "within-total");
}

void Tallying::setSum(ReportedFigure& figure, const Unit& unit, const std::vector<Part>& parts) {
    const auto applicable = applicableOf(parts);
    const auto present = presentOf(applicable);
    figure.expected = communesOf(applicable);
    figure.missing = figure.expected - communesOf(present);
    const std::int64_t there = figure.expected - figure.missing;
    if (present.empty()) {
        figure.status = applicable.empty() ? Status::NotApplicable : statusWithoutValue(applicable);
        return;
    }
    if (figure.missing > 0)
        note(unit,
             {"figure.parts-missing",
              {{"code", unit.code}, {"name", unit.name}, {"present", there}, {"expected", figure.expected}}});
    if (2 * there < figure.expected) return useParts(present, "too-few-parts");
    if (present.size() > 1 && isShareUnit(present.front().row->termUnit)) {
        note(unit, {"figure.rates-not-summed", {{"code", unit.code}, {"name", unit.name}}});
        return useParts(present, "rates-not-summed");
    }
    if (const auto mixed = mixedUnitsOf(present)) {
        note(
            unit,
            {"figure.units-mixed",
             {{"code", unit.code}, {"name", unit.name}, {"first", mixed->first}, {"second", mixed->second}}});
        return useParts(present, "units-mixed");
    }
    figure.status = isWholeOf(unit)
                        ? present.front().row->status
                        : statusOfSum(present, isMoved(unit) ? Status::Carried : Status::Reported);
    if (figure.missing > 0) figure.status = Status::Estimated;
    setTerms(figure, termsOf(present), present);
    noteBounds(figure, unit, present);
    useParts(present, countedRow);
}

/// A figure with a divided part is an estimate and says between what.
void Tallying::noteBounds(ReportedFigure& figure, const Unit& unit, const std::vector<Part>& present) {
    figure.bounds = boundsOf(present);
    const auto value = percentageOf(figure.numerator, figure.denominator);
    if (!figure.bounds || !value) return;
    figure.status = Status::Estimated;
    note(unit, {"figure.divided-by-area",
                {{"code", unit.code},
                 {"name", unit.name},
                 {"value", *value},
                 {"low", figure.bounds->low},
                 {"high", figure.bounds->high}}});
}

/// Holds the districts that stand for their communes against them.
void Tallying::compareDistricts(const Unit& unit) {
    if (unit.level != UnitLevel::Province) return;
    for (const Unit& district : m_units.inForce(UnitLevel::District, m_question.carry.from)) {
        const ReportedRow* const own = m_rows.of(UnitLevel::District, district.code);
        if (own == nullptr || !hasValue(*own)) continue;
        std::vector<Part> parts;
        for (const auto& [commune, share] : m_sources[unit.code].communes) {
            if (commune.parent == district.code)
                parts.push_back({m_rows.of(UnitLevel::Commune, commune.code)});
        }
        compareWithParts(district, *own, parts);
        useParts(parts, "within-total");
    }
}

ReportedFigure Tallying::figureOf(const Unit& unit) {
    ReportedFigure figure;
    figure.unitCode = unit.code;
    const ReportedRow* const own =
        unit.level == UnitLevel::Commune ? nullptr : m_rows.of(unit.level, unit.code);
    const auto parts = partsOf(unit);
    const bool isFinal = own != nullptr && (hasValue(*own) || own->status == Status::NotApplicable ||
                                            own->status == Status::Suppressed || presentOf(parts).empty());
    if (isFinal) {
        setOwn(figure, unit, *own);
    } else if (const Sources& sources = m_sources[unit.code];
               !sources.notCarryable.empty() && !m_rows.isEmpty()) {
        note(unit, {"figure.not-carryable",
                    {{"code", unit.code}, {"name", unit.name}, {"reason", *sources.notCarryable.begin()}}});
        useParts(presentOf(parts), *sources.notCarryable.begin());
    } else if (!parts.empty()) {
        setSum(figure, unit, parts);
    }
    compareDistricts(unit);
    return figure;
}

ReportedTally Tallying::answer() {
    ReportedTally tally;
    for (const Unit& unit : m_units.inForce(m_question.carry.level, m_question.carry.to))
        tally.figures.push_back(figureOf(unit));
    const bool isNever = m_question.fromBelow == FromBelow::Never;
    m_rows.useRest(UnitLevel::Commune, m_reasonOfCommune, isNever ? "not-summed" : "other-level");
    m_rows.useRest(UnitLevel::District, {}, isNever ? "not-summed" : "other-level");
    m_rows.useRest(UnitLevel::Province, {}, "other-level");
    tally.ledger = m_rows.ledger();
    tally.findings = m_rows.findings();
    tally.findings.insert(tally.findings.end(), m_findings.begin(), m_findings.end());
    return tally;
}

}  // namespace

ReportedTally tallyReported(std::span<const ReportedRow> rows, const UnitRegister& units,
                            const Lineage& lineage, const ReportedQuestion& question) {
    return Tallying(rows, units, lineage, question).answer();
}

void setReported(Observation& observation, const ReportedFigure& figure) {
    setPercentage(observation, figure.numerator, figure.denominator, figure.status);
    observation.status = figure.status;
    observation.termUnit = figure.termUnit;
    observation.count = figure.rows;
    observation.source.clear();
    for (const std::string& source : figure.sources)
        observation.source += (observation.source.empty() ? "" : "; ") + source;
}

}  // namespace layers
