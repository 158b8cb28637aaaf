# shellcheck shell=bash disable=SC2154
# ops/bench casting, ops/bench texts, ops/bench pages: the site as it is served, on a PostgreSQL of its own, under load.
. "$ops/build.sh"
. "$ops/suite.sh"

cluster=''
stop_casting() {
  local rc=$?
  trap '' INT TERM HUP
  dismiss
  [[ -z $cluster ]] || "$ops/pg" drop "$cluster" || true
  exit "$rc"
}
trap stop_casting EXIT
trap 'exit 143' INT TERM HUP

need_postgres
need_load
need_basics
install_missing
need_sdk
failed=0
prepare || exit 1
first_free casting
cluster=$instance
publish_compiled PB.Web "$state/casting-site" src
export PB_FAULTS_CLUSTER=$cluster PB_BENCH_SITE=$state/casting-site PB_BENCH_REPORT=$state/$instance.txt
rm -f "$PB_BENCH_REPORT"
attend unlocked logged "$state/$instance.log" dotnet_here exec tests/PB.Tests/bin/Debug/net10.0/PB.Tests.dll \
  --no-progress --explicit only --filter-class "${bench:-*CastingBench}" || {
  tail -n 40 "$state/$instance.log"
  exit 1
}
cat "$PB_BENCH_REPORT"
exit 0
