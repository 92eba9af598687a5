# SPDX-License-Identifier: Apache-2.0
"""Office sheets as they are sent: titles, merged heads, sections, sums, notes, hidden parts. XLSX by Python's zipfile
(ECMA-376), ODS by ogr2ogr, XLS as BIFF8 records in a compound file ([MS-XLS], [MS-CFB])."""

import struct
import zipfile
from xml.sax.saxutils import escape

NUMBER, TEXT = "n", "s"


def column(index):
    name = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        name = chr(65 + rest) + name
    return name


def sheet_xml(rows, merges=(), hidden=()):
    lines = []
    for number, cells in enumerate(rows, 1):
        xml = ""
        for place, cell in enumerate(cells):
            if cell is None:
                continue
            reference = f"{column(place)}{number}"
            if isinstance(cell, (int, float)):
                xml += f'<c r="{reference}"><v>{cell}</v></c>'
            else:
                xml += f'<c r="{reference}" t="inlineStr"><is><t>{escape(cell)}</t></is></c>'
        state = ' hidden="1"' if number in hidden else ""
        lines.append(f'<row r="{number}"{state}>{xml}</row>')
    merged = "".join(f'<mergeCell ref="{one}"/>' for one in merges)
    merged = f"<mergeCells>{merged}</mergeCells>" if merged else ""
    return ('<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/'
            f'2006/main"><sheetData>{"".join(lines)}</sheetData>{merged}</worksheet>')


def xlsx(path, sheets):
    """Sheets: (name, xml, isHidden)."""
    main = "http://schemas.openxmlformats.org"
    with zipfile.ZipFile(path, "w") as book:
        def put(name, text):
            # The same bytes whenever it is made.
            book.writestr(zipfile.ZipInfo(name, (2025, 1, 1, 0, 0, 0)), text)
        put("[Content_Types].xml", f'<Types xmlns="{main}/package/2006/content-types"/>')
        put("_rels/.rels", f'<Relationships xmlns="{main}/package/2006/relationships"><Relationship Id="r1" '
            f'Type="{main}/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>')
        state = {True: ' state="hidden"', False: ""}
        entries = "".join(f'<sheet name="{escape(name)}" sheetId="{i}" r:id="s{i}"{state[hidden]}/>'
                          for i, (name, _, hidden) in enumerate(sheets, 1))
        put("xl/workbook.xml", f'<workbook xmlns="{main}/spreadsheetml/2006/main" '
            f'xmlns:r="{main}/officeDocument/2006/relationships"><sheets>{entries}</sheets></workbook>')
        links = "".join(f'<Relationship Id="s{i}" Type="{main}/officeDocument/2006/relationships/worksheet" '
                        f'Target="worksheets/sheet{i}.xml"/>' for i in range(1, len(sheets) + 1))
        put("xl/_rels/workbook.xml.rels", f'<Relationships xmlns="{main}/package/2006/relationships">{links}</Relationships>')
        for i, (_, xml, _) in enumerate(sheets, 1):
            put(f"xl/worksheets/sheet{i}.xml", xml)


def record(kind, data):
    return struct.pack("<HH", kind, len(data)) + data


def workbook_stream(name, rows):
    texts = []
    cells = b""
    for i, row in enumerate(rows):
        for j, cell in enumerate(row):
            if cell is None:
                continue
            head = struct.pack("<HHH", i, j, 0)
            if isinstance(cell, (int, float)):
                cells += record(0x0203, head + struct.pack("<d", cell))
            else:
                texts.append(cell)
                cells += record(0x00FD, head + struct.pack("<I", len(texts) - 1))
    shared = struct.pack("<II", len(texts), len(texts))
    for text in texts:
        shared += struct.pack("<HB", len(text), 1) + text.encode("utf-16-le")
    start = record(0x0809, struct.pack("<HHHHII", 0x0600, 0x0005, 0, 0, 0, 0)) + record(0x0042, struct.pack("<H", 1200))
    # Nobody knows this record: it makes the stream long enough to stand in sectors of its own.
    rest = record(0x00FC, shared) + record(0x00E1, bytes(4200)) + record(0x000A, b"")
    title = struct.pack("<BB", len(name), 1) + name.encode("utf-16-le")
    sheet_at = len(start) + 4 + 6 + len(title) + len(rest)
    sheet = record(0x0085, struct.pack("<IBB", sheet_at, 0, 0) + title)
    size = record(0x0200, struct.pack("<IIHHH", 0, len(rows), 0, max(len(row) for row in rows), 0))
    return (start + sheet + rest + record(0x0809, struct.pack("<HHHHII", 0x0600, 0x0010, 0, 0, 0, 0)) + size + cells +
            record(0x000A, b""))


def xls(path, name, rows):
    """BIFF8 ([MS-XLS]) as the only stream of a compound file ([MS-CFB])."""
    stream = workbook_stream(name, rows)
    sectors = -(-len(stream) // 512)
    end, free, table = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD
    fat = [table, end] + [i + 3 for i in range(sectors - 1)] + [end]
    fat += [free] * (128 - len(fat))
    header = bytes.fromhex("D0CF11E0A1B11AE1") + bytes(16) + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    header += struct.pack("<IIIIIIIII", 0, 1, 1, 0, 4096, end, 0, end, 0) + struct.pack("<I", 0)
    header += struct.pack("<I", free) * 108

    def entry(title, kind, child, first, size):
        letters = title.encode("utf-16-le") + b"\0\0" if title else b""
        return (letters.ljust(64, b"\0") + struct.pack("<HBBIII", len(letters), kind, 1, free, free, child) + bytes(36) +
                struct.pack("<IQ", first, size))
    folder = entry("Root Entry", 5, 1, end, 0) + entry("Workbook", 2, free, 2, len(stream)) + entry("", 0, free, 0, 0) * 2
    path.write_bytes(header + struct.pack("<128I", *fat) + folder + stream.ljust(sectors * 512, b"\0"))


def make(out, case, run, old):
    head = ["code", "name", "indicator", "period", "numerator", "denominator", "unit"]
    rows = [[code, name, "waste-rural", 2024, i + 1.5, i + 10.25, "tấn/ngày"]
            for i, (code, name, _) in enumerate(old[:12])]
    titles = [["UBND TỈNH LAI CHÂU", None, None, None, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"],
              ["BIỂU 05: THU GOM, XỬ LÝ CHẤT THẢI RẮN NÔNG THÔN NĂM 2024"], []]
    notes = [[], ["Ghi chú: số liệu tổng hợp từ báo cáo của các huyện"],
             [None, "Người lập biểu", None, None, "Lai Châu, ngày 28 tháng 11 năm 2024"],
             [None, "(Ký, ghi rõ họ tên)", None, None, "TM. ỦY BAN NHÂN DÂN"]]

    def total(label, parts, wrong=0):
        return [label, None, None, None, sum(row[4] for row in parts) + wrong, sum(row[5] for row in parts), None]

    def book(name, sheets, expect, **options):
        xlsx(out / name, sheets)
        case(name, "indicators", expect, **options)

    def one(name, lines, expect, merges=(), hidden=(), **options):
        book(name, [("Biểu 05", sheet_xml(lines, merges, hidden), False)], expect, **options)

    good = {"joined": 12, "features": 12, "findings": []}
    one("bieu_tron.xlsx", [head] + rows, good)
    one("bieu_tieu_de.xlsx", titles + [head] + rows, good, merges=["A2:G2"])
    one("bieu_ghi_chu.xlsx", titles + [head] + rows + notes, good)
    one("bieu_tong_cong.xlsx", titles + [head] + rows + [total("Tổng cộng", rows)] + notes, good)
    one("bieu_tong_sai.xlsx", titles + [head] + rows + [total("Tổng cộng", rows, 0.5)] + notes,
        dict(good, findings=["sheet.total-differs"]))
    sections = [["I", "Thành phố Lai Châu"], *rows[:7], total("Cộng", rows[:7]), ["II", "Huyện Tam Đường"], *rows[7:],
                total("Cộng", rows[7:]), total("Tổng cộng", rows)]
    one("bieu_theo_huyen.xlsx", titles + [head] + sections + notes, good)
    wrong = [["I", "Thành phố Lai Châu"], *rows[:7], total("Cộng", rows[:7]), ["II", "Huyện Tam Đường"], *rows[7:],
             total("Cộng", rows[7:], 1), total("Tổng cộng", rows)]
    one("bieu_cong_muc_sai.xlsx", titles + [head] + wrong, dict(good, findings=["sheet.total-differs"]))
    one("bieu_danh_so_cot.xlsx", titles + [head, ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)"]] + rows, good)
    # Two rows of head, joined into names a profile maps.
    two = [["STT", "Mã xã", "Tên xã", "Năm 2023 (tấn/ngày)", None, "Năm 2024 (tấn/ngày)", None],
           [None, None, None, "Phát sinh", "Xử lý", "Phát sinh", "Xử lý"]]
    wide = [[i + 1, code, name, i + 10, i + 1, i + 11, i + 2] for i, (code, name, _) in enumerate(old[:12])]
    sums = [None, None, "Tổng cộng"] + [sum(row[c] for row in wide) for c in range(3, 7)]
    one("bieu_hai_dong_dau.xlsx", titles + two + wide + [sums] + notes,
        {"features": 24, "joined": 24, "findings": [], "value": {"field": "denominator", "row": 2, "is": 11}},
        merges=["A4:A5", "B4:B5", "C4:C5", "D4:E4", "F4:G4"], profile="chat-thai-ran-hai-dong")
    one("bieu_dong_an.xlsx", [head] + rows, dict(good, findings=["sheet.hidden-rows"]), hidden=[4, 5])
    other = [head] + [[*row[:3], 2023, *row[4:]] for row in rows[:5]]
    book("so_trang_an.xlsx", [("Biểu 05", sheet_xml([head] + rows), False), ("Nháp", sheet_xml(other), True)],
         dict(good, findings=["sheet.hidden-sheet"]))
    book("so_hai_trang.xlsx", [("2024", sheet_xml([head] + rows), False), ("2023", sheet_xml(other), False)],
         {"error": "file.layer-choice"})
    case("so_hai_trang.xlsx", "indicators", {"features": 5, "joined": 5, "findings": []}, layer="2023")
    book("so_trang_bia.xlsx", [("Bìa", sheet_xml([["BÁO CÁO"], ["Năm 2024"]]), False),
                               ("Số liệu", sheet_xml(titles + [head] + rows), False)], good)
    typed = [[row[0], row[1], row[2], "2024", f"{row[4]:.2f}".replace(".", ","), f"{row[5]:.2f}".replace(".", ","), row[6]]
             for row in rows]
    one("bieu_so_la_chu.xlsx", titles + [head] + typed, dict(good, value={"field": "numerator", "row": 1, "is": 1.5}))
    nothing = [[*row[:4], "-", "KPS", row[6]] if i % 4 == 0 else row for i, row in enumerate(rows)]
    one("bieu_khong_phat_sinh.xlsx", titles + [head] + nothing, {"features": 12, "joined": 12})
    company = rows[:3] + [["", "Công ty Môi trường", "waste-rural", 2024, 1, 2, "tấn/ngày"]]
    one("bieu_cong_ty.xlsx", [head] + company, {"features": 4, "joined": 3, "findings": ["join.name-unknown"]})
    lines = ["\t".join(head)] + ["\t".join(str(cell) for cell in row) for row in rows]
    (out / "bang.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    case("bang.tsv", "indicators", good)
    (out / "a.csv").write_text("\n".join(",".join(str(cell) for cell in row) for row in [head] + rows) + "\n",
                               encoding="utf-8")
    run("ogr2ogr", "-f", "ODS", str(out / "bieu.ods"), str(out / "a.csv"), "-oo", "AUTODETECT_TYPE=NO")
    (out / "a.csv").unlink()
    case("bieu.ods", "indicators", good)
    xls(out / "bieu_cu.xls", "Biểu 05", titles + [head] + rows + [total("Tổng cộng", rows)] + notes)
    case("bieu_cu.xls", "indicators", dict(good, value={"field": "numerator", "row": 1, "is": 1.5}))
