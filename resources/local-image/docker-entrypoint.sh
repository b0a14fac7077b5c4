#!/usr/bin/env bash
# Starts PostgreSQL in the image that Howdah builds where no registry can be reached.
# It keeps the contract of the official image (environment, init scripts, users, exit codes),
# so that a container moves between the two without a change.
# No -u and no nullglob: sourced init scripts inherit these options and do not expect them.
set -Eeo pipefail

readonly SOCKET_DIR=/var/run/postgresql
readonly INIT_DIR=/docker-entrypoint-initdb.d
readonly LEGACY_DATA=/var/lib/postgresql/data

say() { printf 'local-image: %s\n' "$*"; }

fail() {
  printf 'local-image: error: %s\n' "$1" >&2
  shift
  if (($# > 0)); then printf '  %s\n' "$@" >&2; fi
  exit 1
}

# setting NAME [DEFAULT]: NAME, or the contents of the file that NAME_FILE points to, or DEFAULT.
setting() {
  local name=$1 fallback=${2:-} pointer="$1_FILE"
  local value=${!name:-} path=${!pointer:-}
  if [[ -n $value && -n $path ]]; then
    fail "$name and $pointer are both set; keep only one of them."
  fi
  if [[ -n $path ]]; then
    [[ -r $path ]] || fail "$pointer names $path, which cannot be read."
    value=$(<"$path")
  fi
  export "$name=${value:-$fallback}"
  unset "$pointer"
}

read_settings() {
  setting POSTGRES_PASSWORD
  setting POSTGRES_USER postgres
  setting POSTGRES_DB "$POSTGRES_USER"
  setting POSTGRES_INITDB_ARGS
  : "${POSTGRES_HOST_AUTH_METHOD:=}"
}

only_asks_for_information() {
  local argument
  for argument; do
    case $argument in
      -'?' | --help | --describe-config | -V | --version) return 0 ;;
    esac
  done
  return 1
}

# Root's part: folders, their owner and mode. The server itself refuses to run as root.
own_folders() {
  install -d -m 0700 "$PGDATA"
  install -d -m 3775 "$SOCKET_DIR"
  chmod 0700 "$PGDATA" || true
  # Only what has another owner: a large volume is not rewritten at every start.
  find "$PGDATA" "$SOCKET_DIR" \! -user postgres -exec chown postgres:postgres '{}' +
  if [[ -n ${POSTGRES_INITDB_WALDIR:-} ]]; then
    install -d -m 0700 "$POSTGRES_INITDB_WALDIR"
    chmod 0700 "$POSTGRES_INITDB_WALDIR"
    find "$POSTGRES_INITDB_WALDIR" \! -user postgres -exec chown postgres:postgres '{}' +
  fi
}

# From 18 on data lives one level deeper. A volume at the old place would look used and hold nothing.
refuse_legacy_mount() {
  ((PG_MAJOR >= 18)) || return 0
  [[ $PGDATA != "$LEGACY_DATA"* ]] || return 0
  if [[ -s $LEGACY_DATA/PG_VERSION ]] ||
    awk -v at="$LEGACY_DATA" '$5 == at { found = 1 } END { exit !found }' /proc/self/mountinfo; then
    fail "PostgreSQL $PG_MAJOR keeps its data in $PGDATA, but something is mounted at $LEGACY_DATA." \
      'Mount the volume at /var/lib/postgresql instead.' \
      'Data of an older major version has to be upgraded or dumped and restored first.'
  fi
}

require_password() {
  if [[ -z $POSTGRES_PASSWORD && $POSTGRES_HOST_AUTH_METHOD != trust ]]; then
    fail 'no superuser password is given, so the database is not initialised.' \
      'Set POSTGRES_PASSWORD (or POSTGRES_PASSWORD_FILE) to a value that is not empty,' \
      'or POSTGRES_HOST_AUTH_METHOD=trust to let everybody in without a password.'
  fi
  if [[ $POSTGRES_HOST_AUTH_METHOD == trust ]]; then
    say 'warning: POSTGRES_HOST_AUTH_METHOD=trust lets everybody who reaches the port in without a password.'
  fi
}

# initdb needs a name for the uid it runs as; `docker run --user 1234` has none.
name_unknown_user() {
  local uid gid library
  uid=$(id -u)
  gid=$(id -g)
  if getent passwd "$uid" >/dev/null; then return 0; fi
  for library in /usr/lib/*/libnss_wrapper.so; do
    [[ -e $library ]] || return 0
    NSS_WRAPPER_PASSWD=$(mktemp)
    NSS_WRAPPER_GROUP=$(mktemp)
    export LD_PRELOAD=$library NSS_WRAPPER_PASSWD NSS_WRAPPER_GROUP
    printf 'postgres:x:%s:%s:PostgreSQL:%s:/bin/false\n' "$uid" "$gid" "$PGDATA" >"$NSS_WRAPPER_PASSWD"
    printf 'postgres:x:%s:\n' "$gid" >"$NSS_WRAPPER_GROUP"
    return 0
  done
}

forget_user_name() {
  [[ ${LD_PRELOAD:-} == */libnss_wrapper.so ]] || return 0
  rm -f "$NSS_WRAPPER_PASSWD" "$NSS_WRAPPER_GROUP"
  unset LD_PRELOAD NSS_WRAPPER_PASSWD NSS_WRAPPER_GROUP
}

create_cluster() {
  local -a options=(--username="$POSTGRES_USER" --pgdata="$PGDATA")
  local -a extra=()
  name_unknown_user
  if [[ -n ${POSTGRES_INITDB_WALDIR:-} ]]; then options+=(--waldir="$POSTGRES_INITDB_WALDIR"); fi
  # The variable is a piece of command line by contract, quotes included.
  eval "extra=($POSTGRES_INITDB_ARGS)"
  if [[ -n $POSTGRES_PASSWORD ]]; then
    initdb "${options[@]}" --pwfile=<(printf '%s\n' "$POSTGRES_PASSWORD") "${extra[@]}"
  else
    initdb "${options[@]}" "${extra[@]}"
  fi
  forget_user_name
}

allow_remote_clients() {
  local method=$POSTGRES_HOST_AUTH_METHOD
  if [[ -z $method ]]; then method=$(postgres -C password_encryption "$@"); fi
  printf '\n# Clients from outside the container\nhost all all all %s\n' "$method" >>"$PGDATA/pg_hba.conf"
}

# Nobody outside may see a database that is not ready: the unix socket only.
start_init_server() {
  local line
  printf -v line '%q ' "$@" -c listen_addresses= -p "${PGPORT:-5432}"
  PGUSER=${PGUSER:-$POSTGRES_USER} NOTIFY_SOCKET='' pg_ctl -D "$PGDATA" -o "$line" -w start
}

stop_init_server() {
  PGUSER=${PGUSER:-$POSTGRES_USER} pg_ctl -D "$PGDATA" -m fast -w stop
}

# Part of the contract: sourced init scripts call it by this name.
docker_process_sql() {
  local -a command=(psql -v ON_ERROR_STOP=1 --no-psqlrc --no-password --username "$POSTGRES_USER")
  if [[ -n $POSTGRES_DB ]]; then command+=(--dbname "$POSTGRES_DB"); fi
  PGHOST='' PGHOSTADDR='' "${command[@]}" "$@"
}

create_database() {
  local found
  found=$(POSTGRES_DB='' docker_process_sql --dbname postgres --set db="$POSTGRES_DB" --tuples-only \
    <<<"SELECT 1 FROM pg_database WHERE datname = :'db';")
  if [[ -n $found ]]; then return 0; fi
  POSTGRES_DB='' docker_process_sql --dbname postgres --set db="$POSTGRES_DB" \
    <<<'CREATE DATABASE :"db";'
}

run_init_script() {
  local script=$1
  case $script in
    *.sh)
      if [[ -x $script ]]; then
        say "running $script"
        "$script"
      else
        say "sourcing $script"
        # shellcheck source=/dev/null
        . "$script"
      fi
      ;;
    *.sql) say "running $script" && docker_process_sql -f "$script" ;;
    *.sql.gz) say "running $script" && gzip -dc "$script" | docker_process_sql ;;
    *.sql.xz) say "running $script" && xz -dc "$script" | docker_process_sql ;;
    *.sql.zst) say "running $script" && zstd -dc "$script" | docker_process_sql ;;
    *) say "ignoring $script" ;;
  esac
}

initialise() {
  local script
  require_password
  # Listed first, so that an unreadable folder fails before the data directory exists.
  ls "$INIT_DIR/" >/dev/null
  create_cluster
  allow_remote_clients "$@"
  # Scripts may call psql themselves, whatever --auth initdb was given.
  export PGPASSWORD="${PGPASSWORD:-$POSTGRES_PASSWORD}"
  start_init_server "$@"
  create_database
  for script in "$INIT_DIR"/*; do
    if [[ -e $script ]]; then run_init_script "$script"; fi
  done
  stop_init_server
  unset PGPASSWORD
  printf '\nPostgreSQL init process complete; ready for start up.\n\n'
}

# Builds whose compiled-in socket folder is /tmp get the usual one as well, or psql inside would not find it.
add_socket_folder() {
  local folders
  folders=$(postgres -C unix_socket_directories "$@" 2>/dev/null) || return 0
  if [[ $folders == /tmp ]]; then EXTRA_ARGUMENTS=(-c "unix_socket_directories=$SOCKET_DIR,/tmp"); fi
}

main() {
  if [[ ${1:-} == -* ]]; then set -- postgres "$@"; fi
  if [[ ${1:-} != postgres ]] || only_asks_for_information "$@"; then exec "$@"; fi
  refuse_legacy_mount
  if [[ $(id -u) == 0 ]]; then
    own_folders
    exec gosu postgres "${BASH_SOURCE[0]}" "$@"
  fi
  shift
  EXTRA_ARGUMENTS=()
  if [[ -s $PGDATA/PG_VERSION ]]; then
    printf '\nThe data directory holds a database already; Skipping initialization\n\n'
  else
    read_settings
    initialise "$@"
  fi
  add_socket_folder "$@"
  exec postgres "$@" "${EXTRA_ARGUMENTS[@]}"
}

main "$@"
