// SPDX-License-Identifier: Apache-2.0
// Numbers and rows as Vietnamese offices type them into CSV.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace sample {

/// A whole number of the smallest steps as text: 12345 at one decimal is `1.234,5`.
std::string vietnameseNumber(std::int64_t steps, int decimals);

/// Rounded to so many decimals, then as above.
std::string vietnameseNumber(double value, int decimals);

/// Fields parted by semicolons, since the comma marks decimals; quoted where RFC 4180 wants it.
std::string semicolonRow(const std::vector<std::string>& fields);

/// Writes the whole text beside its place, then renames it.
/// Errors: Refused `file.folder-missing`, `file.not-writable`.
void writeText(const std::filesystem::path& target, const std::string& text);

}  // namespace sample
