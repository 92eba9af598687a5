// SPDX-License-Identifier: Apache-2.0
// Tables in any unit of quantity come in as figures of one, and tell what they wrote.
#include <gtest/gtest.h>

#include <algorithm>

#include "app/jobs/info.hpp"
#include "app/jobs/observation_trace.hpp"
#include "layers/files/table_file.hpp"
#include "tests/app/jobs/office.hpp"

namespace {

const char* const heads = "code,name,indicator,period,numerator,denominator,unit\n";

app::ImportRequest tableIn(office::Desk& desk, const std::string& rows,
                           layers::Kind kind = layers::Kind::Indicators) {
    office::writeBytes(desk / "bang.csv", rows);
    app::ImportRequest request;
    request.files = {desk / "bang.csv"};
    request.kind = kind;
    return request;
}

layers::Observation figureOf(office::Desk& desk, const std::string& code) {
    desk.compute(office::figures("waste-rural", layers::UnitLevel::Commune));
    const auto workspace = layers::Workspace::open(desk.project().workspace, layers::Access::Read);
    const auto figures = workspace.observations(desk.project().runs.back());
    return *std::ranges::find(figures, code, &layers::Observation::unitCode);
}

TEST(Quantities, ofSeveralUnitsAreOneFigureAndSayWhatWasWritten) {
    auto desk = office::Desk::empty();
    const auto outcome = desk.import(
        tableIn(desk, std::string(heads) + "03436,Xã Thu Lũm,waste-rural,2024,183,366,tấn/năm\n"
                                           "03439,Xã Ka Lăng,waste-rural,2024,250,500,kg/ngày đêm\n"));
    EXPECT_EQ(office::findingsOf(outcome, "figure.units-converted").size(), 2u);
    const auto figure = figureOf(desk, "03439");
    EXPECT_EQ(figure.numerator, 0.75);
    EXPECT_EQ(figure.denominator, 1.5);
    EXPECT_EQ(figure.termUnit, "tonnes/day");
    const auto workspace = layers::Workspace::open(desk.project().workspace, layers::Access::Read);
    const auto rows = app::sourceRowsOf(workspace, desk.project(), figure);
    ASSERT_EQ(rows.size(), 2u);
    EXPECT_EQ(office::text(rows[0], "written_numerator"), "183 tonnes/year ÷ 366");
    EXPECT_EQ(office::text(rows[1], "written_denominator"), "500 kg/day ÷ 1000");
}

TEST(Quantities, sayWhatWasWrittenToWhomeverAsksForAFigure) {
    auto desk = office::Desk::empty();
    desk.import(tableIn(desk, std::string(heads) + "03439,Xã Ka Lăng,waste-rural,2024,250,500,kg/ngày đêm\n"));
    desk.compute(office::figures("waste-rural", layers::UnitLevel::Commune));
    const auto figures = layers::Workspace::open(desk.project().workspace, layers::Access::Read)
                             .observations(desk.project().runs.back());
    const auto asked = std::ranges::find(figures, "03439", &layers::Observation::unitCode);
    app::InfoRequest request;
    request.observation = asked - figures.begin() + 1;
    geo::Progress progress;
    const auto outcome = app::describeWorkspace(desk.project(), request, progress);
    const auto line = std::ranges::find(outcome.summary, "info.trace-written", &geo::Message::id);
    ASSERT_NE(line, outcome.summary.end());
    EXPECT_EQ(line->arguments,
              (std::vector<geo::Argument>{{"term", "numerator"}, {"number", 250.0}, {"unit", "kg/day"}}));
}

TEST(Quantities, thatCannotBeConvertedAreNamedByRowWhenTheyComeIn) {
    auto desk = office::Desk::empty();
    const auto outcome =
        desk.import(tableIn(desk, std::string(heads) + "03436,Xã Thu Lũm,waste-rural,2024,1,2,m3/năm\n"));
    const auto findings = office::findingsOf(outcome, "figure.unit-not-convertible");
    ASSERT_EQ(findings.size(), 1u);
    EXPECT_EQ(findings[0].row, 1);
    EXPECT_EQ(findings[0].source, "bang.csv");
}

/// What a profile gives all rows, of a file that says otherwise.
layers::ImportProfile dailyTonnes(const std::string& head = "xu_ly") {
    layers::ImportProfile profile;
    profile.name = "p";
    profile.columns = {
        {"code", {"ma"}}, {"name", {"ten"}}, {"numerator", {head}}, {"denominator", {"phat_sinh"}}};
    profile.constants = {{"indicator", std::string("waste-rural")},
                         {"unit", std::string("tấn/ngày")},
                         {"period", std::int64_t{2024}}};
    return profile;
}

TEST(Quantities, areOfTheUnitTheFileNamesAndNotOfTheProfiles) {
    auto desk = office::Desk::empty();
    auto request = tableIn(desk, "ma,ten,xu_ly,phat_sinh,Đơn vị tính\n03436,Xã Thu Lũm,183,366,tấn/năm\n"
                                 "03439,Xã Ka Lăng,1,2,\n");
    request.profile = dailyTonnes();
    desk.import(request);
    EXPECT_EQ(figureOf(desk, "03439").numerator, 1.5);
}

layers::Table wideTable(const std::string& head) {
    return {{{"ma"}, {"ten"}, {head}, {"phat_sinh"}},
            {{std::string("03436"), std::string("Xã Thu Lũm"), std::string("183"), std::string("366")},
             {std::string("03439"), std::string("Xã Ka Lăng"), std::string("183"), std::string("366")}}};
}

TEST(Quantities, areOfTheUnitATitleNamesAndNotOfTheProfiles) {
    auto desk = office::Desk::empty();
    auto request = tableIn(desk, "");
    request.files = {desk / "bang.xlsx"};
    request.profile = dailyTonnes();
    layers::writeTable(request.files[0], wideTable("xu_ly"), {"ĐVT: tấn/năm", {}, "So lieu", {}}, {});
    desk.import(request);
    EXPECT_EQ(figureOf(desk, "03439").numerator, 1);
}

TEST(Quantities, whoseHeadContradictsTheTitleAreSaid) {
    auto desk = office::Desk::empty();
    auto request = tableIn(desk, "");
    request.files = {desk / "bang.xlsx"};
    request.profile = dailyTonnes("xu_ly (tấn/ngày)");
    layers::writeTable(request.files[0], wideTable("xu_ly (tấn/ngày)"), {"ĐVT: tấn/năm", {}, "So lieu", {}}, {});
    EXPECT_EQ(office::findingsOf(desk.import(request), "figure.title-contradicts-head").size(), 1u);
}

/// One an office counts a day in, one it counts a year in, under one name of ours.
layers::ImportProfile ofTwoOffices() {
    layers::ImportProfile profile = dailyTonnes();
    std::erase_if(profile.constants, [](const auto& constant) { return constant.name == "unit"; });
    profile.columns = {{"code", {"ma"}},
                       {"name", {"ten"}},
                       {"numerator", {"Xử lý (tấn/năm)", "Xử lý"}},
                       {"denominator", {"Phát sinh (tấn/năm)", "Phát sinh"}}};
    return profile;
}

TEST(Quantities, areOfTheUnitOfTheHeadThatIsThereAndNotOfAnother) {
    auto desk = office::Desk::empty();
    auto request = tableIn(desk, "ma,ten,Xử lý,Phát sinh\n03439,Xã Ka Lăng,1.5,2.5\n");
    request.profile = ofTwoOffices();
    EXPECT_EQ(office::findingsOf(desk.import(request), "figure.unit-not-told").size(), 1u);
    EXPECT_EQ(figureOf(desk, "03439").numerator, 1.5);  // 1.5 / 366 where the other head is believed
}

/// 2023 in tonnes a year, 2024 in what the file says.
layers::ImportProfile ofTwoYears() {
    layers::ImportProfile profile = dailyTonnes();
    profile.columns = {{"code", {"ma"}}, {"name", {"ten"}}};
    profile.constants = {{"indicator", std::string("waste-rural")}};
    profile.rows = {{{{"numerator", {"xl_2023"}}, {"denominator", {"ps_2023"}}},
                     {{"period", std::int64_t{2023}}, {"unit", std::string("tấn/năm")}}},
                    {{{"numerator", {"xl_2024"}}, {"denominator", {"ps_2024"}}},
                     {{"period", std::int64_t{2024}}}}};
    return profile;
}

TEST(Quantities, ofOnePartOfAWideTableAreNotOfTheUnitOfAnother) {
    auto desk = office::Desk::empty();
    auto request = tableIn(desk, "ma,ten,xl_2023,ps_2023,xl_2024,ps_2024\n03439,Xã Ka Lăng,365,730,1.5,2.5\n");
    request.profile = ofTwoYears();
    EXPECT_EQ(office::findingsOf(desk.import(request), "figure.unit-not-told").size(), 1u);
    EXPECT_EQ(figureOf(desk, "03439").numerator, 1.5);
}

TEST(Quantities, ofOnePartOfAWideTableAreOfTheUnitOfItsOwnHead) {
    auto desk = office::Desk::empty();
    auto request = tableIn(desk, "ma,ten,xl_2023,ps_2023,xl_2024 (kg/ngày),ps_2024 (kg/ngày)\n"
                                 "03439,Xã Ka Lăng,365,730,1500,2500\n");
    request.profile = ofTwoYears();
    request.profile->rows[1].columns = {{"numerator", {"xl_2024 (kg/ngày)"}},
                                        {"denominator", {"ps_2024 (kg/ngày)"}}};
    desk.import(request);
    const auto figure = figureOf(desk, "03439");
    EXPECT_EQ(figure.numerator, 1.5);
    EXPECT_EQ(figure.termUnit, "tonnes/day");
}

TEST(Quantities, thatCannotBeReadAreNamedByTheFilesOwnHead) {
    auto desk = office::Desk::empty();
    auto request = tableIn(desk, "ma,ten,Xử lý,Phát sinh\n03439,Xã Ka Lăng,một rưỡi,2.5\n");
    request.profile = ofTwoOffices();
    const auto findings = office::findingsOf(desk.import(request), "figure.number-unread");
    ASSERT_EQ(findings.size(), 1u);
    EXPECT_EQ(findings[0].message.arguments.at(0), (geo::Argument{"column", "Xử lý"}));
}

TEST(Quantities, underAHeadThatStandsTwiceAreSaid) {
    auto desk = office::Desk::empty();
    const auto outcome = desk.import(
        tableIn(desk, "code,name,indicator,period,numerator,Numerator,denominator,unit\n"
                      "03436,Xã Thu Lũm,waste-rural,2024,6,3,10,tấn/ngày\n"));
    const auto findings = office::findingsOf(outcome, "file.column-repeated");
    ASSERT_EQ(findings.size(), 1u);
    EXPECT_EQ(findings[0].message.arguments,
              (std::vector<geo::Argument>{{"column", "numerator"}, {"places", "5, 6"}}));
}

TEST(Quantities, underARowOfSumsThatRepeatsTheYearAreNoMistake) {
    auto desk = office::Desk::empty();
    const auto text = [](const char* word) { return layers::Value(std::string(word)); };
    const layers::Table table{
        {{"Mã xã"}, {"Tên xã"}, {"Chỉ tiêu"}, {"Năm"}, {"Tử số"}, {"Mẫu số"}, {"Đơn vị tính"}},
        {{text("03436"), text("Xã Thu Lũm"), text("waste-rural"), text("2024"), 1.5, 2.5, text("tấn/ngày")},
         {text("03439"), text("Xã Ka Lăng"), text("waste-rural"), text("2024"), 1.5, 2.5, text("tấn/ngày")},
         {{}, text("Tổng cộng"), {}, text("2024"), 3.0, 6.0, {}}}};
    auto request = tableIn(desk, "");
    request.files = {desk / "bang.xlsx"};
    layers::writeTable(request.files[0], table, {"Chất thải rắn", {}, "So lieu", {}}, {});
    const auto findings = office::findingsOf(desk.import(request), "sheet.total-differs");
    ASSERT_EQ(findings.size(), 1u);
    EXPECT_EQ(findings[0].message.arguments.at(0), (geo::Argument{"column", "Mẫu số"}));
}

TEST(Quantities, withoutAUnitAreSaid) {
    auto desk = office::Desk::empty();
    const auto outcome =
        desk.import(tableIn(desk, std::string(heads) + "03436,Xã Thu Lũm,waste-rural,2024,1,2,\n"));
    EXPECT_EQ(office::findingsOf(outcome, "figure.unit-not-told").size(), 1u);
}

TEST(Quantities, thatArePercentsAreAskedAboutAndTakenWhenTold) {
    auto desk = office::Desk::empty();
    auto request = tableIn(desk, std::string(heads) +
                                     "03436,Xã Thu Lũm,waste-rural,2024,50,2,tấn/ngày\n"
                                     "03439,Xã Ka Lăng,waste-rural,2024,75,4,tấn/ngày\n"
                                     "03469,Xã Kan Hồ,waste-rural,2024,90,5,tấn/ngày\n");
    const auto error = office::errorOf([&] { desk.import(request); });
    EXPECT_EQ(error.message().id, "import.numerators-undecided");
    request.share = layers::ShareReading::Percent;
    desk.import(request);
    EXPECT_EQ(figureOf(desk, "03439").numerator, 4.0);
}

TEST(Quantities, ofTargetsAreAskedAboutWhenTheyMayBeRatios) {
    auto desk = office::Desk::empty();
    auto request = tableIn(desk,
                           "indicator,unit_code,year,operator,value,unit\n"
                           "waste-rural,03388,2030,>=,0.9,%\nwaste-rural,03390,2030,>=,0.85,%\n",
                           layers::Kind::Targets);
    request.epoch = geo::Date{2025, 7, 1};
    const auto error = office::errorOf([&] { desk.import(request); });
    EXPECT_EQ(error.message().id, "import.share-undecided");
    request.share = layers::ShareReading::Ratio;
    desk.import(request);
    const auto workspace = layers::Workspace::open(desk.project().workspace, layers::Access::Read);
    auto stream = workspace.readLayer(desk.project().layers.back());
    layers::Feature row;
    ASSERT_TRUE(stream.next(row));
    EXPECT_EQ(layers::numberIn(row.values[*stream.schema.indexOf("value")]), 90.0);
}

TEST(Quantities, ofOutfallsByTheYearBecomeTheDaysMean) {
    auto desk = office::Desk::empty();
    auto request = tableIn(desk,
                           "ma,ten,loai_hinh,ma_xa,Lưu lượng (nghìn m³/năm),Đạt chuẩn (m³/ngày đêm),lon,lat\n"
                           "X1,Trạm 1,cơ sở sản xuất,03388,73,100,103.41,22.43\n",
                           layers::Kind::Outfalls);
    request.crs = geo::Crs::fromText("EPSG:4326");
    request.asOf = geo::Date{2023, 12, 31};
    const auto outcome = desk.import(request);
    EXPECT_EQ(office::findingsOf(outcome, "outfall.volumes-converted").size(), 1u);
    const auto workspace = layers::Workspace::open(desk.project().workspace, layers::Access::Read);
    auto stream = workspace.readLayer(desk.project().layers.back());
    layers::Feature row;
    ASSERT_TRUE(stream.next(row));
    EXPECT_EQ(layers::numberIn(row.values[*stream.schema.indexOf("discharged_m3_day")]), 200.0);
    EXPECT_EQ(layers::textIn(row.values[*stream.schema.indexOf("Lưu lượng (nghìn m³/năm)")]), "73");
}

}  // namespace
