// SPDX-License-Identifier: Apache-2.0
// Simplified plots where they are kept; else one pass for the rows of the legend, then shapes as they lie.
#include "app/jobs/plot_source.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <limits>
#include <memory>
#include <mutex>
#include <utility>
#include <vector>

#include "app/jobs/figure_layers.hpp"
#include "app/jobs/plot_classes.hpp"
#include "app/jobs/tile_shelf.hpp"
#include "geo/base/parallel.hpp"

namespace app {
namespace {

using Rows = std::vector<std::uint8_t>;
constexpr std::uint8_t noRow = std::numeric_limits<std::uint8_t>::max();

std::uint8_t byteOf(styles::PlotRow row) {
    return row && *row < noRow ? static_cast<std::uint8_t>(*row) : noRow;
}
styles::PlotRow rowOf(std::uint8_t byte) { return byte == noRow ? std::nullopt : styles::PlotRow(byte); }

/// What a part of a layer holds, row by row.
struct PartFacts {
    Rows rows;
    double boxes_m2 = 0;
    std::int64_t shapes = 0;
};

PartFacts factsOf(const layers::ShapeParts& parts, std::size_t part, const styles::PlotsLook& look) {
    PartFacts facts;
    PlotRows plotRows(look);
    const auto fields = layers::forestFieldsOf(parts.schema);
    const auto stream = parts.open(part);
    for (layers::ShapeRow plot; stream(plot);) {
        facts.rows.push_back(byteOf(plotRows.of(fields, plot.values)));
        const auto shape = layers::PlotReader::shape(plot);
        const geo::Extent box = shape ? shape->envelope() : geo::Extent();
        if (box.isEmpty()) continue;
        facts.boxes_m2 += box.width() * box.height();
        ++facts.shapes;
    }
    return facts;
}

/// Boxes are about twice as large as the plots in them.
double meanSide_m(const std::vector<PartFacts>& facts) {
    double boxes_m2 = 0;
    std::int64_t shapes = 0;
    for (const PartFacts& part : facts) boxes_m2 += part.boxes_m2, shapes += part.shapes;
    return shapes == 0 ? 0 : std::sqrt(boxes_m2 / 2 / static_cast<double>(shapes));
}

/// One layer of plots. What it holds row by row is found out when it is asked for.
class PlotLayer {
  public:
    PlotLayer(const layers::Workspace& workspace, layers::LayerRecord record, const styles::PlotsLook& look)
        : m_record(std::move(record)), m_look(look), m_mosaic(workspace.mosaic(m_record.id)) {
        layers::ReadRequest coded, plain;
        coded.fields = plotCodeFields(m_record.schema);
        plain.fields = std::vector<std::string>{};
        m_codes = workspace.shapeParts(m_record.id, coded);
        m_shapes = workspace.shapeParts(m_record.id, plain);
        if (!m_mosaic) return;
        PlotRows rows(look);
        std::vector<styles::PlotRow> ofClasses;
        for (const auto& each : m_mosaic->classes) ofClasses.push_back(rows.ofClass(each.name));
        m_rowsOfClasses = std::make_shared<const std::vector<styles::PlotRow>>(std::move(ofClasses));
    }

    const layers::LayerRecord& record() const { return m_record; }
    std::size_t parts() const { return m_shapes.parts; }

    void count(styles::PlotSource& source, const geo::Progress& progress) {
        source.extent.include(m_record.extent);
        source.parts += parts();
        source.count += m_record.featureCount;
        if (m_mosaic) return countClasses(source);
        for (const PartFacts& part : facts(progress)) {
            for (const std::uint8_t row : part.rows) countRow(source, rowOf(row), 1);
        }
        source.meanSide_m = std::max(source.meanSide_m, meanSide_m(facts(progress)));
    }

    void read(std::size_t part, const geo::Progress& progress, const styles::PlotVisit& visit) {
        const Rows& rows = facts(progress)[part].rows;
        const auto stream = m_shapes.open(part);
        std::size_t index = 0;
        for (layers::ShapeRow plot; stream(plot); ++index) {
            if (const auto shape = layers::PlotReader::shape(plot)) visit(*shape, rowOf(rows[index]));
        }
    }

    /// The coarsest level that is fine enough; nothing where there is none.
    std::optional<std::int64_t> levelFor(double metresPerPixel) const {
        if (!m_mosaic || metresPerPixel < m_mosaic->finest_m) return std::nullopt;
        const auto level = static_cast<std::int64_t>(std::log2(metresPerPixel / m_mosaic->finest_m));
        return std::min(level, m_mosaic->levels - 1);
    }

    std::vector<styles::MosaicTile> tiles(TileShelf& shelf, const TileWish& wish) const {
        std::vector<styles::MosaicTile> tiles;
        for (auto& tile : shelf.within(m_record.id, wish))
            tiles.push_back({std::move(tile), m_rowsOfClasses});
        return tiles;
    }

  private:
    static void countRow(styles::PlotSource& source, styles::PlotRow row, std::int64_t plots) {
        (row ? source.inRow[*row] : source.inNone) += static_cast<int>(plots);
    }

    void countClasses(styles::PlotSource& source) const {
        for (std::size_t i = 0; i < m_mosaic->classes.size(); ++i)
            countRow(source, (*m_rowsOfClasses)[i], m_mosaic->classes[i].rows);
        source.meanSide_m = std::max(source.meanSide_m, m_mosaic->meanSide_m);
    }

    const std::vector<PartFacts>& facts(const geo::Progress& progress) {
        const std::scoped_lock lock(m_mutex);
        if (!m_facts.empty()) return m_facts;
        std::vector<PartFacts> facts(parts());
        geo::parallelFor(facts.size(), 1, [&](const geo::Chunk& chunk) {
            progress.throwIfStopped();
            facts[chunk.index] = factsOf(m_codes, chunk.index, m_look);
        });
        m_facts = std::move(facts);
        return m_facts;
    }

    layers::LayerRecord m_record;
    styles::PlotsLook m_look;
    std::optional<layers::MosaicRecord> m_mosaic;
    std::shared_ptr<const std::vector<styles::PlotRow>> m_rowsOfClasses;
    layers::ShapeParts m_codes;
    layers::ShapeParts m_shapes;
    std::mutex m_mutex;
    std::vector<PartFacts> m_facts;
};

/// Everything a source reads from; lives as long as it.
struct PlotStock {
    PlotStock(const std::filesystem::path& path, const styles::PlotsLook& plotsLook, const geo::Progress& run)
        : workspace(layers::Workspace::open(path, layers::Access::Read)),
          look(plotsLook),
          progress(run),
          shelf(workspace) {}

    layers::Workspace workspace;
    styles::PlotsLook look;
    geo::Progress progress;
    std::vector<std::unique_ptr<PlotLayer>> layers;
    TileShelf shelf;
};

/// How many plots a window would show if they lay evenly.
double expectedWithin(const layers::LayerRecord& record, const geo::Extent& window) {
    const geo::Extent& all = record.extent;
    const double width = std::min(all.maxX, window.maxX) - std::max(all.minX, window.minX);
    const double height = std::min(all.maxY, window.maxY) - std::max(all.minY, window.minY);
    if (!(width > 0 && height > 0)) return 0;
    return static_cast<double>(record.featureCount) * width * height / (all.width() * all.height());
}

/// False when there are more than so many. The index must find all before it hands over one: where too many
/// are expected it is not asked.
bool addWithin(const PlotStock& stock, const layers::LayerRecord& record, const geo::Extent& window,
               std::size_t most, std::vector<styles::MapPlot>& plots) {
    if (expectedWithin(record, window) > static_cast<double>(most)) return false;
    layers::ReadRequest request;
    request.fields = plotCodeFields(record.schema);
    request.window = window;
    const auto stream = stock.workspace.readLayer(record.id, request);
    const auto fields = layers::forestFieldsOf(stream.schema);
    PlotRows rows(stock.look);
    for (layers::Feature plot; stream.next(plot);) {
        if (plots.size() == most) return false;
        const auto row = rows.of(fields, plot.values);
        plots.push_back({std::move(plot.geometry), row});
    }
    return true;
}

std::optional<std::vector<styles::MapPlot>> plotsWithin(const PlotStock& stock, const geo::Extent& window,
                                                        std::size_t most) {
    std::vector<styles::MapPlot> plots;
    for (const auto& layer : stock.layers)
        if (!addWithin(stock, layer->record(), window, most, plots)) return std::nullopt;
    return plots;
}

bool hasLevelFor(const PlotStock& stock, double metresPerPixel) {
    return std::ranges::all_of(
        stock.layers, [&](const auto& layer) { return layer->levelFor(metresPerPixel).has_value(); });
}

std::vector<styles::MosaicTile> tilesWithin(PlotStock& stock, const geo::Extent& window,
                                            double metresPerPixel, const geo::Progress& progress) {
    stock.progress.throwIfStopped();
    std::vector<styles::MosaicTile> tiles;
    for (const auto& layer : stock.layers)
        if (const auto level = layer->levelFor(metresPerPixel))
            std::ranges::move(layer->tiles(stock.shelf, {*level, window, progress}),
                              std::back_inserter(tiles));
    return tiles;
}

void readPart(const PlotStock& stock, std::size_t part, const styles::PlotVisit& visit) {
    stock.progress.throwIfStopped();
    for (const auto& layer : stock.layers) {
        if (part < layer->parts()) return layer->read(part, stock.progress, visit);
        part -= layer->parts();
    }
}

}  // namespace

styles::PlotSource plotSource(const FigureRoom& room, std::optional<int> period,
                              const styles::PlotsLook& look, const geo::Progress& progress) {
    const auto path = room.workspace.path();
    const auto stock = std::make_shared<PlotStock>(path, look, progress);
    styles::PlotSource source;
    source.inRow.resize(look.colours.count());
    for (const auto& record : requireAnswering(room, layers::Kind::Forest, period)) {
        stock->progress.step("map.reading-plots", source.count, -1);
        stock->layers.push_back(std::make_unique<PlotLayer>(stock->workspace, record, look));
        stock->layers.back()->count(source, progress);
    }
    source.within = [stock](const geo::Extent& window, std::size_t most) {
        return plotsWithin(*stock, window, most);
    };
    source.hasLevelFor = [stock](double metresPerPixel) { return hasLevelFor(*stock, metresPerPixel); };
    source.simplified = [stock](const geo::Extent& window, double metresPerPixel,
                                const geo::Progress& wish) {
        return tilesWithin(*stock, window, metresPerPixel, wish);
    };
    source.read = [stock](std::size_t part, const styles::PlotVisit& visit) {
        readPart(*stock, part, visit);
    };
    return source;
}

}  // namespace app
