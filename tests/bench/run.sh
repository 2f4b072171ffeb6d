#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 PlexM8 contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# run.sh BUILD_FOLDER [TRACKS…]: the figures of the library and the window at 10k, 100k, 300k and
# 1 M tracks (or the sizes given), the server in a process of its own with its pages written
# beforehand. Prints one table; needs a release build with tests (preset bench).
set -euo pipefail

build=$1
shift
[ $# -gt 0 ] || set -- 10000 100000 300000 1000000
cli=$build/app/cli/plexm8-cli
work=$(mktemp -d)
server=
trap '[ -z "$server" ] || kill "$server"; rm -rf "$work"' EXIT

printf 'tracks\tsync s\ttracks/s\tsearch p95 ms\tsort median ms\tsort worst ms\tMB after sync\tcache MB\tstart ms\tstall ms\tidle MB\n'
for tracks in "$@"; do
    "$cli" demo serve --tracks "$tracks" --pregenerate >"$work/serve.json" &
    server=$!
    while [ ! -s "$work/serve.json" ]; do
        kill -0 "$server" || exit 1 # it said why
        sleep 0.2
    done
    field() { sed -E "s/.*\"$1\":\"([^\"]*)\".*/\1/" "$work/serve.json"; }
    PLEXM8_TOKEN=$(field token)
    export PLEXM8_TOKEN
    row=$("$build/tests/bench/bench_sync" "$(field pms)" PLEXM8_TOKEN "$work/cache-$tracks")
    # The same library in a profile, for the window.
    url=$(field pms)
    "$cli" --data-dir "$work/profile-$tracks" --server "$url" --quiet sync >/dev/null
    kill "$server"
    wait "$server" 2>/dev/null || true
    server=
    unset PLEXM8_TOKEN
    QT_QPA_PLATFORM=${QT_QPA_PLATFORM:-offscreen} "$build/tests/bench/bench_window" "$work/profile-$tracks" "$url" >/dev/null
    window=$(QT_QPA_PLATFORM=${QT_QPA_PLATFORM:-offscreen} "$build/tests/bench/bench_window" "$work/profile-$tracks" "$url")
    printf '%s\t%s\n' "$row" "$window"
    rm -rf "$work/cache-$tracks" "$work/profile-$tracks" "$work/serve.json"
done
