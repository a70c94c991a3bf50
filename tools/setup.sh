#!/usr/bin/env bash
# Installs the Debian packages that are missing, without a question. As root, or with sudo.
#   tools/setup.sh build         what building and running need (tools/packages/build.txt)
#   tools/setup.sh build test    and what the tests need (tools/packages/test.txt)
set -euo pipefail
cd "$(dirname "$0")/.."

missing=()
for list in "$@"; do
  while read -r package _; do
    case "$package" in "" | "#"*) continue ;; esac
    dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q "install ok installed" || missing+=("$package")
  done <"tools/packages/$list.txt"
done
[ ${#missing[@]} -eq 0 ] && exit 0

as_root=()
if [ "$(id -u)" -ne 0 ]; then
  command -v sudo >/dev/null || { echo "setup: needs root or sudo to install: ${missing[*]}" >&2; exit 1; }
  as_root=(sudo)
fi
echo "Installing ${#missing[@]} packages: ${missing[*]}"
log=$(mktemp)
trap 'rm -f "$log"' EXIT
for attempt in 1 2 3; do
  if "${as_root[@]}" apt-get -qq update >"$log" 2>&1 &&
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -qq -y --no-install-recommends \
      -o Dpkg::Use-Pty=0 -o Acquire::Retries=3 install "${missing[@]}" >>"$log" 2>&1; then
    exit 0
  fi
  sleep $((attempt * 5))
done
tail -n 20 "$log" >&2
echo "setup: could not install the packages" >&2
exit 1
