// SPDX-License-Identifier: Apache-2.0
// What an office calls our columns: read from JSON, applied to features as they come.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

#include "layers/model/feature_stream.hpp"

namespace layers {

/// A column of ours under any of the heads an office gives it.
struct ProfileColumn {
    std::string name;
    /// In order of preference; compared without case, accents and punctuation.
    std::vector<std::string> heads;
};

/// A column every row has the same value in.
struct ProfileConstant {
    std::string name;
    Value value;
};

/// A code that loses its leading zeros where it is kept as a number.
struct ProfileDigits {
    std::string name;
    std::size_t digits;
};

/// What makes one row of ours out of some columns of a wide table.
struct ProfilePart {
    std::vector<ProfileColumn> columns;
    std::vector<ProfileConstant> constants;
};

struct ImportProfile {
    /// File name and digest.
    std::string name;
    /// Word of the kind it is for; empty for any.
    std::string kind;
    std::vector<ProfileColumn> columns;
    std::vector<ProfileConstant> constants;
    std::vector<ProfileDigits> digits;
    /// Each source row becomes one row for each part; none: one row.
    std::vector<ProfilePart> rows;
};

/// JSON: `khoanh_profile` 1, `kind`, `columns` {ours: head or [heads]}, `constants` {ours: value},
/// `digits` {ours: count}, `rows` [{columns, constants}].
/// Errors: NotFound `file.missing`; BadData `profile.unreadable` (path, reason), `profile.key-unknown` (path,
/// key).
ImportProfile readImportProfile(const std::filesystem::path& path);

/// A column of ours and the head it stands under in one source.
struct FoundColumn {
    std::string name;
    /// As the file writes it, and as the profile does.
    std::string head;
    std::string told;
};

/// Under which of its heads each column of each part was found: of one part where the profile makes one row
/// of a row. Columns the source has not are left out.
std::vector<std::vector<FoundColumn>> foundColumns(const Schema& source, const ImportProfile& profile);

/// The features under our names. Columns the profile does not name stay as they are, with an underscore where
/// the name is taken; a source row becomes several where the profile says so, all with its sourceRow.
/// Errors: BadData `profile.column-missing` (column, heads, found): a column of a part is not there.
FeatureStream profiled(FeatureStream source, const ImportProfile& profile);

}  // namespace layers
