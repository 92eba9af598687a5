// SPDX-License-Identifier: Apache-2.0
// File openings, folders, singletons, the mirror of the tests.
#include "tests/architecture/form_rules.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <set>
#include <sstream>

#include "tests/architecture/cpp_text.hpp"

namespace fences {
namespace {

constexpr std::array<std::string_view, 8> foldersWithoutSubject{"utils",   "util",     "common", "core",
                                                                "manager", "managers", "helper", "helpers"};
constexpr std::array<std::string_view, 5> codeFloors{"app", "geo", "layers", "sample-data", "styles"};

bool isCodeFloor(std::string_view floor) { return std::ranges::count(codeFloors, floor) > 0; }

bool carriesALicence(const SourceFile& file) {
    return isCpp(file.path) || file.path.ends_with(".cmake") || file.path.ends_with(".sh") ||
           file.path.ends_with("CMakeLists.txt") || file.text.starts_with("#!");
}

std::string openingFaultOf(const SourceFile& file) {
    const std::string licence =
        std::string(isCpp(file.path) ? "//" : "#") + " SPDX-License-Identifier: Apache-2.0";
    std::istringstream lines(file.text);
    std::string line;
    std::getline(lines, line);
    if (line.starts_with("#!")) std::getline(lines, line);
    if (line != licence) return "does not open with its SPDX line";
    std::getline(lines, line);
    if (isCpp(file.path) && !line.starts_with("// ")) return "does not say what it is for in its second line";
    return {};
}

std::vector<std::string> foldersOf(const std::string& path) {
    std::vector<std::string> folders;
    std::size_t start = 0;
    for (auto slash = path.find('/'); slash != std::string::npos; slash = path.find('/', start)) {
        folders.push_back(path.substr(start, slash - start));
        start = slash + 1;
    }
    return folders;
}

std::string folderFaultOf(const std::string& path) {
    const auto folders = foldersOf(path);
    for (const std::string& folder : folders) {
        if (std::ranges::count(foldersWithoutSubject, folder) > 0)
            return "folder '" + folder + "' names no subject";
    }
    if (folders.size() > 3) return "stands deeper than two folders under its floor";
    const bool isCode = !folders.empty() && isCodeFloor(folders[0]) && isCpp(path);
    if (isCode && folders.size() != 2) return "code stands in floor/room, neither higher nor deeper";
    return {};
}

// The class before `::instance(`, empty for a function of our own.
std::string ownerBefore(const std::string& code, std::size_t position) {
    if (position < 2 || code.compare(position - 2, 2, "::") != 0) return {};
    std::size_t start = position - 2;
    while (start > 0 && std::isalnum(static_cast<unsigned char>(code[start - 1])) != 0) --start;
    return code.substr(start, position - 2 - start);
}

bool isNameLetter(char letter) {
    return std::isalnum(static_cast<unsigned char>(letter)) != 0 || letter == '_';
}

// Calls of a function by its whole name.
void addCalls(const SourceFile& file, const std::string& code, const std::string& name,
              std::vector<Violation>& violations) {
    const std::string sign = name + "(";
    for (auto at = code.find(sign); at != std::string::npos; at = code.find(sign, at + 1)) {
        if (at > 0 && isNameLetter(code[at - 1])) continue;
        violations.push_back(
            {file.path, lineAt(code, at), name + " follows the locale, std::from_chars does not"});
    }
}

// Rooms of data, such as a province pack, are rooms too.
enum class Rooms { All, WithCode };

std::set<std::string> roomsIn(const std::vector<SourceFile>& files, Rooms wanted) {
    std::set<std::string> rooms;
    for (const SourceFile& file : files) {
        const bool counts = wanted == Rooms::All || file.path.ends_with(".cpp");
        if (counts && isCodeFloor(floorOf(file.path))) rooms.insert(roomOf(file.path));
    }
    return rooms;
}

// `geo/crs` of `tests/geo/crs/transform_test.cpp`; empty for tests that mirror no floor.
std::string mirroredRoomOf(const std::string& path) {
    if (!path.starts_with("tests/") || !path.ends_with("_test.cpp")) return {};
    const std::string mirrored = path.substr(std::string_view("tests/").size());
    return isCodeFloor(floorOf(mirrored)) ? roomOf(mirrored) : std::string{};
}

std::set<std::string> roomsWithTests(const std::vector<SourceFile>& files) {
    std::set<std::string> rooms;
    for (const SourceFile& file : files) rooms.insert(mirroredRoomOf(file.path));
    rooms.erase("");
    return rooms;
}

}  // namespace

std::vector<Violation> checkFileOpenings(const std::vector<SourceFile>& files) {
    std::vector<Violation> violations;
    for (const SourceFile& file : files) {
        if (!carriesALicence(file)) continue;
        const std::string fault = openingFaultOf(file);
        if (!fault.empty()) violations.push_back({file.path, 1, fault});
    }
    return violations;
}

std::vector<Violation> checkFolders(const std::vector<SourceFile>& files) {
    std::vector<Violation> violations;
    for (const SourceFile& file : files) {
        const std::string fault = folderFaultOf(file.path);
        if (!fault.empty()) violations.push_back({file.path, 0, fault});
    }
    return violations;
}

std::vector<Violation> checkNoSingletons(const std::vector<SourceFile>& files) {
    constexpr std::string_view sign = "instance(";
    std::vector<Violation> violations;
    for (const SourceFile& file : files) {
        if (!isCpp(file.path)) continue;
        const std::string code = takeApart(file.text).code;
        for (auto at = code.find(sign); at != std::string::npos; at = code.find(sign, at + 1)) {
            const bool isLongerName = at > 0 && (std::isalnum(static_cast<unsigned char>(code[at - 1])) != 0);
            const bool isQt = ownerBefore(code, at).starts_with("Q");
            if (isLongerName || isQt) continue;
            violations.push_back({file.path, lineAt(code, at), "a singleton"});
        }
    }
    return violations;
}

std::vector<Violation> checkNumbersIgnoreTheLocale(const std::vector<SourceFile>& files) {
    std::vector<Violation> violations;
    for (const SourceFile& file : files) {
        if (!isCpp(file.path) || !isCodeFloor(floorOf(file.path))) continue;
        const std::string code = takeApart(file.text).code;
        for (const char* name : {"strtod", "strtof", "strtold", "atof", "stod", "stof", "sscanf"})
            addCalls(file, code, name, violations);
    }
    return violations;
}

std::vector<Violation> checkTestsMirrorTheCode(const std::vector<SourceFile>& files) {
    const auto tested = roomsWithTests(files);
    std::vector<Violation> violations;
    for (const std::string& room : roomsIn(files, Rooms::WithCode)) {
        if (!tested.contains(room)) violations.push_back({room, 0, "room has no tests under tests/" + room});
    }
    const auto rooms = roomsIn(files, Rooms::All);
    for (const std::string& room : tested) {
        if (!rooms.contains(room))
            violations.push_back({"tests/" + room, 0, "tests of a room that is not there"});
    }
    return violations;
}

}  // namespace fences
