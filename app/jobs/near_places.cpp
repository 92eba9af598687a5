// SPDX-License-Identifier: Apache-2.0
// Shown layers read into one index.
#include "app/jobs/near_places.hpp"

#include <utility>

#include "app/jobs/workspace_view.hpp"
#include "geo/base/error.hpp"

namespace app {

NearPlaces::NearPlaces(const layers::Workspace& workspace, const Project& project, layers::Kind kind) {
    std::vector<geo::Geometry> shapes;
    for (const auto& record : shownLayers(workspace, project, kind)) {
        layers::ReadRequest read;
        read.fields = std::vector<std::string>{"name"};
        auto stream = workspace.readLayer(record.id, read);
        for (layers::Feature feature; stream.next(feature);) {
            if (feature.geometry.isEmpty()) continue;
            m_names.push_back(feature.values.empty() ? std::string() : layers::textIn(feature.values[0]));
            shapes.push_back(std::move(feature.geometry));
        }
    }
    if (shapes.empty()) {
        throw geo::Error(geo::ErrorKind::NotFound, "compute.no-layers", {{"kind", layers::wordOf(kind)}});
    }
    m_index = geo::NearestIndex(shapes);
}

}  // namespace app
