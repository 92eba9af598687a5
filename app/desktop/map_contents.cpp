// SPDX-License-Identifier: Apache-2.0
// Overlays read once and kept, plots borrowed from their own theme.
#include "app/desktop/map_contents.hpp"

#include <algorithm>
#include <utility>

#include "app/jobs/theme_choices.hpp"

namespace app {
namespace {

constexpr const char* plotsTheme = "forest-plots";
constexpr const char* plotsIndicator = "forest-cover";

void addPlots(styles::MapSheet& sheet, const styles::MapSheet& plots) {
    sheet.plots = plots.plots;
    sheet.theme.plots = plots.theme.plots;
    sheet.text.plotLegend = plots.text.plotLegend;
}

void colourRivers(styles::MapSheet& sheet, const MapContents::Shares& shares) {
    for (styles::MapLine& line : sheet.lines) {
        const auto share = shares.find(line.code);
        if (share != shares.end()) line.value = share->second;
    }
}

std::string yearsText(const std::vector<int>& years) {
    std::string text;
    for (const int year : years) text += (text.empty() ? "" : ", ") + std::to_string(year);
    return text;
}

/// The plots as their theme has them.
/// Errors: NotFound `desktop.no-plots-that-year` (year, known); those of viewTheme().
ThemeView viewPlots(const Project& project, std::optional<int> year, const Desk& desk,
                    geo::Progress& progress) {
    MapRequest request;
    request.theme = plotsTheme;
    request.figures.period = year;
    request.themesFolder = desk.dataFolder / "themes";
    try {
        return viewTheme(project, request, desk.words, progress);
    } catch (const geo::Error& error) {
        if (!year || error.message().id != "compute.no-layers-that-year") throw;
        const std::string known = yearsText(themeChoices(project, plotsIndicator).years);
        throw geo::Error(geo::ErrorKind::NotFound, "desktop.no-plots-that-year",
                         {{"year", std::to_string(*year)}, {"known", known}});
    }
}

void silence(styles::Theme& theme) {
    theme.label = {false, false};
    if (theme.lines) theme.lines->labelled = false;
    if (theme.points) theme.points->labelled = false;
}

}  // namespace

std::string keyOf(const OverlayChoice& choice) {
    const std::string kind = layers::wordOf(choice.kind);
    return choice.epoch ? kind + "@" + geo::isoText(*choice.epoch) : kind;
}

void MapContents::setProject(const Project& project) {
    if (project == m_project) return;
    const bool isSameFile = project.workspace == m_project.workspace;
    const bool isSameLayers = isSameFile && project.layers == m_project.layers;
    m_project = project;
    if (!isSameFile) {
        m_wished.clear();
        m_overlays.clear();
        m_theme = nullptr;
    }
    if (isSameLayers) return;
    m_plots = nullptr;
    m_showsPlots = m_showsPlots && isSameFile;
    if (m_showsPlots) readPlots();
}

void MapContents::setChoices(const std::vector<OverlayChoice>& choices) {
    const auto wished = std::exchange(m_wished, {});
    for (const OverlayChoice& choice : choices) {
        const std::string key = keyOf(choice);
        const auto before = wished.find(key);
        if (before == wished.end()) continue;
        m_wished[key] = choice;
        if (before->second == choice) continue;
        m_overlays.erase(key);
        read(key, choice);
    }
    const bool hadPlots = m_showsPlots;
    m_showsPlots = hadPlots && std::ranges::count(choices, layers::Kind::Forest, &OverlayChoice::kind) > 0;
    const auto isGone = [this](const auto& overlay) { return !m_wished.contains(overlay.first); };
    if (std::erase_if(m_overlays, isGone) > 0 || hadPlots != m_showsPlots) tell();
}

void MapContents::setTheme(std::shared_ptr<const ShownTheme> theme) {
    m_theme = std::move(theme);
    m_supposed.reset();
    if (m_plotsYear != m_theme->year) {
        m_plots = nullptr;
        if (m_showsPlots) readPlots();
    }
    tell();
}

void MapContents::suppose(std::optional<Shares> shares) {
    if (!shares && !m_supposed) return;
    m_supposed = std::move(shares);
    tell();
}

bool MapContents::isOn(const OverlayChoice& choice) const {
    return choice.kind == layers::Kind::Forest ? m_showsPlots : m_wished.contains(keyOf(choice));
}

void MapContents::setLabels(bool areOn) {
    m_showsLabels = areOn;
    tell();
}

void MapContents::toggle(const OverlayChoice& choice, bool isOn) {
    if (choice.kind == layers::Kind::Forest) {
        m_showsPlots = isOn;
        if (isOn && !m_plots) return readPlots();
        return tell();
    }
    const std::string key = keyOf(choice);
    if (!isOn) {
        m_wished.erase(key);
        return tell();
    }
    m_wished[key] = choice;
    if (m_overlays.contains(key)) return tell();
    read(key, choice);
}

void MapContents::read(const std::string& key, const OverlayChoice& choice) {
    const auto work = [this, key, choice, project = m_project](geo::Progress& progress) -> Then {
        const auto overlay = std::make_shared<const MapOverlay>(readOverlay(project, choice, progress));
        return [this, key, choice, overlay, project] {
            if (!isWished(key, choice, project)) return;
            m_overlays[key] = overlay;
            tell();
        };
    };
    m_runner.run({work, [this, key, choice, project = m_project](const geo::Error& error) {
                      if (!isWished(key, choice, project)) return;
                      m_wished.erase(key);
                      refuse(error);
                  }});
}

/// Those of the year shown: upon figures of another they would tell of a forest that was not there.
void MapContents::readPlots() {
    m_plotsYear = m_theme ? m_theme->year : std::nullopt;
    const auto work = [this, year = m_plotsYear, project = m_project,
                       &desk = m_desk](geo::Progress& progress) -> Then {
        const auto plots = std::make_shared<const ThemeView>(viewPlots(project, year, desk, progress));
        return [this, plots, year, project] {
            if (!isOfNow(project) || year != m_plotsYear) return;
            m_plots = plots;
            tell();
        };
    };
    m_runner.run({work, [this, year = m_plotsYear, project = m_project](const geo::Error& error) {
                      if (!isOfNow(project) || year != m_plotsYear || !m_showsPlots) return;
                      m_showsPlots = false;
                      refuse(error);
                  }});
}

void MapContents::refuse(const geo::Error& error) {
    tell();
    if (onRefusal) onRefusal(error);
}

/// Whether what was read is still what somebody wants to see: a layer of an id never changes.
bool MapContents::isWished(const std::string& key, const OverlayChoice& choice,
                           const Project& project) const {
    const auto wished = m_wished.find(key);
    return project.workspace == m_project.workspace && wished != m_wished.end() && wished->second == choice;
}

/// Work that began before a change ends after it.
bool MapContents::isOfNow(const Project& project) const {
    return project.workspace == m_project.workspace && project.layers == m_project.layers;
}

void MapContents::tell() {
    if (!m_theme || !onChange) return;
    const styles::MapSheet& plain = m_theme->view.map.sheet;
    const bool hasPlots = m_showsPlots && m_plots && !plain.theme.plots;
    std::shared_ptr<const styles::MapSheet> shown(m_theme, &plain);
    if (hasPlots || !m_showsLabels || m_supposed) {
        const auto sheet = std::make_shared<styles::MapSheet>(plain);
        if (hasPlots) addPlots(*sheet, m_plots->map.sheet);
        if (!m_showsLabels) silence(sheet->theme);
        if (m_supposed) colourRivers(*sheet, *m_supposed);
        shown = sheet;
    }
    MapExtras extras;
    for (const auto& [key, choice] : m_wished) {
        const auto found = m_overlays.find(key);
        if (found != m_overlays.end()) extras.push_back(found->second);
    }
    onChange(shown, std::move(extras));
}

}  // namespace app
