// SPDX-License-Identifier: Apache-2.0
// Volumes added up by unit, then down the rivers.
#include <algorithm>

#include "sample-data/generator/theme_truth.hpp"

namespace sample {
namespace {

struct VolumeTruth {
    std::int64_t discharged_l = 0;
    std::int64_t treated_l = 0;
    std::int64_t outfalls = 0;
    /// In the plan, but nobody measured what was treated.
    std::int64_t unknown = 0;
    std::int64_t unknownDischarged_l = 0;

    void add(const VolumeTruth& other) {
        discharged_l += other.discharged_l;
        treated_l += other.treated_l;
        outfalls += other.outfalls;
        unknown += other.unknown;
        unknownDischarged_l += other.unknownDischarged_l;
    }
};

VolumeTruth volumesOf(const SampleOutfall& outfall) {
    constexpr std::int64_t litresInTenth = 100;
    if (!outfall.isInPlan) return {};
    if (!outfall.treated) return {0, 0, 0, 1, outfall.discharged * litresInTenth};
    return {outfall.discharged * litresInTenth, *outfall.treated * litresInTenth, 1, 0, 0};
}

void writeVolumes(JsonText& json, const VolumeTruth& volumes) {
    json.key("discharged_l_day");
    json.whole(volumes.discharged_l);
    json.key("treated_l_day");
    json.whole(volumes.treated_l);
    json.key("outfalls");
    json.whole(volumes.outfalls);
    json.key("unknown");
    json.whole(volumes.unknown);
    json.key("unknown_discharged_l_day");
    json.whole(volumes.unknownDischarged_l);
}

void writeNamed(JsonText& json, std::string_view key, const VolumeTruth& volumes) {
    json.key(key);
    json.beginObject();
    writeVolumes(json, volumes);
    json.endObject();
}

void writeCoded(JsonText& json, std::string_view key, const std::vector<std::string>& codes,
                const std::vector<VolumeTruth>& volumes) {
    json.key(key);
    json.beginArray();
    for (std::size_t i = 0; i < codes.size(); ++i) {
        json.beginObject();
        json.key("code");
        json.text(codes[i]);
        writeVolumes(json, volumes[i]);
        json.endObject();
    }
    json.endArray();
}

std::vector<std::string> codesOf(const std::vector<UnitFact>& units) {
    std::vector<std::string> codes;
    for (const UnitFact& unit : units) codes.push_back(unit.code);
    return codes;
}

struct RiverTruth {
    std::vector<VolumeTruth> own;
    std::vector<VolumeTruth> accumulated;
    std::vector<VolumeTruth> basins;
    VolumeTruth atOutlets;
    VolumeTruth unplaced;
};

RiverTruth alongRivers(const ThemeContents& contents) {
    const auto& reaches = contents.waters.reaches();
    RiverTruth truth;
    truth.own.resize(reaches.size());
    truth.accumulated.resize(reaches.size());
    truth.basins.resize(contents.waters.basins().size());
    for (const SampleOutfall& outfall : contents.outfalls) {
        const VolumeTruth volumes = volumesOf(outfall);
        if (!outfall.reach) {
            truth.unplaced.add(volumes);
            continue;
        }
        truth.own[*outfall.reach].add(volumes);
        truth.basins[*outfall.basin].add(volumes);
        for (std::optional<std::size_t> at = outfall.reach; at; at = reaches[*at].downstream) {
            truth.accumulated[*at].add(volumes);
        }
    }
    for (std::size_t i = 0; i < reaches.size(); ++i) {
        if (!reaches[i].downstream) truth.atOutlets.add(truth.accumulated[i]);
    }
    return truth;
}

void writeRivers(JsonText& json, const ThemeContents& contents) {
    const RiverTruth truth = alongRivers(contents);
    std::vector<std::string> basins;
    for (const SubBasin& basin : contents.waters.basins()) basins.push_back(basin.code);
    writeCoded(json, "basins", basins, truth.basins);
    json.key("reaches");
    json.beginArray();
    const auto& reaches = contents.waters.reaches();
    for (std::size_t i = 0; i < reaches.size(); ++i) {
        json.beginObject();
        json.key("id");
        json.text(reaches[i].id);
        json.key("downstream");
        if (reaches[i].downstream) {
            json.text(reaches[*reaches[i].downstream].id);
        } else {
            json.nothing();
        }
        writeNamed(json, "own", truth.own[i]);
        writeNamed(json, "accumulated", truth.accumulated[i]);
        json.endObject();
    }
    json.endArray();
    json.key("outlets");
    json.beginArray();
    for (const Reach& reach : reaches) {
        if (!reach.downstream) json.text(reach.id);
    }
    json.endArray();
    writeNamed(json, "at_outlets", truth.atOutlets);
    writeNamed(json, "unplaced", truth.unplaced);
}

}  // namespace

void writeWastewaterTruth(JsonText& json, const PackFacts& facts, const ThemeContents& contents) {
    VolumeTruth province;
    std::vector<VolumeTruth> communes(facts.newCommunes.size());
    std::vector<VolumeTruth> districts(facts.districts.size());
    for (const SampleOutfall& outfall : contents.outfalls) {
        const VolumeTruth volumes = volumesOf(outfall);
        province.add(volumes);
        communes[outfall.commune].add(volumes);
        districts[outfall.district].add(volumes);
    }
    json.key("wastewater");
    json.beginObject();
    json.key("rows");
    json.whole(static_cast<std::int64_t>(contents.outfalls.size()));
    json.key("not_in_plan");
    json.whole(std::ranges::count(contents.outfalls, false, &SampleOutfall::isInPlan));
    writeNamed(json, "province", province);
    writeCoded(json, "communes", codesOf(facts.newCommunes), communes);
    writeCoded(json, "districts", codesOf(facts.districts), districts);
    writeRivers(json, contents);
    json.endObject();
}

}  // namespace sample
