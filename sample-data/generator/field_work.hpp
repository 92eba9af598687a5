// SPDX-License-Identifier: Apache-2.0
// What people brought back from the field: waypoints, a track, a sheet of points, a receiver's log.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "sample-data/generator/faults.hpp"
#include "sample-data/generator/sites.hpp"

namespace sample {

struct FieldVisit {
    std::string name;
    /// Registered site, and the code of the commune it is declared in; either may be empty.
    std::string siteId;
    std::string communeCode;
    geo::Coordinate lonLat;
    double accuracy_m = 5;
    /// `inside` or `outside` of the declared commune.
    std::string verdict = "inside";
};

struct FieldWork {
    std::vector<FieldVisit> waypoints;
    std::vector<geo::Coordinate> trackLonLat;
    std::vector<FieldVisit> sheet;
    std::vector<geo::Coordinate> fixesLonLat;
};

/// Nobody goes to the landfill that is declared in the wrong commune; one waypoint lies across a border when
/// faults are planted.
FieldWork makeFieldWork(const SiteMaking& making, const Sites& sites);

/// `tuan_tra.gpx`, `diem_kiem_tra.csv` and `may_thu.nmea`. Errors: those of writeText().
std::vector<std::filesystem::path> writeFieldFiles(const PackFacts& facts, const FieldWork& work,
                                                   const std::filesystem::path& folder,
                                                   PlantedFaults& faults);

}  // namespace sample
