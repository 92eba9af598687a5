// SPDX-License-Identifier: Apache-2.0
// Themes with the columns of a stored layer.
#include "app/jobs/layer_styles.hpp"

#include "app/jobs/map_words.hpp"
#include "app/jobs/theme_choice.hpp"
#include "layers/indicators/forest_plots.hpp"
#include "styles/theme/data_qml.hpp"

namespace app {
namespace {

/// QGIS computes the share from the two volumes; without discharge there is none.
constexpr const char* treatedShare = "100.0 * \"treated_m3_day\" / nullif(\"discharged_m3_day\", 0)";

std::string wordsIfAny(const Catalogue& words, const std::string& id) {
    return words.knows(id) ? words.sentence(id) : std::string();
}

styles::Theme themeNamed(const std::string& name, const StyleRoom& room) {
    return chosenTheme(name, {}, room.themesFolder);
}

std::string nameColumn(const layers::LayerRecord& record) { return record.schema.indexOf("name") ? "name" : ""; }

std::optional<LayerStyle> plotStyle(const layers::LayerRecord& record, const StyleRoom& room) {
    const auto fields = layers::forestFieldsOf(record.schema);
    const auto code = fields.ldlr ? fields.ldlr : fields.maldlr;
    if (!code) return std::nullopt;
    const styles::Theme theme = themeNamed("forest-plots", room);
    const styles::QmlColumns columns{record.schema.fields()[*code].name, "", "",
                                     colourLabels(theme, theme.plots->colours, {}, room.words),
                                     wordsIfAny(room.words, "map.plots-no-data." + theme.id)};
    return LayerStyle{theme.id, styles::qmlFor(*theme.plots, columns)};
}

LayerStyle riverStyle(const layers::LayerRecord& record, const StyleRoom& room) {
    const styles::Theme theme = themeNamed("outfalls", room);
    const styles::QmlColumns columns{
        "", "", nameColumn(record), {}, wordsIfAny(room.words, "map.lines." + theme.id)};
    return {"rivers", styles::qmlFor(*theme.lines, columns)};
}

LayerStyle outfallStyle(const layers::LayerRecord& record, const StyleRoom& room) {
    const styles::Theme theme = themeNamed("outfalls", room);
    styles::QmlColumns columns{"",
                               "discharged_m3_day",
                               nameColumn(record),
                               colourLabels(theme, theme.points->colours, {}, room.words),
                               wordsIfAny(room.words, "map.points-no-data." + theme.id)};
    columns.dataExpression = treatedShare;
    return {theme.id, styles::qmlFor(*theme.points, columns)};
}

LayerStyle modelStyle(const layers::LayerRecord& record, const StyleRoom& room) {
    const styles::Theme theme = themeNamed("waste-models", room);
    const styles::QmlColumns columns{
        "sector", "", nameColumn(record),
        colourLabels(theme, theme.points->colours, sectorNames(room.workspace), room.words),
        wordsIfAny(room.words, "map.points-no-data." + theme.id)};
    return {theme.id, styles::qmlFor(*theme.points, columns)};
}

bool hasVolumes(const layers::LayerRecord& record) {
    return record.schema.indexOf("discharged_m3_day") && record.schema.indexOf("treated_m3_day");
}

}  // namespace

std::optional<LayerStyle> layerStyle(const layers::LayerRecord& record, const StyleRoom& room) {
    if (record.kind == layers::Kind::Forest) return plotStyle(record, room);
    if (record.kind == layers::Kind::Rivers) return riverStyle(record, room);
    if (record.kind == layers::Kind::Outfalls && hasVolumes(record)) return outfallStyle(record, room);
    if (record.kind == layers::Kind::Models && record.schema.indexOf("sector")) return modelStyle(record, room);
    return std::nullopt;
}

}  // namespace app
