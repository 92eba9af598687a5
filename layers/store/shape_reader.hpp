// SPDX-License-Identifier: Apache-2.0
// Any table of shapes as parts, read through connections that threads lease for as long as a stream lives.
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "layers/model/shape_stream.hpp"
#include "layers/store/store_connection.hpp"
#include "layers/store/workspace.hpp"

namespace layers {

/// About as many rows stand in each part.
constexpr std::int64_t rowsInAPart = 16384;

/// What is read of a table, and how.
struct ShapeQuery {
    std::filesystem::path path;
    /// Both as SQL writes them.
    std::string table;
    std::string idColumn;
    /// SQL for the shape and for the source row; without the latter rows are counted from 1.
    std::string shape;
    std::optional<std::string> sourceRow;
    /// As SQL writes them, in the order of the schema.
    std::vector<std::string> columns;
    Schema schema;
    std::optional<geo::Crs> crs;
    /// How many rows are said to be there; -1 when nobody says.
    std::int64_t count = -1;
    /// Nothing: all rows.
    std::optional<RowRange> rows;
    std::optional<geo::ShapeView> (*viewShape)(std::span<const std::byte> blob) = nullptr;
    /// Brings text of other programs into NFC, in the string where it has to be made anew.
    std::string_view (*composed)(std::string_view text, std::string& anew) = nullptr;
    /// Called within the reading of each part; throws when the table is not what it was when it was cut.
    std::function<void(const StoreConnection& reader)> requireUnchanged;
};

/// Cuts the table by its row ids. Parts follow the data alone. A stream holds SQLite's lock on the file while
/// it lives, so that no other program writes meanwhile; between parts one may.
/// Errors: as StoreConnection; while reading BadData `store.damaged` and whatever requireUnchanged throws.
ShapeParts partsOf(const StoreConnection& connection, ShapeQuery query);

}  // namespace layers
