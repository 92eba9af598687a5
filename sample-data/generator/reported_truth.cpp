// SPDX-License-Identifier: Apache-2.0
// Terms of the rows that join a unit, summed over the parts of other units.
#include <algorithm>

#include "sample-data/generator/theme_truth.hpp"

namespace sample {
namespace {

struct Sum {
    std::int64_t numerator = 0;
    std::int64_t denominator = 0;
    std::int64_t expected = 0;
    std::int64_t present = 0;
    bool isDerivable = true;

    void add(const ReportedTerms& terms) {
        if (terms.state == ReportState::NotApplicable) return;
        ++expected;
        if (terms.state != ReportState::Reported || terms.joinsNothing) return;
        ++present;
        numerator += terms.numerator;
        denominator += terms.denominator;
    }
    bool hasValue() const { return isDerivable && present > 0 && 2 * present >= expected; }
};

void writeTerm(JsonText& json, std::string_view key, const Sum& sum, std::int64_t hundredths) {
    json.key(key);
    if (sum.hasValue()) {
        json.decimal(static_cast<double>(hundredths) / 100);
    } else {
        json.nothing();
    }
}

void writeSum(JsonText& json, const UnitFact& unit, const Sum& sum) {
    json.beginObject();
    json.key("code");
    json.text(unit.code);
    writeTerm(json, "numerator", sum, sum.numerator);
    writeTerm(json, "denominator", sum, sum.denominator);
    json.key("present");
    json.whole(sum.present);
    json.key("expected");
    json.whole(sum.expected);
    json.endObject();
}

void writeSums(JsonText& json, std::string_view key, const std::vector<UnitFact>& units,
               const std::vector<Sum>& sums) {
    json.key(key);
    json.beginArray();
    for (std::size_t i = 0; i < units.size(); ++i) writeSum(json, units[i], sums[i]);
    json.endArray();
}

std::vector<Sum> byOwnUnits(const ReportedYear& year) {
    std::vector<Sum> sums(year.communes.size());
    for (std::size_t i = 0; i < sums.size(); ++i) sums[i].add(year.communes[i]);
    return sums;
}

std::vector<Sum> byNewCommunes(const PackFacts& facts, const ReportedYear& year) {
    if (year.isByNewCommunes) return byOwnUnits(year);
    std::vector<Sum> sums(facts.newCommunes.size());
    for (const PartFact& part : facts.parts) sums[part.newCommune].add(year.communes[part.oldCommune]);
    return sums;
}

/// A district is whole only when none of its communes reaches into another.
std::vector<Sum> byDistricts(const PackFacts& facts, const ReportedYear& year) {
    std::vector<Sum> sums(facts.districts.size());
    if (!year.isByNewCommunes) {
        for (const PartFact& part : facts.parts) sums[part.district].add(year.communes[part.oldCommune]);
        return sums;
    }
    for (std::size_t commune = 0; commune < facts.newCommunes.size(); ++commune) {
        std::vector<std::size_t> districts;
        for (const PartFact& part : facts.parts) {
            if (part.newCommune == commune) districts.push_back(part.district);
        }
        const bool isOne = std::ranges::count(districts, districts.front()) == std::ssize(districts);
        if (isOne) sums[districts.front()].add(year.communes[commune]);
        for (const std::size_t district : districts) sums[district].isDerivable &= isOne;
    }
    return sums;
}

void writeYear(JsonText& json, const PackFacts& facts, const ReportedYear& year) {
    Sum province;
    for (const ReportedTerms& terms : year.communes) province.add(terms);
    json.beginObject();
    json.key("indicator");
    json.text(year.indicator);
    json.key("year");
    json.whole(year.year);
    json.key("epoch");
    json.text(year.isByNewCommunes ? "new" : "old");
    writeSums(json, "own_communes", year.isByNewCommunes ? facts.newCommunes : facts.oldCommunes,
              byOwnUnits(year));
    writeSums(json, "communes", facts.newCommunes, byNewCommunes(facts, year));
    writeSums(json, "districts", facts.districts, byDistricts(facts, year));
    json.key("province");
    writeSum(json, facts.province, province);
    json.endObject();
}

}  // namespace

void writeReportedTruth(JsonText& json, const PackFacts& facts, const ThemeContents& contents) {
    json.key("waste");
    json.beginArray();
    for (const ReportedYear& year : contents.reported.waste) writeYear(json, facts, year);
    json.endArray();
    json.key("energy");
    json.beginArray();
    for (const EnergyYear& year : contents.reported.energy) {
        json.beginObject();
        json.key("year");
        json.whole(year.year);
        json.key("code");
        json.text(facts.province.code);
        json.key("numerator");
        json.whole(year.saved_toe);
        json.key("denominator");
        json.whole(year.planned_toe);
        json.endObject();
    }
    json.endArray();
}

}  // namespace sample
