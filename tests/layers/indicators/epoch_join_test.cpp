// SPDX-License-Identifier: Apache-2.0
// The real reform of July 2025, from the province pack: 106 communes became 38.
#include "layers/indicators/epoch_join.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "layers/indicators/name_proposals.hpp"
#include "tests/layers/indicators/pack_tables.hpp"

namespace {

using layers::JoinBasis;
using layers::UnitKey;
using packed::firstNewDay;
using packed::lastOldDay;

layers::EpochJoin joinWith(std::vector<layers::NameDecision> decisions = {}) {
    return layers::EpochJoin(packed::units(), packed::lineage(), packed::spellings(), decisions);
}

enum class Written { CodeAndName, Code, Name };

std::vector<UnitKey> keysOn(const geo::Date& day, Written written = Written::CodeAndName) {
    std::vector<UnitKey> keys;
    for (const auto& unit : packed::units().inForce(layers::UnitLevel::Commune, day))
        keys.push_back(
            {written == Written::Name ? "" : unit.code, written == Written::Code ? "" : unit.name});
    return keys;
}

std::size_t joinedCount(const layers::TableJoin& table) {
    return static_cast<std::size_t>(
        std::ranges::count_if(table.rows, [](const auto& row) { return row.unit != nullptr; }));
}

std::string faultOf(const layers::JoinedRow& row) { return row.fault ? row.fault->id : std::string(); }

layers::JoinedRow only(const std::vector<UnitKey>& keys, const layers::JoinTerms& terms = {}) {
    return joinWith().join(keys, terms).rows.back();
}

TEST(EpochJoin, decidesATableOfOldCommunesByItself) {
    const auto table = joinWith().join(keysOn(lastOldDay), {});
    EXPECT_EQ(joinedCount(table), 106u);
    EXPECT_EQ(table.epoch, lastOldDay);
    EXPECT_FALSE(table.misJoin);
    for (const auto& row : table.rows) EXPECT_FALSE(row.fault) << row.fault->id;
}

TEST(EpochJoin, decidesATableOfNewCommunesByItself) {
    const auto table = joinWith().join(keysOn(firstNewDay), {});
    EXPECT_EQ(joinedCount(table), 38u);
    EXPECT_EQ(table.epoch, firstNewDay);
}

TEST(EpochJoin, stopsOldCommunesGivenTheNewDayAndCountsThem) {
    for (const Written written : {Written::CodeAndName, Written::Code}) {
        const auto table = joinWith().join(keysOn(lastOldDay, written), {.told = firstNewDay});
        ASSERT_TRUE(table.misJoin);
        EXPECT_EQ(*table.misJoin, (layers::MisJoin{68, 36, 17}));
        EXPECT_EQ(std::ranges::count_if(table.rows, [](const auto& row) { return row.fault.has_value(); }),
                  104);
        EXPECT_EQ(joinedCount(table), 2u);  // Mù Cả and Tà Tổng are what they were
    }
}

TEST(EpochJoin, storesThemMarkedWhenSomebodyInsists) {
    const auto table = joinWith().join(keysOn(lastOldDay), {.told = firstNewDay, .isAccepted = true});
    EXPECT_EQ(joinedCount(table), 38u);
    EXPECT_EQ(std::ranges::count(table.rows, JoinBasis::Accepted, &layers::JoinedRow::basis), 36);
    for (const auto& row : table.rows) EXPECT_EQ(row.basis == JoinBasis::Row, !row.fault.has_value());
}

TEST(EpochJoin, stopsNewCommunesGivenAnOldDay) {
    const auto table = joinWith().join(keysOn(firstNewDay), {.told = geo::Date{2024, 12, 31}});
    ASSERT_TRUE(table.misJoin);
    EXPECT_EQ(table.misJoin->changed, 36);
}

TEST(EpochJoin, believesTheDayToldWhereNoRowContradictsIt) {
    const auto table = joinWith().join(keysOn(firstNewDay, Written::Code), {.told = firstNewDay});
    EXPECT_EQ(joinedCount(table), 38u);
    EXPECT_FALSE(table.misJoin);
}

TEST(EpochJoin, neverTakesAReusedCodeWithoutItsName) {
    EXPECT_EQ(faultOf(only({{"03388", ""}})), "join.ambiguous");
    EXPECT_EQ(faultOf(only({{"03386", ""}, {"03388", ""}})), "join.ambiguous");
}

TEST(EpochJoin, leavesOpenARowThatFitsTwoTimes) {
    const auto row = only({{"03445", "Xã Mường Tè"}});
    EXPECT_EQ(row.unit, nullptr);
    EXPECT_EQ(faultOf(row), "join.epoch-unsure");
}

TEST(EpochJoin, letsTheOtherRowsSettleIt) {
    const auto row = only({{"03436", "Xã Thu Lũm"}, {"03445", "Xã Mường Tè"}});
    EXPECT_EQ(row.basis, JoinBasis::Table);
    EXPECT_EQ(row.epoch, lastOldDay);
}

TEST(EpochJoin, letsTheDayOfTheTableSettleIt) {
    const auto row = only({{"03445", "Xã Mường Tè"}}, {.day = geo::Date{2026, 12, 31}});
    EXPECT_EQ(row.basis, JoinBasis::Day);
    EXPECT_EQ(row.epoch, firstNewDay);
}

TEST(EpochJoin, letsTheDistrictSettleIt) {
    for (const char* district : {"107", "Huyện Mường Tè", "H. Mường Tè"}) {
        const auto row = only({{"03445", "Xã Mường Tè", district}});
        EXPECT_EQ(row.epoch, lastOldDay) << district;
    }
}

TEST(EpochJoin, takesTheCityForNoProvinceOfItsName) {
    for (const char* city : {"Thành phố Lai Châu", "TP Lai Châu", "TP.Lai Châu", "Tp Lai Châu"}) {
        for (const layers::JoinTerms& terms : {layers::JoinTerms{}, layers::JoinTerms{.told = lastOldDay}}) {
            const auto row = only({{"", city}}, terms);
            ASSERT_NE(row.unit, nullptr) << city;
            EXPECT_EQ(row.unit->code, "105") << city;
            EXPECT_EQ(row.epoch, lastOldDay) << city;
        }
    }
    EXPECT_EQ(only({{"12", "Thành phố Lai Châu"}}).unit, nullptr);
    EXPECT_EQ(only({{"", "Tỉnh Lai Châu"}}).unit->code, "12");
}

/// The only row, of a table whose rows say what year they describe.
layers::JoinedRow onlyOf(int year, const UnitKey& key, std::optional<geo::Date> told = {}) {
    const std::vector<std::optional<geo::Date>> days{geo::Date{year, 12, 31}};
    return joinWith().join(std::vector{key}, {.told = told, .days = days}).rows.back();
}

TEST(EpochJoin, givesTheNameOfAnOldDistrictToNoCommuneOfAnotherTime) {
    for (const char* district :
         {"Lai Châu", "Tam Đường", "Mường Tè", "Sìn Hồ", "Phong Thổ", "Than Uyên", "Tân Uyên", "Nậm Nhùn"}) {
        EXPECT_EQ(faultOf(onlyOf(2024, {"", district})), "join.ambiguous") << district;
        EXPECT_EQ(faultOf(onlyOf(2024, {"", district}, lastOldDay)), "join.ambiguous") << district;
    }
    EXPECT_EQ(onlyOf(2024, {"", "Huyện Sìn Hồ"}).unit->code, "108");
    EXPECT_EQ(onlyOf(2025, {"", "Sìn Hồ"}).unit->code, "03478");
    EXPECT_EQ(onlyOf(2024, {"", "Sìn Hồ"}, firstNewDay).unit->code, "03478");
}

TEST(EpochJoin, countsNoRowInDoubtAgainstTheDayTold) {
    const std::vector<UnitKey> keys{{"", "Sìn Hồ"}, {"03436", "Xã Thu Lũm"}};
    EXPECT_FALSE(joinWith().join(keys, {.told = lastOldDay}).misJoin);
}

TEST(EpochJoin, letsATableMostlyOfOneTimeSettleANameOfTwo) {
    auto keys = keysOn(firstNewDay);
    keys.push_back({"", "Sìn Hồ"});
    const std::vector<std::optional<geo::Date>> days(keys.size(), geo::Date{2024, 12, 31});
    const auto row = joinWith().join(keys, {.days = days}).rows.back();
    EXPECT_EQ(row.unit->code, "03478");
    EXPECT_EQ(row.basis, JoinBasis::Table);
}

TEST(EpochJoin, leavesItOpenInATableOfBothTimes) {
    const auto row = only({{"03436", "Xã Thu Lũm"}, {"03439", "Xã Thu Lũm"}, {"03445", "Xã Mường Tè"}});
    EXPECT_EQ(faultOf(row), "join.epoch-unsure");
}

TEST(EpochJoin, readsANewTableWithAStrayOldRowAsNew) {
    auto keys = keysOn(firstNewDay);
    std::erase_if(keys, [](const UnitKey& key) { return key.code == "03439"; });
    keys.push_back({"03436", "Xã Thu Lũm"});
    const auto table = joinWith().join(keys, {});
    EXPECT_EQ(joinedCount(table), 38u);
    EXPECT_EQ(std::ranges::count(table.rows, firstNewDay, &layers::JoinedRow::epoch), 37);
}

TEST(EpochJoin, readsAnOldTableWithAStrayNewRowAsOld) {
    auto keys = keysOn(lastOldDay);
    keys.push_back({"03439", "Xã Thu Lũm"});
    const auto table = joinWith().join(keys, {});
    EXPECT_EQ(std::ranges::count(table.rows, lastOldDay, &layers::JoinedRow::epoch), 106);
}

TEST(EpochJoin, namesARowOfAnotherTimeThanMost) {
    const auto table = joinWith().join(
        std::vector<UnitKey>{{"03439", "Xã Thu Lũm"}, {"03388", "Phường Đoàn Kết"}, {"03436", "Xã Thu Lũm"}},
        {});
    EXPECT_EQ(faultOf(table.rows[2]), "join.row-of-other-epoch");
    EXPECT_EQ(table.rows[2].epoch, lastOldDay);
    EXPECT_EQ(faultOf(table.rows[0]), "");
    EXPECT_FALSE(table.epoch);
}

TEST(EpochJoin, refusesADistrictTheCommuneNeverBelongedTo) {
    EXPECT_EQ(faultOf(only({{"03436", "Xã Thu Lũm", "110"}})), "join.district-contradicts");
    EXPECT_EQ(faultOf(only({{"03388", "Phường Đoàn Kết", "110"}})), "join.district-contradicts");
}

TEST(EpochJoin, takesAnUnchangedCommuneAsOfAnyTime) {
    EXPECT_EQ(only({{"03451", "Xã Mù Cả"}}).basis, JoinBasis::Row);
    EXPECT_EQ(only({{"03451", "Xã Mù Cả"}}, {.told = lastOldDay}).epoch, lastOldDay);
}

TEST(EpochJoin, replaysWhatSomebodyDecided) {
    const layers::NameDecision decision{
        {"", "Xã Lản Nhì Tàng"}, layers::UnitLevel::Commune, "03391", lastOldDay};
    const auto join = joinWith({decision});
    const auto row = join.join(std::vector<UnitKey>{{"", " XÃ  LẢN NHÌ TÀNG"}}, {}).rows.front();
    ASSERT_NE(row.unit, nullptr);
    EXPECT_EQ(row.unit->code, "03391");
    EXPECT_EQ(row.basis, JoinBasis::Decision);
    EXPECT_EQ(join.join(std::vector<UnitKey>{{"", "Xã Lản Nhì Tàn"}}, {}).rows.front().unit, nullptr);
}

TEST(NameDecisions, comeBackFromTheirTable) {
    const std::vector<layers::NameDecision> decisions{
        {{"", "Lản Nhì Tàng"}, layers::UnitLevel::Commune, "03391", lastOldDay},
        {{"3388", "", "105"}, layers::UnitLevel::Commune, "03388", lastOldDay}};
    EXPECT_EQ(layers::decisionsFromTable(layers::tableOf(decisions)), decisions);
}

TEST(NameDecisions, laterOnesTakeThePlaceOfEarlierOnes) {
    const layers::NameDecision first{{"", "Tàng"}, layers::UnitLevel::Commune, "03391", lastOldDay};
    const layers::NameDecision second{{"", "TÀNG"}, layers::UnitLevel::Commune, "03388", firstNewDay};
    EXPECT_EQ(layers::mergedDecisions(std::vector{first}, std::vector{second}), std::vector{second});
}

TEST(NameProposals, givesTheLikeliestFirstWithItsReason) {
    const auto proposals = layers::proposalsFor({"", "Xã Nam Cha"}, packed::units());
    ASSERT_GE(proposals.size(), 2u);
    EXPECT_EQ(proposals[0].unit->name, "Xã Nậm Cha");
    EXPECT_EQ(proposals[0].reason, layers::ProposalReason::Accents);
    EXPECT_EQ(proposals[1].unit->name, "Xã Nậm Chà");
    EXPECT_TRUE(layers::proposalsFor({"", "Hà Nội"}, packed::units()).empty());
}

TEST(NameProposals, offersBothUnitsOfAReusedCode) {
    const auto proposals = layers::proposalsFor({"3439", ""}, packed::units());
    ASSERT_EQ(proposals.size(), 2u);
    EXPECT_EQ(proposals[0].reason, layers::ProposalReason::Code);
}

}  // namespace
