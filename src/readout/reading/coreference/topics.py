# SPDX-License-Identifier: Apache-2.0
"""Who is taken up by a description that tells something new: "Díaz said … The Galician politician went on".

Such a description is definite though nothing like it stands before; it is about whom the sentence before is about.
"""

from __future__ import annotations

from collections.abc import Sequence

from readout.reading.coreference.discourse import Discourse
from readout.reading.coreference.facts import OF_LIFE
from readout.reading.coreference.officekeys import is_trade
from readout.resources import country, country_of_adjective, holders_called, holders_named

__all__ = ["topic_meant"]

_NEAR = 24  # mentions of one sentence


def topic_meant(discourse: Discourse, i: int) -> int | None:
    """Return the person whom the sentence before is about, for a description of who somebody is by life or trade.

    Args:
        discourse: The mentions of the report.
        i: A description with "the".
    """
    mentions, syntax = discourse.mentions, discourse.syntax
    if not _is_of_subject(discourse, i):
        return None
    if not _is_of_life(discourse, i):
        return _only_one_before(discourse, i) if _is_of_past(discourse, i) else None
    if _is_of_age(discourse, i) and discourse.encoding.line_starts[mentions[i].start]:
        return _only_one_before(discourse, i)
    here = syntax.sentence_of[mentions[i].head]
    lines = discourse.encoding.line_numbers
    for sentence in (here, here - 1):
        near = [j for j in range(max(0, i - _NEAR), i) if syntax.sentence_of[mentions[j].head] == sentence]
        near = [j for j in near if lines[mentions[j].head] == lines[mentions[i].head]]
        found = _subject(discourse, near)
        if found is not None:
            fits = discourse.chains.is_named(found) and discourse.chains.agrees(i, found)
            is_same = fits and not discourse.is_clause_mate(i, found) and _lands_fit(discourse, i, found)
            return found if is_same else None
    return None


def _only_one_before(discourse: Discourse, i: int) -> int | None:
    """Return the only person of the sentence before whom a description fits, if a verb there is said of that person.

    A sentence that opens a paragraph goes on from the last of the paragraph above.
    """
    mentions, syntax, lines = discourse.mentions, discourse.syntax, discourse.encoding.line_numbers
    start, before = mentions[i].start, syntax.sentence_of[mentions[i].head] - 1
    opens = bool(discourse.encoding.line_starts[start])
    near = [j for j in range(max(0, i - _NEAR), i) if syntax.sentence_of[mentions[j].head] == before]
    back = {int(lines[start] - lines[mentions[j].head]) for j in near}
    if syntax.sentences[before + 1].start != start or not near or back != {int(opens)}:
        return None
    persons = [j for j in near if discourse.facts[j].kind == "person" and discourse.facts[j].person in {0, 3}]
    persons = [j for j in persons if discourse.facts[j].number != "many" and _lands_fit(discourse, i, j)]
    found = _subject(discourse, persons)
    persons = [j for j in persons if mentions[j].form != "pronoun" and not _owns_only(discourse, j)]
    chain = None if found is None else discourse.chains.of(found)
    if (
        found is None
        or not {discourse.chains.of(j) for j in persons} <= {chain}
        or not discourse.chains.is_named(found)
    ):
        return None
    fits = discourse.chains.agrees(i, found) and not discourse.holds(i, found)
    fits = fits and not _is_known_otherwise(discourse, i, found) and not _is_another_by_pronoun(discourse, i, found)
    return found if fits and _is_new_of(discourse, i, found) else None


def _is_known_otherwise(discourse: Discourse, i: int, j: int) -> bool:
    """Tell whether the tables know somebody as of another state than a description, or as who holds its office now."""
    described = discourse.descriptions[i]
    if described is None or described.country is None:
        return False
    texts = {discourse.texts[k] for k in discourse.some(j) if discourse.mentions[k].form == "name"}
    known = [holder for text in texts for holder in holders_named(text) or holders_called(text)]
    states = {holder.country for holder in known if country(holder.country) is not None}
    holds_now = any(
        term.last is None and holder.country == described.country and term.office == described.office
        for holder in known
        for term in holder.terms
    )
    return holds_now or (bool(states) and described.country not in states)


def _is_another_by_pronoun(discourse: Discourse, i: int, j: int) -> bool:
    """Tell whether a pronoun says that a description is of another: "[The former premier] agreed with her", "said she was glad"."""
    mentions, syntax, facts = discourse.mentions, discourse.syntax, discourse.facts
    verb, known = syntax.heads[mentions[i].head], discourse.chains.gender(j)
    for k in range(i + 1, min(i + _NEAR, len(mentions))):
        head = mentions[k].head
        if syntax.sentence_of[head] != syntax.sentence_of[mentions[i].head]:
            return False
        if mentions[k].form != "pronoun" or not facts[k].gender or discourse.encoding.lower[head].endswith("self"):
            continue
        above = syntax.heads[head]
        if above == verb and syntax.is_relation(head, "obj", "iobj", "obl"):
            return True
        is_said = (
            syntax.is_relation(head, "nsubj") and syntax.is_relation(above, "ccomp") and syntax.heads[above] == verb
        )
        if is_said and known and facts[k].gender != known:
            return True
    return False


def _owns_only(discourse: Discourse, j: int) -> bool:
    """Tell whether somebody is only named to say whose another is: "[Guterres]'s envoy ended her mission"."""
    behind = discourse.encoding.lower[discourse.mentions[j].end : discourse.mentions[j].end + 1]
    return discourse.mentions[j].form == "name" and behind in {("'s",), ("’s",)}


def _is_new_of(discourse: Discourse, i: int, j: int) -> bool:
    """Tell whether somebody may once have been what a description says: not who is that now, nor a minister a former president."""
    described = discourse.descriptions[i]
    if described is None or not described.past or not described.office:
        return True
    said = [one for member in discourse.some(j) for one in discourse.said_of(member) if one.office and not one.past]
    if any(one.office == described.office for one in said):
        return False
    is_high = not _HIGH.isdisjoint(described.office.split())
    return described.country is not None or not is_high or not said


_HIGH = frozenset("president minister chancellor king queen emir sultan leader".split())


def _is_of_past(discourse: Discourse, i: int) -> bool:
    """Tell whether a description says what one person once was: "the former Norwegian premier", "the ex-banker"."""
    facts, mention, lower = discourse.facts[i], discourse.mentions[i], discourse.encoding.lower
    is_one = facts.kind == "person" and facts.number != "many" and not facts.is_other
    return is_one and lower[mention.start] == "the" and not _ONCE.isdisjoint(lower[mention.start : mention.head])


_ONCE = frozenset({"former", "ex", "one-time", "onetime", "erstwhile", "retired"})


def _is_of_age(discourse: Discourse, i: int) -> bool:
    """Tell whether a description gives somebody's age: "the 74-year-old neurosurgeon"."""
    mention, lower = discourse.mentions[i], discourse.encoding.lower
    return any(lower[w] == "old" and lower[w - 1] == "-" for w in range(mention.start + 1, mention.head + 1))


def _is_of_subject(discourse: Discourse, i: int) -> bool:
    """Tell whether a description is the subject of its clause or owns it."""
    syntax, head = discourse.syntax, discourse.mentions[i].head
    head = syntax.heads[head] if syntax.is_relation(head, "nmod:poss") else head
    return syntax.is_relation(head, "nsubj", "nsubj:pass")


def _lands_fit(discourse: Discourse, i: int, j: int) -> bool:
    """Tell whether a description is not of another state than somebody; whoever serves an organisation is of some state too."""
    described = discourse.descriptions[i]
    states = {code for code in discourse.countries(j) if country(code) is not None}
    return described is None or described.country is None or not states or described.country in states


def _subject(discourse: Discourse, near: Sequence[int]) -> int | None:
    """Return the first person who is the subject of a verb, its appositions aside."""
    for j in near:
        head = discourse.mentions[j].head
        is_person = discourse.facts[j].kind == "person" and discourse.facts[j].person not in {1, 2}
        is_quoted = discourse.quotations[head] >= 0
        if is_person and not is_quoted and discourse.syntax.is_relation(head, "nsubj", "nsubj:pass"):
            return j
    return None


def _is_of_life(discourse: Discourse, i: int) -> bool:
    """Tell whether a description says what one person is by birth, age or trade, not what part one plays in what is told."""
    facts, mention, lower = discourse.facts[i], discourse.mentions[i], discourse.encoding.lower
    if facts.kind != "person" or facts.number == "many" or facts.definiteness != "definite" or facts.is_other:
        return False
    if lower[mention.start] != "the" or lower[mention.head + 1 : mention.head + 2] in _MORE:
        return False
    before = range(mention.start + 1, mention.head)
    if any(lower[w] in OF_LIFE and lower[w - 1] == "-" for w in (*before, mention.head)):
        return True
    if any(country_of_adjective(discourse.encoding.words[w]) is not None for w in before):
        return is_trade(facts.noun) or facts.noun in _OF_BIRTH
    return facts.noun in _BEINGS


_MORE = (("of",), ("who",), ("whose",), ("for",), ("in",), ("at",), ("that",))
_OF_BIRTH = frozenset("national native citizen leader strongman".split())
# What somebody is wherever he or she goes; a driver or doctor comes into a report by what is done there.
_BEINGS = frozenset(
    "billionaire millionaire oligarch tycoon magnate mogul financier industrialist philanthropist politician statesman stateswoman "
    "cleric theologian novelist poet playwright laureate singer rapper actor actress comedian "
    "sexagenarian septuagenarian octogenarian nonagenarian centenarian".split()
)
