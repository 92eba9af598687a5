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

compute() {
    local units method
    for method in overlay register; do
        for units in commune district@2024 province; do
            khoanh compute "$workspace" forest-cover --by "$units" --method "$method"
        done
    done
}

drawMaps() {
    khoanh map "$workspace" forest-cover --by commune --out out/che-phu-rung-xa-2025.png
    khoanh map "$workspace" forest-cover --by district@2024 --out out/che-phu-rung-huyen-2024.png
}

exportTables() {
    local kind
    for kind in csv xlsx; do
        khoanh export "$workspace" --by commune --out "out/che-phu-rung-xa-2025.$kind"
        khoanh export "$workspace" --by district@2024 --out "out/che-phu-rung-huyen-2024.$kind"
    done
}

exportLayers() {
    mkdir out/shp
    khoanh export "$workspace" --out out/lai-chau.gpkg
    khoanh export "$workspace" --out out/shp/lai-chau.shp
}

# What a file is for, by its name.
purposeOf() {
    case "$1" in
        */sample/*) echo "source file an office would hold" ;;
        *.khoanh) echo "workspace: opens in QGIS as it is" ;;
        *.png) echo "map" ;;
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
        \( -name '*.khoanh' -o -name '*.png' -o -name '*.csv' -o -name '*.xlsx' -o -name '*.gpkg' -o -name '*.shp' \) \
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
        "$desktop" "$workspace" &
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
    compute
    drawMaps
    exportTables
    exportLayers
}

installMissingPackages cmake/debian_packages.txt
useCompilerCacheIfPresent
build
setOldResultsAside
runJob
keepNewResults
printResults
openDesktop
