// SPDX-License-Identifier: Apache-2.0
// Semicolons between fields, commas before decimals.
#include "sample-data/generator/outfall_file.hpp"

#include "sample-data/generator/sites.hpp"
#include "sample-data/generator/vietnamese_text.hpp"

namespace sample {
namespace {

std::string rowOf(const PackFacts& facts, const SampleOutfall& outfall) {
    const UnitFact& unit = facts.newCommunes[outfall.commune];
    return semicolonRow({outfall.id, outfall.name, outfall.category, unit.code, unit.name,
                         vietnameseNumber(outfall.lonLat.x, 5), vietnameseNumber(outfall.lonLat.y, 5),
                         vietnameseNumber(outfall.discharged, 1),
                         outfall.treated ? vietnameseNumber(*outfall.treated, 1) : std::string(),
                         outfall.standard, outfall.river, illustrative});
}

}  // namespace

std::filesystem::path writeOutfallFile(const PackFacts& facts, const std::vector<SampleOutfall>& outfalls,
                                       const std::filesystem::path& folder, PlantedFaults& faults) {
    const std::string name = "diem_xa_thai.csv";
    std::string text = semicolonRow({"ma", "ten", "loai_hinh", "ma_xa", "ten_xa", "kinh_do", "vi_do",
                                     "luu_luong_m3_ngay", "dat_chuan_m3_ngay", "quy_chuan", "song", "vi_tri"});
    for (std::size_t i = 0; i < outfalls.size(); ++i) {
        text += rowOf(facts, outfalls[i]);
        const auto row = static_cast<std::int64_t>(i) + 1;
        if (!outfalls[i].reach) faults.push_back({"far-from-rivers", name, row, {"outfall.far-from-stream"}});
        if (!outfalls[i].treated && outfalls[i].isInPlan) {
            faults.push_back({"not-monitored", name, row, {"outfall.treated-unknown"}});
        }
    }
    writeText(folder / name, text);
    return folder / name;
}

}  // namespace sample
