#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Litedeck authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# run_all.sh BUILD_DIRECTORY [--web]: every measurement of README.md here, one after the other. With
# --web also those beside web programs, for which npm downloads 53 MB into the build directory and
# for which node, npm and chromium have to be there.
set -euo pipefail

build=${1:?usage: run_all.sh BUILD_DIRECTORY [--web]}
here=$(cd "$(dirname "$0")" && pwd)
bench=$build/tests/bench
export QT_QPA_PLATFORM=${QT_QPA_PLATFORM:-offscreen}

step() {
    printf '\n## %s (load %s)\n' "$*" "$(cut -d' ' -f1 /proc/loadavg)"
    "$@"
}

date -u +'%F %R UTC'
grep -m1 'model name' /proc/cpuinfo
for what in memory history burst compare growth markdown; do
    step "$bench/bench_transcript" "$what"
done
step "$bench/bench_live" compare
step "$bench/bench_socket"
step "$bench/bench_start"
step "$bench/bench_jobs"
step "$bench/bench_search"
if [ "${2:-}" = --web ]; then
    step node "$here/web/run.mjs" "$build"
    step node "$here/web/stream.mjs" "$build"
else
    step "$bench/bench_stream"
fi
