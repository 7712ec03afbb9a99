#!/bin/sh
# Fuzzes extraction with atheris for a minute, or SECONDS_OF_FUZZING, in an environment of its own, since
# atheris has no wheel for some systems. Stops at the first input that fails, and keeps it in build/.

set -eu

venv=build/fuzz-venv
stamp=$venv/installed.txt
wanted="atheris==3.0.0"

if ! [ -f "$stamp" ]; then
    echo "Making $venv …"
    .venv/bin/python -m venv --clear "$venv"
    "$venv/bin/python" -m pip install --quiet --disable-pip-version-check \
        --requirement requirements.txt --requirement requirements-dev.txt "$wanted"
    echo "$wanted" > "$stamp"
fi
exec "$venv/bin/python" -m tests.fuzz.fuzz_extraction \
    -max_total_time="${SECONDS_OF_FUZZING:-60}" -artifact_prefix=build/
