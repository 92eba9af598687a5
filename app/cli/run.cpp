// SPDX-License-Identifier: Apache-2.0
// Words → job → words, and the one place where the command line catches errors.
#include "app/cli/run.hpp"

#include <iostream>

#include "app/cli/command_line.hpp"
#include "app/cli/face.hpp"
#include "app/cli/json_output.hpp"
#include "app/cli/stop_signal.hpp"
#include "app/project/data_folder.hpp"

namespace app {
namespace {

enum class ExitCode { Done = 0, Findings = 1, Usage = 2, Error = 3 };

ExitCode exitCodeOf(const geo::Error& error) {
    return error.kind() == geo::ErrorKind::Usage ? ExitCode::Usage : ExitCode::Error;
}

void printAnswer(const Outcome& outcome, const CommandLine& line, const Catalogue& words) {
    if (line.json) {
        std::cout << jsonOf(outcome, words) << '\n';
    } else {
        printOutcome(std::cout, outcome, words);
    }
    if (!std::cout.flush()) throw geo::Error(geo::ErrorKind::Refused, "output.not-written");
}

ExitCode reportFailure(const geo::Error& error, const CommandLine& line, const Catalogue& words) {
    clearBar();
    if (line.json) std::cout << jsonOf(error, line.verb, words) << '\n';
    printError(std::cerr, error, words);
    return exitCodeOf(error);
}

ExitCode runJob(const CommandLine& line, const Catalogue& words) {
    const StopSignal stop;
    geo::Progress progress(terminalBar(words), stop.token());
    const Outcome outcome = line.job(words, progress);
    clearBar();
    printAnswer(outcome, line, words);
    if (outcome.refusal) {
        printError(std::cerr, {geo::ErrorKind::Refused, *outcome.refusal}, words);
        return ExitCode::Error;
    }
    return outcome.findings.empty() ? ExitCode::Done : ExitCode::Findings;
}

ExitCode answer(const std::vector<std::string>& arguments, const std::filesystem::path& data,
                const Catalogue& words) {
    const CommandLine wishes = readCommonWishes(arguments);
    try {
        const CommandLine line = parseCommandLine(arguments, data);
        if (!line.wantsHelp && !line.wantsVersion) return runJob(line, words);
        const std::string page = line.verb.empty() ? "help" : "help." + line.verb;
        std::cout << words.sentence(line.wantsVersion ? "help.version" : page) << '\n';
        return ExitCode::Done;
    } catch (const geo::Error& error) {
        return reportFailure(error, wishes, words);
    } catch (const std::exception& fault) {
        return reportFailure({geo::ErrorKind::Internal, "error.internal", {{"reason", fault.what()}}}, wishes,
                             words);
    }
}

}  // namespace

int runCommandLine(const std::vector<std::string>& arguments) {
    try {
        const auto data = dataFolder();
        const auto words = Catalogue::read(data / "words", readCommonWishes(arguments).language);
        return static_cast<int>(answer(arguments, data, words));
    } catch (const std::exception& fault) {
        // Without its words the program can only name the fault.
        std::cerr << "khoanh: " << fault.what() << '\n';
        return static_cast<int>(ExitCode::Error);
    }
}

}  // namespace app
