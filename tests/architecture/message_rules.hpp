// SPDX-License-Identifier: Apache-2.0
// Words: every message id has a sentence in both languages; SQL and places' names stay in their rooms.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "tests/architecture/source_tree.hpp"

namespace fences {

struct MessageUse {
    std::string id;
    std::string path;
    std::size_t line = 0;
    /// The names given beside it, `{{"path", …}, {"row", …}}`; empty when they are made elsewhere.
    std::set<std::string> arguments;
};

/// The ids the code speaks of: the first literal of an Error, a Message or a sentence, and every
/// literal of the form `subject.fault` whose subject is one of theirs.
std::vector<MessageUse> messageUsesIn(const std::vector<SourceFile>& files);

/// Every id used stands in app/words/vi.json and en.json.
std::vector<Violation> checkEveryMessageHasWords(const std::vector<SourceFile>& files);

/// Both catalogues can be read and have the same ids, and a sentence the same places for arguments.
std::vector<Violation> checkCataloguesAgree(const std::vector<SourceFile>& files);

/// A sentence names no argument that the code, where it lists them beside the id, does not give.
std::vector<Violation> checkSentencesFindTheirArguments(const std::vector<SourceFile>& files);

/// SQL stands in layers/store alone.
std::vector<Violation> checkSqlStaysInTheStore(const std::vector<SourceFile>& files);

/// No province in the code: names come from the province pack.
std::vector<Violation> checkNoProvinceInTheCode(const std::vector<SourceFile>& files);

}  // namespace fences
