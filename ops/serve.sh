# shellcheck shell=bash disable=SC2154
# The steps of ops/run.

is_free() { ! (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null && ! (exec 3<>"/dev/tcp/::1/$1") 2>/dev/null; }

# Two starts at one moment must not both take a port for free.
take_port() {
  lock "$(shared_folder)/port-$1" --exclusive --nonblock || return
  if is_free "$1"; then return; fi
  unlock
  return 1
}

choose_port() {
  if [[ -n $port ]]; then
    take_port "$port" || die 1 "Port $port is taken."
    return
  fi
  for port in {8080..8179}; do
    if take_port "$port"; then break; fi
    ((port < 8179)) || die 1 "No free port between 8080 and 8179."
  done
  ((port == 8080)) || say "Port 8080 is taken; using $port."
}

choose_database() {
  if [[ -z $demonstration ]]; then
    say "Using the database that ConnectionStrings__PB names; no demonstration."
    unset PB__Demonstration
    export PB__KeyFolder=${PB__KeyFolder:-$state/keys}
  else
    cluster=$instance
    [[ -n $keep ]] || { "$ops/pg" drop "$cluster" && rm -rf "$home/keys"; }
    "$ops/pg" start "$cluster"
    ConnectionStrings__PB=$("$ops/pg" url "$cluster" pb_web pb)
    ConnectionStrings__PBMigrator=$("$ops/pg" url "$cluster" pb_migrator pb)
    export ConnectionStrings__PB ConnectionStrings__PBMigrator PB__Demonstration=true PB__KeyFolder=$home/keys
    export Site__BaseUrl="http://localhost:$port/" Site__Council="Marlbridge Council"
  fi
  install -d -m 0700 "$PB__KeyFolder"
}

web() { (cd "$home/app" && exec dotnet PB.Web.dll "$@"); }

addresses() {
  local all="http://127.0.0.1:$port"
  ! grep -q '^00000000000000000000000000000001 ' /proc/net/if_inet6 2>/dev/null || all+=";http://[::1]:$port"
  echo "$all"
}

# The server may not change tables, so it is not told how. It ends with us, also when we are killed.
server() {
  export ASPNETCORE_URLS
  ASPNETCORE_URLS=$(addresses)
  unset ConnectionStrings__PBMigrator ASPNETCORE_HTTP_PORTS ASPNETCORE_HTTPS_PORTS
  let_all_locks_go
  cd "$home/app" && exec setpriv --pdeathsig TERM dotnet PB.Web.dll
}

is_healthy() {
  # shellcheck disable=SC2016
  timeout 5 bash -c 'exec 3<>"/dev/tcp/127.0.0.1/$1"
    printf "GET /health HTTP/1.0\r\nHost: localhost:%s\r\n\r\n" "$1" >&3
    read -r status <&3 && [[ $status == *" 200"* ]]' _ "$port" 2>/dev/null
}

serve() {
  local rc=0 end=$((SECONDS + 60))
  start_child server
  until is_healthy; do
    kill -0 "$child" 2>/dev/null || break
    ((SECONDS < end)) || die 1 "The site does not answer http://localhost:$port/health."
    sleep 0.2
  done
  if kill -0 "$child" 2>/dev/null; then announce; fi
  wait "$child" || rc=$?
  child=
  say "The web server has ended with exit code $rc."
  exit "$((rc == 0 ? 1 : rc))"
}

announce() {
  touch "$home/started"
  printf '\n  The site is at  http://localhost:%s\n\n' "$port"
  [[ -z $demonstration ]] || web sign-ins | cat
  printf '\n  Stop it with Ctrl-C.\n\n'
}

stop_all() {
  local rc=$?
  trap '' INT TERM HUP
  dismiss
  [[ -z $cluster ]] || "$ops/pg" stop "$cluster" || true
  exit "$rc"
}
