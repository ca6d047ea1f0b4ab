# Read by installer/run and installer/test: brings a Debian or Ubuntu machine to where they can
# start, with the system packages that are missing and Python's own packages in .venv. Running it
# again changes nothing and takes no time.

set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
venv=$root/.venv

# The locks name each file by its hash and hold no addresses, so that any package index will do.
# They are renewed with uv (add --upgrade for newer versions):
# Extras stay in the names: pip 23 takes "coverage[toml]" for another package than "coverage" and
# would fetch the newest of it, which has no hash here.
#   lock="uv pip compile pyproject.toml --universal --generate-hashes --no-emit-index-url
#     --no-strip-extras --no-annotate --no-header"
#   $lock -o installer/requirements-run.lock
#   $lock --group test -c installer/requirements-run.lock -o installer/requirements-test.lock
locks=$root/installer

# What Qt's windows, fonts and input methods load, and what sends names and times right.
run_packages="python3 python3-venv ca-certificates tzdata libgl1 libegl1 libxkbcommon-x11-0
  libxcb-cursor0 libxcb-icccm4 libxcb-image0 libxcb-keysyms1 libxcb-randr0 libxcb-render-util0
  libxcb-shape0 libxcb-util1 libxcb-xkb1 libdbus-1-3 libfontconfig1 libglib2.0-0 libbrotli1
  libgssapi-krb5-2 libcups2 libwayland-cursor0 libwayland-egl1"

say() { printf '%s\n' "$*" >&2; }
fail() { say "$*"; exit 1; }

# set_up run|test
set_up() {
  packages=$run_packages
  # Any PostgreSQL server will do, also one that did not come from Debian's own package.
  [ "$1" = run ] || ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 ||
    packages="$packages postgresql"
  install_system_packages $packages
  make_venv
  install_python_packages "$1"
}

install_system_packages() {
  if ! command -v dpkg-query >/dev/null; then
    say "This is neither Debian nor Ubuntu: the system's packages are left as they are."
    return
  fi
  missing=$(missing_packages "$@")
  [ -n "$missing" ] || return 0
  say "These system packages are missing and will be installed with apt-get:$missing"
  as_root=
  [ "$(id -u)" = 0 ] || as_root=sudo
  $as_root true ||
    fail "That needs root, or sudo. Please run this once as root, or have somebody run:" \
      "apt-get install --no-install-recommends$missing"
  case $missing in
    # The tests start servers of their own; this machine is to get none that runs all day.
    *postgresql*) without_cluster apt_install $missing ;;
    *) apt_install $missing ;;
  esac
}

missing_packages() {
  # Debian 13 and Ubuntu 24.04 call some libraries …t64; those provide the older names.
  either=
  for package; do either="$either $package ${package}t64"; done
  installed=" $(dpkg-query -Wf '${db:Status-Status}:${Package} ' $either 2>/dev/null || true)"
  for package; do
    case $installed in
      *" installed:$package "* | *" installed:${package}t64 "*) ;;
      *) printf ' %s' "$package" ;;
    esac
  done
}

without_cluster() {
  settings=/etc/postgresql-common/createcluster.d
  $as_root mkdir -p $settings
  echo 'create_main_cluster = false' | $as_root tee $settings/mizumado.conf >/dev/null
  "$@"
  $as_root rm $settings/mizumado.conf
}

apt_install() {
  # A new machine is often still installing its own updates: wait for it.
  wait="-o DPkg::Lock::Timeout=300"
  $as_root apt-get $wait -q update || say "Not every package list could be read; trying anyway."
  $as_root env DEBIAN_FRONTEND=noninteractive apt-get $wait -o Dpkg::Use-Pty=0 -q -y \
    --no-install-recommends install "$@" </dev/null ||
    fail "apt-get could not install them; its own words are above."
}

make_venv() {
  identity='import sys; print(sys.base_prefix, sys.version_info[:2])'
  python3 -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 14))' || fail \
    "Mizumado needs Python 3.11, 3.12, 3.13 or 3.14 as python3; here it is" \
    "$(python3 --version 2>&1). Debian 12 and 13 and Ubuntu 24.04 bring one that will do."
  # A folder that another Python made, or that was left half made, is made anew.
  if [ "$("$venv/bin/python" -c "import pip; $identity" 2>/dev/null || true)" != \
    "$(python3 -c "$identity")" ]; then
    say "Making $venv"
    python3 -m venv --clear "$venv" ||
      fail "Python could not make $venv; on Debian and Ubuntu, python3-venv is what it needs."
  fi
}

install_python_packages() {
  mark=$(cat "$locks"/requirements-*.lock | sha256sum)
  [ "$(cat "$venv/ready-to-$1" 2>/dev/null || true)" != "$mark" ] || return 0
  say "Installing Python packages into $venv (a minute or two)"
  "$venv/bin/python" -m pip install --disable-pip-version-check --no-input -q --only-binary :all: \
    --require-hashes -r "$locks/requirements-$1.lock" ||
    fail "Python's packages could not be installed; pip's own words are above."
  write_command mizumado desktop
  write_command mizumado-db db
  printf '%s\n' "$mark" >"$venv/ready-to-$1"
  # What the tests need includes what the program needs.
  printf '%s\n' "$mark" >"$venv/ready-to-run"
}

# write_command NAME MODULE: the program is run from its folder, never installed, so the two
# commands only have to say where that is.
write_command() {
  cat >"$venv/bin/$1" <<COMMAND
#!/bin/sh
root=\$(cd "\$(dirname "\$(readlink -f "\$0")")/../.." && pwd)
PYTHONPATH=\$root exec "\$root/.venv/bin/python" -P -m $2 "\$@"
COMMAND
  chmod +x "$venv/bin/$1"
}
