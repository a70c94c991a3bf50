#!/usr/bin/env bash
# From a bare Debian 12 to a running Dateline: installs what is missing, builds, files the samples into an archive,
# prints a brief of one story, and serves the site. Run it again at any time: only what is left is done.
#   DATELINE_PORT=9000 ./run.sh      another port (8080 is the first choice, any free one the second)
#   ./run.sh --no-serve              everything but the serving
set -euo pipefail
cd "$(dirname "$0")"

tools/setup.sh build
tools/build.sh release dateline
ln -sfn build/release/dateline dateline

echo
echo "Filing the samples into dateline.db …"
./dateline add --archive dateline.db samples/captures

echo
./dateline brief samples/captures/northwire/0304-douro-bridge.txt samples/captures/ternmouth-gazette/portugal-bridge.txt \
  samples/captures/quayside-herald/douro-bridge-collapse.html samples/captures/ostermoor-courier/20250305-regua.html
[ "${1:-}" = --no-serve ] && exit 0

port=${DATELINE_PORT:-8080}
if [ -z "${DATELINE_PORT:-}" ] && (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; then
  echo "Port $port is in use; taking a free one."
  port=0
fi
exec ./dateline serve --archive dateline.db --port "$port"
