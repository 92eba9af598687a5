// SPDX-License-Identifier: Apache-2.0
// Counts of places, targets, verdicts of visits, and the mistakes planted.
#include <map>

#include "sample-data/generator/theme_truth.hpp"

namespace sample {
namespace {

void writeCounts(JsonText& json, std::string_view key, const std::map<std::string, std::int64_t>& counts) {
    json.key(key);
    json.beginObject();
    for (const auto& [name, count] : counts) {
        json.key(name);
        json.whole(count);
    }
    json.endObject();
}

void writeModels(JsonText& json, const PackFacts& facts, const ThemeContents& contents) {
    std::map<std::string, std::int64_t> communes;
    std::map<std::string, std::int64_t> sectors;
    std::map<std::string, std::int64_t> stages;
    std::map<std::string, std::int64_t> pairs;
    for (const UnitFact& commune : facts.newCommunes) communes[commune.code] = 0;
    for (const std::string& sector : contents.sectors) sectors[sector] = 0;
    for (const SampleSite& model : contents.sites.models) {
        ++communes[facts.newCommunes[model.commune].code];
        ++sectors[model.sector];
        ++stages[model.stage];
        ++pairs[model.sector + "|" + model.stage];
    }
    json.key("models");
    json.beginObject();
    json.key("total");
    json.whole(static_cast<std::int64_t>(contents.sites.models.size()));
    writeCounts(json, "communes", communes);
    writeCounts(json, "sectors", sectors);
    writeCounts(json, "stages", stages);
    writeCounts(json, "sector_stages", pairs);
    json.endObject();
}

void writeSiteCounts(JsonText& json, const Sites& sites) {
    const auto count = [](const std::vector<SampleSite>& list) {
        return static_cast<std::int64_t>(list.size());
    };
    writeCounts(json, "sites",
                {{"clusters", count(sites.clusters)},
                 {"landfills", count(sites.landfills)},
                 {"mines", count(sites.mines)},
                 {"hydropower", count(sites.hydropower)},
                 {"models", count(sites.models)}});
}

void writeTargets(JsonText& json, const PackFacts& facts, const std::vector<AssignedTarget>& targets) {
    json.key("targets");
    json.beginArray();
    for (const AssignedTarget& target : targets) {
        json.beginObject();
        json.key("indicator");
        json.text(target.indicator);
        json.key("code");
        json.text(facts.newCommunes[target.commune].code);
        json.key("year");
        json.whole(target.year);
        json.key("operator");
        json.text(">=");
        json.key("value");
        json.whole(target.value_percent);
        json.endObject();
    }
    json.endArray();
}

void writeVisits(JsonText& json, const FieldWork& work) {
    json.key("visits");
    json.beginObject();
    for (const auto* visits : {&work.waypoints, &work.sheet}) {
        for (const FieldVisit& visit : *visits) {
            json.key(visit.name);
            json.text(visit.verdict);
        }
    }
    json.endObject();
}

void writeFaults(JsonText& json, const PlantedFaults& faults) {
    json.key("faults");
    json.beginArray();
    for (const PlantedFault& fault : faults) {
        json.beginObject();
        json.key("fault");
        json.text(fault.fault);
        json.key("file");
        json.text(fault.file);
        json.key("row");
        json.whole(fault.row);
        json.key("findings");
        json.beginArray();
        for (const std::string& finding : fault.findings) json.text(finding);
        json.endArray();
        json.endObject();
    }
    json.endArray();
}

}  // namespace

void writeSiteTruth(JsonText& json, const PackFacts& facts, const ThemeContents& contents,
                    const PlantedFaults& faults) {
    writeModels(json, facts, contents);
    writeSiteCounts(json, contents.sites);
    writeTargets(json, facts, contents.targets);
    writeVisits(json, contents.fieldWork);
    writeFaults(json, faults);
}

}  // namespace sample
