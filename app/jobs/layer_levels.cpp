// SPDX-License-Identifier: Apache-2.0
// Codes first, then tile by tile.
#include "app/jobs/layer_levels.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "app/jobs/layer_coverage.hpp"
#include "app/jobs/plot_classes.hpp"
#include "geo/topology/arc_levels.hpp"

namespace app {
namespace {

constexpr std::size_t mostClasses = 4096;
constexpr double finestPlots_px = 32;
constexpr std::size_t levelCount = 6;
// At 32, 16 and 8 pixels outlines show, at 4 they do not.
constexpr std::size_t outlinedLevels = 3;

/// Every plot's class by its row, and how large plots are.
struct PlotClasses {
    std::vector<std::pair<std::int64_t, std::uint16_t>> byRow;
    layers::MosaicRecord record;

    std::uint16_t of(std::int64_t row) const {
        const auto found =
            std::ranges::lower_bound(byRow, row, {}, [](const auto& each) { return each.first; });
        return found == byRow.end() ? geo::ArcTile::noClass : found->second;
    }
};

/// Numbers classes as they come.
class ClassNumbers {
  public:
    std::uint16_t of(const std::string& name) {
        const auto [found, isNew] = m_numbers.try_emplace(name, static_cast<std::uint16_t>(m_classes.size()));
        if (isNew) m_classes.push_back({name, 0});
        ++m_classes[found->second].rows;
        return found->second;
    }
    std::size_t size() const { return m_classes.size(); }
    std::vector<layers::MosaicClass> take() { return std::move(m_classes); }

  private:
    std::map<std::string, std::uint16_t> m_numbers;
    std::vector<layers::MosaicClass> m_classes;
};

/// Boxes are about twice as large as the plots in them.
class MeanSide {
  public:
    void add(const geo::Extent& box) {
        if (box.isEmpty()) return;
        m_boxes_m2 += box.width() * box.height();
        ++m_count;
    }
    double side_m() const {
        return m_count == 0 ? 0 : std::sqrt(m_boxes_m2 / 2 / static_cast<double>(m_count));
    }

  private:
    double m_boxes_m2 = 0;
    std::int64_t m_count = 0;
};

/// Without classes where there are too many.
PlotClasses readClasses(const layers::Workspace& workspace, const layers::LayerRecord& record,
                        geo::Progress& progress) {
    layers::ReadRequest request;
    request.fields = plotCodeFields(record.schema);
    const auto stream = workspace.readLayer(record.id, request);
    const auto fields = layers::forestFieldsOf(stream.schema);
    constexpr std::size_t plotsInAStep = 8192;
    PlotClasses classes;
    ClassNumbers numbers;
    MeanSide side;
    for (layers::Feature plot; numbers.size() < mostClasses && stream.next(plot);) {
        if (classes.byRow.size() % plotsInAStep == 0)
            progress.step("map.reading-plots", static_cast<std::int64_t>(classes.byRow.size()),
                          record.featureCount);
        classes.byRow.emplace_back(plot.sourceRow, numbers.of(plotClass(fields, plot.values)));
        side.add(plot.geometry.extent());
    }
    std::ranges::sort(classes.byRow);
    classes.record.meanSide_m = side.side_m();
    if (numbers.size() < mostClasses) classes.record.classes = numbers.take();
    return classes;
}

geo::Extent extentOf(const geo::ArcTile& tile) {
    geo::Extent extent;
    for (const geo::GridPoint& point : tile.points)
        extent.include(
            geo::Coordinate{tile.origin.x + point.x * tile.step_m, tile.origin.y + point.y * tile.step_m});
    return extent;
}

std::vector<std::uint16_t> ownClasses(const geo::Coverage& coverage, const PlotClasses& classes) {
    std::vector<std::uint16_t> own;
    for (std::size_t i = 0; i < coverage.ownFaceCount(); ++i)
        own.push_back(classes.of(coverage.faceKeys()[i]));
    return own;
}

/// A tile at one scale, ready to be kept.
struct Level {
    layers::MosaicTileKey key;
    std::vector<std::byte> bytes;
};

std::vector<Level> levelsOf(const CoverageTile& tile, const PlotClasses& classes,
                            const geo::LevelLadder& ladder) {
    std::vector<Level> levels;
    for (const geo::ArcTile& arcs :
         geo::arcLevels(tile.coverage, ownClasses(tile.coverage, classes), ladder)) {
        const auto level = static_cast<std::int64_t>(levels.size());
        levels.push_back({{level, tile.key, extentOf(arcs)}, geo::toBytes(arcs)});
    }
    return levels;
}

}  // namespace

void storeLevels(layers::Change& change, const layers::Workspace& workspace, const LevelsTask& task,
                 geo::Progress& progress) {
    const layers::LayerRecord record = workspace.layer(task.layer);
    PlotClasses classes = readClasses(workspace, record, progress);
    if (classes.record.classes.empty() || !(classes.record.meanSide_m > 0)) return;
    classes.record.finest_m = classes.record.meanSide_m / finestPlots_px;
    classes.record.levels = levelCount;
    change.addMosaic(task.layer, classes.record);
    const geo::LevelLadder ladder{
        {record.extent.minX, record.extent.minY}, classes.record.finest_m, levelCount, outlinedLevels};
    const auto make = [&](const CoverageTile& tile) -> TileKeeper {
        return [&change, layer = task.layer, levels = levelsOf(tile, classes, ladder)] {
            for (const Level& level : levels) change.addMosaicTile(layer, level.key, level.bytes);
        };
    };
    forEachTile(workspace, {task.layer, task.plotsInATile}, progress, make);
}

}  // namespace app
