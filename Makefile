# make demo   summarise the articles in seeds/, from recorded replies
# make test   run the tests
# Both work from a bare clone: they first create .venv and install into it, once.

PYTHON ?= python3
BIN := .venv/bin
INSTALLED := .venv/.installed

.PHONY: help compared-table demo docs language-table option-table extras fault-table provider-table test test-rest test-everything fuzz check draft-report verify-report peers picture record record-live measure notebook speed tokens clean
.DEFAULT_GOAL := help

help:  ## list these commands
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 16

$(INSTALLED): pyproject.toml constraints.txt
	@if command -v uv >/dev/null 2>&1; then \
	    uv venv --quiet --allow-existing --python $(PYTHON) .venv && \
	    uv pip install --quiet --python $(BIN)/python -c constraints.txt -e '.[dev]'; \
	else \
	    $(PYTHON) -m venv .venv && \
	    $(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[dev]'; \
	fi
	@touch $@

demo: $(INSTALLED)  ## summarise the articles in seeds/ from recorded replies, offline
	@$(BIN)/python examples/demo.py

LONG := heavy or llama or ray or tracing or browser or notebook
# One worker more than cores, as some tests wait.
CORES_AND_ONE = $(shell $(BIN)/python -c "import os; print(min(8, (os.cpu_count() or 1) + 1))")
ON_ALL_CORES := -n auto --maxprocesses 8 --dist loadfile
WITH_EXTRAS := SUMMARISER_REQUIRE_EXTRAS=1 $(BIN)/python -m pytest -q

test: $(INSTALLED)  ## run the tests, offline, but for those that take long
	@$(BIN)/python -m pytest -q -n $(CORES_AND_ONE) --dist loadfile -m 'not ($(LONG))'

test-rest: extras  ## run what `make test` leaves out or skips, with all extras and Chromium
	@$(WITH_EXTRAS) $(ON_ALL_CORES) -m '$(LONG) or needs'

test-everything: extras  ## run all of them, with all extras and Chromium; a skip is a failure
	@$(WITH_EXTRAS) $(ON_ALL_CORES)

extras: $(INSTALLED)
	@$(BIN)/python -m pip --version >/dev/null 2>&1 || $(BIN)/python -m ensurepip --upgrade >/dev/null
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[dev,all]'

FUZZ ?= 5000
fuzz: $(INSTALLED)  ## texts, pages and replies at random, FUZZ=5000 of each: nothing but our own errors
	@FUZZ=$(FUZZ) $(BIN)/python -m pytest -q tests/test_fuzz.py

check: $(INSTALLED)  ## lint, types and the floor plan
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

verify-report: $(INSTALLED)  ## false alarms and caught faults, by kind of claim; what is open if an item is left out
	@$(BIN)/python tests/verify_report.py $(FOLDER)
	@$(BIN)/python tests/recall_report.py $(FOLDER)

draft-report: $(INSTALLED)  ## planted faults found in drafts, and false alarms, by kind
	@$(BIN)/python tests/draft_report.py $(FOLDER)

PEERS ?= .peers
peers: $(INSTALLED)  ## write docs/peers.md: faults shown here and by others (PEERS=folder, see benchmarks/peers.py)
	@$(BIN)/python benchmarks/peers.py $(PEERS)

speed: $(INSTALLED)  ## measure what an article costs beside others, and write docs/speed.md (half an hour; BEFORE=another checkout)
	@$(BIN)/python benchmarks/throughput.py $(if $(BEFORE),--before $(BEFORE)) $(if $(ROUNDS),--rounds $(ROUNDS)) --peers $(PEERS) --json benchmarks/measured/throughput.json
	@$(BIN)/python benchmarks/speed_page.py

tokens: $(INSTALLED)  ## count the tokens of an article, and write docs/speed.md (extra tokens; BEFORE=another checkout)
	@$(BIN)/python benchmarks/tokens.py $(if $(BEFORE),--before $(BEFORE)) --json benchmarks/measured/tokens.json
	@$(BIN)/python benchmarks/speed_page.py

picture: $(INSTALLED)  ## take the README's picture of the report (Chromium; pip install -e '.[browser]')
	@$(BIN)/python tests/picture.py

docs: $(INSTALLED)  ## build the documentation into build/docs, offline; a warning is an error (needs the extra docs)
	@$(BIN)/python -m sphinx -c docs -d build/doctrees --fail-on-warning --keep-going --quiet . build/docs
	@echo build/docs/index.html

fault-table: $(INSTALLED)  ## write the tables of faults in docs/, from the tests' own data
	@$(BIN)/python tests/fault_table.py
	@$(BIN)/python tests/stream_table.py

compared-table: $(INSTALLED)  ## write the README's table of what is compared, from the types themselves
	@$(BIN)/python tests/compared_table.py

language-table: $(INSTALLED)  ## write the table of languages in docs/, from their own files
	@$(BIN)/python tests/language_table.py

option-table: $(INSTALLED)  ## write the commands and their options in docs/, from the program itself
	@$(BIN)/python tests/option_table.py

provider-table: $(INSTALLED)  ## write the table of providers in docs/, from the tests' own data
	@$(BIN)/python tests/provider_table.py

record: $(INSTALLED)  ## record the cassettes anew from the hand-written replies (after a prompt changed)
	@$(BIN)/python tests/record.py

record-live: $(INSTALLED)  ## record the cassettes anew from a real provider (OPENAI_API_KEY, MODEL)
	@$(BIN)/python tests/record.py --live --model $(or $(MODEL),gpt-5-mini)

measure: $(INSTALLED)  ## how a real model does on our articles (OPENAI_API_KEY, MODEL): docs/measure.md
	@MODEL=$(MODEL) $(BIN)/python tests/measure.py

notebook: $(INSTALLED)  ## run examples/tour.ipynb and store what it shows (needs the extra notebook)
	@$(BIN)/python tests/tour.py

clean:  ## remove the environment and all caches
	rm -rf .venv .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis build dist
