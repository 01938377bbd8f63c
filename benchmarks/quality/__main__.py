# SPDX-License-Identifier: Apache-2.0
"""Measure how well Readout reads.

python -m benchmarks.quality --corpora DIR [--split dev|test] [--only NAME…] [--json FILE] [--check | --update]
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, replace
from functools import partial
from pathlib import Path

from benchmarks.quality.attributions import measure_agreement, measure_reports, measure_statements
from benchmarks.quality.blocks import measure_blocks
from benchmarks.quality.contacts import measure_contacts
from benchmarks.quality.copies import measure_copies
from benchmarks.quality.corpora import Corpora, MissingFile
from benchmarks.quality.event_cases import measure_event_cases
from benchmarks.quality.events import measure_pairs, measure_party_spans
from benchmarks.quality.extra_events import measure_extra_events
from benchmarks.quality.figures import measure_figures
from benchmarks.quality.floors import Floors, Regression
from benchmarks.quality.names import CORPORA, measure_names
from benchmarks.quality.places import measure_places
from benchmarks.quality.references import measure_references
from benchmarks.quality.status import ANSWERS, measure_commitments, measure_factuality, measure_status
from benchmarks.quality.tables import Table, draw, figures_of, pinned_of
from benchmarks.quality.times import measure_times
from benchmarks.quality.trees import measure_trees
from benchmarks.quality.whole_records import measure_examples, measure_seed
from readout.model import Model

FLOORS = Path(__file__).with_name("floors.json")

Measure = Callable[[Model, Corpora], Iterator[Table]]

MEASURES: dict[str, Measure] = {
    "polnear": measure_reports,
    "polnear-statements": measure_statements,
    "polnear-agreement": measure_agreement,
    "polnear-blocks": measure_blocks,
    **{name: partial(measure_names, name=name) for name in CORPORA},
    "ewt": partial(measure_trees, name="ewt"),
    "gum": partial(measure_trees, name="gum"),
    "coreference": measure_references,
    "times": measure_times,
    "figures": measure_figures,
    **{name: partial(measure_factuality, name=name) for name in ANSWERS},
    "commitmentbank": measure_commitments,
    "status": measure_status,
    "contacts": measure_contacts,
    "copies": measure_copies,
    "events": measure_event_cases,
    "gwn": partial(measure_places, name="gwn-train"),
    "lgl": partial(measure_places, name="lgl"),
    "plv": measure_pairs,
    "cameo_ner": measure_party_spans,
    "polnear-events": measure_extra_events,
    "seed": measure_seed,
    "examples": measure_examples,
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print, and return the exit code: 1 where a figure is below its floor."""
    options = _options(arguments)
    model = Model.open(options.model, threads=options.threads)
    corpora = Corpora(options.corpora, options.split, options.limit)
    print(f"model {model.name}, split {options.split}" + (f", first {options.limit} of each" if options.limit else ""))
    tables = list(_measure(model, corpora, options.only or list(MEASURES)))
    if options.json:
        _write(options.json, model, corpora, tables)
    if options.update:
        return _update(model, corpora, tables, allow_regression=options.allow_regression)
    return _check(corpora, tables) if options.check else 0


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.quality", description="Measure how well Readout reads.")
    parser.add_argument("--corpora", type=Path, required=True, metavar="DIR", help="folder of the corpora")
    parser.add_argument("--split", choices=("dev", "test"), default="dev")
    parser.add_argument("--only", nargs="+", choices=MEASURES, metavar="NAME", help=", ".join(MEASURES))
    parser.add_argument("--json", type=Path, metavar="FILE", help="write all figures here")
    parser.add_argument("--limit", type=int, metavar="N", help="read the first N documents of each file only")
    parser.add_argument("--threads", type=int, default=1, metavar="N", help="threads of the encoder")
    parser.add_argument("--model", type=Path, metavar="DIR", help="another model than the packaged one")
    parser.add_argument("--check", action="store_true", help="fail where a figure is below its floor")
    parser.add_argument("--update", action="store_true", help="pin floors at these figures")
    parser.add_argument("--allow-regression", action="store_true", help="let --update lower floors")
    options = parser.parse_args(arguments)
    if (options.check or options.update) and (options.limit or options.split != "dev"):
        parser.error("floors are of the whole dev split: --check and --update go with neither --limit nor --split test")
    return options


def _measure(model: Model, corpora: Corpora, names: Sequence[str]) -> Iterator[Table]:
    for name in names:
        start = time.perf_counter()
        try:
            for table in MEASURES[name](model, corpora):
                print(f"\n{draw(table)}", flush=True)
                yield table
        except MissingFile as missing:
            print(f"\n{name}: skipped, there is no {missing}")
        else:
            print(f"{time.perf_counter() - start:.0f} s", flush=True)


def _write(path: Path, model: Model, corpora: Corpora, tables: Sequence[Table]) -> None:
    found = {
        "model": {"name": model.heads.name, "sha256": model.heads.model_sha256},
        "split": corpora.split,
        "limit": corpora.limit,
        "files": {name: asdict(used) for name, used in corpora.used.items()},
        "figures": figures_of(tables),
    }
    path.write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")


def _check(corpora: Corpora, tables: Sequence[Table]) -> int:
    floors = Floors.read(FLOORS)
    complaints = floors.complaints(figures_of(tables), corpora.used, tables=[table.name for table in tables])
    for complaint in complaints:
        print(complaint, file=sys.stderr)
    print(f"\n{len(complaints)} complaints against {FLOORS.name}" if complaints else "\nevery floor holds")
    return 1 if complaints else 0


def _update(model: Model, corpora: Corpora, tables: Sequence[Table], *, allow_regression: bool) -> int:
    floors = replace(Floors.read(FLOORS), split=corpora.split)
    try:
        new = floors.updated(pinned_of(tables), corpora.used, model=model.name, allow_regression=allow_regression)
    except Regression as error:
        print(f"\n{error}", file=sys.stderr)
        return 1
    new.write(FLOORS)
    print(f"\npinned {len(pinned_of(tables))} floors in {FLOORS.name}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
