// SPDX-License-Identifier: Apache-2.0
// What could be asked is tried against what would be answered.
#include "app/jobs/theme_choices.hpp"

#include <algorithm>
#include <array>
#include <set>

#include "app/jobs/figure_task.hpp"
#include "app/jobs/workspace_view.hpp"
#include "geo/base/error.hpp"

namespace app {
namespace {

constexpr std::array mapLevels{layers::UnitLevel::Commune, layers::UnitLevel::District};

/// Whether there are data for a question; what is wrong with them is said when it is asked.
bool isAnswered(const FigureRoom& room, const ComputeRequest& request) {
    try {
        figureTask(room, request);
        return true;
    } catch (const geo::Error& error) {
        if (error.kind() == geo::ErrorKind::Internal) throw;
        return false;
    }
}

std::vector<LevelChoice> drawnLevels(const FigureRoom& room) {
    std::vector<LevelChoice> choices;
    for (const layers::UnitLevel level : mapLevels) {
        auto days = room.units.epochs(level);
        std::ranges::reverse(days);
        for (const geo::Date& day : days) {
            if (findUnitLayer(room.workspace, room.project, room.units, level, day)) {
                choices.push_back({level, day});
            }
        }
    }
    return choices;
}

void addBasins(std::vector<LevelChoice>& choices, const FigureRoom& room) {
    const auto basins = shownLayers(room.workspace, room.project, layers::Kind::Basins);
    if (basins.empty()) return;
    choices.push_back(
        {layers::UnitLevel::Basin, unitsDay(room.units, layers::UnitLevel::Basin, std::nullopt)});
}

void addPeriods(std::set<int>& years, const FigureRoom& room, const layers::LayerRecord& record) {
    layers::ReadRequest request{.fields = {{"period"}}, .shapes = layers::ShapesWanted::No};
    auto stream = room.workspace.readLayer(record.id, request);
    if (stream.schema.fields().empty()) return;
    for (layers::Feature row; stream.next(row);) {
        if (const auto year = layers::wholeNumberIn(row.values.front())) years.insert(static_cast<int>(*year));
    }
}

std::set<int> yearsOfData(const FigureRoom& room) {
    std::set<int> years;
    for (const layers::LayerRecord& record : shownLayers(room.workspace, room.project)) {
        if (record.asOf) years.insert(record.asOf->year);
        if (record.kind == layers::Kind::Indicators) addPeriods(years, room, record);
    }
    return years;
}

}  // namespace

ThemeChoices themeChoices(const Project& project, const std::string& indicator) {
    const auto workspace = layers::Workspace::open(project.workspace, layers::Access::Read);
    const auto units = unitRegister(workspace);
    const FigureRoom room{workspace, project, units};
    ThemeChoices choices{drawnLevels(room), {}};
    addBasins(choices.levels, room);
    ComputeRequest request;
    request.indicator = indicator;
    std::erase_if(choices.levels, [&](const LevelChoice& choice) {
        request.level = choice.level;
        request.unitsOn = choice.unitsOn;
        return !isAnswered(room, request);
    });
    request.level = layers::UnitLevel::Province;
    request.unitsOn = std::nullopt;
    for (const int year : yearsOfData(room)) {
        request.period = year;
        if (isAnswered(room, request)) choices.years.push_back(year);
    }
    return choices;
}

}  // namespace app
