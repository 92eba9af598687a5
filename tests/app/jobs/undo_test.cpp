// SPDX-License-Identifier: Apache-2.0
// Every change can be taken back, one by one.
#include "app/jobs/undo.hpp"

#include <gtest/gtest.h>

#include "app/jobs/new.hpp"
#include "layers/store/workspace.hpp"
#include "tests/app/jobs/office.hpp"

using app::CoverMethod;
using layers::UnitLevel;

namespace {

app::Outcome undone(office::Desk& desk) {
    geo::Progress progress;
    auto outcome = app::undoChange(desk.project(), progress);
    desk.show(outcome.project);
    return outcome;
}

bool hasPrevious(const office::Desk& desk) {
    return layers::Workspace::open(desk.project().workspace, layers::Access::Read).previousProject().has_value();
}

/// Other plots of the same day.
void importOtherForest(office::Desk& desk) { desk.import(office::forest(office::plotFiles(office::crossingSample()))); }

}  // namespace

TEST(Undo, bringsTheFormerProjectBack) {
    auto desk = office::Desk::full();
    const app::Project before = desk.project();
    desk.compute(office::cover(UnitLevel::District, CoverMethod::Register));
    EXPECT_NE(desk.project(), before);
    EXPECT_EQ(undone(desk).project, before);
    desk.reopen();
    EXPECT_EQ(desk.project(), before);
}

TEST(Undo, bringsTheFormerPlotsAndTheirFiguresBack) {
    auto desk = office::Desk::full();
    const auto request = office::cover(UnitLevel::Province, CoverMethod::Register);
    const auto forest_ha = office::number(desk.compute(request).rows[0], "numerator");
    desk.import(office::forest(office::plotFiles(office::crossingSample())));
    EXPECT_NE(office::number(desk.compute(request).rows[0], "numerator"), forest_ha);
    undone(desk);
    undone(desk);
    EXPECT_EQ(office::number(desk.compute(request).rows[0], "numerator"), forest_ha);
}

TEST(Undo, bringsTheFormerLineageBack) {
    auto desk = office::Desk::full();
    const auto request = office::cover(UnitLevel::Commune, CoverMethod::Register);
    const auto before = desk.compute(request);
    office::writeBytes(desk / "one.csv", "old_code,old_name,district_code,district_name,new_code,new_name\n"
                                         "03386,Phường Quyết Thắng,105,Thành phố Lai Châu,03388,Phường Đoàn Kết\n");
    app::ImportRequest lineage;
    lineage.files = {desk / "one.csv"};
    lineage.kind = layers::Kind::Lineage;
    desk.import(lineage);
    EXPECT_FALSE(office::findingsOf(desk.compute(request), "forest.not-carried").empty());
    undone(desk);
    undone(desk);
    const auto after = desk.compute(request);
    EXPECT_TRUE(office::findingsOf(after, "forest.not-carried").empty());
    EXPECT_EQ(after.ledger, before.ledger);
}

TEST(Undo, endsWhereTheWorkspaceBegan) {
    auto desk = office::Desk::empty();
    const std::string before = desk.digest();
    const auto error = office::errorOf([&] { undone(desk); });
    EXPECT_EQ(error.kind(), geo::ErrorKind::Refused);
    EXPECT_EQ(error.message().id, "store.nothing-to-undo");
    EXPECT_EQ(desk.digest(), before);
}

TEST(New, workspacesOfTheSamePackHaveTheSameContent) {
    EXPECT_EQ(office::Desk::empty().digest(), office::Desk::empty().digest());
}

TEST(New, leavesAFileThatIsThereAlone) {
    const office::Folder folder;
    office::writeBytes(folder / "letter.khoanh", "Kính gửi");
    geo::Progress progress;
    const auto error = office::errorOf([&] { app::makeWorkspace({folder / "letter.khoanh", office::dataFolder(), "12", {}}, progress); });
    EXPECT_EQ(error.message().id, "store.exists");
    EXPECT_EQ(office::bytesOf(folder / "letter.khoanh"), "Kính gửi");
}

TEST(New, measuresOnAPlaneAndNeverInDegrees) {
    const office::Folder folder;
    geo::Progress progress;
    const auto error = office::errorOf([&] { app::makeWorkspace({folder / "a.khoanh", office::dataFolder(), "12", "EPSG:4326"}, progress); });
    EXPECT_EQ(error.message().id, "new.crs-not-plane");
    EXPECT_TRUE(std::filesystem::is_empty(folder.path()));
}

TEST(Redo, bringsBackWhatWasUndoneOnceAndNoMore) {
    auto desk = office::Desk::full();
    desk.compute(office::cover(UnitLevel::District, CoverMethod::Register));
    const app::Project after = desk.project();
    undone(desk);
    geo::Progress progress;
    const auto outcome = app::redoChange(desk.project(), progress);
    EXPECT_EQ(outcome.project, after);
    try {
        app::redoChange(outcome.project, progress);
        FAIL() << "redone twice";
    } catch (const geo::Error& error) {
        EXPECT_EQ(error.message().id, "store.nothing-to-redo");
    }
}

TEST(Redo, isOverOnceSomethingElseWasDone) {
    auto desk = office::Desk::full();
    desk.compute(office::cover(UnitLevel::District, CoverMethod::Register));
    undone(desk);
    desk.compute(office::cover(UnitLevel::Province, CoverMethod::Register));
    geo::Progress progress;
    const auto error = office::errorOf([&] { app::redoChange(desk.project(), progress); });
    EXPECT_EQ(error.message().id, "store.nothing-to-redo");
}

TEST(Undo, ofHoldingsTakesFiguresComputedSinceWithIt) {
    auto desk = office::Desk::full();
    const auto request = office::cover(UnitLevel::Province, CoverMethod::Register);
    desk.compute(request);
    const app::Project before = desk.project();
    desk.import(office::forest(office::plotFiles(office::crossingSample())));
    desk.compute(request);
    const app::Project after = desk.project();
    geo::Progress progress;
    EXPECT_EQ(app::undoHoldings(desk.project(), progress).project, before);
    EXPECT_EQ(app::redoHoldings(desk.project(), progress).project, after);
}

TEST(Undo, ofHoldingsLeavesAllAsItIsWhenOnlyFiguresCouldGo) {
    auto desk = office::Desk::empty();
    geo::Progress progress;
    while (hasPrevious(desk)) undone(desk);
    const app::Project before = desk.project();
    EXPECT_EQ(office::errorOf([&] { app::undoHoldings(desk.project(), progress); }).message().id,
              "store.nothing-to-undo");
    desk.reopen();
    EXPECT_EQ(desk.project(), before);
}

TEST(Redo, ofHoldingsGoesOnAfterALookAtWhatWasLeft) {
    auto desk = office::Desk::full();
    const app::Project before = desk.project();
    importOtherForest(desk);
    desk.compute(office::cover(UnitLevel::Province, CoverMethod::Register));
    const app::Project after = desk.project();
    geo::Progress progress;
    desk.show(app::undoHoldings(desk.project(), progress).project);

    desk.compute(office::cover(UnitLevel::Province, CoverMethod::Register));
    desk.compute(office::cover(UnitLevel::District, CoverMethod::Register));
    EXPECT_TRUE(app::undoChoices(desk.project()).canRedo);
    const auto redone = app::redoHoldings(desk.project(), progress);

    EXPECT_EQ(redone.project, after);
    EXPECT_FALSE(app::undoChoices(redone.project).canRedo);
    EXPECT_EQ(app::undoHoldings(redone.project, progress).project, before);
}

TEST(Redo, ofHoldingsBringsStepsBackInTheirOrderWhateverWasLookedAtBetween) {
    auto desk = office::Desk::full();
    const auto look = [&] { desk.compute(office::cover(UnitLevel::Province, CoverMethod::Register)); };
    importOtherForest(desk);
    look();
    const auto first = desk.project().layers;
    desk.import(office::released(office::forest(office::plotFiles(office::crossingSample()))));
    look();
    const auto second = desk.project().layers;
    geo::Progress progress;
    for (int i = 0; i < 2; ++i) {
        desk.show(app::undoHoldings(desk.project(), progress).project);
        desk.compute(office::cover(UnitLevel::District, CoverMethod::Register));
    }
    desk.show(app::redoHoldings(desk.project(), progress).project);
    EXPECT_EQ(desk.project().layers, first);
    desk.compute(office::cover(UnitLevel::Commune, CoverMethod::Register));
    EXPECT_EQ(app::redoHoldings(desk.project(), progress).project.layers, second);
}

TEST(Redo, ofHoldingsIsOverOnceSomethingElseWasBroughtIn) {
    auto desk = office::Desk::full();
    importOtherForest(desk);
    geo::Progress progress;
    desk.show(app::undoHoldings(desk.project(), progress).project);
    desk.import(office::released(office::forest(office::plotFiles(office::crossingSample()))));
    EXPECT_FALSE(app::undoChoices(desk.project()).canRedo);
    EXPECT_EQ(office::errorOf([&] { app::redoHoldings(desk.project(), progress); }).message().id,
              "store.nothing-to-redo");
}
