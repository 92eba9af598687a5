#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Draws the gallery from the sample: every kind of map on a screen and on A4, charts, pages of the atlas.
# docs/gallery/make.sh [PROGRAM [WORKSPACE]]; without them those that ./start.sh makes. The pages themselves are PDFs
# beside their pictures and too large to be kept with the source.
set -euo pipefail
root="$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)"
readonly root
readonly program="$(realpath "${1:-$root/build/release/bin/khoanh}")"
readonly original="$(realpath "${2:-$root/out/lai-chau.khoanh}")"
readonly gallery="$root/docs/gallery"
desk="$(mktemp -d)"
readonly desk
trap 'rm -rf "$desk"' EXIT

# Drawing keeps figures: the workspace of the user stays as it is.
cp "$original" "$desk/gallery.khoanh"

# Exit code 1 means done, with findings.
khoanh() {
    local verb=$1
    shift
    local code=0
    "$program" "$verb" "$desk/gallery.khoanh" "$@" >/dev/null || code=$?
    if [ "$code" -gt 1 ]; then
        echo "khoanh $verb $* ended with exit code $code" >&2
        exit "$code"
    fi
}

# A page for the printer, and a small picture of one of its pages for reading here.
page() {
    local name=$1 shown=$2
    shift 2
    khoanh map "$@" --out "$gallery/$name.pdf"
    pdftoppm -r 72 -png -singlefile -f "$shown" "$gallery/$name.pdf" "$gallery/$name"
}

# A picture for the screen and a page.
map() {
    local name=$1
    shift
    khoanh map "$@" --size 1280x800 --out "$gallery/$name.png"
    page "$name-a4" 1 "$@" --page a4
}

maps() {
    map forest-cover forest-cover
    map forest-cover-districts forest-cover --by district@2024
    map forest-cover-natural forest-cover --classes natural:5
    map forest-plots forest-plots
    map wastewater wastewater
    map outfalls outfalls
    map waste-models waste-models
    map waste-urban waste-urban
    map waste-rural waste-rural
    map targets targets
    map years waste-urban --years 2021-2025
    map change waste-rural --since 2021
    map symbols waste-rural --symbols denominator
}

pages() {
    page page-portrait 1 forest-cover --page a4 --orientation portrait
    page page-graticule 1 forest-plots --page a3 --grid graticule
    page page-part 1 forest-plots --page a4 --extent 535000,2465000,560000,2485000
    page atlas-cover 14 forest-cover --by commune --atlas
    page atlas-plots 14 forest-plots --by commune --atlas
    page atlas-districts 2 forest-cover --by district@2024 --atlas --orientation portrait
}

charts() {
    khoanh chart ranking --theme forest-cover --out "$gallery/chart-ranking.png"
    khoanh chart histogram --theme forest-cover --out "$gallery/chart-histogram.png"
    khoanh chart trend --indicator waste-urban --out "$gallery/chart-trend.png"
    khoanh chart targets --out "$gallery/chart-targets.png"
}

# A day of three points: one well inside, one in a commune it was not said to be in, one too near a border to tell.
minutes() {
    cat >"$desk/thuc_dia.csv" <<'TABLE'
ten,kinh_do,vi_do,sai_so_m,thoi_gian,do_cao,xa,ghi_chu,thiet_bi,anh
"Bãi rác, cạnh suối",103.353263,22.49179,4,2026-11-30T01:20:05Z,950.2,,"đã đóng cửa; nước rỉ chảy ra mương phía nam, đề nghị thu gom",/dev/ttyUSB0,IMG_0001.jpg
Mô hình chế biến chè,103.3561,22.4936,5,2026-11-30T01:45:00Z,948.0,03408,khai ở Tân Phong,/dev/ttyUSB0,IMG_0002.jpg
Điểm xả,103.44313,22.4007,60,2026-11-30T02:10:30Z,931.5,,tán rừng dày,/dev/ttyUSB0,
TABLE
    khoanh check "$desk/thuc_dia.csv" --out "$gallery/bien-ban.pdf"
    pdftoppm -r 72 -png -singlefile -f 1 "$gallery/bien-ban.pdf" "$gallery/bien-ban"
}

maps
pages
minutes
charts
du -sh "$gallery"
