// SPDX-License-Identifier: Apache-2.0
// Stored features as sites and as mapped units.
#include "app/jobs/site_register.hpp"

#include <algorithm>
#include <iterator>

#include "app/jobs/workspace_view.hpp"
#include "layers/checks/site_fields.hpp"

namespace app {
namespace {

std::string textAt(const layers::Feature& feature, std::optional<std::size_t> field) {
    return field ? layers::textIn(feature.values[*field]) : std::string();
}

}  // namespace

std::vector<layers::Site> sitesOf(const layers::Workspace& workspace, const layers::LayerRecord& record) {
    std::vector<layers::Site> sites;
    auto stream = workspace.readLayer(record.id);
    for (layers::Feature feature; stream.next(feature);) {
        sites.push_back(layers::siteIn(feature, stream.schema, record.kind));
    }
    return sites;
}

std::vector<layers::Site> registeredSites(const layers::Workspace& workspace, const Project& project) {
    std::vector<layers::Site> sites;
    for (const layers::LayerRecord& record : shownLayers(workspace, project)) {
        if (!layers::isSite(record.kind)) continue;
        std::ranges::move(sitesOf(workspace, record), std::back_inserter(sites));
    }
    return sites;
}

std::vector<layers::Site> registeredSites(const layers::Workspace& workspace, const Project& project,
                                          layers::Kind kind) {
    auto sites = registeredSites(workspace, project);
    std::erase_if(sites, [&](const layers::Site& site) { return site.kind != kind; });
    return sites;
}

layers::UnitMap unitMapOf(const layers::Workspace& workspace, const layers::LayerRecord& record) {
    layers::ReadRequest read;
    read.fields = std::vector<std::string>{"code", "name"};
    auto stream = workspace.readLayer(record.id, read);
    const auto code = stream.schema.indexOf("code");
    const auto name = stream.schema.indexOf("name");
    std::vector<layers::MappedUnit> units;
    for (layers::Feature feature; stream.next(feature);) {
        units.push_back({textAt(feature, code), textAt(feature, name), std::move(feature.geometry)});
    }
    return layers::UnitMap(std::move(units));
}

layers::UnitMap unitMap(const layers::Workspace& workspace, const Project& project,
                        const layers::UnitRegister& units, layers::UnitLevel level, geo::Date day) {
    return unitMapOf(workspace, unitLayer(workspace, project, units, level, day));
}

}  // namespace app
