#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# From nothing to figures, maps and exports: installs what is missing, builds, runs the whole job into out/.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
source cmake/debian_packages.sh

readonly program=build/release/bin/khoanh
readonly desktop=build/release/bin/khoanh-desktop
readonly workspace=out/lai-chau.khoanh
readonly sample=out/sample

build() {
    cmake --preset release
    cmake --build --preset release
}

# out/ is made anew each time. The old one waits beside it and comes back when a step fails;
# it moves, and not the new one, so that the paths kept as provenance are the paths people find.
setOldResultsAside() {
    if [ -e out.old ]; then # an earlier run was cut off
        rm -rf out
        mv out.old out
    fi
    if [ -e out ]; then mv out out.old; fi
    trap bringOldResultsBack EXIT
    mkdir out
}

bringOldResultsBack() {
    echo "a step failed: out/ is as it was before this run" >&2
    rm -rf out
    if [ -e out.old ]; then mv out.old out; fi
    handBackToCaller build out
}

keepNewResults() {
    trap - EXIT
    rm -rf out.old
    handBackToCaller build out
}

# One step of the job. Exit code 1 means done, with findings: the work stands.
khoanh() {
    local code=0
    echo "\$ khoanh $*"
    "$program" "$@" || code=$?
    if [ "$code" -gt 1 ]; then
        echo "khoanh $1 ended with exit code $code" >&2
        exit "$code"
    fi
}

makeSample() {
    khoanh sample "$sample"
}

importUnits() {
    khoanh import "$workspace" "$sample/xa_phuong_2025.gpkg" --as communes --epoch 2025-07-01
    khoanh import "$workspace" "$sample/huyen_2024.shp" --as districts --epoch 2024-01-01
    khoanh import "$workspace" "$sample/xa_2024.shp" --as communes --epoch 2024-01-01
    khoanh import "$workspace" "$sample/lineage_2025.csv" --as lineage
}

importForest() {
    khoanh import "$workspace" "$sample"/rung_*.shp --as forest --as-of 2023-12-31
}

importWater() {
    khoanh import "$workspace" "$sample/song_suoi.gpkg" --as rivers
    khoanh import "$workspace" "$sample/luu_vuc.gpkg" --as basins
    khoanh import "$workspace" "$sample/diem_xa_thai.csv" --as outfalls --crs EPSG:4326 --as-of 2025-12-31
}

# The mines come without a .prj: their system is said here, and the program notes that it was.
importSites() {
    khoanh import "$workspace" "$sample/cum_cong_nghiep.kml" --as clusters
    khoanh import "$workspace" "$sample/bai_rac.csv" --as landfills --crs EPSG:9205
    khoanh import "$workspace" "$sample/mo_khoang_san.shp" --as mines --crs EPSG:9205
    khoanh import "$workspace" "$sample/thuy_dien.geojson" --as hydropower
    khoanh import "$workspace" "$sample/mo_hinh_ktth.xlsx" --as models --crs EPSG:4326 --as-of 2025-12-31
}

importTables() {
    khoanh import "$workspace" "$sample"/chi_tieu_202[1-4].* --as indicators --epoch 2024-12-31
    khoanh import "$workspace" "$sample"/chi_tieu_2025.* --as indicators
    khoanh import "$workspace" "$sample/chi_tieu_giao.csv" --as targets --epoch 2025-07-01
}

computeCover() {
    local units method
    for method in overlay register; do
        for units in commune district@2024 province; do
            khoanh compute "$workspace" forest-cover --by "$units" --method "$method"
        done
    done
}

computeTables() {
    local indicator units
    for indicator in waste-urban waste-rural; do
        khoanh compute "$workspace" "$indicator" --by commune
        khoanh compute "$workspace" "$indicator" --by district@2024 --period 2024
        khoanh compute "$workspace" "$indicator" --by province
    done
    khoanh compute "$workspace" energy-saving --by province
    for units in commune district@2024 basin province; do
        khoanh compute "$workspace" wastewater-treated --by "$units"
        khoanh compute "$workspace" circular-models --by "$units"
    done
    khoanh compute "$workspace" wastewater-treated --by reach
}

# Every theme by commune as picture, drawing and page; by district as pictures.
# Waste was last reported by the communes that made up the districts in 2024.
drawMaps() {
    local theme kind
    mkdir out/maps
    for theme in forest-cover forest-plots wastewater outfalls waste-models waste-urban waste-rural targets; do
        for kind in png svg; do
            khoanh map "$workspace" "$theme" --by commune --out "out/maps/$theme-xa-2025.$kind"
        done
        khoanh map "$workspace" "$theme" --by commune --page a4 --out "out/maps/$theme-xa-2025.pdf"
    done
    for theme in forest-cover forest-plots wastewater outfalls waste-models targets; do
        drawDistricts "$theme"
    done
    for theme in waste-urban waste-rural; do
        drawDistricts "$theme" --period 2024
    done
    khoanh map "$workspace" wastewater --by basin --out out/maps/wastewater-luu-vuc.png
}

drawDistricts() {
    local theme=$1 kind
    shift
    for kind in png svg; do
        khoanh map "$workspace" "$theme" --by district@2024 "$@" --out "out/maps/$theme-huyen-2024.$kind"
    done
    khoanh map "$workspace" "$theme" --by district@2024 "$@" --page a4 --out "out/maps/$theme-huyen-2024.pdf"
}

exportTables() {
    local kind indicator
    mkdir out/tables
    for kind in csv xlsx; do
        for indicator in forest-cover wastewater-treated waste-urban waste-rural circular-models; do
            khoanh export "$workspace" --by commune --indicator "$indicator" --out "out/tables/$indicator-xa-2025.$kind"
        done
        khoanh export "$workspace" --by district@2024 --out "out/tables/forest-cover-huyen-2024.$kind"
        khoanh export "$workspace" --by basin --indicator wastewater-treated --out "out/tables/wastewater-treated-luu-vuc.$kind"
        khoanh export "$workspace" --by province --indicator energy-saving --out "out/tables/energy-saving-tinh.$kind"
        khoanh plan "$workspace" annex1 --out "out/tables/phu-luc-1.$kind"
    done
}

exportLayers() {
    mkdir out/shp
    khoanh export "$workspace" --out out/lai-chau.gpkg
    khoanh export "$workspace" --out out/shp/lai-chau.shp
}

checkFieldPoints() {
    mkdir out/field
    khoanh check "$workspace" "$sample/tuan_tra.gpx" --out out/field/tuan_tra.gpx
    khoanh check "$workspace" "$sample/diem_kiem_tra.csv" --crs EPSG:4326 --out out/field/diem_kiem_tra.xlsx
    khoanh check "$workspace" "$sample/diem_kiem_tra.csv" --crs EPSG:4326 --out out/field/bien_ban.pdf
    khoanh check "$workspace" "$sample/may_thu.nmea" --out out/field/may_thu.gpkg
}

exportFindings() {
    khoanh export "$workspace" --layer findings --out out/findings.csv
    khoanh export "$workspace" --layer findings --out out/findings.xlsx
}

# What a file is for, by its name.
purposeOf() {
    case "$1" in
        */sample/*) echo "source file an office would hold" ;;
        *.khoanh) echo "workspace: opens in QGIS as it is" ;;
        */maps/*) echo "map" ;;
        */field/*.pdf) echo "minutes to print and sign" ;;
        */field/*) echo "field points with verdicts" ;;
        */findings.*) echo "what somebody should look at" ;;
        *.csv | *.xlsx) echo "table of figures" ;;
        *.gpkg) echo "layers for QGIS, styled" ;;
        *.shp) echo "shapefile" ;;
    esac
}

printRow() { printf '%-44s %-36s %10s\n' "$@"; }

printFilesOf() {
    local file
    for file in "$@"; do
        printRow "$file" "$(purposeOf "$file")" "$(du --human-readable --apparent-size "$file" | cut --fields=1)"
    done
}

printResults() {
    local results
    mapfile -t results < <(find out -type f -not -path 'out/sample/*' \
        \( -name '*.khoanh' -o -name '*.png' -o -name '*.svg' -o -name '*.pdf' -o -name '*.csv' -o -name '*.xlsx' \
        -o -name '*.gpkg' -o -name '*.gpx' -o -name '*.shp' \) \
        -not -name '*.fields.csv' | sort)
    echo
    printRow file what size
    printFilesOf "${results[@]}"
    printRow "$sample/" "the sample's source files" "$(du --summarize --human-readable "$sample" | cut --fields=1)"
    echo
    echo "everything is in $PWD/out"
}

openDesktop() {
    if [ -x "$desktop" ] && [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
        # It stays when the terminal goes; what keeps it from starting is left to be read.
        nohup "$desktop" "$workspace" >out/desktop.log 2>&1 &
    fi
}

# The maps are drawn without a screen; the desktop, if any, gets the real one.
runJob() {
    local QT_QPA_PLATFORM=offscreen
    export QT_QPA_PLATFORM
    makeSample
    khoanh new "$workspace" --province 12
    importUnits
    importForest
    importWater
    importSites
    importTables
    computeCover
    computeTables
    drawMaps
    exportTables
    exportLayers
    checkFieldPoints
    exportFindings
}

installMissingPackages cmake/debian_packages.txt
useCompilerCacheIfPresent
build
setOldResultsAside
runJob
keepNewResults
printResults
openDesktop
