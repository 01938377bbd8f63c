# SPDX-License-Identifier: Apache-2.0
"""Which country, organisation or outlet a name or a description of a body stands for, by the tables."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from readout.reading.coreference.allegiances import Allegiance, allegiance_of, capital_behind, land_in_front
from readout.reading.coreference.bodies import is_insurgent
from readout.reading.coreference.facts import names_vessel
from readout.reading.coreference.loosenouns import has_usual_sector
from readout.reading.coreference.mentions import Mention
from readout.reading.coreference.metonyms import is_government
from readout.reading.coreference.names import organisation_words, without_brackets
from readout.reading.coreference.networks import is_other_network
from readout.reading.coreference.roles import Description
from readout.reading.encoding import Encoding
from readout.reading.trees.syntax import Syntax
from readout.resources import (
    Body,
    Outlet,
    body_named,
    country,
    country_named,
    country_of_adjective,
    country_of_capital,
    country_of_part,
    fold_name,
    igo_named,
    outlet_named,
    sector_of_noun,
)

__all__ = [
    "Identity",
    "identify",
    "is_adjective",
    "is_office_of_state",
    "is_state",
    "settle_assumed",
    "settle_bodies",
    "settle_namesakes",
]

_LONGEST_ACRONYM = 6
_LONGEST_DATELINE = 9  # words before the agency: "ADDIS ABABA, Ethiopia, Sept. 15, 2024"
_ARMED = frozenset("military forces force troops army armed".split())
_BRANCHES = frozenset("air space navy marine border special delta quds task guard".split())
_OUTLETS = frozenset(
    "agency newspaper paper broadcaster magazine daily weekly station channel network website outlet television "
    "radio".split()
)
_EVERYWHERE = frozenset(
    {"security council", "human rights council", "general assembly", "supreme court", "court of justice"}
)
_STATE_BODIES = frozenset(
    "ministry department government parliament army navy embassy cabinet administration military court police congress "
    "senate assembly tribunal palace treasury".split()
)


@dataclass(frozen=True, slots=True)
class Identity:
    """What the tables know of a name or a description of a body.

    Attributes:
        key: Equal for all names of the same.
        name: The table's name; None where the words themselves are the name.
        type: The type that this makes the entity.
        is_assumed: Whether other countries have a body of that name, and the words say nothing of this one's.
    """

    key: str
    name: str | None
    type: str
    country: str | None
    sector: str | None
    head: str = ""
    is_assumed: bool = False


def settle_assumed(
    identities: Sequence[Identity | None], described: Sequence[Description | None] = ()
) -> Callable[[Description | Identity], bool]:
    """Return a function that tells whether an assumed country does not hold, for the report names other countries more often.

    "Congress" alone is that of the United States in a report on them; in one on Brazil nobody knows without more words. Whom
    the titles of a report name tells of its offices, but not of a parliament that a guest speaks to.
    """
    told = (one for one in identities if one is not None and not one.is_assumed)
    named = Counter(
        one.country for one in told if not one.key.startswith("outlet:")
    )  # whom a report cites is not its matter
    titled = named + Counter(one.country for one in described if one is not None and not one.assumed)
    for counts in (named, titled):
        del counts[None]

    def is_wrong(one: Description | Identity) -> bool:
        counts = named if one.sector == "LEG" else titled
        # An office is more often that of the state one thinks of first; several have a Foreign Office.
        if isinstance(one, Description) and one.is_person and "foreign office" not in one.title.lower():
            return one.assumed and bool(counts) and one.country not in counts
        is_assumed = one.is_assumed if isinstance(one, Identity) else one.assumed
        return is_assumed and counts[one.country] < max(counts.values(), default=0)

    return is_wrong


def settle_namesakes(
    encoding: Encoding, mentions: Sequence[Mention], texts: Sequence[str], identities: Sequence[Identity | None]
) -> list[Identity | None]:
    """Take "Georgia" for the American state in a report that tells so, and that names nothing of the country or around it.

    It tells so by other states, by the state's towns, or by an office that only states have: "Georgia's governor".
    """
    if _GEORGIA not in identities:
        return list(identities)
    countries = {one.country for one in identities if one is not None and one.key != _GEORGIA.key}
    if countries & _NEAR_GEORGIA:  # both may be spoken of: "Georgia's governor flew to Tbilisi"
        pairs = zip(mentions, identities, strict=True)
        return [_STATE if one == _GEORGIA and _has_office_of_state(encoding, m) else one for m, one in pairs]
    states = {text for text in texts if (part := country_of_part(text)) is not None and part.iso3 == "USA"}
    named = (m for m, one in zip(mentions, identities, strict=True) if one == _GEORGIA)
    is_told = len(states) >= _STATES or any(text.lower() in _TOWNS for text in texts)
    is_told = is_told or any(_has_office_of_state(encoding, mention) for mention in named)
    return [_STATE if is_told and one == _GEORGIA else one for one in identities]


def is_state(identity: Identity | None) -> bool:
    """Tell whether an identity is that of the American state that has a country's name."""
    return identity == _STATE


def is_office_of_state(title: str) -> bool:
    """Tell whether an office is one that only American states have."""
    return tuple(title.lower().split()) in _OFFICES_OF_STATES


def _has_office_of_state(encoding: Encoding, mention: Mention) -> bool:
    """Tell whether an office that only American states have stands beside a name."""
    at = mention.end + (encoding.lower[mention.end : mention.end + 1] in {("'s",), ("’s",)})
    behind = encoding.lower[at : at + 3]
    before = encoding.lower[max(0, mention.start - 2) : mention.start]
    is_behind = any(tuple(behind[: len(office)]) == office for office in _OFFICES_OF_STATES)
    return is_behind or (before[1:] == ("of",) and (before[0],) in _OFFICES_OF_STATES)


def settle_bodies(
    mentions: Sequence[Mention], texts: Sequence[str], identities: Sequence[Identity | None]
) -> list[Identity | None]:
    """Take "the Ministry of Commerce" for the one body of a state that the report names with its country and the same words."""
    known: dict[str, set[Identity]] = {}
    for identity in identities:
        if identity is not None and identity.key.startswith("state:"):
            known.setdefault(identity.key.rpartition(":")[2], set()).add(identity)

    def of(mention: Mention, text: str) -> Identity | None:
        if not known or mention.form != "name" or mention.type != "organisation":
            return None
        words = [_MINISTRIES.get(w, w) for w in organisation_words(text)]
        found = known.get(" ".join(sorted(words)), set()) if _STATE_BODIES & set(words) else set()
        return next(iter(found)) if len({one.key for one in found}) == 1 else None

    def settled(mention: Mention, text: str, identity: Identity | None) -> Identity | None:
        if identity is not None and identity.country is not None and not identity.is_assumed:
            return identity
        told = of(mention, text)  # "Congress", where the report speaks of Peru's
        is_same = told is None or (identity is not None and told.country == identity.country)
        return identity if is_same else told

    return [settled(*each) for each in zip(mentions, texts, identities, strict=True)]


def is_adjective(encoding: Encoding, syntax: Syntax, mention: Mention) -> bool:
    """Tell whether a name is only the adjective of another noun: "Russian" forces, but not "US" officials."""
    text = without_brackets(mention.span.of(encoding.text))
    if country_of_adjective(text) is None or country_named(text) is not None:
        return False
    plural = text.endswith("s") or (
        mention.start > 0 and encoding.lower[mention.start - 1] == "the" and syntax.upos[mention.head] == "NOUN"
    )
    following = syntax.upos[mention.end] if mention.end < len(encoding.words) else "PUNCT"
    return not plural or following in {"NOUN", "PROPN", "ADJ"}


def identify(encoding: Encoding, syntax: Syntax, mention: Mention, text: str, kind: str) -> Identity | None:
    """Find what the tables know of a name, or of a description of a body ("the Russian defence ministry")."""
    if mention.form == "pronoun" or names_vessel(encoding, mention):
        return None
    is_agency = mention.form == "name" and mention.end == mention.start + 1 and _is_dateline_agency(encoding, mention)
    if _is_known(text) or is_agency or (mention.form == "name" and kind != "person"):
        return _identify_name(encoding, syntax, mention, text)
    if mention.form != "nominal":
        return None
    return _identify_people(encoding, syntax, mention) or _identify_phrase(encoding, mention, text, kind)


@lru_cache(maxsize=16_384)
def _is_known(text: str) -> bool:
    """Tell whether a table is surer than the model that a capitalised name is no person's."""
    if not text[:1].isupper() or (text.isupper() and len(text) > _LONGEST_ACRONYM):
        return False
    if text.isupper() and outlet_named(text) is not None:
        return True
    if country_named(text) is not None or country_of_capital(text) is not None or igo_named(text) is not None:
        return True
    body = body_named(text)
    if body is not None:
        of_many = text.isupper() or text.endswith("s")  # "GOP", "Democrats", but not "Labour"
        return body.kind in {"seat", "ministry", "parliament", "agency"} or (body.kind == "party" and of_many)
    return " " in text and outlet_named(text) is not None


def _identify_name(encoding: Encoding, syntax: Syntax, mention: Mention, text: str) -> Identity | None:
    if text.isupper() and (agency := outlet_named(text)) is not None and agency.kind == "agency":
        return _outlet_identity(agency)  # SANA is no capital
    land = country_named(text)
    if land is not None:
        return _of_country(land.iso3)
    people = country_of_adjective(text)
    if people is not None:
        return _of_country(people.iso3) if _is_people(encoding, mention, text) else None
    capital = country_of_capital(text)
    if capital is not None:
        if is_government(encoding, syntax, mention):
            return _of_country(capital.iso3)
        return Identity(f"city:{fold_name(text)}", None, "place", capital.iso3, None)
    return _of_body(encoding, syntax, mention, text)


def _is_people(encoding: Encoding, mention: Mention, text: str) -> bool:
    """Tell whether a demonym means a government: "the Russians", but not "two Russians"."""
    return text.endswith("s") and mention.start > 0 and encoding.lower[mention.start - 1] == "the"


def _of_country(iso3: str) -> Identity:
    land = country(iso3)
    return Identity(f"country:{iso3}", land.name if land is not None else iso3, "place", iso3, "GOV")


_GEORGIA = _of_country("GEO")
_STATE = Identity("part:georgia", None, "place", "USA", None)
_NEAR_GEORGIA = frozenset({"GEO", "ARM", "AZE", "RUS"})
_STATES = 2  # American states named beside
_TOWNS = frozenset({"atlanta", "savannah", "fulton county", "cobb county"})
_OFFICES_OF_STATES = frozenset(
    tuple(office.split())
    for office in (
        "governor",
        "gov.",
        "gov",
        "lieutenant governor",
        "secretary of state",
        "attorney general",
        "general assembly",
    )
)


def _of_body(encoding: Encoding, syntax: Syntax, mention: Mention, text: str) -> Identity | None:
    union = igo_named(text)
    if union is not None and not (fold_name(text) in _EVERYWHERE and _is_of_state(encoding, mention)):
        return Identity(f"igo:{union.code}", None, "organisation", union.code, union.sector, fold_name(union.name))
    body = body_named(text)
    if body is not None and (body.shared or body.country is None) and body.kind != "armed group":
        state = _of_state_body(encoding, mention)
        if state is not None:
            return state
    if (
        body is not None
        and body.kind == "ministry"
        and (owner := _owner(encoding, mention)) not in {None, body.country}
    ):
        key = f"state:{owner}:{fold_name(body.name)}"  # "Pakistan's Foreign Office" is not the British one
        return Identity(key, None, "organisation", owner, body.sector, fold_name(body.name))
    if body is not None:
        if body.kind == "seat" and body.country is not None and is_government(encoding, syntax, mention):
            return _of_country(body.country)
        is_told = country_named(text.split()[0]) is not None and " " in text  # "US Congress"
        return replace(_of_table(body), is_assumed=body.shared and not is_told)
    if mention.form == "name" and not is_insurgent(text) and (state := _of_state_body(encoding, mention)) is not None:
        return state
    outlet = outlet_named(text)
    if outlet is not None:
        return _outlet_identity(outlet)
    if mention.form == "name" and _is_dateline_agency(encoding, mention):
        return Identity(f"outlet:{text}", None, "organisation", None, "MED", f"{fold_name(text)} news agency")
    return None


def _in_front(encoding: Encoding, start: int) -> int:
    """Return the first of the three words before a name that are of its sentence."""
    first = start
    while first > max(0, start - 3) and not encoding.line_starts[first] and encoding.words[first - 1] not in _ENDING:
        first -= 1
    return first


_ENDING = frozenset('.!?;:”"')


def _owner(encoding: Encoding, mention: Mention) -> str | None:
    """Return the country that stands right in front of a body's name."""
    side = allegiance_of(encoding, _in_front(encoding, mention.start), mention.start)
    is_beside = side is not None and side.kind == "country" and side.words[1] >= mention.start - 1
    return side.country if side is not None and is_beside else None


def _is_dateline_agency(encoding: Encoding, mention: Mention) -> bool:
    """Tell whether a name stands in brackets in a dateline: "LIMA, May 4 (Interpress) -"."""
    start, end = mention.start, mention.end
    if not start or encoding.words[start - 1] != "(" or encoding.words[end : end + 1] != (")",):
        return False
    line = encoding.lines[encoding.line_numbers[start]][0]
    before = encoding.words[line : start - 1]
    is_place = bool(before) and before[0].isupper() and len(before) <= _LONGEST_DATELINE
    return is_place and encoding.words[end + 1 : end + 2] in {("-",), ("–",), ("—",)}


def _is_of_state(encoding: Encoding, mention: Mention) -> bool:
    """Tell whether a country owns a body of a name that many have: "Norland's Security Council" is not the UN's."""
    side = allegiance_of(encoding, _in_front(encoding, mention.start), mention.end)
    return side is not None and side.kind == "country" and side.words[1] >= mention.start - 1


def _of_table(body: Body) -> Identity:
    """Return a body's identity; a country's forces are one, and so is its defence ministry, under all their names.

    A branch of them is not the whole, nor is a militia: Sudan's Rapid Support Forces fight its army.
    """
    key = f"body:{body.name}"
    words = set(organisation_words(body.name))
    if (
        (body.kind, body.sector) == ("army", "MIL")
        and body.country is not None
        and words & _ARMED
        and not words & _BRANCHES
    ):
        key = f"military:{body.country}"
    if (body.kind, body.sector) == ("ministry", "MIL"):
        key = f"state:{body.country}:defence ministry"
    return Identity(key, None, "organisation", body.country, body.sector, fold_name(body.name))


def _identify_people(encoding: Encoding, syntax: Syntax, mention: Mention) -> Identity | None:
    """Take "the Iranians" for their state, but not "two Iranians" or "the Iranians who fled"."""
    head = mention.head
    before = encoding.lower[head - 1] if head else ""
    if before != "the" or mention.end != head + 1 or not encoding.words[head].endswith("s"):
        return None
    land = country_of_adjective(encoding.words[head])
    if land is None or syntax.children(head, "acl", "acl:relcl", "nmod", "nummod", "amod"):
        return None
    return _of_country(land.iso3)


def _identify_phrase(encoding: Encoding, mention: Mention, text: str, kind: str) -> Identity | None:
    noun = encoding.lower[mention.head]
    if noun == "side":
        side = allegiance_of(encoding, mention.start, mention.head)
        return (
            _of_country(side.country)
            if side is not None and side.kind == "country" and side.country is not None
            else None
        )
    if kind not in {"organisation", "group"}:
        return None
    body = body_named(text)
    if body is not None and body.country is not None and not body.shared:
        return _of_table(body)
    return _of_state_body(encoding, mention) or _of_outlet(encoding, mention) or _of_armed_group(encoding, mention)


def _of_armed_group(encoding: Encoding, mention: Mention) -> Identity | None:
    """Know an armed group within a description of it: "the Rwanda-backed M23 rebel group", "the Houthi movement"."""
    if encoding.lower[mention.head] not in _GROUPS:
        return None
    end = mention.head
    while end > mention.start and encoding.lower[end - 1] in _REBELS:
        end -= 1
    for start in range(mention.start, end):
        body = body_named(encoding.span(start, end).of(encoding.text)) if encoding.words[start][:1].isupper() else None
        if body is not None and body.sector in _ARMED_SECTORS and not body.shared:
            return _of_table(body)
    return None


_GROUPS = frozenset({"group", "movement", "militia", "alliance", "organisation", "organization"})
_REBELS = frozenset("rebel rebels militant armed insurgent jihadist islamist guerrilla political -".split())
_ARMED_SECTORS = frozenset({"REB", "UAF", "PRM"})


def _of_outlet(encoding: Encoding, mention: Mention) -> Identity | None:
    """Know an outlet within a description of it: "Russia's TASS news agency", "the newspaper Le Monde"."""
    if encoding.lower[mention.head] not in _OUTLETS:
        return None
    for start in range(mention.start, mention.end):
        for end in range(mention.end, start, -1):
            outlet = outlet_named(encoding.span(start, end).of(encoding.text))
            if outlet is not None and encoding.words[start][:1].isupper():
                return _outlet_identity(outlet)
    return None


def _outlet_identity(outlet: Outlet) -> Identity:
    kind = "news agency" if outlet.kind == "agency" else outlet.kind
    head = f"{fold_name(outlet.name)} {kind}"
    return Identity(
        f"outlet:{outlet.name}", None, "organisation", outlet.country, "MED", head, is_assumed=outlet.shared
    )


_MINISTRIES = {"department": "ministry"}


def _of_state_body(encoding: Encoding, mention: Mention) -> Identity | None:
    """Know a body of a state by the state and its other words in any order.

    "Russia's Ministry of Defence" and "the Russian defence ministry" are one.
    """
    side = allegiance_of(encoding, mention.start, mention.end)
    if side is not None and side.country is None:  # "[The foreign ministry] of China": of any state, by itself
        side = allegiance_of(encoding, side.words[1], mention.end) or side
    if side is not None and side.kind == "igo":
        return None  # "In Brussels, the EU parliament"
    if (side is None or side.country is None) and mention.form == "name":
        side = allegiance_of(encoding, _in_front(encoding, mention.start), mention.start) or side
    opening = None
    if side is None or side.kind != "country" or side.words[1] < mention.start - 1:
        side = _capital_of(encoding, mention)
        behind = encoding.lower[mention.head + 1 : mention.end + 1]  # "the ministry of war in Tel Aviv"
        is_elsewhere = encoding.lower[mention.head] in _GUESTS or "in" in behind
        opening = None if side is not None or is_elsewhere else land_in_front(encoding, mention.start)
        side = side or opening
    if side is None:
        return None
    rest = [
        w
        for at in range(mention.start, mention.end)
        if not side.words[0] <= at < side.words[1]
        for w in [encoding.words[at]]
    ]
    words = [w for w in organisation_words(" ".join(rest)) if w != "s"]
    if words and all(w in _ARMED for w in words):
        if opening is not None and opening.kind == "country":
            return None  # "In Iraq, the army" may be a foreign one
        return Identity(f"military:{side.country}", None, "organisation", side.country, "MIL", "military forces army")
    if not _STATE_BODIES & set(words) or mention.end - mention.head > 6:
        return None
    words = [_MINISTRIES.get(w, w) for w in words]
    sector = "MIL" if "defence" in words else sector_of(encoding, mention)
    return Identity(
        f"state:{side.country}:{' '.join(sorted(words))}", None, "organisation", side.country, sector, " ".join(words)
    )


def _capital_of(encoding: Encoding, mention: Mention) -> Allegiance | None:
    """Return the capital behind a body that there is one of: "the foreign ministry in [Pyongyang]", no embassy and no court."""
    first = max(0, mention.start - (mention.form == "name"))  # a name begins behind "the"
    is_the = encoding.lower[first] == "the" and encoding.lower[mention.head] not in _GUESTS
    behind = mention.end if mention.form == "name" else mention.head + 1  # "the Ministry of Defence in London"
    return capital_behind(encoding, behind) if is_the else None


_GUESTS = frozenset("embassy consulate mission legation office bureau delegation".split())


def sector_of(encoding: Encoding, mention: Mention) -> str | None:
    """Return the sector of a description's head noun."""
    words = encoding.words[mention.start : mention.end]
    head = mention.head  # a polling station is no station
    two = sector_of_noun(" ".join(encoding.lower[head - 1 : head + 1])) if head > mention.start else None
    entry = (
        None
        if is_other_network(words) or not has_usual_sector(encoding, head)
        else two or sector_of_noun(encoding.lower[head])
    )
    return entry.sector if entry is not None else None
