// SPDX-License-Identifier: Apache-2.0
// Layers drawn by hand.
#include "tests/app/jobs/field_ground.hpp"

#include "layers/store/change.hpp"

namespace office {
namespace {

using layers::Feature;
using layers::FieldType;

const layers::Schema siteSchema{{"site_id", FieldType::Text},        {"name", FieldType::Text},
                                {"commune_code", FieldType::Text},   {"commune_name", FieldType::Text},
                                {"sector", FieldType::Text},         {"stage", FieldType::Text},
                                {"position_status", FieldType::Text}};

geo::Coordinate fromCapital(double east_m, double north_m) {
    return {capital.x + east_m, capital.y + north_m};
}

Feature landfill(const std::string& id, const geo::Geometry& place, std::int64_t row) {
    const std::string code = id == "BCL-1" ? "03408" : "";
    return {place,
            {id, "Bãi rác " + id, code, std::string(), std::string(), std::string(), std::string("verified")},
            row};
}

std::vector<Feature> landfills() {
    return {landfill("BCL-3", geo::Geometry::point(fromCapital(-30'000, 0)), 1),
            landfill("BCL-2", geo::Geometry::point(fromCapital(0, 4'000)), 2),
            landfill("BCL-1", geo::Geometry::point(fromCapital(300, 0)), 3), landfill("BCL-4", {}, 4)};
}

std::vector<Feature> streams() {
    return {{geo::Geometry::lineString({fromCapital(-150, 5'000), fromCapital(-150, -5'000)}),
             {std::string("NT-1"), std::string("Nậm Thử")},
             1}};
}

std::vector<Feature> basins() {
    return {{geo::Geometry::polygon({fromCapital(-9'000, -9'000), fromCapital(9'000, -9'000),
                                     fromCapital(9'000, 9'000), fromCapital(-9'000, 9'000)}),
             {std::string("LV-1"), std::string("Lưu vực Nậm Thử")},
             1}};
}

}  // namespace

void addLayer(Desk& desk, layers::Kind kind, const layers::Schema& schema,
              const std::vector<Feature>& features) {
    auto workspace = layers::Workspace::open(desk.project().workspace, layers::Access::Write);
    layers::LayerRecord record;
    record.kind = kind;
    record.name = layers::wordOf(kind);
    record.crs = workspace.settings().crs;
    geo::Progress progress;
    layers::Change change(workspace);
    app::Project project = desk.project();
    project.layers.push_back(change.addLayer(
        record, layers::streamOver(schema, record.crs, features.front().geometry.kind(), features),
        progress));
    change.commit(app::toJson(project));
    desk.reopen();
}

Desk deskWithPlaces() {
    auto desk = Desk::full();
    addLayer(desk, layers::Kind::Landfills, siteSchema, landfills());
    addLayer(desk, layers::Kind::Rivers, {{"reach_id", FieldType::Text}, {"name", FieldType::Text}},
             streams());
    addLayer(desk, layers::Kind::Basins, {{"code", FieldType::Text}, {"name", FieldType::Text}}, basins());
    return desk;
}

}  // namespace office
