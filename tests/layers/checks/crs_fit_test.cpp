// SPDX-License-Identifier: Apache-2.0
// Numbers made by PROJ strings of the test's own are told apart by borders, or said not to be.
#include "layers/checks/crs_fit.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <string>

#include "geo/crs/transform.hpp"
#include "tests/layers/checks/square_units.hpp"

using geo::Coordinate;
using geo::CrsCandidate;
using layers::ControlKind;
using layers::CrsControls;
using layers::CrsVerdict;

namespace {

const std::string plane = "+proj=tmerc +lat_0=0 +x_0=500000 +y_0=0 +ellps=WGS84 +units=m";
/// QĐ 05/2007/QĐ-BTNMT in PROJ's signs, and as it circulates with the signs of the rotations turned.
const std::string decree =
    " +towgs84=-191.90441429,-39.30318279,-111.45032835,0.00928836,-0.01975479,0.00427372,0.252906278";
const std::string turned =
    " +towgs84=-191.90441429,-39.30318279,-111.45032835,-0.00928836,0.01975479,-0.00427372,0.252906278";
const std::string tm3 = plane + " +lon_0=103 +k=0.9999" + decree;
const std::string administrative = plane + " +lon_0=103 +k=0.9996" + decree;
const std::string neverShifted = plane + " +lon_0=103 +k=0.9999 +towgs84=0,0,0";
const std::string wronglyRotated = plane + " +lon_0=103 +k=0.9999" + turned;

constexpr int side = 4;
constexpr double size_m = 8000;

Coordinate cornerOf(int column, int row) { return {520'000 + column * size_m, 2'440'000 + row * size_m}; }

std::string codeOf(int column, int row) { return "0" + std::to_string(3000 + column * side + row); }

/// Sixteen square communes around the middle of the province, in EPSG:9205.
const layers::UnitMap& communes() {
    static const layers::UnitMap map = [] {
        std::vector<layers::MappedUnit> units;
        for (int column = 0; column < side; ++column) {
            for (int row = 0; row < side; ++row) {
                units.push_back({codeOf(column, row), {}, samples::square(cornerOf(column, row), size_m)});
            }
        }
        return layers::UnitMap(std::move(units));
    }();
    return map;
}

/// Every 500 m along the border of each commune, as the map has it and as the string puts it.
struct BorderPlace {
    Coordinate onMap;
    const layers::MappedUnit* unit;
};

std::vector<BorderPlace> borderPlaces() {
    std::vector<BorderPlace> places;
    for (int number = 0; number < side * side; ++number) {
        const Coordinate corner = cornerOf(number / side, number % side);
        const auto* const unit = communes().find(codeOf(number / side, number % side));
        for (double along = 0; along < size_m; along += 500) {
            places.push_back({{corner.x + along, corner.y}, unit});
            places.push_back({{corner.x + along, corner.y + size_m}, unit});
            places.push_back({{corner.x, corner.y + along}, unit});
            places.push_back({{corner.x + size_m, corner.y + along}, unit});
        }
    }
    return places;
}

CrsControls controls(const std::string& truth, ControlKind kind = ControlKind::OwnBorder) {
    const geo::Transform transform(geo::Crs::fromText("EPSG:9205"), geo::Crs::fromText(truth));
    CrsControls made{communes(), geo::Crs::fromText("EPSG:9205"), kind, {}};
    for (const BorderPlace& place : borderPlaces()) {
        made.points.push_back({transform.apply(place.onMap), place.unit});
    }
    return made;
}

/// Those a user would have to choose among on this meridian.
std::vector<CrsCandidate> readings() {
    return {
        {geo::Crs::fromText("EPSG:9205")},
        {geo::vn2000TransverseMercator(103, 0.9996)},
        {geo::wgs84TransverseMercator(103, 0.9999), geo::AxesRead::AsWritten, geo::DatumFault::Unshifted}};
}

std::vector<CrsCandidate> rivals() {
    auto all = readings();
    all.erase(all.begin());
    return all;
}

const CrsCandidate declared{geo::Crs::fromText("EPSG:9205")};

void displace(CrsControls& moved, double east, double north) {
    for (auto& control : moved.points) {
        control.numbers.x += east;
        control.numbers.y += north;
    }
}

}  // namespace

TEST(RankReadings, isSureOfTheTruthWhateverItIs) {
    for (const auto kind : {ControlKind::OwnBorder, ControlKind::OwnUnit, ControlKind::AnyBorder}) {
        const std::pair<std::string, std::string> truths[] = {
            {tm3, "EPSG:9205"}, {administrative, "VN2000:103:0.9996"}, {neverShifted, "WGS84:103:0.9999"}};
        for (const auto& [truth, option] : truths) {
            const auto ranking = layers::rankReadings(controls(truth, kind), readings());
            EXPECT_EQ(ranking.verdict, CrsVerdict::Sure) << truth;
            EXPECT_EQ(geo::optionFor(ranking.fits.front().candidate.crs), option) << truth;
            EXPECT_LT(ranking.fits.front().typicalMiss.value, 0.01) << truth;
        }
    }
}

TEST(RankReadings, seesExchangedAxes) {
    auto made = controls(tm3);
    for (auto& control : made.points) std::swap(control.numbers.x, control.numbers.y);
    auto all = readings();
    all.push_back({geo::Crs::fromText("EPSG:9205"), geo::AxesRead::Exchanged});
    const auto ranking = layers::rankReadings(made, all);
    EXPECT_EQ(ranking.verdict, CrsVerdict::Sure);
    EXPECT_EQ(ranking.fits.front().candidate.axes, geo::AxesRead::Exchanged);
}

TEST(RankReadings, isUnsureOfPlacesFarFromAllBorders) {
    const geo::Transform transform(geo::Crs::fromText("EPSG:9205"), geo::Crs::fromText(tm3));
    CrsControls made{communes(), geo::Crs::fromText("EPSG:9205"), ControlKind::OwnUnit, {}};
    for (const auto& unit : communes().units()) {
        made.points.push_back({transform.apply(unit.shape.extent().centre()), &unit});
    }
    const auto ranking = layers::rankReadings(made, readings());
    EXPECT_EQ(ranking.verdict, CrsVerdict::Unsure);
    EXPECT_EQ(ranking.alike, 3u);
}

TEST(RankReadings, fitsNothingToNumbersFromElsewhere) {
    auto made = controls(tm3);
    displace(made, 4000, 4000);
    EXPECT_EQ(layers::rankReadings(made, readings()).verdict, CrsVerdict::None);
    made.points.clear();
    EXPECT_EQ(layers::rankReadings(made, readings()).verdict, CrsVerdict::None);
    EXPECT_EQ(layers::rankReadings(controls(tm3), {}).verdict, CrsVerdict::None);
}

TEST(ContradictionOf, isSilentWhereTheDeclaredSystemFits) {
    EXPECT_TRUE(layers::fitsAsDeclared(controls(tm3), declared));
    EXPECT_FALSE(layers::contradictionOf(controls(tm3), declared, rivals()));
}

TEST(ContradictionOf, namesTheOtherScaleAndThe743Metres) {
    const auto found = layers::contradictionOf(controls(administrative), declared, rivals());
    ASSERT_TRUE(found);
    EXPECT_EQ(geo::optionFor(found->better.candidate.crs), "VN2000:103:0.9996");
    // 0.0003 of a northing of 2,456 km, the middle of the squares.
    EXPECT_NEAR(found->apart.value, 737, 3);
}

TEST(ContradictionOf, namesTheMissingShiftAndIts223Metres) {
    const auto found = layers::contradictionOf(controls(neverShifted), declared, rivals());
    ASSERT_TRUE(found);
    EXPECT_EQ(found->better.candidate.fault, geo::DatumFault::Unshifted);
    EXPECT_NEAR(found->apart.value, 222.7, 0.5);  // the notes on VN-2000: 196.5 m east, 104.8 m south
}

TEST(ContradictionOf, namesTurnedRotationsWhereControlIsExact) {
    const auto found = layers::contradictionOf(controls(wronglyRotated), declared, rivals());
    ASSERT_TRUE(found);
    EXPECT_EQ(found->better.candidate.fault, geo::DatumFault::RotationSigns);
    EXPECT_NEAR(found->apart.value, 0.79, 0.01);  // the notes on VN-2000
}

TEST(ContradictionOf, doesNotSeeTurnedRotationsThroughRoughDigitising) {
    auto rough = controls(wronglyRotated);
    samples::RandomPositions random(7);
    for (auto& control : rough.points) {
        control.numbers.x += random.between(-10, 10);
        control.numbers.y += random.between(-10, 10);
    }
    EXPECT_FALSE(layers::contradictionOf(rough, declared, rivals()));
}

TEST(ContradictionOf, seesAMissingShiftThroughDigitisingTensOfMetresApart) {
    for (const auto kind : {ControlKind::OwnBorder, ControlKind::AnyBorder}) {
        auto rough = controls(neverShifted, kind);
        samples::RandomPositions random(8);
        for (auto& control : rough.points) {
            control.numbers.x += random.between(-60, 60);
            control.numbers.y += random.between(-60, 60);
        }
        const auto found = layers::contradictionOf(rough, declared, rivals());
        ASSERT_TRUE(found);
        EXPECT_EQ(found->better.candidate.fault, geo::DatumFault::Unshifted);
    }
}

TEST(ContradictionOf, isSilentOfLayersDisplacedBySomethingElse) {
    for (const Coordinate shift :
         {Coordinate{30, 0}, {-120, 0}, {0, 150}, {120, -40}, {300, 100}, {0, -400}}) {
        for (const auto kind : {ControlKind::OwnBorder, ControlKind::AnyBorder}) {
            auto moved = controls(tm3, kind);
            displace(moved, shift.x, shift.y);
            EXPECT_FALSE(layers::contradictionOf(moved, declared, rivals())) << shift.x << ' ' << shift.y;
        }
    }
}

TEST(ContradictionOf, isSilentOfUnitsTakenForEachOther) {
    auto swapped = controls(tm3);
    const auto& units = communes().units();
    for (auto& control : swapped.points) {
        if (control.unit == &units[0]) {
            control.unit = &units[5];
        } else if (control.unit == &units[5]) {
            control.unit = &units[0];
        }
    }
    EXPECT_FALSE(layers::contradictionOf(swapped, declared, rivals()));
    // The fault of the system is still seen beneath.
    const geo::Transform transform(geo::Crs::fromText(tm3), geo::Crs::fromText(administrative));
    for (auto& control : swapped.points) control.numbers = transform.apply(control.numbers);
    EXPECT_TRUE(layers::contradictionOf(swapped, declared, rivals()));
}

TEST(ContradictionOf, needsMoreThanOneShapeNearABorder) {
    // A pond that lies 223 m from a border, as far as a missing shift would put it: chance, not proof.
    CrsControls pond{communes(), geo::Crs::fromText("EPSG:9205"), ControlKind::AnyBorder, {}};
    for (double along = 0; along < 400; along += 10) {
        pond.points.push_back({{cornerOf(1, 1).x + 196.5, cornerOf(1, 1).y + 2000 + along}});
    }
    EXPECT_FALSE(layers::contradictionOf(pond, declared, rivals()));
}

TEST(ContradictionOf, bearsNumbersThatAreNone) {
    auto broken = controls(tm3);
    for (std::size_t i = 0; i < broken.points.size(); i += 3) broken.points[i].numbers = {1e300, NAN};
    EXPECT_FALSE(layers::contradictionOf(broken, declared, rivals()));
}
