// SPDX-License-Identifier: Apache-2.0
// One sheet made ready, painted as often as asked.
#include "tests/bench/draw_steps.hpp"

#include <memory>
#include <utility>

#include "app/jobs/map.hpp"
#include "app/jobs/workspace_view.hpp"
#include "styles/paint/pictures.hpp"
#include "tests/bench/child.hpp"

namespace bench {
namespace {

namespace fs = std::filesystem;

// A page of A3 at 300 dots an inch.
constexpr styles::SizePx largeSheet{4961, 3508};
constexpr styles::SizePx screen{1920, 1200};

fs::path sources() { return KHOANH_SOURCE_DIR; }

/// A map ready to be painted, and what painting needs.
struct Easel {
    styles::PaintSession session;
    styles::MapSheet sheet;

    double paint() const {
        return static_cast<double>(styles::paintingOf(sheet, session).map.labels.size());
    }
    /// Every category in the colour of another.
    void recolour() {
        auto& categories = sheet.theme.plots->colours.categories;
        for (std::size_t i = 1; i < categories.size(); ++i)
            std::swap(categories[i - 1].colour, categories[i].colour);
    }
};

/// Painted for the first time in its process, or once more in other colours.
enum class Picture { First, Next };

Step drawOn(const fs::path& workspace, styles::SizePx size, std::optional<geo::Extent> extent,
            Picture picture) {
    app::MapRequest request;
    request.theme = "forest-plots";
    request.themesFolder = sources() / "styles" / "themes";
    request.size = size;
    request.extent = extent;
    const auto words = app::Catalogue::read(sources() / "app" / "words", app::Language::Vietnamese);
    geo::Progress progress;
    const auto easel = std::make_shared<Easel>(
        Easel{styles::PaintSession(),
              app::prepareMap(app::openProject(workspace), request, words, progress).sheet});
    if (picture == Picture::Next) {
        easel->paint();
        easel->recolour();
    }
    return [easel] { return easel->paint(); };
}

geo::Extent extentOf(const fs::path& workspace) {
    return plotLayer(layers::Workspace::open(workspace, layers::Access::Read)).extent;
}

}  // namespace

geo::Extent eighthOf(const geo::Extent& extent) {
    const geo::Coordinate middle = extent.centre();
    return {middle.x - extent.width() / 16, middle.y - extent.height() / 16, middle.x + extent.width() / 16,
            middle.y + extent.height() / 16};
}

fs::path levelledWorkspace(const Work& work) {
    const fs::path copy = work.scratch("levelled.khoanh");
    if (!fs::exists(copy)) copyOver(work.workspace(), copy);
    return copy;
}

fs::path plainWorkspace(const Work& work) {
    const fs::path copy = work.scratch("plain.khoanh");
    if (fs::exists(copy)) return copy;
    copyOver(work.workspace(), copy);
    runChild({"sqlite3", copy.string(), "DELETE FROM khoanh_mosaic; DELETE FROM khoanh_mosaic_tile"});
    return copy;
}

Step drawWhole(const StepInputs& in) {
    return drawOn(levelledWorkspace(in.work), screen, std::nullopt, Picture::Next);
}

Step drawWholeFirst(const StepInputs& in) {
    return drawOn(levelledWorkspace(in.work), screen, std::nullopt, Picture::First);
}

Step drawWholeFromShapes(const StepInputs& in) {
    return drawOn(plainWorkspace(in.work), screen, std::nullopt, Picture::First);
}

Step drawEighth(const StepInputs& in) {
    const fs::path workspace = levelledWorkspace(in.work);
    return drawOn(workspace, screen, eighthOf(extentOf(workspace)), Picture::Next);
}

Step drawEighthFirst(const StepInputs& in) {
    const fs::path workspace = levelledWorkspace(in.work);
    return drawOn(workspace, screen, eighthOf(extentOf(workspace)), Picture::First);
}

Step drawLargeSheet(const StepInputs& in) {
    return drawOn(levelledWorkspace(in.work), largeSheet, std::nullopt, Picture::First);
}

}  // namespace bench
