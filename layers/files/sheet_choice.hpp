// SPDX-License-Identifier: Apache-2.0
// Which sheet of a workbook is meant, and its table.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "layers/files/file_text.hpp"
#include "layers/files/office_table.hpp"
#include "layers/text/encoding.hpp"

namespace layers {

struct SheetQuestion {
    Encoding encoding = Encoding::Auto;
    /// Needed only where several sheets hold tables.
    std::string sheetName = {};
};

/// The table of the sheet named, else of the one visible sheet that holds one.
/// Errors: NotFound `file.layer-missing` (path, layer, layers); BadData `file.layer-choice` (path, layers);
///         those of textInUtf8() and officeTableIn().
OfficeTable tableOfBook(std::vector<SheetGrid> sheets, const std::filesystem::path& path,
                        const SheetQuestion& question, FileText& text);

}  // namespace layers
