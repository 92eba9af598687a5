#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Takes pictures of every panel and dialog of the window: docs/gallery/window.sh WORKSPACE.
set -euo pipefail
workspace=$(realpath "${1:?name a workspace}")
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
cmake --preset dev
cmake --build --preset dev --target khoanh_window_tool
xvfb-run --auto-servernum --server-args="-screen 0 1920x1200x24" \
    build/dev/bin/khoanh_window_tool gallery "$workspace" docs/gallery
