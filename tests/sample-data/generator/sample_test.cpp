// SPDX-License-Identifier: Apache-2.0
// The files of a sample, opened again as any office would.
#include "sample-data/generator/sample.hpp"

#include <iconv.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

#include "geo/base/error.hpp"
#include "geo/topology/overlaps.hpp"
#include "geo/topology/repair.hpp"
#include "sample-data/generator/rings.hpp"
#include "tests/sample-data/generator/made_sample.hpp"

namespace {

using sample::test::bytesOf;
using sample::test::MadeSample;

const MadeSample& nested() {
    static const MadeSample made(2'000, false);
    return made;
}

const MadeSample& sound() {
    static const MadeSample made(2'000, false, 12, MadeSample::Faults::None);
    return made;
}

const MadeSample& crossing() {
    static const MadeSample made(5'000, true);
    return made;
}

const std::array<std::string, 8> districts{"105", "106", "107", "108", "109", "110", "111", "112"};

std::vector<layers::Feature> soundPlots() {
    std::vector<layers::Feature> plots;
    for (const std::string& district : districts) {
        for (auto& plot : sound().features("rung_" + district + "_2023.shp"))
            plots.push_back(std::move(plot));
    }
    return plots;
}

std::map<std::string, double> areaByCode(const std::vector<layers::Feature>& features, std::size_t field) {
    std::map<std::string, double> areas_m2;
    for (const layers::Feature& feature : features) {
        areas_m2[layers::textIn(feature.values[field])] += sample::areaOf_m2(feature.geometry);
    }
    return areas_m2;
}

TEST(Sample, isTheSameToTheByteForTheSameSeed) {
    const MadeSample again(2'000, false);

    ASSERT_EQ(again.result().files.size(), nested().result().files.size());
    for (const auto& file : again.result().files) {
        EXPECT_EQ(bytesOf(file), bytesOf(nested().folder() / file.filename())) << file.filename();
    }
}

TEST(Sample, isAnotherForAnotherSeed) {
    const MadeSample other(200, false, 13);
    EXPECT_NE(bytesOf(other.folder() / "xa_2024.shp"), bytesOf(nested().folder() / "xa_2024.shp"));
}

TEST(Sample, holdsTheUnitsOfBothEpochs) {
    EXPECT_EQ(nested().features("xa_phuong_2025.gpkg").size(), 38u);  // NQ 1670/NQ-UBTVQH15
    EXPECT_EQ(nested().features("xa_2024.shp").size(), 106u);
    EXPECT_EQ(nested().features("huyen_2024.shp").size(), 8u);
}

TEST(Sample, namesTheCrsInEveryFile) {
    for (const char* file : {"xa_phuong_2025.gpkg", "xa_2024.shp", "huyen_2024.shp", "rung_107_2023.shp"}) {
        auto source = layers::LayerSource::open(nested().folder() / file, {});
        EXPECT_EQ(source.crsFrom(), "file");
        EXPECT_EQ(source.features().crs, geo::Crs::fromText("EPSG:9205")) << file;
    }
}

TEST(Sample, writesTheInventoryInTcvn3WithoutCodePage) {
    EXPECT_FALSE(std::filesystem::exists(nested().folder() / "rung_107_2023.cpg"));

    // "Mường Tè" in TCVN3: domain table 3.1 (ư AD, ờ EA, è CC); checked with glibc's own converter
    const std::string table = bytesOf(nested().folder() / "rung_107_2023.dbf");
    std::string tcvn3 = "M\xad\xeang T\xcc";
    EXPECT_NE(table.find(tcvn3), std::string::npos);

    std::array<char, 64> utf8{};
    char* in = tcvn3.data();
    char* out = utf8.data();
    std::size_t inLeft = tcvn3.size();
    std::size_t outLeft = utf8.size();
    iconv_t converter = iconv_open("UTF-8", "TCVN5712-1");
    iconv(converter, &in, &inLeft, &out, &outLeft);
    iconv(converter, nullptr, nullptr, &out, &outLeft);
    iconv_close(converter);
    EXPECT_STREQ(utf8.data(), "Mường Tè");
}

TEST(Sample, isRecognisedAsTcvn3AndReadsInVietnamese) {
    auto source = layers::LayerSource::open(nested().folder() / "rung_107_2023.shp", {});
    EXPECT_EQ(source.encoding(), layers::Encoding::Tcvn3);

    auto stream = source.features();
    layers::Feature plot;
    ASSERT_TRUE(stream.next(plot));
    EXPECT_EQ(layers::textIn(plot.values[*stream.schema.indexOf("huyen")]), "Mường Tè");
}

TEST(Sample, losesTheLeadingZerosOfCommuneCodesAsTheInventoryDoes) {
    layers::Schema schema;
    const auto plots = nested().features("rung_107_2023.shp", &schema);
    EXPECT_EQ(layers::textIn(plots.front().values[*schema.indexOf("maxa")]), "3433");  // 03433, Mường Tè town
}

TEST(Sample, withoutFaultsFillsEveryOldCommuneWithPlotsExactly) {
    const auto communes_m2 = areaByCode(sound().features("xa_2024.shp"), 0);
    const auto plots_m2 = areaByCode(soundPlots(), 4);  // maxa

    ASSERT_EQ(plots_m2.size(), communes_m2.size());
    for (const auto& [code, area_m2] : communes_m2) {
        EXPECT_NEAR(plots_m2.at(code.substr(1)), area_m2, 1e-6 * area_m2) << code;
    }
}

TEST(Sample, withoutFaultsDrawsValidPlotsThatDoNotOverlap) {
    std::vector<geo::Geometry> shapes;
    for (auto& plot : soundPlots()) shapes.push_back(std::move(plot.geometry));
    ASSERT_EQ(shapes.size(), 2'000u);

    geo::Progress progress;
    EXPECT_TRUE(std::ranges::all_of(shapes, geo::isValidPolygon));
    EXPECT_TRUE(geo::findOverlaps(shapes, geo::SquareMetres{1e-3}, progress).empty());
}

TEST(Sample, declaresAreasNearTheDrawnOnes) {
    layers::Schema schema;
    const auto plots = nested().features("rung_108_2023.shp", &schema);
    std::size_t same = 0;
    for (const layers::Feature& plot : plots) {
        const double drawn_ha = sample::areaOf_m2(plot.geometry) / 10'000;
        const double declared_ha = *layers::numberIn(plot.values[*schema.indexOf("dtich")]);
        EXPECT_NEAR(declared_ha, drawn_ha, 0.005 * drawn_ha + 0.006);
        same += std::abs(declared_ha - drawn_ha) < 0.005 ? 1U : 0U;
    }
    EXPECT_LT(same, plots.size() / 10);
}

TEST(Sample, numbersPlotsUniquelyWithinTheProvince) {
    layers::Schema schema;
    static_cast<void>(nested().features("rung_105_2023.shp", &schema));
    std::map<std::string, int> seen;
    for (const layers::Feature& plot : soundPlots()) {
        std::string key;
        for (const char* field : {"tk", "khoanh", "lo"}) {
            key += layers::textIn(plot.values[*schema.indexOf(field)]) + "/";
        }
        EXPECT_EQ(++seen[key], 1) << key;
    }
}

TEST(Sample, plantsRubberOnForestryLandAndElsewhere) {
    layers::Schema schema;
    static_cast<void>(nested().features("rung_105_2023.shp", &schema));
    int inside = 0;
    int outside = 0;
    for (const layers::Feature& plot : soundPlots()) {
        if (layers::textIn(plot.values[*schema.indexOf("sldlr")]) != "Cao su") continue;
        ++(layers::isMissing(plot.values[*schema.indexOf("malr3")]) ? outside : inside);
    }
    EXPECT_GT(inside, 0);
    EXPECT_GT(outside, 0);
}

TEST(CrossingSample, isOneGeoPackageWithAsManyPlotsAsAsked) {
    EXPECT_EQ(crossing().features("rung_2023.gpkg").size(), 5'000u);
}

TEST(CrossingSample, drawsThreePlotsInAThousandCrossingThemselves) {
    const auto plots = crossing().features("rung_2023.gpkg");
    const auto invalid = std::ranges::count_if(
        plots, [](const layers::Feature& plot) { return !geo::isValidPolygon(plot.geometry); });
    EXPECT_EQ(invalid, 15);
    EXPECT_EQ(crossing().result().selfCrossingPlots, 15);
}

TEST(CrossingSample, givesMostPlots49Coordinates) {
    const auto plots = crossing().features("rung_2023.gpkg");
    double coordinates = 0;
    for (const layers::Feature& plot : plots)
        coordinates += static_cast<double>(plot.geometry.coordinates().size());
    EXPECT_NEAR(coordinates / static_cast<double>(plots.size()), 49, 1);
}

TEST(CrossingSample, coversTheProvinceButForItsRim) {
    double area_m2 = 0;
    for (const auto& plot : crossing().features("rung_2023.gpkg"))
        area_m2 += sample::areaOf_m2(plot.geometry);
    EXPECT_NEAR(area_m2 / 1e6, 9068.73, 0.005 * 9068.73);
}

TEST(Sample, refusesFewerPlotsThanThereAreParts) {
    geo::Progress progress;
    try {
        static_cast<void>(
            sample::makeSample({sample::test::packFolder(), "unused", 50, false, 12}, progress));
        FAIL() << "made a sample";
    } catch (const geo::Error& error) {
        EXPECT_EQ(error.message().id, "sample.too-few-plots");
        EXPECT_EQ(error.kind(), geo::ErrorKind::Usage);
    }
    EXPECT_FALSE(std::filesystem::exists("unused"));
}

TEST(Sample, saysSoWhenThereIsNoPack) {
    geo::Progress progress;
    try {
        static_cast<void>(sample::makeSample({"no-such-pack", "unused", 2'000, false, 12}, progress));
        FAIL() << "made a sample";
    } catch (const geo::Error& error) {
        EXPECT_EQ(error.message().id, "sample.pack-missing");
    }
}

TEST(Sample, stopsWhenAsked) {
    std::stop_source wish;
    wish.request_stop();
    geo::Progress progress({}, wish.get_token());
    const auto folder = std::filesystem::temp_directory_path() / "khoanh-sample-test-stopped";
    EXPECT_THROW(static_cast<void>(
                     sample::makeSample({sample::test::packFolder(), folder, 2'000, false, 12}, progress)),
                 geo::Error);
    std::filesystem::remove_all(folder);
}

}  // namespace
