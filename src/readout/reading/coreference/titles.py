# SPDX-License-Identifier: Apache-2.0
"""Find the titles beside names: in front of them, behind a comma, and joined to another by "and".

The words are looked at in their order and by their part of speech more than by the tree: a title is a run of nouns,
and a run of nouns is where a parser errs most.
"""

from __future__ import annotations

from itertools import pairwise

from readout.reading.coreference.allegiances import WordRange
from readout.reading.coreference.facts import singular_of
from readout.reading.coreference.roles import COUNTERPARTS, LINKS, MARKS, NOMINAL, describe, head_noun
from readout.reading.encoding import Encoding
from readout.reading.trees.syntax import Syntax
from readout.resources import country_named, find_office, honorific_named, office_named, office_state

__all__ = ["joined_title", "next_title", "title_after", "title_before"]

_NO_TITLE = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april june july august "
    "september october "
    "november december today yesterday tomorrow earlier later morning afternoon evening night week month year".split()
)
_LONGEST_TITLE = 10
_LONGEST_APPOSITION = 16


def title_before(encoding: Encoding, syntax: Syntax, name: int) -> WordRange | None:
    """Find the title in front of a name that begins at a word: "US Defense Secretary" Lloyd Austin.

    Returns:
        The words from its country or first noun on, article left out; None if what stands there is no title.
    """
    start = name
    while (
        start > 0
        and name - start < _LONGEST_TITLE
        and not encoding.line_starts[start]
        and _in_title(encoding, syntax, start - 1)
    ):
        start -= 1
    start = _trimmed(encoding, syntax, start, name)
    office = find_office(encoding.words, name)
    if office is not None and office.start < start and not any(encoding.line_starts[office.start + 1 : name + 1]):
        start = office.start  # whatever the tagger makes of "Prime"
    while start < name and not encoding.words[start][:1].isalnum():
        start += 1  # the stop of the sentence before
    end = name
    while end > start and encoding.words[end - 1] in {"[", "(", "“", '"'}:
        end -= 1
    if end - start > 1 and honorific_named(encoding.words[end - 1]) is not None and encoding.lower[end - 2] in LINKS:
        return None  # "a spokesman for Mr"
    end = _before_honorific(encoding, start, end)
    if end <= start or encoding.lower[end - 1] in LINKS | MARKS:
        return None
    start = _last_title(encoding, start, end)
    for at in range(start, end):
        # "In Kyiv President Zelenskyy said": a longer run may begin with words that are no part of the title.
        begins = at == start or encoding.lower[at - 1] not in LINKS | MARKS or _is_behind_plural(encoding, at)
        if begins and encoding.lower[at] not in LINKS and _is_title(encoding, syntax, at, end):
            return at, end
    return None


def _before_honorific(encoding: Encoding, start: int, end: int) -> int:
    """Return where a title ends that an honorific parts from its name: "DUP leader [Sir] Jeffrey Donaldson"."""
    last = encoding.words[end - 1] if end - start > 1 else ""
    is_apart = last[:1].isupper() and honorific_named(last) is not None and office_named(last) is None
    is_apart = is_apart and encoding.lower[end - 2] not in MARKS  # "as a candidate - Mrs. Clinton"
    return end - 1 if is_apart else end


def joined_title(encoding: Encoding, syntax: Syntax, title: int) -> WordRange | None:
    """Find the title that "and" joins with the one in front of a name: "Deputy Prime Minister" and Foreign Minister Ayman Safadi.

    Both are written alike, without an article: "the president and Foreign Minister Ayman Safadi" are two.
    """
    end = title - 1
    office = find_office(encoding.words, end) if encoding.lower[end:title] == ("and",) else None
    is_one = encoding.lower[end:title] == ("and",) and (
        _is_of_member(encoding, end) if office is None else not office.plural
    )
    found = title_before(encoding, syntax, end) if is_one else None
    if found is None or encoding.lower[max(0, found[0] - 1) : found[0]] in {("the",), ("a",), ("an",)}:
        return None
    is_alike = encoding.words[end - 1].istitle() == encoding.words[title].istitle()
    opens = found[0] == syntax.sentences[syntax.sentence_of[title]].start
    return found if is_alike or opens else None


def _is_of_member(encoding: Encoding, end: int) -> bool:
    """Tell whether "Member of …" in capitals ends at a word: "[Member of the Political Bureau] and Foreign Minister Wang Yi"."""
    front = encoding.words[max(0, end - _LONGEST_TITLE) : end]
    return any(one in _MEMBERS and two == "of" for one, two in pairwise(front))


_MEMBERS = frozenset("Member Head Director Chair Chairman Chairwoman Secretary".split())


def _last_title(encoding: Encoding, start: int, end: int) -> int:
    """Return where the title begins that stands right before a name: a spokesman for "EU foreign policy chief" Josep Borrell."""
    office = find_office(encoding.words, end)
    links = [w for w in range(start, end) if encoding.lower[w] in {"for", "to", "of"}]
    spoken_for = links and office is not None and office.office.kind == "office" and office.start > links[-1]
    return links[-1] + 1 if spoken_for else start


def _in_title(encoding: Encoding, syntax: Syntax, word: int) -> bool:
    lower = encoding.lower[word]
    if lower in _NO_TITLE:
        return False
    if _is_nominal(encoding, syntax, word) or lower in LINKS or lower in MARKS:
        return True
    if lower == "and":
        return _joins_charges(encoding, word)
    if lower == "to":  # "U.S. ambassador to Israel" Mike Huckabee
        return word > 0 and encoding.lower[word - 1] in _SENT_TO
    return lower == "the" and encoding.lower[word - 1] in LINKS | {"to"}


def _joins_charges(encoding: Encoding, word: int) -> bool:
    """Tell whether "and" joins what an officer is charged with: "Under Secretary for Arms Control [and] Security" Ana Lind."""
    at = word - 1
    while at > 0 and word - at < _CHARGES and encoding.words[at].istitle():
        at -= 1
    is_charge = 0 < at < word - 1 and encoding.lower[at] in LINKS and encoding.words[word + 1 : word + 2] != ()
    held = [w for w in range(max(0, at - _CHARGES), at) if encoding.lower[w] in _CHARGED]
    others = [
        w for w in encoding.words[word + 1 : word + _CHARGES] if office_named(w) is not None
    ]  # "and Minister Roy"
    return is_charge and bool(held) and not others and encoding.words[word + 1].istitle()


_CHARGES = 6  # words of an office, and of what it is charged with
_CHARGED = frozenset(
    "secretary minister commissioner general director representative adviser advisor coordinator".split()
)
_SENT_TO = frozenset("ambassador envoy representative emissary".split())


def _is_nominal(encoding: Encoding, syntax: Syntax, word: int) -> bool:
    """Tell whether a word may be in a title; "US" is a country whatever the tagger says, "acting" may be called a verb."""
    if syntax.upos[word] in NOMINAL:
        return True
    if syntax.is_relation(word, "amod", "compound") and office_state(encoding.lower[word]) in _HELD:
        return True
    return encoding.words[word].isupper() and country_named(encoding.words[word]) is not None


_HELD = frozenset({"acting", "outgoing", "incoming"})


def _trimmed(encoding: Encoding, syntax: Syntax, start: int, end: int) -> int:
    skipped = LINKS | MARKS | {"the"}
    while start < end and (encoding.lower[start] in skipped or not _is_nominal(encoding, syntax, start)):
        start += 1
    return start


def _is_title(encoding: Encoding, syntax: Syntax, start: int, end: int) -> bool:
    """Tell whether words are a title: the head noun is a person's, or an unknown one right before the name."""
    described = describe(encoding, syntax, start, end)
    if described is None:
        return False
    last = encoding.words[end - 1]
    if _is_common_plural(last) and not _are_holders(encoding, end):
        # "told reporters Austin left": several before one name are no title of it.
        return False
    head = head_noun(encoding, syntax, start, end)
    if head is not None and head < end - 1 and _is_common_plural(encoding.words[head]):
        return False  # "supporters of the president" are not who he is
    if described.office or described.noun in COUNTERPARTS:
        return True
    if described.is_person is not None:
        return described.is_person
    is_behind_verb = start > 0 and syntax.upos[start - 1] in {"ADP", "VERB", "SCONJ"}
    return syntax.upos[end - 1] == "NOUN" and last.islower() and last == described.noun and not is_behind_verb


def _are_holders(encoding: Encoding, end: int) -> bool:
    """Tell whether several names follow the plural of an office: "foreign ministers" Jan Novak and Petr Hora."""
    office, at = find_office(encoding.words, end), end
    if office is None or office.office.kind != "office":
        return False
    while at < len(encoding.words) and encoding.words[at][:1].isupper():
        at += 1
    listed = at > end and encoding.lower[at : at + 1] in {("and",), (",",)}
    return listed and at + 1 < len(encoding.words) and encoding.words[at + 1][:1].isupper()


def _is_behind_plural(encoding: Encoding, word: int) -> bool:
    """Tell whether a word stands behind several and "of": supporters of "Chile's president" Gabriel Boric."""
    return word > 1 and encoding.lower[word - 1] == "of" and _is_common_plural(encoding.words[word - 2])


def _is_common_plural(word: str) -> bool:
    return word.islower() and singular_of(word) != word


def title_after(encoding: Encoding, syntax: Syntax, end: int, *, opened: bool = False) -> WordRange | None:
    """Find the title that follows a name after a comma: Avril Haines, "the US director of national intelligence", said.

    It must end at a comma, a stop or "who"; a clause with a verb is no title.

    Args:
        encoding: The words.
        syntax: Their parts of speech.
        end: Word after the name.
        opened: Whether the title begins at that word, without a comma.
    """
    if end >= len(encoding.words) or (encoding.words[end] not in {",", "("} and not opened):
        return None
    at = start = end if opened else end + 1
    while at < len(encoding.words) and at - start < _LONGEST_APPOSITION and not encoding.line_starts[at]:
        if encoding.words[at] in {",", ".", ")", ";", ":", "—", "–"} or encoding.lower[at] in {"who", "whose", "and"}:
            break
        if syntax.upos[at] in {"VERB", "AUX", "PRON", "SCONJ"} and encoding.lower[at] not in {
            "his",
            "her",
            "its",
            "their",
        }:
            return None
        at += 1
    first = start + 1 if start < at and encoding.lower[start] in {"the", "a", "an"} else start
    if at <= first or syntax.upos[first] == "ADP" or (at < len(encoding.words) and encoding.line_starts[at]):
        return None
    described = describe(encoding, syntax, first, at)
    if described is None or not (described.office or described.is_person):
        return None
    return first, at


def next_title(encoding: Encoding, syntax: Syntax, first: WordRange) -> WordRange | None:
    """Find the title that "and" joins to one behind a name: a mayor "and a former prime minister of Estonia".

    Without an article, it is one person's: head of the party "and deputy prime minister", but not spokesman for the army
    "and defence minister".
    """
    end = first[1]
    if encoding.lower[end : end + 1] != ("and",):
        return None
    found = title_after(encoding, syntax, end + 1, opened=True)
    if found is None or found[0] > end + 1:
        return found
    described = describe(encoding, syntax, *found)
    if described is None or not described.office or _is_common_plural(encoding.words[found[1] - 1]):
        return None
    if encoding.lower[found[1] : found[1] + 1] == ("and",) or _is_named_behind(encoding, syntax, found[1]):
        return None
    is_anothers = _is_anothers(encoding, syntax, first) or (
        not described.past and _is_in_service(encoding, syntax, first)
    )
    return None if is_anothers else found


def _is_named_behind(encoding: Encoding, syntax: Syntax, comma: int) -> bool:
    """Tell whether a name follows an office: the mayor and Foreign Minister of Norland, "Ana Lima"."""
    return encoding.words[comma : comma + 1] == (",",) and syntax.upos[comma + 1 : comma + 2] == ("PROPN",)


def _is_in_service(encoding: Encoding, syntax: Syntax, title: WordRange) -> bool:
    """Tell whether a title says only whom somebody is for or against: "spokesman for the army", "a critic of the party"."""
    link = next((encoding.lower[w] for w in range(*title) if encoding.lower[w] in {*LINKS, "to"}), None)
    described = describe(encoding, syntax, *title) if link is not None else None
    if described is None:
        return False
    office = office_named(described.noun)
    if office is not None and office.kind == "profession":
        return link != "of"  # "lawyer for the bank", not "professor of law"
    return described.noun in _FOR_OR_AGAINST or (office is not None and office.kind == "speaker_for")


_FOR_OR_AGAINST = frozenset(
    "critic opponent rival enemy foe ally friend supporter backer challenger successor predecessor".split()
)


def _is_anothers(encoding: Encoding, syntax: Syntax, title: WordRange) -> bool:
    """Tell whether a title says whose somebody is, who has an office too: "adviser to the president", "the king's brother"."""
    links = [w for w in range(*title) if encoding.lower[w] in {*LINKS, "to", "with"} or encoding.lower[w] in MARKS]
    for link in links:
        described = describe(encoding, syntax, link + 1, title[1])
        if encoding.lower[link] in MARKS:
            described = describe(encoding, syntax, title[0], link)
        if described is not None and (described.office or described.is_person):
            return True
    return False
