// SPDX-License-Identifier: Apache-2.0
// One function a verb.
#include "app/cli/layer_verbs.hpp"

#include <CLI/CLI.hpp>
#include <memory>

#include "app/cli/option_values.hpp"
#include "app/cli/typed_options.hpp"
#include "app/jobs/tabulate.hpp"
#include "app/jobs/workspace_view.hpp"

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

}  // namespace

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
