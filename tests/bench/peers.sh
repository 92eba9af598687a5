#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Runs a command with a private PostGIS beside it: peers.sh [--install] khoanh_bench …
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
source "$here/../../cmake/debian_packages.sh"
readonly port=${KHOANH_BENCH_PORT:-54399}
readonly programs=/usr/lib/postgresql/15/bin

usage() {
    echo "usage: $0 [--install] COMMAND …" >&2
    exit 2
}

# PostgreSQL refuses to run as root; the account its package made is free to use.
asServer() {
    if [ "$(id -u)" -eq 0 ]; then
        setpriv --reuid=postgres --regid=postgres --init-groups "$@"
    else
        "$@"
    fi
}

# For a machine of 16 GiB: all data in memory, two workers a question, no time lost on keeping data safe.
writeSettings() {
    cat >>"$folder/data/postgresql.conf" <<'END'
listen_addresses = ''
shared_buffers = 2GB
effective_cache_size = 8GB
work_mem = 256MB
maintenance_work_mem = 1GB
max_wal_size = 8GB
max_worker_processes = 4
max_parallel_workers = 2
max_parallel_workers_per_gather = 2
max_parallel_maintenance_workers = 2
min_parallel_table_scan_size = 0
parallel_setup_cost = 100
random_page_cost = 1.1
jit = off
fsync = off
synchronous_commit = off
full_page_writes = off
END
}

startServer() {
    folder=$(mktemp --directory "${TMPDIR:-/tmp}/khoanh-peers-XXXXXX")
    [ "$(id -u)" -ne 0 ] || chown postgres: "$folder"
    trap stopServer EXIT
    asServer "$programs/initdb" --pgdata "$folder/data" --username postgres --auth trust --encoding UTF8 \
        --locale C.UTF-8 >"$folder.log"
    writeSettings
    asServer "$programs/pg_ctl" --pgdata "$folder/data" --log "$folder/log" --wait --silent \
        --options "-p $port -k $folder" start
    export KHOANH_BENCH_POSTGIS="host=$folder port=$port dbname=bench user=postgres"
    createdb --host "$folder" --port "$port" --username postgres bench
    psql --quiet --no-psqlrc --dbname "$KHOANH_BENCH_POSTGIS" --command 'CREATE EXTENSION postgis'
}

stopServer() {
    asServer "$programs/pg_ctl" --pgdata "$folder/data" --silent --mode fast stop || true
    rm -rf "$folder" "$folder.log"
}

if [ "${1:-}" = --install ]; then
    installMissingPackages "$here/peer_packages.txt"
    shift
fi
[ $# -gt 0 ] || usage
startServer
"$@"
