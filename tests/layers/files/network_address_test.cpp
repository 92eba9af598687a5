// SPDX-License-Identifier: Apache-2.0
// Addresses on a network are refused with a word before anything is opened.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "layers/files/field_log.hpp"
#include "layers/files/formats.hpp"
#include "layers/files/gpx_writer.hpp"
#include "layers/files/table_file.hpp"
#include "tests/layers/files/sample_files.hpp"

namespace {

using testing::StartsWith;

const std::vector<std::string>& addresses() {
    static const std::vector<std::string> all{"http://127.0.0.1/a.",
                                              "https://127.0.0.1/a.",
                                              "smb://server/share/a.",
                                              "\\\\server\\share\\a.",
                                              "/vsicurl/http://server/a.",
                                              "/vsizip/a.zip/a.",
                                              "/vsimem/a."};
    return all;
}

TEST(NetworkAddresses, areRefusedForLayers) {
    for (const std::string& address : addresses()) {
        for (const char* const end : {"gpkg", "shp", "geojson", "csv", "xlsx", "kml", "gpx"}) {
            const std::string path = address + end;
            EXPECT_EQ(sample::errorOf([&] { sample::readAll(path); }), "file.network-address path=" + path);
        }
    }
}

TEST(NetworkAddresses, areRefusedForTablesAndFieldLogs) {
    for (const std::string& address : addresses()) {
        geo::Progress progress;
        EXPECT_THAT(sample::errorOf([&] { layers::readTable(address + "csv"); }),
                    StartsWith("file.network-address"));
        EXPECT_THAT(sample::errorOf([&] { layers::readFieldLog(address + "nmea", progress); }),
                    StartsWith("file.network-address"));
    }
}

TEST(NetworkAddresses, areRefusedForWhatIsWritten) {
    for (const std::string& address : addresses()) {
        EXPECT_THAT(sample::errorOf([&] { sample::write(address + "gpkg", {sample::plots().toWrite("a")}); }),
                    StartsWith("file.network-address"));
        EXPECT_THAT(sample::errorOf([&] { layers::writeTable(address + "csv", {}, {}, sample::options()); }),
                    StartsWith("file.network-address"));
        EXPECT_THAT(sample::errorOf([&] { layers::writeGpx(address + "gpx", {}, sample::options()); }),
                    StartsWith("file.network-address"));
    }
}

TEST(NetworkAddresses, areNotSeenInOrdinaryNames) {
    EXPECT_NO_THROW(layers::requireLocalPath("/media/máy chủ/vsi/a: b.gpkg"));
    EXPECT_NO_THROW(layers::requireLocalPath("vsicurl.gpkg"));
}

}  // namespace
