#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Litedeck authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# database.sh make ARCHIVE MIGRATIONS   makes a database with LiteLLM's tables and packs it
# database.sh start ARCHIVE FOLDER PORT unpacks it into the empty folder and starts it on loopback
# database.sh stop FOLDER               ends it
set -euo pipefail

bin=$(ls -d /usr/lib/postgresql/*/bin | tail -1)

# PostgreSQL does not run as root.
as_owner() {
    if [ "$(id -u)" -eq 0 ]; then
        (cd / && runuser -u postgres -- "$@")
    else
        "$@"
    fi
}

give() {
    if [ "$(id -u)" -eq 0 ]; then chown -R postgres "$1"; fi
}

start() {
    local folder=$1 port=$2
    as_owner "$bin/pg_ctl" --silent --wait -D "$folder/data" -l "$folder/log" -o \
        "-p $port -c listen_addresses=127.0.0.1 -c unix_socket_directories=$folder -c fsync=off" \
        start </dev/null >/dev/null
}

stop() {
    as_owner "$bin/pg_ctl" --silent --wait -D "$1/data" -m fast stop
}

make() {
    local archive=$1 migrations=$2 folder port=5432
    # Reached through a socket, so the port is only a part of its name.
    folder=$(mktemp -d)
    chmod 755 "$folder"
    give "$folder"
    as_owner "$bin/initdb" --no-sync -D "$folder/data" -A trust -U litellm -E UTF8 --no-locale >/dev/null
    as_owner "$bin/pg_ctl" --silent --wait -D "$folder/data" -l "$folder/log" -o \
        "-p $port -c listen_addresses= -c unix_socket_directories=$folder -c fsync=off" start </dev/null >/dev/null
    as_owner "$bin/createdb" -h "$folder" -p $port -U litellm litellm
    # Some create what is there already, which LiteLLM lets pass as well.
    find "$migrations" -name migration.sql -print0 | sort -z | xargs -0 cat |
        as_owner "$bin/psql" --quiet -h "$folder" -p $port -U litellm litellm >/dev/null 2>"$archive.log"
    stop "$folder"
    tar -C "$folder" -cf "$archive" data
    rm -rf "$folder"
}

case $1 in
make) make "$2" "$3" ;;
start)
    tar -C "$3" -xf "$2"
    chmod 755 "$3"
    give "$3"
    start "$3" "$4"
    ;;
stop) stop "$2" ;;
esac
