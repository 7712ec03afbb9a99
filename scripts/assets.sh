#!/bin/sh
# Fetches what package-lock.json pins by npm and lays it into layouts/assets/vendor, where the
# dashboard finds it. A copy of the lock file in build/ tells that there is nothing to do.

set -eu

vendor=layouts/assets/vendor
stamp=build/assets-package-lock.json
plotly=plotly.js-basic-dist-min/plotly-basic.min.js
serif=@fontsource-variable/source-serif-4
generators=regenerator-runtime/runtime.js

if [ -f "$vendor/${plotly##*/}" ] && cmp -s package-lock.json "$stamp"; then
    exit 0
fi
if ! command -v npm >/dev/null 2>&1; then
    echo "npm was not found; install Node.js, or do without: the dashboard then serves heavier bundles" >&2
    exit 1
fi

echo "Fetching browser bundles with npm …"
npm ci --silent --no-audit --no-fund --ignore-scripts --fetch-retries=1 --fetch-timeout=60000
mkdir -p "$vendor" build
cp "node_modules/$plotly" "$vendor/"
cp "node_modules/$generators" "$vendor/regenerator-runtime.js"
cp "node_modules/$serif/files/"*-wght-*.woff2 "$vendor/"
cp package-lock.json "$stamp"
