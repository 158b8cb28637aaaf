# shellcheck shell=bash disable=SC2154
# What must be on the machine. Root installs what is missing and says so; anybody else is told what to install.

missing=()

# Each of these names the Debian package in `missing` when what it looks for is not there.
need_postgres() { compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null || missing+=(postgresql); }
need_photos() { command -v vipsthumbnail >/dev/null || missing+=(libvips-tools); }
need_browser() { [[ -x ${CHROMIUM:-/usr/bin/chromium} ]] || missing+=(chromium); }
need_mail_server() { /usr/bin/python3 -c 'import aiosmtpd' 2>/dev/null || missing+=(python3-aiosmtpd); }
need_load() { command -v wrk >/dev/null || missing+=(wrk); }
need_basics() {
  [[ -e /etc/ssl/certs/ca-certificates.crt ]] || missing+=(ca-certificates)
  [[ -e /usr/share/zoneinfo/Europe/London ]] || missing+=(tzdata)
  [[ $(/sbin/ldconfig -p) == *libicuuc.so* || ${missing[*]} == *postgresql* ]] || missing+=(libicu72)
}

install_missing() {
  ((${#missing[@]})) || return 0
  local install="apt-get install --no-install-recommends ${missing[*]}"
  if ! command -v apt-get >/dev/null; then die 3 "Please install what Debian calls: ${missing[*]}"; fi
  if ((EUID != 0)); then die 3 "Please install first, as root:  $install"; fi
  say "Installing from Debian: ${missing[*]}"
  without_a_cluster_of_debians install_from_debian
}

install_from_debian() {
  local log=$state/install.log
  export DEBIAN_FRONTEND=noninteractive
  { apt-get update -q && apt-get install -qy --no-install-recommends "${missing[@]}"; } >"$log" 2>&1 </dev/null || {
    tail -n 20 "$log" >&2
    die 3 "That failed. Please install by hand:  apt-get install ${missing[*]}"
  }
}

# Debian's package would start a server of its own on port 5432.
without_a_cluster_of_debians() {
  local setting=/etc/postgresql-common/createcluster.d/pb.conf
  if [[ ${missing[*]} != *postgresql* ]]; then
    "$@"
    return
  fi
  install -d "${setting%/*}"
  echo 'create_main_cluster = false' >"$setting"
  "$@"
  rm -f "$setting"
}

need_sdk() {
  command -v dotnet >/dev/null ||
    die 3 "The .NET SDK 10 is not installed. Get it from https://dotnet.microsoft.com/download/dotnet/10.0"
  (cd "$root" && dotnet --version >/dev/null 2>&1) ||
    die 3 "$(cd "$root" && dotnet --version 2>&1 | head -n 8)
The .NET SDK that global.json asks for is at https://dotnet.microsoft.com/download/dotnet/10.0"
}

# What others wrote, for a few tests to ask. Without it they are skipped, and say so.
fetch_second_opinions() {
  local folder=$root/tests/PB.Tests/SecondOpinions
  [[ $(node --version 2>/dev/null) =~ ^v([0-9]+) ]] && ((BASH_REMATCH[1] >= 20)) && command -v npm >/dev/null || return 0
  [[ ! $folder/node_modules/.package-lock.json -nt $folder/package-lock.json ]] || return 0
  step "npm packages" npm ci --prefix "$folder" --no-audit --no-fund || say "Without them a few tests are skipped."
}
