// SPDX-License-Identifier: Apache-2.0
// Options of figures, which several verbs take.
#include "app/cli/typed_options.hpp"

#include <CLI/CLI.hpp>

#include "app/cli/option_values.hpp"

namespace app {

void addFigureOptions(CLI::App& app, Typed& typed) {
    app.add_option("--by", typed.by);
    app.add_option("--period", typed.period);
    app.add_option("--method", typed.method);
    app.add_option("--denominator", typed.denominator);
    app.add_option("--area", typed.area);
    app.add_option("--rubber", typed.rubber);
}

ComputeRequest figuresOf(const Typed& typed) {
    ComputeRequest request;
    if (!typed.indicator.empty()) request.indicator = typed.indicator;
    readBy(typed.by, request);
    if (!typed.period.empty()) request.period = readYear(typed.period);
    request.method = readWord(typed.method, "--method", parseCoverMethod, "register, overlay");
    request.denominator =
        readWord(typed.denominator, "--denominator", parseDenominatorKind, "official, geometric");
    request.area =
        readWord(typed.area, "--area", parseAreaKind, "plane, ellipsoidal").value_or(AreaKind::Plane);
    request.rubber = readWord(typed.rubber, "--rubber", layers::parseRubberRule, "rule, in, out")
                         .value_or(layers::RubberRule::Rule);
    return request;
}

}  // namespace app
