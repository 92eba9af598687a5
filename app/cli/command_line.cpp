// SPDX-License-Identifier: Apache-2.0
// Parsing: common wishes first, then the verb's own options; faults in our words, not the library's.
#include "app/cli/command_line.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <vector>

#include "geo/base/error.hpp"

namespace app {
namespace {

std::string knownVerbs() {
    std::string list;
    for (const Verb& verb : allVerbs()) list += (list.empty() ? "" : ", ") + std::string(verb.name);
    return list;
}

bool isVerb(const std::string& word) {
    return std::ranges::any_of(allVerbs(), [&](const Verb& verb) { return word == verb.name; });
}

/// The first word that is no option: the verb, if it is one.
std::string firstWord(std::span<const std::string> arguments) {
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        if (arguments[i] == "--lang")
            ++i;
        else if (!arguments[i].starts_with('-'))
            return arguments[i];
    }
    return {};
}

/// The library's own sentences are English; only the word they complain of is used.
std::string complainedOf(const CLI::ParseError& fault) {
    const std::string sentence = fault.what();
    const std::size_t colon = sentence.rfind(": ");
    return colon == std::string::npos ? sentence.substr(0, sentence.find(' ')) : sentence.substr(colon + 2);
}

geo::Error usageError(const std::string& id, const std::string& verb, const std::string& detail) {
    return {geo::ErrorKind::Usage, id, {{"verb", verb}, {"detail", detail}}};
}

void parseVerb(CLI::App& app, std::span<const std::string> arguments, const std::string& verb) {
    // The library takes them last first.
    std::vector<std::string> reversed(arguments.rbegin(), arguments.rend());
    try {
        app.parse(reversed);
    } catch (const CLI::RequiredError& fault) {
        throw usageError("usage.required", verb, complainedOf(fault));
    } catch (const CLI::ExtrasError& fault) {
        // They come last first, too: the first one typed is the one to name.
        const std::string extras = complainedOf(fault);
        throw usageError("usage.unexpected", verb, extras.substr(extras.rfind(' ') + 1));
    } catch (const CLI::ParseError& fault) {
        throw usageError("usage.value", verb, complainedOf(fault));
    }
}

}  // namespace

CommandLine readCommonWishes(std::span<const std::string> arguments) {
    CommandLine line;
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        const std::string& word = arguments[i];
        line.json = line.json || word == "--json";
        line.wantsHelp = line.wantsHelp || word == "--help" || word == "-h";
        line.wantsVersion = line.wantsVersion || word == "--version";
        const bool isEnglish =
            word == "--lang=en" || (word == "--lang" && i + 1 < arguments.size() && arguments[i + 1] == "en");
        if (isEnglish) line.language = Language::English;
    }
    const std::string word = firstWord(arguments);
    if (isVerb(word)) line.verb = word;
    return line;
}

CommandLine parseCommandLine(std::span<const std::string> arguments,
                             const std::filesystem::path& dataFolder) {
    CommandLine line = readCommonWishes(arguments);
    if (line.wantsHelp || line.wantsVersion) return line;
    if (line.verb.empty()) {
        throw geo::Error(geo::ErrorKind::Usage, "usage.no-verb",
                         {{"word", firstWord(arguments)}, {"known", knownVerbs()}});
    }
    CLI::App app;
    app.set_help_flag();
    std::string language = "vi";
    app.add_flag("--json");
    app.add_option("--lang", language)->check(CLI::IsMember({"vi", "en"}));
    CLI::App* const options = app.add_subcommand(line.verb);
    options->fallthrough();
    options->set_help_flag();
    std::ranges::find(allVerbs(), line.verb, &Verb::name)->addOptions(*options, dataFolder, line.job);
    parseVerb(app, arguments, line.verb);
    return line;
}

}  // namespace app
