// SPDX-License-Identifier: Apache-2.0
// The jobs of the window: each opens its conversation and reports what became of it.
#pragma once

#include <QPointer>
#include <QStringList>
#include <filesystem>
#include <functional>

#include "app/desktop/desk.hpp"
#include "app/desktop/job_dialog.hpp"
#include "app/desktop/shown_theme.hpp"
#include "geo/shape/extent.hpp"

namespace app {

/// What the window shows when a job begins.
struct JobGround {
    Project project;
    ThemeWish wish;
    LevelChoice level = {};
    std::optional<int> year = {};
    std::string indicator = {};
    ThemeChoices choices = {};
    /// The part of the plane in view.
    geo::Extent extent = {};
    /// Whether that is less than everything.
    bool isPart = false;
};

class JobDesk {
  public:
    JobDesk(const Desk& desk, QWidget* window) : m_desk(desk), m_window(window) {}

    JobDialog* importFiles(const JobGround& ground, const QStringList& files);
    JobDialog* compute(const JobGround& ground);
    JobDialog* exportMap(const JobGround& ground);
    JobDialog* exportData(const JobGround& ground);
    /// Where the result goes may be proposed.
    JobDialog* checkPoints(const JobGround& ground, const QString& file, const QString& proposed = {});
    /// A workspace of a province, empty or from the sample's files.
    JobDialog* makeWorkspace(bool fromSample);

    /// The workspace is as the outcome's project says.
    std::function<void(const Outcome&)> onChanged;
    /// A workspace was made.
    std::function<void(const std::filesystem::path&)> onMade;

  private:
    JobDialog* open(const QString& title);

    const Desk& m_desk;
    QWidget* m_window;
};

}  // namespace app
