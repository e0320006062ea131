# Everything runs in .venv, which any target creates on a machine that has only Python 3.11, pip and make.
PYTHON ?= $(shell command -v python3.11 || command -v python3)
BIN := .venv/bin
READY := .venv/.ready
# Compiled modules are kept whatever the machine is told otherwise: a test that starts a process waits a second less.
export PYTHONDONTWRITEBYTECODE :=

.PHONY: demo test lint docs bench stress screenshots clean

$(READY): pyproject.toml uv.lock
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check uv
	UV_PROJECT_ENVIRONMENT=.venv $(BIN)/uv sync --quiet --locked --python $(BIN)/python
	touch $@

demo: $(READY)  ## open the sample case, print what it found, write the brief
	$(BIN)/goodoffices demo

test: lint  ## everything that must hold on main
	$(BIN)/pytest -n 4 --dist loadfile --no-loadscope-reorder

lint: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

docs: $(READY)  ## strict: a dangling link or an undocumented page fails
	NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --strict --quiet

bench: $(READY)
	for b in benchmarks/*.py; do $(BIN)/python $$b || exit 1; done

screenshots: $(READY)  ## every page of the workbench: light, dark, Arabic, 400 pixels; in build/screenshots
	$(BIN)/python -m tests.web.screenshots --clean

stress: $(READY)  ## what CI does in small: 20,000 broken files, a thousand kills of every verb on both stores; an hour
	for s in tests/stress/*.py; do $(BIN)/python $$s || exit 1; done

clean:
	rm -rf .venv site build demo
