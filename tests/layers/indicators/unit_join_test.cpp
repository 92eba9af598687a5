// SPDX-License-Identifier: Apache-2.0
// Rows find their unit on the real register, and nothing is joined that should not be.
#include "layers/indicators/unit_join.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <set>

#include "geo/base/error.hpp"
#include "tests/layers/indicators/pack_tables.hpp"

using layers::UnitKey;
using layers::UnitLevel;
using layers::UnitMatch;
using packed::firstNewDay;
using packed::lastOldDay;

namespace {

UnitMatch matchOn(const geo::Date& day, const UnitKey& key) { return packed::joinOn(day).match(key); }

std::string codeOn(const geo::Date& day, const UnitKey& key) {
    const UnitMatch match = matchOn(day, key);
    return match.unit != nullptr ? match.unit->code : "";
}

std::string faultOn(const geo::Date& day, const UnitKey& key) {
    const UnitMatch match = matchOn(day, key);
    return match.fault ? match.fault->id : "";
}

std::string argumentOf(const UnitMatch& match, std::string_view name) {
    if (!match.fault) return {};
    for (const geo::Argument& argument : match.fault->arguments) {
        if (argument.name == name) return std::get<std::string>(argument.value);
    }
    return {};
}

// Domain facts §4.2: the codes that name another commune since 2025-07-01.
const std::vector<std::string> reusedCodes{"03388", "03390", "03394", "03405", "03408", "03433",
                                           "03434", "03439", "03487", "03503", "03508", "03529",
                                           "03532", "03538", "03562", "03618", "03640"};

std::string withoutWord(const std::string& name) {
    for (const std::string word : {"Xã ", "Phường ", "Thị trấn "}) {
        if (name.starts_with(word)) return name.substr(word.size());
    }
    return name;
}

}  // namespace

TEST(UnitJoin, findsEveryUnitOfBothTimesByCodeAndName) {
    for (const geo::Date& day : {lastOldDay, firstNewDay}) {
        for (const layers::Unit& unit : packed::units().inForce(UnitLevel::Commune, day)) {
            EXPECT_EQ(codeOn(day, {unit.code, unit.name}), unit.code) << unit.name;
            EXPECT_EQ(codeOn(day, {unit.code, withoutWord(unit.name)}), unit.code) << unit.name;
            EXPECT_EQ(faultOn(day, {unit.code, unit.name}), "") << unit.name;
        }
    }
}

TEST(UnitJoin, findsEveryUnitOfBothTimesByItsWholeName) {
    for (const geo::Date& day : {lastOldDay, firstNewDay}) {
        for (const layers::Unit& unit : packed::units().inForce(UnitLevel::Commune, day))
            EXPECT_EQ(codeOn(day, {"", unit.name}), unit.code);
    }
}

TEST(UnitJoin, takesNoReusedCodeWithoutAName) {
    for (const geo::Date& day : {lastOldDay, firstNewDay}) {
        std::vector<std::string> ambiguous;
        for (const layers::Unit& unit : packed::units().inForce(UnitLevel::Commune, day)) {
            const UnitMatch match = matchOn(day, {unit.code, ""});
            if (match.unit == nullptr)
                ambiguous.push_back(match.fault->id == "join.ambiguous" ? unit.code : "?");
        }
        EXPECT_EQ(ambiguous, reusedCodes);
    }
}

TEST(UnitJoin, knowsWhenCodeAndNameAgreeOnlyOnAnotherDay) {
    for (const std::string& code : reusedCodes) {
        const auto* before = packed::units().find(code, UnitLevel::Commune, lastOldDay);
        const auto* after = packed::units().find(code, UnitLevel::Commune, firstNewDay);
        const UnitMatch late = matchOn(firstNewDay, {code, before->name});
        const UnitMatch early = matchOn(lastOldDay, {code, after->name});
        EXPECT_EQ(late.unit, nullptr);
        EXPECT_EQ(early.unit, nullptr);
        EXPECT_EQ(late.fault,
                  (geo::Message{"join.other-epoch",
                                {{"code", code}, {"name", before->name}, {"day", "2025-06-30"}}}));
        EXPECT_EQ(early.fault,
                  (geo::Message{"join.other-epoch",
                                {{"code", code}, {"name", after->name}, {"day", "2025-07-01"}}}));
    }
}

TEST(UnitJoin, joinsNoRowOfOneTimeToATerritoryOfTheOther) {
    for (const layers::Unit& unit : packed::units().inForce(UnitLevel::Commune, lastOldDay)) {
        const auto* today = packed::units().find(unit.code, UnitLevel::Commune, firstNewDay);
        const bool isSameName =
            today != nullptr && layers::unitNameKey(today->name) == layers::unitNameKey(unit.name);
        const bool isPair = unit.code == "03460";  // Hua Bun and Hua Bum are written for one another
        const UnitMatch match = matchOn(firstNewDay, {unit.code, unit.name});
        EXPECT_EQ(match.unit != nullptr,
                  (isSameName && today->name.substr(0, 3) == unit.name.substr(0, 3)) || isPair)
            << unit.code << unit.name;
        EXPECT_TRUE(match.unit != nullptr || match.fault->id == "join.other-epoch") << unit.name;
    }
}

TEST(UnitJoin, keepsAccentsApart) {
    EXPECT_EQ(codeOn(lastOldDay, {"", "Nậm Cha"}), "03526");
    EXPECT_EQ(codeOn(lastOldDay, {"", "Nậm Chà"}), "03473");
    EXPECT_EQ(faultOn(lastOldDay, {"03526", "Nậm Chà"}), "join.contradicts");
    EXPECT_EQ(faultOn(lastOldDay, {"", "Nam Cha"}), "join.name-unknown");  // near both: nothing to propose
}

TEST(UnitJoin, tellsTheNewMuongThanFromTheOldOne) {
    EXPECT_EQ(codeOn(firstNewDay, {"03618", "Xã Mường Than"}), "03618");
    EXPECT_EQ(codeOn(lastOldDay, {"03619", "Xã Mường Than"}), "03619");
    EXPECT_EQ(faultOn(firstNewDay, {"03619", "Xã Mường Than"}), "join.other-epoch");
    EXPECT_EQ(faultOn(lastOldDay, {"03618", "Xã Mường Than"}), "join.other-epoch");
    EXPECT_EQ(codeOn(firstNewDay, {"", "Mường Than"}), "03618");
    EXPECT_EQ(codeOn(lastOldDay, {"", "Mường Than"}), "03619");
}

TEST(UnitJoin, givesCodesTheirLeadingZerosBack) {
    EXPECT_EQ(codeOn(firstNewDay, {"3388", "Phường Đoàn Kết"}), "03388");
    EXPECT_EQ(codeOn(lastOldDay, {" 3388 ", "P. Quyết Tiến"}), "03388");
    EXPECT_EQ(codeOn(firstNewDay, {"3442", ""}), "03442");
}

TEST(UnitJoin, readsNamesHoweverTheirKindIsWritten) {
    for (const char* name : {"Xã Bum Tở", "xã bum tở", "  XÃ  BUM   TỞ ", "X. Bum Tở", "Bum Tở"})
        EXPECT_EQ(codeOn(firstNewDay, {"", name}), "03433") << name;
    for (const char* name : {"Phường Tân Phong", "P.Tân Phong", "P. Tân Phong", "TÂN PHONG"})
        EXPECT_EQ(codeOn(firstNewDay, {"", name}), "03408") << name;
    for (const char* name : {"Thị trấn Sìn Hồ", "TT. Sìn Hồ", "TT Sìn Hồ", "Sìn Hồ"})
        EXPECT_EQ(codeOn(lastOldDay, {"", name}), "03478") << name;
}

TEST(UnitJoin, readsNamesInAnyNormalForm) {
    EXPECT_EQ(codeOn(firstNewDay, {"", "Bum To\xCC\x9B\xCC\x89"}),
              "03433");  // o, horn and hook as marks of their own
}

TEST(UnitJoin, readsATonePlacedEitherWay) {
    EXPECT_EQ(codeOn(lastOldDay, {"", "Pa Khoá"}), "03527");
    EXPECT_EQ(codeOn(lastOldDay, {"", "Pa Khóa"}), "03527");
    EXPECT_EQ(codeOn(lastOldDay, {"03527", "Xã Pa Khóa"}), "03527");
}

TEST(UnitJoin, letsTheKindDecideBetweenTwoOfOneName) {
    EXPECT_EQ(codeOn(lastOldDay, {"", "Thị trấn Mường Tè"}), "03433");
    EXPECT_EQ(codeOn(lastOldDay, {"", "Xã Mường Tè"}), "03445");
    EXPECT_EQ(faultOn(lastOldDay, {"", "Mường Tè"}), "join.ambiguous");
    EXPECT_EQ(codeOn(lastOldDay, {"03445", "Mường Tè"}), "03445");
}

TEST(UnitJoin, takesATownshipOfTheOldTimeForNoCommuneOfTheNew) {
    EXPECT_EQ(faultOn(firstNewDay, {"", "Thị trấn Sìn Hồ"}), "join.other-epoch");
    EXPECT_EQ(faultOn(firstNewDay, {"03549", "TT. Phong Thổ"}), "join.other-epoch");
    EXPECT_EQ(codeOn(firstNewDay, {"03549", "Phong Thổ"}), "03549");
}

TEST(UnitJoin, knowsBothSpellingsOfAPair) {
    EXPECT_EQ(codeOn(lastOldDay, {"", "Can Hồ"}), "03469");
    EXPECT_EQ(codeOn(lastOldDay, {"03574", "Ma Li Pho"}), "03574");
    EXPECT_EQ(codeOn(lastOldDay, {"", "Lản Nhì Thàng"}), "03391");
    EXPECT_EQ(codeOn(firstNewDay, {"", "Hua Bun"}), "03460");
    EXPECT_EQ(codeOn(firstNewDay, {"", "Pa ủ"}), "03442");
}

TEST(UnitJoin, givesAPairOnlyToTheUnitThatBearsTheName) {
    EXPECT_EQ(codeOn(lastOldDay, {"03640", "Ta Gia"}), "03640");               // Tà Gia
    EXPECT_EQ(faultOn(firstNewDay, {"03640", "Ta Gia"}), "join.other-epoch");  // Khoen On today
}

TEST(UnitJoin, proposesALikelyNameAndNeverTakesIt) {
    const UnitMatch match = matchOn(firstNewDay, {"", "Bum Tơ"});
    EXPECT_EQ(match.unit, nullptr);
    EXPECT_EQ(match.fault->id, "join.name-near");
    EXPECT_EQ(argumentOf(match, "proposal"), "Xã Bum Tở");
    EXPECT_EQ(faultOn(firstNewDay, {"", "Xã Hoàng Su Phì"}), "join.name-unknown");
}

TEST(UnitJoin, believesARightCodeBesideAMisspeltName) {
    const UnitMatch match = matchOn(firstNewDay, {"03442", "Xã Pa Uu"});
    ASSERT_NE(match.unit, nullptr);
    EXPECT_EQ(match.unit->code, "03442");
    EXPECT_EQ(match.fault, (geo::Message{"join.name-differs",
                                         {{"code", "03442"}, {"name", "Xã Pa Uu"}, {"known", "Xã Pa Ủ"}}}));
}

TEST(UnitJoin, believesAReusedCodeOnlyBesideANameLikeItsUnits) {
    EXPECT_EQ(codeOn(firstNewDay, {"03439", "Thu Lum"}), "03439");
    EXPECT_EQ(faultOn(firstNewDay, {"03439", "Thu Lum"}), "join.name-differs");
    EXPECT_EQ(codeOn(firstNewDay, {"03439", "Ka Lang"}), "");  // like Ka Lăng, whose code it was
    EXPECT_EQ(faultOn(firstNewDay, {"03439", "Ka Lang"}), "join.ambiguous");
    EXPECT_EQ(faultOn(firstNewDay, {"03439", "Abc Xyz"}), "join.ambiguous");
}

TEST(UnitJoin, refusesTheCodeOfOneUnitWithTheNameOfAnother) {
    EXPECT_EQ(faultOn(firstNewDay, {"03442", "Mù Cả"}), "join.contradicts");
    EXPECT_EQ(faultOn(firstNewDay, {"99999", "Mù Cả"}), "join.unknown");
    EXPECT_EQ(faultOn(firstNewDay, {"99999", ""}), "join.unknown");
    EXPECT_EQ(faultOn(firstNewDay, {"03436", ""}), "join.other-epoch");  // Thu Lũm's code until 2025-06-30
}

TEST(UnitJoin, saysWhenARowNamesNoUnit) {
    EXPECT_EQ(faultOn(firstNewDay, {"", ""}), "join.empty");
    EXPECT_EQ(faultOn(firstNewDay, {"  ", " \t"}), "join.empty");
}

TEST(UnitJoin, ofDistrictsTakesNoCommuneOfTheirName) {
    const auto districts = packed::joinOn(lastOldDay, UnitLevel::District);
    EXPECT_EQ(districts.match({"", "H. Tam Đường"}).unit->code, "106");
    EXPECT_EQ(districts.match({"105", "TP. Lai Châu"}).unit->code, "105");
    EXPECT_EQ(districts.match({"", "Thị trấn Tam Đường"}).unit, nullptr);
    EXPECT_EQ(packed::joinOn(lastOldDay).match({"", "Huyện Tam Đường"}).unit, nullptr);
}

TEST(UnitJoin, atAnyLevelLetsTheKindOrTheCodeDecide) {
    const std::vector<layers::UnitJoin> joins{packed::joinOn(lastOldDay),
                                              packed::joinOn(lastOldDay, UnitLevel::District),
                                              packed::joinOn(lastOldDay, UnitLevel::Province)};
    EXPECT_EQ(layers::matchAtAnyLevel(joins, {"", "Huyện Tam Đường"}).unit->code, "106");
    EXPECT_EQ(layers::matchAtAnyLevel(joins, {"", "Thị trấn Tam Đường"}).unit->code, "03390");
    EXPECT_EQ(layers::matchAtAnyLevel(joins, {"12", "Lai Châu"}).unit->code, "12");
    EXPECT_EQ(layers::matchAtAnyLevel(joins, {"106", ""}).unit->code, "106");
    EXPECT_EQ(layers::matchAtAnyLevel(joins, {"", "Tam Đường"}).fault->id, "join.ambiguous");
    EXPECT_EQ(layers::matchAtAnyLevel(joins, {"", "Mường Tè"}).fault->id, "join.ambiguous");
    EXPECT_EQ(layers::matchAtAnyLevel(joins, {"3388", ""}).fault->id, "join.ambiguous");
}

TEST(UnitJoin, takesACityForAProvinceWhereTheRegisterCallsItOne) {
    layers::Unit city;
    city.code = "31";
    city.name = "Thành phố Hải Phòng";
    city.level = UnitLevel::Province;
    const layers::UnitRegister units({city});
    const layers::UnitJoin provinces(units, UnitLevel::Province, firstNewDay);
    EXPECT_EQ(provinces.match({"", "TP. Hải Phòng"}).unit->code, "31");
}

TEST(UnitJoin, refusesNamesThatAreNoUtf8) {
    EXPECT_THROW(matchOn(firstNewDay, {"03442", "Pa \xC3"}), geo::Error);
}

TEST(UnitNames, tellUyFromUi) {
    EXPECT_EQ(layers::unitNameKey("Lý Sơn"), layers::unitNameKey("Lí Sơn"));
    EXPECT_EQ(layers::unitNameKey("Quý"), layers::unitNameKey("Quí"));
    EXPECT_NE(layers::unitNameKey("Thuý"), layers::unitNameKey("Thúi"));
    EXPECT_EQ(layers::unitNameKey("Hoà Thuỷ"), layers::unitNameKey("hòa  thủy"));
}

TEST(UnitNames, meetInEachTimeOnlyWhereTheyAreOne) {
    for (const geo::Date& day : {lastOldDay, firstNewDay}) {
        std::map<std::string, std::set<std::string>> unitsOfKey;
        for (const layers::Unit& unit : packed::units().inForce(UnitLevel::Commune, day))
            unitsOfKey[layers::unitNameKey(unit.name)].insert(unit.code);
        for (const auto& [key, codes] : unitsOfKey) {
            const bool isMuongTe = codes == std::set<std::string>{"03433", "03445"};
            EXPECT_TRUE(codes.size() == 1 || isMuongTe) << key;
        }
    }
}

TEST(LettersApart, countsWhatMustChange) {
    EXPECT_EQ(layers::lettersApart("bum tở", "bum tơ", 2), 1u);
    EXPECT_EQ(layers::lettersApart("", "ab", 2), 2u);
    EXPECT_EQ(layers::lettersApart("kitten", "sitting", 3), 3u);
    EXPECT_EQ(layers::lettersApart("kitten", "sitting", 2), std::nullopt);
    EXPECT_EQ(layers::lettersApart("abc", "abc", 0), 0u);
}
