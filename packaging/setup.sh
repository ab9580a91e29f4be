#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Litedeck authors
# SPDX-License-Identifier: GPL-3.0-or-later
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
packages_file=$root/packaging/packages.txt
cpus=$(nproc)

usage() {
    cat <<'TEXT'
Usage: packaging/setup.sh run [ARGUMENT...]   build Litedeck and start it on its embedded gateway
       packaging/setup.sh test [PRESET...]    build and run all tests, also under the sanitizers;
                                              or only with the presets that are named
       packaging/setup.sh debian13            the same without the sanitizers, and a start of the
                                              program, in a Debian 13 in build/debian13; needs root
       packaging/setup.sh lint [FILE.cpp...]  check the formatting and run clang-tidy, on all files
                                              unless some are named (from the top of the project)
       packaging/setup.sh fuzz [SECONDS]      run each fuzz target that long, 60 if not said; what
                                              they find stays in build/fuzz
       packaging/setup.sh conformance [--turns N [SEED]]
                                              test against a real LiteLLM proxy with its database,
                                              which it installs into build/litellm; or send N
                                              messages to it over a bad line and compare their costs
                                              with the database

Each installs the Debian packages that are missing (packaging/packages.txt), with sudo when you are
not root. Debian 12 and 13 will do. ARGUMENTs go to litedeck.
TEXT
}

say() { printf '\n==> %s\n' "$*"; }

# Prints the packages of the named sections of packages.txt.
packages() {
    awk -v wanted=" $* " '
        /^#/ || NF == 0 { next }
        /^\[.*\]$/      { on = index(wanted, " " substr($0, 2, length($0) - 2) " "); next }
        on              { print $1 }' "$packages_file"
}

is_installed() {
    [ "$(dpkg-query -W -f='${db:Status-Status}' "$1" 2>/dev/null)" = installed ]
}

install_missing() {
    local missing=() package as_root=()
    if ! command -v dpkg-query >/dev/null; then
        say "This is no Debian system: install what packaging/packages.txt names yourself."
        return
    fi
    for package in $(packages "$@"); do
        is_installed "$package" || missing+=("$package")
    done
    if [ ${#missing[@]} -eq 0 ]; then
        return
    fi
    say "Installing ${#missing[@]} Debian packages: ${missing[*]}"
    if [ "$(id -u)" -ne 0 ]; then
        if ! command -v sudo >/dev/null; then
            printf 'There is no sudo here. Run this as root, then try again:\n  apt-get install --no-install-recommends %s\n' \
                "${missing[*]}" >&2
            exit 1
        fi
        as_root=(sudo)
    fi
    "${as_root[@]}" apt-get update -q
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
        apt-get install -q -y --no-install-recommends "${missing[@]}" </dev/null
}

# Configures and builds a preset; further arguments go to the build.
build() {
    local preset=$1
    shift
    say "Building preset $preset in build/$preset"
    # Where time is limited; builds without it prove that each file includes what it uses.
    cmake --preset "$preset" ${CI:+-DLITEDECK_PCH=ON -DCMAKE_CXX_FLAGS_DEBUG=-g1} && cmake --build --preset "$preset" "$@"
}

sources() {
    find app core ui tests \( -name '*.cpp' -o -name '*.h' \) -print0
}

check_format() {
    say "Checking the formatting"
    sources | xargs -0 -P "$cpus" -n 32 clang-format --dry-run -Werror
}

# Needs the preset dev to be built: clang-tidy reads what the build generates.
check_tidy() {
    say "Running clang-tidy"
    if [ $# -gt 0 ]; then printf '%s\0' "$@"; else sources | grep -z '\.cpp$'; fi |
        xargs -0 -P "$cpus" -n 1 clang-tidy -p build/dev --quiet \
            2> >(grep -v ' warnings\? \(and .* \)\?generated\.$' >&2)
}

# Runs the tests of a preset and keeps their closing lines for the totals.
check_tests() {
    local preset=$1
    build "$preset" || return
    say "Testing preset $preset"
    # One more than there are processors, since most tests wait for the network now and then.
    ctest --preset "$preset" --parallel $((cpus + 1)) 2>&1 | tee "build/$preset/ctest.log"
}

# Runs a check and remembers how it went, so that one failure does not hide the next.
failed=()
check() {
    local start=$SECONDS result=passed
    "$@" || result=FAILED
    [ $result = passed ] || failed+=("$*")
    summary+=("$(printf '%-18s %s, %d s' "$*" $result $((SECONDS - start)))")
}

report() {
    local preset
    say "Summary"
    printf '%s\n' "${summary[@]}"
    for preset in "$@"; do
        [ ! -f "build/$preset/ctest.log" ] ||
            sed -n "s/^\([0-9]*% tests passed.*\)/$preset: \1/p" "build/$preset/ctest.log"
    done
    if [ ${#failed[@]} -gt 0 ]; then
        printf 'FAILED: %s\n' "${failed[@]}"
        exit 1
    fi
    echo "Everything passed."
}

run() {
    install_missing run
    build release
    local litedeck=$root/build/release/app/litedeck
    if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
        say "Starting Litedeck on its embedded gateway"
        exec "$litedeck" --demo "$@"
    fi
    local authority=$root/build/release/xvfb.auth number=99
    while [ -e "/tmp/.X$number-lock" ]; do
        number=$((number + 1))
    done
    say "There is no display here: starting Litedeck under a virtual one, :$number. Ctrl+C ends it."
    cat <<TEXT
For a picture of it, in another terminal (package imagemagick):
  XAUTHORITY='$authority' import -display :$number -window root litedeck.png
To use it from another machine (package x11vnc):
  x11vnc -display :$number -auth '$authority' -localhost
TEXT
    exec xvfb-run --server-num="$number" --auth-file="$authority" \
        --server-args='-screen 0 1280x800x24' "$litedeck" --demo "$@"
}

run_tests() {
    local preset presets=("$@")
    [ $# -gt 0 ] || presets=(dev asan)
    install_missing run test
    rm -f build/{dev,asan}/ctest.log
    check check_format
    for preset in "${presets[@]}"; do
        check check_tests "$preset"
    done
    report "${presets[@]}"
}

# Starts the program under a virtual display; it has to live until it is ended.
check_start() {
    local ended=0
    timeout 10 xvfb-run --auto-servernum build/dev/app/litedeck --demo || ended=$?
    [ "$ended" -eq 124 ]
}

# What runs inside the other Debian.
run_start_test() {
    check check_start
    report
}

# Runs the tests in a Debian 13 of its own. Its mounts end with the namespace that has them.
run_debian13() {
    local system=$root/build/debian13
    install_missing debian13
    if [ ! -e "$system/.ready" ]; then
        say "Setting up Debian 13 in build/debian13"
        rm -rf "$system"
        mkdir -p "$system"
        debootstrap --variant=minbase trixie "$system"
        touch "$system/.ready"
    fi
    say "Copying the sources into it"
    mkdir -p "$system/litedeck"
    find "$system/litedeck" -mindepth 1 -maxdepth 1 ! -name build -exec rm -rf {} +
    tar -C "$root" --exclude=./build --exclude=./.git -cf - . | tar -C "$system/litedeck" -xf -
    unshare --mount sh -ec '
        mount -t proc proc "$1/proc"
        mount --rbind /dev "$1/dev"
        mount -t tmpfs tmpfs "$1/tmp"
        exec chroot "$1" env CI="${CI:-}" PATH=/usr/sbin:/usr/bin:/sbin:/bin \
            sh -ec "cd /litedeck && packaging/setup.sh test dev && packaging/setup.sh start-test"
    ' sh "$system"
}

lint() {
    install_missing run test
    build dev
    check check_format
    check check_tidy "$@"
    report
}

# Runs one target on its seeds and on what it found before.
fuzz_target() {
    local name=$1 seconds=$2 target=$root/build/fuzz/tests/fuzz/$1
    say "Fuzzing $name for $seconds s"
    mkdir -p "build/fuzz/found/$name"
    "$target" -max_total_time="$seconds" -timeout=20 -print_final_stats=1 \
        -artifact_prefix="build/fuzz/$name-" \
        "build/fuzz/found/$name" "tests/fuzz/seeds/${name#fuzz_}" 2>&1 |
        grep -v '^#[0-9]*.*\(NEW\|REDUCE\|pulse\)'
}

fuzz() {
    local seconds=${1:-60} source name
    install_missing run fuzz
    build fuzz
    for source in tests/fuzz/fuzz_*.cpp; do
        name=$(basename "$source" .cpp)
        check fuzz_target "$name" "$seconds"
    done
    report
}

# Against a proxy from PyPI, on loopback. Without one this fails, it skips nothing.
check_conformance() {
    local proxy=$root/build/litellm
    tests/conformance/install.sh "$proxy" &&
        timeout 3600 "$proxy/venv/bin/python" tests/conformance/run.py "$proxy" "$@"
}

conformance() {
    local command=(tst_conformance)
    if [ $# -gt 0 ]; then
        [[ $1 = --turns && ${2:-} =~ ^[1-9][0-9]*$ ]] || {
            usage >&2
            exit 2
        }
        command=(conformance_turns "${@:2}")
    fi
    install_missing run test conformance
    build dev --target "${command[0]}"
    check check_conformance "build/dev/tests/conformance/${command[0]}" "${command[@]:1}"
    report
}

cd "$root"
summary=()
# Without a locale Qt warns at each start that it takes this one.
export LC_ALL=${LC_ALL:-${LANG:-C.UTF-8}}
case ${1:-} in
run)
    shift
    run "$@"
    ;;
test)
    shift
    run_tests "$@"
    ;;
start-test) run_start_test ;;
debian13) run_debian13 ;;
lint)
    shift
    lint "$@"
    ;;
fuzz)
    shift
    fuzz "$@"
    ;;
conformance)
    shift
    conformance "$@"
    ;;
*)
    usage >&2
    exit 2
    ;;
esac
