# SPDX-License-Identifier: Apache-2.0
"""Who speaks by an office first and by name behind the quotation: "[The EU's envoy] was firm. “No deal,” [Ana Lima] said"."""

from __future__ import annotations

from readout.reading.coreference.discourse import Discourse
from readout.resources import country, cue_verb, holders_named

__all__ = ["join_named_behind"]

_SENTENCES = 2  # from the description to the name
_NEAR = 24  # mentions
_BLOCS = frozenset({"bloc", "union", "alliance"})
_FULL = 2  # words of a name that introduces somebody


def join_named_behind(discourse: Discourse) -> None:
    """Join an office of which nobody is named with the one who is quoted next, named there for the first time and with no title.

    Nobody else may be spoken of in between, so that there is nobody else who could be speaking.
    """
    for i, mention in enumerate(discourse.mentions):
        described = discourse.descriptions[i]
        if mention.form != "nominal" or described is None or not described.office or discourse.chains.is_named(i):
            continue
        if _speaks_alone(discourse, i) and (j := _quoted_next(discourse, i)) is not None:
            discourse.chains.join(j, i)


def _speaks_alone(discourse: Discourse, i: int) -> bool:
    """Tell whether one with an office says, welcomes or condemns something, outside of quotations."""
    facts, syntax, head = discourse.facts[i], discourse.syntax, discourse.mentions[i].head
    is_known = facts.definiteness in {"definite", "owned"} or _is_spokesman(discourse, i)
    is_one = facts.kind == "person" and facts.number == "one" and is_known
    verb = syntax.heads[head]
    speaks = syntax.is_relation(head, "nsubj") and _is_cue(discourse, verb)
    described = discourse.descriptions[i]
    is_landed = (described is not None and described.country is not None) or _is_of_bloc(discourse, i)
    return is_one and speaks and is_landed and not facts.is_other and discourse.quotations[head] < 0


def _quoted_next(discourse: Discourse, i: int) -> int | None:
    """Return the name of the first person named behind a description, if that one is quoted there and new to the report."""
    mentions, syntax, lines = discourse.mentions, discourse.syntax, discourse.encoding.line_numbers
    here, line = syntax.sentence_of[mentions[i].head], lines[mentions[i].head]
    for j in range(i + 1, min(i + _NEAR, len(mentions))):
        at = mentions[j].head
        if syntax.sentence_of[at] - here > _SENTENCES or lines[at] - line > 1:
            return None
        facts = discourse.facts[j]
        if facts.kind != "person" or mentions[j].form == "pronoun" or facts.number == "many" or discourse.holds(i, j):
            continue
        is_later = syntax.sentence_of[at] > here and mentions[j].form == "name" and _is_new(discourse, j)
        is_speaker = _is_quoted(discourse, j) or _tells_reporters(discourse, j)
        return j if is_later and is_speaker and _may_hold(discourse, i, j) else None
    return None


def _is_new(discourse: Discourse, j: int) -> bool:
    """Tell whether a name in full is the first of somebody in the report's text, of whom it says nothing else."""
    mention, lines = discourse.mentions[j], discourse.encoding.line_numbers
    members = discourse.some(j)
    told = any(lines[discourse.mentions[k].head] > 0 for k in members if k < j)
    said = any(one.office or one.is_person for k in members for one in discourse.said_of(k))
    words = discourse.encoding.lower[mention.end : mention.end + 2]
    has_age = len(words) > 1 and words[0] in {",", "("} and words[1].isdigit()
    return mention.end - mention.start >= _FULL and not told and not said and not has_age


def _is_spokesman(discourse: Discourse, i: int) -> bool:
    """Tell whether somebody only speaks for others, and so is named for nothing but that: "a UN spokesman said"."""
    return discourse.facts[i].noun in {"spokesman", "spokeswoman", "spokesperson"}


def _says(discourse: Discourse, j: int) -> bool:
    syntax, at = discourse.syntax, discourse.mentions[j].head
    return syntax.is_relation(at, "nsubj") and _is_cue(discourse, syntax.heads[at]) and discourse.quotations[at] < 0


def _is_quoted(discourse: Discourse, j: int) -> bool:
    """Tell whether somebody says, in a sentence that ends or begins with words in quotation marks."""
    syntax, at = discourse.syntax, discourse.mentions[j].head
    if not _says(discourse, j):
        return False
    sentence = syntax.sentences[syntax.sentence_of[at]]
    first = sentence.start  # “It was,” may be taken for a sentence of its own
    is_behind = first > 0 and not discourse.encoding.line_starts[first]
    return any(discourse.quotations[w] >= 0 for w in range(first - is_behind, sentence.end))


def _is_of_bloc(discourse: Discourse, i: int) -> bool:
    """Tell whether the office is of an organisation of states that only a noun names: "[the bloc's] foreign policy chief"."""
    mention = discourse.mentions[i]
    return not _BLOCS.isdisjoint(discourse.encoding.lower[mention.start : mention.head])


def _tells_reporters(discourse: Discourse, j: int) -> bool:
    """Tell whether somebody speaks to the press, as who speaks for others does: "Stephane Dujarric [told reporters]"."""
    verb = discourse.syntax.heads[discourse.mentions[j].head]
    told = discourse.encoding.lower[verb : verb + 2]
    return _says(discourse, j) and told[:1] == ("told",) and told[1:] in {("reporters",), ("journalists",)}


def _is_cue(discourse: Discourse, verb: int) -> bool:
    return cue_verb(discourse.encoding.lower[verb]) is not None


def _may_hold(discourse: Discourse, i: int, j: int) -> bool:
    """Tell whether the tables know the name as of the land or body of the office: others who are quoted next are witnesses.

    Who speaks for a body to the press need not be known, but not as of another land.
    """
    described = discourse.descriptions[i]
    known = {holder.country for holder in holders_named(discourse.texts[j])}
    land = None if described is None else described.country
    is_spokesman = _is_spokesman(discourse, i) and not known and _tells_reporters(discourse, j)
    is_known = land in known or (
        land is None and _is_of_bloc(discourse, i) and any(country(code) is None for code in known)
    )
    return (is_known or is_spokesman or _opens(discourse, i, j)) and discourse.chains.agrees(i, j)


def _opens(discourse: Discourse, i: int, j: int) -> bool:
    """Tell whether one speaks in the lead, and who is quoted next no table knows, and of whom nothing is said.

    Who has to be told of by a clause is a bystander: "said [Kari Lund], who runs a kiosk near the square".
    """
    lead = int(discourse.encoding.line_numbers[discourse.mentions[i].head]) <= _LEAD
    is_told_of = discourse.encoding.lower[discourse.mentions[j].end : discourse.mentions[j].end + 2] in _CLAUSES
    return lead and not is_told_of and not holders_named(discourse.texts[j])


_CLAUSES = ((",", "who"), (",", "whose"))
_LEAD = 1  # the number of the lead's line, behind a headline
