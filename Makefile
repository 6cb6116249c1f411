# make brief   sets up and builds the first brief from seeds/ into outputs/
# make test    sets up and runs all tests
# make lint    style and types
# make docs    writes the reference pages and the Word file to restyle anew

PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin

.PHONY: brief test lint types docs wheel clean

brief: $(VENV)/.package
	$(BIN)/briefgen build templates/dprk-russia/outline.yaml

test: $(VENV)/.tools
	$(BIN)/pytest -n auto $(PYTEST)

lint: $(VENV)/.tests
	$(BIN)/ruff check src tests benchmarks docs
	$(BIN)/ruff format --check src tests benchmarks docs

types: $(VENV)/.tests
	$(BIN)/mypy

docs: $(VENV)/.tests
	$(BIN)/python docs/make.py

wheel: $(VENV)/.tests
	$(BIN)/python -m build --wheel

clean:
	rm -rf $(VENV) dist .pytest_cache .hypothesis .mypy_cache .ruff_cache

$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); sh .ci/install-venv && $(PYTHON) -m venv $(VENV); }
	$(BIN)/pip install --quiet --upgrade pip

$(VENV)/.package: pyproject.toml | $(VENV)/bin/python
	$(BIN)/pip install --quiet --editable .
	touch $@

$(VENV)/.tests: pyproject.toml $(VENV)/.package
	$(BIN)/pip install --quiet --group dev
	touch $@

$(VENV)/.tools: $(VENV)/.tests .ci/install-tools
	sh .ci/install-tools
	touch $@
