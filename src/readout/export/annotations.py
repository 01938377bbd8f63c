# SPDX-License-Identifier: Apache-2.0
"""Everything that a record states as Web Annotations (W3C Recommendation of 23 February 2017), in JSON-LD.

One annotation for each entity, statement, event, contact, time, place and figure. Its targets are the words that it rests on,
one target for each span: a position in code points of the report's text, as the standard counts them, and a quotation with
some text before and after, by which the words are found again in another rendering of the report. Its body holds the fields
as the record has them.

The source is the text itself, named by its hash, since positions hold in it only; the address of the page is the scope.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from readout.export.kept import Kept
from readout.record import Json, Record
from readout.record.form import plain_from_value
from readout.text import Span

__all__ = ["CONTEXT", "annotations_of"]

# `fields` and `names` are plain JSON to a JSON-LD processor (a JSON literal of JSON-LD 1.1), not statements in RDF: the record's
# own words (`source`, `value`, `format`) mean other things in the vocabulary of annotations.
CONTEXT: list[Json] = [
    "http://www.w3.org/ns/anno.jsonld",
    {
        "@version": 1.1,
        "readout": "urn:readout:record:1:",
        "fields": {"@id": "readout:fields", "@type": "@json"},
        "names": {"@id": "readout:names", "@type": "@json"},
    },
]

# So much text stands before and after a quotation: enough to tell it from another of the same words, as other tools have it.
_AROUND = 32


def annotations_of(kept: Kept) -> Iterator[dict[str, Json]]:
    """Yield the annotations of a record: entities, statements, events, contacts, times, places, figures."""
    record = kept.record
    for entity in record.entities:
        yield _annotation(record, "entity", entity.id, entity, [mention.span for mention in entity.mentions], [])
    for said in record.statements:
        outlet = said.channel.outlet if said.channel else None
        ids = [said.speaker, *said.addressees, *said.relayed_by, outlet]
        yield _annotation(record, "statement", said.id, said, said.content, ids)
    evidence = {event.id: event.evidence for event in record.events}
    for event in record.events:
        yield _annotation(record, "event", event.id, event, event.evidence, [*event.actors, *event.recipients])
    for number, contact in zip(kept.numbers_of("contacts"), record.contacts, strict=False):
        yield _annotation(record, "contact", f"c{number}", contact, evidence.get(contact.event, ()), contact.parties)
    for number, time in zip(kept.numbers_of("times"), record.times, strict=False):
        yield _annotation(record, "time", f"t{number}", time, [time.span], [])
    for number, place in zip(kept.numbers_of("places"), record.places, strict=False):
        yield _annotation(record, "place", f"p{number}", place, [place.span], [])
    for number, figure in zip(kept.numbers_of("figures"), record.figures, strict=False):
        yield _annotation(record, "figure", f"f{number}", figure, [figure.span], [])


def _annotation(
    record: Record, kind: str, id: str, thing: object, spans: Sequence[Span], ids: Sequence[str | None]
) -> dict[str, Json]:
    """Make one annotation; `ids` are the entities whose names a reader of its fields wants to know."""
    name = f"urn:readout:{record.report.id}"
    body: dict[str, Json] = {"type": ["Dataset", f"readout:{kind}"], "fields": plain_from_value(thing)}
    names: dict[str, Json] = {found: record.name_of(found) for found in ids if found is not None}
    if names:
        body["names"] = names
    tag: dict[str, Json] = {"type": "TextualBody", "purpose": "tagging", "format": "text/plain", "value": kind}
    annotation: dict[str, Json] = {
        "@context": CONTEXT,
        "id": f"{name}:{id}",
        "type": "Annotation",
        "motivation": "identifying" if kind in {"entity", "place"} else "describing",
        "body": [tag, body],
        "target": [_target(record, name, span) for span in spans] or name,
    }
    if record.made_by is not None:
        annotation["generator"] = {"type": "Software", "name": f"Readout {record.made_by.readout}"}
    return annotation


def _target(record: Record, name: str, span: Span) -> dict[str, Json]:
    """Select one span, in two ways that say the same."""
    text = record.report.text
    target: dict[str, Json] = {
        "type": "SpecificResource",
        "source": name,
        "selector": [
            {"type": "TextPositionSelector", "start": span.start, "end": span.end},
            {
                "type": "TextQuoteSelector",
                "exact": span.of(text),
                "prefix": text[max(0, span.start - _AROUND) : span.start],
                "suffix": text[span.end : span.end + _AROUND],
            },
        ],
    }
    if record.report.url is not None:
        target["scope"] = record.report.url
    return target
