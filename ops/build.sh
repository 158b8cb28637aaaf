# shellcheck shell=bash disable=SC2154
# Building only what changed, without a compiler or build server staying behind.

export MSBUILDDISABLENODEREUSE=1 UseSharedCompilation=false

# sources_of FOLDER...: one number for the text of everything that a build of these folders reads, and for the SDK.
sources_of() {
  (
    cd "$root" || exit
    {
      find . -maxdepth 1 -type f ! -name '*.md' -print0
      find "$@" \( -name bin -o -name obj -o -name node_modules -o -name TestResults \) -prune -o -type f -print0
    } | LC_ALL=C sort -z | xargs -0 sha256sum
    readlink -f "$(command -v dotnet)" | xargs dirname | xargs -I{} ls {}/sdk
  ) | sha256sum | cut -c1-16
}

# step WHAT COMMAND...: quiet when it goes well; what went wrong, when it does not.
step() {
  local log=${home:-$state}/${1//[^a-zA-Z.]/-}.log begin=$SECONDS
  if attend unlocked logged "$log" "${@:2}"; then
    [[ -n ${quiet:-} ]] || say "$1: $((SECONDS - begin)) s"
    return
  fi
  grep -E '(error|warn)' "$log" | sort -u | head -n 40 >&2 || tail -n 40 "$log" >&2
  say "$1 failed. All it said: $log"
  return 1
}

logged() { "${@:2}" >"$1" 2>&1; }

dotnet_here() { (cd "$root" && exec dotnet "$@"); }

# A compiler is done before it pays off to measure its own code.
compile() { (export DOTNET_TieredPGO=0 && dotnet_here "$@"); }

# publish PROJECT FOLDER [SOURCES...]: the program, ready to run. The folder is replaced, never written into: one that runs from it goes on.
# Built anew if something below SOURCES (src) has changed. Options of the build are in `publishing`. How the text is written, ops/test looks at.
publishing=()
publish() {
  local stamp sources=("${@:3}")
  ((${#sources[@]})) || sources=(src)
  stamp=$(sources_of "${sources[@]}")
  [[ $(cat "$2/.sources" 2>/dev/null) != "$stamp" ]] || return 0
  lock "$state/build.lock" --exclusive
  rm -rf "$2.new"
  step "restore $1" compile restore "src/$1" -v q "${publishing[@]}" &&
    step "build $1" compile publish "src/$1" -c Release --no-restore -v q -p:EnforceCodeStyleInBuild=false -p:AnalysisMode=None "${publishing[@]}" -o "$2.new" || {
    unlock
    return 1
  }
  echo "$stamp" >"$2.new/.sources"
  rm -rf "$2"
  mv "$2.new" "$2"
  unlock
}

# Compiled for this kind of machine beforehand, if what that takes can be had; otherwise the runtime compiles it each time.
publish_compiled() {
  case $(uname -sm) in
    'Linux x86_64') publishing=(-p:CompiledFor=linux-x64) ;;
    'Linux aarch64') publishing=(-p:CompiledFor=linux-arm64) ;;
  esac
  publish "$@" && return
  publishing=()
  publish "$@"
}
