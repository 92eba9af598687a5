// SPDX-License-Identifier: Apache-2.0
// The several files that are one shapefile: whether they are all there and whole, and what bytes their text
// holds.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "layers/files/dbf_cuts.hpp"
#include "layers/text/encoding.hpp"

namespace layers {

struct ShapefileParts {
    std::filesystem::path shp, shx, dbf;
    /// Empty when absent.
    std::filesystem::path prj, cpg;

    /// All that are there, in the order .shp .shx .dbf .prj .cpg.
    std::vector<std::filesystem::path> all() const;
};

/// Finds the parts and checks that none is shorter than its header says and all count the same rows.
/// Errors: BadData `file.companion-missing` (path, missing), `file.truncated` (path, reason).
ShapefileParts requireWholeShapefile(const std::filesystem::path& shp);

struct DbfScan {
    std::int64_t rows = 0;
    /// Rows marked as deleted, which readers skip.
    std::int64_t deleted = 0;
    /// Different texts with bytes beyond ASCII, field names among them.
    std::vector<std::string> samples;
    FullFields fullFields;
};

/// Reads every record once.
/// Errors: BadData `file.unreadable`.
DbfScan scanDbf(const std::filesystem::path& dbf, std::size_t maxSamples);

/// What a .cpg claims; nothing when there is none or it names no encoding we know.
std::optional<Encoding> claimedEncoding(const std::filesystem::path& cpg);

}  // namespace layers
