// SPDX-License-Identifier: Apache-2.0
// The list, and contenders that several races share.
#include "tests/bench/races.hpp"

#include <array>

#include "tests/bench/programs.hpp"

namespace bench {
namespace {

constexpr std::array<RaceMaker, 16> races{{{"tabulate", areaOnTwoThreads},
                                           {"tabulate", areaOnOneThread},
                                           {"tabulate", areaFromGeoPackage},
                                           {"tabulate", areaOfAnExtract},
                                           {"compute", areaByCommand},
                                           {"zones", areaInFinerZones},
                                           {"locate", pointsInCommunes},
                                           {"locate", communesIndexed},
                                           {"gpkg", plotsToGeoPackage},
                                           {"shapefile", plotsToShapefile},
                                           {"import", plotsIntoWorkspace},
                                           {"rows", rowsIntoWorkspace},
                                           {"rows", wrongRowsIntoWorkspace},
                                           {"map", wholeMap},
                                           {"map", eighthOfTheMap},
                                           {"map", mapOnLargeSheet}}};

const char* const leftOut = "left out";

std::string absenceOf(const Bench& bench, const std::string& program) {
    if (bench.options.peers == Peers::None) return leftOut;
    return isOnPath(program) ? "" : "not installed";
}

}  // namespace

std::span<const RaceMaker> allRaces() { return races; }

StepInputs inputsOf(const Bench& bench, unsigned threads) {
    return {bench.work, threads, bench.options.points};
}

Contender stepContender(const Bench& bench, Role role, std::string name, const std::string& step,
                        unsigned threads) {
    const StepInputs inputs = inputsOf(bench, threads);
    Contender contender{.name = std::move(name), .role = role, .run = stepOf(step, inputs)};
    contender.peakPrivate_bytes = [step, inputs] { return runStepApart(step, inputs).peakPrivate_bytes; };
    return contender;
}

Contender bareRead(const Bench& bench, unsigned threads) {
    return stepContender(bench, Role::Floor, "bare read", "bare-read", threads);
}

Contender postgisContender(Bench& bench, std::string name, const std::string& sqlFile) {
    Contender contender{.name = std::move(name), .role = Role::Peer};
    contender.absence = bench.options.peers == Peers::None ? leftOut : bench.postgis.absence();
    contender.prepare = [&bench] { bench.postgis.load(inputsOf(bench)); };
    contender.run = [&bench, sqlFile] { return bench.postgis.ask(sqlFile); };
    return contender;
}

Contender programContender(const Bench& bench, PeerProgram program) {
    Contender contender{.name = program.name, .role = Role::Peer};
    contender.absence = absenceOf(bench, program.command.front());
    contender.prepare = [target = program.target] {
        if (!target.empty()) std::filesystem::remove_all(target);
    };
    contender.inspect = program.inspect;
    contender.run = [command = std::move(program.command)] { return lastNumberIn(runChild(command).out); };
    return contender;
}

Contender slow(const Bench& bench, Contender contender) {
    contender.effort = Effort::Once;
    if (bench.options.peers != Peers::SlowToo && contender.absence.empty()) contender.absence = leftOut;
    return contender;
}

Contender commandContender(OwnCommand command) {
    Contender contender{.name = command.name};
    contender.prepare = command.prepare;
    contender.inspect = command.inspect;
    contender.run = [words = command.words] { return lastNumberIn(runKhoanh(words).out); };
    contender.peakPrivate_bytes = [command] {
        if (command.prepare) command.prepare();
        return runKhoanh(command.words, Watch::Memory).peakPrivate_bytes;
    };
    return contender;
}

}  // namespace bench
