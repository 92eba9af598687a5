// SPDX-License-Identifier: Apache-2.0
// Rows as tables, and tables as people read them: codes spelled out, heads in their language.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/jobs/outcome.hpp"
#include "app/words/catalogue.hpp"
#include "layers/model/table.hpp"

namespace app {

/// Rows with the same cells as a flat table: true and false as 1 and 0, a column without any value as text.
layers::Table tableOfRows(const std::vector<Row>& rows);

/// `word.<prefix><code>` for every code of the column that has words; a missing column is left alone.
void putColumnIntoWords(layers::Table& table, std::string_view column, const std::string& prefix,
                        const Catalogue& words);

/// The same for codes parted by commas.
std::string wordsForList(std::string_view codes, const std::string& prefix, const Catalogue& words);

/// `column.<subject>-<name>` where there are such words, else `column.<name>`.
std::vector<std::string> columnTitles(const layers::Schema& schema, const std::string& subject,
                                      const Catalogue& words);

}  // namespace app
