# SPDX-License-Identifier: Apache-2.0
# Installs the Debian packages of debian_packages.txt that are missing; sourced by start.sh and test.sh.
# shellcheck shell=bash

# Prints the wished packages that dpkg does not call installed.
missingPackages() {
    local list=$1 package
    grep -Ev '^[[:space:]]*(#|$)' "$list" | while read -r package; do
        dpkg-query --show --showformat='${Status}\n' "$package" 2>/dev/null | grep -q ' installed$' || echo "$package"
    done
}

# Runs a command as root: as it is, or through sudo.
asRoot() {
    if [ "$(id -u)" -eq 0 ]; then
        "$@"
    elif command -v sudo >/dev/null; then
        sudo "$@"
    else
        echo "installing packages needs root: run this script as root or install sudo" >&2
        return 1
    fi
}

# Asks the network only when something is missing.
installMissingPackages() {
    local list=$1 missing
    mapfile -t missing < <(missingPackages "$list")
    [ "${#missing[@]}" -gt 0 ] || return 0
    echo "installing: ${missing[*]}"
    asRoot apt-get update --quiet --quiet
    asRoot env DEBIAN_FRONTEND=noninteractive apt-get install --yes --quiet --quiet --no-install-recommends "${missing[@]}"
}

# After `sudo ./start.sh` the files belong to the person who called, not to root.
handBackToCaller() {
    [ "$(id -u)" -eq 0 ] && [ -n "${SUDO_UID:-}" ] || return 0
    chown --silent --recursive "$SUDO_UID:${SUDO_GID:-$SUDO_UID}" "$@"
}

# An installed ccache makes a second build short; nothing depends on it.
useCompilerCacheIfPresent() {
    if command -v ccache >/dev/null; then
        export CMAKE_CXX_COMPILER_LAUNCHER="${CMAKE_CXX_COMPILER_LAUNCHER:-ccache}"
    fi
}
