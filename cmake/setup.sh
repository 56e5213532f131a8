# Sourced by ./start and ./test: what the project needs from Debian, and how what is missing gets onto the machine.
# Nothing here builds anything; cmake/DaisDependencies.cmake names the same packages where it misses one.

# To build the programs.
PACKAGES_TO_BUILD=(
  g++ cmake ninja-build pkg-config ccache
  cppzmq-dev libzmq3-dev libmsgpack-cxx-dev libsqlite3-dev libtomlplusplus-dev nlohmann-json3-dev libcsv-dev
  libcli11-dev libspdlog-dev libfmt-dev libsodium-dev libhowardhinnant-date-dev libicu-dev libhunspell-dev
  libcpp-httplib-dev libssl-dev tzdata
  libimgui-dev libstb-dev libglfw3-dev libsdl2-dev libgl-dev libfontconfig-dev libpng-dev libpango1.0-dev
)
# To run the desks' windows: fonts for the scripts of the six languages (Noto Sans, its Arabic, symbols and mathematics are in core,
# the Chinese in cjk; common/ui/font_files.cpp has the families), a renderer where there is no graphics card, and the dictionaries that
# spelling is checked by (of Chinese there is none).
PACKAGES_TO_RUN=(
  fonts-noto-core fonts-noto-cjk libgl1-mesa-dri
  hunspell-en-gb hunspell-fr hunspell-es hunspell-ru hunspell-ar
)
# To play a meeting on the windows where there is no display.
PACKAGES_WITHOUT_DISPLAY=(xvfb xdotool x11-xkb-utils x11-utils)
# To build and run the tests as well; Chromium reads the board's page. (setarch, from util-linux, is on every Debian.)
PACKAGES_TO_TEST=(libgtest-dev librapidcheck-dev libbenchmark-dev procps chromium chromium-driver)
# For ./test --all: the fuzz preset's compiler and its run-time library, and the lint.
PACKAGES_FOR_ALL=(clang libclang-rt-dev clang-format clang-tidy)

say() { printf '%s: %s\n' "${0##*/}" "$*"; }
stop() { printf '%s: %s\n' "${0##*/}" "$*" >&2; exit 1; }

# Prints those of the packages named that are not installed.
packages_missing() {
  local installed package
  # dpkg-query fails where it does not know one of the names; it lists the others all the same.
  installed=$({ dpkg-query -W -f '${db:Status-Status} ${Package}\n' "$@" 2>/dev/null || true; } | sed -n 's/^installed //p')
  for package in "$@"; do
    grep -qxF -- "$package" <<<"$installed" || printf '%s\n' "$package"
  done
}

# Sets AS_ROOT to what must stand before a command that needs root, or stops. A password is asked for only where somebody
# sits at a terminal; a run without one must never wait for an answer.
find_root() {
  local missing=$1
  AS_ROOT=()
  [[ $(id -u) -eq 0 ]] && return
  command -v sudo >/dev/null || stop "not root and no sudo; have an administrator run: apt-get install $missing"
  if sudo -n true 2>/dev/null || { [[ -t 0 && -z ${CI:-} ]] && sudo -v; }; then
    AS_ROOT=(sudo)
    return
  fi
  stop "not root and sudo wants a password; have an administrator run: apt-get install $missing"
}

# install_packages PACKAGE...: installs what is missing, or stops with one line that says why it cannot.
install_packages() {
  command -v dpkg-query >/dev/null && command -v apt-get >/dev/null ||
    stop "no apt-get here: install what vcpkg.json names by other means, then run cmake --preset dev (docs/architecture.md)"
  local missing=()
  mapfile -t missing < <(packages_missing "$@")
  if [[ ${#missing[@]} -eq 0 ]]; then
    say "all packages are installed"
    return
  fi
  find_root "${missing[*]}"
  say "installing ${#missing[@]} packages through apt-get: ${missing[*]}"
  local apt=("${AS_ROOT[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -q -o Dpkg::Use-Pty=0)
  # A source that cannot be reached is no reason to stop when the others have what we need.
  "${apt[@]}" update </dev/null >&2 || say "apt-get update failed; trying with the lists that are there"
  "${apt[@]}" install -y --no-install-recommends "${missing[@]}" </dev/null >&2 ||
    stop "apt-get could not install ${missing[*]} (its reason stands above)"
}

processors() { nproc 2>/dev/null || echo 2; }

# on_own_display COMMAND...: runs it on an Xvfb of its own, which ends with it. Xvfb itself chooses a number that is free.
on_own_display() {
  local numbers code=0
  numbers=$(mktemp)
  Xvfb -displayfd 3 -screen 0 1920x1080x24 -nolisten tcp 3>"$numbers" >/dev/null 2>&1 &
  local server=$!
  local tries=0
  until [[ -s $numbers ]]; do
    sleep 0.1
    tries=$((tries + 1))
    [[ $tries -lt 100 ]] && kill -0 "$server" 2>/dev/null || { rm -f "$numbers"; stop "Xvfb does not start"; }
  done
  DISPLAY=:$(<"$numbers") "$@" || code=$?
  kill "$server" 2>/dev/null || true
  wait "$server" 2>/dev/null || true
  rm -f "$numbers"
  return "$code"
}
