// SPDX-License-Identifier: Apache-2.0
// The pack says which province it is; a missing one names those there are.
#include "app/project/province_pack.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <fstream>

#include "geo/base/error.hpp"

namespace {

std::filesystem::path shippedData() { return std::filesystem::path(KHOANH_SOURCE_DIR) / "sample-data"; }

/// A data folder of the test's own, with broken packs.
class DataFolder {
  public:
    DataFolder() { std::filesystem::create_directories(m_path / "provinces"); }
    ~DataFolder() { std::filesystem::remove_all(m_path); }
    DataFolder(const DataFolder&) = delete;
    DataFolder& operator=(const DataFolder&) = delete;
    const std::filesystem::path& path() const { return m_path; }
    void addPack(const std::string& province, const std::string& json) const {
        std::filesystem::create_directories(m_path / "provinces" / province);
        std::ofstream(m_path / "provinces" / province / "pack.json") << json;
    }

  private:
    std::filesystem::path m_path = std::filesystem::temp_directory_path() / ("khoanh-pack-" + std::to_string(getpid()));
};

geo::Error faultOf(const std::filesystem::path& data, const std::string& province) {
    try {
        app::readPack(data, province);
    } catch (const geo::Error& error) {
        return error;
    }
    return {geo::ErrorKind::Internal, "nothing"};
}

}  // namespace

TEST(ProvincePack, theShippedOneIsLaiChauOnItsOwnPlane) {
    const auto pack = app::readPack(shippedData(), "12");
    EXPECT_EQ(pack.province, "12");
    EXPECT_EQ(pack.name, "Lai Châu");
    EXPECT_EQ(pack.crs, "EPSG:9205");
    // Phường Đoàn Kết, the provincial capital.
    EXPECT_TRUE(pack.extent.contains(geo::Coordinate{103.4582, 22.3964}));
    EXPECT_THAT(pack.tables, testing::IsSupersetOf({"units", "lineage", "forest_codes", "targets"}));
}

TEST(ProvincePack, everyTableItNamesStandsBesideIt) {
    const auto pack = app::readPack(shippedData(), "12");
    for (const std::string& table : pack.tables) {
        EXPECT_TRUE(std::filesystem::exists(pack.folder / (table + ".csv"))) << table;
    }
}

TEST(ProvincePack, aMissingOneNamesThoseThereAre) {
    const auto error = faultOf(shippedData(), "99");
    EXPECT_EQ(error.kind(), geo::ErrorKind::NotFound);
    EXPECT_EQ(error.message(), (geo::Message{"pack.missing", {{"province", std::string("99")}, {"known", std::string("12")}}}));
}

TEST(ProvincePack, noNameIsNoProvince) {
    EXPECT_EQ(faultOf(shippedData(), "").kind(), geo::ErrorKind::NotFound);
    EXPECT_EQ(faultOf(shippedData() / "nowhere", "12").kind(), geo::ErrorKind::NotFound);
}

TEST(ProvincePack, aBrokenOneIsBadDataNamingTheFile) {
    const DataFolder data;
    data.addPack("77", "{\"province\": \"77\"");
    data.addPack("78", "{\"province\": \"78\"}");
    for (const char* province : {"77", "78"}) {
        const auto error = faultOf(data.path(), province);
        EXPECT_EQ(error.kind(), geo::ErrorKind::BadData);
        EXPECT_EQ(error.message().id, "pack.unreadable");
        EXPECT_EQ(std::get<std::string>(error.message().arguments.front().value),
                  (data.path() / "provinces" / province / "pack.json").string());
    }
}
