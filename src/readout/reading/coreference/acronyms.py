# SPDX-License-Identifier: Apache-2.0
"""Acronyms in brackets: what stands behind a body's name is that body, whatever else a table knows by those letters.

"The Movement Toward Socialism (MAS)" is no monetary authority, and its letters are those of another language.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from readout.reading.coreference.identities import Identity
from readout.reading.coreference.mentions import Mention
from readout.reading.coreference.names import is_acronym_of, is_in_letters
from readout.reading.encoding import Encoding
from readout.resources import body_named, country_named, fold_name, igo_named

__all__ = ["bracketed", "settle_acronyms"]

_LONGEST = 7  # letters
_SHORTEST = 2


def bracketed(encoding: Encoding, mentions: Sequence[Mention]) -> Iterator[tuple[int, int]]:
    """Yield the number of a body's name and that of the acronym given right behind it, in brackets or by "or" and "known as"."""
    names = [i for i, m in enumerate(mentions) if m.form == "name"]
    for at, j in enumerate(names[1:], start=1):
        short, text = mentions[j], mentions[j].span.of(encoding.text)
        is_short = " " not in text and is_in_letters(text) and _SHORTEST <= len(text) <= _LONGEST  # "CSP-DPA" too
        if not is_short or country_named(text) is not None:
            continue
        for i in names[max(0, at - 2) : at]:
            body = mentions[i]
            is_body = body.type == "organisation" and body.end - body.start >= _SHORTEST
            if is_body and _gives(encoding, body, short):
                yield i, j
                break


def _gives(encoding: Encoding, body: Mention, short: Mention) -> bool:
    """Tell whether the words behind a body's name say that an acronym is its: "Front for Concord in Chad (FACT)", ", or ELN,"."""
    end = body.end
    between, behind = encoding.lower[end : short.start], encoding.words[short.end : short.end + 1]
    if between[-1:] == ("(",):
        is_of_land = len(between) == 3 and between[0] in {"in", "of", "for"} and encoding.words[end + 1][:1].isupper()
        return behind == (")",) and (len(between) == 1 or is_of_land)
    is_beside = (
        between == (",", "the") and behind == (",",) and encoding.words[short.end + 1 : short.end + 2] != ("and",)
    )
    follows = encoding.words[short.end + 1 : short.end + 2]
    if is_beside and follows and follows[0].islower() and follows[0] not in _GOING_ON:
        return not _are_known_apart(encoding, body, short)  # "the Socialist Party, the PSOE, on Saturday"
    is_or = between == (",", "or") and behind in {(",",), (".",), (";",), (":",), ("by",)}
    return (
        is_or
        or (len(between) < _FEW and between[-2:] in {("known", "as"), ("acronym",), ("initials",)})
        or (len(between) < _FEW and between[-1:] in {("acronym",), ("initials",)})
    )


def _are_known_apart(encoding: Encoding, body: Mention, short: Mention) -> bool:
    """Tell whether the tables know letters as another body's: "the Labour Party, the [SNP], on Friday"."""
    letters = short.span.of(encoding.text)
    initials = {word[0] for word in encoding.words[body.start : body.end] if word[0].isupper()}
    return (body_named(letters) or igo_named(letters)) is not None and not initials <= set(letters)


_FEW = 7  # words between
_GOING_ON = frozenset("a an the several many some other others two three both which who".split())


def settle_acronyms(
    encoding: Encoding, mentions: Sequence[Mention], texts: Sequence[str], identities: Sequence[Identity | None]
) -> list[Identity | None]:
    """Give acronyms, wherever they stand, what is known of the body that the report spells out.

    Returns:
        The identities; of an acronym whose body no table knows, and that shares no word with what a table knows by its
        letters, none.
    """
    told = _described(encoding, mentions, texts, identities)
    for i, j in bracketed(encoding, mentions):
        one, other = identities[i], identities[j]
        if other is None or (one is not None and one.key == other.key):
            continue
        words = set(fold_name(texts[i]).split())
        if one is not None or not words & set(other.head.split()):
            told.setdefault(texts[j], one)
    named = zip(mentions, texts, identities, strict=True)
    found = [told[text] if m.form == "name" and text in told else one for m, text, one in named]
    spelled = _spelled_out(mentions, texts, found)
    found = [
        spelled[text] if text in spelled and not _is_used_as_outlet(encoding, m) else one
        for m, text, one in zip(mentions, texts, found, strict=True)
    ]
    armed = {
        one.key
        for m, one in zip(mentions, found, strict=True)
        if one is not None and one.sector in _OF_STATES and _is_called_armed(encoding, m)
    }
    return [None if one is not None and one.key in armed else one for one in found]


def _described(
    encoding: Encoding, mentions: Sequence[Mention], texts: Sequence[str], identities: Sequence[Identity | None]
) -> dict[str, Identity | None]:
    """Return the acronyms in brackets that are the first letters of a description before them, where a table has another body.

    "The multinational security support mission (MSS)" is no ministry of state security.
    """
    found: dict[str, Identity | None] = {}
    for mention, text, identity in zip(mentions, texts, identities, strict=True):
        at = mention.start - 1
        is_given = at > 0 and encoding.words[at] == "(" and encoding.words[mention.end : mention.end + 1] == (")",)
        if identity is None or not is_given or not text.isupper() or not _SHORTEST <= len(text) <= _LONGEST:
            continue
        first = at
        while first > 0 and at - first < _LONGEST and encoding.words[first - 1].isalpha():
            first -= 1
        before, known = encoding.lower[first:at], set(identity.head.split()) - _SMALL
        is_spelled = any(_opens_with(text.lower(), before[k:]) for k in range(len(before) - 1))
        if is_spelled and len(known.intersection(before)) * 2 <= len(known):
            found[text] = None
    return found


def _opens_with(letters: str, words: Sequence[str]) -> bool:
    """Tell whether letters are the first of words, one by one, of which the last may have none."""
    initials = "".join(word[0] for word in words if word not in _SMALL)
    return len(initials) - len(letters) in {0, 1} and initials.startswith(letters)


_SMALL = frozenset({"of", "the", "and", "for", "in", "on", "to"})


def _spelled_out(
    mentions: Sequence[Mention], texts: Sequence[str], identities: Sequence[Identity | None]
) -> dict[str, Identity | None]:
    """Return by letters that several have the body that the report names in full: AFP of the Philippines, the MoD of Russia."""
    shared = {
        text
        for m, text, one in zip(mentions, texts, identities, strict=True)
        if m.form == "name" and is_in_letters(text) and one is not None and (one.sector == "MED" or one.is_assumed)
    }
    found: dict[str, Identity | None] = {}
    for m, text, one in zip(mentions, texts, identities, strict=True):
        is_body = m.form == "name" and m.type == "organisation" and (one is None or one.sector != "MED")
        if shared and is_body and len(text.split()) > _SHORTEST:
            found.update({short: one for short in shared if short not in found and is_acronym_of(short, text)})
    return found


def _is_used_as_outlet(encoding: Encoding, mention: Mention) -> bool:
    """Tell whether letters stand where an agency does: in brackets, told something, or at work: "AFP could not reach him"."""
    before, behind = (
        encoding.lower[max(0, mention.start - 1) : mention.start],
        encoding.lower[mention.end : mention.end + 2],
    )
    is_signed = before == ("(",) and behind[:1] in {(")",), ("/",)}
    return is_signed or before == ("told",) or behind == ("could", "not") or not _AT_WORK.isdisjoint(behind[:1])


_AT_WORK = frozenset(
    "reported reports journalist journalists correspondent correspondents reporter reporters photographer tally".split()
)
_OF_STATES = frozenset({"GOV", "MIL"})
_ARMED = frozenset("militia rebels insurgents guerrillas militants".split())


def _is_called_armed(encoding: Encoding, mention: Mention) -> bool:
    """Tell whether an apposition says that an acronym is that of an armed group: "the [ADF], another armed group"."""
    text, end = encoding.words[mention.start], mention.end
    if mention.form != "name" or not text.isupper() or encoding.lower[end : end + 1] != (",",):
        return False
    behind = encoding.lower[end + 1 : end + 6]
    if not behind or behind[0] not in {"a", "an", "another", "the"}:
        return False
    is_group = any(pair in {("armed", "group"), ("rebel", "group"), ("militant", "group")} for pair in pairwise(behind))
    return is_group or not _ARMED.isdisjoint(behind[1:4])
