// SPDX-License-Identifier: Apache-2.0
// Sheets of units out of one sheet, composed ahead of the painter.
#include "app/jobs/atlas.hpp"

#include <algorithm>
#include <exception>
#include <map>
#include <memory>
#include <mutex>
#include <span>
#include <thread>
#include <utility>

#include "app/jobs/atlas_words.hpp"
#include "app/jobs/map_content.hpp"
#include "geo/base/error.hpp"
#include "geo/base/parallel.hpp"
#include "geo/topology/zone_index.hpp"
#include "styles/map/compose_map.hpp"
#include "styles/map/drawing.hpp"
#include "styles/map/index_page.hpp"
#include "styles/paint/paint_file.hpp"
#include "styles/paint/qt_canvas.hpp"

namespace app {
namespace {

/// How far a page shows around its unit, as a share of the unit's size.
constexpr double surroundings = 0.06;
/// Pages composed at a time: enough for many cores, few enough to be kept in memory.
constexpr std::size_t pagesABatch = 4;
/// Images have 300 dots an inch on paper of 150, as pages by themselves do.
constexpr int imageDetail = 2;

geo::Extent around(const geo::Geometry& shape) {
    geo::Extent extent = shape.extent();
    const double by = surroundings * std::max(extent.width(), extent.height());
    return {extent.minX - by, extent.minY - by, extent.maxX + by, extent.maxY + by};
}

/// A page draws the plots of its unit; those of its neighbours would be covered again.
void keepPlotsOn(const geo::Geometry& unit, styles::PlotSource& plots) {
    if (!plots.within) return;
    const auto index = std::make_shared<const geo::ZoneIndex>(std::span(&unit, 1));
    plots.within = [index, within = std::move(plots.within)](const geo::Extent& window, std::size_t most) {
        auto found = within(window, most);
        geo::ZoneIndex::Shares shares;
        const auto liesElsewhere = [&](const styles::MapPlot& plot) {
            index->tabulate(plot.shape, shares);
            return shares.inZones.empty();
        };
        if (found) std::erase_if(*found, liesElsewhere);
        return found;
    };
}

class Atlas {
  public:
    Atlas(PreparedMap&& prepared, const MapTools& tools)
        : m_prepared(std::move(prepared)),
          m_words(tools.words),
          m_measure(styles::makeTextMeasure(tools.session)),
          m_session(tools.session),
          m_figures(wholeFigures(m_prepared.figures)),
          m_inset(insetOf(m_prepared.sheet, tools.words)) {
        takeTurns(m_prepared.sheet.plots);
        // How many pages the index takes does not depend on the numbers written in it.
        m_indexPages = styles::indexPages(indexSheet(), *m_measure).size();
        m_index = styles::indexPages(indexSheet(), *m_measure);
    }

    std::size_t pageCount() const { return firstUnitPage() + m_prepared.sheet.units.size(); }

    styles::Page page(const styles::Drawing& drawing) const {
        const styles::MapSheet& sheet = m_prepared.sheet;
        return {sheet.size, sheet.page.pixelsPerInch, sheet.text.title,
                [&drawing](styles::Canvas& canvas, const styles::TextMeasure&) { drawing.drawOn(canvas); }};
    }

    /// Safe from any thread.
    void compose(std::size_t page, styles::Drawing& drawing) const {
        if (page > 0 && page < firstUnitPage()) {
            std::vector<styles::PlacedLabel> labels;
            return m_index[page - 1].drawAt({0, 0}, drawing, labels);
        }
        const auto measure = styles::makeTextMeasure(m_session);
        styles::composeMap(page == 0 ? overview() : unitSheet(page - firstUnitPage()), drawing, *measure);
    }

    const PreparedMap& prepared() const { return m_prepared; }

  private:
    std::size_t firstUnitPage() const { return 1 + m_indexPages; }

    AtlasFacts factsOf(const styles::MapUnit& unit) const {
        const auto found = m_figures.find(unit.code);
        const layers::Observation* const figure = found == m_figures.end() ? nullptr : &found->second;
        const layers::Target* const target =
            figure == nullptr
                ? nullptr
                : m_prepared.targets.targetFor(figure->indicator, unit.code, figure->asOf.year);
        return {unit, figure, target, m_prepared.sheet.theme};
    }

    std::string pageText(std::size_t page) const {
        return pageLine(static_cast<std::int64_t>(page) + 1, static_cast<std::int64_t>(pageCount()), m_words);
    }

    styles::MapSheet overview() const {
        styles::MapSheet sheet = m_prepared.sheet;
        sheet.text.pageLine = pageText(0);
        return sheet;
    }

    styles::MapSheet unitSheet(std::size_t index) const {
        styles::MapSheet sheet = m_prepared.sheet;
        const styles::MapUnit& unit = sheet.units[index];
        for (styles::MapUnit& other : sheet.units) other.isFaded = other.code != unit.code;
        sheet.outlines = {unit.shape};
        keepPlotsOn(unit.shape, sheet.plots);
        sheet.extent = around(unit.shape);
        sheet.page.inset = m_inset;
        sheet.page.inset->focus = index;
        writeUnit(sheet.text, factsOf(unit), m_words);
        sheet.text.pageLine = pageText(firstUnitPage() + index);
        return sheet;
    }

    styles::IndexSheet indexSheet() const {
        const styles::MapSheet& sheet = m_prepared.sheet;
        styles::IndexSheet index{sheet.size, sheet.text, indexHead(m_words), {}};
        index.text.subtitle = m_words.sentence("map.atlas-index");
        index.text.gridLine.clear();
        for (std::size_t i = 0; i < sheet.units.size(); ++i) {
            index.rows.push_back(indexRow(factsOf(sheet.units[i]), firstUnitPage() + i + 1, m_words));
        }
        return index;
    }

    PreparedMap m_prepared;
    const Catalogue& m_words;
    std::unique_ptr<styles::TextMeasure> m_measure;
    const styles::PaintSession& m_session;
    std::map<std::string, layers::Observation> m_figures;
    styles::MapInset m_inset;
    std::size_t m_indexPages = 0;
    std::vector<styles::Sketch> m_index;
};

using Drawings = std::vector<std::unique_ptr<styles::Drawing>>;

/// Composes batch after batch, one ahead of the page that is asked for.
class Composer {
  public:
    Composer(const Atlas& atlas, geo::Progress& progress) : m_atlas(atlas), m_progress(progress) { startNext(); }
    Composer(const Composer&) = delete;
    Composer& operator=(const Composer&) = delete;
    ~Composer() = default;

    std::optional<styles::Page> next() {
        if (m_page == m_atlas.pageCount()) return std::nullopt;
        m_progress.step("map.atlas", static_cast<std::int64_t>(m_page),
                        static_cast<std::int64_t>(m_atlas.pageCount()));
        if (m_page % pagesABatch == 0) takeBatch();
        return m_atlas.page(*m_batch[m_page++ % pagesABatch]);
    }

  private:
    void takeBatch() {
        m_worker.join();
        if (m_fault) std::rethrow_exception(m_fault);
        m_batch = std::move(m_ahead);
        startNext();
    }

    void startNext() {
        const std::size_t from = m_composed;
        m_composed = std::min(from + pagesABatch, m_atlas.pageCount());
        m_worker = std::jthread([this, from, to = m_composed] {
            try {
                composeBatch(from, to);
            } catch (...) {
                m_fault = std::current_exception();
            }
        });
    }

    void composeBatch(std::size_t from, std::size_t to) {
        m_ahead.clear();
        for (std::size_t page = from; page < to; ++page)
            m_ahead.push_back(std::make_unique<styles::Drawing>(imageDetail));
        geo::parallelFor(to - from, 1, [&](const geo::Chunk& chunk) {
            m_progress.throwIfStopped();
            m_atlas.compose(from + chunk.index, *m_ahead[chunk.index]);
        });
    }

    const Atlas& m_atlas;
    geo::Progress& m_progress;
    std::size_t m_page = 0;
    std::size_t m_composed = 0;
    Drawings m_batch;
    Drawings m_ahead;
    std::exception_ptr m_fault;
    // Last, so that it has ended before anything it works on goes.
    std::jthread m_worker;
};

}  // namespace

void takeTurns(styles::PlotSource& plots) {
    const auto turn = std::make_shared<std::mutex>();
    const auto inTurn = [&turn](auto& read) {
        if (!read) return;
        read = [turn, own = std::move(read)](const geo::Extent& window, const auto&... wish) {
            const std::scoped_lock lock(*turn);
            return own(window, wish...);
        };
    };
    inTurn(plots.within);
    inTurn(plots.simplified);
}

Outcome drawAtlas(const Project& project, const MapRequest& request, const MapTools& tools,
                  geo::Progress& progress) {
    if (!request.years.empty()) throw geo::Error(geo::ErrorKind::Usage, "map.atlas-of-one-year");
    MapRequest whole = request;
    whole.extent = std::nullopt;
    whole.wantsFigures = true;
    const Atlas atlas(prepareMap(project, whole, tools.words, progress), tools);
    Composer composer(atlas, progress);
    styles::paintPages(
        request.out, [&] { return composer.next(); }, atlas.prepared().asOf, tools.session);
    Outcome outcome{
        .verb = "map", .project = atlas.prepared().project, .findings = atlas.prepared().findings};
    outcome.files = {request.out};
    outcome.rows = {{{"file", request.out.string()},
                     {"pages", static_cast<std::int64_t>(atlas.pageCount())},
                     {"units", static_cast<std::int64_t>(atlas.prepared().sheet.units.size())}}};
    outcome.summary = {{"map.atlas-drawn",
                        {{"file", request.out.string()}, {"pages", static_cast<std::int64_t>(atlas.pageCount())}}}};
    return outcome;
}

}  // namespace app
