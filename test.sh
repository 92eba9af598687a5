#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Installs what is missing, builds and runs every test: ./test.sh [dev|asan|tsan|coverage|all …], dev by default.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
source cmake/debian_packages.sh

# No test needs a screen, on a desktop or in a bare container.
export QT_QPA_PLATFORM=offscreen

# Qt is not built for ThreadSanitizer: what draws is left out there, what computes stays in.
readonly drawingTests='styles_paint|app_acceptance|tests_golden'

usage() {
    echo "usage: $0 [dev|asan|tsan|coverage|all …]" >&2
    exit 2
}

# The presets that the arguments name, dev when they name none.
wishedPresets() {
    local preset
    for preset in "${@:-dev}"; do
        case "$preset" in
            all) printf '%s\n' dev asan tsan ;;
            dev | asan | tsan | coverage) echo "$preset" ;;
            *) return 2 ;;
        esac
    done
}

build() {
    local preset=$1 targets=(all)
    # Every header compiles alone; asking once is enough.
    [ "$preset" != dev ] || targets+=(all_verify_interface_header_sets)
    cmake --preset "$preset"
    cmake --build --preset "$preset" --target "${targets[@]}"
}

# GCC 12's ThreadSanitizer cannot live with the wide address randomisation of newer kernels.
withFixedAddresses() {
    if setarch "$(uname -m)" --addr-no-randomize true 2>/dev/null; then
        setarch "$(uname -m)" --addr-no-randomize "$@"
    else
        "$@"
    fi
}

runTests() {
    local preset=$1 options=(--no-tests=error --parallel "$(nproc)")
    if [ "$preset" = tsan ]; then
        withFixedAddresses ctest --preset tsan "${options[@]}" --label-exclude "$drawingTests"
    else
        ctest --preset "$preset" "${options[@]}"
    fi
}

presets=$(wishedPresets "$@") || usage
installMissingPackages cmake/debian_packages.txt
useCompilerCacheIfPresent
trap 'handBackToCaller build' EXIT
for preset in $presets; do
    build "$preset"
    runTests "$preset"
done
