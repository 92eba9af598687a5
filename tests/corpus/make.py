#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Makes the corpus of small files as offices send them, with the encoders and projections of other programs:
iconv (glibc), cs2cs (PROJ), ogr2ogr (GDAL), zip. Run from anywhere; needs those four. Nothing of ours is used, so
that our tables and formulas are held against others'. cases.json says what each file must lead to."""

import csv
import json
import pathlib
import shutil
import subprocess
import tempfile
import unicodedata

import libreoffice
import sheets

HERE = pathlib.Path(__file__).resolve().parent
PACK = HERE.parent.parent / "sample-data/provinces/12"
OUT = HERE / "files"

TM = "+proj=tmerc +lat_0=0 +lon_0={} +k={} +x_0=500000 +y_0=0 +ellps=WGS84 +units=m +no_defs"
# QĐ 05/2007/QĐ-BTNMT, rotations in PROJ's sign convention.
DECREE = " +towgs84=-191.90441429,-39.30318279,-111.45032835,0.00928836,-0.01975479,0.00427372,0.252906278"
NO_SHIFT = " +towgs84=0,0,0"
SYSTEMS = {
    "9205": TM.format(103, 0.9999) + DECREE,
    "9208": TM.format(104.75, 0.9999) + DECREE,
    "9206": TM.format(104, 0.9999) + DECREE,
    "3405": TM.format(105, 0.9996) + DECREE,
    "admin103": TM.format(103, 0.9996) + DECREE,
    "unshifted": TM.format(103, 0.9999) + NO_SHIFT,
    "4756": "+proj=longlat +ellps=WGS84 +no_defs" + DECREE,
    "32648": TM.format(105, 0.9996) + NO_SHIFT,
}
# The words of --crs for each.
OPTIONS = {"9205": "EPSG:9205", "9208": "EPSG:9208", "9206": "EPSG:9206", "3405": "EPSG:3405",
           "admin103": "VN2000:103:0.9996", "unshifted": "WGS84:103:0.9999", "4756": "EPSG:4756", "32648": "EPSG:32648"}
WGS84 = "+proj=longlat +ellps=WGS84 +no_defs" + NO_SHIFT

cases = []


def case(file, kind, expect, **options):
    cases.append({"file": file, "as": kind, "options": options, "expect": expect})


def run(*command, data=None):
    done = subprocess.run(command, input=data, capture_output=True, check=True)
    return done.stdout


def units(level="commune", new=True):
    with open(PACK / "units.csv", encoding="utf-8") as file:
        rows = [row for row in csv.DictReader(file) if row["level"] == level]
    return [row for row in rows if bool(row["valid_from"]) == new] if level == "commune" else rows


def lineage():
    with open(PACK / "lineage.csv", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def encoded(text, encoding):
    if encoding == "vni":
        return vni(text)
    return run("iconv", "-f", "UTF-8", "-t", encoding, data=text.encode())


# VNI-Windows, from its published table: the letter, then a byte for its marks.
VNI_MARKS = {"´": 0xF9, "`": 0xF8, "?": 0xFB, "~": 0xF5, ".": 0xEF}
VNI = {}
for base, toned in {"a": "áàảãạ", "e": "éèẻẽẹ", "o": "óòỏõọ", "u": "úùủũụ", "y": "ýỳỷỹ"}.items():
    for letter, mark in zip(toned, (0xF9, 0xF8, 0xFB, 0xF5, 0xEF)):
        VNI[letter] = base.encode() + bytes([mark])
for base, toned in {"a": "âấầẩẫậ", "e": "êếềểễệ", "o": "ôốồổỗộ"}.items():
    for letter, mark in zip(toned, (0xE2, 0xE1, 0xE0, 0xE5, 0xE3, 0xE4)):
        VNI[letter] = base.encode() + bytes([mark])
for letter, mark in zip("ăắằẳẵặ", (0xEA, 0xE9, 0xE8, 0xFA, 0xFC, 0xEB)):
    VNI[letter] = b"a" + bytes([mark])
for base, toned in {0xF4: "ơớờởỡợ", 0xF6: "ưứừửữự"}.items():
    for letter, mark in zip(toned, (None, 0xF9, 0xF8, 0xFB, 0xF5, 0xEF)):
        VNI[letter] = bytes([base]) + (bytes([mark]) if mark else b"")
for letter, byte in {"í": 0xED, "ì": 0xEC, "ỉ": 0xE6, "ĩ": 0xF3, "ị": 0xF2, "đ": 0xF1, "Đ": 0xD1, "ỵ": 0xEE}.items():
    VNI[letter] = bytes([byte])
for letter in list(VNI):
    capital = letter.upper()
    if capital not in VNI:
        VNI[capital] = bytes(b - 0x20 for b in VNI[letter])


def vni(text):
    return b"".join(VNI[letter] if letter in VNI else letter.encode("ascii") for letter in text)


def projected(points, system):
    lines = "".join(f"{lon} {lat} 0\n" for lon, lat in points)
    done = run("cs2cs", "-f", "%.9f" if system == "4756" else "%.3f", *WGS84.split(), "+to", *SYSTEMS[system].split(),
               data=lines.encode())
    return [tuple(line.split()[:2]) for line in done.decode().splitlines()]


def write(name, content):
    target = OUT / name
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(content if isinstance(content, bytes) else content.encode())
    return target


PLACES = [(float(row["lon"]), float(row["lat"])) for row in units()]


# --- text ---------------------------------------------------------------------------------------------------------
def point_table(rows):
    return "ma,ten,x,y\n" + "".join(
        f"{row['code']},{row['name']},{row['lon']},{row['lat']}\n" for row in rows)


def shapefile(name, rows, encoding, cpg=None, prj="EPSG:4326"):
    """A DBF whose bytes come from iconv: Latin-1 letters stand for them until ogr2ogr has written the file."""
    with tempfile.TemporaryDirectory() as folder:
        source = pathlib.Path(folder) / "a.csv"
        lines = ["ma,ten,x,y"]
        for row in rows:
            letters = encoded(row["name"], encoding).decode("latin-1")
            lines.append(f'{row["code"]},"{letters}",{row["lon"]},{row["lat"]}')
        source.write_text("\n".join(lines) + "\n", encoding="utf-8")
        target = pathlib.Path(folder) / f"{name}.shp"
        run("ogr2ogr", str(target), str(source), "-oo", "X_POSSIBLE_NAMES=x", "-oo", "Y_POSSIBLE_NAMES=y", "-oo",
            "KEEP_GEOM_COLUMNS=NO", "-lco", "ENCODING=ISO-8859-1", "-a_srs", prj)
        for part in ("shp", "shx", "dbf", "prj"):
            shutil.copy(target.with_suffix("." + part), OUT / f"{name}.{part}")
    if cpg:
        write(f"{name}.cpg", cpg)
    return f"{name}.shp"


ICONV = {"tcvn3": "TCVN5712-1", "viscii": "VISCII", "cp1258": "CP1258", "vni": "vni"}


def small(rows):
    """TCVN 5712-1 and TCVN3 agree in small letters only."""
    return [dict(row, name=row["name"].lower()) for row in rows]


def text_cases():
    rows = small(units())
    first = {"field": "ten", "row": 1, "is": rows[0]["name"]}
    for encoding, name in ICONV.items():
        file = shapefile(f"chu_{encoding}", rows, name)
        case(file, "layer", {"features": 38, "value": first, "encoding": encoding})
    for name, cpg in (("chu_utf8", "UTF-8"), ("chu_utf8_khong_cpg", None)):
        write(f"{name}.csv", point_table(rows))
        run("ogr2ogr", str(OUT / f"{name}.shp"), str(OUT / f"{name}.csv"), "-oo", "X_POSSIBLE_NAMES=x", "-oo",
            "Y_POSSIBLE_NAMES=y", "-lco", "ENCODING=UTF-8", "-a_srs", "EPSG:4326")
        (OUT / f"{name}.csv").unlink()
        if not cpg:
            (OUT / f"{name}.cpg").unlink()
        case(f"{name}.shp", "layer", {"features": 38, "value": first, "encoding": "utf-8"})
    for claim in ("UTF-8", "1252"):
        name = f"chu_tcvn3_cpg_{claim.lower().replace('-', '')}"
        shapefile(name, rows, "TCVN5712-1", cpg=claim)
        case(f"{name}.shp", "layer", {"features": 38, "value": first, "encoding": "tcvn3"})
    file = shapefile("chu_tcvn3_noi_viscii", rows, "TCVN5712-1")
    case(file, "layer", {"error": "text.encoding-contradicted"}, encoding="viscii")
    for encoding in ("tcvn3", "cp1258", "viscii"):
        name = f"mapinfo_{encoding}"
        head = 'Version 300\nCharset "WindowsLatin1"\nDelimiter ","\nCoordSys Earth Projection 1, 104\nColumns 2\n'
        points = "".join(f"Point {row['lon']} {row['lat']}\n" for row in rows)
        write(f"{name}.mif", head + "  ma Char(5)\n  ten Char(60)\nData\n\n" + points)
        lines = b"".join(b'"%s","%s"\n' % (row["code"].encode(), encoded(row["name"], ICONV[encoding])) for row in rows)
        write(f"{name}.mid", lines)
        case(f"{name}.mif", "layer", {"features": 38, "value": first, "encoding": encoding})
    mojibake = [dict(row, name=encoded(row["name"], "TCVN5712-1").decode("cp1252", errors="replace")) for row in rows]
    mojibake = [row for row in mojibake if "\ufffd" not in row["name"]]
    right = {"field": "ten", "row": 1, "is": next(r["name"] for r in rows if r["code"] == mojibake[0]["code"])}
    write("a.csv", point_table(mojibake))
    for ending, driver in (("gpkg", "GPKG"), ("geojson", "GeoJSON"), ("fgb", "FlatGeobuf")):
        target = OUT / f"chu_hong.{ending}"
        target.unlink(missing_ok=True)
        run("ogr2ogr", "-f", driver, str(target), str(OUT / "a.csv"), "-oo", "X_POSSIBLE_NAMES=x", "-oo",
            "Y_POSSIBLE_NAMES=y", "-a_srs", "EPSG:4326", *(["-lco", "SPATIAL_INDEX=NO"] if ending == "fgb" else []))
        case(target.name, "layer", {"features": len(mojibake), "findings": ["text.mojibake-likely"]})
        case(target.name, "layer", {"features": len(mojibake), "value": right}, encoding="tcvn3")
    (OUT / "a.csv").unlink()


# --- tables of figures --------------------------------------------------------------------------------------------
HEAD = "code,name,indicator,period,numerator,denominator,unit\n"


def old_rows():
    return [(row["old_code"], row["old_name"], row["district_code"]) for row in lineage()]


def new_rows():
    return [(row["code"], row["name"], "") for row in units()]


def figures(rows, code=True, name=True, district=False):
    head = ["code"] * code + ["name"] * name + ["mahuyen"] * district
    lines = [",".join(head + ["indicator", "period", "numerator", "denominator", "unit"])]
    for place, row in enumerate(rows):
        keys = [row[0]] * code + [row[1]] * name + [row[2]] * district
        lines.append(",".join(keys + ["waste-rural", "2024", f"{place % 9 + 1}", f"{place % 9 + 12}", "tấn/ngày"]))
    return "\n".join(lines) + "\n"


def key_cases():
    old, new = old_rows(), new_rows()
    write("khoa_xa_cu.csv", figures(old))
    case("khoa_xa_cu.csv", "indicators", {"features": 106, "joined": 106, "findings": []})
    case("khoa_xa_cu.csv", "indicators", {"refused": "import.mis-join", "findings": ["join.other-epoch",
         "join.territory-changed", "join.code-moved"]}, epoch="2025-07-01")
    case("khoa_xa_cu.csv", "indicators", {"features": 106, "joined": 38, "findings": ["join.other-epoch",
         "join.territory-changed", "join.code-moved"]}, epoch="2025-07-01", accept_epoch=True)
    case("khoa_xa_cu.csv", "indicators", {"joined": 106, "findings": []}, epoch="2024-12-31")
    write("khoa_xa_moi.csv", figures(new))
    case("khoa_xa_moi.csv", "indicators", {"joined": 38, "findings": []})
    case("khoa_xa_moi.csv", "indicators", {"refused": "import.mis-join"}, epoch="2024-12-31")
    write("khoa_chi_ma_cu.csv", figures(old, name=False))
    case("khoa_chi_ma_cu.csv", "indicators", {"joined": 89, "findings": ["join.ambiguous"]})
    case("khoa_chi_ma_cu.csv", "indicators", {"joined": 106, "findings": []}, epoch="2024-12-31")
    case("khoa_chi_ma_cu.csv", "indicators", {"refused": "import.mis-join"}, epoch="2025-07-01")
    write("khoa_chi_ma_moi.csv", figures(new, name=False))
    case("khoa_chi_ma_moi.csv", "indicators", {"joined": 38, "findings": []}, epoch="2025-07-01")
    write("khoa_chi_ten_cu.csv", figures(old, code=False))
    case("khoa_chi_ten_cu.csv", "indicators", {"joined": 106, "findings": []})
    write("khoa_chi_ten_moi.csv", figures(new, code=False))
    case("khoa_chi_ten_moi.csv", "indicators", {"joined": 38, "findings": []}, epoch="2025-07-01")
    zeros = [(str(int(code)), name, district) for code, name, district in old]
    write("khoa_mat_so_0.csv", figures(zeros))
    case("khoa_mat_so_0.csv", "indicators", {"joined": 106, "findings": []})
    write("khoa_co_huyen.csv", figures(old, district=True))
    case("khoa_co_huyen.csv", "indicators", {"joined": 106, "findings": []})
    twisted = [(code, name, "110" if district != "110" else "106") for code, name, district in old]
    write("khoa_sai_huyen.csv", figures(twisted, district=True))
    case("khoa_sai_huyen.csv", "indicators", {"joined": 0, "findings": ["join.district-contradicts"]})
    stray = [row for row in new if row[0] != "03439"] + [("03436", "Xã Thu Lũm", "")]
    write("khoa_lan_mot_dong_cu.csv", figures(stray))
    case("khoa_lan_mot_dong_cu.csv", "indicators", {"joined": 38, "findings": ["join.row-of-other-epoch"]})
    case("khoa_lan_mot_dong_cu.csv", "indicators", {"refused": "import.mis-join"}, epoch="2025-07-01")
    write("khoa_hai_thoi_diem.csv", figures([("03445", "Xã Mường Tè", "")]))
    case("khoa_hai_thoi_diem.csv", "indicators", {"joined": 0, "findings": ["join.epoch-unsure"]})
    case("khoa_hai_thoi_diem.csv", "indicators", {"joined": 1, "findings": []}, epoch="2024-12-31")
    write("khoa_khong_dau.csv", figures([("", "Xã Nam Cha", ""), ("", "Xã Nậm Cha", ""), ("", "Xã Nậm Chà", "")]))
    case("khoa_khong_dau.csv", "indicators", {"joined": 2, "findings": ["join.name-unknown"]}, epoch="2024-12-31")
    write("khoa_ma_mot_ten_khac.csv", figures([("03386", "Xã Mường So", ""), ("03387", "Phường Tân Phong", "")]))
    case("khoa_ma_mot_ten_khac.csv", "indicators", {"joined": 1, "findings": ["join.contradicts"]}, epoch="2024-12-31")
    write("khoa_trung_dong.csv", figures([old[0], old[0], old[1]]))
    case("khoa_trung_dong.csv", "indicators", {"joined": 3, "findings": ["figure.repeated-differs"]}, epoch="2024-12-31")
    kinds = {"Xã ": "X. ", "Phường ": "P.", "Thị trấn ": "TT. "}
    def shortened(name):
        return next((short + name[len(kind):] for kind, short in kinds.items() if name.startswith(kind)), name)
    variants = {"viet_tat": shortened, "chu_hoa": str.upper, "nfd": lambda name: unicodedata.normalize("NFD", name),
                "khoang_trang": lambda name: "  " + name.replace(" ", "\u00a0 ") + " "}
    for variant, change in variants.items():
        write(f"khoa_ten_{variant}.csv", figures([("", change(name), "") for _, name, _ in old], code=False))
        case(f"khoa_ten_{variant}.csv", "indicators", {"joined": 106, "findings": []})
    for encoding in ("TCVN5712-1", "VISCII", "CP1258", "UTF-16LE", "UTF-16BE", "UTF-8"):
        small_text = figures([(c, n.lower(), d) for c, n, d in old]).replace(",tấn/ngày", ",tấn/ngày")
        mark = {"UTF-16LE": b"\xff\xfe", "UTF-16BE": b"\xfe\xff", "UTF-8": b"\xef\xbb\xbf"}.get(encoding, b"")
        name = f"bang_{encoding.lower().replace('-', '')}.csv"
        write(name, mark + encoded(small_text, encoding))
        case(name, "indicators", {"joined": 106, "findings": []})


# --- values -------------------------------------------------------------------------------------------------------
def value_cases():
    def table(cells, separator=";"):
        rows = [separator.join(("ma_xa", "ten_xa", "chi_tieu", "nam", "tu_so", "mau_so", "don_vi"))]
        for (code, name, _), (numerator, denominator) in zip(old_rows(), cells):
            rows.append(separator.join((code, name, "waste-rural", "2024", numerator, denominator, "tấn/ngày")))
        return "\n".join(rows) + "\n"
    write("so_phay.csv", table([("1,5", "2,75"), ("1.234,5", "2.000,0")]))
    case("so_phay.csv", "indicators", {"joined": 2, "value": {"field": "numerator", "row": 2, "is": 1234.5}})
    write("so_cham.csv", table([("1.5", "2.75"), ("1,234.5", "2,000.0")]))
    case("so_cham.csv", "indicators", {"joined": 2, "value": {"field": "numerator", "row": 2, "is": 1234.5}})
    write("so_nghin_hay_le.csv", table([("1.234", "2.345"), ("3.456", "4.567")]))
    case("so_nghin_hay_le.csv", "indicators", {"error": "import.decimal-undecided"})
    case("so_nghin_hay_le.csv", "indicators", {"value": {"field": "numerator", "row": 1, "is": 1234}}, decimal="comma")
    case("so_nghin_hay_le.csv", "indicators", {"value": {"field": "numerator", "row": 1, "is": 1.234}}, decimal="point")
    write("so_mau_thuan.csv", table([("1.234,5", "2,5"), ("1,234.5", "2.5")]))
    case("so_mau_thuan.csv", "indicators", {"error": "import.numbers-contradict"})
    write("so_khong_co.csv", table([("-", "12"), ("KPS", "KPS"), ("x", "…"), ("", "5")]))
    case("so_khong_co.csv", "indicators", {"joined": 4, "value": {"field": "numerator", "row": 1, "is": None}})
    write("so_am.csv", table([("-5", "12"), ("7", "3")]))
    case("so_am.csv", "indicators", {"findings": ["figure.negative", "figure.numerator-above-denominator"]})
    statuses = ["theo báo cáo", "chưa báo cáo", "không áp dụng", "ước tính"]
    rows = "ma_xa;ten_xa;chi_tieu;nam;tu_so;mau_so;don_vi;trang_thai\n" + "".join(
        f"{code};{name};waste-rural;2024;{'1;2' if place in (0, 3) else ';'};tấn/ngày;{status}\n"
        for place, (status, (code, name, _)) in enumerate(zip(statuses, old_rows())))
    write("so_trang_thai.csv", rows)
    case("so_trang_thai.csv", "indicators", {"joined": 4, "findings": [],
         "value": {"field": "status", "row": 2, "is": "not reported"}})
    write("so_chu.csv", table([("khoảng 5", "12"), ("7", "13")]))
    case("so_chu.csv", "indicators", {"findings": ["figure.number-unread", "figure.term-missing"]})


# --- systems ------------------------------------------------------------------------------------------------------
def place_table(points, head=("x", "y")):
    lines = [f"ma,ten,ma_xa,xa,{head[0]},{head[1]}"]
    for row, (x, y) in zip(units(), points):
        lines.append(f"B{row['code']},Bãi {row['code']},{row['code']},{row['name']},{x},{y}")
    return "\n".join(lines) + "\n"


def system_cases():
    for system in SYSTEMS:
        name = f"he_{system}.csv"
        write(name, place_table(projected(PLACES, system), ("kinh_do", "vi_do") if system == "4756" else ("dong", "bac")))
        case(name, "landfills", {"errors": ["crs.unsaid-sure", "crs.unsaid-alike", "crs.unsaid"], "names": OPTIONS[system]})
    write("he_4326.csv", place_table(PLACES, ("kinh_do", "vi_do")))
    case("he_4326.csv", "landfills",
         {"errors": ["crs.unsaid-sure", "crs.unsaid-alike", "crs.unsaid"], "names": "EPSG:4326"})
    case("he_4326.csv", "landfills", {"features": 38, "findings": ["import.decimal-read"]}, crs="EPSG:4326")
    case("he_9205.csv", "landfills", {"features": 38, "findings": []}, crs="EPSG:9205")
    case("he_9208.csv", "landfills", {"features": 38, "findings": []}, crs="EPSG:9208")
    case("he_3405.csv", "landfills", {"features": 38, "findings": []}, crs="EPSG:3405")
    case("he_admin103.csv", "landfills", {"features": 38, "findings": []}, crs="VN2000:103:0.9996")
    case("he_4756.csv", "landfills", {"features": 38, "findings": []}, crs="EPSG:4756")
    case("he_32648.csv", "landfills", {"features": 38, "findings": []}, crs="EPSG:32648")
    case("he_3405.csv", "landfills", {"error": "crs.off-province"}, crs="EPSG:9205")
    case("he_9208.csv", "landfills", {"error": "crs.off-province"}, crs="EPSG:9205")
    swapped = [(y, x) for x, y in projected(PLACES, "9205")]
    write("he_xy_doi_cho.csv", place_table(swapped, ("x", "y")))
    case("he_xy_doi_cho.csv", "landfills", {"features": 38, "findings": ["coordinates.xy-read-as"]}, crs="EPSG:9205")
    rows = small(units())
    for system, prj in (("9205", None), ("3405", "EPSG:9205"), ("9208", "EPSG:9205"), ("9205", "EPSG:9205")):
        name = f"diem_{system}_prj_{(prj or 'khong').replace(':', '').lower()}"
        moved = [dict(row, lon=x, lat=y) for row, (x, y) in zip(rows, projected(PLACES, system))]
        shapefile(name, moved, "TCVN5712-1", prj=prj or "EPSG:9205")
        if prj is None:
            (OUT / f"{name}.prj").unlink()
            case(f"{name}.shp", "layer", {"errors": ["crs.unsaid-sure", "crs.unsaid-alike", "crs.unsaid"]})
            case(f"{name}.shp", "layer", {"features": 38, "findings": ["crs.not-in-file"]}, crs="EPSG:9205")
        elif system == "9205":
            case(f"{name}.shp", "layer", {"features": 38, "findings": []})
        else:
            case(f"{name}.shp", "layer", {"error": "crs.off-province"})
    moved = [dict(row, lon=x, lat=y) for row, (x, y) in zip(rows, projected(PLACES, "3405"))]
    file = shapefile("diem_3405_prj_dung", moved, "TCVN5712-1", prj="EPSG:3405")
    case(file, "layer", {"features": 38, "findings": []})
    # ogr2ogr writes VN-2000 to MapInfo as a plane on WGS 84.
    write("a.csv", point_table(rows))
    run("ogr2ogr", "-f", "MapInfo File", str(OUT / "mapinfo_vn2000.tab"), str(OUT / "a.csv"), "-oo",
        "X_POSSIBLE_NAMES=x", "-oo", "Y_POSSIBLE_NAMES=y", "-s_srs", "EPSG:4326", "-t_srs", "EPSG:9205")
    (OUT / "a.csv").unlink()
    case("mapinfo_vn2000.tab", "layer", {"error": "crs.datum-lost"})
    case("mapinfo_vn2000.tab", "layer", {"features": 38}, crs="EPSG:9205")


# --- formats ------------------------------------------------------------------------------------------------------
def format_cases():
    rows = units()
    write("a.csv", point_table(rows))
    first = {"field": "ten", "row": 1, "is": rows[0]["name"]}
    for ending, driver in (("gpkg", "GPKG"), ("geojson", "GeoJSON"), ("fgb", "FlatGeobuf"), ("tab", "MapInfo File"),
                           ("shp", "ESRI Shapefile")):
        target = OUT / f"dang.{ending}"
        if target.exists():
            target.unlink()
        run("ogr2ogr", "-f", driver, str(target), str(OUT / "a.csv"), "-oo", "X_POSSIBLE_NAMES=x", "-oo",
            "Y_POSSIBLE_NAMES=y", "-a_srs", "EPSG:4326", *{"shp": ["-lco", "ENCODING=UTF-8"], "fgb": ["-lco", "SPATIAL_INDEX=NO"]}.get(ending, []))
        case(target.name, "layer", {"features": 38, "value": first, "findings": []})
    for ending, driver in (("kml", "LIBKML"), ("gpx", "GPX")):
        target = OUT / f"dang.{ending}"
        target.unlink(missing_ok=True)
        run("ogr2ogr", "-f", driver, str(target), str(OUT / "a.csv"), "-oo", "X_POSSIBLE_NAMES=x", "-oo",
            "Y_POSSIBLE_NAMES=y", "-a_srs", "EPSG:4326", "-sql", "SELECT ten AS name FROM a")
        case(target.name, "layer", {"features": 38, "value": dict(first, field="name"), "findings": []})
    (OUT / "a.csv").unlink()

    def zipped(name, *files):
        (OUT / name).unlink(missing_ok=True)
        run("zip", "-q", "-j", "-X", str(OUT / name), *(str(OUT / file) for file in files))
    parts = [f"dang.{ending}" for ending in ("shp", "shx", "dbf", "prj", "cpg")]
    zipped("dang_shp.zip", *parts)
    case("dang_shp.zip", "layer", {"features": 38, "value": first, "findings": []})
    for ending in ("shp", "shx", "dbf", "prj", "cpg"):
        shutil.copy(OUT / f"dang.{ending}", OUT / f"khac.{ending}")
    zipped("hai_lop.zip", *parts, *(part.replace("dang", "khac") for part in parts))
    case("hai_lop.zip", "layer", {"error": "file.layer-choice"})
    case("hai_lop.zip", "layer", {"features": 38, "value": first}, layer="khac")
    (OUT / "khac.shx").rename(OUT / "thieu_shx.gone")
    for ending in ("shp", "dbf", "prj", "cpg"):
        (OUT / f"khac.{ending}").rename(OUT / f"thieu_shx.{ending}")
    (OUT / "thieu_shx.gone").unlink()
    case("thieu_shx.shp", "layer", {"features": 38, "value": first, "findings": ["file.index-restored"]})
    write("khong_phai.zip", b"PK nothing of the sort")
    case("khong_phai.zip", "layer", {"error": "file.unreadable"})
    write("la.docx", b"nothing we read")
    case("la.docx", "layer", {"error": "file.format-not-allowed"})


# --- profiles -----------------------------------------------------------------------------------------------------
def profile_cases():
    head = "tieukhu,khoanh,lo,dt,maldlr_23,ma_xa,WKT\n"
    plots = []
    for place, (x, y) in enumerate(projected(PLACES[:6], "9205")):
        x, y = float(x), float(y)
        ring = ", ".join(f"{x + dx} {y + dy}" for dx, dy in ((0, 0), (300, 0), (300, 300), (0, 300), (0, 0)))
        plots.append(f'{place + 1},1,{place + 1},9.0,{14 + place},{int(old_rows()[0][0])},"POLYGON (({ring}))"\n')
    write("a.csv", head + "".join(plots))
    run("ogr2ogr", str(OUT / "lo_rung_ten_khac.shp"), str(OUT / "a.csv"), "-oo", "AUTODETECT_TYPE=YES", "-oo",
        "GEOM_POSSIBLE_NAMES=WKT", "-oo", "KEEP_GEOM_COLUMNS=NO", "-a_srs", "EPSG:9205")
    (OUT / "a.csv").unlink()
    case("lo_rung_ten_khac.shp", "forest", {"features": 6, "value": {"field": "maxa", "row": 1, "is": "03386"}},
         profile="kiem-ke-rung", as_of="2023-12-31")
    write("lo_rung_wkt.csv", head.replace("tieukhu", "tk").replace("maldlr_23", "maldlr").replace("ma_xa", "maxa") + "".join(plots))
    case("lo_rung_wkt.csv", "forest", {"features": 6}, crs="EPSG:9205", as_of="2023-12-31")
    case("lo_rung_wkt.csv", "forest", {"errors": ["crs.unsaid-sure", "crs.unsaid-alike", "crs.unsaid"]},
         as_of="2023-12-31")
    write("lo_rung_wkt_hong.csv", head.replace("maldlr_23", "maldlr") + plots[0] + "2,1,2,9.0,15,3386,POLYGON ((1 2\n")
    case("lo_rung_wkt_hong.csv", "forest", {"error": "table.wkt-unreadable"}, crs="EPSG:9205", as_of="2023-12-31")
    wide = "Mã xã,Tên xã,Phát sinh 2023,Xử lý 2023,Phát sinh 2024,Xử lý 2024\n" + "".join(
        f"{int(code)},{name},{place + 10},{place + 1},{place + 11},{place + 2}\n"
        for place, (code, name, _) in enumerate(old_rows()))
    write("bang_ngang.csv", wide)
    case("bang_ngang.csv", "indicators", {"features": 212, "joined": 212, "findings": []},
         profile="chat-thai-ran-theo-nam")
    write("bang_ngang_thieu.csv", wide.replace("Xử lý 2024", "Khác"))
    case("bang_ngang_thieu.csv", "indicators", {"error": "profile.column-missing"}, profile="chat-thai-ran-theo-nam")


def main():
    kept = {file.name: file.read_bytes() for file in OUT.glob("lo_*")}
    shutil.rmtree(OUT, ignore_errors=True)
    OUT.mkdir()
    for make in (text_cases, key_cases, value_cases, system_cases, format_cases, profile_cases):
        make()
    sheets.make(OUT, case, run, old_rows())
    libreoffice.make(OUT, kept, case, old_rows())
    (HERE / "cases.json").write_text(
        "[\n" + ",\n".join(json.dumps(one, ensure_ascii=False) for one in cases) + "\n]\n", encoding="utf-8")
    print(len({one["file"] for one in cases}), "files,", len(cases), "cases")


if __name__ == "__main__":
    main()
