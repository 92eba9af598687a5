// SPDX-License-Identifier: Apache-2.0
// Judging outfalls one by one against those before them.
#include "layers/indicators/outfall.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <tuple>

#include "layers/text/plain_words.hpp"

namespace layers {
namespace {

constexpr std::array<std::string_view, 15> wordsInPlan{
    "san_xuat",        "kinh_doanh", "dich_vu", "cum_cong_nghiep", "khu_tap_trung",
    "khu_cong_nghiep", "ccn",        "kcn",     "production",      "business",
    "service",         "services",   "cluster", "industrial_zone", "concentrated_zone"};
constexpr std::array<std::string_view, 2> wordsNotInPlan{"sinh_hoat", "domestic"};

constexpr double mostDischarged_m3_day = 1e9;

bool holdsAny(const std::string& key, std::span<const std::string_view> words) {
    return std::ranges::any_of(words, [&](std::string_view word) { return holdsWords(key, word); });
}

using Litres = std::optional<std::int64_t>;
using PlaceAndVolumes = std::tuple<double, double, Litres, Litres>;

/// Nothing where the place or the volume that could tell two outfalls apart is not known.
std::optional<PlaceAndVolumes> placeAndVolumesOf(const Outfall& outfall) {
    const Litres discharged = litresOf(outfall.discharged_m3_day);
    if (!outfall.at || !discharged) return std::nullopt;
    const auto millimetres = [](double metres) { return std::round(metres * 1000); };
    const double x = millimetres(outfall.at->x);
    const double y = millimetres(outfall.at->y);
    if (!std::isfinite(x) || !std::isfinite(y)) return std::nullopt;
    return PlaceAndVolumes{x, y, discharged, litresOf(outfall.treated_m3_day)};
}

/// For each outfall the earlier one that it repeats.
std::vector<std::optional<std::size_t>> firstsOf(std::span<const Outfall> outfalls) {
    std::vector<std::optional<std::size_t>> firsts(outfalls.size());
    std::map<std::string, std::size_t, std::less<>> ids;
    std::map<PlaceAndVolumes, std::size_t> places;
    for (std::size_t i = 0; i < outfalls.size(); ++i) {
        const auto note = [&](const auto& entry) {
            if (!entry.second && !firsts[i]) firsts[i] = entry.first->second;
        };
        if (!outfalls[i].id.empty()) note(ids.emplace(outfalls[i].id, i));
        // What is not counted itself can stand for nothing else.
        if (!outfalls[i].inPlan) continue;
        if (const auto place = placeAndVolumesOf(outfalls[i])) note(places.emplace(*place, i));
    }
    return firsts;
}

OutfallVerdict judgeVolumes(const Outfall& outfall) {
    const Litres discharged = litresOf(outfall.discharged_m3_day);
    const Litres treated = litresOf(outfall.treated_m3_day);
    if (discharged.value_or(0) < 0 || treated.value_or(0) < 0) return OutfallVerdict::VolumeNegative;
    if (!discharged) return OutfallVerdict::VolumeUnknown;
    if (!treated) return OutfallVerdict::TreatedUnknown;
    return *treated > *discharged ? OutfallVerdict::TreatedAboveDischarged : OutfallVerdict::Counts;
}

geo::Message negativeVolumeOf(const Outfall& outfall) {
    const bool isDischarged = litresOf(outfall.discharged_m3_day).value_or(0) < 0;
    const auto& volume = isDischarged ? outfall.discharged_m3_day : outfall.treated_m3_day;
    return {"outfall.volume-negative", {{"id", labelOf(outfall)}, {"volume_m3_day", volume.value_or(0)}}};
}

std::optional<geo::Message> messageOf(const Outfall& outfall, OutfallVerdict verdict) {
    switch (verdict) {
        case OutfallVerdict::NotInPlan:
            if (outfall.isPlanShareKnown) return std::nullopt;
            return geo::Message{"outfall.category-unknown",
                                {{"id", labelOf(outfall)}, {"category", outfall.category}}};
        case OutfallVerdict::VolumeUnknown:
            return geo::Message{"outfall.volume-unknown", {{"id", labelOf(outfall)}}};
        case OutfallVerdict::TreatedUnknown:
            return geo::Message{
                "outfall.treated-unknown",
                {{"id", labelOf(outfall)}, {"discharged_m3_day", outfall.discharged_m3_day.value_or(0)}}};
        case OutfallVerdict::VolumeNegative:
            return negativeVolumeOf(outfall);
        case OutfallVerdict::TreatedAboveDischarged:
            return geo::Message{"outfall.treated-above-discharged",
                                {{"id", labelOf(outfall)},
                                 {"discharged_m3_day", outfall.discharged_m3_day.value_or(0)},
                                 {"treated_m3_day", outfall.treated_m3_day.value_or(0)}}};
        case OutfallVerdict::Counts:
        case OutfallVerdict::Repeated:
            break;
    }
    return std::nullopt;
}

}  // namespace

PlanShare planShareOf(std::string_view category) {
    const std::string key = plainKey(category);
    const bool isIn = holdsAny(key, wordsInPlan);
    const bool isOut = holdsAny(key, wordsNotInPlan);
    if (isIn == isOut) return PlanShare::Unknown;
    return isIn ? PlanShare::InPlan : PlanShare::NotInPlan;
}

std::optional<std::int64_t> litresOf(std::optional<double> volume_m3_day) {
    if (!volume_m3_day || !(std::abs(*volume_m3_day) <= mostDischarged_m3_day)) return std::nullopt;
    return std::llround(*volume_m3_day * 1000);
}

double cubicMetresOf(std::int64_t litres) { return static_cast<double>(litres) / 1000; }

std::string wordOf(OutfallVerdict verdict) {
    switch (verdict) {
        case OutfallVerdict::Counts:
            return "counted";
        case OutfallVerdict::NotInPlan:
            return "not-in-plan";
        case OutfallVerdict::VolumeUnknown:
            return "volume-unknown";
        case OutfallVerdict::TreatedUnknown:
            return "treated-unknown";
        case OutfallVerdict::VolumeNegative:
            return "volume-negative";
        case OutfallVerdict::TreatedAboveDischarged:
            return "treated-above-discharged";
        case OutfallVerdict::Repeated:
            return "repeated";
    }
    return {};
}

bool isAwaited(OutfallVerdict verdict) {
    return verdict == OutfallVerdict::Counts || verdict == OutfallVerdict::VolumeUnknown ||
           verdict == OutfallVerdict::TreatedUnknown;
}

std::vector<OutfallVerdict> judgeOutfalls(std::span<const Outfall> outfalls) {
    const auto firsts = firstsOf(outfalls);
    std::vector<OutfallVerdict> verdicts;
    verdicts.reserve(outfalls.size());
    for (std::size_t i = 0; i < outfalls.size(); ++i) {
        const auto own = outfalls[i].inPlan ? judgeVolumes(outfalls[i]) : OutfallVerdict::NotInPlan;
        verdicts.push_back(firsts[i] ? OutfallVerdict::Repeated : own);
    }
    return verdicts;
}

std::vector<Finding> outfallFindings(std::span<const Outfall> outfalls,
                                     std::span<const OutfallVerdict> verdicts) {
    const auto firsts = firstsOf(outfalls);
    std::vector<Finding> findings;
    for (std::size_t i = 0; i < outfalls.size(); ++i) {
        const Outfall& outfall = outfalls[i];
        auto message = messageOf(outfall, verdicts[i]);
        if (verdicts[i] == OutfallVerdict::Repeated && firsts[i]) {
            message = {"outfall.repeated",
                       {{"id", labelOf(outfall)}, {"first_row", outfalls[*firsts[i]].row}}};
        }
        if (message) findings.push_back({std::move(*message), outfall.row, outfall.communeCode});
    }
    return findings;
}

const std::string& labelOf(const Outfall& outfall) { return outfall.id.empty() ? outfall.name : outfall.id; }

}  // namespace layers
