#!/usr/bin/env bash
# Builds the console into a folder: build.sh OUTPUT [test]. With "test" its types are checked and its tests run first.
set -euo pipefail
output="$(realpath -m "$1")"
cd "$(dirname "$0")"

fail() {
    echo "console: $1" >&2
    exit 1
}

command -v npm >/dev/null && command -v node >/dev/null \
    || fail "npm is missing, which builds the console; install Node.js 20 or newer with npm"
[ "$(node -p 'process.versions.node.split(".")[0]')" -ge 20 ] \
    || fail "Node.js 20 or newer is needed, this is $(node --version); install a newer one"

# Packages are fetched when the lock file has changed, and not again.
if ! cmp -s package-lock.json node_modules/.fetched; then
    npm ci --ignore-scripts --no-audit --no-fund --prefer-offline --loglevel=error \
        || fail "the packages in package-lock.json can't be fetched; the lines above say why"
    cp package-lock.json node_modules/.fetched
fi
node build/build.mjs "$output"
if [ "${2:-}" = test ]; then
    node_modules/.bin/tsc --noEmit
    node build/test.mjs
fi
