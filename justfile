# SPDX-License-Identifier: Apache-2.0
# The words of daily work; every one is also a plain command, so `just` itself is a convenience.

python := env_var_or_default("PYTHON", ".venv/bin/python")

# Set up an environment with everything but the training libraries.
setup:
    python3 -m venv .venv
    .venv/bin/pip install -c constraints.txt -e '.[dev]'

# All that CI runs: lint, types, import contract, licences, tests, README, wheel.
check *args:
    {{python}} -m pytest {{args}}

# The inner loop: no wheel, no README commands, no house checks.
test *args:
    {{python}} -m pytest -m 'not slow' {{args}}

lint:
    {{python}} -m ruff check
    {{python}} -m ruff format --check
    {{python}} -m codespell_lib

format:
    {{python}} -m ruff check --fix
    {{python}} -m ruff format

types:
    {{python}} -m mypy

imports:
    {{python}} -c 'from importlinter.cli import lint_imports_command; lint_imports_command()'

licences:
    {{python}} -m reuse lint

# Fill the README's transcript with what the command prints now.
transcript:
    {{python}} -m docs.make_transcript

wheel:
    {{python}} -m build --wheel

# Quality on the development parts of the corpora against the pinned floors.
quality corpora="../shared/corpora":
    {{python}} -m benchmarks.quality --corpora {{corpora}} --split dev

speed corpora="../shared/corpora":
    {{python}} -m benchmarks.speed --corpora {{corpora}}
