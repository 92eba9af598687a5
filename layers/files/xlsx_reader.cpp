// SPDX-License-Identifier: Apache-2.0
// Workbook, its sheets and what they share (ECMA-376 part 1, 18).
#include "layers/files/xlsx_reader.hpp"

#include <map>

#include "geo/base/error.hpp"
#include "layers/files/xlsx_parts.hpp"
#include "layers/files/xlsx_sheet.hpp"
#include "layers/files/xlsx_styles.hpp"
#include "layers/files/xml_text.hpp"

namespace layers {
namespace {

namespace fs = std::filesystem;

/// What one part says of others: by the relation's id, and by the end of its type.
struct Relations {
    std::map<std::string, std::string> byId;
    std::map<std::string, std::string> byType;
};

/// `worksheets/sheet1.xml` seen from `xl/workbook.xml` is `xl/worksheets/sheet1.xml`; `/xl/…` begins at the
/// root.
std::string resolvedTarget(const std::string& folder, const std::string& target) {
    const fs::path whole = target.starts_with('/') ? fs::path(target.substr(1)) : fs::path(folder) / target;
    return whole.lexically_normal().string();
}

Relations relationsOf(const XlsxParts& parts, const fs::path& part) {
    const std::string folder = part.parent_path().string();
    const std::string file = (part.parent_path() / "_rels" / (part.filename().string() + ".rels")).string();
    const std::string document = parts.require(file);
    Relations relations;
    XmlScanner xml(document);
    for (XmlEvent event = xml.next(); event != XmlEvent::End; event = xml.next()) {
        if (event != XmlEvent::Open || xml.name() != "Relationship") continue;
        const std::string target = resolvedTarget(folder, xml.attribute("Target"));
        const std::string type = xml.attribute("Type");
        relations.byId[xml.attribute("Id")] = target;
        relations.byType.emplace(type.substr(type.rfind('/') + 1), target);
    }
    return relations;
}

struct Workbook {
    struct Sheet {
        std::string name;
        std::string relation;
        bool isHidden = false;
    };
    std::vector<Sheet> sheets;
    DayCount dayCount = DayCount::From1900;
};

Workbook workbookIn(const std::string& document) {
    Workbook workbook;
    XmlScanner xml(document);
    for (XmlEvent event = xml.next(); event != XmlEvent::End; event = xml.next()) {
        if (event != XmlEvent::Open) continue;
        if (xml.name() == "workbookPr") {
            const std::string since1904 = xml.attribute("date1904");
            if (since1904 == "1" || since1904 == "true") workbook.dayCount = DayCount::From1904;
        }
        if (xml.name() != "sheet") continue;
        const std::string state = xml.attribute("state");
        workbook.sheets.push_back(
            {xml.attribute("name"), xml.attribute("id"), !state.empty() && state != "visible"});
    }
    return workbook;
}

std::string optionalPart(const XlsxParts& parts, const Relations& relations, const char* type) {
    const auto found = relations.byType.find(type);
    return found == relations.byType.end() ? std::string{} : parts.find(found->second).value_or("");
}

}  // namespace

std::vector<SheetGrid> readXlsxSheets(const fs::path& path) {
    const XlsxParts parts(path);
    if (!parts.find("_rels/.rels")) parts.fail("reason-no-workbook");
    const Relations root = relationsOf(parts, "");
    const auto book = root.byType.find("officeDocument");
    if (book == root.byType.end()) parts.fail("reason-no-workbook");
    const Relations relations = relationsOf(parts, book->second);
    const Workbook workbook = workbookIn(parts.require(book->second));
    const SheetWords words{sharedStringsOf(optionalPart(parts, relations, "sharedStrings")),
                           numberSortsOf(optionalPart(parts, relations, "styles")), workbook.dayCount};
    std::vector<SheetGrid> sheets;
    for (const Workbook::Sheet& sheet : workbook.sheets) {
        const auto part = relations.byId.find(sheet.relation);
        // A sheet may be listed without a part of its own.
        if (part == relations.byId.end()) continue;
        SheetGrid& grid = sheets.emplace_back(sheetIn(parts.require(part->second), words));
        grid.name = sheet.name;
        grid.isHidden = sheet.isHidden;
    }
    if (sheets.empty()) parts.fail("reason-no-sheet");
    return sheets;
}

}  // namespace layers
