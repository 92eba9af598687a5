// SPDX-License-Identifier: Apache-2.0
// One pass for the rows of the legend, then shapes as often as they are asked for.
#include "app/jobs/plot_source.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "app/jobs/figure_layers.hpp"
#include "geo/base/parallel.hpp"
#include "layers/indicators/forest_plots.hpp"

namespace app {
namespace {

using Rows = std::vector<std::uint8_t>;
constexpr std::uint8_t noRow = std::numeric_limits<std::uint8_t>::max();

std::uint8_t byteOf(styles::PlotRow row) {
    return row && *row < noRow ? static_cast<std::uint8_t>(*row) : noRow;
}
styles::PlotRow rowOf(std::uint8_t byte) { return byte == noRow ? std::nullopt : styles::PlotRow(byte); }

/// The codes of a plot looked up once, for there are few.
class RowFinder {
  public:
    RowFinder(const layers::ForestFields& fields, const styles::PlotsLook& look)
        : m_fields(fields), m_look(look) {}

    /// Values or views of them.
    template <class Values>
    std::uint8_t of(const Values& values) {
        const std::uint8_t bySymbol = m_fields.ldlr ? ofCode(values[*m_fields.ldlr]) : noRow;
        if (bySymbol != noRow || !m_fields.maldlr) return bySymbol;
        return ofCode(values[*m_fields.maldlr]);
    }

  private:
    std::uint8_t ofCode(const layers::ValueView& value) {
        const auto* const text = std::get_if<std::string_view>(&value);
        return text != nullptr ? ofText(*text) : ofText(layers::textIn(value));
    }
    std::uint8_t ofCode(const layers::Value& value) { return ofText(layers::textIn(value)); }

    std::uint8_t ofText(std::string_view code) {
        const auto known = m_known.find(code);
        if (known != m_known.end()) return known->second;
        const std::uint8_t row = byteOf(m_look.colours.categoryOf(m_look.categoryOfCode(code)));
        m_known.emplace(code, row);
        return row;
    }

    layers::ForestFields m_fields;
    const styles::PlotsLook& m_look;
    std::map<std::string, std::uint8_t, std::less<>> m_known;
};

/// The names of the two codes in a layer.
std::vector<std::string> codeFields(const layers::Schema& schema) {
    const auto fields = layers::forestFieldsOf(schema);
    std::vector<std::string> names;
    for (const auto& index : {fields.maldlr, fields.ldlr})
        if (index) names.push_back(schema.fields()[*index].name);
    return names;
}

/// What a part of a layer holds, shape by shape.
struct PartFacts {
    Rows rows;
    double boxes_m2 = 0;
    std::int64_t shapes = 0;
};

PartFacts factsOf(const layers::ShapeParts& parts, std::size_t part, const styles::PlotsLook& look) {
    PartFacts facts;
    RowFinder finder(layers::forestFieldsOf(parts.schema), look);
    const auto stream = parts.open(part);
    for (layers::ShapeRow plot; stream(plot);) {
        facts.rows.push_back(finder.of(plot.values));
        const auto shape = layers::PlotReader::shape(plot);
        if (!shape) continue;
        const geo::Extent box = shape->envelope();
        if (box.isEmpty()) continue;
        facts.boxes_m2 += box.width() * box.height();
        ++facts.shapes;
    }
    return facts;
}

/// One layer of plots, its shapes where they lie.
struct PlotLayer {
    layers::LayerRecord record;
    layers::ShapeParts shapes;
    std::vector<PartFacts> facts;
};

PlotLayer readFacts(const layers::Workspace& workspace, const layers::LayerRecord& record,
                    const styles::PlotsLook& look, const geo::Progress& progress) {
    layers::ReadRequest coded, plain;
    coded.fields = codeFields(record.schema);
    plain.fields = std::vector<std::string>{};
    const auto parts = workspace.shapeParts(record.id, coded);
    PlotLayer layer{record, workspace.shapeParts(record.id, plain), std::vector<PartFacts>(parts.parts)};
    geo::parallelFor(parts.parts, 1, [&](const geo::Chunk& chunk) {
        progress.throwIfStopped();
        layer.facts[chunk.index] = factsOf(parts, chunk.index, look);
    });
    return layer;
}

/// Everything a source reads from; lives as long as it.
struct PlotStock {
    layers::Workspace workspace;
    styles::PlotsLook look;
    geo::Progress progress;
    std::vector<PlotLayer> layers;
};

void readPart(const PlotLayer& layer, std::size_t part, const styles::PlotVisit& visit) {
    const Rows& rows = layer.facts[part].rows;
    const auto stream = layer.shapes.open(part);
    std::size_t index = 0;
    for (layers::ShapeRow plot; stream(plot); ++index) {
        const auto shape = layers::PlotReader::shape(plot);
        if (shape) visit(*shape, rowOf(rows[index]));
    }
}

/// False when there are more than so many.
bool addWithin(const PlotStock& stock, const PlotLayer& layer, const geo::Extent& window, std::size_t most,
               std::vector<styles::MapPlot>& plots) {
    layers::ReadRequest request;
    request.fields = codeFields(layer.record.schema);
    request.window = window;
    auto stream = stock.workspace.readLayer(layer.record.id, request);
    RowFinder finder(layers::forestFieldsOf(stream.schema), stock.look);
    for (layers::Feature plot; stream.next(plot);) {
        if (plots.size() == most) return false;
        const std::uint8_t row = finder.of(plot.values);
        plots.push_back({std::move(plot.geometry), rowOf(row)});
    }
    return true;
}

/// How many plots a window would show if they lay evenly.
double expectedWithin(const layers::LayerRecord& record, const geo::Extent& window) {
    const geo::Extent& all = record.extent;
    const double width = std::min(all.maxX, window.maxX) - std::max(all.minX, window.minX);
    const double height = std::min(all.maxY, window.maxY) - std::max(all.minY, window.minY);
    if (!(width > 0 && height > 0)) return 0;
    return static_cast<double>(record.featureCount) * width * height / (all.width() * all.height());
}

std::optional<std::vector<styles::MapPlot>> plotsWithin(const PlotStock& stock, const geo::Extent& window,
                                                        std::size_t most) {
    // The index must find all before it hands over one; where there are far too many it is not asked.
    constexpr double farTooMany = 4;
    std::vector<styles::MapPlot> plots;
    for (const PlotLayer& layer : stock.layers) {
        if (expectedWithin(layer.record, window) > farTooMany * static_cast<double>(most))
            return std::nullopt;
        if (!addWithin(stock, layer, window, most, plots)) return std::nullopt;
    }
    return plots;
}

void count(styles::PlotSource& source, const PartFacts& facts) {
    source.count += static_cast<std::int64_t>(facts.rows.size());
    for (const std::uint8_t row : facts.rows) {
        if (row == noRow)
            ++source.inNone;
        else
            ++source.inRow[row];
    }
}

/// Boxes are about twice as large as the plots in them.
double meanSide_m(const std::vector<PlotLayer>& layers) {
    double boxes_m2 = 0;
    std::int64_t shapes = 0;
    for (const PlotLayer& layer : layers) {
        for (const PartFacts& facts : layer.facts) {
            boxes_m2 += facts.boxes_m2;
            shapes += facts.shapes;
        }
    }
    return shapes == 0 ? 0 : std::sqrt(boxes_m2 / 2 / static_cast<double>(shapes));
}

}  // namespace

styles::PlotSource plotSource(const FigureRoom& room, std::optional<int> period,
                              const styles::PlotsLook& look, const geo::Progress& progress) {
    const auto path = room.workspace.path();
    const auto stock = std::make_shared<PlotStock>(
        PlotStock{layers::Workspace::open(path, layers::Access::Read), look, progress, {}});
    styles::PlotSource source;
    source.inRow.resize(look.colours.count());
    for (const auto& record : requireAnswering(room, layers::Kind::Forest, period)) {
        stock->progress.step("map.reading-plots", source.count, -1);
        stock->layers.push_back(readFacts(stock->workspace, record, look, progress));
        for (const PartFacts& facts : stock->layers.back().facts) count(source, facts);
        source.extent.include(record.extent);
        source.parts += stock->layers.back().shapes.parts;
    }
    source.meanSide_m = meanSide_m(stock->layers);
    source.within = [stock](const geo::Extent& window, std::size_t most) {
        return plotsWithin(*stock, window, most);
    };
    source.read = [stock](std::size_t part, const styles::PlotVisit& visit) {
        stock->progress.throwIfStopped();
        for (const PlotLayer& layer : stock->layers) {
            if (part < layer.shapes.parts) return readPart(layer, part, visit);
            part -= layer.shapes.parts;
        }
    };
    return source;
}

}  // namespace app
