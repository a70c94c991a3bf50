#!/usr/bin/env bash
# Proves the two commands on a bare Debian 12: makes a root with debootstrap that holds git and nothing else, clones
# this checkout's HEAD into it, and runs ./run.sh and ./test.sh there. Needs root and debootstrap (installed when missing).
#   tools/fresh.sh [FOLDER]        default: a new folder under /var/tmp, removed at the end; a named one is kept
#   FRESH_STEPS=run tools/fresh.sh   only ./run.sh
# The host's APT configuration is taken over, so that mirrors and proxies hold inside as well.
set -euo pipefail
cd "$(dirname "$0")/.."
[ "$(id -u)" -eq 0 ] || { echo "fresh: needs root, for debootstrap and chroot" >&2; exit 1; }
command -v debootstrap >/dev/null || apt-get -qq -y install debootstrap >/dev/null

keep=yes
root=${1:-}
[ -n "$root" ] || { root=$(mktemp -d /var/tmp/dateline-fresh-XXXXXX); keep=no; }
# mktemp lets nobody else in, and a test becomes another user inside.
[ "$keep" = yes ] || chmod 755 "$root"
case "$(readlink -m "$root")" in / | /usr* | /etc* | /home) echo "fresh: not into $root" >&2; exit 1 ;; esac
leave() {
  for place in dev/shm dev proc; do mountpoint -q "$root/$place" && umount -l "$root/$place"; done
  [ "$keep" = yes ] || rm -rf --one-file-system "$root"
}
trap leave EXIT

mirror=$(grep -rhoE 'https?://[^ ]+/debian/?( |$)' /etc/apt/sources.list /etc/apt/sources.list.d 2>/dev/null | head -n 1 || true)
echo "fresh: a bare Debian 12 in $root"
debootstrap --variant=minbase --include=git,ca-certificates bookworm "$root" ${mirror:-http://deb.debian.org/debian} >"$root.log" 2>&1 ||
  { tail -n 5 "$root.log" >&2; exit 1; }
rm -f "$root.log"
rm -rf "$root/etc/apt/sources.list" "$root/etc/apt/sources.list.d" "$root/etc/apt/apt.conf.d"
cp -a /etc/apt/sources.list* /etc/apt/apt.conf.d "$root/etc/apt/" 2>/dev/null || true
[ -d /etc/apt/keyrings ] && cp -a /etc/apt/keyrings "$root/etc/apt/"
cp -a /usr/share/keyrings/. "$root/usr/share/keyrings/" 2>/dev/null || true
cp -L /etc/resolv.conf /etc/hosts "$root/etc/" 2>/dev/null || true
cp -a /usr/local/share/ca-certificates/. "$root/usr/local/share/ca-certificates/" 2>/dev/null || true
chroot "$root" update-ca-certificates >/dev/null 2>&1 || true
mount -t proc proc "$root/proc"
mount --rbind /dev "$root/dev" && mount --make-rslave "$root/dev"

git clone -q --no-hardlinks "file://$PWD" "$root/dateline"
[ -d ../shared ] && mkdir -p "$root/shared" && cp -a ../shared/seeds "$root/shared/"
inside() { chroot "$root" env -i HOME=/root PATH=/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 \
  ${http_proxy:+http_proxy="$http_proxy"} ${https_proxy:+https_proxy="$https_proxy"} bash -c "cd /dateline; $1"; }

if [ "${FRESH_STEPS:-run test}" != test ]; then
  echo "fresh: ./run.sh"
  begin=$SECONDS
  inside './run.sh >/tmp/run.log 2>&1 & pid=$!
    for i in $(seq 900); do
      address=$(sed -n "s/.* at \(http:[^ ]*\).*/\1/p" /tmp/run.log)
      [ -n "$address" ] && break
      kill -0 $pid 2>/dev/null || break
      sleep 1
    done
    cat /tmp/run.log
    [ -n "$address" ] || exit 1
    host=${address#http://}; host=${host%%/*}
    exec 3<>"/dev/tcp/${host%:*}/${host#*:}"
    printf "GET / HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n" "$host" >&3
    head -n 1 <&3 | grep "200 OK"
    kill $pid; wait $pid'
  echo "fresh: ./run.sh done in $((SECONDS - begin)) s, packages included"
  echo "fresh: ./run.sh again"
  begin=$SECONDS
  inside './run.sh --no-serve' | tail -n 3
  echo "fresh: again in $((SECONDS - begin)) s"
fi
if [ "${FRESH_STEPS:-run test}" != run ]; then
  echo "fresh: ./test.sh"
  inside './test.sh'
fi
