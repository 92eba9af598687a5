// SPDX-License-Identifier: Apache-2.0
// The points somebody records in the field: a table beside the workspace that `check` reads.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "geo/base/date.hpp"
#include "layers/model/field_point.hpp"

namespace app {

/// `NAME-thuc-dia-2026-11-30.csv` beside the workspace: one a day.
std::filesystem::path fieldBookPath(const std::filesystem::path& workspace, const geo::Date& day);

/// Adds a row; the file is written anew aside and put into place whole, so that whatever happens the points
/// recorded before are there. Of a photo it holds the path, never the picture. Errors: Refused `file.folder-missing`, `file.not-writable`,
/// `field.book-unreadable`, `field.book-changed` (path) where its columns are no longer those of a field book.
void addToFieldBook(const std::filesystem::path& book, const layers::FieldPoint& point);

/// `NAME-thuc-dia-2026-11-30-bien-ban.pdf`: where its minutes go.
std::filesystem::path minutesPath(const std::filesystem::path& book);

/// How many points it holds; none when there is no such file. Errors: Refused `field.book-unreadable`.
std::size_t countInFieldBook(const std::filesystem::path& book);

}  // namespace app
