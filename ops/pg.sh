# shellcheck shell=bash disable=SC2154
# The steps of ops/pg. Expects lib.sh, and `name`, `home` and `data` of one cluster.
#
# "Running" means that the lock $home/alive is held: the server and each of its processes inherit it, so the lock tells
# the truth also after kill -9, after a reboot, and when another process has been given the number in postmaster.pid.

programs() {
  local version='*'
  [[ ! -e $data/PG_VERSION ]] || version=$(<"$data/PG_VERSION")
  { compgen -G "/usr/lib/postgresql/$version/bin/initdb" || true; } | sort -V | tail -n 1 | xargs -r dirname
}

as_server() {
  local reset=()
  ((EUID != 0)) || reset=(setpriv --reuid postgres --regid postgres --init-groups --reset-env)
  (cd / && "${reset[@]}" "$@")
}

one_at_a_time() {
  install -d -m 0711 "$state/pg"
  lock "$state/pg/$name.lock" --exclusive
  bin=$(programs)
  if [[ -z $bin && $command == start ]]; then
    die 3 "PostgreSQL is not installed (or not the version of $data). apt-get install postgresql"
  fi
}

running() { is_locked "$home/alive"; }

ready() { as_server "$bin/pg_isready" -q -h 127.0.0.1 -p "$(<"$home/port")"; }

status() {
  if ! running; then
    echo "$name is stopped"
    exit 3
  fi
  echo "$name runs on 127.0.0.1:$(<"$home/port"), data in $data"
}

start() {
  local tenth
  for tenth in {1..100}; do                      # it may be on its way up, or its orphans on their way out
    running || break
    if ready; then return; fi
    ((tenth < 100)) || die 1 "$name runs but does not answer: $home/log"
    sleep 0.1
  done
  [[ -e $data/PG_VERSION ]] || create
  launch_on_some_port
  make_roles
}

random_password() { head -c 24 /dev/urandom | base64 | tr -dc 'A-Za-z0-9'; }

password_of() { awk -v role="$1" '$1 == role { print $2 }' "$home/passwords"; }

create() {
  local role
  rm -rf "$home"
  install -d -m 0700 "$home"
  for role in postgres pb_migrator pb_web; do echo "$role $(random_password)"; done |
    install -m 0600 /dev/stdin "$home/passwords"
  password_of postgres | install -m 0600 /dev/stdin "$home/first"
  ((EUID != 0)) || chown -R postgres:postgres "$home"
  as_server "$bin/initdb" -D "$data.new" -U postgres -E UTF8 --locale=C.UTF-8 --data-checksums \
    -A scram-sha-256 --pwfile="$home/first" >"$home/initdb.log" 2>&1 || die 1 "initdb failed: $(tail -n 5 "$home/initdb.log")"
  echo "include '../pb.conf'" >>"$data.new/postgresql.conf"
  rm "$home/first"
  mv "$data.new" "$data"                         # whole or not at all
}

# A socket's path has at most 107 bytes.
socket_folder() {
  local folder=$home
  if ((${#folder} + ${#name} > 85)); then
    folder=$(shared_folder)/$(short_hash "$home")
    install -d -m 0700 "$folder"
    ((EUID != 0)) || chown postgres:postgres "$folder"
  fi
  echo "$folder"
}

settings() {
  cat <<END
port = $1
listen_addresses = '127.0.0.1'
unix_socket_directories = '$(socket_folder)'
unix_socket_permissions = 0700
max_connections = 200
shared_buffers = 256MB
timezone = 'UTC'
log_timezone = 'UTC'
fsync = on
full_page_writes = on
synchronous_commit = on
# Nothing that a voter sent may reach the log.
log_error_verbosity = terse
log_statement = none
log_min_error_statement = panic
log_parameter_max_length = 0
log_parameter_max_length_on_error = 0
END
}

launch_on_some_port() {
  local attempt port
  port=$(cat "$home/port" 2>/dev/null) || port=$((20000 + RANDOM % 10000))
  for attempt in {1..20}; do
    settings "$port" >"$home/pb.conf"
    chmod 0644 "$home/pb.conf"
    if launch; then
      echo "$port" >"$home/port"
      return
    fi
    [[ $(<"$home/log") == *'Address already in use'* ]] || die 1 "PostgreSQL does not start: $(tail -n 5 "$home/log")"
    port=$((20000 + RANDOM % 10000))
  done
  die 1 "No free port between 20000 and 29999 in $attempt attempts."
}

launch() (
  exec {alive}>>"$home/alive"
  flock --timeout 20 "$alive" || die 1 "Processes of an earlier $name still use $data."
  rm -f "$data/postmaster.pid" "$(socket_folder)"/.s.PGSQL.*    # whoever wrote them has gone, or the lock would be held
  [[ ! -e $home/log ]] || mv "$home/log" "$home/log.old"
  close_all_but "$alive"
  as_server "$bin/pg_ctl" -D "$data" -l "$home/log" -s -w -t 60 start >/dev/null 2>&1
)

# The server must not inherit a lock of whoever called us.
close_all_but() {
  local path fd
  for path in "/proc/$BASHPID/fd/"*; do
    fd=${path##*/}
    if ((fd > 2 && fd < 255 && fd != $1)); then exec {fd}>&-; fi
  done
}

make_roles() {
  PGPASSWORD=$(password_of postgres) PGOPTIONS='-c client_min_messages=warning' \
    "$bin/psql" -qXAt -v ON_ERROR_STOP=1 -h 127.0.0.1 -p "$(<"$home/port")" \
    -U postgres postgres <<END >/dev/null || die 1 "Cannot make the roles: $home/log"
select 'create role ' || name from unnest(array['pb_migrator', 'pb_web', 'pb_app']) as name
 where not exists (select from pg_roles where rolname = name) \gexec
alter role pb_migrator login createrole createdb password '$(password_of pb_migrator)';
alter role pb_web login password '$(password_of pb_web)';
grant pb_app to pb_migrator with admin option;
grant pb_app to pb_web;
select 'create database pb owner pb_migrator' where not exists (select from pg_database where datname = 'pb') \gexec
-- Where it can be given, tests empty their databases instead of making others.
select 'grant set on parameter session_replication_role to pb_migrator' where '$name' like 'test%' and current_setting('server_version_num')::int >= 150000 \gexec
END
}

# stop MODE: fast, or immediate where the data need not outlive it.
stop() {
  if ! running; then return; fi
  as_server "$bin/pg_ctl" -D "$data" -m "$1" -s -w -t 60 stop >/dev/null 2>&1 ||
    flock --timeout 20 "$home/alive" true ||
    die 1 "$name does not stop: $home/log"
}

url() {
  [[ -e $home/port ]] || die 3 "There is no cluster $name yet: ops/pg start $name"
  local password
  password=$(password_of "$1")
  [[ -n $password ]] || die 2 "No such role: $1"
  echo "Host=127.0.0.1;Port=$(<"$home/port");Database=$2;Username=$1;Password=$password"
}
