# One word for each habit.  Every target sets up what it needs; a fresh machine wants python3 >= 3.11, make and git.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
EXAMPLE := examples/depeche.txt
# Pages whose command output and tables are written by cog.
PAGES := README.md docs/tutorial.md

.DEFAULT_GOAL := help
.PHONY: help demo test check bench lang docs clean

help:  ## what one can type
	@sed -n 's/^\([a-z]*\):.*  ## \(.*\)/  make \1	\2/p' $(MAKEFILE_LIST)

# The core alone, as a user has it.
$(VENV)/.core: pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "selon needs Python 3.11 or later; $(PYTHON) is older. Type: make PYTHON=python3.12 ..." >&2; exit 1; }
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

# With what tests and checks need.
$(VENV)/.dev: $(VENV)/.core
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@

demo: $(VENV)/.core  ## read an example article and print its chronology
	@cat $(EXAMPLE)
	@echo
	@$(BIN)/selon read $(EXAMPLE)

test: $(VENV)/.dev  ## pass every test
	@$(BIN)/python -m pytest -q -n 2

check: $(VENV)/.dev  ## all that must hold before a push: style, types, architecture, tests, pages
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m pytest -q -n 2
	PATH="$(CURDIR)/$(BIN):$$PATH" $(BIN)/cog -P -I . --check $(PAGES)

bench: $(VENV)/.dev  ## measure the reader and print one table, ours beside the peers'
	$(BIN)/python -m benchmarks

lang: $(VENV)/.core  ## read every example of the French tables
	$(BIN)/selon lang check fr --examples

docs: $(VENV)/.dev  ## write command output and tables into the pages
	PATH="$(CURDIR)/$(BIN):$$PATH" $(BIN)/cog -P -I . -r $(PAGES)

clean:  ## remove what the other targets made
	rm -rf $(VENV) build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
	find src tests benchmarks tools training -name __pycache__ -type d -prune -exec rm -rf {} +
