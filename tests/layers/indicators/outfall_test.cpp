// SPDX-License-Identifier: Apache-2.0
// Which outfalls enter the figure, and what is said of the others.
#include "layers/indicators/outfall.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <limits>


using layers::Outfall;
using layers::OutfallVerdict;
using layers::PlanShare;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double noNumber = std::numeric_limits<double>::quiet_NaN();

Outfall outfall(std::string id, std::optional<double> discharged, std::optional<double> treated) {
    Outfall made;
    made.id = std::move(id);
    made.inPlan = true;
    made.discharged_m3_day = discharged;
    made.treated_m3_day = treated;
    return made;
}

Outfall at(Outfall made, double x, double y) {
    made.at = geo::Coordinate{x, y};
    return made;
}

OutfallVerdict verdictOf(const Outfall& one) { return layers::judgeOutfalls(std::vector{one}).at(0); }

std::vector<layers::Finding> findingsOf(std::vector<Outfall> outfalls) {
    for (std::size_t i = 0; i < outfalls.size(); ++i) outfalls[i].row = static_cast<std::int64_t>(i) + 1;
    return layers::outfallFindings(outfalls, layers::judgeOutfalls(outfalls));
}

}  // namespace

TEST(PlanShareOf, knowsProductionBusinessServicesZonesAndClusters) {
    for (const char* category :
         {"Cơ sở sản xuất", "kinh doanh", "Dịch vụ du lịch", "Cụm công nghiệp", "CCN Tân Uyên",
          "khu tập trung", "co so san xuat", "production", "concentrated zone"}) {
        EXPECT_EQ(layers::planShareOf(category), PlanShare::InPlan) << category;
    }
    EXPECT_EQ(layers::planShareOf("Nước thải sinh hoạt"), PlanShare::NotInPlan);
    EXPECT_EQ(layers::planShareOf("domestic"), PlanShare::NotInPlan);
}

TEST(PlanShareOf, doesNotGuess) {
    for (const char* category : {"", "khác", "sinh hoạt và sản xuất", "khu dân cư tập trung", "\xff\xff"}) {
        EXPECT_EQ(layers::planShareOf(category), PlanShare::Unknown) << category;
    }
}

TEST(LitresOf, roundsHalfAwayFromZeroOnce) {
    EXPECT_EQ(layers::litresOf(1.5), 1'500);
    EXPECT_EQ(layers::litresOf(0.0625), 63);  // 62.5 litres, exact in binary
    EXPECT_EQ(layers::litresOf(-0.0625), -63);
    EXPECT_EQ(layers::litresOf(0.1 + 0.2), 300);
    EXPECT_EQ(layers::litresOf(1e9), 1'000'000'000'000);
}

TEST(LitresOf, isNothingForNothingAndForWhatIsNoVolume) {
    for (const std::optional<double> volume :
         {std::optional<double>(), {noNumber}, {infinity}, {-infinity}, {1e10}}) {
        EXPECT_EQ(layers::litresOf(volume), std::nullopt);
    }
}

TEST(JudgeOutfalls, countsKnownVolumes) {
    EXPECT_EQ(verdictOf(outfall("a", 12.5, 12.5)), OutfallVerdict::Counts);
    EXPECT_EQ(verdictOf(outfall("a", 12.5, 0)), OutfallVerdict::Counts);
    EXPECT_EQ(verdictOf(outfall("a", 0, 0)), OutfallVerdict::Counts);
}

TEST(JudgeOutfalls, leavesOutWhatThePlanDoesNotAskFor) {
    Outfall household = outfall("a", 10, 20);
    household.inPlan = false;
    EXPECT_EQ(verdictOf(household), OutfallVerdict::NotInPlan);
}

TEST(JudgeOutfalls, takesMissingVolumesAsUnknownAndNeverAsZero) {
    EXPECT_EQ(verdictOf(outfall("a", {}, 5)), OutfallVerdict::VolumeUnknown);
    EXPECT_EQ(verdictOf(outfall("a", {}, {})), OutfallVerdict::VolumeUnknown);
    EXPECT_EQ(verdictOf(outfall("a", noNumber, 5)), OutfallVerdict::VolumeUnknown);
    EXPECT_EQ(verdictOf(outfall("a", 5, {})), OutfallVerdict::TreatedUnknown);
}

TEST(JudgeOutfalls, leavesOutNegativeVolumes) {
    EXPECT_EQ(verdictOf(outfall("a", -5, 1)), OutfallVerdict::VolumeNegative);
    EXPECT_EQ(verdictOf(outfall("a", 5, -1)), OutfallVerdict::VolumeNegative);
    EXPECT_EQ(verdictOf(outfall("a", -5, {})), OutfallVerdict::VolumeNegative);
}

TEST(JudgeOutfalls, leavesOutMoreTreatedThanDischargedByALitre) {
    EXPECT_EQ(verdictOf(outfall("a", 5, 5.001)), OutfallVerdict::TreatedAboveDischarged);
    EXPECT_EQ(verdictOf(outfall("a", 5, 5.0004)), OutfallVerdict::Counts);  // the same whole litres
}

TEST(JudgeOutfalls, countsTheFirstOfARepeatedId) {
    const std::vector outfalls{outfall("a", 5, 1), outfall("b", 5, 1), outfall("a", 7, 2),
                               outfall("a", 5, 1)};
    EXPECT_THAT(layers::judgeOutfalls(outfalls),
                ElementsAre(OutfallVerdict::Counts, OutfallVerdict::Counts, OutfallVerdict::Repeated,
                            OutfallVerdict::Repeated));
}

TEST(JudgeOutfalls, countsTheFirstOfTheSamePlaceAndVolumes) {
    const std::vector outfalls{at(outfall("a", 5, 1), 10, 20), at(outfall("b", 5, 1), 10.0001, 20),
                               at(outfall("c", 5, 2), 10, 20), at(outfall("d", 5, 1), 10.01, 20),
                               at(outfall("e", 5, {}), 10, 20)};
    EXPECT_THAT(layers::judgeOutfalls(outfalls),
                ElementsAre(OutfallVerdict::Counts, OutfallVerdict::Repeated, OutfallVerdict::Counts,
                            OutfallVerdict::Counts, OutfallVerdict::TreatedUnknown));
}

TEST(JudgeOutfalls, doesNotTakeTheNamelessOrPlacelessForRepeated) {
    const std::vector outfalls{outfall("", 5, 1),
                               outfall("", 5, 1),
                               at(outfall("", {}, {}), 1, 1),
                               at(outfall("", {}, {}), 1, 1),
                               at(outfall("", 3, 1), noNumber, 1),
                               at(outfall("", 3, 1), noNumber, 1)};
    EXPECT_THAT(layers::judgeOutfalls(outfalls), testing::Not(testing::Contains(OutfallVerdict::Repeated)));
}

TEST(JudgeOutfalls, hasNothingToSayOfNone) { EXPECT_THAT(layers::judgeOutfalls({}), IsEmpty()); }

TEST(OutfallFindings, saysNothingOfSoundOutfallsAndOfThoseThePlanDoesNotAskFor) {
    Outfall household = outfall("c", -1, {});
    household.inPlan = false;
    EXPECT_THAT(findingsOf({outfall("a", 5, 1), outfall("b", 5, 0), household}), IsEmpty());
}

TEST(OutfallFindings, nameTheFaultTheRowAndTheCommune) {
    Outfall above = outfall("b", 5, 9);
    above.communeCode = "03385";
    const auto findings = findingsOf({outfall("a", -5, 1), above, outfall("c", {}, 1), outfall("b", 5, 1)});
    const std::vector<layers::Finding> expected{
        {{"outfall.volume-negative", {{"id", "a"}, {"volume_m3_day", -5.0}}}, 1, ""},
        {{"outfall.treated-above-discharged",
          {{"id", "b"}, {"discharged_m3_day", 5.0}, {"treated_m3_day", 9.0}}},
         2,
         "03385"},
        {{"outfall.volume-unknown", {{"id", "c"}}}, 3, ""},
        {{"outfall.repeated", {{"id", "b"}, {"first_row", std::int64_t{2}}}}, 4, ""}};
    EXPECT_EQ(findings, expected);
}

TEST(OutfallFindings, nameOutfallsWhoseTreatmentNobodyMeasured) {
    const auto findings = findingsOf({outfall("a", 5, {})});
    ASSERT_THAT(findings, SizeIs(1));
    EXPECT_EQ(findings[0].message,
              (geo::Message{"outfall.treated-unknown", {{"id", "a"}, {"discharged_m3_day", 5.0}}}));
}

TEST(OutfallFindings, nameACategoryThatSaysNothingAndAnOutfallWithoutIdByItsName) {
    Outfall unclear = outfall("", 5, 1);
    unclear.name = "Chợ trung tâm";
    unclear.category = "khác";
    unclear.inPlan = false;
    unclear.isPlanShareKnown = false;
    const auto findings = findingsOf({unclear});
    ASSERT_THAT(findings, SizeIs(1));
    EXPECT_EQ(findings[0].message,
              (geo::Message{"outfall.category-unknown", {{"id", "Chợ trung tâm"}, {"category", "khác"}}}));
}
