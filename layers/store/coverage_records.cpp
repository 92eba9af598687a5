// SPDX-License-Identifier: Apache-2.0
// Coverage tiles in and out of the file.
#include "layers/store/coverage_records.hpp"

#include "geo/base/error.hpp"

namespace layers {
namespace {

constexpr std::string_view hasLayer = "SELECT 1 FROM khoanh_layer WHERE id = ?";
constexpr std::string_view insertTile =
    "INSERT OR REPLACE INTO khoanh_coverage (layer, tile, bytes) VALUES (?, ?, ?)";
constexpr std::string_view selectTiles =
    "SELECT tile, bytes FROM khoanh_coverage WHERE layer = ? ORDER BY tile";
constexpr std::string_view selectTile = "SELECT bytes FROM khoanh_coverage WHERE layer = ? AND tile = ?";

}  // namespace

void insertCoverage(const StoreConnection& connection, std::int64_t layer, std::int64_t tile,
                    std::span<const std::byte> bytes) {
    Statement known = connection.prepare(hasLayer);
    if (!known.bindAll(layer).step())
        throw geo::Error(geo::ErrorKind::NotFound, "store.layer-missing", {{"layer", layer}});
    Statement statement = connection.prepare(insertTile);
    statement.bindAll(layer, tile).bindBorrowed(3, bytes);
    statement.run();
}

void visitCoverage(const StoreConnection& connection, std::int64_t layer,
                   const std::function<void(std::int64_t tile, std::span<const std::byte> bytes)>& visit) {
    Statement statement = connection.prepare(selectTiles);
    statement.bindAll(layer);
    while (statement.step()) visit(statement.whole(0), statement.blob(1));
}

std::optional<std::vector<std::byte>> readCoverageTile(const StoreConnection& connection, std::int64_t layer,
                                                       std::int64_t tile) {
    Statement statement = connection.prepare(selectTile);
    if (!statement.bindAll(layer, tile).step()) return std::nullopt;
    const std::span<const std::byte> bytes = statement.blob(0);
    return std::vector<std::byte>(bytes.begin(), bytes.end());
}

}  // namespace layers
