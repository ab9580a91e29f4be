#!/bin/sh
# SPDX-FileCopyrightText: The Litedeck authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Makes the certificates of tst_tls once more: one key for all, an authority that the test trusts,
# and a stranger that it does not. They protect nothing.
set -eu
cd "$(dirname "$0")"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

openssl ecparam -name prime256v1 -genkey -noout -out "$work/key.pem"
openssl pkcs8 -topk8 -nocrypt -in "$work/key.pem" -out key.pem

authority() { # file, name
    openssl req -x509 -new -key key.pem -subj "/O=Litedeck tests/CN=$2" -days 36500 \
        -addext basicConstraints=critical,CA:TRUE -out "$1"
}
authority authority.pem "Trusted Authority"
authority "$work/stranger.pem" "Stranger"

issue() { # file, authority, common name, alternative names, from, until
    : > "$work/index"
    echo 01 > "$work/serial"
    printf '%s\n' '[ca]' 'default_ca=c' '[c]' "new_certs_dir=$work" "database=$work/index" \
        "serial=$work/serial" 'default_md=sha256' 'policy=p' 'unique_subject=no' 'x509_extensions=x' \
        '[p]' 'commonName=supplied' '[x]' "subjectAltName=$4" > "$work/ca.cnf"
    openssl req -new -key key.pem -subj "/CN=$3" -out "$work/request.pem"
    openssl ca -batch -notext -config "$work/ca.cnf" -keyfile key.pem -cert "$2" \
        -in "$work/request.pem" -startdate "$5" -enddate "$6" -out "$1" 2> /dev/null
}
here=DNS:localhost,IP:127.0.0.1
from=20200101000000Z
until=21000101000000Z
issue good.pem authority.pem gateway.example "$here" $from $until
issue expired.pem authority.pem gateway.example "$here" $from 20210101000000Z
issue not_yet_valid.pem authority.pem gateway.example "$here" 20900101000000Z $until
issue wrong_host.pem authority.pem other.example DNS:other.example $from $until
issue untrusted.pem "$work/stranger.pem" gateway.example "$here" $from $until
openssl req -x509 -new -key key.pem -subj "/CN=gateway.example" -days 36500 \
    -addext "subjectAltName=$here" -out self_signed.pem
