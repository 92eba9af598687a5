// SPDX-License-Identifier: Apache-2.0
// A few steps away from registered places.
#include "sample-data/generator/field_work.hpp"

#include <fmt/format.h>

#include <cmath>

namespace sample {
namespace {

constexpr std::size_t waypointsOfModels = 10;
constexpr std::size_t sheetOfModels = 9;
constexpr std::size_t freePoints = 3;
constexpr std::size_t trackPoints = 60;
constexpr double trackStep_m = 22;
constexpr double trackReach_m = 350;
constexpr int fixesInRound = 72;
constexpr double roundRadius_m = 60;

/// Seven decimals of a degree: a centimetre.
geo::Coordinate asWritten(geo::Coordinate lonLat) {
    return {std::round(lonLat.x * 1e7) / 1e7, std::round(lonLat.y * 1e7) / 1e7};
}

class Maker {
  public:
    Maker(const SiteMaking& making, const Sites& sites)
        : m_making(making), m_sites(sites), m_random(mixBits(making.seed, 0xf1e1d)) {}

    FieldWork make() {
        for (std::size_t i = 0; i < m_sites.landfills.size(); ++i) {
            if (!isMisdeclared(i)) m_work.waypoints.push_back(visitTo(m_sites.landfills[i]));
        }
        for (std::size_t i = 0; i < waypointsOfModels; ++i)
            m_work.waypoints.push_back(visitTo(m_sites.models[3 * i]));
        for (const geo::Coordinate across : m_sites.acrossFromLastModel) goAcross(across);
        fillSheet();
        walk();
        goRound();
        return std::move(m_work);
    }

  private:
    bool isMisdeclared(std::size_t landfill) const {
        return static_cast<std::int64_t>(landfill) + 1 == m_sites.misdeclaredLandfill;
    }

    geo::Coordinate lonLatOf(geo::Coordinate at) const { return asWritten(m_making.ground.toLonLat(at)); }

    FieldVisit visitTo(const SampleSite& site) {
        const geo::Coordinate at{site.at.x + m_random.between(-25, 25),
                                 site.at.y + m_random.between(-25, 25)};
        const double accuracy_m = static_cast<double>(8 + m_random.below(13)) / 2;
        return {site.name,    site.id,    m_making.facts.newCommunes[site.declared].code,
                lonLatOf(at), accuracy_m, "inside"};
    }

    void goAcross(geo::Coordinate across) {
        FieldVisit visit = visitTo(m_sites.models.back());
        visit.lonLat = lonLatOf(across);
        visit.accuracy_m = 5;
        visit.verdict = "outside";
        m_work.waypoints.push_back(std::move(visit));
    }

    void fillSheet() {
        const auto add = [&](FieldVisit visit) {
            visit.name = fmt::format("Điểm kiểm tra {:02}", m_work.sheet.size() + 1);
            m_work.sheet.push_back(std::move(visit));
        };
        for (std::size_t i = 0; i < sheetOfModels; ++i) add(visitTo(m_sites.models[1 + 4 * i]));
        for (std::size_t i = 0; i < freePoints; ++i) {
            const std::size_t commune = m_random.below(m_making.facts.newCommunes.size());
            const geo::Coordinate at = m_making.ground.placeIn(commune, {}, m_random);
            add({"", "", m_making.facts.newCommunes[commune].code, lonLatOf(at), 4, "inside"});
        }
    }

    std::size_t firstTrueLandfill() const { return isMisdeclared(0) ? 1 : 0; }

    void walk() {
        const geo::Coordinate home = m_sites.landfills[firstTrueLandfill()].at;
        geo::Coordinate at = home;
        geo::Coordinate heading{1, 0};
        for (std::size_t i = 0; i < trackPoints; ++i) {
            m_work.trackLonLat.push_back(lonLatOf(at));
            heading = {heading.x + m_random.between(-0.5, 0.5), heading.y + m_random.between(-0.5, 0.5)};
            if (distance_m(at, home) > trackReach_m) heading = {home.x - at.x, home.y - at.y};
            const double length = std::hypot(heading.x, heading.y);
            heading = {heading.x / length, heading.y / length};
            at = {at.x + trackStep_m * heading.x, at.y + trackStep_m * heading.y};
        }
    }

    /// Turned by 5 degrees a step; the cosine and sine are written out, so every machine turns alike.
    void goRound() {
        const geo::Coordinate middle =
            m_sites.landfills[firstTrueLandfill() + 1 + (isMisdeclared(1) ? 1 : 0)].at;
        geo::Coordinate arm{roundRadius_m, 0};
        for (int i = 0; i < fixesInRound; ++i) {
            const geo::Coordinate at{middle.x + arm.x + m_random.between(-2, 2),
                                     middle.y + arm.y + m_random.between(-2, 2)};
            m_work.fixesLonLat.push_back(lonLatOf(at));
            constexpr double cosine = 0.99619469809174555;
            constexpr double sine = 0.08715574274765817;
            arm = {cosine * arm.x - sine * arm.y, sine * arm.x + cosine * arm.y};
        }
    }

    SiteMaking m_making;
    const Sites& m_sites;
    Random m_random;
    FieldWork m_work;
};

}  // namespace

FieldWork makeFieldWork(const SiteMaking& making, const Sites& sites) { return Maker(making, sites).make(); }

}  // namespace sample
