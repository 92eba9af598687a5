// SPDX-License-Identifier: Apache-2.0
// Kind after kind, each place apart from all before it.
#include "sample-data/generator/sites.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <limits>

#include "layers/text/names.hpp"

namespace sample {
namespace {

constexpr std::size_t clusterCount = 5;
constexpr std::size_t landfillCount = 11;
constexpr std::size_t mineCount = 20;
constexpr std::size_t hydropowerCount = 12;
constexpr std::size_t modelCount = 60;
constexpr double leastApart_m = 2'000;
constexpr double leastToBorder_m = 500;
// Farther than any slip of a pen, near enough to be a neighbour's neighbour.
constexpr double leastMisdeclared_m = 5'000;
constexpr double mostMisdeclared_m = 15'000;

constexpr std::array<const char*, 6> mineSorts{"Mỏ đá xây dựng",   "Mỏ cát, sỏi", "Mỏ đất san lấp",
                                               "Mỏ sét gạch ngói", "Mỏ chì kẽm",  "Mỏ đồng"};
constexpr std::array<const char*, 4> stages{"dự kiến", "đang xây dựng", "đang hoạt động", "dừng hoạt động"};

std::string shortName(const UnitFact& unit) { return layers::withoutUnitPrefix(unit.name); }

class Maker {
  public:
    explicit Maker(const SiteMaking& making) : m_making(making), m_random(mixBits(making.seed, 0x517e5)) {}

    Sites make() {
        takePackPlaces("hydropower", "TD", m_sites.hydropower);
        takePackPlaces("mine", "KS", m_sites.mines);
        takePackPlaces("cluster", "CCN", m_sites.clusters);
        addClusters();
        addLandfills();
        addMines();
        addHydropower();
        addModels();
        if (m_making.plantsFaults) misdeclareLandfill();
        return std::move(m_sites);
    }

  private:
    const std::vector<UnitFact>& communes() const { return m_making.facts.newCommunes; }

    std::optional<std::size_t> communeOfCode(const std::string& code) const {
        const auto found = std::ranges::find(communes(), code, &UnitFact::code);
        if (found == communes().end()) return std::nullopt;
        return static_cast<std::size_t>(found - communes().begin());
    }

    SampleSite& add(std::vector<SampleSite>& list, const char* prefix, const std::string& name,
                    geo::Coordinate at) {
        SampleSite site;
        site.id = fmt::format("{}-{:02}", prefix, list.size() + 1);
        site.name = name;
        site.at = at;
        site.commune = site.declared = m_making.ground.communeAt(at).value_or(0);
        m_taken.push_back(at);
        list.push_back(std::move(site));
        return list.back();
    }

    SampleSite& addIn(std::vector<SampleSite>& list, const char* prefix, const std::string& name,
                      std::size_t commune) {
        return add(list, prefix, name, placeIn(commune));
    }

    geo::Coordinate placeIn(std::size_t commune) {
        return m_making.ground.placeIn(commune, m_taken, m_random);
    }

    bool isFree(geo::Coordinate at) const {
        return std::ranges::all_of(
            m_taken, [&](geo::Coordinate other) { return distance_m(at, other) > leastApart_m; });
    }

    /// A bend of a river; where none lies in the commune, anywhere in it.
    geo::Coordinate placeOnRiver(std::size_t commune) {
        for (const Reach& reach : m_making.waters.reaches()) {
            for (const geo::Coordinate on : reach.line.coordinates()) {
                const geo::Coordinate at = roundedToMillimetres(on);
                const bool isIn = m_making.ground.communeAt(at) == commune;
                if (isIn && m_making.ground.toBorder_m(at) > leastToBorder_m && isFree(at)) return at;
            }
        }
        return placeIn(commune);
    }

    /// A real place keeps its verified position; one without gets an illustrative one in its commune.
    void takePackPlaces(const std::string& kind, const char* prefix, std::vector<SampleSite>& list) {
        for (const PlaceFact& place : m_making.themes.places) {
            if (place.kind != kind) continue;
            const auto at =
                place.lonLat ? std::optional(m_making.ground.toPlane(*place.lonLat)) : std::nullopt;
            const auto commune = communeOfCode(place.communeCode);
            if (at && m_making.ground.communeAt(*at)) {
                add(list, prefix, place.name, roundedToMillimetres(*at)).isVerified = true;
            } else if (commune) {
                add(list, prefix, place.name,
                    kind == "hydropower" ? placeOnRiver(*commune) : placeIn(*commune));
            }
            if (!list.empty() && list.back().name == place.name) list.back().capacity_mw = place.capacity;
        }
    }

    /// Present communes that hold a former town, one for each former district where it can be.
    std::vector<std::size_t> townCommunes() const {
        std::vector<std::size_t> found;
        for (std::size_t district = 0; district < m_making.facts.districts.size(); ++district) {
            for (const PartFact& part : m_making.facts.parts) {
                if (part.district != district || !isTown(m_making.facts.oldCommunes[part.oldCommune]))
                    continue;
                if (std::ranges::find(found, part.newCommune) == found.end())
                    found.push_back(part.newCommune);
                break;
            }
        }
        return found;
    }

    std::size_t anyCommune() { return m_random.below(communes().size()); }

    void addClusters() {
        const auto towns = townCommunes();
        for (std::size_t i = 0; m_sites.clusters.size() < clusterCount; ++i) {
            const std::size_t commune = towns.empty() ? anyCommune() : towns[i % towns.size()];
            const bool isTaken = std::ranges::any_of(
                m_sites.clusters, [&](const SampleSite& site) { return site.commune == commune; });
            if (isTaken && i < towns.size()) continue;
            addIn(m_sites.clusters, "CCN",
                  fmt::format("Cụm công nghiệp {} (minh họa)", shortName(communes()[commune])), commune);
        }
    }

    void addLandfills() {
        auto where = townCommunes();
        while (where.size() < landfillCount) {
            const std::size_t commune = anyCommune();
            if (std::ranges::find(where, commune) == where.end()) where.push_back(commune);
        }
        where.resize(landfillCount);
        for (const std::size_t commune : where) {
            SampleSite& site =
                addIn(m_sites.landfills, "BR",
                      fmt::format("Bãi rác {} (minh họa)", shortName(communes()[commune])), commune);
            site.area_ha = static_cast<double>(15 + m_random.below(60)) / 10;
        }
    }

    void addMines() {
        while (m_sites.mines.size() < mineCount) {
            const std::size_t commune = anyCommune();
            const char* sort = mineSorts[m_random.below(mineSorts.size())];
            const std::string name = fmt::format("{} {} (minh họa)", sort, shortName(communes()[commune]));
            if (std::ranges::find(m_sites.mines, name, &SampleSite::name) != m_sites.mines.end()) continue;
            addIn(m_sites.mines, "KS", name, commune);
        }
    }

    /// Small plants stand on a bank; as many tries as it takes to find one clear of borders.
    void addHydropower() {
        for (int tries = 0; m_sites.hydropower.size() < hydropowerCount && tries < 4000; ++tries) {
            const Reach& reach = m_making.waters.reaches()[m_random.below(m_making.waters.reaches().size())];
            const auto line = reach.line.coordinates();
            const geo::Coordinate at = roundedToMillimetres(line[m_random.below(line.size())]);
            const auto commune = m_making.ground.communeAt(at);
            if (!isFree(at) || !commune || m_making.ground.toBorder_m(at) < leastToBorder_m) continue;
            SampleSite& site = add(m_sites.hydropower, "TD",
                                   fmt::format("Thủy điện {} {} (minh họa)", shortName(communes()[*commune]),
                                               m_sites.hydropower.size() + 1),
                                   at);
            site.capacity_mw = std::to_string(3 + m_random.below(28));
        }
    }

    void describeModel(SampleSite& site) {
        const auto& sectors = m_making.themes.sectors;
        site.sector = sectors[m_random.below(sectors.size())].number;
        const double lot = m_random.fraction();
        site.stage = stages[lot < 0.2 ? 0 : lot < 0.4 ? 1 : lot < 0.93 ? 2 : 3];
        site.name = fmt::format("Mô hình {} {} (minh họa)", m_sites.models.size(),
                                shortName(communes()[site.commune]));
    }

    /// One in every commune, the others anywhere; with faults the last stands beside a border.
    void addModels() {
        while (m_sites.models.size() + 1 < modelCount) {
            const std::size_t commune =
                m_sites.models.size() < communes().size() ? m_sites.models.size() : anyCommune();
            describeModel(addIn(m_sites.models, "MH", "", commune));
        }
        if (!m_making.plantsFaults) return describeModel(addIn(m_sites.models, "MH", "", anyCommune()));
        const BorderPair pair = m_making.ground.acrossBorder(m_taken, m_random);
        describeModel(add(m_sites.models, "MH", "", pair.here));
        m_sites.acrossFromLastModel.push_back(pair.across);
        m_taken.push_back(pair.across);
    }

    double toNearestOf_m(geo::Coordinate at, const std::vector<geo::Coordinate>& points) const {
        double least_m = std::numeric_limits<double>::infinity();
        for (const geo::Coordinate point : points) least_m = std::min(least_m, distance_m(at, point));
        return least_m;
    }

    void misdeclareLandfill() {
        std::vector<std::vector<geo::Coordinate>> borders;
        for (const geo::Geometry& shape : m_making.ground.communeShapes()) {
            borders.emplace_back(shape.coordinates().begin(), shape.coordinates().end());
        }
        for (std::size_t row = m_sites.landfills.size(); row-- > 0;) {
            SampleSite& site = m_sites.landfills[row];
            for (std::size_t commune = 0; commune < borders.size(); ++commune) {
                const double away_m = toNearestOf_m(site.at, borders[commune]);
                if (commune == site.commune || away_m < leastMisdeclared_m || away_m > mostMisdeclared_m)
                    continue;
                site.declared = commune;
                m_sites.misdeclaredLandfill = static_cast<std::int64_t>(row) + 1;
                return;
            }
        }
    }

    SiteMaking m_making;
    Random m_random;
    Sites m_sites;
    std::vector<geo::Coordinate> m_taken;
};

}  // namespace

Sites makeSites(const SiteMaking& making) { return Maker(making).make(); }

}  // namespace sample
