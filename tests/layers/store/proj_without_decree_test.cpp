// SPDX-License-Identifier: Apache-2.0
// A PROJ database that lacks the decree's parameters leads to a refusal, not to the older ones.
#include <gtest/gtest.h>
#include <sqlite3.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <string>
#include <vector>

#include "geo/base/error.hpp"
#include "geo/crs/transform.hpp"
#include "geo/crs/vn2000.hpp"

namespace {

namespace fs = std::filesystem;

fs::path installedDatabase() {
    const char* const told = std::getenv("PROJ_DATA");
    return fs::path(told == nullptr ? "/usr/share/proj" : told) / "proj.db";
}

void removeDecree(const fs::path& database) {
    sqlite3* handle = nullptr;
    ASSERT_EQ(sqlite3_open(database.c_str(), &handle), SQLITE_OK);
    const int answer = sqlite3_exec(
        handle,
        "DELETE FROM usage WHERE object_table_name = 'helmert_transformation' AND object_code = '6960';"
        "DELETE FROM helmert_transformation_table WHERE code = '6960';",
        nullptr, nullptr, nullptr);
    sqlite3_close(handle);
    ASSERT_EQ(answer, SQLITE_OK);
}

/// A PROJ that knows the older EPSG:5194 only, as long as it lives.
class OldProj {
  public:
    OldProj() {
        fs::create_directories(m_folder);
        fs::copy_file(installedDatabase(), m_folder / "proj.db", fs::copy_options::overwrite_existing);
        removeDecree(m_folder / "proj.db");
        setenv("PROJ_DATA", m_folder.c_str(), 1);
    }
    ~OldProj() {
        unsetenv("PROJ_DATA");
        fs::remove_all(m_folder);
    }

  private:
    fs::path m_folder = fs::temp_directory_path() / ("khoanh_proj_" + std::to_string(::getpid()));
};

}  // namespace

TEST(ProjWithoutDecree, joinsNoDatumsByTheOlderParameters) {
    if (!fs::exists(installedDatabase())) GTEST_SKIP() << "PROJ keeps its database elsewhere";
    const std::vector<geo::Crs> national{geo::Crs::fromText("EPSG:9205"), geo::Crs::fromText("EPSG:4756"),
                                         geo::vn2000TransverseMercator(103, 0.9996)};
    const std::vector<geo::Crs> global{geo::Crs::fromText("EPSG:4326"), geo::Crs::fromText("EPSG:32648"),
                                       geo::wgs84TransverseMercator(103, 0.9999)};
    const OldProj proj;
    for (const geo::Crs& from : national) {
        for (const geo::Crs& to : global) {
            EXPECT_THROW(geo::Transform(from, to), geo::Error) << from.name() << " to " << to.name();
            EXPECT_THROW(geo::Transform(to, from), geo::Error) << to.name() << " to " << from.name();
        }
    }
}

TEST(ProjWithoutDecree, stillServesWithinOneDatum) {
    if (!fs::exists(installedDatabase())) GTEST_SKIP() << "PROJ keeps its database elsewhere";
    const OldProj proj;
    const geo::Transform transform(geo::Crs::fromText("EPSG:9205"), geo::Crs::fromText("EPSG:9208"));
    EXPECT_NO_THROW(transform.apply(geo::Coordinate{546981.276, 2477623.887}));
}
