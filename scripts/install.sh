#!/bin/sh
# Installs a lock into .venv, every file checked against its hash, and then the project itself from where it stands.
set -eu

echo "Installing what $1 names"
# The lock is whole, so nothing is resolved again: resolving an extra of a pinned package makes pip look past its pin.
.venv/bin/python -m pip install --quiet --no-deps --require-hashes --requirement "$1"
.venv/bin/python -m pip install --quiet --no-deps --no-build-isolation --no-index --editable .
