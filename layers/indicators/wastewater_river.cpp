// SPDX-License-Identifier: Apache-2.0
// Outfall → sub-basin → nearest reach in it → downstream.
#include "layers/indicators/wastewater_river.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include "geo/measure/area.hpp"
#include "geo/network/banded_polygon.hpp"
#include "geo/network/flow_network.hpp"
#include "geo/topology/nearest_index.hpp"
#include "geo/topology/zone_index.hpp"
#include "layers/indicators/litre_ledger.hpp"

namespace layers {
namespace {

using Index = std::optional<std::size_t>;

std::vector<geo::Geometry> linesOf(std::span<const RiverReach> reaches) {
    std::vector<geo::Geometry> lines;
    lines.reserve(reaches.size());
    for (const RiverReach& reach : reaches) lines.push_back(reach.line);
    return lines;
}

std::vector<geo::Geometry> shapesOf(std::span<const SubBasin> basins) {
    std::vector<geo::Geometry> shapes;
    shapes.reserve(basins.size());
    for (const SubBasin& basin : basins) shapes.push_back(basin.shape);
    return shapes;
}

std::vector<geo::SquareMetres> areasOf(std::span<const geo::Geometry> shapes) {
    std::vector<geo::SquareMetres> areas;
    areas.reserve(shapes.size());
    for (const geo::Geometry& shape : shapes) areas.push_back(geo::planarArea(shape));
    return areas;
}

/// Places of shapes, the smallest first.
std::vector<std::size_t> bySize(std::span<const geo::SquareMetres> areas) {
    std::vector<std::size_t> places(areas.size());
    std::iota(places.begin(), places.end(), std::size_t{0});
    std::ranges::stable_sort(places, {}, [&](std::size_t place) { return areas[place]; });
    return places;
}

/// For each reach the basin that holds most of its length, of several that hold as much the smallest; nothing
/// for one outside all of them.
std::vector<Index> basinsOf(std::span<const geo::Geometry> lines, std::span<const geo::Geometry> basins,
                            std::span<const geo::SquareMetres> areas) {
    constexpr double rounding = 1e-9;
    std::vector<Index> basinOf(lines.size());
    std::vector<geo::Metres> longest(lines.size());
    for (const std::size_t basin : bySize(areas)) {
        const geo::BandedPolygon polygon(basins[basin]);
        for (std::size_t line = 0; line < lines.size(); ++line) {
            const geo::Metres inside = polygon.lengthInside(lines[line]);
            if (inside <= longest[line] * (1 + rounding)) continue;
            longest[line] = inside;
            basinOf[line] = basin;
        }
    }
    return basinOf;
}

/// Where the water of an outfall goes: a reach, or the reason why none is found.
struct Landing {
    Index reach;
    Index basin;
    std::string reason;
    geo::Metres distance;
};

class RiverMap {
  public:
    RiverMap(std::span<const geo::Geometry> lines, std::span<const geo::Geometry> basins)
        : m_basinAreas(areasOf(basins)),
          m_basinOfReach(basinsOf(lines, basins, m_basinAreas)),
          m_basins(basins),
          m_reaches(lines) {}

    Landing land(const Outfall& outfall, geo::Metres farthest) const {
        if (!outfall.at || !std::isfinite(outfall.at->x) || !std::isfinite(outfall.at->y)) {
            return {{}, {}, "no-position", {}};
        }
        const Index basin = basinAt(*outfall.at);
        if (!basin) return {{}, {}, "off-basins", {}};
        const auto runsHere = [&](std::size_t reach) { return m_basinOfReach[reach] == basin; };
        constexpr geo::Metres anywhere{std::numeric_limits<double>::infinity()};
        const auto nearest = m_reaches.nearest(*outfall.at, anywhere, runsHere);
        if (!nearest) return {{}, basin, "no-stream-in-basin", {}};
        if (nearest->distance > farthest) return {{}, basin, "far-from-stream", nearest->distance};
        return {nearest->shape, basin, {}, nearest->distance};
    }

  private:
    Index basinAt(geo::Coordinate position) const {
        const auto found = m_basins.zonesAt(position);
        const auto areaOf = [&](std::uint32_t zone) { return m_basinAreas[zone]; };
        if (found.empty()) return std::nullopt;
        return *std::ranges::min_element(found, {}, areaOf);
    }

    std::vector<geo::SquareMetres> m_basinAreas;
    std::vector<Index> m_basinOfReach;
    geo::ZoneIndex m_basins;
    geo::NearestIndex m_reaches;
};

Finding findingOf(const Outfall& outfall, const Landing& landing, std::span<const SubBasin> basins) {
    const std::string& id = labelOf(outfall);
    geo::Message message{"outfall.no-position", {{"id", id}, {"name", outfall.name}}};
    if (landing.reason == "off-basins") {
        message = {"outfall.off-basins", {{"id", id}, {"name", outfall.name}}};
    }
    if (landing.reason == "no-stream-in-basin") {
        const std::string& basin = basins[landing.basin.value()].name;
        message = {"outfall.no-stream-in-basin", {{"id", id}, {"name", outfall.name}, {"basin", basin}}};
    }
    if (landing.reason == "far-from-stream") {
        message = {"outfall.far-from-stream",
                   {{"id", id}, {"name", outfall.name}, {"distance_m", landing.distance.value}}};
    }
    return {std::move(message), outfall.row, outfall.communeCode};
}

/// Sums at the lower ends: every part of a Volumes flows the same way.
void accumulate(std::vector<ReachVolumes>& reaches, const geo::FlowNetwork& network) {
    for (const auto part : {&Volumes::discharged_l_day, &Volumes::treated_l_day, &Volumes::outfalls,
                            &Volumes::unknown, &Volumes::unknownDischarged_l_day}) {
        std::vector<std::int64_t> entering;
        entering.reserve(reaches.size());
        for (const ReachVolumes& reach : reaches) entering.push_back(reach.own.*part);
        const auto sums = geo::accumulated(network, entering);
        for (std::size_t i = 0; i < reaches.size(); ++i) reaches[i].accumulated.*part = sums[i];
    }
}

WastewaterByRiver emptyTally(std::span<const RiverReach> reaches, std::span<const SubBasin> basins) {
    WastewaterByRiver tally;
    for (std::size_t reach = 0; reach < reaches.size(); ++reach) tally.reaches.push_back({reach, {}, {}});
    for (const SubBasin& basin : basins) tally.basins.push_back({basin.code, basin.name, {}});
    return tally;
}

void noteLoops(WastewaterByRiver& tally, const geo::FlowNetwork& network,
               std::span<const RiverReach> reaches) {
    for (const std::size_t line : network.loops()) {
        tally.findings.push_back(
            {{"river.flows-in-circle", {{"id", reaches[line].id}, {"name", reaches[line].name}}}, 0, {}});
    }
}

}  // namespace

WastewaterByRiver tallyByRiver(std::span<const Outfall> outfalls, std::span<const OutfallVerdict> verdicts,
                               std::span<const RiverReach> reaches, std::span<const SubBasin> basins,
                               geo::Metres farthest) {
    const auto lines = linesOf(reaches);
    const RiverMap map(lines, shapesOf(basins));
    const auto network = geo::FlowNetwork::fromLines(lines, confluenceSnap);
    WastewaterByRiver tally = emptyTally(reaches, basins);
    LitreLedger ledger;
    for (std::size_t i = 0; i < outfalls.size(); ++i) {
        const Landing landing = map.land(outfalls[i], farthest);
        const Volumes volumes = volumesOf(outfalls[i], verdicts[i]);
        tally.reachOfOutfall.push_back(landing.reach);
        if (landing.reach) {
            tally.reaches[*landing.reach].own += volumes;
            tally.basins[landing.basin.value()].own += volumes;
        }
        if (!landing.reach) tally.unplaced += volumes;
        if (!landing.reach && isAwaited(verdicts[i])) {
            tally.findings.push_back(findingOf(outfalls[i], landing, basins));
        }
        const bool isLostHere = !landing.reach && verdicts[i] == OutfallVerdict::Counts;
        ledger.book(outfalls[i], isLostHere ? landing.reason : wordOf(verdicts[i]));
    }
    accumulate(tally.reaches, network);
    tally.outlets = network.outlets();
    tally.ledger = ledger.inCubicMetres();
    noteLoops(tally, network, reaches);
    return tally;
}

}  // namespace layers
