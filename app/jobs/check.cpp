// SPDX-License-Identifier: Apache-2.0
// Read, judge, write, keep.
#include "app/jobs/check.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

#include "app/jobs/check_ground.hpp"
#include "app/jobs/check_intake.hpp"
#include "app/jobs/check_minutes.hpp"
#include "app/jobs/check_report.hpp"
#include "app/jobs/workspace_view.hpp"
#include "geo/base/error.hpp"
#include "geo/crs/transform.hpp"
#include "layers/store/change.hpp"

namespace app {
namespace {

constexpr std::string_view checkJob = "check";
constexpr std::size_t pointsBetweenReports = 256;
constexpr std::size_t isoDateLength = 10;

std::vector<CheckedPoint> judgeAll(std::vector<layers::FieldPoint> points, const geo::Crs& crs,
                                   const CheckGround& ground, geo::Progress& progress) {
    const geo::Transform toPlane(geo::Crs::fromText("EPSG:4326"), crs);
    std::vector<CheckedPoint> checked;
    checked.reserve(points.size());
    for (std::size_t i = 0; i < points.size(); ++i) {
        if (i % pointsBetweenReports == 0) {
            progress.step("check.judging", static_cast<std::int64_t>(i),
                          static_cast<std::int64_t>(points.size()));
        }
        checked.push_back(judgedPoint(std::move(points[i]), toPlane, ground));
    }
    return checked;
}

std::vector<layers::Finding> findingsOf(const std::vector<CheckedPoint>& checked, const std::string& source) {
    std::vector<layers::FieldPoint> points;
    std::vector<layers::VisitAnswer> answers;
    for (const CheckedPoint& one : checked) {
        points.push_back(one.point);
        answers.push_back(one.answer);
    }
    auto findings = layers::visitFindings(points, answers);
    for (layers::Finding& finding : findings) finding.source = source;
    return findings;
}

layers::Ledger ledgerOf(const std::vector<CheckedPoint>& checked, std::int64_t withoutPosition) {
    layers::Ledger ledger;
    ledger.unit.clear();
    std::map<layers::Verdict, std::int64_t> byVerdict;
    for (const CheckedPoint& one : checked) ++byVerdict[one.answer.verdict];
    const auto count = static_cast<std::int64_t>(checked.size());
    ledger.add(layers::LedgerSide::In, "points", count + withoutPosition, 0);
    for (const auto& [verdict, points] : byVerdict) {
        ledger.add(layers::LedgerSide::Out, layers::wordOf(verdict), points, 0);
    }
    if (withoutPosition > 0) ledger.add(layers::LedgerSide::Lost, "no-position", withoutPosition, 0);
    return ledger;
}

/// The newest day the points speak of.
std::optional<geo::Date> dayOf(const std::vector<CheckedPoint>& checked) {
    std::optional<geo::Date> newest;
    for (const CheckedPoint& one : checked) {
        const auto day = geo::parseDate(one.point.time.substr(0, isoDateLength));
        if (day && one.point.time.size() >= isoDateLength) newest = std::max(newest, day);
    }
    return newest;
}

/// Of a point marked on purpose, what it may have been marked for.
void addBeside(Outcome& outcome, const CheckedPoint& checked, const CheckGround& ground) {
    if (checked.point.isTrack) return;
    if (const auto near = siteOf(checked); near && std::isfinite(near->distance.value)) {
        const layers::Site& site = ground.sites()[near->site];
        outcome.summary.push_back({"check.beside-site",
                                   {{"site", site.name},
                                    {"kind", layers::wordOf(site.kind)},
                                    {"distance_m", near->distance.value}}});
    }
    if (const auto& stream = checked.underfoot.stream) {
        outcome.summary.push_back(
            {"check.beside-stream", {{"stream", stream->name}, {"distance_m", stream->distance.value}}});
    }
}

void report(Outcome& outcome, const std::vector<CheckedPoint>& checked, const CheckGround& ground,
            const Catalogue& words) {
    for (const Stretch& stretch : stretchesOf(checked)) {
        const CheckedPoint& first = checked[stretch.first];
        outcome.rows.push_back(rowOf(first, stretch, ground));
        outcome.summary.push_back(lineOf(first, stretch, words));
        addBeside(outcome, first, ground);
    }
}

/// Earlier checks of a file of that name are no longer what the project shows.
void show(Project& project, const layers::Workspace& workspace, std::int64_t newest,
          const std::string& parameters) {
    for (const layers::RunRecord& run : workspace.runs()) {
        if (run.job == checkJob && run.parameters == parameters) std::erase(project.runs, run.id);
    }
    project.runs.push_back(newest);
}

void keep(Outcome& outcome, const CheckRequest& request, std::optional<geo::Date> day) {
    const layers::RunRecord run{.job = std::string(checkJob),
                                .parameters = request.file.filename().string(),
                                .ledger = outcome.ledger,
                                .findings = outcome.findings,
                                .asOf = day};
    auto workspace = layers::Workspace::open(outcome.project.workspace, layers::Access::Write);
    layers::Change change(workspace);
    Project project = currentProject(workspace);
    show(project, workspace, change.addRun(run), run.parameters);
    change.commit(toJson(project));
    outcome.project = project;
}

/// The answer is good without being kept: on a disc, a share without rights, a workspace others write to.
void keepIfPossible(Outcome& outcome, const CheckRequest& request, std::optional<geo::Date> day,
                    const Catalogue& words) {
    try {
        keep(outcome, request, day);
    } catch (const geo::Error& error) {
        if (error.kind() != geo::ErrorKind::Refused) throw;
        outcome.summary.push_back({"check.not-kept", {{"reason", words.sentence(error)}}});
    }
}

/// Everything of a check that goes into a file.
struct Checked {
    const layers::Workspace& workspace;
    const FieldPoints& read;
    const std::vector<CheckedPoint>& points;
    const CheckGround& ground;
};

void writeAsMinutes(const CheckFile& file, const Checked& checked, const Project& project, const CheckTools& tools,
                    geo::Progress& progress) {
    if (tools.session == nullptr) throw geo::Error(geo::ErrorKind::Internal, "paint.no-session");
    const MinutesFacts facts{project, checked.workspace, checked.read.source, checked.read.withoutPosition,
                             checked.read.findings};
    writeMinutes(file, minutesOf(checked.points, checked.ground, facts, tools.words), *tools.session, progress);
}

void write(Outcome& outcome, const CheckFile& file, const Checked& checked, const CheckTools& tools,
           geo::Progress& progress) {
    if (isMinutes(file.out)) {
        writeAsMinutes(file, checked, outcome.project, tools, progress);
        outcome.files = {file.out};
    } else {
        outcome.files = writeChecked(file, checked.points, checked.ground, tools.words, progress);
    }
    for (const auto& path : outcome.files) {
        outcome.summary.push_back({"export.wrote", {{"file", path.string()}}});
    }
}

}  // namespace

Outcome checkPoints(const Project& project, const CheckRequest& request, const CheckTools& tools,
                    geo::Progress& progress) {
    if (request.out) requireWritable(*request.out);
    const auto workspace = layers::Workspace::open(project.workspace, layers::Access::Read);
    FieldPoints points = geo::inContext({"check.file", {{"file", request.file.string()}}}, [&] {
        return readFieldPoints(
            {request.file, request.crs, request.encoding, request.decimal, request.layerName}, workspace,
            progress);
    });
    progress.step("check.preparing");
    const CheckGround ground(workspace, project);
    const geo::Crs& crs = workspace.settings().crs;
    const auto checked = judgeAll(std::move(points.points), crs, ground, progress);
    Outcome outcome{.verb = "check", .project = project, .findings = points.findings};
    const auto visits = findingsOf(checked, request.file.filename().string());
    outcome.findings.insert(outcome.findings.end(), visits.begin(), visits.end());
    outcome.ledger = ledgerOf(checked, points.withoutPosition);
    const geo::Transform fromDegrees(geo::Crs::fromText("EPSG:4326"), crs);
    outcome.summary.push_back({"points.operation", {{"operation", fromDegrees.operation()}}});
    report(outcome, checked, ground, tools.words);
    const auto day = dayOf(checked);
    if (request.out) {
        const CheckFile file{*request.out, crs, day.value_or(geo::Date{1970, 1, 1})};
        write(outcome, file, {workspace, points, checked, ground}, tools, progress);
    }
    keepIfPossible(outcome, request, day, tools.words);
    return outcome;
}

}  // namespace app
