// SPDX-License-Identifier: Apache-2.0
// Tables of five years, read back as text, against truth.json.
#include "sample-data/generator/reported.hpp"

#include <cmath>
#include <map>

#include "tests/sample-data/generator/made_themes.hpp"

namespace {

using nlohmann::json;
using sample::ReportedYear;
using sample::ReportState;
using sample::test::bytesOf;
using sample::test::faultySample;
using sample::test::madeThemes;
using sample::test::rowsOf;
using sample::test::truthOf;

const json& yearOf(const json& truth, const std::string& indicator, int year) {
    for (const json& entry : truth.at("waste")) {
        if (entry.at("indicator") == indicator && entry.at("year") == year) return entry;
    }
    throw std::out_of_range(indicator);
}

const json& unitOf(const json& list, const std::string& code) {
    for (const json& unit : list) {
        if (unit.at("code") == code) return unit;
    }
    throw std::out_of_range(code);
}

double numberOf(const std::string& cell) {
    std::string plain;
    for (const char letter : cell) plain += letter == '.' ? "" : letter == ',' ? "." : std::string(1, letter);
    return std::stod(plain);
}

TEST(ReportedFiles, alternateBetweenCsvAndXlsx) {
    for (const char* name : {"chi_tieu_2021.csv", "chi_tieu_2022.xlsx", "chi_tieu_2023.csv",
                             "chi_tieu_2024.xlsx", "chi_tieu_2025.csv"}) {
        EXPECT_TRUE(std::filesystem::exists(faultySample().folder() / name)) << name;
    }
}

TEST(ReportedFiles, haveARowForEveryUnitInForceAndIndicatorAndOneForTheProvince) {
    const auto rows = [&](const char* name) {
        return rowsOf(bytesOf(faultySample().folder() / name), ';').size();
    };
    EXPECT_EQ(rows("chi_tieu_2021.csv"), 1u + 2 * 106 + 1);
    EXPECT_EQ(rows("chi_tieu_2023.csv"), 1u + 2 * 106 + 1);
    EXPECT_EQ(rows("chi_tieu_2025.csv"), 1u + 2 * 38 + 1);
}

TEST(ReportedFiles, neverWriteZeroForWhatIsMissing) {
    for (const auto& row : rowsOf(bytesOf(faultySample().folder() / "chi_tieu_2021.csv"), ';')) {
        if (row[7] == "theo báo cáo") {
            EXPECT_GT(numberOf(row[4]), 0);
        } else if (row[0] != "ma_xa") {
            EXPECT_TRUE(row[4].empty() && row[5].empty()) << row[0];
        }
    }
}

TEST(ReportedFiles, areWhatTruthSaysOfEachUnit) {
    const json truth = truthOf(faultySample());
    for (const auto& row : rowsOf(bytesOf(faultySample().folder() / "chi_tieu_2023.csv"), ';')) {
        if (row[7] != "theo báo cáo" || row[2] == "energy-saving") continue;
        const json& unit = unitOf(yearOf(truth, row[2], 2023).at("own_communes"), row[0]);
        EXPECT_DOUBLE_EQ(unit.at("numerator"), numberOf(row[4])) << row[0];
        EXPECT_DOUBLE_EQ(unit.at("denominator"), numberOf(row[5])) << row[0];
    }
}

TEST(Reported, risesTowardsTheTargetsAndNotBeyond) {
    const json truth = truthOf(faultySample());
    for (const char* indicator : {"waste-urban", "waste-rural"}) {
        double before = 0;
        for (int year = 2021; year <= 2025; ++year) {
            const json& province = yearOf(truth, indicator, year).at("province");
            const double rate =
                province.at("numerator").get<double>() / province.at("denominator").get<double>();
            EXPECT_GT(rate, before) << indicator << ' ' << year;
            EXPECT_LT(rate, 0.95);
            before = rate;
        }
    }
    double saved = 0;
    for (const json& year : truth.at("energy")) {
        const double rate = year.at("numerator").get<double>() / year.at("denominator").get<double>();
        EXPECT_GT(rate, saved);
        EXPECT_LT(rate, 0.06);  // the plan's 6 % is due in 2030
        saved = rate;
    }
}

TEST(Reported, asksForUrbanWasteOnlyWhereThereWasATownOrWard) {
    for (const ReportedYear& year : madeThemes().contents().reported.waste) {
        if (year.indicator != sample::urbanWaste || year.isByNewCommunes) continue;
        for (std::size_t i = 0; i < year.communes.size(); ++i) {
            EXPECT_EQ(year.communes[i].state != ReportState::NotApplicable,
                      sample::isTown(madeThemes().facts.oldCommunes[i]));
        }
    }
}

TEST(ReportedTruth, sumsPartsOnlyWhenHalfOfThemAreKnown) {
    const json truth = truthOf(faultySample());
    for (const json& year : truth.at("waste")) {
        for (const char* list : {"own_communes", "communes", "districts"}) {
            for (const json& unit : year.at(list)) {
                const int present = unit.at("present");
                if (!unit.at("numerator").is_null()) {
                    EXPECT_GE(2 * present, unit.at("expected").get<int>());
                }
                if (present == 0) {
                    EXPECT_TRUE(unit.at("denominator").is_null());
                }
            }
        }
    }
}

TEST(ReportedTruth, derivesDistrictsOfTheNewUnitsOnlyWhereNoneStraddles) {
    const json truth = truthOf(faultySample());
    // Than Uyên and Tân Uyên alone share no present commune with another district
    for (const json& district : yearOf(truth, "waste-rural", 2025).at("districts")) {
        const std::string code = district.at("code");
        EXPECT_EQ(!district.at("numerator").is_null(), code == "110" || code == "111") << code;
    }
}

TEST(AssignedTargets, giveEveryCommuneOneForForestCover) {
    std::map<std::string, int> counts;
    for (const auto& target : madeThemes().contents().targets) ++counts[target.indicator];
    EXPECT_EQ(counts.at("forest-cover"), 38);
    EXPECT_EQ(counts.at("waste-rural"), 13);
    const std::string file = bytesOf(faultySample().folder() / "chi_tieu_giao.csv");
    EXPECT_NE(file.find("minh họa"), std::string::npos);
}

}  // namespace
