// SPDX-License-Identifier: Apache-2.0
// An atlas is whole or not there at all, and the same every time.
#include "app/jobs/atlas.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <thread>

#include "app/jobs/atlas_words.hpp"
#include "tests/app/jobs/office.hpp"

namespace {

app::MapRequest atlasOf(const std::string& theme, const std::filesystem::path& out) {
    app::MapRequest request;
    request.theme = theme;
    request.figures.level = layers::UnitLevel::District;
    request.figures.unitsOn = geo::Date{2024, 12, 31};
    request.out = out;
    request.themesFolder = office::dataFolder() / "themes";
    request.size = {1754, 1240};
    request.page = {true, 150, std::nullopt};
    return request;
}

app::Outcome drawn(const office::Desk& desk, const app::MapRequest& request, geo::Progress progress = {}) {
    const styles::PaintSession session;
    const auto words = office::words();
    return app::drawAtlas(desk.project(), request, {words, session}, progress);
}

std::size_t timesIn(const std::string& bytes, const std::string& words) {
    std::size_t times = 0;
    for (std::size_t at = bytes.find(words); at != std::string::npos; at = bytes.find(words, at + 1)) ++times;
    return times;
}

std::string squareOf(const std::string& code, const std::string& name, double west) {
    const auto corner = [](double x, double y) {
        return "[" + std::to_string(x) + "," + std::to_string(y) + "]";
    };
    const double east = west + 0.1, south = 22.2, north = 22.3;
    return R"({"type":"Feature","properties":{"ma_xa":")" + code + R"(","ten_xa":")" + name +
           R"("},"geometry":{"type":"Polygon","coordinates":[[)" + corner(west, south) + "," +
           corner(east, south) + "," + corner(east, north) + "," + corner(west, north) + "," +
           corner(west, south) + "]]}}";
}

/// An atlas of communes that lie in their file in some order.
std::string atlasOfCommunes(const std::vector<std::string>& squares) {
    auto desk = office::Desk::empty();
    std::string features;
    for (const std::string& square : squares) features += (features.empty() ? "" : ",") + square;
    office::writeBytes(desk / "xa.geojson", R"({"type":"FeatureCollection","features":[)" + features + "]}");
    office::writeBytes(desk / "bang.csv",
                       "ma_xa;chi_tieu;nam;tu_so;mau_so;don_vi\n03388;waste-urban;2025;9;10;tấn/ngày\n"
                       "03390;waste-urban;2025;1;10;tấn/ngày\n");
    desk.import(office::units(desk / "xa.geojson", layers::Kind::Communes, {2025, 7, 1}));
    app::ImportRequest table;
    table.files = {desk / "bang.csv"};
    table.kind = layers::Kind::Indicators;
    desk.import(table);
    app::MapRequest request = atlasOf("waste-urban", desk / "a.pdf");
    request.figures = office::figures("waste-urban", layers::UnitLevel::Commune, 2025);
    drawn(desk, request);
    return office::bytesOf(desk / "a.pdf");
}

/// Notes when it is entered while somebody is still inside.
class OneAtATime {
  public:
    void pass() {
        if (++m_inside > 1) m_hasMet = true;
        std::this_thread::sleep_for(std::chrono::milliseconds(2));
        --m_inside;
    }
    bool hasMet() const { return m_hasMet; }

  private:
    std::atomic<int> m_inside = 0;
    std::atomic<bool> m_hasMet = false;
};

}  // namespace

TEST(Atlas, readsWholeAndSimplifiedPlotsByTurns) {
    OneAtATime connection;
    styles::PlotSource plots;
    plots.within = [&](const geo::Extent&, std::size_t) {
        connection.pass();
        return std::optional(std::vector<styles::MapPlot>{});
    };
    plots.simplified = [&](const geo::Extent&, double, const geo::Progress&) {
        connection.pass();
        return std::vector<styles::MosaicTile>{};
    };

    app::takeTurns(plots);
    std::jthread pages([&] {
        for (int page = 0; page < 20; ++page) plots.within({}, 1);
    });
    for (int page = 0; page < 20; ++page) plots.simplified({}, 1, {});
    pages.join();

    EXPECT_FALSE(connection.hasMet());
}

TEST(Atlas, hasAPageForTheWholeAnIndexAndAPageAUnit) {
    const auto desk = office::Desk::full();
    const auto outcome = drawn(desk, atlasOf("forest-cover", desk / "a.pdf"));

    const std::string pdf = office::bytesOf(desk / "a.pdf");
    EXPECT_EQ(timesIn(pdf, "/Type /Page\n"), 1u + 1 + 8);
    EXPECT_EQ(office::number(outcome.rows.front(), "pages"), 10);
}

TEST(Atlas, hasTheSameBytesEveryTime) {
    const auto desk = office::Desk::full();
    for (const char* theme : {"forest-cover", "forest-plots"}) {
        drawn(desk, atlasOf(theme, desk / "a.pdf"));
        drawn(desk, atlasOf(theme, desk / "b.pdf"));
        EXPECT_EQ(office::bytesOf(desk / "a.pdf"), office::bytesOf(desk / "b.pdf")) << theme;
    }
}

TEST(Atlas, doesNotDependOnTheOrderItsBordersComeIn) {
    const std::string first = squareOf("03388", "Phường Đoàn Kết", 103.3);
    const std::string second = squareOf("03390", "Xã Bình Lư", 103.4);

    EXPECT_EQ(atlasOfCommunes({first, second}), atlasOfCommunes({second, first}));
}

TEST(Atlas, thatIsStoppedLeavesTheOldFileWhole) {
    const auto desk = office::Desk::full();
    office::writeBytes(desk / "a.pdf", "old");
    std::stop_source stop;
    const auto stopAtPage = [&](std::string_view step, std::int64_t done, std::int64_t) {
        if (step == "map.atlas" && done == 4) stop.request_stop();
    };
    const auto error = office::errorOf(
        [&] { drawn(desk, atlasOf("forest-cover", desk / "a.pdf"), {stopAtPage, stop.get_token()}); });

    EXPECT_EQ(error.kind(), geo::ErrorKind::Stopped);
    EXPECT_EQ(office::bytesOf(desk / "a.pdf"), "old");
}

TEST(Atlas, isAPdf) {
    const auto desk = office::Desk::full();
    const auto error = office::errorOf([&] { drawn(desk, atlasOf("forest-cover", desk / "a.png")); });
    EXPECT_EQ(error.message().id, "paint.pages-need-pdf");
}

TEST(AtlasWords, sayThatNoTargetWasAssignedRatherThanTheProvinces) {
    styles::MapUnit unit;
    unit.name = "Pa Ủ";
    layers::Observation figure;
    figure.indicator = "forest-cover";
    figure.unitName = "Xã Pa Ủ";
    figure.unit = "%";
    figure.value = 71.7;
    figure.status = layers::Status::Measured;
    styles::MapText text;
    text.title = "Tỷ lệ che phủ rừng năm 2023";
    app::writeUnit(text, {unit, &figure, nullptr, styles::Theme{}}, office::words());

    EXPECT_EQ(text.title, "Xã Pa Ủ");
    EXPECT_EQ(text.figure.value, "71,70%");
    EXPECT_EQ(text.figure.note, "");
    EXPECT_EQ(text.table.back().value, "chưa có");
}

TEST(AtlasWords, sayWhyThereIsNoFigureAndNeverZero) {
    styles::MapUnit unit;
    layers::Observation figure;
    figure.unit = "%";
    figure.status = layers::Status::NotReported;
    styles::MapText text;
    app::writeUnit(text, {unit, &figure, nullptr, styles::Theme{}}, office::words());

    EXPECT_EQ(text.figure.value, "chưa báo cáo");
}
