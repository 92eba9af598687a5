// SPDX-License-Identifier: Apache-2.0
// By name, by kind, by file.
#include "app/jobs/area_source.hpp"

#include <algorithm>
#include <filesystem>

#include "app/jobs/workspace_view.hpp"
#include "geo/base/error.hpp"
#include "layers/files/file_shapes.hpp"
#include "layers/files/formats.hpp"
#include "layers/store/geopackage_reader.hpp"

namespace app {
namespace {

using Records = std::vector<layers::LayerRecord>;

std::string namesOf(const Records& records) {
    std::string names;
    for (const layers::LayerRecord& record : records) names += (names.empty() ? "" : ", ") + record.name;
    return names;
}

Records named(const Records& shown, const std::string& source) {
    Records found;
    std::ranges::copy_if(shown, std::back_inserter(found),
                         [&](const auto& record) { return record.name == source; });
    if (!found.empty()) return found;
    std::ranges::copy_if(shown, std::back_inserter(found),
                         [&](const auto& record) { return layers::wordOf(record.kind) == source; });
    return found;
}

/// All fields where the class is not among them, so that whoever misses it can name those there are.
std::optional<std::vector<std::string>> fieldsFor(const TabulateRequest& request,
                                                  const layers::Schema& schema) {
    if (request.classField.empty()) return std::vector<std::string>{};
    if (!schema.indexOf(request.classField)) return std::nullopt;
    return std::vector{request.classField};
}

AreaSource layerSource(const FigureRoom& room, const layers::LayerRecord& record,
                       const TabulateRequest& request) {
    layers::ReadRequest read;
    read.fields = fieldsFor(request, record.schema);
    return {std::filesystem::path(record.source.path).filename().string(),
            room.workspace.shapeParts(record.id, read)};
}

AreaSource fileSource(const std::filesystem::path& file, const TabulateRequest& request) {
    const std::string name = file.filename().string();
    if (layers::formatOf(file) != layers::Format::GeoPackage) {
        return {name, layers::fileShapes(file, {request.layerInFile, {}, request.encoding})};
    }
    const layers::ShapeParts all = layers::geoPackageParts(file, request.layerInFile);
    return {name, layers::geoPackageParts(file, request.layerInFile, fieldsFor(request, all.schema))};
}

void requireSystem(const AreaSource& source, const geo::Crs& wanted) {
    const auto& crs = source.polygons.crs;
    if (!crs) throw geo::Error(geo::ErrorKind::BadData, "area.no-crs", {{"source", source.name}});
    if (*crs == wanted) return;
    throw geo::Error(geo::ErrorKind::Refused, "area.other-crs",
                     {{"source", source.name}, {"crs", crs->name()}, {"wanted", wanted.name()}});
}

bool isFile(const std::string& source) { return layers::formatOf(source) && std::filesystem::exists(source); }

}  // namespace

AreaSource areaSource(const FigureRoom& room, const TabulateRequest& request) {
    const Records shown = shownLayers(room.workspace, room.project);
    const Records found = named(shown, request.source);
    if (found.size() > 1) {
        throw geo::Error(geo::ErrorKind::Usage, "area.source-choice",
                         {{"source", request.source}, {"layers", namesOf(found)}});
    }
    if (found.size() == 1) return layerSource(room, found.front(), request);
    if (!isFile(request.source)) {
        throw geo::Error(geo::ErrorKind::NotFound, "area.source-unknown",
                         {{"source", request.source}, {"layers", namesOf(shown)}});
    }
    AreaSource source = fileSource(request.source, request);
    requireSystem(source, room.workspace.settings().crs);
    return source;
}

}  // namespace app
