// SPDX-License-Identifier: Apache-2.0
// Whatever comes in, the program says which file, what is wrong and what to do, and changes nothing.
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <fstream>

#include "tests/acceptance/program.hpp"

using program::Arguments;
using program::Desk;
using program::run;

namespace {

namespace fs = std::filesystem;

struct BadInput {
    std::string name;
    /// Puts the bad file onto the desk and answers its path.
    std::string (*prepare)(const Desk& desk);
    /// Follows `import WORKSPACE FILE`.
    Arguments options;
    /// What the words must name besides the file.
    std::string remedy;
};

Arguments asForest() { return {"--as", "forest", "--as-of", "2023-12-31"}; }

Arguments asForestWith(const std::string& option, const std::string& value) {
    Arguments options = asForest();
    options.insert(options.end(), {option, value});
    return options;
}

/// The plots of the former city under a name of the test's own, without some companions.
std::string cityPlots(const Desk& desk, const std::string& without = {}) {
    for (const char* extension : {".shp", ".shx", ".dbf", ".prj"}) {
        if (extension != without) fs::copy_file(program::sample() / ("rung_105_2023" + std::string(extension)), desk / ("lo" + std::string(extension)));
    }
    return desk / "lo.shp";
}

std::string cut(const std::string& file, std::uintmax_t part) {
    fs::resize_file(file, fs::file_size(file) * part / 100);
    return file;
}

std::string copied(const Desk& desk, const std::string& source, const std::string& name) {
    fs::copy_file(program::sample() / source, desk / name);
    return desk / name;
}

std::string written(const Desk& desk, const std::string& name, const std::string& bytes) {
    office::writeBytes(desk / name, bytes);
    return desk / name;
}

const std::vector<BadInput>& badInputs() {
    static const std::vector<BadInput> inputs{
        {"missingFile", [](const Desk& desk) { return desk / "none.shp"; }, asForest(), "đường dẫn"},
        {"truncatedShp", [](const Desk& desk) { return cut(cityPlots(desk), 60); }, asForest(), "lo.shp"},
        {"truncatedDbf", [](const Desk& desk) { cityPlots(desk); cut(desk / "lo.dbf", 60); return desk / "lo.shp"; }, asForest(), "lo."},
        {"truncatedGpkg", [](const Desk& desk) { return cut(copied(desk, "xa_phuong_2025.gpkg", "xa.gpkg"), 50); },
         {"--as", "communes", "--epoch", "2025-07-01"}, "xa.gpkg"},
        {"truncatedGeoJson", [](const Desk& desk) { return written(desk, "xa.geojson", R"({"type": "FeatureCollection", "features": [{"type": "Fea)"); },
         {"--as", "communes"}, "xa.geojson"},
        {"emptyFile", [](const Desk& desk) { return written(desk, "xa.gpkg", ""); }, {"--as", "communes"}, "xa.gpkg"},
        {"notWhatItsNameSays", [](const Desk& desk) { return written(desk, "xa.shp", "Kính gửi Ủy ban nhân dân tỉnh"); }, {"--as", "communes"}, "xa.shp"},
        {"unknownFormat", [](const Desk& desk) { return written(desk, "xa.docx", "PK"); }, {"--as", "communes"}, ".gpkg"},
        {"aFolder", [](const Desk& desk) { return desk.folder().string(); }, {"--as", "communes"}, ".gpkg"},
        {"missingDbf", [](const Desk& desk) { return cityPlots(desk, ".dbf"); }, asForest(), ".dbf"},
        {"missingPrj", [](const Desk& desk) { return cityPlots(desk, ".prj"); }, asForest(), "--crs"},
        {"wrongCrs", [](const Desk& desk) { return cityPlots(desk); }, asForestWith("--crs", "EPSG:3405"), "EPSG:9205"},
        {"wrongCrsInDegrees", [](const Desk& desk) { return cityPlots(desk); }, asForestWith("--crs", "EPSG:4326"), "--crs"},
        {"wrongEncoding", [](const Desk& desk) { return cityPlots(desk); }, asForestWith("--encoding", "utf-8"), "--encoding"},
        {"emptyLayer", [](const Desk& desk) { return written(desk, "xa.geojson", R"({"type": "FeatureCollection", "features": []})"); },
         {"--as", "communes"}, "xa.geojson"},
        {"missingLayerName", [](const Desk& desk) { return copied(desk, "xa_phuong_2025.gpkg", "xa.gpkg"); },
         {"--as", "communes", "--layer", "huyen"}, "huyen"},
        {"lineageWithoutColumns", [](const Desk& desk) { return written(desk, "l.csv", "cu,moi\n1,2\n"); }, {"--as", "lineage"}, "old_code"},
        {"lineageWithBadDate",
         [](const Desk& desk) {
             return written(desk, "l.csv", "old_code,old_name,district_code,district_name,new_code,new_name,date\n"
                                           "03386,A,105,B,03388,C,32/13/2025\n");
         },
         {"--as", "lineage"}, "32/13/2025"},
    };
    return inputs;
}

class BadImport : public testing::TestWithParam<std::size_t> {};

/// An answer that names the file and the remedy, on standard error alone.
void expectRefusal(const program::Answer& answer, const std::string& file, const std::string& remedy) {
    EXPECT_EQ(answer.code, 3) << answer.out << answer.err;
    EXPECT_EQ(answer.out, "");
    EXPECT_TRUE(answer.err.starts_with("Lỗi: ")) << answer.err;
    EXPECT_NE(answer.err.find(fs::path(file).filename().string()), std::string::npos) << answer.err;
    EXPECT_NE(answer.err.find(remedy), std::string::npos) << answer.err;
    EXPECT_EQ(answer.err.find("lỗi trong chương trình"), std::string::npos) << answer.err;
}

}  // namespace

TEST_P(BadImport, namesFileAndRemedyAndChangesNothing) {
    const BadInput& input = badInputs()[GetParam()];
    const Desk desk;
    const std::string before = desk.digest();
    const std::string file = input.prepare(desk);
    Arguments arguments{"import", desk.workspace(), file};
    arguments.insert(arguments.end(), input.options.begin(), input.options.end());
    expectRefusal(run(arguments), file, input.remedy);
    EXPECT_EQ(desk.digest(), before);
}

INSTANTIATE_TEST_SUITE_P(Every, BadImport, testing::Range(std::size_t{0}, badInputs().size()),
                         [](const auto& parameter) { return badInputs()[parameter.param].name; });

TEST(BadWorkspace, thatIsNoneIsNamed) {
    const Desk desk;
    office::writeBytes(desk / "letter.khoanh", "Kính gửi");
    office::writeBytes(desk / "empty.khoanh", "");
    for (const std::string& file : {desk / "letter.khoanh", desk / "empty.khoanh", (program::sample() / "xa_phuong_2025.gpkg").string()}) {
        const std::string before = office::bytesOf(file);
        expectRefusal(run({"info", file}), file, "Khoanh");
        expectRefusal(run({"undo", file}), file, "Khoanh");
        EXPECT_EQ(office::bytesOf(file), before);
    }
}

TEST(BadWorkspace, thatIsCutShortIsRefused) {
    const Desk desk;
    const std::string file = desk / "cut.khoanh";
    fs::copy_file(desk.workspace(), file);
    fs::resize_file(file, fs::file_size(file) / 2);
    const std::string before = office::bytesOf(file);
    expectRefusal(run({"compute", file, "forest-cover"}), file, "sao lưu");
    EXPECT_EQ(office::bytesOf(file), before);
}

TEST(BadWorkspace, ofANewerProgramIsLeftAlone) {
    if (!program::hasTool("sqlite3")) GTEST_SKIP() << "sqlite3 is not installed";
    const Desk desk;
    ASSERT_EQ(std::system(("sqlite3 '" + desk.workspace() + "' 'PRAGMA user_version = 999'").c_str()), 0);
    const std::string before = office::bytesOf(desk.workspace());
    for (const Arguments& arguments : {Arguments{"info", desk.workspace()}, Arguments{"compute", desk.workspace(), "forest-cover"},
                                       Arguments{"undo", desk.workspace()}}) {
        expectRefusal(run(arguments), desk.workspace(), "999");
    }
    EXPECT_EQ(office::bytesOf(desk.workspace()), before);
}

TEST(BadWorkspace, thatIsAlreadyThereIsNotOverwritten) {
    const Desk desk;
    const std::string before = office::bytesOf(desk.workspace());
    expectRefusal(run({"new", desk.workspace()}), desk.workspace(), "chọn tên khác");
    EXPECT_EQ(office::bytesOf(desk.workspace()), before);
}

TEST(BadTarget, aFolderThatIsMissingIsNamed) {
    const Desk desk;
    const std::string folder = desk / "none";
    expectRefusal(run({"new", folder + "/b.khoanh"}), folder, "tạo thư mục");
    expectRefusal(run({"export", desk.workspace(), "--out", folder + "/a.gpkg"}), folder, "tạo thư mục");
    expectRefusal(run({"export", desk.workspace(), "--out", folder + "/a.csv"}), folder, "tạo thư mục");
    EXPECT_FALSE(fs::exists(folder));
}

TEST(BadTarget, aFolderThatMayNotBeWrittenIsNamed) {
    if (geteuid() == 0) GTEST_SKIP() << "root may write anywhere";
    const Desk desk;
    fs::create_directory(desk / "closed");
    chmod((desk / "closed").c_str(), 0500);
    expectRefusal(run({"export", desk.workspace(), "--out", desk / "closed/a.gpkg"}), "a.gpkg", "quyền");
}

TEST(BadTarget, standardOutputThatIsFullIsAnError) {
    const Desk desk;
    const std::string program = (fs::path(KHOANH_BINARY_DIR) / "bin/khoanh").string();
    const int status = std::system((program + " info '" + desk.workspace() + "' --json > /dev/full 2> /dev/null").c_str());
    EXPECT_EQ(WEXITSTATUS(status), 3);
}
