#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 PlexM8 contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# run.sh FOLDER PROGRAM [ARGUMENT…]: fetches the client into FOLDER, unless it is there, and runs
# check.mjs against PROGRAM. Without Node.js or the npm registry: a failure if CI is set, else
# exit code 77, which ctest shows as skipped.
set -euo pipefail

folder=$1
shift
source=$(cd "$(dirname "$0")" && pwd)

give_up() {
    echo "client_ctrl_plex: $1" >&2
    [ -z "${CI:-}" ] || exit 1
    echo "skipped; with CI set this would be a failure" >&2
    exit 77
}

command -v node >/dev/null && command -v npm >/dev/null || give_up "Node.js with npm is not installed"
mkdir -p "$folder"
if ! cmp -s "$source/package-lock.json" "$folder/done"; then
    rm -f "$folder/done"
    cp "$source/package.json" "$source/package-lock.json" "$folder/"
    (cd "$folder" && npm ci --ignore-scripts --no-audit --no-fund --fetch-retries=1 --fetch-timeout=30000) \
        || give_up "the client could not be fetched from the npm registry"
    cp "$source/package-lock.json" "$folder/done"
fi
cp "$source/check.mjs" "$folder/"
node "$folder/check.mjs" "$@"
