// SPDX-License-Identifier: Apache-2.0
// What is said of a point somebody stood at, and on what grounds.
#include "layers/checks/field_visits.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "tests/layers/checks/square_units.hpp"

using layers::FieldPoint;
using layers::Site;
using layers::Verdict;
using layers::VisitAnswer;
using layers::VisitBasis;
using samples::twoCommunes;

namespace {

FieldPoint pointWith(std::optional<double> accuracy_m, const char* commune = "", const char* site = "") {
    FieldPoint point;
    point.name = "WP1";
    point.accuracy_m = accuracy_m;
    point.declaredCommune = commune;
    point.declaredSite = site;
    return point;
}

Site siteAt(double x, const char* id, const char* communeCode) {
    Site site;
    site.id = id;
    site.name = std::string("Bãi ") + id;
    site.at = geo::Coordinate{x, 2'470'500};
    site.communeCode = communeCode;
    return site;
}

/// At y = 2 470 500, in the middle of the squares; the border between them runs along x = 541 000.
VisitAnswer answerAt(double x, const FieldPoint& point, const std::vector<Site>& sites = {}) {
    return layers::judgeVisit(point, {x, 2'470'500}, twoCommunes(), sites, layers::indexOfSites(sites));
}

}  // namespace

TEST(JudgeVisit, saysInsideFartherFromTheBorderThanTwiceTheAccuracy) {
    const auto answer = answerAt(540'969, pointWith(15, "03388"));
    EXPECT_EQ(answer.verdict, Verdict::Inside);
    EXPECT_EQ(answer.basis, VisitBasis::DeclaredCommune);
    EXPECT_EQ(answer.toBorder.value, 31);
    EXPECT_EQ(answer.actualName, "Phường Đoàn Kết");
}

TEST(JudgeVisit, saysOutsideFartherBeyondTheBorderThanTwiceTheAccuracy) {
    const auto answer = answerAt(541'031, pointWith(15, "Đoàn Kết"));
    EXPECT_EQ(answer.verdict, Verdict::Outside);
    EXPECT_EQ(answer.declaredCode, "03388");
    EXPECT_EQ(answer.actualCode, "03408");
}

TEST(JudgeVisit, concludesNothingWithinTwiceTheAccuracyOfTheBorder) {
    for (const double x : {540'988.0, 541'012.0, 540'970.0, 541'030.0, 541'000.0}) {
        EXPECT_EQ(answerAt(x, pointWith(15, "03388")).verdict, Verdict::Undetermined) << x;
    }
}

TEST(JudgeVisit, namesTheNeighbourAPointMayLieIn) {
    EXPECT_EQ(answerAt(540'988, pointWith(15, "03388")).neighbourCode, "03408");
    EXPECT_EQ(answerAt(541'012, pointWith(15, "03388")).neighbourCode, "03408");
    EXPECT_EQ(answerAt(540'500, pointWith(15, "03388")).neighbourCode, "");
    EXPECT_EQ(answerAt(540'012, pointWith(15, "03388")).neighbourCode, "");  // the end of the map
}

TEST(JudgeVisit, assumesFifteenMetresWhereAccuracyIsUnknownAndSaysSo) {
    const double unknown = std::numeric_limits<double>::quiet_NaN();
    const double infinite = std::numeric_limits<double>::infinity();
    for (const std::optional<double> accuracy_m :
         {std::optional<double>(), {0.0}, {-3.0}, {unknown}, {infinite}}) {
        const auto answer = answerAt(540'971, pointWith(accuracy_m, "03388"));
        EXPECT_TRUE(answer.isAccuracyAssumed);
        EXPECT_EQ(answer.accuracy_m, 15);
        EXPECT_EQ(answer.verdict, Verdict::Undetermined);
    }
    EXPECT_FALSE(answerAt(540'971, pointWith(5, "03388")).isAccuracyAssumed);
}

TEST(JudgeVisit, holdsAPointAgainstTheCommuneOfItsDeclaredSite) {
    const std::vector<Site> sites{siteAt(540'100, "b1", "03388")};
    for (const char* const written : {"b1", "B1", "bãi b1"}) {
        const auto answer = answerAt(541'500, pointWith(5, "", written), sites);
        EXPECT_EQ(answer.basis, VisitBasis::DeclaredSite);
        EXPECT_EQ(answer.declaredCode, "03388");
        EXPECT_EQ(answer.verdict, Verdict::Outside);
        EXPECT_EQ(answer.site, 0u);
        EXPECT_EQ(answer.toSite.value, 1400);
    }
}

TEST(JudgeVisit, prefersTheDeclaredCommuneToThatOfTheSite) {
    const std::vector<Site> sites{siteAt(540'100, "b1", "03388")};
    const auto answer = answerAt(541'500, pointWith(5, "3408", "b1"), sites);
    EXPECT_EQ(answer.basis, VisitBasis::DeclaredCommune);
    EXPECT_EQ(answer.verdict, Verdict::Inside);
}

TEST(JudgeVisit, holdsAnUndeclaredPointAgainstTheNearestSiteWithinFiveHundredMetres) {
    const std::vector<Site> sites{siteAt(540'100, "b1", "03408"), siteAt(540'700, "b2", "03388")};
    const auto near = answerAt(541'200, pointWith(5), sites);
    EXPECT_EQ(near.basis, VisitBasis::NearestSite);
    EXPECT_EQ(near.site, 1u);
    EXPECT_EQ(near.verdict, Verdict::Outside);
    const auto far = answerAt(541'201, pointWith(5), sites);
    EXPECT_EQ(far.basis, VisitBasis::Underfoot);
    EXPECT_EQ(far.site, std::nullopt);
    EXPECT_EQ(far.verdict, Verdict::Inside);
}

TEST(JudgeVisit, holdsNoTrackAgainstTheSitesItPasses) {
    const std::vector<Site> sites{siteAt(540'900, "b1", "03388")};
    FieldPoint point = pointWith(5);
    point.isTrack = true;
    const auto answer = answerAt(541'200, point, sites);
    EXPECT_EQ(answer.basis, VisitBasis::Underfoot);
    EXPECT_EQ(answer.verdict, Verdict::Inside);
    EXPECT_EQ(answer.toSite.value, 300);
}

TEST(JudgeVisit, saysWhenADeclarationIsUnknownAndGoesOnWithTheNextGrounds) {
    const auto answer = answerAt(540'500, pointWith(5, "Bum Tở", "b9"));
    EXPECT_TRUE(answer.isCommuneUnknown);
    EXPECT_TRUE(answer.isSiteUnknown);
    EXPECT_EQ(answer.basis, VisitBasis::Underfoot);
}

TEST(JudgeVisit, takesANameOfTwoSitesForNeither) {
    std::vector<Site> sites{siteAt(540'100, "b1", "03388"), siteAt(541'900, "b2", "03408")};
    sites[1].name = sites[0].name;
    EXPECT_TRUE(answerAt(540'500, pointWith(5, "", "Bãi b1"), sites).isSiteUnknown);
}

TEST(JudgeVisit, knowsADeclaredSiteWithoutPosition) {
    std::vector<Site> sites{siteAt(540'100, "b1", "03388")};
    sites[0].at.reset();
    const auto answer = answerAt(540'500, pointWith(5, "", "b1"), sites);
    EXPECT_EQ(answer.site, 0u);
    EXPECT_TRUE(std::isinf(answer.toSite.value));
    EXPECT_EQ(answer.verdict, Verdict::Inside);
}

TEST(JudgeVisit, saysOutsideOffEveryUnit) {
    const auto answer = answerAt(543'000, pointWith(15));
    EXPECT_EQ(answer.verdict, Verdict::Outside);
    EXPECT_EQ(answer.basis, VisitBasis::Nothing);
    EXPECT_EQ(answer.actualCode, "");
    EXPECT_EQ(answer.probabilityInside, 0);
}

TEST(JudgeVisit, concludesNothingJustBeyondTheMap) {
    const auto answer = answerAt(542'012, pointWith(15));
    EXPECT_EQ(answer.verdict, Verdict::Undetermined);
    EXPECT_EQ(answer.basis, VisitBasis::NearestBorder);
    EXPECT_EQ(answer.declaredCode, "03408");
    EXPECT_EQ(answer.toBorder.value, 12);
}

TEST(JudgeVisit, concludesNothingWithoutAPosition) {
    const auto answer = answerAt(std::numeric_limits<double>::quiet_NaN(), pointWith(15, "03388", "b1"),
                                 {siteAt(540'100, "b1", "03388")});
    EXPECT_EQ(answer.verdict, Verdict::Undetermined);
    EXPECT_EQ(answer.probabilityInside, 0.5);
    EXPECT_TRUE(std::isinf(answer.toBorder.value));
    EXPECT_TRUE(std::isinf(answer.toSite.value));
}

TEST(JudgeVisit, concludesNothingOnAMapWithoutUnitsOrShapes) {
    const layers::UnitMap empty({});
    EXPECT_EQ(layers::judgeVisit(pointWith(5), {540'500, 2'470'500}, empty, {}, {}).verdict,
              Verdict::Undetermined);
    const layers::UnitMap shapeless({{"1", "A", geo::Geometry()}});
    EXPECT_EQ(layers::judgeVisit(pointWith(5, "A"), {540'500, 2'470'500}, shapeless, {}, {}).verdict,
              Verdict::Undetermined);
}

TEST(JudgeVisit, survivesTextThatIsNone) {
    const auto answer =
        answerAt(540'500, pointWith(5, "\xFF\xFE", "\xE1\xBB"), {siteAt(540'100, "\xFF", "\xFF")});
    EXPECT_TRUE(answer.isCommuneUnknown);
    EXPECT_TRUE(answer.isSiteUnknown);
}

TEST(ProbabilityInside, isThatOfANormalErrorAcrossTheBorder) {
    // Of a standard normal distribution: 84.134 % lie under one, 97.725 % under two standard deviations.
    EXPECT_EQ(layers::probabilityInside(geo::Metres{0}, 15), 0.5);
    EXPECT_NEAR(layers::probabilityInside(geo::Metres{15}, 15), 0.84134, 1e-5);
    EXPECT_NEAR(layers::probabilityInside(geo::Metres{30}, 15), 0.97725, 1e-5);
    EXPECT_NEAR(layers::probabilityInside(geo::Metres{-30}, 15), 0.02275, 1e-5);
}

TEST(Words, nameVerdictsAndGrounds) {
    EXPECT_EQ(layers::wordOf(Verdict::Inside), "inside");
    EXPECT_EQ(layers::wordOf(Verdict::Outside), "outside");
    EXPECT_EQ(layers::wordOf(Verdict::Undetermined), "undetermined");
    EXPECT_EQ(layers::wordOf(VisitBasis::DeclaredCommune), "declared-commune");
    EXPECT_EQ(layers::wordOf(VisitBasis::Underfoot), "underfoot");
}
