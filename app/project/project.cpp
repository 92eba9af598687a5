// SPDX-License-Identifier: Apache-2.0
// Projects as JSON.
#include "app/project/project.hpp"

#include <nlohmann/json.hpp>

#include "geo/base/error.hpp"

namespace app {

std::string toJson(const Project& project) {
    return nlohmann::json{{"layers", project.layers},
                          {"runs", project.runs},
                          {"imports", project.imports},
                          {"lineage_table", project.lineageTable},
                          {"lineage_version", project.lineageVersion}}
        .dump();
}

Project projectFromJson(std::string_view json, const std::filesystem::path& workspace) {
    try {
        const auto parsed = nlohmann::json::parse(json);
        Project project;
        project.workspace = workspace;
        parsed.at("layers").get_to(project.layers);
        parsed.at("runs").get_to(project.runs);
        project.imports = parsed.value("imports", std::vector<std::int64_t>{});
        parsed.at("lineage_table").get_to(project.lineageTable);
        project.lineageVersion = parsed.value("lineage_version", std::int64_t{0});
        return project;
    } catch (const nlohmann::json::exception& fault) {
        throw geo::Error(geo::ErrorKind::BadData, "project.unreadable",
                         {{"path", workspace.string()}, {"reason", fault.what()}});
    }
}

}  // namespace app
