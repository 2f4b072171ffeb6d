#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 PlexM8 contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# run.sh BUILD_FOLDER [TRACKS…]: the figures of the library and the window at 10k, 100k, 300k and
# 1 M tracks (or the sizes given), the server in a process of its own with its pages written
# beforehand. Prints one table, then how it compares with baseline.tsv: a figure that is worse than
# there by more than its tolerance is named and makes the run fail. Needs a release build with tests
# (preset bench), and a machine that does nothing else.
set -euo pipefail

build=$1
shift
[ $# -gt 0 ] || set -- 10000 100000 300000 1000000
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
cli=$build/app/cli/plexm8-cli
work=$(mktemp -d)
server=
trap '[ -z "$server" ] || kill "$server"; rm -rf "$work"' EXIT
export QT_QPA_PLATFORM=${QT_QPA_PLATFORM:-offscreen} XDG_RUNTIME_DIR=${XDG_RUNTIME_DIR:-$work}

columns='tracks\tsync s\ttracks/s\tMB after sync\tcache MB\tdelta ms\tdelta worst ms\tnotice ms\tnotice worst ms\tstall in sync ms\tstart ms\tsearch p95 ms\tsort median ms\tsort worst ms\tstall ms\tidle MB'
printf "$columns\n" | tee "$work/table.tsv"
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
    url=$(field pms)
    row=$("$build/tests/bench/bench_sync" "$url" PLEXM8_TOKEN "$work/cache-$tracks")
    news=$("$build/tests/bench/bench_news" "$url" PLEXM8_TOKEN "$work/cache-$tracks")
    # Once more in the window, which is scrolled and sorted meanwhile.
    syncing=$("$build/tests/bench/bench_window" "$work/profile-$tracks" "$url" sync)
    kill "$server"
    wait "$server" 2>/dev/null || true
    server=
    window=$("$build/tests/bench/bench_window" "$work/profile-$tracks" "$url")
    printf '%s\t%s\t%s\t%s\n' "$row" "$news" "$syncing" "$window" | tee -a "$work/table.tsv"
    rm -rf "$work/cache-$tracks" "$work/profile-$tracks" "$work/serve.json"
done

# Each row of the baseline: tracks, column, figure, tolerance in per cent.
awk -F'\t' '
    FNR == 1 { file++ }
    file == 1 && FNR == 1 { for (i = 1; i <= NF; ++i) name[i] = $i; next }
    file == 1 { for (i = 2; i <= NF; ++i) measured[$1, name[i]] = $i; next }
    /^#/ || NF < 4 || !(($1, $2) in measured) { next }
    {
        now = measured[$1, $2]; compared++
        isRate = $2 == "tracks/s"
        if (isRate ? now < $3 * (1 - $4 / 100) : now > $3 * (1 + $4 / 100)) {
            printf "worse than the baseline: %s at %s tracks: %s, was %s\n", $2, $1, now, $3
            worse++
        }
    }
    END { printf "%d figures compared with the baseline, %d worse\n", compared, worse; exit worse > 0 }
' "$work/table.tsv" "$here/baseline.tsv"
