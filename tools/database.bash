# What tools/backup and tools/restore share: how to reach the database. Source it after setup.bash.
# shellcheck shell=bash

# connect_to DATA: sets what PostgreSQL's own programs read, as the owner of the database.
connect_to() {
    if [[ -n ${BRINK_DATABASE:-} ]]; then
        local part name
        local -a parts
        IFS=';' read -r -a parts <<<"$BRINK_DATABASE"
        for part in "${parts[@]}"; do
            name=${part%%=*}
            name=${name//[[:space:]]/}
            case ${name,,} in
                host | server) export PGHOST=${part#*=} ;;
                port) export PGPORT=${part#*=} ;;
                database) export PGDATABASE=${part#*=} ;;
                username | userid | user) export PGUSER=${part#*=} ;;
                password) export PGPASSWORD=${part#*=} ;;
            esac
        done
        return
    fi
    local socket
    socket=$(readlink -e "$1/postgres/socket") || return 1
    export PGHOST=$socket PGPORT=5432 PGDATABASE=brink PGUSER=brink_owner
}

can_connect_to() { (connect_to "$1" && "$(postgres_program psql)" --quiet --no-psqlrc --command='SELECT 1') >/dev/null 2>&1; }

postgres_program() { say "${BRINK_PG_BIN:+$BRINK_PG_BIN/}$1"; }
