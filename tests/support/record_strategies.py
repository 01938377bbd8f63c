# SPDX-License-Identifier: Apache-2.0
"""Records that say anything whatever, as long as it is a record: for what must hold for all of them."""

from __future__ import annotations

from typing import get_args

from hypothesis import strategies as st

from readout.record import (
    Anchor,
    Channel,
    Comparison,
    Contact,
    Entity,
    Event,
    EventStatus,
    EventType,
    Figure,
    FigureKind,
    Initiative,
    MadeBy,
    Mention,
    MentionForm,
    Note,
    PartInfo,
    PartKind,
    Place,
    PlaceKind,
    PreviousContact,
    Reason,
    Record,
    ReportInfo,
    Role,
    Statement,
    StatementKind,
    Time,
    TimeType,
    Undecided,
)
from readout.record.record import EntityType
from readout.report import Published, Report
from readout.text import Span

__all__ = ["records", "texts"]

# What files trip over: ends of lines of every kind, quotes, markup, formulas, controls, letters beyond 16 bits, and a lone low
# surrogate. A high one before it would be a pair, which JSON takes for one character.
_AWKWARD = "\n\r\t\x00\x0b\x1f\x7f\x85\u2028\u2029\ufffe\udc00\U0001f600\"'<>&]=+-@,;|’é"
_SCALARS = st.none() | st.text(max_size=8)
_PARTS = st.none() | st.sampled_from(["2024", "2024-02", "2024-02-29", "2024-W09", "XXXX-WXX-5", "PT1H"])
_NUMBERS = st.none() | st.floats(allow_nan=False, allow_infinity=False)
_SHARES = st.floats(0, 1)


def texts(*, surrogates: bool = True) -> st.SearchStrategy[str]:
    """Return texts of reports, of at least one character."""
    awkward = _AWKWARD if surrogates else _AWKWARD.replace("\udc00", "")
    letters = st.sampled_from(awkward) | st.sampled_from("abc d") | st.characters(exclude_categories=["Cs"])
    return st.text(letters, min_size=1, max_size=60)


@st.composite
def records(draw: st.DrawFn, *, surrogates: bool = True) -> Record:
    """Draw a record whose ids and spans all point at something."""
    text = draw(texts(surrogates=surrogates))
    span = st.lists(st.integers(0, len(text)), min_size=2, max_size=2, unique=True).map(
        lambda ends: Span(*sorted(ends))
    )
    spans = st.lists(span, max_size=3).map(tuple)
    entity_ids = [f"n{number + 1}" for number in range(draw(st.integers(0, 3)))]
    statement_ids = [f"s{number + 1}" for number in range(draw(st.integers(0, 2)))]
    event_ids = [f"v{number + 1}" for number in range(draw(st.integers(0, 2)))]
    some = st.none() | st.sampled_from(entity_ids) if entity_ids else st.none()
    several = st.lists(st.sampled_from(entity_ids), max_size=2).map(tuple) if entity_ids else st.just(())
    word_of = st.none() | st.sampled_from(statement_ids) if statement_ids else st.none()
    why = {
        "because": st.lists(st.builds(Reason, st.text(), st.text(), st.none() | _SHARES, spans), max_size=2).map(tuple),
        "undecided": st.lists(st.builds(Undecided, st.text(), st.text(), spans), max_size=1).map(tuple),
    }
    statements = [
        draw(
            st.builds(
                Statement,
                id=st.just(id),
                kind=_one_of(StatementKind),
                content=spans,
                cue=spans,
                source=spans,
                speaker=some,
                addressees=several,
                relayed_by=several,
                channel=st.none() | st.builds(Channel, st.text(max_size=5), some),
                anonymous=st.booleans(),
                said=_PARTS,
                nested_in=st.sampled_from([None, *statement_ids[:number]]),
                confidence=_SHARES,
                condition=spans,
                **why,
            )
        )
        for number, id in enumerate(statement_ids)
    ]
    events = [
        draw(
            st.builds(
                Event,
                id=st.just(id),
                type=_one_of(EventType),
                mode=_SCALARS,
                status=_one_of(EventStatus),
                actors=several,
                recipients=several,
                date=_PARTS,
                duration=_PARTS,
                place=_SCALARS,
                evidence=spans,
                trigger=spans,
                according_to=word_of,
                confidence=_SHARES,
                contexts=st.lists(st.text(max_size=5), max_size=2).map(tuple),
                status_words=spans,
                instrument=spans,
                issue=spans,
                **why,
            )
        )
        for id in event_ids
    ]
    mentions = st.builds(lambda at, form: Mention(at.start, at.end, form), span, _one_of(MentionForm))
    entities = [
        draw(
            st.builds(
                Entity,
                id=st.just(id),
                type=_one_of(EntityType),
                name=_SCALARS,
                aliases=st.lists(st.text(max_size=5), max_size=2).map(tuple),
                roles=st.lists(st.builds(Role, st.text(), _SCALARS), max_size=2).map(tuple),
                country=st.none() | st.sampled_from(["USA", "RUS"]),
                sector=st.none() | st.sampled_from(["GOV", "MIL"]),
                anonymous=st.booleans(),
                mentions=st.lists(mentions, max_size=3).map(tuple),
            )
        )
        for id in entity_ids
    ]
    contacts = st.builds(
        Contact,
        event=st.sampled_from(event_ids or ["v1"]),
        parties=several,
        countries=st.lists(st.sampled_from(["USA", "RUS"]), max_size=2).map(tuple),
        medium=_SCALARS,
        date=_PARTS,
        duration=_PARTS,
        initiated_by=st.none() | st.builds(Initiative, _SCALARS, word_of, spans),
        previous=st.none() | st.builds(PreviousContact, _PARTS, spans),
        tone=_SCALARS,
        status=_one_of(EventStatus),
        place=_SCALARS,
        topics=spans,
        tone_words=spans,
        outcome=spans,
    )
    anchors = st.builds(Anchor, st.text(), st.sampled_from(["published", "said", "text"]), spans)
    comparisons = st.builds(
        Comparison,
        direction=st.sampled_from(["up", "down", "same"]),
        low=_NUMBERS,
        high=_NUMBERS,
        unit=_SCALARS,
        spans=spans,
    )
    return Record(
        report=ReportInfo(
            id=Report(text).id,
            url=draw(_SCALARS),
            publisher=draw(_SCALARS),
            title=draw(_SCALARS),
            language=draw(st.sampled_from([None, "en"])),
            published=draw(
                st.none() | st.builds(Published, st.sampled_from(["2024", "2024-02-29"]), st.just("given"), spans)
            ),
            text=text,
            parts=tuple(draw(st.lists(_placed(PartInfo, span, kind=_one_of(PartKind)), max_size=2))),
        ),
        entities=tuple(entities),
        statements=tuple(statements),
        events=tuple(events),
        contacts=tuple(draw(st.lists(contacts, max_size=2))) if event_ids else (),
        times=tuple(
            draw(
                st.lists(
                    _placed(
                        Time,
                        span,
                        type=_one_of(TimeType),
                        value=_PARTS,
                        mod=_SCALARS,
                        quant=_SCALARS,
                        freq=_SCALARS,
                        first=_PARTS,
                        last=_PARTS,
                        anchor=st.none() | anchors,
                        rule=_SCALARS,
                        undecided=_SCALARS,
                    ),
                    max_size=3,
                )
            )
        ),
        places=tuple(
            draw(
                st.lists(
                    _placed(
                        Place,
                        span,
                        name=st.text(max_size=5),
                        kind=_one_of(PlaceKind),
                        country=_SCALARS,
                        lat=_NUMBERS,
                        lon=_NUMBERS,
                        geonames_id=st.none() | st.integers(0, 2**31),
                        feature_class=_SCALARS,
                        feature_code=_SCALARS,
                        rule=_SCALARS,
                        undecided=_SCALARS,
                    ),
                    max_size=2,
                )
            )
        ),
        figures=tuple(
            draw(
                st.lists(
                    _placed(
                        Figure,
                        span,
                        low=_NUMBERS,
                        high=_NUMBERS,
                        modifier=_SCALARS,
                        unit=_SCALARS,
                        of=_SCALARS,
                        according_to=word_of,
                        kind=_one_of(FigureKind),
                        of_span=st.none() | span,
                        comparison=st.none() | comparisons,
                        per=_SCALARS,
                        per_span=st.none() | span,
                    ),
                    max_size=2,
                )
            )
        ),
        notes=tuple(draw(st.lists(st.builds(Note, st.text(), spans), max_size=1))),
        made_by=draw(st.none() | st.just(MadeBy("0.1.0", "news-en"))),
    )


def _one_of(literal: object) -> st.SearchStrategy:
    return st.sampled_from(get_args(literal))


def _placed(form: type, span: st.SearchStrategy[Span], /, **fields: st.SearchStrategy) -> st.SearchStrategy:
    """Return things that stand in the text themselves."""
    return st.tuples(span, st.fixed_dictionaries(fields)).map(
        lambda drawn: form(start=drawn[0].start, end=drawn[0].end, **drawn[1])
    )
