// SPDX-License-Identifier: Apache-2.0
// Finds message ids in the code and holds them against the two catalogues.
#include "tests/architecture/message_rules.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <regex>

#include "tests/architecture/cpp_text.hpp"

namespace fences {
namespace {

using Catalogue = std::map<std::string, std::string>;

constexpr std::array<std::string_view, 2> cataloguePaths{"app/words/vi.json", "app/words/en.json"};

bool isProgramCode(const std::string& path) { return isCpp(path) && !path.starts_with("tests/"); }

bool looksLikeAnId(const std::string& text) {
    static const std::regex form("[a-z][a-z0-9-]*(\\.[a-z0-9][a-z0-9-]*)+");
    // What a file is called has the same form.
    static const std::regex fileName(
        ".*\\.(cpg|csv|db|dbf|geojson|gpkg|gpx|hpp|json|khoanh|pdf|png|prj|qgz|qml|shp|shx|svg|"
        "txt|xlsx|xml)");
    return std::regex_match(text, form) && !std::regex_match(text, fileName);
}

std::string subjectOf(const std::string& id) { return id.substr(0, id.find('.')); }

// Whether a message begins shortly before this literal: Error(kind, "…", Message{"…", sentence("….
bool isSpokenAt(const std::string& code, std::size_t position) {
    static const std::regex opening("(Error|Message|sentence|Finding|inContext|addContext)\\s*[({][^;\"]*$");
    const std::size_t start = position > 120 ? position - 120 : 0;
    return std::regex_search(code.substr(start, position - start), opening);
}

// The literals right behind an opening brace, from the id to the end of its statement.
std::set<std::string> argumentsAfter(const CppText& parts, const Literal& id) {
    const std::size_t end = std::min(parts.code.find(';', id.position), parts.code.size());
    std::set<std::string> names;
    for (const Literal& literal : parts.literals) {
        if (literal.position <= id.position || literal.position >= end) continue;
        if (looksLikeAnId(literal.text)) break;
        if (parts.code[literal.position - 1] == '{') names.insert(literal.text);
    }
    return names;
}

struct Candidate {
    MessageUse use;
    bool isSpoken = false;
};

std::vector<Candidate> candidatesIn(const std::vector<SourceFile>& files) {
    std::vector<Candidate> candidates;
    for (const SourceFile& file : files) {
        if (!isProgramCode(file.path)) continue;
        const CppText parts = takeApart(file.text);
        for (const Literal& literal : parts.literals) {
            if (!looksLikeAnId(literal.text)) continue;
            const MessageUse use{literal.text, file.path, literal.line, argumentsAfter(parts, literal)};
            candidates.push_back({use, isSpokenAt(parts.code, literal.position)});
        }
    }
    return candidates;
}

const SourceFile* fileAt(const std::vector<SourceFile>& files, std::string_view path) {
    const auto found = std::ranges::find(files, path, &SourceFile::path);
    return found == files.end() ? nullptr : &*found;
}

// Nothing when the file is missing or is not a flat object of sentences.
std::optional<Catalogue> readCatalogue(const std::vector<SourceFile>& files, std::string_view path) {
    const SourceFile* file = fileAt(files, path);
    if (file == nullptr) return std::nullopt;
    const auto json = nlohmann::json::parse(file->text, nullptr, false);
    const bool isFlat =
        json.is_object() && std::ranges::all_of(json, [](const auto& value) { return value.is_string(); });
    if (!isFlat) return std::nullopt;
    return json.get<Catalogue>();
}

Catalogue catalogueAt(const std::vector<SourceFile>& files, std::string_view path) {
    return readCatalogue(files, path).value_or(Catalogue{});
}

// `map.method-` is the beginning of ids that end in a word from the data.
bool hasWordsFor(const Catalogue& catalogue, const std::string& id) {
    if (!id.ends_with('-')) return catalogue.contains(id);
    const auto next = catalogue.lower_bound(id);
    return next != catalogue.end() && next->first.starts_with(id);
}

// `{area:2}` and `{area}` are places for the same argument.
std::set<std::string> placesIn(const std::string& sentence) {
    static const std::regex place("\\{([a-zA-Z_0-9]+)[^}]*\\}");
    std::set<std::string> places;
    for (std::sregex_iterator at(sentence.begin(), sentence.end(), place), end; at != end; ++at) {
        places.insert((*at)[1].str());
    }
    return places;
}

void addMissingIds(std::vector<Violation>& violations, const Catalogue& from, const Catalogue& in,
                   std::string_view path) {
    for (const auto& [id, sentence] : from) {
        if (!in.contains(id))
            violations.push_back({std::string(path), 0, "'" + id + "' is in the other catalogue only"});
    }
}

template <class Predicate>
std::vector<Violation> checkLiterals(const std::vector<SourceFile>& files, const std::string& fault,
                                     Predicate&& isBad) {
    std::vector<Violation> violations;
    for (const SourceFile& file : files) {
        if (!isProgramCode(file.path)) continue;
        for (const Literal& literal : takeApart(file.text).literals) {
            if (isBad(file.path, literal.text)) violations.push_back({file.path, literal.line, fault});
        }
    }
    return violations;
}

}  // namespace

std::vector<MessageUse> messageUsesIn(const std::vector<SourceFile>& files) {
    const auto candidates = candidatesIn(files);
    std::set<std::string> subjects;
    for (const Candidate& candidate : candidates) {
        if (candidate.isSpoken) subjects.insert(subjectOf(candidate.use.id));
    }
    std::vector<MessageUse> uses;
    for (const Candidate& candidate : candidates) {
        if (subjects.contains(subjectOf(candidate.use.id))) uses.push_back(candidate.use);
    }
    return uses;
}

std::vector<Violation> checkEveryMessageHasWords(const std::vector<SourceFile>& files) {
    const auto uses = messageUsesIn(files);
    std::vector<Violation> violations;
    for (const auto path : cataloguePaths) {
        const Catalogue catalogue = catalogueAt(files, path);
        for (const MessageUse& use : uses) {
            if (hasWordsFor(catalogue, use.id)) continue;
            violations.push_back(
                {use.path, use.line, "'" + use.id + "' has no words in " + std::string(path)});
        }
    }
    return violations;
}

std::vector<Violation> checkCataloguesAgree(const std::vector<SourceFile>& files) {
    std::vector<Violation> violations;
    for (const auto path : cataloguePaths) {
        if (!readCatalogue(files, path))
            violations.push_back({std::string(path), 0, "is not a flat object of sentences"});
    }
    const Catalogue vietnamese = catalogueAt(files, cataloguePaths[0]);
    const Catalogue english = catalogueAt(files, cataloguePaths[1]);
    addMissingIds(violations, vietnamese, english, cataloguePaths[1]);
    addMissingIds(violations, english, vietnamese, cataloguePaths[0]);
    for (const auto& [id, sentence] : vietnamese) {
        const auto found = english.find(id);
        if (found == english.end() || placesIn(sentence) == placesIn(found->second)) continue;
        violations.push_back(
            {std::string(cataloguePaths[1]), 0, "'" + id + "' names other arguments than in Vietnamese"});
    }
    return violations;
}

std::vector<Violation> checkSentencesFindTheirArguments(const std::vector<SourceFile>& files) {
    const Catalogue catalogue = catalogueAt(files, cataloguePaths[0]);
    std::vector<Violation> violations;
    for (const MessageUse& use : messageUsesIn(files)) {
        const auto found = catalogue.find(use.id);
        if (found == catalogue.end() || use.arguments.empty()) continue;
        for (const std::string& place : placesIn(found->second)) {
            if (use.arguments.contains(place)) continue;
            violations.push_back(
                {use.path, use.line, "the words of '" + use.id + "' name {" + place + "}, not given here"});
        }
    }
    return violations;
}

std::vector<Violation> checkSqlStaysInTheStore(const std::vector<SourceFile>& files) {
    static const std::regex sql(
        "\\b(SELECT\\s|INSERT\\s+INTO|UPDATE\\s+\\w+\\s+SET|DELETE\\s+FROM|CREATE\\s+(TABLE|INDEX|TRIGGER|"
        "VIEW)|DROP\\s+TABLE|"
        "PRAGMA\\s)");
    return checkLiterals(files, "SQL outside layers/store",
                         [](const std::string& path, const std::string& text) {
                             return roomOf(path) != "layers/store" && std::regex_search(text, sql);
                         });
}

std::vector<Violation> checkNoProvinceInTheCode(const std::vector<SourceFile>& files) {
    return checkLiterals(
        files, "a province's name in the code", [](const std::string& path, const std::string& text) {
            return floorOf(path) != "sample-data" && text.find("Lai Châu") != std::string::npos;
        });
}

}  // namespace fences
