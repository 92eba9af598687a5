// SPDX-License-Identifier: Apache-2.0
// Defaults decided from what the layers hold.
#include "app/jobs/cover_inputs.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "app/jobs/figure_layers.hpp"
#include "app/jobs/workspace_view.hpp"
#include "geo/base/error.hpp"
#include "layers/indicators/forest_plots.hpp"

namespace app {
namespace {

bool isRegister(const std::vector<layers::LayerRecord>& records) {
    return std::ranges::all_of(
        records, [](const auto& record) { return layers::forestFieldsOf(record.schema).isRegister(); });
}

/// Nobody declares the basin of a plot: only the map knows it.
CoverMethod methodFor(const CoverPlan& plan, const ComputeRequest& request) {
    if (layers::isAdministrative(plan.level)) {
        return request.method.value_or(isRegister(plan.plots) ? CoverMethod::Register : CoverMethod::Overlay);
    }
    if (request.method == CoverMethod::Register) {
        throw geo::Error(geo::ErrorKind::Usage, "compute.basin-by-map-only");
    }
    return CoverMethod::Overlay;
}

DenominatorKind usualDenominator(CoverMethod method) {
    return method == CoverMethod::Register ? DenominatorKind::Official : DenominatorKind::Geometric;
}

}  // namespace

CoverPlan planCover(const FigureRoom& room, const ComputeRequest& request) {
    CoverPlan plan;
    plan.plots = requireAnswering(room, layers::Kind::Forest, request.period);
    plan.level = request.level;
    plan.method = methodFor(plan, request);
    plan.denominator = request.denominator.value_or(usualDenominator(plan.method));
    plan.area = request.area;
    plan.unitsOn = unitsDay(room.units, request.level, request.unitsOn);
    plan.asOf = *plan.plots.front().asOf;
    plan.rubber = request.rubber;
    return plan;
}

std::string questionText(const FigureRoom& room, const CoverPlan& plan) {
    std::string text = fmt::format("forest-cover {} as-of={} method={} denominator={} area={} rubber={}",
                                   territoryQuestion(room, plan.level, plan.unitsOn), geo::isoText(plan.asOf),
                                   wordOf(plan.method), wordOf(plan.denominator), wordOf(plan.area),
                                   layers::wordOf(plan.rubber));
    for (const auto& record : plan.plots) text += fmt::format(" plots={}", record.id);
    if (plan.method != CoverMethod::Register) return text;
    const auto names = shownLayers(room.workspace, room.project, layers::Kind::Names);
    if (!names.empty()) text += fmt::format(" names={}", names.back().id);
    return text;
}

}  // namespace app
