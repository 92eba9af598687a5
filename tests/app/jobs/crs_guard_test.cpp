// SPDX-License-Identifier: Apache-2.0
// Files in every system that gets mixed up, made by PROJ strings of the test's own, held against borders.
#include <gtest/gtest.h>

#include <cstdlib>

#include "geo/crs/transform.hpp"
#include "geo/crs/vn2000.hpp"
#include "layers/files/layer_source.hpp"
#include "layers/files/layer_writer.hpp"
#include "layers/store/workspace.hpp"
#include "tests/app/jobs/office.hpp"

using layers::Kind;

namespace {

constexpr geo::Date reform{2025, 7, 1};

const std::string plane = "+proj=tmerc +lat_0=0 +x_0=500000 +y_0=0 +ellps=WGS84 +units=m";
/// QĐ 05/2007/QĐ-BTNMT in PROJ's signs, and as it circulates with the signs of the rotations turned.
const std::string decree =
    " +towgs84=-191.90441429,-39.30318279,-111.45032835,0.00928836,-0.01975479,0.00427372,0.252906278";
const std::string turned =
    " +towgs84=-191.90441429,-39.30318279,-111.45032835,-0.00928836,0.01975479,-0.00427372,0.252906278";

struct Truth {
    std::string option;
    std::string proj;
};

const Truth tm3{"EPSG:9205", plane + " +lon_0=103 +k=0.9999" + decree};
const Truth administrative{"VN2000:103:0.9996", plane + " +lon_0=103 +k=0.9996" + decree};
const Truth neverShifted{"WGS84:103:0.9999", plane + " +lon_0=103 +k=0.9999 +towgs84=0,0,0"};
const Truth wronglyRotated{"", plane + " +lon_0=103 +k=0.9999" + turned};
const Truth national{"EPSG:4756", "+proj=longlat +ellps=WGS84" + decree};
const std::vector<Truth> truths{tm3,
                                {"EPSG:9208", plane + " +lon_0=104.75 +k=0.9999" + decree},
                                {"EPSG:3405", plane + " +lon_0=105 +k=0.9996" + decree},
                                {"EPSG:32648", plane + " +lon_0=105 +k=0.9996 +towgs84=0,0,0"},
                                administrative,
                                {"VN2000:104.75:0.9996", plane + " +lon_0=104.75 +k=0.9996" + decree},
                                neverShifted,
                                national,
                                {"EPSG:4326", "+proj=longlat +ellps=WGS84 +towgs84=0,0,0"}};

/// Where a file is to declare nothing.
const std::string nothing;

enum class Axes { AsTheyAre, Exchanged };

struct Copy {
    std::filesystem::path source;
    std::string truth;
    Axes axes = Axes::AsTheyAre;
};

/// The layer of a file in the numbers of another system, under the name of the declared one.
void writeCopy(const std::filesystem::path& target, const Copy& copy, const std::string& declared) {
    auto source = layers::LayerSource::open(copy.source, {});
    auto stream = source.features();
    const geo::Transform transform(*stream.crs, geo::Crs::fromText(copy.truth));
    stream.crs = geo::Crs::fromText(declared.empty() ? "EPSG:9205" : declared);
    stream.next = [&, next = stream.next](layers::Feature& feature) {
        if (!next(feature)) return false;
        transform.apply(feature.geometry.mutableCoordinates());
        if (copy.axes == Axes::AsTheyAre) return true;
        for (geo::Coordinate& at : feature.geometry.mutableCoordinates()) std::swap(at.x, at.y);
        return true;
    };
    std::vector<layers::LayerToWrite> layers(1);
    layers.front().name = target.stem().string();
    layers.front().features = std::move(stream);
    geo::Progress progress;
    layers::WriteOptions options;
    options.asOf = reform;
    layers::writeLayers(target, std::move(layers), options, progress);
    // A shapefile says its system beside itself; without that it says none.
    auto system = target;
    if (declared.empty()) std::filesystem::remove(system.replace_extension(".prj"));
}

std::filesystem::path sampleCommunes() { return office::nestedSample() / "xa_phuong_2025.gpkg"; }
std::filesystem::path samplePlots() { return office::nestedSample() / "rung_108_2023.shp"; }

office::Desk deskWith(const std::filesystem::path& communes) {
    auto desk = office::Desk::empty();
    desk.import(office::units(communes, Kind::Communes, reform));
    return desk;
}

geo::Message refusalOf(office::Desk& desk, const app::ImportRequest& request) {
    return office::errorOf([&] { desk.import(request); }).message();
}

std::string textOf(const geo::Message& message, const std::string& name) {
    for (const auto& argument : message.arguments) {
        if (argument.name == name) return std::get<std::string>(argument.value);
    }
    return {};
}

double numberOf(const geo::Message& message, const std::string& name) {
    for (const auto& argument : message.arguments) {
        if (argument.name == name) return std::get<double>(argument.value);
    }
    return -1;
}

std::filesystem::path realCommunes() {
    const char* const named = std::getenv("KHOANH_REAL_DATA");
    const auto folder = named != nullptr
                            ? std::filesystem::path(named)
                            : std::filesystem::path(KHOANH_SOURCE_DIR).parent_path() / "shared/real";
    return folder / "communes_2025.geojson";
}

}  // namespace

TEST(CrsGuard, isSureOfEveryFileOfCommunesWithoutSystemAndAsksAllTheSame) {
    auto desk = deskWith(sampleCommunes());
    const std::string before = desk.digest();
    for (const Truth& truth : truths) {
        writeCopy(desk / "xa.shp", {sampleCommunes(), truth.proj}, nothing);
        const auto asked = refusalOf(desk, office::units(desk / "xa.shp", Kind::Communes, reform));
        EXPECT_EQ(asked.id, "crs.unsaid-sure") << truth.option;
        EXPECT_EQ(textOf(asked, "option"), truth.option);
    }
    EXPECT_EQ(desk.digest(), before);
}

TEST(CrsGuard, isSureOfPlotsByTheCommunesTheyDeclare) {
    auto desk = office::Desk::full();
    for (const Truth& truth : truths) {
        writeCopy(desk / "rung.shp", {samplePlots(), truth.proj}, nothing);
        const auto asked = refusalOf(desk, office::forest({desk / "rung.shp"}));
        EXPECT_EQ(asked.id, "crs.unsaid-sure") << truth.option;
        EXPECT_EQ(textOf(asked, "option"), truth.option);
    }
}

TEST(CrsGuard, takesTheFileUnderTheSystemItAskedFor) {
    auto desk = deskWith(sampleCommunes());
    for (const Truth& truth : truths) {
        writeCopy(desk / "xa.shp", {sampleCommunes(), truth.proj}, nothing);
        auto request = office::units(desk / "xa.shp", Kind::Communes, reform);
        request.crs = geo::crsFromOption(truth.option);
        request.dryRun = true;
        const auto outcome = desk.import(request);
        EXPECT_TRUE(office::findingsOf(outcome, "crs.fits-better").empty()) << truth.option;
        EXPECT_TRUE(office::findingsOf(outcome, "crs.rotation-signs").empty()) << truth.option;
        EXPECT_EQ(office::text(outcome.rows.front(), "crs"), truth.option);
        const std::string operation = office::text(outcome.rows.front(), "operation");
        const bool isOnWgs84 =
            truth.option.starts_with("WGS84") || truth.option == "EPSG:4326" || truth.option == "EPSG:32648";
        EXPECT_EQ(operation.find("EPSG:6960") != std::string::npos, isOnWgs84) << operation;
    }
}

TEST(CrsGuard, refusesAFileWhoseNumbersContradictItsWord) {
    auto desk = deskWith(sampleCommunes());
    const std::string before = desk.digest();
    struct Lie {
        Truth truth;
        std::string declared;
        double shift_m;
    };
    // 0.0003 of the northings of the province, 2,400 to 2,524 km; 223 m from the notes on VN-2000.
    for (const auto& [truth, declared, shift_m] : {Lie{administrative, "EPSG:9205", 740},
                                                   {neverShifted, "EPSG:9205", 223},
                                                   {national, "EPSG:4326", 223}}) {
        writeCopy(desk / "xa.gpkg", {sampleCommunes(), truth.proj}, declared);
        const auto refused = refusalOf(desk, office::units(desk / "xa.gpkg", Kind::Communes, reform));
        EXPECT_EQ(refused.id, "crs.contradicted") << truth.option;
        EXPECT_EQ(textOf(refused, "option"), truth.option);
        EXPECT_EQ(textOf(refused, "crs"), declared);
        EXPECT_NEAR(numberOf(refused, "shift_m"), shift_m, 5);
    }
    EXPECT_EQ(desk.digest(), before);
}

TEST(CrsGuard, takesTheUsersWordAndSaysWhatFitsBetter) {
    auto desk = deskWith(sampleCommunes());
    writeCopy(desk / "xa.gpkg", {sampleCommunes(), neverShifted.proj}, "EPSG:9205");
    auto request = office::units(desk / "xa.gpkg", Kind::Communes, reform);
    request.crs = geo::Crs::fromText("EPSG:9205");
    const auto found = office::findingsOf(desk.import(request), "crs.fits-better");
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(textOf(found[0].message, "option"), "WGS84:103:0.9999");
}

TEST(CrsGuard, noticesTurnedRotationsAndRefusesNothing) {
    auto desk = deskWith(sampleCommunes());
    writeCopy(desk / "xa.gpkg", {sampleCommunes(), wronglyRotated.proj}, "EPSG:9205");
    const auto outcome = desk.import(office::units(desk / "xa.gpkg", Kind::Communes, reform));
    const auto found = office::findingsOf(outcome, "crs.rotation-signs");
    ASSERT_EQ(found.size(), 1u);
    EXPECT_NEAR(numberOf(found[0].message, "shift_m"), 0.79, 0.02);  // the notes on VN-2000
}

TEST(CrsGuard, namesExchangedAxes) {
    auto desk = deskWith(sampleCommunes());
    writeCopy(desk / "xa.shp", {sampleCommunes(), tm3.proj, Axes::Exchanged}, nothing);
    const auto asked = refusalOf(desk, office::units(desk / "xa.shp", Kind::Communes, reform));
    EXPECT_EQ(asked.id, "crs.unsaid-exchanged");
    EXPECT_EQ(textOf(asked, "option"), "EPSG:9205");
}

TEST(CrsGuard, withoutBordersListsWhatTheProvinceAllows) {
    auto desk = office::Desk::empty();
    writeCopy(desk / "xa.shp", {sampleCommunes(), administrative.proj}, nothing);
    const auto asked = refusalOf(desk, office::units(desk / "xa.shp", Kind::Communes, reform));
    EXPECT_EQ(asked.id, "crs.unsaid");
    EXPECT_EQ(textOf(asked, "candidates"),
              "EPSG:9205, VN2000:103:0.9996, WGS84:103:0.9999, WGS84:103:0.9996");
}

TEST(CrsGuard, findsNoSystemForNumbersFromElsewhere) {
    auto desk = deskWith(sampleCommunes());
    const std::string elsewhere = plane + " +lon_0=90 +k=0.5" + decree;
    writeCopy(desk / "xa.shp", {sampleCommunes(), elsewhere}, nothing);
    EXPECT_EQ(refusalOf(desk, office::units(desk / "xa.shp", Kind::Communes, reform)).id,
              "crs.unsaid-nowhere");
}

TEST(CrsGuard, cannotTellTheDatumOfAFewPointsAndSaysSo) {
    auto desk = deskWith(sampleCommunes());
    office::writeBytes(desk / "bai.csv",
                       "ten,ma_xa,kinh_do,vi_do\nA,03388,103.4582,22.3964\nB,03388,103.4482,22.4064\n");
    app::ImportRequest request;
    request.files = {desk / "bai.csv"};
    request.kind = Kind::Landfills;
    const auto asked = refusalOf(desk, request);
    EXPECT_EQ(asked.id, "crs.unsaid-alike");
    EXPECT_NE(textOf(asked, "candidates").find("EPSG:4326"), std::string::npos);
    EXPECT_NE(textOf(asked, "candidates").find("EPSG:4756"), std::string::npos);
}

TEST(CrsGuard, tablesOfPointsKeepTheDecreesOperation) {
    auto desk = deskWith(sampleCommunes());
    office::writeBytes(desk / "bai.csv", "ten,ma_xa,kinh_do,vi_do\nA,03388,103.4582,22.3964\n");
    app::ImportRequest request;
    request.files = {desk / "bai.csv"};
    request.kind = Kind::Landfills;
    request.crs = geo::Crs::fromText("EPSG:4326");
    const auto outcome = desk.import(request);
    EXPECT_NE(office::text(outcome.rows.front(), "operation").find("EPSG:6960"), std::string::npos);
    const auto workspace = layers::Workspace::open(desk.project().workspace, layers::Access::Read);
    const auto stored = workspace.layer(desk.project().layers.back());
    EXPECT_NE(stored.source.operation.find("EPSG:6960"), std::string::npos);
}

TEST(CrsGuard, tellsTheRealCommunesInEverySystemApart) {
    if (!std::filesystem::exists(realCommunes())) GTEST_SKIP() << "the real borders are not at hand";
    auto desk = deskWith(realCommunes());
    for (const Truth& truth : truths) {
        writeCopy(desk / "xa.shp", {realCommunes(), truth.proj}, nothing);
        const auto asked = refusalOf(desk, office::units(desk / "xa.shp", Kind::Communes, reform));
        EXPECT_EQ(asked.id, "crs.unsaid-sure") << truth.option;
        EXPECT_EQ(textOf(asked, "option"), truth.option);
    }
}

TEST(CrsGuard, tellsRealDistrictsApartThoughTwoAreSwappedAndAllWereDrawnElsewhere) {
    const auto districts = realCommunes().parent_path() / "districts_2024.geojson";
    if (!std::filesystem::exists(districts)) GTEST_SKIP() << "the real borders are not at hand";
    auto desk = deskWith(realCommunes());
    for (const Truth& truth : truths) {
        writeCopy(desk / "huyen.shp", {districts, truth.proj}, nothing);
        const auto request = office::units(desk / "huyen.shp", Kind::Districts, {2024, 1, 1});
        const auto asked = refusalOf(desk, request);
        EXPECT_EQ(asked.id, "crs.unsaid-sure") << truth.option;
        EXPECT_EQ(textOf(asked, "option"), truth.option);
    }
    writeCopy(desk / "huyen.gpkg", {districts, tm3.proj}, "EPSG:9205");
    const auto outcome = desk.import(office::units(desk / "huyen.gpkg", Kind::Districts, {2024, 1, 1}));
    EXPECT_TRUE(office::findingsOf(outcome, "crs.rotation-signs").empty());
}
