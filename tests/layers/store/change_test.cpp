// SPDX-License-Identifier: Apache-2.0
// A change is whole or nothing.
#include "layers/store/change.hpp"

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <fstream>
#include <stop_token>

#include "tests/layers/store/store_fixture.hpp"

using layers::Access;
using layers::Change;
using layers::Workspace;

namespace {

constexpr std::chrono::milliseconds impatient{10};

layers::Table tableOf(const std::string& text) {
    return {{{"Tên", layers::FieldType::Text}, {"số", layers::FieldType::Decimal}},
            {{text, 1.5}, {std::monostate{}, std::monostate{}}}};
}

std::string lineOf(const char* path) {
    std::ifstream in(path);
    std::string line;
    std::getline(in, line);
    return line;
}

/// Another process that has begun a change and ends without finishing it.
class OtherWriter {
  public:
    explicit OtherWriter(const std::filesystem::path& path) {
        int ready[2];
        if (pipe(ready) != 0) return;
        m_process = fork();
        if (m_process == 0) holdChange(path, ready[1]);
        char signal = 0;
        EXPECT_EQ(read(ready[0], &signal, 1), 1);
        close(ready[0]);
        close(ready[1]);
    }
    ~OtherWriter() {
        kill(m_process, SIGKILL);
        waitpid(m_process, nullptr, 0);
    }
    OtherWriter(const OtherWriter&) = delete;
    OtherWriter& operator=(const OtherWriter&) = delete;
    pid_t process() const { return m_process; }

  private:
    [[noreturn]] static void holdChange(const std::filesystem::path& path, int ready) {
        Workspace workspace = Workspace::open(path, Access::Write);
        Change change(workspace);
        addPlots(change, plots(3));
        if (write(ready, "!", 1) != 1) _exit(1);
        while (true) pause();
    }

    pid_t m_process = -1;
};

layers::RunRecord sampleRun() {
    layers::RunRecord run;
    run.job = "compute";
    run.parameters = R"({"indicator":"forest-cover"})";
    run.ledger.add(layers::LedgerSide::In, "plots", 20'000, {470'395.25});
    run.ledger.add(layers::LedgerSide::Out, "counted", 19'990, {470'390.0});
    run.ledger.add(layers::LedgerSide::Lost, "outside-all-zones", 10, {5.25});
    run.findings.push_back({{"units.area-contradicts",
                             {{"name", "Sìn Hồ"}, {"measured_km2", 1034.8}, {"rank", std::int64_t{8}}}},
                            3,
                            "108"});
    run.findings.push_back({{"outfall.repeated", {}}, 17, "03433", "diem-xa-thai-2025.csv"});
    run.asOf = geo::Date{2025, 12, 31};
    return run;
}

layers::Observation sampleObservation() {
    layers::Observation observation;
    observation.indicator = "forest-cover";
    observation.unitCode = "03433";
    observation.unitName = "Xã Bum Tở";
    observation.unitsOn = {2025, 7, 1};
    observation.asOf = {2024, 12, 31};
    observation.release = layers::Release::Provisional;
    observation.termUnit = "ha";
    layers::setPercentage(observation, 25'000.5, 38'407, layers::Status::Measured);
    observation.method = "register";
    observation.areaKind = "plane";
    observation.denominatorKind = "official";
    observation.sourceLayer = 3;
    observation.source = "Kiểm kê rừng";
    observation.count = 5123;
    observation.part = "sector=IX stage=operating";
    observation.document = "Báo cáo 112/BC-SNNMT";
    return observation;
}

}  // namespace

using ChangeTest = StoreTest;

TEST_F(ChangeTest, leavesNothingWhenItIsNotCommitted) {
    Workspace workspace = newWorkspace();
    importPlots(workspace, plots(5));
    const std::string before = contentOf(workspace);
    {
        Change change(workspace);
        addPlots(change, plots(100));
        change.addTable("units", tableOf("a"));
    }
    EXPECT_EQ(contentOf(workspace), before);
    EXPECT_EQ(contentOf(Workspace::open(file(), Access::Read)), before);
}

TEST_F(ChangeTest, leavesNothingWhenItIsStoppedOnTheWay) {
    Workspace workspace = newWorkspace();
    importPlots(workspace, plots(5));
    const std::string before = contentOf(workspace);
    const auto features = plots(9000);
    std::stop_source stop;
    geo::Progress progress(
        [&](std::string_view, std::int64_t done, std::int64_t) {
            if (done > 4000) stop.request_stop();
        },
        stop.get_token());
    Change change(workspace);

    const auto import = [&] { change.addLayer({}, streamOfPlots(features), progress); };

    EXPECT_THROW(import(), geo::Error);
    EXPECT_EQ(contentOf(workspace), before);
    EXPECT_EQ(faultOf([&] { change.commit("{}"); }), "store.change-ended");
}

TEST_F(ChangeTest, leavesNothingWhenItsProgramIsKilled) {
    Workspace workspace = newWorkspace();
    const std::string before = contentOf(workspace);
    { OtherWriter killed(file()); }
    EXPECT_EQ(contentOf(Workspace::open(file(), Access::Read)), before);
    importPlots(workspace, plots(2));
}

TEST_F(ChangeTest, leavesNothingWhenItsStreamFails) {
    Workspace workspace = newWorkspace();
    const std::string before = contentOf(workspace);
    const auto features = plots(10);
    layers::FeatureStream stream = streamOfPlots(features);
    stream.next = [inner = stream.next, count = 0](layers::Feature& feature) mutable {
        if (++count == 5) throw geo::Error(geo::ErrorKind::BadData, "test.broken-row");
        return inner(feature);
    };
    geo::Progress progress;
    Change change(workspace);
    EXPECT_EQ(faultOf([&] { change.addLayer({}, stream, progress); }), "test.broken-row");
    EXPECT_EQ(contentOf(workspace), before);
}

TEST_F(ChangeTest, reportsItsSteps) {
    Workspace workspace = newWorkspace();
    const auto features = plots(5000);
    std::vector<std::string> steps;
    geo::Progress progress(
        [&](std::string_view id, std::int64_t done, std::int64_t total) {
            steps.push_back(std::string(id) + " " + std::to_string(done) + "/" + std::to_string(total));
        },
        {});
    Change change(workspace);
    change.addLayer({}, streamOfPlots(features), progress);
    EXPECT_EQ(steps, (std::vector<std::string>{"store.writing 0/5000", "store.writing 4096/5000",
                                               "store.indexing 0/0"}));
}

TEST_F(ChangeTest, hasTheWorkspaceToItself) {
    Workspace workspace = newWorkspace();
    Workspace other = Workspace::open(file(), Access::Write);
    Change first(workspace);
    EXPECT_EQ(faultOf([&] { Change second(other, impatient); }), "store.busy");
    first.commit("{}");
    Change second(other, impatient);
}

TEST_F(ChangeTest, namesTheProgramThatHoldsTheWorkspace) {
    Workspace workspace = newWorkspace();
    OtherWriter other(file());
    const bool isListed = !lineOf("/proc/locks").empty();
    try {
        Change change(workspace, impatient);
        FAIL();
    } catch (const geo::Error& error) {
        EXPECT_EQ(error.message().id, "store.busy");
        const auto holder = std::get<std::string>(error.message().arguments.at(1).value);
        if (!isListed) GTEST_SKIP() << "this system does not list its locks";
        EXPECT_NE(holder.find("(" + std::to_string(other.process()) + ")"), std::string::npos) << holder;
    }
}

TEST_F(ChangeTest, isNotSeenByReadersBeforeItIsCommitted) {
    Workspace workspace = newWorkspace();
    const Workspace reader = Workspace::open(file(), Access::Read);
    Change change(workspace);
    addPlots(change, plots(3));
    EXPECT_TRUE(reader.layers().empty());
    change.commit("{}");
    EXPECT_EQ(reader.layers().size(), 1u);
}

TEST_F(ChangeTest, copiesALayerOfItsOwnWorkspace) {
    Workspace workspace = newWorkspace();
    const auto features = plots(20);
    const std::int64_t layer = importPlots(workspace, features);
    geo::Progress progress;
    Change change(workspace);
    const std::int64_t copy = change.addLayer({}, workspace.readLayer(layer), progress);
    change.commit("{}");
    EXPECT_EQ(collect(workspace.readLayer(copy)), features);
}

TEST_F(ChangeTest, keepsTablesAsVersionsThatUndoBringsBack) {
    Workspace workspace = newWorkspace();
    for (const char* text : {"cũ", "mới"}) {
        Change change(workspace);
        change.addTable("lineage", tableOf(text));
        change.commit(text);
    }
    EXPECT_EQ(workspace.readTable("lineage"), tableOf("mới"));
    EXPECT_EQ(workspace.tableNames(), std::vector<std::string>{"lineage"});

    workspace.undo();

    EXPECT_EQ(workspace.readTable("lineage"), tableOf("cũ"));
    EXPECT_TRUE(workspace.hasTable("lineage"));
    EXPECT_EQ(faultOf([&] { workspace.readTable("units"); }), "store.table-missing");
}

TEST_F(ChangeTest, keepsRunsWithLedgerAndFindings) {
    Workspace workspace = newWorkspace();
    layers::RunRecord run = sampleRun();
    Change change(workspace);
    run.id = change.addRun(run);
    change.commit("{}");
    EXPECT_EQ(Workspace::open(file(), Access::Read).runs(), std::vector<layers::RunRecord>{run});
}

TEST_F(ChangeTest, keepsWhatTheAmountsOfALedgerAreCountedIn) {
    Workspace workspace = newWorkspace();
    Change change(workspace);
    for (const char* unit : {"m3/day", ""}) {
        layers::RunRecord run = sampleRun();
        run.ledger.unit = unit;
        change.addRun(run);
    }
    change.commit("{}");

    const auto runs = Workspace::open(file(), Access::Read).runs();

    EXPECT_EQ(runs.at(0).ledger.unit, "m3/day");
    EXPECT_EQ(runs.at(0).ledger.total(layers::LedgerSide::Lost), 5.25);
    EXPECT_EQ(runs.at(1).ledger.unit, "");
}

TEST_F(ChangeTest, keepsObservationsAndTheirGaps) {
    Workspace workspace = newWorkspace();
    std::vector<layers::Observation> observations(2, sampleObservation());
    layers::setPercentage(observations[1], std::nullopt, std::nullopt, layers::Status::Measured);
    Change change(workspace);
    const std::int64_t run = change.addRun(sampleRun());
    change.addObservations(run, observations);
    change.commit("{}");
    EXPECT_EQ(workspace.observations(run), observations);
    EXPECT_TRUE(workspace.observations(run + 1).empty());
}
