#!/bin/sh
# Installs a lock into .venv, every file checked against its hash, and then the project itself from where it stands.
set -eu

echo "Installing what $1 names"
.venv/bin/python -m pip install --quiet --require-hashes --requirement "$1"
.venv/bin/python -m pip install --quiet --no-deps --no-build-isolation --no-index --editable .
