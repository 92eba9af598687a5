// SPDX-License-Identifier: Apache-2.0
// A workspace of an older schema becomes one of the present, or stays as it was.
#include "layers/store/migration.hpp"

#include <sys/wait.h>
#include <unistd.h>

#include <fstream>
#include <iterator>
#include <thread>

#include "tests/layers/store/store_fixture.hpp"
#include "tests/layers/store/version_one.hpp"

using layers::Access;
using layers::Change;
using layers::Workspace;

namespace {

namespace fs = std::filesystem;

constexpr uid_t nobody = 65'534;
constexpr const char* insertProject = "INSERT INTO khoanh_project (id, json) VALUES (77, 'giữ lại')";

std::string bytesOf(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

std::size_t filesIn(const fs::path& folder) {
    return static_cast<std::size_t>(std::distance(fs::directory_iterator(folder), {}));
}

layers::RunRecord runOfVersionOne() {
    layers::RunRecord run;
    run.job = "import";
    run.parameters = "{}";
    run.ledger.add(layers::LedgerSide::In, "plots", 20'000, 470'395.25);
    run.findings.push_back({{"units.area-contradicts", {{"rank", std::int64_t{8}}}}, 3, "108"});
    return run;
}

layers::Observation observationOfVersionOne() {
    layers::Observation observation;
    observation.indicator = "forest-cover";
    observation.unitCode = "03433";
    observation.unitsOn = {2025, 7, 1};
    observation.asOf = {2024, 12, 31};
    layers::setPercentage(observation, 25'000.5, 38'407, layers::Status::Measured);
    return observation;
}

/// Everything a workspace can hold, in what version 1 had words for.
void fill(Workspace& workspace) {
    Change change(workspace);
    addPlots(change, plots(40));
    change.addTable("lineage", {{{"Tên", layers::FieldType::Text}}, {{std::string("Bum Tở")}}});
    const std::int64_t run = change.addRun(runOfVersionOne());
    change.addObservations(run, std::vector{observationOfVersionOne()});
    change.commit("{}");
}

/// Work in a process of its own; answers its exit code.
template <class Work>
pid_t inOtherProcess(Work&& work) {
    const pid_t process = fork();
    if (process != 0) return process;
    int code = 1;
    try {
        work();
        code = 0;
    } catch (...) {
    }
    _exit(code);
}

int exitCodeOf(pid_t process) {
    int status = 0;
    waitpid(process, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

/// Rights bind everybody but the superuser, so that one becomes nobody for a while.
class AsOrdinaryUser {
  public:
    AsOrdinaryUser() : m_wasRoot(geteuid() == 0) { EXPECT_TRUE(!m_wasRoot || seteuid(nobody) == 0); }
    ~AsOrdinaryUser() { EXPECT_TRUE(!m_wasRoot || seteuid(0) == 0); }
    AsOrdinaryUser(const AsOrdinaryUser&) = delete;
    AsOrdinaryUser& operator=(const AsOrdinaryUser&) = delete;

  private:
    bool m_wasRoot;
};

class MigrationTest : public StoreTest {
  protected:
    void SetUp() override {
        StoreTest::SetUp();
        Workspace workspace = newWorkspace();
        fill(workspace);
        m_content = contentOf(workspace);
    }
    void TearDown() override {
        fs::permissions(m_folder, fs::perms::owner_all);
        StoreTest::TearDown();
    }

    /// What opening ends with; the file must be as it was, with nothing beside it.
    std::string refusal(Access access) {
        const std::string before = bytesOf(file());
        const std::string fault = faultOf([&] { Workspace::open(file(), access); });
        EXPECT_EQ(bytesOf(file()), before);
        EXPECT_EQ(filesIn(m_folder), 1u);
        return fault;
    }

    std::string m_content;
};

}  // namespace

TEST_F(MigrationTest, keepsAllThatVersionOneHeld) {
    makeVersionOne(file());

    const Workspace workspace = Workspace::open(file(), Access::Write);

    EXPECT_EQ(workspace.schemaVersion(), 5);
    EXPECT_EQ(contentOf(workspace), m_content);
    EXPECT_EQ(workspace.runs().at(0).ledger, runOfVersionOne().ledger);
    EXPECT_EQ(workspace.observations(1), std::vector{observationOfVersionOne()});
    EXPECT_EQ(workspace.featuresAt(1, {500'450, 2'450'050}).size(), 1u);
    EXPECT_EQ(filesIn(m_folder), 1u);
}

TEST_F(MigrationTest, isDoneForAReaderToo) {
    makeVersionOne(file());
    EXPECT_EQ(contentOf(Workspace::open(file(), Access::Read)), m_content);
    EXPECT_EQ(contentOf(Workspace::open(file(), Access::Read)), m_content);
}

TEST_F(MigrationTest, leavesAWorkspaceThatCanBeWritten) {
    makeVersionOne(file());
    Workspace workspace = Workspace::open(file(), Access::Write);
    layers::RunRecord run = runOfVersionOne();
    run.ledger.unit = "m3/day";
    Change change(workspace);
    addPlots(change, plots(2));
    change.addRun(run);
    change.commit("{}");
    EXPECT_EQ(Workspace::open(file(), Access::Read).runs().at(1).ledger, run.ledger);
}

TEST_F(MigrationTest, doesNothingToAWorkspaceOfThePresent) {
    const std::string before = bytesOf(file());
    layers::migrateWorkspace(file());
    EXPECT_EQ(bytesOf(file()), before);
}

TEST_F(MigrationTest, keepsTheRightsOnTheFile) {
    makeVersionOne(file());
    const auto rights = fs::perms::owner_read | fs::perms::owner_write | fs::perms::group_read;
    fs::permissions(file(), rights);
    Workspace::open(file(), Access::Read);
    EXPECT_EQ(fs::status(file()).permissions(), rights);
}

TEST_F(MigrationTest, isDoneThroughALink) {
    makeVersionOne(file());
    fs::create_symlink(file(), file("lối tắt.khoanh"));
    EXPECT_EQ(contentOf(Workspace::open(file("lối tắt.khoanh"), Access::Write)), m_content);
    EXPECT_TRUE(fs::is_symlink(file("lối tắt.khoanh")));
    EXPECT_EQ(Workspace::open(file(), Access::Read).schemaVersion(), 5);
}

TEST_F(MigrationTest, leavesTheFileAsItWasWhenAStepFails) {
    makeVersionOne(file());
    PlainConnection(file()).run("DROP TABLE khoanh_observation");
    EXPECT_EQ(refusal(Access::Write), "store.sql");
    EXPECT_EQ(refusal(Access::Read), "store.sql");
}

TEST_F(MigrationTest, leavesTheFileAsItWasWhenItIsDamaged) {
    makeVersionOne(file());
    {
        // Pages of plots, far from the first ones.
        std::fstream out(file(), std::ios::in | std::ios::out | std::ios::binary);
        out.seekp(static_cast<std::streamoff>(fs::file_size(file()) * 3 / 4));
        out << std::string(30'000, '\xA5');
    }
    EXPECT_EQ(refusal(Access::Write), "store.damaged");
}

TEST_F(MigrationTest, saysWhatItWasDoingWhenItFailed) {
    makeVersionOne(file());
    PlainConnection(file()).run("DROP TABLE khoanh_finding");
    try {
        Workspace::open(file(), Access::Read);
        FAIL();
    } catch (const geo::Error& error) {
        ASSERT_EQ(error.context().size(), 1u);
        EXPECT_EQ(error.context()[0],
                  (geo::Message{
                      "store.migrating",
                      {{"path", file().string()}, {"found", std::int64_t{1}}, {"known", std::int64_t{5}}}}));
    }
}

TEST_F(MigrationTest, isRefusedWhereTheFolderCannotBeWritten) {
    makeVersionOne(file());
    fs::permissions(file(), fs::perms::all);
    fs::permissions(m_folder, static_cast<fs::perms>(0555));
    const AsOrdinaryUser ordinary;
    EXPECT_EQ(refusal(Access::Read), "store.older-schema");
    EXPECT_EQ(refusal(Access::Write), "store.older-schema");
}

TEST_F(MigrationTest, isRefusedWhereTheFileCannotBeWritten) {
    makeVersionOne(file());
    fs::permissions(file(), static_cast<fs::perms>(0444));
    fs::permissions(m_folder, fs::perms::all);
    const AsOrdinaryUser ordinary;
    EXPECT_EQ(refusal(Access::Read), "store.older-schema");
}

TEST_F(MigrationTest, isRefusedForAVersionThatNeverWas) {
    PlainConnection(file()).run("PRAGMA user_version=0");
    EXPECT_EQ(refusal(Access::Read), "store.older-schema");
}

TEST_F(MigrationTest, losesNothingWhenSeveralProgramsBeginAtOnce) {
    makeVersionOne(file());
    std::vector<pid_t> programs;
    for (int i = 0; i < 6; ++i) {
        programs.push_back(inOtherProcess([&] {
            Workspace workspace = Workspace::open(file(), Access::Write);
            importPlots(workspace, plots(i + 1));
        }));
    }
    for (const pid_t program : programs) EXPECT_EQ(exitCodeOf(program), 0);

    std::int64_t plotsKept = 0;
    for (const auto& layer : Workspace::open(file(), Access::Read).layers()) plotsKept += layer.featureCount;

    EXPECT_EQ(plotsKept, 40 + 1 + 2 + 3 + 4 + 5 + 6);
    EXPECT_EQ(filesIn(m_folder), 1u);
}

TEST_F(MigrationTest, waitsForAWriterAndKeepsWhatItWrote) {
    makeVersionOne(file());
    PlainConnection writer(file());
    writer.run("BEGIN IMMEDIATE");
    std::jthread finishing([&] {
        std::this_thread::sleep_for(std::chrono::milliseconds(300));
        writer.run(insertProject);
        writer.run("COMMIT");
    });
    const std::string content = contentOf(Workspace::open(file(), Access::Read));
    EXPECT_NE(content.find("giữ lại"), std::string::npos);
}

TEST_F(MigrationTest, keepsWhatStillStandsInTheLogOfAnotherProgram) {
    makeVersionOne(file());
    PlainConnection writer(file());
    writer.run("PRAGMA journal_mode=WAL");
    writer.run(insertProject);
    fs::copy(file(), file("bản sao.khoanh"));
    fs::copy(file().string() + "-wal", file("bản sao.khoanh").string() + "-wal");

    const std::string content = contentOf(Workspace::open(file("bản sao.khoanh"), Access::Write));

    EXPECT_NE(content.find("giữ lại"), std::string::npos);
}

TEST_F(MigrationTest, doesNotDisturbAProgramThatHasTheFileOpen) {
    makeVersionOne(file());
    PlainConnection other(file());
    other.run("SELECT count(*) FROM khoanh_project");
    Workspace::open(file(), Access::Read);
    other.run(insertProject);
    EXPECT_NE(contentOf(Workspace::open(file(), Access::Read)).find("giữ lại"), std::string::npos);
}

TEST_F(MigrationTest, isSaidToHaveToWaitForAWriterThatGoesOn) {
    makeVersionOne(file());
    PlainConnection writer(file());
    writer.run("BEGIN IMMEDIATE");
    EXPECT_EQ(faultOf([&] { Workspace::open(file(), Access::Read); }), "store.busy");
    writer.run("COMMIT");
}
