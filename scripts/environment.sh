#!/bin/sh
# Makes the virtual environment .venv and keeps it in step with the requirements files given.
#
#     sh scripts/environment.sh requirements.txt [requirements-dev.txt]
#
# PYTHON names the interpreter to use; otherwise the first suitable one on the PATH is taken. A copy
# of each installed file stays in .venv, so that a second call has nothing to do.

set -eu

venv=.venv
without_venv=

suitable() {
    "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1
}

find_python() {
    for candidate in ${PYTHON:-python3 python3.14 python3.13 python3.12 python3.11 python}; do
        suitable "$candidate" || continue
        if "$candidate" -c 'import ensurepip, venv' >/dev/null 2>&1; then
            echo "$candidate"
            return
        fi
        without_venv=$candidate
    done
    if [ -n "$without_venv" ]; then
        version=$("$without_venv" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
        echo "$without_venv cannot make virtual environments; on Debian or Ubuntu: sudo apt install python$version-venv" >&2
    elif [ -n "${PYTHON:-}" ]; then
        echo "PYTHON=$PYTHON is no Python 3.11 or later; name another one" >&2
    else
        echo "no Python 3.11 or later was found; install one (Debian, Ubuntu: sudo apt install python3 python3-venv; macOS: brew install python) or name it: make run PYTHON=/path/to/python3" >&2
    fi
    return 1
}

# A making that was interrupted leaves an environment without pip.
if ! suitable "$venv/bin/python" || [ ! -x "$venv/bin/pip" ]; then
    python=$(find_python)
    echo "Making $venv with $("$python" --version) …"
    "$python" -m venv --clear "$venv"
fi

for file in "$@"; do
    stamp=$venv/installed-$file
    cmp -s "$file" "$stamp" && continue
    echo "Installing $file …"
    "$venv/bin/python" -m pip install --quiet --disable-pip-version-check --requirement "$file"
    cp "$file" "$stamp"
done
