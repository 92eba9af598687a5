// SPDX-License-Identifier: Apache-2.0
// Readers of tables, through files as people bring them.
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <memory>

#include "layers/files/csv.hpp"
#include "layers/files/dbf_cuts.hpp"
#include "layers/files/shapefile_parts.hpp"
#include "layers/files/table_file.hpp"
#include "layers/text/normal_form.hpp"
#include "tests/fuzz/target.hpp"
#include "tests/layers/files/stored_zip.hpp"

namespace fuzz {
namespace {

namespace fs = std::filesystem;

/// A folder in memory where the machine has one.
class Desk {
  public:
    Desk() {
        const fs::path memory = "/dev/shm";
        m_path = (fs::is_directory(memory) ? memory : fs::temp_directory_path()) /
                 ("khoanh-fuzz." + std::to_string(getpid()));
        fs::create_directories(m_path);
    }
    ~Desk() {
        std::error_code ignored;
        fs::remove_all(m_path, ignored);
    }
    Desk(const Desk&) = delete;
    Desk& operator=(const Desk&) = delete;
    fs::path operator/(const std::string& name) const { return m_path / name; }

  private:
    fs::path m_path;
};

void write(const fs::path& file, const std::string& bytes) { std::ofstream(file, std::ios::binary) << bytes; }

void requireTable(const layers::Table& table) {
    for (const auto& field : table.schema.fields()) require(layers::isUtf8(field.name), "a head is UTF-8");
    for (const auto& row : table.rows) {
        require(row.size() == table.schema.size(), "a row is as wide as the head");
        for (const auto& value : row) require(layers::isUtf8(layers::textIn(value)), "a cell is UTF-8");
    }
}

void readAs(const fs::path& file, layers::Encoding encoding) {
    layers::FileText text;
    requireTable(layers::readOfficeTable(file, {encoding}, text).table);
    text.notes();
}

using Parts = std::map<std::string, std::string>;

Parts workbook() {
    return {
        {"[Content_Types].xml", "<Types/>"},
        {"_rels/.rels",
         R"(<Relationships><Relationship Id="r" Type="x/officeDocument" Target="xl/workbook.xml"/></Relationships>)"},
        {"xl/workbook.xml",
         R"(<workbook><workbookPr date1904="0"/><sheets><sheet name="A" state="hidden" r:id="rId9"/><sheet name="Bảng" r:id="rId1"/></sheets></workbook>)"},
        {"xl/_rels/workbook.xml.rels",
         R"(<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="x/styles" Target="/xl/styles.xml"/><Relationship Id="rId3" Type="x/sharedStrings" Target="sharedStrings.xml"/></Relationships>)"},
        {"xl/styles.xml",
         R"(<styleSheet><numFmts><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs></styleSheet>)"},
        {"xl/sharedStrings.xml",
         R"(<sst><si><t>mã</t></si><si><r><t>Sìn </t></r><r><t>Hồ</t></r></si></sst>)"},
        {"xl/worksheets/sheet1.xml",
         R"(<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>BẢNG</t></is></c></row><row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2" t="inlineStr"><is><t>tên</t></is></c><c r="C2" t="str"><v>ngày</v></c></row><row r="3"><c r="A3"><v>3388</v></c><c r="B3" t="s"><v>1</v></c><c r="C3" s="1"><v>45657.5</v></c></row><row r="5"><c r="A5" t="b"><v>1</v></c><c r="B5" t="e"><v>#N/A</v></c><c r="C5"><f>A1*2</f><v>1.5e3</v></c></row></sheetData></worksheet>)"}};
}

constexpr char partMark = '\x1D';

/// `part`, a mark and its bytes: what the mutator changes.
std::vector<std::string> seedParts() {
    std::vector<std::string> seeds;
    for (const auto& [name, bytes] : workbook()) seeds.push_back(name + partMark + bytes);
    return seeds;
}

void attemptXlsx(const Desk& desk, const std::string& bytes) {
    Parts parts = workbook();
    const std::size_t mark = bytes.find(partMark);
    const bool isPart = mark != std::string::npos && parts.contains(bytes.substr(0, mark));
    parts[isPart ? bytes.substr(0, mark) : "xl/worksheets/sheet1.xml"] =
        isPart ? bytes.substr(mark + 1) : bytes;
    write(desk / "a.xlsx", sample::zipOf(parts));
    readAs(desk / "a.xlsx", bytes.size() % 4 == 0 ? layers::Encoding::Tcvn3 : layers::Encoding::Auto);
}

void attemptCsv(const Desk& desk, const std::string& bytes) {
    std::int64_t line = 0;
    layers::readCsv(bytes, layers::csvSeparatorOf(bytes),
                    [&](std::int64_t next, const std::vector<std::string>& cells) {
                        require(next > line && !cells.empty(), "lines come in their order");
                        line = next;
                    });
    write(desk / "a.csv", bytes);
    readAs(desk / "a.csv", bytes.size() % 4 == 0 ? layers::Encoding::Tcvn3 : layers::Encoding::Auto);
}

/// Two fields of text and one of digits, two rows.
std::string dbf() {
    std::string bytes("\x03\x7E\x01\x01\x02\0\0\0\x81\0\x13\0", 12);
    bytes.resize(32);
    const auto field = [&](const std::string& name, char type, char width) {
        std::string head = name;
        head.resize(11);
        head += type;
        head.resize(16);
        head += width;
        head.resize(32);
        bytes += head;
    };
    field("xa", 'C', 8);
    field("ten", 'C', 5);
    field("n", 'N', 5);
    bytes += '\r';
    bytes +=
        " S\xC3\xACn H\xE1\xBB"
        "M\xF4\xF8ng    1*\xCB\x20\x20\x20\x20\x20\x20\x20"
        "abc      2\x1A";
    return bytes;
}

void attemptDbf(const Desk& desk, const std::string& bytes) {
    write(desk / "a.dbf", bytes);
    const layers::DbfScan scan = layers::scanDbf(desk / "a.dbf", 100);
    for (const auto encoding : {layers::Encoding::Utf8, layers::Encoding::Tcvn3}) {
        for (const auto& cut : scan.fullFields.cuts(encoding))
            require(!cut.arguments.empty(), "a cut says where");
    }
    layers::textByEvidence({desk / "a.dbf", layers::Encoding::Auto, layers::Encoding::Cp1258}, scan.samples);
}

}  // namespace

std::vector<Target> tableTargets() {
    const auto desk = std::make_shared<Desk>();
    const std::vector<std::string> csv{"ma,ten,ty_le\r\n03388,\"Sìn \"\"Hồ\"\"\",\"41,62\"\r\n03389,,\r\n",
                                       "ma;ten\n1;S\xD7n H\xE5\n2;N\xCBm Nh\xEFn\n",
                                       "\xEF\xBB\xBFma\tten\n1\tMường\n",
                                       std::string("\xFF\xFEm\0a\0,\0t\0\n\0"
                                                   "1\0,\0\xD3\x1E\n\0",
                                                   20)};
    return {{"csv", csv, [desk](const std::string& bytes) { attemptCsv(*desk, bytes); }},
            {"dbf", {dbf()}, [desk](const std::string& bytes) { attemptDbf(*desk, bytes); }},
            {"xlsx", seedParts(), [desk](const std::string& bytes) { attemptXlsx(*desk, bytes); }},
            {"xlsx-zip", {sample::zipOf(workbook())}, [desk](const std::string& bytes) {
                 write(*desk / "b.xlsx", bytes);
                 readAs(*desk / "b.xlsx", layers::Encoding::Auto);
             }}};
}

}  // namespace fuzz
