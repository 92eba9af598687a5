// SPDX-License-Identifier: Apache-2.0
// One function a verb.
#include "app/cli/layer_verbs.hpp"

#include <CLI/CLI.hpp>
#include <memory>

#include "app/cli/option_values.hpp"
#include "app/cli/typed_options.hpp"
#include "app/jobs/overlay.hpp"
#include "app/jobs/point_locations.hpp"
#include "app/jobs/tabulate.hpp"
#include "app/jobs/where.hpp"
#include "app/jobs/workspace_view.hpp"
#include "geo/crs/vn2000.hpp"

namespace app {
namespace {

using std::filesystem::path;

TabulateRequest tabulateRequestOf(const Typed& typed) {
    const ComputeRequest figures = figuresOf(typed);
    TabulateRequest request;
    request.source = typed.files.front();
    request.layerInFile = typed.layer;
    request.encoding = readEncoding(typed.encoding);
    request.classField = typed.classField;
    request.level = figures.level;
    request.unitsOn = figures.unitsOn;
    request.area = figures.area;
    if (!typed.out.empty()) request.out = typed.out;
    return request;
}

constexpr const char* dissolve = "dissolve";

std::optional<OverlayOperation> parseOperation(const std::string& word) {
    if (word == "intersection") return OverlayOperation::Intersection;
    if (word == "difference") return OverlayOperation::Difference;
    if (word == "union") return OverlayOperation::Union;
    return std::nullopt;
}

[[noreturn]] void missing(const std::string& verb, const std::string& option) {
    throw geo::Error(geo::ErrorKind::Usage, "usage.required", {{"verb", verb}, {"detail", option}});
}

OverlayRequest overlayRequestOf(const Typed& typed) {
    if (typed.files.size() != 2) missing("overlay", "LAYER LAYER");
    OverlayRequest request;
    request.first = typed.files.front();
    request.second = typed.files.back();
    request.operation =
        readWord(typed.operation, "--op", parseOperation, "intersection, difference, union, dissolve")
            .value_or(OverlayOperation::Intersection);
    request.out = typed.out;
    if (!typed.encoding.empty()) request.encoding = readEncoding(typed.encoding);
    if (typed.sliver_m) request.sliverWidth = {*typed.sliver_m};
    return request;
}

DissolveRequest dissolveRequestOf(const Typed& typed) {
    if (typed.files.size() != 1) missing("overlay", "LAYER");
    DissolveRequest request;
    request.source = typed.files.front();
    request.field = typed.field;
    request.out = typed.out;
    if (!typed.encoding.empty()) request.encoding = readEncoding(typed.encoding);
    return request;
}

PointLocationRequest locationRequestOf(const Typed& typed) {
    if (typed.out.empty()) missing("where", "--out");
    const ComputeRequest figures = figuresOf(typed);
    PointLocationRequest request;
    request.points.path = typed.points;
    if (!typed.crs.empty()) request.points.crs = geo::crsFromOption(typed.crs);
    request.points.encoding = readEncoding(typed.encoding);
    request.points.decimal = readDecimal(typed.decimal);
    request.points.layerName = typed.layer;
    request.level = figures.level;
    request.unitsOn = figures.unitsOn;
    if (!typed.nearest.empty()) request.nearest = readKind(typed.nearest);
    if (typed.within_m) request.within = geo::Metres{*typed.within_m};
    request.out = typed.out;
    return request;
}

Job locateOne(const std::shared_ptr<Typed>& typed) {
    if (!typed->lon || !typed->lat) missing("where", "LON LAT");
    return [typed](const Catalogue&, geo::Progress& progress) {
        return locatePoint(openProject(typed->workspace), {*typed->lon, *typed->lat}, progress);
    };
}

}  // namespace

void addOverlay(CLI::App& app, const path&, Job& job) {
    const auto typed = std::make_shared<Typed>();
    app.add_option("WORKSPACE", typed->workspace)->required();
    app.add_option("LAYER", typed->files)->required()->expected(1, 2);
    app.add_option("--op", typed->operation);
    app.add_option("--field", typed->field);
    app.add_option("--sliver", typed->sliver_m);
    app.add_option("--encoding", typed->encoding);
    app.add_option("--out", typed->out)->required();
    app.callback([typed, &job] {
        if (typed->operation == dissolve) {
            job = [typed, request = dissolveRequestOf(*typed)](const Catalogue&, geo::Progress& progress) {
                return dissolveLayer(openProject(typed->workspace), request, progress);
            };
            return;
        }
        job = [typed, request = overlayRequestOf(*typed)](const Catalogue&, geo::Progress& progress) {
            return overlayLayers(openProject(typed->workspace), request, progress);
        };
    });
}

void addWhere(CLI::App& app, const path&, Job& job) {
    const auto typed = std::make_shared<Typed>();
    app.add_option("WORKSPACE", typed->workspace)->required();
    app.add_option("LON", typed->lon);
    app.add_option("LAT", typed->lat);
    app.add_option("--points", typed->points);
    app.add_option("--by", typed->by);
    app.add_option("--nearest", typed->nearest);
    app.add_option("--within", typed->within_m);
    app.add_option("--crs", typed->crs);
    app.add_option("--encoding", typed->encoding);
    app.add_option("--decimal", typed->decimal);
    app.add_option("--layer", typed->layer);
    app.add_option("--out", typed->out);
    app.callback([typed, &job] {
        if (typed->points.empty()) return void(job = locateOne(typed));
        job = [typed, request = locationRequestOf(*typed)](const Catalogue&, geo::Progress& progress) {
            return locatePoints(openProject(typed->workspace), request, progress);
        };
    });
}

void addTabulate(CLI::App& app, const path&, Job& job) {
    const auto typed = std::make_shared<Typed>();
    app.add_option("WORKSPACE", typed->workspace)->required();
    app.add_option("SOURCE", typed->files)->required()->expected(1);
    app.add_option("--by", typed->by);
    app.add_option("--class", typed->classField);
    app.add_option("--area", typed->area);
    app.add_option("--layer", typed->layer);
    app.add_option("--encoding", typed->encoding);
    app.add_option("--out", typed->out);
    app.callback([typed, &job] {
        job = [typed, request = tabulateRequestOf(*typed)](const Catalogue& words, geo::Progress& progress) {
            return tabulateLayer(openProject(typed->workspace), request, words, progress);
        };
    });
}

}  // namespace app
