// SPDX-License-Identifier: Apache-2.0
// What is laid upon the theme's map, and the map that comes of it.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>

#include "app/desktop/desk.hpp"
#include "app/desktop/map_picture.hpp"
#include "app/desktop/shown_theme.hpp"
#include "app/desktop/task_runner.hpp"

namespace app {

/// What a layer is known by from one version to the next.
std::string keyOf(const OverlayChoice& choice);

class MapContents {
  public:
    MapContents(const Desk& desk, TaskRunner& runner) : m_desk(desk), m_runner(runner) {}

    /// Another workspace, or the same after a change.
    void setProject(const Project& project);
    /// The layers there now are: those laid upon the map follow to their newest version, or go with it.
    void setChoices(const std::vector<OverlayChoice>& choices);
    void setTheme(std::shared_ptr<const ShownTheme> theme);
    void toggle(const OverlayChoice& choice, bool isOn);
    void setLabels(bool areOn);
    bool isOn(const OverlayChoice& choice) const;
    bool showsLabels() const { return m_showsLabels; }
    /// Rivers coloured by other shares than those stored, by code; nothing: as stored.
    using Shares = std::map<std::string, std::optional<double>>;
    void suppose(std::optional<Shares> shares);

    /// Called with what is to be drawn whenever that has changed.
    std::function<void(std::shared_ptr<const styles::MapSheet>, MapExtras)> onChange;
    /// A layer that was wished for cannot be shown, and is wished for no more.
    std::function<void(const geo::Error&)> onRefusal;

  private:
    /// Nothing while it is being read.
    using Overlays = std::map<std::string, std::shared_ptr<const MapOverlay>>;

    void readPlots();
    bool isOfNow(const Project& project) const;
    bool isWished(const std::string& key, const OverlayChoice& choice, const Project& project) const;
    void read(const std::string& key, const OverlayChoice& choice);
    void refuse(const geo::Error& error);
    void tell();

    const Desk& m_desk;
    TaskRunner& m_runner;
    Project m_project;
    std::shared_ptr<const ShownTheme> m_theme;
    Overlays m_overlays;
    std::map<std::string, OverlayChoice> m_wished;
    std::shared_ptr<const ThemeView> m_plots;
    std::optional<Shares> m_supposed;
    /// Of the plots read, or being read.
    std::optional<int> m_plotsYear;
    bool m_showsPlots = false;
    bool m_showsLabels = true;
};

}  // namespace app
