// SPDX-License-Identifier: Apache-2.0
// The third column of the table in docs/architecture.md.
#include "tests/architecture/library_fences.hpp"

#include <algorithm>
#include <cctype>
#include <map>
#include <optional>
#include <set>

#include "tests/architecture/cpp_text.hpp"

namespace fences {
namespace {

struct Library {
    std::string name;
    /// How its includes begin.
    std::vector<std::string> prefixes;
    /// Rooms, or whole floors, whose .cpp files may include it; empty for every .cpp.
    std::vector<std::string> places;
};

const std::vector<Library>& libraries() {
    static const std::vector<Library> table{
        {"PROJ geodesic", {"geodesic.h"}, {"geo/measure"}},
        {"PROJ", {"proj.h", "proj/", "proj_"}, {"geo/crs"}},
        {"GEOS", {"geos_c.h", "geos/", "geos."}, {"geo/topology"}},
        {"ICU", {"unicode/"}, {"layers/text"}},
        {"GDAL", {"gdal", "ogr", "cpl_"}, {"layers/files"}},
        {"libxlsxwriter", {"xlsxwriter"}, {"layers/files"}},
        {"libzip", {"zip.h"}, {"layers/files"}},
        {"libcrypto", {"openssl/"}, {"layers/files"}},
        {"SQLite and SpatiaLite", {"sqlite3", "spatialite"}, {"layers/store"}},
        {"CLI11", {"CLI/"}, {"app/cli"}},
        {"nlohmann-json",
         {"nlohmann/"},
         {"layers/files", "styles/theme", "app", "tests/app", "tests/architecture", "tests/sample-data"}},
        {"fmt", {"fmt/"}, {}},
        {"GoogleTest", {"gtest/", "gmock/"}, {"tests"}},
    };
    return table;
}

// Qt names its headers by class: QPainter, QtGui/QPainter, qpa/…
bool isQtInclude(std::string_view name) {
    return name.size() > 1 && name[0] == 'Q' && std::isalpha(static_cast<unsigned char>(name[1])) != 0;
}

std::optional<Library> libraryOf(const std::string& include) {
    if (isQtInclude(include)) return Library{"Qt", {}, {"styles/paint", "app/desktop"}};
    for (const Library& library : libraries()) {
        const bool matches =
            std::ranges::any_of(library.prefixes, [&](const auto& p) { return include.starts_with(p); });
        if (matches) return library;
    }
    return std::nullopt;
}

bool standsIn(std::string_view path, std::string_view place) {
    return path.starts_with(place) && path.substr(place.size()).starts_with("/");
}

bool isFreeTest(std::string_view path) {
    return standsIn(path, "tests/acceptance") || standsIn(path, "tests/golden") ||
           standsIn(path, "tests/bench") || standsIn(path, "tests/fuzz");
}

bool isItsPlace(const Library& library, std::string_view path) {
    if (library.places.empty() || isFreeTest(path)) return true;
    return std::ranges::any_of(library.places, [&](const std::string& place) {
        return standsIn(path, place) || standsIn(path, "tests/" + place);
    });
}

bool isOfRoom(const std::string& path, const std::string& header) {
    return roomOf(path) == roomOf(header) || standsIn(path, "tests/" + roomOf(header));
}

/// Headers that another room includes, directly or through a header it includes. The others are a room's own
/// affair.
std::set<std::string> shownHeadersIn(const std::vector<SourceFile>& files) {
    std::map<std::string, std::set<std::string>> includesBy;
    for (const SourceFile& file : files) {
        if (!isCpp(file.path)) continue;
        for (const Include& include : includesOf(file.text)) includesBy[file.path].insert(include.name);
    }
    std::set<std::string> shown;
    std::vector<std::string> waiting;
    const auto show = [&](const std::string& header) {
        if (shown.insert(header).second) waiting.push_back(header);
    };
    for (const auto& [path, headers] : includesBy) {
        for (const std::string& header : headers) {
            if (!isOfRoom(path, header)) show(header);
        }
    }
    while (!waiting.empty()) {
        const std::string next = waiting.back();
        waiting.pop_back();
        for (const std::string& header : includesBy[next]) show(header);
    }
    return shown;
}

std::string faultOf(const Library& library, std::string_view path,
                    const std::set<std::string>& shownHeaders) {
    if (!isItsPlace(library, path)) return library.name + " is used outside its room";
    const bool isTestFrame = library.name.starts_with("Google");
    const bool shows = isHeader(path) && shownHeaders.contains(std::string(path));
    if (shows && !isTestFrame) return library.name + " shows in a header that other rooms see";
    return {};
}

}  // namespace

std::vector<Violation> checkOutsideLibraries(const std::vector<SourceFile>& files) {
    const auto shownHeaders = shownHeadersIn(files);
    std::vector<Violation> violations;
    for (const SourceFile& file : files) {
        if (!isCpp(file.path)) continue;
        for (const Include& include : includesOf(file.text)) {
            const auto library = libraryOf(include.name);
            if (!library) continue;
            const std::string fault = faultOf(*library, file.path, shownHeaders);
            if (!fault.empty()) violations.push_back({file.path, include.line, fault});
        }
    }
    return violations;
}

}  // namespace fences
