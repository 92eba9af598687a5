// SPDX-License-Identifier: Apache-2.0
// Chance places on the banks; volumes by what stands there.
#include "sample-data/generator/outfalls.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "layers/text/names.hpp"

namespace sample {
namespace {

constexpr std::size_t outfallCount = 118;
constexpr double leastOffset_m = 150;
constexpr double mostOffset_m = 1'700;
constexpr double leastLead_m = 250;
constexpr double leastApart_m = 400;
constexpr double leastFar_m = 8'500;

struct Category {
    const char* words;
    const char* place;
    const char* standard;
    bool isInPlan;
    double weight;
    std::int64_t least;
    std::int64_t most;
};

// Volumes in m³ a day; standards in force since 01/9/2025 (QCVN 40:2025) and for domestic sewage QCVN
// 14:2025.
constexpr std::array<Category, 7> categories{
    {{"cơ sở sản xuất", "Cơ sở chế biến", "QCVN 40:2025/BTNMT", true, 34, 12, 320},
     {"cơ sở sản xuất", "Cơ sở chăn nuôi", "QCVN 40:2025/BTNMT", true, 16, 8, 140},
     {"cơ sở sản xuất", "Cơ sở khai khoáng", "QCVN 40:2025/BTNMT", true, 10, 60, 900},
     {"cơ sở kinh doanh", "Cơ sở kinh doanh", "QCVN 40:2025/BTNMT", true, 12, 4, 60},
     {"cơ sở dịch vụ", "Cơ sở dịch vụ", "QCVN 40:2025/BTNMT", true, 12, 5, 110},
     {"cụm công nghiệp", "Cụm công nghiệp", "QCVN 40:2025/BTNMT", true, 6, 180, 1'400},
     {"sinh hoạt", "Khu dân cư", "QCVN 14:2025/BTNMT", false, 10, 30, 700}}};

class Maker {
  public:
    explicit Maker(const OutfallMaking& making) : m_making(making), m_random(mixBits(making.seed, 0x0f47)) {}

    std::vector<SampleOutfall> make() {
        const std::size_t near = outfallCount - (m_making.plantsFaults ? 1 : 0);
        while (m_outfalls.size() < near) {
            if (const auto at = placeOnBank()) add(*at);
        }
        if (m_making.plantsFaults) addFar();
        return std::move(m_outfalls);
    }

  private:
    const Territory& territory() const { return m_making.territory; }
    Label basinUnder(geo::Coordinate at) const {
        return m_making.waters.basinOfCell()[territory().lattice().nearestCell(at)];
    }

    /// The position as the table gives it: five decimals of a degree, about a metre.
    geo::Coordinate asWritten(geo::Coordinate at) const {
        geo::Coordinate lonLat = m_making.ground.toLonLat(at);
        lonLat = {std::round(lonLat.x * 1e5) / 1e5, std::round(lonLat.y * 1e5) / 1e5};
        return m_making.ground.toPlane(lonLat);
    }

    bool isClearOfBorders(geo::Coordinate at) const {
        const CellIndex cell = territory().lattice().nearestCell(at);
        if (cell == noCell || !m_making.ground.isClear(cell)) return false;
        const auto& basins = m_making.waters.basinOfCell();
        return std::ranges::all_of(territory().lattice().neighbours(cell), [&](CellIndex beside) {
            return beside != noCell && basins[beside] == basins[cell];
        });
    }

    bool isApart(geo::Coordinate at) const {
        return std::ranges::all_of(
            m_places, [&](geo::Coordinate other) { return distance_m(at, other) >= leastApart_m; });
    }

    std::optional<geo::Coordinate> placeOnBank() {
        const auto& reaches = m_making.waters.reaches();
        const auto line = reaches[m_random.below(reaches.size())].line.coordinates();
        const geo::Coordinate on = line[m_random.below(line.size())];
        const double east_m = m_random.between(-mostOffset_m, mostOffset_m);
        const double north_m = m_random.between(-mostOffset_m, mostOffset_m);
        const geo::Coordinate at = asWritten({on.x + east_m, on.y + north_m});
        if (!isClearOfBorders(at) || !isApart(at)) return std::nullopt;
        const NearReach near = m_making.waters.nearest(at);
        const bool isSure = near.distance_m >= leastOffset_m && near.distance_m <= mostOffset_m &&
                            near.nextDistance_m >= near.distance_m + leastLead_m &&
                            reaches[near.reach].basin == static_cast<std::size_t>(basinUnder(at));
        return isSure ? std::optional(at) : std::nullopt;
    }

    SampleOutfall& add(geo::Coordinate at) {
        const Category& category = draw();
        SampleOutfall outfall;
        outfall.id = fmt::format("XT-{:03}", m_outfalls.size() + 1);
        outfall.category = category.words;
        outfall.isInPlan = category.isInPlan;
        outfall.standard = category.standard;
        outfall.commune = m_making.ground.communeAt(at).value_or(0);
        outfall.district = m_making.ground.districtAt(at);
        outfall.lonLat = m_making.ground.toLonLat(at);
        const std::string commune =
            layers::withoutUnitPrefix(m_making.facts.newCommunes[outfall.commune].name);
        outfall.name = fmt::format("{} {} {} (minh họa)", category.place, commune, m_outfalls.size() + 1);
        const NearReach near = m_making.waters.nearest(at);
        outfall.reach = near.reach;
        outfall.basin = m_making.waters.reaches()[near.reach].basin;
        outfall.river = m_making.waters.reaches()[near.reach].river;
        fill(outfall, category);
        m_places.push_back(at);
        m_outfalls.push_back(std::move(outfall));
        return m_outfalls.back();
    }

    const Category& draw() {
        double lot = m_random.fraction() * 100;
        for (const Category& category : categories) {
            lot -= category.weight;
            if (lot < 0) return category;
        }
        return categories.back();
    }

    /// Small ones are many: the square of a chance number leans towards the least.
    void fill(SampleOutfall& outfall, const Category& category) {
        const double chance = m_random.fraction();
        const double span = static_cast<double>(10 * (category.most - category.least));
        outfall.discharged = 10 * category.least + std::llround(span * chance * chance * chance) + 1;
        const double lot = m_random.fraction();
        const double share = lot < 0.3 ? 1 : lot < 0.45 ? 0 : m_random.between(0.35, 0.98);
        outfall.treated = std::llround(share * static_cast<double>(outfall.discharged));
        if (outfall.isInPlan && m_outfalls.size() % 29 == 17) outfall.treated.reset();
    }

    /// The clear cell farthest from all water, or one that is far enough.
    void addFar() {
        for (CellIndex cell = 0; cell < territory().lattice().cellCount(); ++cell) {
            const geo::Coordinate at = asWritten(territory().lattice().centre(cell));
            if (!isClearOfBorders(at) || m_making.waters.nearest(at).distance_m < leastFar_m) continue;
            SampleOutfall& outfall = add(at);
            outfall.reach.reset();
            outfall.basin.reset();
            outfall.isInPlan = true;
            outfall.category = categories.front().words;
            outfall.standard = categories.front().standard;
            outfall.treated = outfall.discharged / 2;
            return;
        }
    }

    OutfallMaking m_making;
    Random m_random;
    std::vector<SampleOutfall> m_outfalls;
    std::vector<geo::Coordinate> m_places;
};

}  // namespace

std::vector<SampleOutfall> makeOutfalls(const OutfallMaking& making) { return Maker(making).make(); }

}  // namespace sample
