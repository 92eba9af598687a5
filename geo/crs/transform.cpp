// SPDX-License-Identifier: Apache-2.0
// Transform: picks the operation itself, since PROJ would pick one by the point.
#include "geo/crs/transform.hpp"

#include <cmath>
#include <utility>
#include <vector>

#include "geo/base/error.hpp"
#include "geo/crs/proj_handles.hpp"

namespace geo {
namespace {

constexpr std::string_view vn2000ToWgs84 = "EPSG:6960";
/// Of the Mekong delta only, half a metre off in the north-west.
constexpr std::string_view olderVn2000ToWgs84 = "EPSG:5194";

ProjObject reopen(PJ_CONTEXT* context, const Crs& crs) {
    return ProjObject(crs.isKnown() ? proj_create(context, crs.wkt().c_str()) : nullptr);
}

ProjList operationsBetween(PJ_CONTEXT* context, const PJ* from, const PJ* to) {
    const ProjFactory factory(proj_create_operation_factory_context(context, nullptr));
    if (!factory) return nullptr;
    proj_operation_factory_context_set_spatial_criterion(context, factory.get(),
                                                         PROJ_SPATIAL_CRITERION_PARTIAL_INTERSECTION);
    proj_operation_factory_context_set_grid_availability_use(
        context, factory.get(), PROJ_GRID_AVAILABILITY_DISCARD_OPERATION_IF_MISSING_GRID);
    proj_operation_factory_context_set_allow_ballpark_transformations(context, factory.get(), 0);
    return ProjList(proj_create_operations(context, from, to, factory.get()));
}

/// `EPSG:6960` for the operation, for its inverse and for one PROJ derived from it; empty without a code.
std::string codeOfOperation(const PJ* operation) {
    const char* authority = proj_get_id_auth_name(operation, 0);
    const char* code = proj_get_id_code(operation, 0);
    if (authority == nullptr || code == nullptr) return {};
    std::string_view name = authority;
    for (const std::string_view wrapped : {std::string_view("INVERSE("), std::string_view("DERIVED_FROM(")}) {
        if (name.starts_with(wrapped)) name = name.substr(wrapped.size(), name.size() - wrapped.size() - 1);
    }
    return std::string(name) + ":" + code;
}

std::vector<ProjObject> stepsOf(PJ_CONTEXT* context, const PJ* operation) {
    std::vector<ProjObject> steps;
    if (proj_get_type(operation) != PJ_TYPE_CONCATENATED_OPERATION) {
        steps.emplace_back(proj_clone(context, operation));
        return steps;
    }
    const int count = proj_concatoperation_get_step_count(context, operation);
    for (int index = 0; index < count; ++index) {
        steps.emplace_back(proj_concatoperation_get_step(context, operation, index));
    }
    return steps;
}

/// The changes of datum in an operation; projections, which lose nothing, are left out.
std::vector<std::pair<std::string, std::string>> datumChanges(PJ_CONTEXT* context, const PJ* operation) {
    std::vector<std::pair<std::string, std::string>> changes;
    for (const ProjObject& step : stepsOf(context, operation)) {
        if (!step || proj_get_type(step.get()) == PJ_TYPE_CONVERSION) continue;
        changes.emplace_back(codeOfOperation(step.get()), textOrEmpty(proj_get_name(step.get())));
    }
    return changes;
}

bool uses(PJ_CONTEXT* context, const PJ* operation, std::string_view wanted) {
    for (const auto& [code, name] : datumChanges(context, operation)) {
        if (code == wanted) return true;
    }
    return false;
}

std::string describe(PJ_CONTEXT* context, const PJ* operation) {
    std::string words;
    for (const auto& [code, name] : datumChanges(context, operation)) {
        if (!words.empty()) words += " + ";
        words += code.empty() ? name : code + " " + name;
    }
    return words.empty() ? textOrEmpty(proj_get_name(operation)) : words;
}

ProjObject chooseOperation(PJ_CONTEXT* context, const PJ_OBJ_LIST* operations) {
    ProjObject first;
    const int count = operations == nullptr ? 0 : proj_list_get_count(operations);
    for (int index = 0; index < count; ++index) {
        ProjObject operation(proj_list_get(context, operations, index));
        if (!operation || !proj_coordoperation_is_instantiable(context, operation.get())) continue;
        if (proj_coordoperation_has_ballpark_transformation(context, operation.get()) == 1) continue;
        if (uses(context, operation.get(), olderVn2000ToWgs84)) continue;
        if (uses(context, operation.get(), vn2000ToWgs84)) return operation;
        if (!first) first = std::move(operation);
    }
    return first;
}

bool isFinite(Coordinate position) { return std::isfinite(position.x) && std::isfinite(position.y); }

[[noreturn]] void refuse(Coordinate position) {
    throw Error(ErrorKind::BadData, "crs.not-transformable", {{"x", position.x}, {"y", position.y}});
}

}  // namespace

struct Transform::Handles {
    ProjContext context = makeProjContext();  // outlives the operation made in it
    ProjObject operation;

    Coordinate move(Coordinate position) const {
        const PJ_COORD moved =
            proj_trans(operation.get(), PJ_FWD, proj_coord(position.x, position.y, 0, HUGE_VAL));
        const Coordinate result{moved.xy.x, moved.xy.y};
        if (!isFinite(result)) refuse(position);
        return result;
    }
};

Transform::Transform(const Crs& from, const Crs& to) : m_isToDegrees(to.isGeographic()) {
    if (from.isKnown() && from == to) return;
    auto handles = std::make_unique<Handles>();
    PJ_CONTEXT* const context = handles->context.get();
    const ProjObject source = reopen(context, from);
    const ProjObject target = reopen(context, to);
    if (source && target) {
        const ProjList operations = operationsBetween(context, source.get(), target.get());
        if (const ProjObject chosen = chooseOperation(context, operations.get())) {
            m_operation = describe(context, chosen.get());
            handles->operation.reset(proj_normalize_for_visualization(context, chosen.get()));
        }
    }
    if (!handles->operation) {
        throw Error(ErrorKind::BadData, "crs.no-operation", {{"from", from.name()}, {"to", to.name()}});
    }
    m_handles = std::move(handles);
}

Transform::~Transform() = default;
Transform::Transform(Transform&&) noexcept = default;
Transform& Transform::operator=(Transform&&) noexcept = default;

Coordinate Transform::apply(Coordinate position) const {
    return isIdentity() ? position : m_handles->move(position);
}

void Transform::apply(std::span<Coordinate> positions) const {
    if (isIdentity()) return;
    for (Coordinate& position : positions) position = m_handles->move(position);
}

Geometry Transform::apply(Geometry geometry) const {
    apply(geometry.mutableCoordinates());
    return geometry;
}

}  // namespace geo
