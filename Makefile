# make run and make test work on a fresh Debian machine with Python 3.11, git and make;
# `make help` names the rest. What is installed is remembered in .venv/.done.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help

PYTHON ?= python3
VENV ?= .venv
HOST ?= 127.0.0.1
PORT ?= 8000
EVENTS ?=
PYTEST_ARGS ?=
WORDS ?=

# What the quick half of the tests leaves out.
QUICK := --ignore=tests/browser --ignore=tests/interop --ignore=tests/packaging

# What the tests need from Debian: a package, or COMMAND:PACKAGE where only the command counts.
DEBIAN := \
	chromium:chromium \
	dovecot-imapd \
	fonts-noto-core \
	fonts-wqy-microhei \
	gir1.2-ical-3.0 \
	python3-gi \
	node:nodejs \
	npm:npm

DONE := $(VENV)/.done
BIN := $(VENV)/bin
NODE := tests/interop/node_modules/.done
INSTALL := $(BIN)/pip --disable-pip-version-check install --quiet --constraint constraints.txt

.PHONY: help
help: ## what there is
	@sed -nE 's/^([a-z-]+):[^#]*## (.*)/  make \1\t\2/p' Makefile | expand -t 22

.PHONY: run
run: $(DONE)/run ## serve the samples, or EVENTS="a.yaml b.yaml", on HOST and PORT
	@HOST=$(HOST) PORT=$(PORT) exec $(BIN)/python server.py $(EVENTS)

.PHONY: test
test: ## everything that must hold; PYTEST_ARGS are handed on
	@$(MAKE) --no-print-directory --jobs=2 lint $(NODE)
	$(BIN)/pytest -n auto --dist loadgroup $(PYTEST_ARGS)

.PHONY: lint
lint: $(DONE)/dev ## style, types, and which room may import which
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports

.PHONY: check
check: $(DONE)/dev ## the quick half of the tests, while writing
	$(BIN)/ruff check
	$(BIN)/pytest -n auto -q $(QUICK) $(PYTEST_ARGS)

.PHONY: explore
explore: $(DONE)/dev ## look for new counterexamples: properties with other examples each time, and more
	$(BIN)/pytest -n auto -q --hypothesis-profile=explore $(QUICK) $(PYTEST_ARGS)

.PHONY: catalogues
catalogues: $(DONE)/dev ## bring the words of the pages up to date in six languages, and compile them
	$(BIN)/python scripts/catalogues $(WORDS)

.PHONY: browser
browser: $(DONE)/dev $(DONE)/debian ## only the tests of the pages in Chromium: axe, links, keyboard, speed
	$(BIN)/pytest -n auto --dist loadgroup -q tests/browser $(PYTEST_ARGS)

.PHONY: pictures
pictures: $(DONE)/dev $(DONE)/debian ## take the pictures of the pages anew, in docs/pictures
	PYTHONPATH=. $(BIN)/python scripts/pictures

.PHONY: wheel
wheel: $(DONE)/dev ## build dist/*.whl and dist/*.tar.gz
	$(BIN)/python -m build --no-isolation

.PHONY: constraints
constraints: ## write constraints.txt anew from the newest versions that setup.cfg allows
	scripts/constraints $(PYTHON) > constraints.txt.new
	mv constraints.txt.new constraints.txt

.PHONY: clean
clean: ## take away all that was made here, .venv too
	rm -rf $(VENV) build dist *.egg-info .*_cache .hypothesis tests/interop/node_modules
	find roundtable_ical tests benchmarks -name __pycache__ -prune -exec rm -r {} +

$(DONE)/venv:
	scripts/venv $(PYTHON) $(VENV)
	mkdir -p $(DONE) && touch $@

$(DONE)/run: $(DONE)/venv setup.cfg constraints.txt
	$(INSTALL) --editable '.[all]'
	touch $@

$(DONE)/dev: $(DONE)/venv setup.cfg constraints.txt
	$(INSTALL) --editable '.[all,dev]' setuptools
	touch $@ $(DONE)/run

$(DONE)/debian: $(DONE)/venv Makefile scripts/debian
	scripts/debian $(DEBIAN)
	touch $@

$(NODE): tests/interop/package.json tests/interop/package-lock.json $(DONE)/debian
	cd tests/interop && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
	touch $@
