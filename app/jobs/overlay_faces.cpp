// SPDX-License-Identifier: Apache-2.0
// By name, by kind, by file; then batch by batch.
#include "app/jobs/overlay_faces.hpp"

#include <algorithm>
#include <iterator>

#include "app/jobs/workspace_view.hpp"
#include "geo/base/error.hpp"
#include "geo/base/parallel.hpp"
#include "geo/measure/area.hpp"
#include "geo/topology/repair.hpp"

namespace app {
namespace {

constexpr std::size_t facesInABatch = 4096;
constexpr std::size_t facesInAChunk = 64;

using Records = std::vector<layers::LayerRecord>;

std::string namesOf(const Records& records) {
    std::string names;
    for (const layers::LayerRecord& record : records) names += (names.empty() ? "" : ", ") + record.name;
    return names;
}

Records meant(const Records& shown, const std::string& source) {
    Records found;
    const auto isNamed = [&](const layers::LayerRecord& record) { return record.name == source; };
    const auto isOfKind = [&](const auto& record) { return layers::wordOf(record.kind) == source; };
    std::ranges::copy_if(shown, std::back_inserter(found), isNamed);
    if (found.empty()) std::ranges::copy_if(shown, std::back_inserter(found), isOfKind);
    return found;
}

FaceSource fileFaces(const std::filesystem::path& path) {
    layers::OpenOptions options;
    options.whenLacking = layers::WhenLacking::Accept;
    auto file = std::make_unique<layers::LayerSource>(layers::LayerSource::open(path, options));
    auto features = file->features();
    return {path.filename().string(), std::move(file), std::move(features)};
}

FaceSource found(const layers::Workspace* workspace, const Project& project, const std::string& source) {
    const Records shown = workspace != nullptr ? shownLayers(*workspace, project) : Records{};
    const Records records = meant(shown, source);
    if (records.size() > 1) {
        throw geo::Error(geo::ErrorKind::Usage, "area.source-choice",
                         {{"source", source}, {"layers", namesOf(records)}});
    }
    if (records.size() == 1) {
        return {std::filesystem::path(records.front().source.path).filename().string(), nullptr,
                workspace->readLayer(records.front().id)};
    }
    if (std::filesystem::exists(source)) return fileFaces(source);
    throw geo::Error(geo::ErrorKind::NotFound, "area.source-unknown",
                     {{"source", source}, {"layers", namesOf(shown)}});
}

}  // namespace

FaceSource openFaces(const layers::Workspace* workspace, const Project& project, const std::string& source) {
    FaceSource faces = found(workspace, project, source);
    if (faces.features.crs) return faces;
    throw geo::Error(geo::ErrorKind::BadData, "area.no-crs", {{"source", faces.name}});
}

void FaceReader::mend(std::vector<layers::Feature>& batch) {
    std::vector<std::optional<geo::Repair>> repairs(batch.size());
    const auto examine = [&](const geo::Chunk& chunk) {
        for (std::size_t place = chunk.begin; place < chunk.end; ++place) {
            geo::Geometry& shape = batch[place].geometry;
            if (!shape.isPolygonal() || !geo::hasFiniteCoordinates(shape)) shape = {};
            if (!shape.isEmpty()) repairs[place] = geo::repairPolygon(shape);
        }
    };
    geo::parallelFor(batch.size(), facesInAChunk, examine, m_threads);
    for (std::size_t place = 0; place < batch.size(); ++place) {
        if (!repairs[place]) continue;
        const geo::Repair& repair = *repairs[place];
        // Without an area it is named as unusable where it is passed over.
        const bool hasArea = repair.areaAfter.value > 0;
        if (hasArea)
            m_findings.push_back({{"shape.repaired",
                                   {{"reason", repair.reasonId},
                                    {"before_ha", geo::toHectares(repair.areaBefore).value},
                                    {"after_ha", geo::toHectares(repair.areaAfter).value}}},
                                  batch[place].sourceRow,
                                  {},
                                  m_source.name});
        batch[place].geometry = std::move(repairs[place]->geometry);
    }
}

std::vector<layers::Feature> FaceReader::next(std::size_t count) {
    std::vector<layers::Feature> batch;
    layers::Feature feature;
    // A batch of nothing but unusable rows is no end.
    while (batch.empty()) {
        while (batch.size() < count && m_source.features.next(feature)) batch.push_back(feature);
        if (batch.empty()) break;
        mend(batch);
        std::erase_if(batch, [&](const layers::Feature& face) {
            const auto area = layers::toSquareMillimetres(geo::planarArea(face.geometry).value);
            m_read.add(area, 1);
            if (area.value > 0) return false;
            ++m_unusable;
            m_findings.push_back({{"area.shape-unusable", {}}, face.sourceRow, {}, m_source.name});
            return true;
        });
    }
    return batch;
}

std::vector<layers::Feature> FaceReader::all(geo::Progress& progress) {
    std::vector<layers::Feature> faces;
    const std::int64_t total = std::max<std::int64_t>(m_source.features.count, 0);
    for (auto batch = next(facesInABatch); !batch.empty(); batch = next(facesInABatch)) {
        std::ranges::move(batch, std::back_inserter(faces));
        progress.step("overlay.reading", m_read.plots, total);
    }
    return faces;
}

}  // namespace app
