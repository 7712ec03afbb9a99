#!/bin/sh
# Makes build/bench-venv with the extractors that `make bench` compares with. They pin old libraries,
# so they never share an environment with the project. Where they cannot be installed it says so, and
# the measurements go on without them.

set -eu

venv=build/bench-venv
wanted=tests/bench/competitors.txt
stamp=$venv/installed-competitors.txt

cmp -s "$wanted" "$stamp" && exit 0
echo "Making $venv for the extractors to compare with …"
if .venv/bin/python -m venv --clear "$venv" &&
    "$venv/bin/python" -m pip install --quiet --disable-pip-version-check --requirement "$wanted"; then
    cp "$wanted" "$stamp"
else
    echo "They could not be installed; the measurements go on without them." >&2
fi
