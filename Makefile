# `make help` lists what is here. It needs Python 3.11 or later and nothing else.
SHELL := /bin/sh
.DEFAULT_GOAL := help
.NOTPARALLEL:

# Every tool comes from here. What the build of the pages needs besides is said in recert_web/cli/build.py.
BIN := .venv/bin
export PIP_DISABLE_PIP_VERSION_CHECK := 1

QUICK := tests/house tests/domain tests/display tests/rules tests/data tests/services tests/state tests/http
LOCK := $(BIN)/uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-emit-find-links --custom-compile-command "make lock" --quiet

.PHONY: help
help:  ## Print this list
	@awk 'BEGIN { FS = ":.*## " } /^[a-z]+:.*## / { printf "  make %-8s %s\n", $$1, $$2 }' Makefile

.PHONY: run
run: .venv/run.stamp  ## Install, migrate, fill the demo, build if anything changed, serve on one port
	@$(BIN)/recert-web migrate
	@if [ "$${RECERT_MODE:-demo}" = demo ]; then $(BIN)/recert-web demo; fi
	@$(BIN)/recert-web build
	@exec $(BIN)/recert-web serve

.PHONY: install
install: .venv/test.stamp  ## Everything in .venv, the tools of the tests included

.PHONY: test
test: .venv/test.stamp lint  ## Everything, from nothing
	@$(BIN)/python -m tests.browser.browser
	$(BIN)/pytest --cov --cov-report= $(QUICK)
	@$(BIN)/python scripts/coverage_gates.py
	@$(BIN)/recert-web build
	$(BIN)/pytest tests/browser

.PHONY: check
check: lint  ## The quick gate: lint, types, contracts, every test but the browser's
	$(BIN)/pytest $(QUICK)

.PHONY: lint
lint: .venv/test.stamp  ## Lint, format, types and import contracts alone
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

.PHONY: bench
bench: .venv/test.stamp  ## Measure what the notes quote
	@$(BIN)/recert-web build
	@for bench in tests/bench/bench_*.py; do $(BIN)/python -m tests.bench.$$(basename $$bench .py) || exit 1; done

.PHONY: words
words: .venv/test.stamp  ## Gather every text into the catalogue, recert_web/locale/recert.pot
	@$(BIN)/python -m scripts.words

.PHONY: lock
lock: .venv/test.stamp  ## Resolve the newest versions that pyproject.toml allows into both locks
	$(LOCK) --upgrade --group build --output-file requirements.lock
	$(LOCK) --upgrade --group build --group test --constraint requirements.lock --output-file requirements-test.lock

.PHONY: clean
clean:  ## Remove what was installed and built; the data in var/ stays
	rm -rf .venv .web .states build dist .coverage .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis

.venv/bin/python:
	@sh scripts/make_venv.sh

.venv/run.stamp: requirements.lock pyproject.toml | .venv/bin/python
	@sh scripts/install.sh requirements.lock
	@touch $@

.venv/test.stamp: requirements-test.lock requirements.lock pyproject.toml | .venv/bin/python
	@sh scripts/install.sh requirements-test.lock
	@touch .venv/run.stamp $@
