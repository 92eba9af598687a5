# SPDX-License-Identifier: Apache-2.0
"""Office sheets saved by LibreOffice itself, from flat OpenDocument: as ODS, as XLS (Excel 97) and as XLSX. Without soffice the
files that are there stay; with it they are made anew (its own dates and ids differ each time, the cells do not)."""

import shutil
import subprocess
import tempfile
from pathlib import Path
from xml.sax.saxutils import escape

SPACES = " ".join(f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{space}:1.0"' for name, space in
                  (("office", "office"), ("table", "table"), ("text", "text"), ("style", "style"), ("number", "datastyle")))
STYLES = ('<office:automatic-styles><number:percentage-style style:name="P"><number:number number:decimal-places="0" '
          'number:min-integer-digits="1"/><number:text>%</number:text></number:percentage-style>'
          '<style:style style:name="percent" style:family="table-cell" style:data-style-name="P"/>'
          '<style:style style:name="hidden" style:family="table"><style:table-properties table:display="false"/></style:style>'
          '</office:automatic-styles>')


def percent(share):
    return ("percent", share)


def cell_xml(cell, wide, high):
    if cell is None:
        return "<table:table-cell/>"
    span = f' table:number-columns-spanned="{wide}"' * (wide > 1) + f' table:number-rows-spanned="{high}"' * (high > 1)
    if isinstance(cell, tuple):
        return f'<table:table-cell table:style-name="percent" office:value-type="percentage" office:value="{cell[1]}"/>'
    if isinstance(cell, (int, float)):
        return f'<table:table-cell{span} office:value-type="float" office:value="{cell}"/>'
    return f'<table:table-cell{span} office:value-type="string"><text:p>{escape(cell)}</text:p></table:table-cell>'


def sheet(name, rows, hidden_rows=(), hidden_columns=(), spans=(), hidden=False):
    """Spans: (row, column, columns, rows), all counted from 1 but the column."""
    width = max(len(row) for row in rows)
    wide = {(row, place): (columns, high) for row, place, columns, high in spans}
    columns = "".join("<table:table-column" + ' table:visibility="collapse"' * (place in hidden_columns) + "/>"
                      for place in range(width))
    lines = ""
    for number, row in enumerate(rows, 1):
        state = ' table:visibility="collapse"' * (number in hidden_rows)
        lines += f"<table:table-row{state}>" + "".join(
            cell_xml(cell, *wide.get((number, place), (1, 1))) for place, cell in enumerate(row)) + "</table:table-row>"
    style = ' table:style-name="hidden"' * hidden
    return f'<table:table table:name="{escape(name)}"{style}>{columns}{lines}</table:table>'


def flat(sheets):
    return (f'<?xml version="1.0" encoding="UTF-8"?><office:document {SPACES} office:version="1.3" '
            'office:mimetype="application/vnd.oasis.opendocument.spreadsheet">'
            f'{STYLES}<office:body><office:spreadsheet>{"".join(sheets)}</office:spreadsheet></office:body></office:document>')


def books(old):
    """Name → sheets."""
    head = ["Mã xã", "Tên xã", "Chỉ tiêu", "Năm", "Tử số", "Mẫu số", "Ghi chú"]
    rows = [[code, name, "waste-rural", 2024, i + 1.5, i + 10.25, "theo sổ"] for i, (code, name, _) in enumerate(old[:12])]
    titles = [["UBND TỈNH LAI CHÂU", None, None, None, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", None, None],
              ["BIỂU 05: CHẤT THẢI RẮN NÔNG THÔN NĂM 2024"] + [None] * 6,
              [None, None, None, None, "ĐVT: tấn/năm", None, None]]
    total = ["Tổng cộng", None, None, None, sum(row[4] for row in rows), sum(row[5] for row in rows), None]
    notes = [[None, "Ghi chú: số liệu tổng hợp từ báo cáo của các huyện"] + [None] * 5]
    sections = [["TT", "Tên đơn vị", "Chỉ tiêu", "Năm", "Tử số (kg/ngày đêm)", "Mẫu số (tấn/ngày)"]]
    for mark, code, district in (("I", "105", "Thành phố Lai Châu"), ("II", "107", "Huyện Mường Tè")):
        sections.append([mark, district, None, None, None, None])
        for place, (_, name, _) in enumerate([row for row in old if row[2] == code][:6]):
            sections.append([place + 1, name, "waste-rural", 2024, (place + 1) * 250, place + 12])
    targets = [["Chỉ tiêu", "Mã xã", "Năm", "So sánh", "Giá trị"], ["waste-rural", "03388", 2030, ">=", percent(0.95)],
               ["waste-rural", "03390", 2030, ">=", percent(0.57)]]
    return {"lo_bieu": [sheet("Biểu 05", titles + [head] + rows + [total] + notes, hidden_rows=(6, 7), hidden_columns=(6,),
                              spans=((2, 0, 7, 1),))],
            "lo_trang_an": [sheet("Biểu 05", [head] + rows), sheet("Nháp", [head] + rows[:5], hidden=True)],
            "lo_muc_huyen": [sheet("Biểu", sections)],
            "lo_chi_tieu": [sheet("Chỉ tiêu", targets)]}


def make(out, kept, case, old):
    made = books(old)
    endings = ("ods", "xls", "xlsx")
    office = shutil.which("soffice")
    for name, sheets in made.items():
        with tempfile.TemporaryDirectory() as folder:
            source = Path(folder) / f"{name}.fods"
            source.write_text(flat(sheets), encoding="utf-8")
            for ending in endings:
                file = f"{name}.{ending}"
                if office is None:
                    (out / file).write_bytes(kept[file])
                    continue
                subprocess.run([office, f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", ending,
                                "--outdir", str(out), str(source)], check=True, capture_output=True)
    said = ["figure.units-converted", "sheet.hidden-column", "sheet.hidden-rows"]
    for ending in endings:
        case(f"lo_bieu.{ending}", "indicators", {"joined": 12, "features": 12, "findings": said,
                                                 "value": {"field": "written_numerator", "row": 1, "is": 1.5}})
        case(f"lo_trang_an.{ending}", "indicators", {"joined": 12, "features": 12,
                                                     "findings": ["figure.unit-not-told", "sheet.hidden-sheet"]})
        case(f"lo_muc_huyen.{ending}", "indicators", {"joined": 12, "features": 12, "findings": ["figure.units-converted"],
                                                      "value": {"field": "numerator", "row": 2, "is": 0.5}})
    for ending in ("ods", "xlsx"):
        case(f"lo_chi_tieu.{ending}", "targets", {"joined": 2, "features": 2, "findings": [],
                                                  "value": {"field": "value", "row": 2, "is": 57}}, epoch="2025-07-01")
    # Its driver tells numbers without their formats: 0.95 may be either, and is asked about.
    case("lo_chi_tieu.xls", "targets", {"error": "import.share-undecided"}, epoch="2025-07-01")
    case("lo_chi_tieu.xls", "targets", {"joined": 2, "features": 2, "findings": [],
                                        "value": {"field": "value", "row": 1, "is": 95}}, epoch="2025-07-01", share="ratio")
