# shellcheck shell=bash
# What every script in this folder shares: messages, the folder that this checkout keeps its own things in, locks, and
# commands that are stopped with us. Read it with: . "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

ops=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
root=$(dirname "$ops")
self=ops/$(basename "$0")
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_GENERATE_ASPNET_CERTIFICATE=false

# Must not fail when the terminal has gone: it speaks while we stop.
say() { printf '%s: %s\n' "$self" "$*" >&2 || true; }

# die CODE MESSAGE. Codes: 1 it failed, 2 asked wrongly, 3 something must be installed first.
die() {
  say "${*:2}"
  exit "$1"
}

short_hash() { printf '%s' "$1" | sha256sum | cut -c1-12; }

# A folder of this user's that other users can pass through but not write to or list.
shared_folder() {
  local folder=/var/tmp/pb-$EUID
  install -d -m 0711 "$folder"
  [[ -O $folder && ! -L $folder ]] || die 1 "$folder belongs to somebody else. Set PB_STATE to a folder of yours."
  echo "$folder"
}

# Root runs PostgreSQL as another user, who must be able to reach the folder.
others_can_reach() { (cd / && setpriv --reuid 65534 --regid 65534 --clear-groups test -x "$1"); }

checkout_can_hold_state() {
  if [[ -e $root/.pb ]]; then [[ -O $root/.pb ]] || return 1; else [[ -w $root ]] || return 1; fi
  ((EUID != 0)) || others_can_reach "$root"
}

# Databases, keys and built programs of this checkout: .pb, or a place in /var/tmp where .pb cannot serve.
state_folder() {
  local folder
  if [[ -n ${PB_STATE:-} ]]; then folder=$PB_STATE
  elif checkout_can_hold_state; then folder=$root/.pb
  else folder=$(shared_folder)/$(short_hash "$root"); fi
  install -d -m 0711 "$folder"
  (cd "$folder" && pwd -P)
}

# --- Locks. They end with the process that holds them, however it ends. ---

locks=()

# lock FILE [FLOCK-OPTION...]: holds the lock until this script ends or lets it go.
lock() {
  local fd
  exec {fd}>>"$1"
  if ! flock "${@:2}" "$fd"; then
    exec {fd}>&-
    return 1
  fi
  locks+=("$fd")
}

# Lets the lock that was taken last go.
unlock() {
  local fd=${locks[-1]}
  unset 'locks[-1]'
  exec {fd}>&-
}

# Anybody holding it? Asks for a shared lock, so that two who ask do not take each other for a holder.
is_locked() { [[ -e $1 ]] && ! flock --shared --nonblock "$1" true; }

# Runs a command that does not inherit our locks: a compiler server may outlive us.
unlocked() (
  let_all_locks_go
  "$@"
)

let_all_locks_go() {
  local fd
  for fd in "${locks[@]}"; do exec {fd}>&-; done
}

# first_free PREFIX: locks PREFIX-1, PREFIX-2, ... and names the first that nobody holds in `instance`.
first_free() {
  local n
  for n in {1..99}; do
    instance=$1-$n
    if lock "$state/$instance.lock" --exclusive --nonblock; then return; fi
  done
  die 1 "99 of $1 are running already."
}

# --- Commands that are stopped, with all their children, when this script is. ---

child=

# attend COMMAND...: runs it in a process group of its own and waits; a signal is answered at once, not after it.
attend() {
  local rc=0
  start_child "$@"
  wait "$child" || rc=$?
  child=
  return "$rc"
}

start_child() {
  set -m
  "$@" </dev/null &
  child=$!
  set +m
}

dismiss() {
  [[ -n $child ]] || return 0
  kill -TERM -- "-$child" 2>/dev/null || true
  local tenth
  for tenth in {1..400}; do
    kill -0 -- "-$child" 2>/dev/null || break
    ((tenth < 400)) || kill -KILL -- "-$child" 2>/dev/null || true
    sleep 0.1
  done
  wait "$child" 2>/dev/null || true
  child=
}

state=$(state_folder)
