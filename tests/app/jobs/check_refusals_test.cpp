// SPDX-License-Identifier: Apache-2.0
// Files that cannot be checked are named with what is wrong, and change nothing.
#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "app/jobs/check.hpp"
#include "tests/app/jobs/field_ground.hpp"

namespace {

app::CheckRequest requestFor(const office::Desk& desk, const std::string& name, const std::string& text) {
    office::writeBytes(desk / name, text);
    app::CheckRequest request;
    request.file = desk / name;
    return request;
}

geo::Error refusalOf(const office::Desk& desk, const app::CheckRequest& request) {
    const std::string before = desk.digest();
    geo::Progress progress;
    auto error =
        office::errorOf([&] { app::checkPoints(desk.project(), request, {office::words()}, progress); });
    EXPECT_EQ(desk.digest(), before);
    return error;
}

bool isInContext(const geo::Error& error, const std::string& id) {
    return std::ranges::any_of(error.context(), [&](const geo::Message& outer) { return outer.id == id; });
}

}  // namespace

TEST(CheckRefuses, aTableWithoutCoordinates) {
    const auto desk = office::Desk::full();
    const auto error = refusalOf(desk, requestFor(desk, "a.csv", "ten,ma_xa\nA,03408\n"));
    EXPECT_EQ(error.message().id, "check.no-coordinates");
    EXPECT_TRUE(isInContext(error, "check.file"));
}

TEST(CheckRefuses, metresWithoutASystemAndNamesThoseThatFit) {
    const auto desk = office::Desk::full();
    const auto error = refusalOf(desk, requestFor(desk, "a.csv", "ten,X,Y\nA,2477623.887,546981.276\n"));
    EXPECT_EQ(error.message().id, "file.no-crs");
    ASSERT_TRUE(isInContext(error, "check.crs-candidates"));
    const auto& candidates = std::get<std::string>(error.context().back().arguments.at(0).value);
    EXPECT_NE(candidates.find("EPSG:9205"), std::string::npos);
}

TEST(CheckRefuses, xAndYThatFitNeitherWay) {
    const auto desk = office::Desk::full();
    auto request = requestFor(desk, "a.csv", "ten,X,Y\nA,1.5,2.5\n");
    request.crs = geo::Crs::fromText("EPSG:9205");
    EXPECT_EQ(refusalOf(desk, request).message().id, "coordinates.undecided");
}

TEST(CheckRefuses, metresWhoseMarkCouldBeEither) {
    const auto desk = office::Desk::full();
    auto request = requestFor(desk, "a.csv", "ten,E,N\nA,\"546.981\",\"2.477\"\n");
    request.crs = geo::Crs::fromText("EPSG:9205");
    EXPECT_EQ(refusalOf(desk, request).message().id, "import.decimal-undecided");
}

TEST(CheckRefuses, emptyAndBrokenFiles) {
    const auto desk = office::Desk::full();
    for (const auto& [name, text] : std::vector<std::pair<std::string, std::string>>{
             {"a.gpx", ""},
             {"b.gpx", "<gpx version=\"1.1\"><wpt lat=\"22"},
             {"c.csv", ""},
             {"d.csv", "ten,lon,lat\n"},
             {"e.gpx",
              "<gpx version=\"1.1\" creator=\"t\" xmlns=\"http://www.topografix.com/GPX/1/1\"></gpx>"},
             {"f.nmea", "not a sentence\n"},
             {"g.xlsx", "PK not a zip"}}) {
        const auto error = refusalOf(desk, requestFor(desk, name, text));
        EXPECT_NE(error.kind(), geo::ErrorKind::Internal) << name;
        EXPECT_TRUE(isInContext(error, "check.file")) << name << ' ' << error.what();
    }
}

TEST(CheckRefuses, aLayerThatIsNotOfPoints) {
    const auto desk = office::Desk::full();
    app::CheckRequest request;
    request.file = office::nestedSample() / "huyen_2024.shp";
    EXPECT_EQ(refusalOf(desk, request).message().id, "check.not-points");
}

TEST(CheckRefuses, aResultInAFormThatIsNotWritten) {
    const auto desk = office::Desk::full();
    auto request = requestFor(desk, "a.csv", "lon,lat\n103.4582,22.3964\n");
    request.out = desk / "out.docx";
    const auto error = refusalOf(desk, request);
    EXPECT_EQ(error.kind(), geo::ErrorKind::Usage);
    EXPECT_EQ(error.message().id, "check.format-unknown");
}

TEST(CheckRefuses, noBytesWhateverWithMoreThanAnError) {
    const auto desk = office::Desk::full();
    std::mt19937 random(20250701);
    geo::Progress progress;
    for (int round = 0; round < 40; ++round) {
        std::string bytes = round % 2 == 0 ? "lon,lat,sai_so_m\n" : std::string();
        for (int i = 0; i < 200; ++i) bytes += static_cast<char>(random() % 256);
        const auto request = requestFor(desk, round % 4 < 2 ? "a.csv" : "a.gpx", bytes);
        try {
            app::checkPoints(desk.project(), request, {office::words()}, progress);
        } catch (const geo::Error& error) {
            EXPECT_NE(error.kind(), geo::ErrorKind::Internal) << error.what();
        }
    }
}

TEST(CheckRefuses, toGoOnWhenToldToStop) {
    const auto desk = office::Desk::full();
    std::string rows = "ten,lon,lat\n";
    for (int i = 0; i < 2000; ++i) rows += "A,103.4582,22.3964\n";
    auto request = requestFor(desk, "a.csv", rows);
    request.out = desk / "out.csv";
    for (int step = 1; step <= 5; ++step) {
        std::stop_source stop;
        int steps = 0;
        geo::Progress progress(
            [&](std::string_view, std::int64_t, std::int64_t) {
                if (++steps == step) stop.request_stop();
            },
            stop.get_token());
        const auto error =
            office::errorOf([&] { app::checkPoints(desk.project(), request, {office::words()}, progress); });
        EXPECT_EQ(error.kind(), geo::ErrorKind::Stopped);
        EXPECT_FALSE(std::filesystem::exists(desk / "out.csv"));
    }
    EXPECT_TRUE(desk.project().runs.empty());
}
