// SPDX-License-Identifier: Apache-2.0
// Plants one fault at a time against the include fences and sees it found.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/architecture/cpp_text.hpp"
#include "tests/architecture/include_fences.hpp"
#include "tests/architecture/library_fences.hpp"

namespace fences {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

std::string including(const std::string& name) { return "// a purpose\n#include \"" + name + "\"\n"; }

std::string includingOutside(const std::string& name) { return "#include <" + name + ">\n"; }

TEST(CppText, blanksCommentsAndLiteralsAndKeepsTheLines) {
    const CppText parts = takeApart("a; // b\nc(\"d\\\"e\"); /* f\n g */ h = '\"'; i = 1'000;\n");

    EXPECT_EQ(parts.code, "a;     \nc(\"    \");     \n      h = ' '; i = 1'000;\n");
    EXPECT_THAT(parts.literals, SizeIs(1));
}

TEST(CppText, readsRawLiteralsToTheirOwnEnd) {
    const CppText parts = takeApart("x = R\"sql(one \" two)sql\"; y;");

    ASSERT_THAT(parts.literals, SizeIs(1));
    EXPECT_EQ(parts.literals[0].text, "one \" two");
}

TEST(CppText, seesNoIncludeInAComment) { EXPECT_THAT(includesOf("/*\n#include <proj.h>\n*/\n"), IsEmpty()); }

TEST(Floors, refuseGeoThatKnowsLayers) {
    const auto found = checkFloors({{"geo/crs/crs.cpp", including("layers/model/feature.hpp")}});
    EXPECT_THAT(found, ElementsAre(Violation{"geo/crs/crs.cpp", 2, "geo/crs may not include layers/model"}));
}

TEST(Floors, refuseAJobThatKnowsItsFace) {
    EXPECT_THAT(checkFloors({{"app/jobs/map.cpp", including("app/cli/flags.hpp")}}), SizeIs(1));
}

TEST(Floors, refuseOneFaceThatKnowsTheOther) {
    EXPECT_THAT(checkFloors({{"app/desktop/window.cpp", including("app/cli/flags.hpp")}}), SizeIs(1));
}

TEST(Floors, refuseAGeneratorThatKnowsStyles) {
    EXPECT_THAT(checkFloors({{"sample-data/generator/plots.cpp", including("styles/map/canvas.hpp")}}),
                SizeIs(1));
}

TEST(Floors, letRoomsOfOneFloorSeeEachOther) {
    EXPECT_THAT(checkFloors({{"layers/files/layer_source.cpp", including("layers/model/feature.hpp")}}),
                IsEmpty());
}

TEST(Floors, letTheFacesSeeJobsAndAllBelow) {
    EXPECT_THAT(checkFloors({{"app/cli/main.cpp", including("app/jobs/map.hpp")},
                             {"app/cli/words.cpp", including("styles/paint/picture.hpp")}}),
                IsEmpty());
}

TEST(RulesKnowNoStore, refusesAnIndicatorThatOpensAWorkspace) {
    EXPECT_THAT(
        checkRulesKnowNoStore({{"layers/indicators/cover.cpp", including("layers/store/workspace.hpp")}}),
        SizeIs(1));
}

TEST(NoCircles, refusesTwoRoomsThatIncludeEachOther) {
    const auto found = checkNoCircles({{"geo/crs/a.hpp", including("geo/measure/b.hpp")},
                                       {"geo/measure/b.hpp", including("geo/crs/a.hpp")}});
    EXPECT_THAT(found, SizeIs(2));
}

TEST(IncludesFromTheRoot, refusesANeighbourNamedShort) {
    EXPECT_THAT(
        checkIncludesStartAtTheRoot({{"geo/crs/crs.hpp", ""}, {"geo/crs/crs.cpp", including("crs.hpp")}}),
        SizeIs(1));
}

TEST(OutsideLibraries, refuseGeosOutsideTopology) {
    const auto found = checkOutsideLibraries({{"layers/checks/overlap.cpp", includingOutside("geos_c.h")}});
    EXPECT_THAT(found,
                ElementsAre(Violation{"layers/checks/overlap.cpp", 1, "GEOS is used outside its room"}));
}

TEST(OutsideLibraries, refuseQtInAHeaderThatAnotherRoomIncludes) {
    const auto found = checkOutsideLibraries({{"styles/paint/picture.hpp", includingOutside("QImage")},
                                              {"app/jobs/map.cpp", including("styles/paint/picture.hpp")}});
    EXPECT_THAT(found, ElementsAre(Violation{"styles/paint/picture.hpp", 1,
                                             "Qt shows in a header that other rooms see"}));
}

TEST(OutsideLibraries, letARoomShareHandlesAmongItsSources) {
    EXPECT_THAT(checkOutsideLibraries({{"geo/crs/proj_handles.hpp", includingOutside("proj.h")},
                                       {"geo/crs/transform.cpp", including("geo/crs/proj_handles.hpp")}}),
                IsEmpty());
}

TEST(OutsideLibraries, tellTheGeodesicFromTheRestOfProj) {
    EXPECT_THAT(checkOutsideLibraries({{"geo/measure/area.cpp", includingOutside("geodesic.h")}}), IsEmpty());
    EXPECT_THAT(checkOutsideLibraries({{"geo/measure/area.cpp", includingOutside("proj.h")}}), SizeIs(1));
}

TEST(OutsideLibraries, letFmtStandInAnySource) {
    EXPECT_THAT(checkOutsideLibraries({{"geo/base/date.cpp", includingOutside("fmt/format.h")}}), IsEmpty());
    EXPECT_THAT(checkOutsideLibraries({{"geo/base/date.hpp", includingOutside("fmt/format.h")},
                                       {"geo/crs/crs.cpp", including("geo/base/date.hpp")}}),
                SizeIs(1));
}

TEST(OutsideLibraries, letATestUseWhatItsRoomUses) {
    EXPECT_THAT(
        checkOutsideLibraries({{"tests/layers/store/workspace_test.cpp", includingOutside("sqlite3.h")}}),
        IsEmpty());
    EXPECT_THAT(
        checkOutsideLibraries({{"tests/layers/units/lineage_test.cpp", includingOutside("sqlite3.h")}}),
        SizeIs(1));
}

}  // namespace
}  // namespace fences
