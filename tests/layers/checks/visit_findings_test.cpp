// SPDX-License-Identifier: Apache-2.0
// What of field points deserves a look: marked points one by one, tracks together.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "layers/checks/field_visits.hpp"
#include "tests/layers/checks/square_units.hpp"

using layers::FieldPoint;
using layers::Finding;
using layers::Site;
using layers::VisitAnswer;
using testing::ElementsAre;
using testing::IsEmpty;

namespace {

struct Visit {
    double x;
    FieldPoint point;
};

/// At y = 2 470 500 in the two communes that share the border x = 541 000; one landfill stands at x = 540
/// 200.
std::vector<Finding> findingsOf(const std::vector<Visit>& visits) {
    const layers::UnitMap communes = samples::twoCommunes();
    Site landfill;
    landfill.id = "bai-1";
    landfill.name = "Bãi rác";
    landfill.at = geo::Coordinate{540'200, 2'470'500};
    landfill.communeCode = "03388";
    const std::vector<Site> sites{landfill};
    const auto index = layers::indexOfSites(sites);
    std::vector<FieldPoint> points;
    std::vector<VisitAnswer> answers;
    for (const Visit& visit : visits) {
        points.push_back(visit.point);
        answers.push_back(layers::judgeVisit(visit.point, {visit.x, 2'470'500}, communes, sites, index));
    }
    return layers::visitFindings(points, answers);
}

std::vector<std::string> idsOf(const std::vector<Finding>& findings) {
    std::vector<std::string> ids;
    for (const Finding& finding : findings) ids.push_back(finding.message.id);
    return ids;
}

FieldPoint marked(const char* commune, const char* site = "") {
    FieldPoint point;
    point.name = "WP1";
    point.accuracy_m = 10;
    point.declaredCommune = commune;
    point.declaredSite = site;
    point.row = 3;
    return point;
}

FieldPoint tracked(std::int64_t row, const char* commune) {
    FieldPoint point = marked(commune);
    point.name.clear();
    point.isTrack = true;
    point.row = row;
    return point;
}

}  // namespace

TEST(VisitFindings, areNoneForPointsInTheirCommune) {
    EXPECT_THAT(findingsOf({{540'500, marked("03388")}, {541'500, marked("")}}), IsEmpty());
}

TEST(VisitFindings, nameAPointOutsideItsCommune) {
    const auto findings = findingsOf({{541'400, marked("03388")}});
    ASSERT_EQ(findings.size(), 1u);
    EXPECT_EQ(findings[0].row, 3);
    EXPECT_EQ(findings[0].unitCode, "03388");
    EXPECT_EQ(findings[0].message, (geo::Message{"check.outside",
                                                 {{"name", "WP1"},
                                                  {"declared", "Phường Đoàn Kết"},
                                                  {"actual", "Phường Tân Phong"},
                                                  {"distance_m", 400.0},
                                                  {"accuracy_m", 10.0},
                                                  {"accuracy_from", "stated"}}}));
}

TEST(VisitFindings, nameAPointTooNearToTheBorderToTell) {
    FieldPoint point = marked("03388");
    point.accuracy_m.reset();
    const auto findings = findingsOf({{541'012, point}});
    ASSERT_EQ(findings.size(), 1u);
    EXPECT_EQ(findings[0].message, (geo::Message{"check.undetermined",
                                                 {{"name", "WP1"},
                                                  {"unit", "Phường Đoàn Kết"},
                                                  {"distance_m", 12.0},
                                                  {"accuracy_m", 15.0},
                                                  {"accuracy_from", "assumed"}}}));
}

TEST(VisitFindings, callAPointWithoutNameByItsRow) {
    FieldPoint point = marked("03388");
    point.name.clear();
    EXPECT_EQ(findingsOf({{541'400, point}}).at(0).message.arguments[0], (geo::Argument{"name", "#3"}));
}

TEST(VisitFindings, nameAPointOffEveryUnit) {
    EXPECT_THAT(idsOf(findingsOf({{549'000, marked("")}})), ElementsAre("check.off-units"));
    EXPECT_THAT(idsOf(findingsOf({{549'000, marked("03388")}})), ElementsAre("check.off-units"));
}

TEST(VisitFindings, nameAPointFarFromItsSite) {
    EXPECT_THAT(findingsOf({{540'320, marked("", "bai-1")}}), IsEmpty());  // 100 m and twice the accuracy
    const auto findings = findingsOf({{540'612, marked("", "bai-1")}});
    ASSERT_EQ(findings.size(), 1u);
    EXPECT_EQ(
        findings[0].message,
        (geo::Message{"check.far-from-site",
                      {{"name", "WP1"}, {"site", "bai-1"}, {"distance_m", 412.0}, {"accuracy_m", 10.0}}}));
}

TEST(VisitFindings, nameDeclarationsNobodyKnows) {
    EXPECT_THAT(idsOf(findingsOf({{540'500, marked("Bum Tở", "bai-9")}})),
                ElementsAre("check.commune-unknown", "check.site-unknown"));
}

TEST(VisitFindings, countTheFixesOfATrackInsteadOfListingThem) {
    std::vector<Visit> visits;
    for (std::int64_t row = 10; row < 1010; ++row) {
        visits.push_back({541'100 + 0.5 * static_cast<double>(row), tracked(row, "03388")});
    }
    const auto findings = findingsOf(visits);
    ASSERT_EQ(findings.size(), 1u);
    EXPECT_EQ(findings[0].row, 10);
    EXPECT_EQ(findings[0].message, (geo::Message{"check.track-outside",
                                                 {{"unit", "Phường Đoàn Kết"},
                                                  {"count", std::int64_t{1000}},
                                                  {"first_row", std::int64_t{10}},
                                                  {"distance_m", 604.5}}}));
}

TEST(VisitFindings, letATrackThatIsDeclaredNowhereCrossBorders) {
    EXPECT_THAT(findingsOf({{540'990, tracked(1, "")}, {541'000, tracked(2, "")}, {541'010, tracked(3, "")}}),
                IsEmpty());
    EXPECT_THAT(idsOf(findingsOf({{540'990, tracked(1, "03388")}, {541'000, tracked(2, "03388")}})),
                ElementsAre("check.track-undetermined"));
}

TEST(VisitFindings, keepTheFaultsOfATrackApart) {
    EXPECT_THAT(idsOf(findingsOf({{549'000, tracked(1, "")},
                                  {541'500, tracked(2, "03388")},
                                  {540'500, tracked(3, "03408")},
                                  {540'500, tracked(4, "Bum Tở")},
                                  {549'000, tracked(5, "03388")}})),
                ElementsAre("check.track-outside", "check.track-outside", "check.track-off-units",
                            "check.track-commune-unknown"));
}

TEST(VisitFindings, stopWhereAnswersEnd) {
    const std::vector<FieldPoint> points{marked(""), marked("")};
    EXPECT_THAT(layers::visitFindings(points, {}), IsEmpty());
}
