// SPDX-License-Identifier: Apache-2.0
// The jobs of the window: each opens its conversation and reports what became of it.
#pragma once

#include <QPointer>
#include <QStringList>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>

#include "app/desktop/desk.hpp"
#include "app/desktop/job_dialog.hpp"
#include "app/desktop/shown_theme.hpp"
#include "geo/shape/extent.hpp"

class QPrinter;

namespace app {

/// What the window shows when a job begins.
struct JobGround {
    Project project;
    ThemeWish wish;
    LevelChoice level = {};
    std::optional<int> year = {};
    std::string indicator = {};
    ThemeChoices choices = {};
    /// Of the workspace.
    geo::Crs crs = {};
    /// The layers there are.
    std::vector<OverlayChoice> overlays = {};
    /// The part of the plane in view.
    geo::Extent extent = {};
    /// Whether that is less than everything.
    bool isPart = false;
    /// The map is of plots, outfalls, models or distances from targets: units have no colour by figures of
    /// their own.
    bool isOfPlaces = false;
};

/// How many rows of the figures brought in name a unit nobody knows; none where that could not be counted,
/// for what was brought in is kept by then and its end must be told.
std::int64_t rowsToAnswer(const Project& imported, geo::Progress& progress);

class JobDesk {
  public:
    JobDesk(const Desk& desk, QWidget* window);

    JobDialog* importFiles(const JobGround& ground, const QStringList& files);
    /// Says which units the rows mean that name none.
    JobDialog* answerNames(const JobGround& ground);
    JobDialog* compute(const JobGround& ground);
    JobDialog* exportMap(const JobGround& ground);
    JobDialog* exportData(const JobGround& ground);
    /// Where the result goes may be proposed.
    JobDialog* checkPoints(const JobGround& ground, const QString& file, const QString& proposed = {});
    /// What is handed in by 30 November.
    JobDialog* reportYear(const JobGround& ground);
    /// A workspace of a province, empty or from the sample's files.
    JobDialog* makeWorkspace(bool fromSample);

    /// The workspace is as the outcome's project says.
    std::function<void(const Outcome&)> onChanged;
    /// Nothing: nobody wants to print.
    std::function<std::shared_ptr<QPrinter>(QWidget*)> choosePrinter;
    /// A workspace was made.
    std::function<void(const std::filesystem::path&)> onMade;

  private:
    /// A dialog that the guide explains under a topic.
    JobDialog* open(const QString& title, const char* topic);
    void leadToNames(JobDialog& dialog, const JobGround& ground, std::int64_t rows);

    const Desk& m_desk;
    QWidget* m_window;
};

}  // namespace app
