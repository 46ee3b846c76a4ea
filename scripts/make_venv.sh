#!/bin/sh
# Makes .venv with the first Python of this machine that is new enough, or says what to install.
set -eu

enough='import sys; sys.exit(sys.version_info < (3, 11))'
for python in ${PYTHON:-} python3 python3.14 python3.13 python3.12 python3.11 python; do
    if command -v "$python" >/dev/null 2>&1 && "$python" -c "$enough" 2>/dev/null; then
        if ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
            echo "$python cannot make a virtual environment: its module venv or ensurepip is missing." >&2
            echo "On Debian or Ubuntu: apt-get install python3-venv" >&2
            exit 1
        fi
        echo "Making .venv with $("$python" --version)"
        exec "$python" -m venv .venv
    fi
done
echo "Python 3.11 or later is needed, and none was found. Install one, or name it: make PYTHON=/path/to/python3" >&2
exit 1
