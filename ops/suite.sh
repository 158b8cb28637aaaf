# shellcheck shell=bash disable=SC2154
# The steps of ops/test. Two runs share what they have built: whoever builds waits until nobody tests.

blame() {
  failed=$((failed + 1))
  say "FAILED: $*"
}

built="$state/debug"

# What was built is what would be built: the same sources, and nobody has built since.
fingerprint() {
  sources_of src tests
  (cd "$root" && stat -c '%n %Y %s' {src,tests}/*/{obj/project.assets.json,bin/Debug/net10.0/*.dll} 2>/dev/null) || true
}

is_built() { [[ -e $built ]] && [[ $(<"$built") == "$(fingerprint)" ]]; }

prepare() {
  lock "$built.lock" --shared
  if is_built; then return; fi
  unlock
  lock "$built.lock" --exclusive                 # a run that still tests is waited for
  lock "$state/build.lock" --exclusive
  is_built || build || return
  unlock
  flock --shared "${locks[-1]}"
}

build() {
  step "restore" compile restore PB.sln -v q || { blame "dotnet restore"; return 1; }
  step "build" compile build PB.sln --no-restore -v q || { blame "dotnet build"; return 1; }
  fingerprint >"$built"
}

# The same text as the last time that it was found in order needs no second look.
check_format() {
  local stamp
  stamp=$(sources_of src tests)
  [[ $(cat "$state/format" 2>/dev/null) != "$stamp" ]] || return 0
  step "format" compile format PB.sln --verify-no-changes --no-restore || return
  echo "$stamp" >"$state/format"
}

choose_database() {
  first_free test
  # One that a test starts for itself, because it kills it.
  export PB_FAULTS_CLUSTER=$instance-faults
  if [[ -n ${ConnectionStrings__PB:-} ]]; then
    export PB_TEST_WEB=$ConnectionStrings__PB PB_TEST_POSTGRES=${ConnectionStrings__PBMigrator:-$ConnectionStrings__PB}
    return
  fi
  cluster=$instance
  "$ops/pg" drop "$cluster"
  "$ops/pg" start "$cluster"
  PB_TEST_POSTGRES=$("$ops/pg" url "$cluster" pb_migrator postgres)
  PB_TEST_WEB=$("$ops/pg" url "$cluster" pb_web postgres)
  export PB_TEST_POSTGRES PB_TEST_WEB PB_TEST_DISPOSABLE=yes
}

log_of() { echo "$state/$instance-$1.log"; }

# All that the outcome of a test may come from: texts, programs, settings, real elections, and the day.
surroundings() {
  {
    sources_of src tests ops
    cat "$root/README.md"
    env | grep -E '^(PB_|CHROMIUM=|DOTNET_|LANG|LC_|TZ)' | LC_ALL=C sort
    dpkg-query -W -f '${Package} ${Version}\n' 'postgresql*' chromium libvips-tools python3-aiosmtpd 2>/dev/null || true
    [[ -z ${PB_ELECTIONS:-} ]] || (cd "$PB_ELECTIONS" && LC_ALL=C ls -lL --time-style=full-iso)
    node --version 2>/dev/null && ls "$root/tests/PB.Tests/SecondOpinions/node_modules" 2>/dev/null || true
    date +%F
  } | sha256sum | cut -c1-16
}

# What passed today in the same surroundings is counted and named, not run again; what is still to run is left in `due`.
# On a server that is not ours anything may have changed.
recall() {
  local project then p s at
  due=("$@")
  [[ -z ${ConnectionStrings__PB:-} ]] || return 0
  now=$(surroundings)
  [[ -z $again ]] || return 0
  due=()
  for project; do
    if read -r then p s at < <(cat "$state/passed-$project" 2>/dev/null) && [[ $then == "$now" ]]; then
      passed=$((passed + p)) skipped=$((skipped + s))
      say "$project: $p passed at $at, and nothing has changed since. \`ops/test --again\` runs them again."
    else
      due+=("$project")
    fi
  done
}

remember() { [[ -z $now ]] || echo "$now $2 $3 $(date +%H:%M)" >"$state/passed-$1"; }

# The projects side by side: each waits for the disk or the clock now and then. The journeys go first where there is not
# enough for all: whoever looks at a page waits for it. What the projects say comes one after the other.
run_tests() {
  local project
  for project; do
    : >"$(log_of "$project")"
    rm -f "$(log_of "$project").rc"
  done
  attend side_by_side "$@" || true
  for project; do tally "$project"; done
}

side_by_side() {
  local project
  local -A started=()
  for project; do
    run_project "$project" >"$(log_of "$project")" 2>&1 &
    started[$project]=$!
  done
  for project; do follow "$project" "${started[$project]}"; done
}

run_project() {
  local courtesy=5
  [[ $1 != PB.Browser.Tests ]] || courtesy=0
  (cd "$root" && exec nice -n "$courtesy" dotnet exec "tests/$1/bin/Debug/net10.0/$1.dll" --no-progress)
}

# What a project says, as it says it, until it ends.
follow() {
  local log rc=0
  log=$(log_of "$1")
  say "$1"
  tail -n +1 -f -s 0.2 --pid="$2" "$log" &
  wait "$2" || rc=$?
  echo "$rc" >"$log.rc"
  wait "$!" || true
}

tally() {
  local log rc p f s
  log=$(log_of "$1")
  rc=$(cat "$log.rc" 2>/dev/null || echo unknown)
  read -r p f s < <(awk '/^ *succeeded: [0-9]+$/ { p = $2 } /^ *failed: [0-9]+$/ { f = $2 } /^ *skipped: [0-9]+$/ { s = $2 }
    END { print p + 0, f + 0, s + 0 }' "$log")
  passed=$((passed + p)) failed=$((failed + f)) skipped=$((skipped + s))
  if [[ $rc == [08] ]] && ((p + f + s == 0)); then blame "$1: no test ran"
  elif [[ $rc != 0 ]] && ((f == 0)); then blame "$1 ended with exit code $rc"
  elif ((f == 0)); then remember "$1" "$p" "$s"; fi
}

finish() {
  local rc=$?
  trap '' INT TERM HUP
  dismiss
  [[ -z $cluster ]] || "$ops/pg" drop "$cluster" || true
  [[ -z ${PB_FAULTS_CLUSTER:-} ]] || "$ops/pg" drop "$PB_FAULTS_CLUSTER" || true
  if ((rc > 128)); then blame "ops/test was stopped"
  elif ((rc != 0 && failed == 0)); then blame "ops/test ended early, exit code $rc"; fi
  if ((passed + failed == 0)); then blame "no test ran"; fi
  if ((rc == 0 && failed > 0)); then rc=1; fi
  printf '%d passed, %d failed, %d skipped\n' "$passed" "$failed" "$skipped" || true
  exit "$rc"
}
