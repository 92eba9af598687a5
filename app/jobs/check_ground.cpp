// SPDX-License-Identifier: Apache-2.0
// Shown layers, read into maps and indexes.
#include "app/jobs/check_ground.hpp"

#include <algorithm>

#include "app/jobs/site_register.hpp"
#include "app/jobs/where_nearby.hpp"
#include "app/jobs/workspace_view.hpp"
#include "layers/checks/field_visits.hpp"

namespace app {
namespace {

layers::LayerRecord communesInForce(const layers::Workspace& workspace, const Project& project) {
    const auto units = unitRegister(workspace);
    const auto level = layers::UnitLevel::Commune;
    return unitLayer(workspace, project, units, level, unitsDay(units, level, std::nullopt));
}

std::string cellOf(const layers::LayerRecord& record) {
    const char* const level = record.kind == layers::Kind::Districts ? "district_" : "epoch_";
    return level + geo::isoText(*record.epoch);
}

/// Newest first; communes before districts of the same day.
std::vector<layers::LayerRecord> formerRecords(const layers::Workspace& workspace, const Project& project,
                                               std::int64_t inForce) {
    auto records = shownLayers(workspace, project);
    std::erase_if(records, [&](const layers::LayerRecord& record) {
        const bool isUnits = record.kind == layers::Kind::Communes || record.kind == layers::Kind::Districts;
        return !isUnits || !record.epoch || record.id == inForce;
    });
    std::ranges::stable_sort(records, [](const layers::LayerRecord& a, const layers::LayerRecord& b) {
        return a.epoch != b.epoch ? a.epoch > b.epoch : a.kind < b.kind;
    });
    return records;
}

std::vector<FormerUnits> readFormer(const layers::Workspace& workspace, const Project& project,
                                    std::int64_t inForce) {
    std::vector<FormerUnits> former;
    for (const layers::LayerRecord& record : formerRecords(workspace, project, inForce)) {
        former.push_back({cellOf(record), *record.epoch, unitMapOf(workspace, record)});
    }
    return former;
}

std::vector<layers::UnitMap> readBasins(const layers::Workspace& workspace, const Project& project) {
    std::vector<layers::UnitMap> basins;
    for (const auto& record : shownLayers(workspace, project, layers::Kind::Basins)) {
        basins.push_back(unitMapOf(workspace, record));
    }
    return basins;
}

geo::NearestIndex readStreams(const layers::Workspace& workspace, const Project& project,
                              std::vector<std::string>& names) {
    std::vector<geo::Geometry> lines;
    for (const auto& record : shownLayers(workspace, project, layers::Kind::Rivers)) {
        layers::ReadRequest read;
        read.fields = std::vector<std::string>{"name"};
        auto stream = workspace.readLayer(record.id, read);
        for (layers::Feature feature; stream.next(feature);) {
            names.push_back(feature.values.empty() ? std::string() : layers::textIn(feature.values[0]));
            lines.push_back(std::move(feature.geometry));
        }
    }
    return geo::NearestIndex(lines);
}

}  // namespace

CheckGround::CheckGround(const layers::Workspace& workspace, const Project& project)
    : m_borders(communesInForce(workspace, project)),
      m_communes(unitMapOf(workspace, m_borders)),
      m_former(readFormer(workspace, project, m_borders.id)),
      m_basins(readBasins(workspace, project)),
      m_sites(registeredSites(workspace, project)),
      m_siteIndex(layers::indexOfSites(m_sites)),
      m_streamNames(),
      m_streamIndex(readStreams(workspace, project, m_streamNames)) {}

Underfoot CheckGround::at(geo::Coordinate position) const {
    Underfoot underfoot;
    for (const FormerUnits& former : m_former) {
        const layers::MappedUnit* const unit = former.units.at(position);
        underfoot.formerUnits.push_back(unit != nullptr ? unit->code + ' ' + unit->name : std::string());
    }
    underfoot.basin = basinAt(position);
    underfoot.stream = streamAt(position);
    if (const auto site = m_siteIndex.nearest(position, farthestSiteShown)) {
        underfoot.site = NearSite{site->shape, site->distance};
    }
    return underfoot;
}

std::string CheckGround::basinAt(geo::Coordinate position) const {
    for (const layers::UnitMap& basins : m_basins) {
        if (const auto* const basin = basins.at(position)) {
            return basin->name.empty() ? basin->code : basin->name;
        }
    }
    return {};
}

std::optional<NearStream> CheckGround::streamAt(geo::Coordinate position) const {
    const auto nearest = m_streamIndex.nearest(position, farthestStreamShown);
    if (!nearest) return std::nullopt;
    return NearStream{m_streamNames[nearest->shape], nearest->distance};
}

}  // namespace app
