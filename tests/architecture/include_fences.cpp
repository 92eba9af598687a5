// SPDX-License-Identifier: Apache-2.0
// Floors by rank, the rooms of rules, circles among rooms.
#include "tests/architecture/include_fences.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>

#include "tests/architecture/cpp_text.hpp"

namespace fences {
namespace {

constexpr std::array<std::string_view, 5> roomsOfRules{"layers/checks", "layers/indicators", "layers/model",
                                                       "layers/text", "layers/units"};
constexpr std::array<std::string_view, 2> roomsOfStorage{"layers/files", "layers/store"};

/// How far right a room stands; nothing for folders outside the house.
std::optional<int> rankOf(const std::string& room) {
    static const std::map<std::string, int, std::less<>> floors{
        {"geo", 0}, {"layers", 1}, {"styles", 2}, {"sample-data", 2}};
    static const std::map<std::string, int, std::less<>> appRooms{
        {"app/project", 3}, {"app/words", 3}, {"app/jobs", 4}, {"app/cli", 5}, {"app/desktop", 5}};
    if (const auto found = appRooms.find(room); found != appRooms.end()) return found->second;
    if (const auto found = floors.find(floorOf(room)); found != floors.end()) return found->second;
    return std::nullopt;
}

bool mayInclude(const std::string& room, const std::string& other) {
    if (room == other) return true;
    const int left = rankOf(other).value();
    const int own = rankOf(room).value();
    // Rooms of geo, of layers and of styles see each other; those of app and the generator stand side by
    // side.
    const bool isOpenFloor = own <= 2 && floorOf(room) == floorOf(other);
    return left < own || isOpenFloor;
}

bool isInHouse(std::string_view path) { return isCpp(path) && rankOf(roomOf(path)).has_value(); }

template <class Visit>
void forEachHouseInclude(const std::vector<SourceFile>& files, Visit&& visit) {
    for (const SourceFile& file : files) {
        if (!isInHouse(file.path)) continue;
        for (const Include& include : includesOf(file.text)) {
            if (rankOf(roomOf(include.name))) visit(file, include);
        }
    }
}

using RoomGraph = std::map<std::string, std::set<std::string>>;

// Every room that can be reached from one, itself only by a circle.
std::set<std::string> reachableFrom(const std::string& room, const RoomGraph& graph) {
    std::set<std::string> seen;
    std::vector<std::string> waiting{room};
    while (!waiting.empty()) {
        const std::string next = waiting.back();
        waiting.pop_back();
        const auto found = graph.find(next);
        if (found == graph.end()) continue;
        for (const std::string& other : found->second) {
            if (seen.insert(other).second) waiting.push_back(other);
        }
    }
    return seen;
}

RoomGraph roomGraphOf(const std::vector<SourceFile>& files) {
    RoomGraph graph;
    forEachHouseInclude(files, [&](const SourceFile& file, const Include& include) {
        const std::string room = roomOf(file.path);
        const std::string other = roomOf(include.name);
        if (room != other) graph[room].insert(other);
    });
    return graph;
}

}  // namespace

std::vector<Violation> checkFloors(const std::vector<SourceFile>& files) {
    std::vector<Violation> violations;
    forEachHouseInclude(files, [&](const SourceFile& file, const Include& include) {
        const std::string room = roomOf(file.path);
        const std::string other = roomOf(include.name);
        if (mayInclude(room, other)) return;
        violations.push_back({file.path, include.line, room + " may not include " + other});
    });
    return violations;
}

std::vector<Violation> checkRulesKnowNoStore(const std::vector<SourceFile>& files) {
    std::vector<Violation> violations;
    forEachHouseInclude(files, [&](const SourceFile& file, const Include& include) {
        const bool isRule = std::ranges::count(roomsOfRules, roomOf(file.path)) > 0;
        const bool isStorage = std::ranges::count(roomsOfStorage, roomOf(include.name)) > 0;
        if (isRule && isStorage) {
            violations.push_back({file.path, include.line, "a rule may not know " + roomOf(include.name)});
        }
    });
    return violations;
}

std::vector<Violation> checkNoCircles(const std::vector<SourceFile>& files) {
    const RoomGraph graph = roomGraphOf(files);
    std::vector<Violation> violations;
    for (const auto& [room, others] : graph) {
        if (reachableFrom(room, graph).contains(room))
            violations.push_back({room, 0, "room includes itself through others"});
    }
    return violations;
}

std::vector<Violation> checkIncludesStartAtTheRoot(const std::vector<SourceFile>& files) {
    std::set<std::string, std::less<>> names;
    for (const SourceFile& file : files) names.insert(file.path.substr(file.path.rfind('/') + 1));
    std::vector<Violation> violations;
    for (const SourceFile& file : files) {
        if (!isCpp(file.path)) continue;
        for (const Include& include : includesOf(file.text)) {
            const bool isShort = include.name.find('/') == std::string::npos && names.contains(include.name);
            const bool climbs = include.name.starts_with(".");
            if (isShort || climbs)
                violations.push_back({file.path, include.line, "include is not written from the root"});
        }
    }
    return violations;
}

}  // namespace fences
