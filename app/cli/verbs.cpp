// SPDX-License-Identifier: Apache-2.0
// One function a verb: its options in, its job out.
#include "app/cli/verbs.hpp"

#include <CLI/CLI.hpp>
#include <array>
#include <memory>
#include <optional>
#include <vector>

#include "app/cli/layer_verbs.hpp"
#include "app/cli/option_values.hpp"
#include "app/cli/typed_options.hpp"
#include "app/jobs/atlas.hpp"
#include "app/jobs/chart.hpp"
#include "app/jobs/check.hpp"
#include "app/jobs/check_report.hpp"
#include "app/jobs/compute.hpp"
#include "app/jobs/export.hpp"
#include "app/jobs/form.hpp"
#include "app/jobs/import.hpp"
#include "app/jobs/info.hpp"
#include "app/jobs/map.hpp"
#include "app/jobs/names.hpp"
#include "app/jobs/new.hpp"
#include "app/jobs/plan.hpp"
#include "app/jobs/sample.hpp"
#include "app/jobs/undo.hpp"
#include "app/jobs/workspace_view.hpp"
#include "app/jobs/year_report.hpp"
#include "geo/crs/vn2000.hpp"

namespace app {
namespace {

using std::filesystem::path;

void addNew(CLI::App& app, const path& data, Job& job) {
    const auto typed = std::make_shared<Typed>();
    app.add_option("WORKSPACE", typed->workspace)->required();
    app.add_option("--province", typed->province);
    app.add_option("--crs", typed->crs);
    app.callback([typed, data, &job] {
        job = [typed, data](const Catalogue&, geo::Progress& progress) {
            return makeWorkspace({typed->workspace, data, typed->province, typed->crs}, progress);
        };
    });
}

/// A file, or the name of a profile that ships.
layers::ImportProfile readProfile(const Typed& typed, const path& data) {
    const path shipped = data / "profiles" / (typed.profile + ".json");
    auto profile =
        layers::readImportProfile(std::filesystem::exists(shipped) ? shipped : path(typed.profile));
    if (profile.kind.empty() || profile.kind == typed.kind) return profile;
    throw geo::Error(geo::ErrorKind::Usage, "profile.kind-differs",
                     {{"profile", typed.profile}, {"kind", profile.kind}, {"asked", typed.kind}});
}

ImportRequest importRequestOf(const Typed& typed, const path& data) {
    ImportRequest request;
    request.files.assign(typed.files.begin(), typed.files.end());
    request.kind = readKind(typed.kind);
    request.layerName = typed.layer;
    if (!typed.crs.empty()) request.crs = geo::crsFromOption(typed.crs);
    request.encoding = readEncoding(typed.encoding);
    if (!typed.epoch.empty()) request.epoch = geo::requireDate(typed.epoch);
    if (!typed.asOf.empty()) request.asOf = geo::requireDate(typed.asOf);
    request.release = readRelease(typed.release);
    request.document = typed.document;
    request.decimal = readDecimal(typed.decimal);
    request.share = readShare(typed.share);
    if (!typed.profile.empty()) request.profile = readProfile(typed, data);
    request.isEpochAccepted = typed.acceptEpoch;
    request.dryRun = typed.dryRun;
    return request;
}

void addImport(CLI::App& app, const path& data, Job& job) {
    const auto typed = std::make_shared<Typed>();
    app.add_option("WORKSPACE", typed->workspace)->required();
    app.add_option("FILE", typed->files)->required();
    app.add_option("--as", typed->kind)->required();
    app.add_option("--layer", typed->layer);
    app.add_option("--crs", typed->crs);
    app.add_option("--encoding", typed->encoding);
    app.add_option("--epoch", typed->epoch);
    app.add_option("--as-of", typed->asOf);
    app.add_option("--release", typed->release);
    app.add_option("--document", typed->document);
    app.add_option("--decimal", typed->decimal);
    app.add_option("--share", typed->share);
    app.add_option("--profile", typed->profile);
    app.add_flag("--accept-epoch", typed->acceptEpoch);
    app.add_flag("--dry-run", typed->dryRun);
    app.callback([typed, data, &job] {
        job = [typed, request = importRequestOf(*typed, data)](const Catalogue&, geo::Progress& progress) {
            return importFiles(openProject(typed->workspace), request, progress);
        };
    });
}

void addCompute(CLI::App& app, const path& data, Job& job) {
    const auto typed = std::make_shared<Typed>();
    app.add_option("WORKSPACE", typed->workspace)->required();
    app.add_option("INDICATOR", typed->indicator)->required();
    addFigureOptions(app, *typed);
    app.callback([typed, data, &job] {
        job = [typed, request = figuresOf(*typed)](const Catalogue&, geo::Progress& progress) {
            return computeIndicator(openProject(typed->workspace), request, progress);
        };
    });
}

[[noreturn]] void missing(const std::string& verb, const std::string& option) {
    throw geo::Error(geo::ErrorKind::Usage, "usage.required", {{"verb", verb}, {"detail", option}});
}

MapRequest mapRequestOf(const Typed& typed, const path& data) {
    if (typed.theme.empty() && typed.themeFile.empty()) missing("map", "THEME");
    MapRequest request;
    request.theme = typed.theme;
    request.figures = figuresOf(typed);
    request.out = typed.out;
    request.themesFolder = data / "themes";
    const bool isPaper = !typed.page.empty() || typed.atlas || !typed.orientation.empty();
    if (isPaper) request.size = readPage(typed.page.empty() ? "a4" : typed.page, typed.orientation);
    request.page = {isPaper, isPaper ? pageResolution : PageWish{}.pixelsPerInch, readGrid(typed.grid)};
    request.themeFile = typed.themeFile;
    if (!typed.size.empty()) request.size = readSize(typed.size);
    if (!typed.classes.empty()) request.classing = readClasses(typed.classes);
    if (!typed.years.empty()) request.years = readYears(typed.years);
    if (!typed.since.empty()) request.since = readYear(typed.since, "--since");
    request.symbols = readWord(typed.symbols, "--symbols", parseFigureTerm, "numerator, denominator");
    if (!typed.extent.empty()) request.extent = readExtent(typed.extent);
    return request;
}

void addMap(CLI::App& app, const path& data, Job& job) {
    const auto typed = std::make_shared<Typed>();
    app.add_option("WORKSPACE", typed->workspace)->required();
    app.add_option("THEME", typed->theme);
    app.add_option("--theme-file", typed->themeFile);
    app.add_option("--out", typed->out)->required();
    app.add_option("--page", typed->page);
    app.add_option("--orientation", typed->orientation);
    app.add_option("--grid", typed->grid);
    app.add_flag("--atlas", typed->atlas);
    app.add_option("--size", typed->size);
    app.add_option("--extent", typed->extent);
    app.add_option("--classes", typed->classes);
    app.add_option("--years", typed->years);
    app.add_option("--since", typed->since);
    app.add_option("--symbols", typed->symbols);
    app.add_option("--indicator", typed->indicator);
    addFigureOptions(app, *typed);
    app.callback([typed, data, &job] {
        job = [typed, request = mapRequestOf(*typed, data)](const Catalogue& words, geo::Progress& progress) {
            const styles::PaintSession session;
            const auto draw = typed->atlas ? drawAtlas : drawMap;
            return draw(openProject(typed->workspace), request, {words, session}, progress);
        };
    });
}

ChartRequest chartRequestOf(const Typed& typed, const path& data) {
    ChartRequest request;
    request.kind = *readWord(typed.chart, "KIND", parseChartKind, "ranking, trend, targets, histogram");
    request.figures = figuresOf(typed);
    request.theme = typed.theme;
    request.themeFile = typed.themeFile;
    request.themesFolder = data / "themes";
    request.out = typed.out;
    request.unitCode = typed.unit;
    if (!typed.page.empty()) {
        request.size = readPage(typed.page, typed.orientation);
        request.pixelsPerInch = pageResolution;
    }
    if (!typed.size.empty()) request.size = readSize(typed.size);
    return request;
}

void addChart(CLI::App& app, const path& data, Job& job) {
    const auto typed = std::make_shared<Typed>();
    app.add_option("WORKSPACE", typed->workspace)->required();
    app.add_option("KIND", typed->chart)->required();
    app.add_option("--out", typed->out)->required();
    app.add_option("--theme", typed->theme);
    app.add_option("--theme-file", typed->themeFile);
    app.add_option("--unit", typed->unit);
    app.add_option("--page", typed->page);
    app.add_option("--orientation", typed->orientation);
    app.add_option("--size", typed->size);
    app.add_option("--indicator", typed->indicator);
    addFigureOptions(app, *typed);
    app.callback([typed, data, &job] {
        job = [typed, request = chartRequestOf(*typed, data)](const Catalogue& words, geo::Progress& progress) {
            const styles::PaintSession session;
            return drawChartFile(openProject(typed->workspace), request, {words, session}, progress);
        };
    });
}

ExportRequest exportRequestOf(const Typed& typed, const path& data) {
    ExportRequest request;
    request.layers = typed.layers;
    request.out = typed.out;
    request.figures = figuresOf(typed);
    if (!typed.crs.empty()) request.crs = geo::crsFromOption(typed.crs);
    if (!typed.encoding.empty()) request.encoding = readEncoding(typed.encoding);
    request.isByUnit = !typed.by.empty();
    request.isOfIndicator = !typed.indicator.empty();
    request.themesFolder = data / "themes";
    return request;
}

void addExport(CLI::App& app, const path& data, Job& job) {
    const auto typed = std::make_shared<Typed>();
    app.add_option("WORKSPACE", typed->workspace)->required();
    app.add_option("--layer", typed->layers);
    app.add_option("--out", typed->out)->required();
    app.add_option("--crs", typed->crs);
    app.add_option("--encoding", typed->encoding);
    app.add_option("--indicator", typed->indicator);
    addFigureOptions(app, *typed);
    app.callback([typed, data, &job] {
        job = [typed, request = exportRequestOf(*typed, data)](const Catalogue& words,
                                                               geo::Progress& progress) {
            return exportFiles(openProject(typed->workspace), request, words, progress);
        };
    });
}

CheckRequest checkRequestOf(const Typed& typed) {
    CheckRequest request;
    request.file = typed.files.front();
    request.layerName = typed.layer;
    request.decimal = readDecimal(typed.decimal);
    if (!typed.crs.empty()) request.crs = geo::crsFromOption(typed.crs);
    request.encoding = readEncoding(typed.encoding);
    if (!typed.out.empty()) request.out = typed.out;
    return request;
}

void addCheck(CLI::App& app, const path& data, Job& job) {
    const auto typed = std::make_shared<Typed>();
    app.add_option("WORKSPACE", typed->workspace)->required();
    app.add_option("FILE", typed->files)->required()->expected(1);
    app.add_option("--layer", typed->layer);
    app.add_option("--crs", typed->crs);
    app.add_option("--decimal", typed->decimal);
    app.add_option("--encoding", typed->encoding);
    app.add_option("--out", typed->out);
    app.callback([typed, data, &job] {
        job = [typed, request = checkRequestOf(*typed)](const Catalogue& words, geo::Progress& progress) {
            std::optional<styles::PaintSession> session;
            if (request.out && isMinutes(*request.out)) session.emplace();
            return checkPoints(openProject(typed->workspace), request, {words, session ? &*session : nullptr}, progress);
        };
    });
}

void addPlan(CLI::App& app, const path& data, Job& job) {
    const auto typed = std::make_shared<Typed>();
    app.add_option("WORKSPACE", typed->workspace)->required();
    app.add_option("SECTION", typed->section);
    app.add_option("--out", typed->out);
    app.callback([typed, data, &job] {
        PlanRequest request{typed->section, std::nullopt};
        if (!typed->out.empty()) request.out = typed->out;
        job = [typed, request](const Catalogue& words, geo::Progress& progress) {
            return describePlan(openProject(typed->workspace), request, words, progress);
        };
    });
}

void addReport(CLI::App& app, const path&, Job& job) {
    const auto typed = std::make_shared<Typed>();
    app.add_option("WORKSPACE", typed->workspace)->required();
    app.add_option("YEAR", typed->period)->required();
    app.add_option("--out", typed->out);
    app.callback([typed, &job] {
        job = [typed, request = YearReportRequest{readYear(typed->period, "YEAR"), typed->out}](
                  const Catalogue& words, geo::Progress& progress) {
            const styles::PaintSession session;
            return reportYear(openProject(typed->workspace), request, {words, session}, progress);
        };
    });
}

void addInfo(CLI::App& app, const path& data, Job& job) {
    const auto typed = std::make_shared<Typed>();
    app.add_option("WORKSPACE", typed->workspace)->required();
    app.add_flag("--digest", typed->digest);
    app.add_option("--observation", typed->observation);
    app.callback([typed, data, &job] {
        job = [typed](const Catalogue&, geo::Progress& progress) {
            return describeWorkspace(openProject(typed->workspace), {typed->digest, typed->observation},
                                     progress);
        };
    });
}

void addSample(CLI::App& app, const path& data, Job& job) {
    const auto typed = std::make_shared<Typed>();
    app.add_option("DIR", typed->folder)->required();
    app.add_option("--plots", typed->plots);
    app.add_option("--province", typed->province);
    app.add_flag("--crossing", typed->crossing);
    app.add_flag("--clean", typed->clean);
    app.callback([typed, data, &job] {
        job = [typed, data](const Catalogue&, geo::Progress& progress) {
            return makeSampleFiles(
                {typed->folder, data, typed->province, typed->plots, typed->crossing, !typed->clean},
                progress);
        };
    });
}

void addNames(CLI::App& app, const path& data, Job& job) {
    const auto typed = std::make_shared<Typed>();
    app.add_option("WORKSPACE", typed->workspace)->required();
    app.add_option("--accept", typed->accepted);
    app.callback([typed, data, &job] {
        NamesRequest request;
        for (const std::string& answer : typed->accepted) request.accepted.push_back(readNameAnswer(answer));
        job = [typed, request](const Catalogue&, geo::Progress& progress) {
            return answerNames(openProject(typed->workspace), request, progress);
        };
    });
}

FormRequest formRequestOf(const Typed& typed) {
    FormRequest request;
    request.kind = readKind(typed.kind);
    request.out = typed.out;
    request.indicator = typed.indicator;
    request.period = figuresOf(typed).period;
    if (!typed.epoch.empty()) request.unitsOn = geo::requireDate(typed.epoch);
    return request;
}

void addTemplate(CLI::App& app, const path& data, Job& job) {
    const auto typed = std::make_shared<Typed>();
    app.add_option("WORKSPACE", typed->workspace)->required();
    app.add_option("KIND", typed->kind)->required();
    app.add_option("--out", typed->out)->required();
    app.add_option("--indicator", typed->indicator);
    app.add_option("--period", typed->period);
    app.add_option("--epoch", typed->epoch);
    app.callback([typed, data, &job] {
        job = [typed, request = formRequestOf(*typed)](const Catalogue& words, geo::Progress& progress) {
            return makeForm(openProject(typed->workspace), request, words, progress);
        };
    });
}

void addUndo(CLI::App& app, const path& data, Job& job) {
    const auto typed = std::make_shared<Typed>();
    app.add_option("WORKSPACE", typed->workspace)->required();
    app.callback([typed, data, &job] {
        job = [typed](const Catalogue&, geo::Progress& progress) {
            return undoChange(openProject(typed->workspace), progress);
        };
    });
}

constexpr std::array<Verb, 17> verbs{{{"new", addNew},
                                      {"import", addImport},
                                      {"compute", addCompute},
                                      {"tabulate", addTabulate},
                                      {"overlay", addOverlay},
                                      {"map", addMap},
                                      {"chart", addChart},
                                      {"export", addExport},
                                      {"check", addCheck},
                                      {"plan", addPlan},
                                      {"report", addReport},
                                      {"names", addNames},
                                      {"template", addTemplate},
                                      {"where", addWhere},
                                      {"info", addInfo},
                                      {"sample", addSample},
                                      {"undo", addUndo}}};

}  // namespace

std::span<const Verb> allVerbs() { return verbs; }

}  // namespace app
