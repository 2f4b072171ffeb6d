# SPDX-FileCopyrightText: 2026 PlexM8 contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash disable=SC2154
# Shared by packaging/run and packaging/check: telling, stopping, installing, building. Sourced by
# bash; the caller sets `root` (the top of the tree) and `me` (its own name) before.

started=$SECONDS

# Tells what happens now, with the seconds since the start.
say() {
    printf '[%4d s] %s\n' "$((SECONDS - started))" "$*"
}

# Ends the program with one sentence.
stop() {
    printf '\n%s: stopped after %d s: %s\n' "$me" "$((SECONDS - started))" "$*" >&2
    exit 1
}

# The packages of the given groups that are not installed, one a line.
missing_packages() {
    local group package command wanted=()
    while read -r group package command; do
        case " $* " in
            *" $group "*) ;;
            *) continue ;;
        esac
        if [ -n "$command" ] && command -v "$command" >/dev/null 2>&1; then
            continue
        fi
        wanted+=("$package")
    done < <(grep -v '^[[:space:]]*\(#\|$\)' "$root/packaging/debian-packages.txt")
    local installed
    installed=$(dpkg-query -W -f='${db:Status-Status} ${Package}\n' "${wanted[@]}" 2>/dev/null || true)
    for package in "${wanted[@]}"; do
        grep -qxF "installed $package" <<<"$installed" || printf '%s\n' "$package"
    done
}

# Sets as_root to what makes a command run as root, or stops with what to do instead. Asks for sudo's
# password here, where the terminal still is.
find_root() {
    as_root=()
    [ "$(id -u)" -ne 0 ] || return 0
    local yourself="As root: apt-get install ${missing[*]}"
    command -v sudo >/dev/null 2>&1 || stop "packages are missing and neither root nor sudo is at hand. $yourself"
    if ! sudo -n true 2>/dev/null; then
        [ -t 0 ] || stop "packages are missing and sudo wants a password, but there is no terminal. $yourself"
        sudo -v || stop "packages are missing and sudo did not let you. $yourself"
    fi
    as_root=(sudo)
}

# Installs what the given groups (build, run, test) lack. Quick when nothing is missing.
install_missing() {
    if ! command -v dpkg-query >/dev/null 2>&1 || ! command -v apt-get >/dev/null 2>&1; then
        stop "this is no Debian (no apt-get). Install what packaging/debian-packages.txt names, then build as README.md says"
    fi
    local log="$root/build/setup.log"
    mapfile -t missing < <(missing_packages "$@")
    if [ "${#missing[@]}" -eq 0 ]; then
        say "everything needed is installed"
        return
    fi
    find_root
    mkdir -p "$root/build"
    say "installing ${#missing[@]} missing packages from Debian (log: build/setup.log)"
    local apt=(env DEBIAN_FRONTEND=noninteractive LC_ALL=C apt-get -q -o DPkg::Lock::Timeout=300)
    if ! "${as_root[@]}" "${apt[@]}" -o APT::Update::Error-Mode=any update >"$log" 2>&1 </dev/null; then
        say "the package lists could not all be renewed; trying with those at hand"
    fi
    if ! "${as_root[@]}" "${apt[@]}" install -y --no-install-recommends "${missing[@]}" >>"$log" 2>&1 </dev/null; then
        said '^(E:|Err:|W: Failed)' 5 "$log"
        stop "apt-get could not install: ${missing[*]}. Is the network there, and do the sources name Debian 12 (bookworm, main)? Everything it said: $log"
    fi
    say "packages installed"
}

# said PATTERN LINES LOG [GREP OPTION…]: the last lines of a log that match, on standard error. That
# there are none (a full disk, a compiler that was killed) is no failure of its own.
said() {
    local pattern=$1 lines=$2 log=$3
    shift 3
    { grep -E "$@" -e "$pattern" "$log" | tail -n "$lines" || true; } >&2
}

# How many compilers at once: one a core, but never more than memory lets (1.2 GB each).
build_jobs() {
    local cores memory
    cores=$(nproc)
    memory=$(awk '/^MemAvailable:/ { print int($2 / 1200000) }' /proc/meminfo)
    [ "$memory" -ge 1 ] || memory=1
    [ "$cores" -le "$memory" ] && echo "$cores" || echo "$memory"
}

# A compiler cache that survives between runs, inside the tree when there is no home to write to.
use_ccache() {
    if [ -z "${CCACHE_DIR:-}" ] && ! { [ -n "${HOME:-}" ] && [ -w "$HOME" ]; }; then
        export CCACHE_DIR="$root/build/ccache"
    fi
    # The same objects for every clone: paths below the tree are kept relative.
    export CCACHE_BASEDIR="$root" CCACHE_NOHASHDIR=1
    export CCACHE_MAXSIZE="${CCACHE_MAXSIZE:-4G}"
}

# build_tree PRESET FOLDER TARGETS [CMAKE OPTION…]: configures (only the first time; ninja sees to the rest) and builds.
build_tree() {
    local preset=$1 folder=$2 targets=$3
    shift 3
    local log
    log="$root/build/$(basename "$folder").log"
    mkdir -p "$root/build"
    # A tree that was moved or copied cannot use the folder it built in elsewhere.
    if [ -f "$folder/CMakeCache.txt" ] && ! grep -qxF "CMAKE_HOME_DIRECTORY:INTERNAL=$root" "$folder/CMakeCache.txt"; then
        rm -rf "$folder"
    fi
    if [ ! -f "$folder/build.ninja" ]; then
        say "configuring $preset"
        cmake -S "$root" --preset "$preset" -B "$folder" "$@" >"$log" 2>&1 \
            || { tail -25 "$log" >&2; stop "CMake could not configure $preset; everything it said: $log"; }
    fi
    say "building $preset with $(build_jobs) jobs (log: build/$(basename "$log"))"
    # shellcheck disable=SC2086 # several words
    nice cmake --build "$folder" --target $targets -j "$(build_jobs)" >"$log" 2>&1 \
        || { said 'error:|FAILED' 60 "$log" -A8; stop "$preset does not build; everything it said: $log"; }
}

# A folder of mode 0700 for the sockets of this run, where the system gives none.
use_runtime_dir() {
    if [ -z "${XDG_RUNTIME_DIR:-}" ] || [ ! -w "${XDG_RUNTIME_DIR:-/nonexistent}" ]; then
        export XDG_RUNTIME_DIR="$root/build/runtime"
        mkdir -p "$XDG_RUNTIME_DIR"
        chmod 700 "$XDG_RUNTIME_DIR"
    fi
}
