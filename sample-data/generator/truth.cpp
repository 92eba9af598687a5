// SPDX-License-Identifier: Apache-2.0
// Parts summed up to communes, districts and the province, and written down.
#include "sample-data/generator/truth.hpp"

#include <algorithm>
#include <functional>

#include "sample-data/generator/json_text.hpp"

namespace sample {
namespace {

void addForest(ForestSums& sums, const Planting& planting, double area_ha) {
    if (!planting.code.counts) return;
    sums.in_ha += area_ha;
    if (!planting.isRubber) sums.out_ha += area_ha;
    if (!planting.isRubber || planting.purpose) sums.rule_ha += area_ha;
}

void addForest(ForestSums& sums, const ForestSums& other) {
    sums.rule_ha += other.rule_ha;
    sums.in_ha += other.in_ha;
    sums.out_ha += other.out_ha;
}

void addUnit(UnitTruth& sum, const UnitTruth& other) {
    sum.plots += other.plots;
    sum.declared_ha += other.declared_ha;
    addForest(sum.declaredForest, other.declaredForest);
    sum.drawn_ha += other.drawn_ha;
    addForest(sum.drawnForest, other.drawnForest);
}

struct UnitSums {
    UnitTruth truth;
    double polygon_ha = 0;
};

using UnitOfPart = std::function<std::size_t(const PartFact&)>;

std::vector<UnitSums> sumsOver(const PackFacts& facts, const std::vector<UnitTruth>& parts,
                               const std::vector<double>& partAreas_ha, std::size_t count,
                               const UnitOfPart& unitOf) {
    std::vector<UnitSums> sums(count);
    for (std::size_t part = 0; part < parts.size(); ++part) {
        UnitSums& unit = sums[unitOf(facts.parts[part])];
        addUnit(unit.truth, parts[part]);
        unit.polygon_ha += partAreas_ha[part];
    }
    return sums;
}

void writeNumber(JsonText& json, std::string_view key, double value) {
    json.key(key);
    json.decimal(value);
}

void writeForest(JsonText& json, std::string_view key, const ForestSums& sums) {
    json.key(key);
    json.beginObject();
    writeNumber(json, "rule", sums.rule_ha);
    writeNumber(json, "in", sums.in_ha);
    writeNumber(json, "out", sums.out_ha);
    json.endObject();
}

void writeRates(JsonText& json, std::string_view key, const ForestSums& sums, double whole_ha) {
    ForestSums rates = sums;
    for (double* rate : {&rates.rule_ha, &rates.in_ha, &rates.out_ha}) *rate *= 100 / whole_ha;
    writeForest(json, key, rates);
}

void writeUnit(JsonText& json, const UnitFact& fact, const UnitSums& sums, bool hasDrawn) {
    json.beginObject();
    json.key("code");
    json.text(fact.code);
    json.key("name");
    json.text(fact.name);
    json.key("official_ha");
    if (fact.officialArea) {
        json.decimal(fact.officialArea->value);
    } else {
        json.nothing();
    }
    writeNumber(json, "polygon_ha", sums.polygon_ha);
    json.key("plots");
    json.whole(sums.truth.plots);
    writeNumber(json, "register_ha", sums.truth.declared_ha);
    writeForest(json, "register_forest_ha", sums.truth.declaredForest);
    const double whole_ha = fact.officialArea ? fact.officialArea->value : sums.polygon_ha;
    writeRates(json, "register_percent", sums.truth.declaredForest, whole_ha);
    if (hasDrawn) {
        writeNumber(json, "overlay_ha", sums.truth.drawn_ha);
        writeForest(json, "overlay_forest_ha", sums.truth.drawnForest);
        writeRates(json, "overlay_percent", sums.truth.drawnForest, whole_ha);
        writeRates(json, "overlay_percent_of_polygon", sums.truth.drawnForest, sums.polygon_ha);
    }
    json.endObject();
}

void writeUnits(JsonText& json, std::string_view key, const std::vector<UnitFact>& facts,
                const std::vector<UnitSums>& sums, bool hasDrawn) {
    json.key(key);
    json.beginArray();
    for (std::size_t i = 0; i < facts.size(); ++i) writeUnit(json, facts[i], sums[i], hasDrawn);
    json.endArray();
}

void writeRequest(JsonText& json, const PackFacts& facts, const SampleRequest& request,
                  const SampleResult& result) {
    json.key("seed");
    json.text(std::to_string(request.seed));  // a number of 64 bits does not survive every JSON reader
    json.key("crossing");
    json.truth(request.crossing);
    json.key("plots");
    json.whole(result.plots);
    json.key("self_crossing_plots");
    json.whole(result.selfCrossingPlots);
    json.key("crs");
    json.text(facts.crs.code());
    json.key("reformed_on");
    json.text(geo::isoText(facts.reformedOn));
    json.key("files");
    json.beginArray();
    for (const auto& file : result.files) json.text(file.filename().string());
    json.endArray();
}

}  // namespace

void Truth::count(const Plot& plot, const Planting& planting) {
    const double drawn_ha = geo::toHectares(geo::SquareMetres{plot.area_m2 - plot.lostToTwist_m2}).value;
    UnitTruth& part = m_parts[plot.part];
    ++part.plots;
    part.declared_ha += planting.declared_ha;
    addForest(part.declaredForest, planting, planting.declared_ha);
    part.drawn_ha += drawn_ha;
    addForest(part.drawnForest, planting, drawn_ha);
    if (planting.isRubber) ++(planting.purpose ? m_rubberPlots : m_strayRubberPlots);
    const bool isListed = std::ranges::find(m_facts.forestCodes, planting.code.code, &ForestCodeFact::code) !=
                          m_facts.forestCodes.end();
    if (!isListed) return;
    CodeTruth& code = m_codes[planting.code.code];
    code.symbol = planting.code.symbol;
    code.counts = planting.code.counts;
    ++code.plots;
    code.declared_ha += planting.declared_ha;
    code.drawn_ha += drawn_ha;
}

void Truth::writeCodes(JsonText& json) const {
    json.key("codes");
    json.beginArray();
    for (const auto& [number, code] : m_codes) {
        json.beginObject();
        json.key("code");
        json.whole(number);
        json.key("symbol");
        json.text(code.symbol);
        json.key("counts");
        json.truth(code.counts);
        json.key("plots");
        json.whole(code.plots);
        writeNumber(json, "register_ha", code.declared_ha);
        writeNumber(json, "drawn_ha", code.drawn_ha);
        json.endObject();
    }
    json.endArray();
}

std::vector<double> Truth::coverOfCommunes_percent() const {
    std::vector<double> cover_percent(m_facts.newCommunes.size(), 0);
    for (std::size_t part = 0; part < m_parts.size(); ++part) {
        const std::size_t commune = m_facts.parts[part].newCommune;
        cover_percent[commune] +=
            100 * m_parts[part].declaredForest.rule_ha / m_facts.newCommunes[commune].officialArea->value;
    }
    return cover_percent;
}

std::string Truth::json(const Surroundings& surroundings) const {
    const auto& [request, result, partAreas_ha, themes, faults] = surroundings;
    const std::vector<double>& areas_ha = partAreas_ha;  // a structured binding cannot be captured
    const auto sums = [&](std::size_t count, const UnitOfPart& unitOf) {
        return sumsOver(m_facts, m_parts, areas_ha, count, unitOf);
    };
    const bool hasDrawn = !request.crossing;
    JsonText json;
    json.beginObject();
    writeRequest(json, m_facts, request, result);
    json.key("rubber_plots_on_forestry_land");
    json.whole(m_rubberPlots);
    json.key("rubber_plots_elsewhere");
    json.whole(m_strayRubberPlots);
    writeCodes(json);
    json.key("province");
    writeUnit(json, m_facts.province, sums(1, [](const PartFact&) { return std::size_t{0}; }).front(),
              hasDrawn);
    writeUnits(json, "districts", m_facts.districts,
               sums(m_facts.districts.size(), [](const PartFact& part) { return part.district; }), hasDrawn);
    writeUnits(json, "communes", m_facts.newCommunes,
               sums(m_facts.newCommunes.size(), [](const PartFact& part) { return part.newCommune; }),
               hasDrawn);
    writeUnits(json, "old_communes", m_facts.oldCommunes,
               sums(m_facts.oldCommunes.size(), [](const PartFact& part) { return part.oldCommune; }),
               hasDrawn);
    writeWastewaterTruth(json, m_facts, themes);
    writeReportedTruth(json, m_facts, themes);
    writeSiteTruth(json, m_facts, themes, faults);
    json.endObject();
    return json.take();
}

}  // namespace sample
