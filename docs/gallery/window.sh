#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Takes pictures of every panel and dialog of the window: docs/gallery/window.sh WORKSPACE (needs the package xvfb).
set -euo pipefail
workspace=$(realpath "${1:?name a workspace}")
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
# Showing a theme may compute figures: the workspace of the user stays as it is.
desk=$(mktemp -d)
trap 'rm -rf "$desk"' EXIT
cp "$workspace" "$desk/gallery.khoanh"
cmake --preset dev
cmake --build --preset dev --target khoanh_window_tool
xvfb-run --auto-servernum --server-args="-screen 0 1920x1200x24" \
    build/dev/bin/khoanh_window_tool gallery "$desk/gallery.khoanh" docs/gallery/window
