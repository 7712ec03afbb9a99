# One command each for a laptop and for continuous integration; `make` alone lists them.

BIN := .venv/bin
SHELL := /bin/sh
export PYTHON

.DEFAULT_GOAL := help
.PHONY: help run test lint bench fuzz assets build docs environment environment-dev assets-if-npm

help: ## List the commands
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-8s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: environment assets-if-npm data/figures.csv ## Install what is missing and serve the dashboard on 127.0.0.1
	@exec $(BIN)/python app.py $(if $(PORT),--port $(PORT))

test: environment-dev data/figures.csv ## Run all tests, those in a browser too
	@$(BIN)/python -m scripts.browser
	$(BIN)/python -m pytest --numprocesses auto --dist loadfile

lint: environment-dev ## Check style, formatting, types and import contracts
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy app.py figures layouts tests scripts
	$(BIN)/lint-imports

bench: environment-dev data/figures.csv ## Measure speed and weight against the goals
	@sh scripts/bench_environment.sh
	@$(BIN)/python -m scripts.browser
	$(BIN)/python -m tests.bench

fuzz: environment-dev ## Try extraction on random input for a minute
	@sh scripts/fuzz.sh

assets: ## Fetch the lighter browser bundles with npm
	@sh scripts/assets.sh

build: environment ## Build data/figures.csv from the sources and hand edits in data/
	$(BIN)/python -m figures build

docs: environment ## Write the generated pages of docs/ again
	$(BIN)/python -m scripts.data_dictionary

environment:
	@sh scripts/environment.sh requirements.txt

environment-dev:
	@sh scripts/environment.sh requirements.txt requirements-dev.txt

assets-if-npm: environment
	@if command -v npm >/dev/null 2>&1; then \
	    sh scripts/assets.sh || echo "npm could not fetch them: the dashboard serves its heavier bundles"; \
	fi

data/figures.csv: | environment
	$(BIN)/python -m figures build
