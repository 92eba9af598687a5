// SPDX-License-Identifier: Apache-2.0
// The list of what is measured: one function a row of the tables.
#pragma once

#include <filesystem>
#include <functional>
#include <span>
#include <string>
#include <string_view>

#include "tests/bench/child.hpp"
#include "tests/bench/options.hpp"
#include "tests/bench/postgis.hpp"
#include "tests/bench/race.hpp"
#include "tests/bench/steps.hpp"
#include "tests/bench/work.hpp"

namespace bench {

/// Outlives the races made from it.
struct Bench {
    const Options& options;
    const Work& work;
    Postgis& postgis;
};

struct RaceMaker {
    /// One of rowNames; a row may be several races.
    std::string_view row;
    /// Makes ready what the contenders share.
    Race (*make)(Bench& bench);
};

/// In the order of the tables. Growth is no race (growth.hpp).
std::span<const RaceMaker> allRaces();

Race areaOnTwoThreads(Bench& bench);
Race areaOnOneThread(Bench& bench);
Race areaFromGeoPackage(Bench& bench);
Race areaOfAnExtract(Bench& bench);
Race areaByCommand(Bench& bench);
Race areaInFinerZones(Bench& bench);
Race pointsInCommunes(Bench& bench);
Race communesIndexed(Bench& bench);
Race plotsToGeoPackage(Bench& bench);
Race plotsToShapefile(Bench& bench);
Race plotsIntoWorkspace(Bench& bench);
Race rowsIntoWorkspace(Bench& bench);
Race wrongRowsIntoWorkspace(Bench& bench);
Race wholeMap(Bench& bench);
Race eighthOfTheMap(Bench& bench);
Race mapOnLargeSheet(Bench& bench);

// Contenders that several of them share.
/// A step of the engine, in this process; its memory is seen in a process of its own.
Contender stepContender(const Bench& bench, Role role, std::string name, const std::string& step,
                        unsigned threads = 2);
/// Every blob of the workspace read, its rings summed.
Contender bareRead(const Bench& bench, unsigned threads = 2);
/// A file of postgis/, absent where there is no PostGIS.
Contender postgisContender(Bench& bench, std::string name, const std::string& sqlFile);
/// Another program, absent where it is not installed.
struct PeerProgram {
    std::string name;
    Command command;
    /// Removed before every run.
    std::filesystem::path target = {};
    /// As Contender::inspect; without it the answer is the number the program says.
    std::function<double()> inspect = nullptr;
};
Contender programContender(const Bench& bench, PeerProgram program);
/// Absent unless slow peers are wished; runs once.
Contender slow(const Bench& bench, Contender contender);
/// A command of our own program, its memory seen in one more run.
struct OwnCommand {
    std::string name;
    Command words;
    std::function<void()> prepare = nullptr;
    std::function<double()> inspect = nullptr;
};
Contender commandContender(OwnCommand command);

StepInputs inputsOf(const Bench& bench, unsigned threads = 2);

}  // namespace bench
