// SPDX-License-Identifier: Apache-2.0
// Tables by units of another time, writings nobody knows, and answers that stay.
#include "app/jobs/names.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>

#include "app/jobs/compute.hpp"
#include "app/jobs/import.hpp"
#include "app/jobs/info.hpp"
#include "app/jobs/undo.hpp"
#include "geo/base/error.hpp"
#include "layers/store/workspace.hpp"
#include "tests/app/jobs/office.hpp"

namespace {

constexpr const char* head = "code,name,indicator,period,numerator,denominator,unit\n";

class Names : public testing::Test {
  protected:
    app::Outcome import(const std::string& rows, std::optional<geo::Date> epoch = {}, bool isAccepted = false,
                        const std::string& file = "bang.csv") {
        return importWhole(head + rows, epoch, isAccepted, file);
    }
    app::Outcome importWhole(const std::string& text, std::optional<geo::Date> epoch = {},
                             bool isAccepted = false, const std::string& file = "bang.csv") {
        office::writeBytes(m_desk / file, text);
        app::ImportRequest request;
        request.files = {m_desk / file};
        request.kind = layers::Kind::Indicators;
        request.epoch = epoch;
        request.isEpochAccepted = isAccepted;
        auto outcome = app::importFiles(m_desk.project(), request, m_quiet);
        m_desk.show(outcome.project);
        return outcome;
    }
    app::Outcome answer(const std::string& text) {
        auto outcome = app::answerNames(m_desk.project(), {{app::readNameAnswer(text)}}, m_quiet);
        m_desk.show(outcome.project);
        return outcome;
    }
    app::Outcome list() { return app::answerNames(m_desk.project(), {}, m_quiet); }

    office::Desk m_desk = office::Desk::empty();
    geo::Progress m_quiet;
};

std::string textOf(const app::Row& row, const std::string& name) {
    const auto cell = std::ranges::find(row, name, &app::Cell::name);
    return cell == row.end() ? std::string() : std::get<std::string>(cell->value);
}

const std::string oldRows =
    "03436,Xã Thu Lũm,waste-rural,2024,1,2,tấn/ngày\n"
    "03439,Xã Ka Lăng,waste-rural,2024,2,4,tấn/ngày\n";

TEST_F(Names, ofOldCommunesGivenTheNewDayAreRefusedAndNothingIsKept) {
    const auto before = m_desk.project();
    const auto outcome = import(oldRows, geo::Date{2025, 7, 1});
    ASSERT_TRUE(outcome.refusal);
    EXPECT_EQ(outcome.refusal->id, "import.mis-join");
    EXPECT_EQ(outcome.findings.size(), 2u);
    EXPECT_EQ(outcome.project, before);
    m_desk.reopen();
    EXPECT_EQ(m_desk.project(), before);
}

TEST_F(Names, areTakenAsToldWhenSomebodyInsistsAndEveryFigureSaysSo) {
    const auto outcome = import(oldRows, geo::Date{2025, 7, 1}, true);
    EXPECT_FALSE(outcome.refusal);
    EXPECT_EQ(outcome.findings.size(), 2u);
    app::ComputeRequest request;
    request.indicator = "waste-rural";
    request.level = layers::UnitLevel::Commune;
    const auto figures = app::computeIndicator(m_desk.project(), request, m_quiet);
    EXPECT_TRUE(std::ranges::any_of(figures.findings, [](const layers::Finding& finding) {
        return finding.message.id == "figure.epoch-accepted";
    }));
}

TEST_F(Names, thatMatchNoUnitAreListedWithRowsFilesAndProposals) {
    import("03436,Xã Thu Lũm,waste-rural,2024,1,2,tấn/ngày\n,Xã Lả Nhì Tàng,waste-rural,2024,1,2,tấn/ngày\n");
    const auto outcome = list();
    ASSERT_EQ(outcome.rows.size(), 1u);
    EXPECT_EQ(textOf(outcome.rows[0], "written_name"), "Xã Lả Nhì Tàng");
    EXPECT_EQ(textOf(outcome.rows[0], "files"), "bang.csv");
}

TEST_F(Names, answeredJoinTheRowsThatWaitAndTheNextFile) {
    const std::string rows =
        "03436,Xã Thu Lũm,waste-rural,2024,1,2,tấn/ngày\n,Xã Lả Nhì Tàng,waste-rural,2024,1,2,tấn/ngày\n";
    import(rows);
    EXPECT_EQ(answer("Xã Lả Nhì Tàng=03391").ledger.entries(layers::LedgerSide::Out).front().count, 1);
    EXPECT_TRUE(list().rows.empty());
    const auto next = import(rows, {}, false, "nam_sau.csv");
    EXPECT_TRUE(next.findings.empty());
}

TEST_F(Names, answeredAreTakenBackByUndo) {
    import(",Xã Lả Nhì Tàng,waste-rural,2024,1,2,tấn/ngày\n");
    answer("Xã Lả Nhì Tàng=03391");
    m_desk.show(app::undoChange(m_desk.project(), m_quiet).project);
    EXPECT_EQ(list().rows.size(), 1u);
}

TEST_F(Names, ofAReusedCodeWantTheDay) {
    import("03388,,waste-rural,2024,1,2,tấn/ngày\n");
    EXPECT_THROW(answer("03388=03388"), geo::Error);
    answer("03388=03388@2024-12-31");
    EXPECT_TRUE(list().rows.empty());
}

/// The unit each writing of a name was joined to, by its district.
std::map<std::string, std::string> unitsByDistrict(const app::Project& project) {
    const auto workspace = layers::Workspace::open(project.workspace, layers::Access::Read);
    std::map<std::string, std::string> units;
    for (const std::int64_t id : project.layers) {
        if (workspace.layer(id).kind != layers::Kind::Indicators) continue;
        auto rows = workspace.readLayer(id);
        const auto district = *rows.schema.indexOf("written_district");
        const auto code = *rows.schema.indexOf("unit_code");
        for (layers::Feature row; rows.next(row);)
            units[layers::textIn(row.values[district])] = layers::textIn(row.values[code]);
    }
    return units;
}

constexpr const char* twoDistricts =
    "name,huyen,indicator,period,numerator,denominator,unit\n"
    "Xã Bản Boo,Tam Đường,waste-rural,2024,1.5,2.5,tấn/ngày\n"
    "Xã Bản Boo,Sìn Hồ,waste-rural,2024,3.5,4.5,tấn/ngày\n";

TEST_F(Names, ofTwoDistrictsAreAnsweredEachForItself) {
    importWhole(twoDistricts);
    const app::NamesRequest one{{app::answerFor({{}, "Xã Bản Boo", "Tam Đường"}, "03405@2024-12-31")}};
    m_desk.show(app::answerNames(m_desk.project(), one, m_quiet).project);
    EXPECT_EQ(unitsByDistrict(m_desk.project()),
              (std::map<std::string, std::string>{{"Tam Đường", "03405"}, {"Sìn Hồ", ""}}));
    answer("Xã Bản Boo (Sìn Hồ)=03436@2024-12-31");
    EXPECT_EQ(unitsByDistrict(m_desk.project()),
              (std::map<std::string, std::string>{{"Tam Đường", "03405"}, {"Sìn Hồ", "03436"}}));
}

TEST_F(Names, thatFitSeveralWritingsAreNotAnsweredByTheNameAlone) {
    importWhole(twoDistricts);
    const auto refused = office::errorOf([&] { answer("Xã Bản Boo=03405@2024-12-31"); }).message();
    EXPECT_EQ(refused.id, "names.several-writings");
    EXPECT_NE(office::words().sentence(refused).find("Xã Bản Boo (Sìn Hồ), Xã Bản Boo (Tam Đường)"),
              std::string::npos);
    EXPECT_EQ(list().rows.size(), 2u);
}

TEST_F(Names, nobodyWroteAreNotAnswered) {
    import(",Xã Lả Nhì Tàng,waste-rural,2024,1,2,tấn/ngày\n");
    EXPECT_THROW(answer("Xã Khác=03391"), geo::Error);
    EXPECT_THROW(answer("Xã Lả Nhì Tàng=99999"), geo::Error);
    EXPECT_THROW(app::readNameAnswer("Xã Lả Nhì Tàng"), geo::Error);
}

}  // namespace
