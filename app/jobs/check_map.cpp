// SPDX-License-Identifier: Apache-2.0
// A quiet ground, and what was measured upon it.
#include "app/jobs/check_map.hpp"

#include <algorithm>
#include <set>
#include <string>

#include "app/jobs/workspace_view.hpp"
#include "geo/topology/points.hpp"
#include "layers/text/names.hpp"
#include "styles/theme/palette.hpp"

namespace app {
namespace {

/// Farther than this from all communes a point would shrink the map to nothing.
constexpr double farOff_m = 20'000;
/// What the map shows at least, and the air around the points as a share of where they lie.
constexpr double leastExtent_m = 600;
constexpr double air = 0.12;
/// Of the strip of page the map stands in, width to height.
constexpr double aspect = 2;

constexpr styles::Colour quietGround{245, 246, 247};
constexpr styles::Colour streamColour{106, 166, 214};
constexpr styles::Colour white{255, 255, 255};

/// Streams below one half, tracks above.
constexpr double trackValue = 1;

styles::LinesLook lineLook() {
    styles::LinesLook look;
    look.colours.breaks = styles::ClassBreaks({trackValue / 2});
    look.colours.ramp = {streamColour, trackColour};
    look.colours.other = streamColour;
    look.width = {1.4, 1.4};
    look.labelled = true;
    return look;
}

styles::Theme themeOfChecked() {
    styles::Theme theme;
    theme.id = "field-check";
    theme.base = quietGround;
    theme.border = {{120, 131, 143}, 1};
    theme.outline = {{78, 88, 99}, 1.6};
    theme.label = {true, false};
    theme.lines = lineLook();
    theme.points = verdictLook();
    return theme;
}

geo::Extent grownBy(const geo::Extent& extent, double by) {
    return {extent.minX - by, extent.minY - by, extent.maxX + by, extent.maxY + by};
}

geo::Extent extentOf(const std::vector<CheckedPoint>& points, const geo::Extent& reach) {
    geo::Extent extent;
    for (const CheckedPoint& checked : points)
        if (isWithin(checked, reach)) extent.include(*checked.at);
    if (extent.isEmpty()) return extent;
    const double size = std::max(extent.width(), extent.height());
    geo::Extent around = grownBy(extent, std::max(air * size, (leastExtent_m - size) / 2));
    const double wider = (aspect * around.height() - around.width()) / 2;
    if (wider > 0) around = {around.minX - wider, around.minY, around.maxX + wider, around.maxY};
    return around;
}

std::vector<styles::MapUnit> unitsOf(const CheckGround& ground) {
    std::vector<styles::MapUnit> units;
    for (const layers::MappedUnit& unit : ground.communes().units()) {
        units.push_back({.code = unit.code,
                         .name = layers::withoutUnitPrefix(unit.name),
                         .shape = unit.shape,
                         .value = std::nullopt,
                         .labelAt = geo::labelPoint(unit.shape)});
    }
    return units;
}

std::vector<styles::MapLine> streamsIn(const layers::Workspace& workspace, const Project& project,
                                       const geo::Extent& extent) {
    std::vector<styles::MapLine> lines;
    for (const auto& record : shownLayers(workspace, project, layers::Kind::Rivers)) {
        auto stream = workspace.readLayer(record.id);
        const auto name = stream.schema.indexOf("name");
        for (layers::Feature feature; stream.next(feature);) {
            if (!extent.intersects(feature.geometry.extent())) continue;
            const std::string text = name ? layers::textIn(feature.values[*name]) : std::string();
            lines.push_back({std::to_string(feature.sourceRow), text, std::move(feature.geometry), 0.0, 0});
        }
    }
    return lines;
}

/// Where a track led, from fix to fix.
std::optional<styles::MapLine> trackOf(const std::vector<CheckedPoint>& points, const Stretch& stretch,
                                       const geo::Extent& reach) {
    std::vector<geo::Coordinate> path;
    for (std::size_t i = stretch.first; i < stretch.first + stretch.count; ++i)
        if (isWithin(points[i], reach)) path.push_back(*points[i].at);
    if (path.size() < 2) return std::nullopt;
    return styles::MapLine{"track-" + std::to_string(stretch.first), {}, geo::Geometry::lineString(path),
                           trackValue, 0};
}

/// The registered places the points speak of. Their codes come first, so that they are drawn below.
void addSites(styles::MapSheet& sheet, const std::vector<CheckedPoint>& points, const CheckGround& ground) {
    std::set<std::size_t> named;
    for (const CheckedPoint& checked : points)
        if (const auto near = siteOf(checked)) named.insert(near->site);
    for (const std::size_t index : named) {
        const layers::Site& site = ground.sites()[index];
        if (!site.at || !sheet.extent->contains(*site.at)) continue;
        sheet.points.push_back({"0-" + site.id, {}, *site.at, std::nullopt, siteCategory, 0, false});
    }
}

void addChecked(CheckMap& map, const std::vector<CheckedPoint>& points, const std::vector<Stretch>& stretches,
                const geo::Extent& reach) {
    for (std::size_t i = 0; i < stretches.size(); ++i) {
        const CheckedPoint& first = points[stretches[i].first];
        const std::string number = std::to_string(i + 1);
        if (isWithin(first, reach))
            map.sheet->points.push_back({"1-" + number, number, *first.at, std::nullopt,
                                         layers::wordOf(first.answer.verdict), 0, false});
        if (auto track = trackOf(points, stretches[i], reach)) {
            map.sheet->lines.push_back(std::move(*track));
            map.hasTracks = true;
        }
    }
}

/// The sheet speaks through the minutes around it; what is said upon the map is north and how far.
void addWords(styles::MapSheet& sheet, const Catalogue& words) {
    sheet.text.northLetter = words.sentence("map.north");
    sheet.text.scaleUnit = "km";
    sheet.text.pointLegend.labels.resize(sheet.theme.points->colours.count());
    sheet.text.lineLegend.labels.resize(sheet.theme.lines->colours.count());
    sheet.formatLength = [language = words.language()](double length) { return formatShort(length, language); };
    sheet.formatAmount = sheet.formatLength;
    sheet.formatValue = sheet.formatLength;
}

}  // namespace

styles::PointsLook verdictLook() {
    using layers::Verdict;
    styles::PointsLook look;
    // Okabe and Ito 2008, colours that differ to every kind of eye.
    look.colours.categories = {{layers::wordOf(Verdict::Inside), {0, 114, 178}, styles::Symbol::Circle, {}},
                               {layers::wordOf(Verdict::Outside), {213, 94, 0}, styles::Symbol::TriangleDown, {}},
                               {layers::wordOf(Verdict::Undetermined), {75, 85, 99}, styles::Symbol::Diamond, {}},
                               {siteCategory, {0, 137, 123}, styles::Symbol::Square, {}}};
    look.colours.other = {127, 140, 153};
    look.size = {10, 10};
    look.outline = {white, 1.2};
    look.labelled = true;
    return look;
}

geo::Extent reachOf(const CheckGround& ground) {
    geo::Extent all;
    for (const layers::MappedUnit& unit : ground.communes().units()) all.include(unit.shape.extent());
    return grownBy(all, farOff_m);
}

bool isWithin(const CheckedPoint& checked, const geo::Extent& reach) {
    return checked.at && reach.contains(*checked.at);
}

CheckMap mapOfChecked(const std::vector<CheckedPoint>& points, const std::vector<Stretch>& stretches,
                      const CheckGround& ground, const layers::Workspace& workspace, const Project& project,
                      const Catalogue& words) {
    CheckMap map;
    const geo::Extent reach = reachOf(ground);
    map.outside = static_cast<std::size_t>(std::ranges::count_if(
        points, [&](const CheckedPoint& checked) { return !isWithin(checked, reach); }));
    const geo::Extent extent = extentOf(points, reach);
    if (extent.isEmpty()) return map;
    styles::MapSheet& sheet = map.sheet.emplace();
    sheet.theme = themeOfChecked();
    sheet.extent = extent;
    sheet.units = unitsOf(ground);
    sheet.mosaic = styles::mosaicOf(sheet);
    // A round scale shows somewhat more than was asked for.
    sheet.lines = streamsIn(workspace, project, grownBy(extent, extent.width()));
    addSites(sheet, points, ground);
    map.hasSites = !sheet.points.empty();
    addChecked(map, points, stretches, reach);
    addWords(sheet, words);
    return map;
}

}  // namespace app
