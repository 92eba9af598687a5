// SPDX-License-Identifier: Apache-2.0
// A new workspace: settings, then every table of the pack.
#include "app/jobs/new.hpp"

#include <cmath>

#include "app/project/province_pack.hpp"
#include "geo/base/error.hpp"
#include "geo/crs/transform.hpp"
#include "geo/measure/area.hpp"
#include "layers/files/aside.hpp"
#include "layers/files/table_file.hpp"
#include "layers/store/change.hpp"
#include "layers/store/workspace.hpp"

namespace app {
namespace {

void seedTables(layers::Change& change, const ProvincePack& pack, geo::Progress& progress) {
    for (const std::string& table : pack.tables) {
        progress.step("new.seeding");
        change.addTable("pack_" + table, layers::readTable(pack.folder / (table + ".csv")));
    }
}

/// More distortion than any national grid has: its areas would be wrong figures.
constexpr double mostDistortion = 0.01;

/// The area of a small square at the province's centre on the plane, against the ellipsoid.
double distortionAt(geo::Coordinate degrees, const geo::Crs& crs) {
    constexpr double half_deg = 0.005;
    const auto square = geo::Geometry::polygon({{degrees.x - half_deg, degrees.y - half_deg},
                                                {degrees.x + half_deg, degrees.y - half_deg},
                                                {degrees.x + half_deg, degrees.y + half_deg},
                                                {degrees.x - half_deg, degrees.y + half_deg}});
    const geo::Transform transform(geo::Crs::fromText("EPSG:4326"), crs);
    return geo::planarArea(transform.apply(square)) / geo::ellipsoidalArea(square) - 1;
}

void requireTrueAreas(const ProvincePack& pack, const geo::Crs& crs) {
    if (crs.isGeographic()) {
        throw geo::Error(geo::ErrorKind::Usage, "new.crs-not-plane", {{"crs", crs.name()}});
    }
    const double distortion = distortionAt(pack.extent.centre(), crs);
    if (std::abs(distortion) <= mostDistortion) return;
    throw geo::Error(geo::ErrorKind::Usage, "new.crs-distorts",
                     {{"crs", crs.name()}, {"percent", 100 * distortion}});
}

Row rowOf(const ProvincePack& pack, const geo::Crs& crs) {
    return {{"province", pack.province},
            {"name", pack.name},
            {"crs", crs.code()},
            {"tables", static_cast<std::int64_t>(pack.tables.size())}};
}

}  // namespace

Outcome makeWorkspace(const NewRequest& request, geo::Progress& progress) {
    if (std::filesystem::exists(request.workspace)) {
        throw geo::Error(geo::ErrorKind::Refused, "store.exists", {{"path", request.workspace.string()}});
    }
    const ProvincePack pack = readPack(request.dataFolder, request.province);
    const geo::Crs crs = geo::Crs::fromText(request.crs.empty() ? pack.crs : request.crs);
    requireTrueAreas(pack, crs);
    const Project project{.workspace = request.workspace, .layers = {}, .runs = {}};
    layers::writeFileAside(request.workspace, [&](const std::filesystem::path& aside) {
        auto workspace = layers::Workspace::create(aside, {pack.province, crs, pack.name});
        layers::Change change(workspace);
        seedTables(change, pack, progress);
        change.commit(toJson(project));
    });
    Outcome outcome{.verb = "new", .project = project, .rows = {rowOf(pack, crs)}};
    outcome.summary = {
        {"new.made", {{"path", request.workspace.string()}, {"name", pack.name}, {"crs", crs.name()}}}};
    outcome.files = {request.workspace};
    return outcome;
}

}  // namespace app
