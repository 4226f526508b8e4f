# What ./run, ./test and bench/run share: bringing what a fresh Debian machine lacks. Source it.
# shellcheck shell=bash

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

say() { printf '%s\n' "$*"; }
fail() {
    printf '%s\n' "$*" >&2
    exit 1
}

as_root() {
    if [[ $(id -u) == 0 ]]; then
        "$@"
    elif command -v sudo >/dev/null && sudo -n true 2>/dev/null; then
        sudo -n "$@"
    else
        return 1
    fi
}

can_install() { command -v apt-get >/dev/null && as_root true; }

# install PACKAGE...
install() {
    say "Installing $* ..."
    local apt=(env DEBIAN_FRONTEND=noninteractive apt-get -qq -o Dpkg::Use-Pty=0 -o DPkg::Lock::Timeout=120)
    # A fresh image has no package lists, an old one has lists of packages that are gone.
    as_root "${apt[@]}" install -y --no-install-recommends "$@" >/dev/null 2>&1 ||
        { as_root "${apt[@]}" update && as_root "${apt[@]}" install -y --no-install-recommends "$@" >/dev/null; } ||
        fail "Installing $* did not succeed: see above."
}

need_dotnet() {
    command -v dotnet >/dev/null ||
        fail "The .NET 10 SDK is needed and 'dotnet' is not found: see https://dotnet.microsoft.com/download."
    (cd "$root" && dotnet --version >/dev/null 2>&1) ||
        fail "The .NET 10 SDK is needed; found: $(cd / && dotnet --list-sdks | cut -d' ' -f1 | paste -sd' ')."
    export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
}

has_postgres() {
    [[ -n ${BRINK_DATABASE:-} || -n ${BRINK_PG_BIN:-} ]] && return
    compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null || command -v initdb >/dev/null
}

need_postgres() {
    has_postgres && return
    can_install ||
        fail "PostgreSQL 15 or newer is needed: on Debian 'apt-get install postgresql', or name an existing server in BRINK_DATABASE."
    # Only the programs are wanted: Debian would also make and start a server of its own.
    local switch=/etc/postgresql-common/createcluster.d/brink.conf
    as_root mkdir -p "$(dirname "$switch")"
    say 'create_main_cluster = false' | as_root tee "$switch" >/dev/null
    (install postgresql) || {
        as_root rm -f "$switch"
        exit 1
    }
    as_root rm -f "$switch"
}

# publish PROJECT FOLDER: a program as it runs in use.
publish() {
    local how=("$1" -c Release --use-current-runtime -nologo)
    # Compiled ahead of time it starts in two thirds of the time; without the compiler for it, it starts all the same.
    local ahead=(-p:PublishReadyToRun=true)
    (
        cd "$root" || exit
        dotnet restore "$1" --use-current-runtime "${ahead[@]}" -v quiet >/dev/null 2>&1 || ahead=()
        rm -rf "$2"
        # What the analysers have to say, ./test says; here they would take a third of the time.
        dotnet publish "${how[@]}" -p:RunAnalyzers=false --self-contained false "${ahead[@]}" -o "$2" -v quiet
    )
}

# stamp FOLDER-OR-FILE...  A short text that changes whenever one of the files does; what a build makes is no source.
stamp() {
    find "$@" \( -name bin -o -name obj -o -name node_modules -o -path '*/wwwroot/css/brink.css' \) -prune -o -type f -printf '%p %s %T@\n' |
        LC_ALL=C sort | sha256sum | cut -c1-64
}
