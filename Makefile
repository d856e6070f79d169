# Cuttings: `make help` says what there is.
ARTICLES ?= data/articles
OUT ?= out/report
PORT ?= 8888
PYTHON ?=
export ARTICLES OUT PORT PYTHON
export PYTHONNOUSERSITE := 1
unexport PYTHONPATH PYTHONHOME VIRTUAL_ENV

.DEFAULT_GOAL := help
.PHONY: help setup report test lab lint evaluate bench fuzz reliability interchange clean

help: ## say what there is
	@sed -n 's/^\([a-z]*\):.*## /  make \1 - /p' Makefile
	@echo
	@echo '  ARTICLES=folder OUT=folder   for report: the saved articles, and where the run goes'
	@echo '  PYTHON=/path/to/python3.11   which Python to set up with'

setup: ## make .venv with what Cuttings needs (the others do it first)
	@sh bin/setup

report: setup ## read the articles and write a report
	@.venv/bin/python -m cuttings run "$$ARTICLES" --out "$$OUT" || [ $$? -eq 3 ]

test: setup ## run the tests
	@sh bin/setup-validators
	@.venv/bin/python -m pytest

evaluate: setup ## compare what is read in the example articles with the gold tables
	@.venv/bin/python -m cuttings evaluate

bench: setup ## time and weigh ingest, reading, matching, the casebook, comparing runs, charts and the report, as ratios
	@.venv/bin/python benchmarks/ingest.py
	@.venv/bin/python benchmarks/annotate.py
	@.venv/bin/python benchmarks/matching.py
	@.venv/bin/python benchmarks/casebook.py
	@.venv/bin/python benchmarks/changes.py
	@.venv/bin/python benchmarks/charts.py
	@.venv/bin/python benchmarks/report.py

fuzz: setup ## read 100,000 files broken in every way: none may crash, hang or get lost (about ten minutes)
	@.venv/bin/python tests/fuzz.py

reliability: setup ## kill writers of a casebook and fill its disk: nothing acknowledged may be lost (three minutes)
	@.venv/bin/python tests/reliability.py

interchange: setup ## take 1,000 random tables to other programs and back: no verdict may be lost (ten minutes)
	@.venv/bin/python tests/interchange.py

lab: setup ## open the notebooks in JupyterLab
	@.venv/bin/python -m jupyter lab --ServerApp.root_dir=. --port="$$PORT" --LabApp.news_url=None \
		--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate \
		$$([ "$$(id -u)" -ne 0 ] || echo --allow-root) notebooks/00_setup_check.ipynb

lint: setup ## check the code's style and that notebooks have no outputs
	@.venv/bin/python -m ruff check
	@.venv/bin/python -m ruff format --check
	@.venv/bin/python -m nbstripout --keep-id --verify notebooks/*.ipynb

clean: ## remove .venv, caches, and the runs that make and the notebooks wrote to out/report and out/example
	@if [ -e .venv/made-by-cuttings ]; then rm -rf .venv; fi
	@rm -rf out/report out/example .pytest_cache .ruff_cache .hypothesis
	@find src tests notebooks \( -name __pycache__ -o -name .ipynb_checkpoints \) -prune -exec rm -rf {} +
