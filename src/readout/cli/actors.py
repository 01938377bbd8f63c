# SPDX-License-Identifier: Apache-2.0
"""Show how somebody is coded, and by which words: `readout actors explain "Russian forces"`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import Console
from rich.text import Text

from readout.cli.lines import wrapped
from readout.cli.wording import legible
from readout.model import Model
from readout.pipeline import reading_of
from readout.reading.clauses.scene import Scene
from readout.reading.coreference.entities import Directory, Entity
from readout.reading.encoding import Encoding
from readout.reading.events.actors import day_published, explain, find_codes
from readout.reading.events.homeland import homeland_of
from readout.reading.events.incumbents import terms_of_name
from readout.reading.evidence import Support
from readout.reading.page.parts import Part
from readout.reading.places.places import Place
from readout.reading.reading import Reading
from readout.reading.statements.statements import Statement
from readout.reading.trees.syntax import Syntax
from readout.report import Published, Report

__all__ = ["draw_actors"]


def draw_actors(words: str, model: Model, console: Console, *, published: Published | None = None) -> bool:
    """Print the codes of everybody whom some words name, with the words and tables behind them.

    Args:
        words: What they are called.
        model: What to read the words with.
        console: Where to print.
        published: The day as of which to look persons up; None leaves it open.

    Returns:
        Whether anybody was found.
    """
    reading = reading_of(Report(words, language="en", published=published), model=model)
    found = False
    for line in _lines(reading):
        found = True
        for piece in wrapped(line, console, console.width, 4):
            console.print(piece, no_wrap=True, overflow="ignore", crop=False)
    return found


def _lines(reading: Reading) -> Iterator[Text]:
    entities, syntax = reading.of(Entity), reading.the(Syntax)
    scene = Scene(reading.the(Encoding), syntax, Directory(entities, syntax))
    day = day_published(reading)
    home = homeland_of(scene, reading.of(Part), reading.of(Place), reading.of(Statement), entities)
    codes = {c.entity: c for c in find_codes(scene, entities, {e.id for e in entities}, reading.of(Place), day, home)}
    for entity in entities:
        code = codes.get(entity.id)
        country = entity.country or (code.country if code else None)
        sector = entity.sector or (code.sector if code else None)
        name = entity.name or next(iter(entity.aliases), entity.id)
        yield Text.assemble((legible(name), "bold"), f"  {country or 'country unknown'}  {sector or 'sector unknown'}")
        yield from _reasons(scene, explain(scene, entity, code))
        if entity.type == "person" and country is None:
            for term in terms_of_name(name):
                yield Text(f"  not used, from the table of holders: {term}", style="dim")


def _reasons(scene: Scene, supports: Sequence[Support]) -> Iterator[Text]:
    for support in supports:
        words = " … ".join(span.of(scene.encoding.text) for span in support.spans)
        yield Text(f"  {support.field} because of “{legible(words)}”: {support.rule}", style="green")
