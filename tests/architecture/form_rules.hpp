// SPDX-License-Identifier: Apache-2.0
// What a file and a folder look like from outside.
#pragma once

#include <vector>

#include "tests/architecture/source_tree.hpp"

namespace fences {

/// First line (second after `#!`): the SPDX line; in C++ the next one says what the file is for.
std::vector<Violation> checkFileOpenings(const std::vector<SourceFile>& files);

/// Code stands in floor/room; nothing stands deeper than two folders under a floor; no folder without a
/// subject.
std::vector<Violation> checkFolders(const std::vector<SourceFile>& files);

/// No singletons; Qt's own application object is Qt's affair.
std::vector<Violation> checkNoSingletons(const std::vector<SourceFile>& files);

/// No function that reads numbers by the locale: where people write a comma it takes 22.5 for 22.
std::vector<Violation> checkNumbersIgnoreTheLocale(const std::vector<SourceFile>& files);

/// Each room with code has its tests in the same place under tests/, and no tests stand where no room is.
std::vector<Violation> checkTestsMirrorTheCode(const std::vector<SourceFile>& files);

}  // namespace fences
