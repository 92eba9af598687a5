// SPDX-License-Identifier: Apache-2.0
// A packed index answers as one that SQLite grew itself, and goes on growing.
#include "layers/store/rtree_loader.hpp"

#include <algorithm>
#include <cmath>
#include <random>

#include "tests/layers/store/store_fixture.hpp"

using layers::RtreeLoader;
using layers::StoreConnection;

namespace {

std::vector<geo::Extent> randomBoxes(std::size_t count, unsigned seed) {
    std::mt19937 random(seed);
    std::uniform_real_distribution<double> place(400'000, 700'000), side(0, 500);
    std::vector<geo::Extent> boxes;
    for (std::size_t i = 0; i < count; ++i) {
        const double x = place(random), y = place(random);
        boxes.push_back({x, y, x + side(random), y + side(random)});
    }
    return boxes;
}

std::vector<std::int64_t> idsWithin(const StoreConnection& connection, const std::string& index,
                                    const geo::Extent& window) {
    layers::Statement select = connection.prepare(
        "SELECT id FROM " + index + " WHERE minx <= ? AND maxx >= ? AND miny <= ? AND maxy >= ?");
    select.bindAll(window.maxX, window.minX, window.maxY, window.minY);
    std::vector<std::int64_t> ids;
    while (select.step()) ids.push_back(select.whole(0));
    std::ranges::sort(ids);
    return ids;
}

std::string soundness(const StoreConnection& connection) {
    layers::Statement check = connection.prepare("SELECT rtreecheck('packed')");
    check.step();
    return check.text(0);
}

}  // namespace

class RtreeLoading : public StoreTest {
  protected:
    void SetUp() override {
        StoreTest::SetUp();
        connection.emplace(file("chi-muc.db"), layers::ConnectionMode::Create, layers::SqlFunctions::Plain);
        for (const char* const name : {"packed", "grown"}) {
            connection->execute(std::string("CREATE VIRTUAL TABLE ") + name +
                                " USING rtree(id, minx, maxx, miny, maxy)");
        }
    }
    void TearDown() override {
        connection.reset();
        StoreTest::TearDown();
    }

    void pack(const std::vector<geo::Extent>& boxes) {
        connection->execute("BEGIN");
        RtreeLoader loader(*connection, "packed");
        for (std::size_t i = 0; i < boxes.size(); ++i) loader.add(static_cast<std::int64_t>(i) + 1, boxes[i]);
        loader.finish();
        connection->execute("COMMIT");
    }
    void grow(const std::string& index, std::int64_t firstId, const std::vector<geo::Extent>& boxes) {
        connection->execute("BEGIN");
        layers::Statement insert = connection->prepare("INSERT INTO " + index + " VALUES (?, ?, ?, ?, ?)");
        for (const geo::Extent& box : boxes)
            insert.bindAll(firstId++, box.minX, box.maxX, box.minY, box.maxY).run();
        connection->execute("COMMIT");
    }
    void expectSameAnswers(unsigned seed) {
        for (geo::Extent window : randomBoxes(200, seed)) {
            window.maxX += 20'000;
            window.maxY += 5'000;
            EXPECT_EQ(idsWithin(*connection, "packed", window), idsWithin(*connection, "grown", window));
        }
    }

    std::optional<StoreConnection> connection;
};

TEST_F(RtreeLoading, answersAsTheIndexThatSqliteGrows) {
    // One level, the 51 cells of a full node and one more, several levels.
    for (const std::size_t count : {0U, 1U, 51U, 52U, 20'000U}) {
        const auto boxes = randomBoxes(count, 5);
        connection->execute("DELETE FROM packed; DELETE FROM grown");
        pack(boxes);
        grow("grown", 1, boxes);
        EXPECT_EQ(soundness(*connection), "ok") << count;
        EXPECT_EQ(connection->number("SELECT count(*) FROM packed"), static_cast<std::int64_t>(count));
        expectSameAnswers(6);
    }
}

TEST_F(RtreeLoading, leavesAnIndexThatSqliteKeeps) {
    const auto boxes = randomBoxes(5'000, 7);
    pack(boxes);
    grow("grown", 1, boxes);
    const auto more = randomBoxes(3'000, 8);
    for (const char* const index : {"packed", "grown"}) {
        grow(index, 5'001, more);
        connection->execute(std::string("DELETE FROM ") + index + " WHERE id % 3 = 0");
    }
    EXPECT_EQ(soundness(*connection), "ok");
    expectSameAnswers(9);
}

TEST_F(RtreeLoading, refusesAnIndexWithEntries) {
    grow("packed", 1, randomBoxes(1, 1));
    EXPECT_EQ(faultOf([&] { RtreeLoader(*connection, "packed"); }), "store.index-not-empty");
}

TEST_F(RtreeLoading, refusesABoxThatIsNone) {
    RtreeLoader loader(*connection, "packed");
    EXPECT_EQ(faultOf([&] { loader.add(1, {}); }), "store.index-box");
    EXPECT_EQ(faultOf([&] { loader.add(1, {std::nan(""), 0, 1, 1}); }), "store.index-box");
}
