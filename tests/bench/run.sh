#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 PlexM8 contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# run.sh BUILD_FOLDER [TRACKS…]: the figures of the library and the window at 10k, 100k, 300k and
# 1 M tracks (or the sizes given), the server in a process of its own with its pages written
# beforehand, and those of the grid of 100k albums (ALBUMS=n for another number, 0 for none) whose
# covers come from such a server, those of matching and of playlist files. Prints a table of each, then every figure of
# targets.tsv beside what is to be reached and what the best other player needs, then how it compares with baseline.tsv:
# a figure that is worse than there by more than its tolerance is named and makes the run fail. Needs
# a release build with tests (preset bench), and a machine that does nothing else.
set -euo pipefail

build=$1
shift
[ $# -gt 0 ] || set -- 10000 100000 300000 1000000
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
cli=$build/app/cli/plexm8-cli
starts=7 # of the program, of which the median counts
work=$(mktemp -d)
server=
trap '[ -z "$server" ] || kill "$server"; rm -rf "$work"' EXIT
export QT_QPA_PLATFORM=${QT_QPA_PLATFORM:-offscreen} XDG_RUNTIME_DIR=${XDG_RUNTIME_DIR:-$work}

columns='tracks\tsync s\ttracks/s\tMB after sync\tcache MB\tdelta ms\tdelta worst ms\tnotice ms\tnotice worst ms\tstall in sync ms\tstart ms\tsearch p95 ms\tsort median ms\tsort worst ms\tstall ms\tidle MB\ttray ms\tpopup ms'
printf "$columns\n" | tee "$work/table.tsv"
field() { sed -E "s/.*\"$1\":\"([^\"]*)\".*/\1/" "$work/serve.json"; }
# serve ARGUMENTS…: starts the server and waits until it listens.
serve() {
    "$cli" demo serve "$@" >"$work/serve.json" &
    server=$!
    while [ ! -s "$work/serve.json" ]; do
        kill -0 "$server" || exit 1 # it said why
        sleep 0.2
    done
    PLEXM8_TOKEN=$(field token)
    export PLEXM8_TOKEN
    url=$(field pms)
}
endServer() {
    kill "$server"
    wait "$server" 2>/dev/null || true
    server=
    rm -f "$work/serve.json"
}

for tracks in "$@"; do
    serve --tracks "$tracks" --pregenerate
    row=$("$build/tests/bench/bench_sync" "$url" PLEXM8_TOKEN "$work/cache-$tracks")
    news=$("$build/tests/bench/bench_news" "$url" PLEXM8_TOKEN "$work/cache-$tracks")
    # Once more in the window, which is scrolled and sorted meanwhile.
    syncing=$("$build/tests/bench/bench_window" "$work/profile-$tracks" "$url" sync)
    endServer
    start=$(for _ in $(seq "$starts"); do
        "$build/tests/bench/bench_window" "$work/profile-$tracks" "$url" start || exit 1
    done | sort -n | sed -n "$((starts / 2 + 1))p")
    window=$("$build/tests/bench/bench_window" "$work/profile-$tracks" "$url")
    printf '%s\t%s\t%s\t%s\t%s\n' "$row" "$news" "$syncing" "$start" "$window" | tee -a "$work/table.tsv"
    rm -rf "$work/cache-$tracks" "$work/profile-$tracks"
done

albums=${ALBUMS:-100000}
if [ "$albums" -gt 0 ]; then
    serve --tracks 1000000 # as many covers as it has
    "$build/tests/bench/bench_grid" "$albums" "$url" >"$work/grid.tsv"
    endServer
    of() { awk -F'\t' -v row="$1" -v column="$2" '$1 == row { print $column }' "$work/grid.tsv"; }
    columns='albums\tframes/s\tworst 1 % frames/s\tcovers/s\tunpaced frames/s\tpaging frames/s\tdragging frames/s\tcached cover ms\tcached cover p95 ms'
    printf '%b\n' "$columns" | tee -a "$work/table.tsv"
    printf '%s albums\t%s\t%s\t%s\t%s\t%s\t%s\t%s\t%s\n' "$albums" \
        "$(of 'wheel at 60 Hz' 2)" "$(of 'wheel at 60 Hz' 3)" "$(of 'wheel at 60 Hz' 5)" \
        "$(of wheel 2)" "$(of 'page by page' 2)" "$(of 'dragged bar' 2)" \
        "$(of 'cached cover' 2)" "$(of 'cached cover' 3)" | tee -a "$work/table.tsv"
fi

# A playlist or a small library of another program, and the largest that is promised.
columns='rows\tcatalogue ms\tmatching ms\tboth ms\tcatalogue MB\tmatching MB\tcopies ms'
printf '%b\n' "$columns" | tee -a "$work/table.tsv"
for sizes in '4500 3000' '100000 100000'; do
    # shellcheck disable=SC2086 # two arguments
    "$build/tests/bench/bench_match" $sizes \
        | awk -F'\t' -v OFS='\t' '{ print $2 " rows", $3, $4, $5, $6, $7, $10 }' | tee -a "$work/table.tsv"
done

# The longest playlist that is promised, as a file of each format.
columns='files\twriting ms\treading ms\tboth ms\tfile MB'
printf '%b\n' "$columns" | tee -a "$work/table.tsv"
"$build/tests/bench/bench_playlistfile" 65000 \
    | awk -F'\t' -v OFS='\t' '{ $1 = "65000 rows of " $1; print }' | tee -a "$work/table.tsv"

# Reads a table with a header above each of its parts into measured[first column, name].
readTable='
    FNR == 1 { file++ }
    file == 1 && ($1 == "tracks" || $1 == "albums" || $1 == "rows" || $1 == "files") {
        for (i = 1; i <= NF; ++i) name[i] = $i
        next
    }
    file == 1 { for (i = 2; i <= NF; ++i) measured[$1, name[i]] = $i; next }
    /^#/ || NF < 4 || !(($1, $2) in measured) { next }
'

# Each row of the targets: size, column, figure to reach, the best other player.
awk -F'\t' "$readTable"'
    !printed++ { print "size\tfigure\tmeasured\tto reach\tbest peer\t" }
    {
        now = measured[$1, $2]
        isReached = ($2 ~ /\/s/) ? now >= $3 : now <= $3
        printf "%s\t%s\t%s\t%s\t%s\t%s\n", $1, $2, now, $3, $4, isReached ? "" : "not reached"
    }
' "$work/table.tsv" "$here/targets.tsv"

# Each row of the baseline: size, column, figure, tolerance in per cent.
awk -F'\t' "$readTable"'
    {
        now = measured[$1, $2]; compared++
        isRate = $2 ~ /\/s/
        if (isRate ? now < $3 * (1 - $4 / 100) : now > $3 * (1 + $4 / 100)) {
            printf "worse than the baseline: %s at %s: %s, was %s\n", $2, $1, now, $3
            worse++
        }
    }
    END { printf "%d figures compared with the baseline, %d worse\n", compared, worse; exit worse > 0 }
' "$work/table.tsv" "$here/baseline.tsv"
