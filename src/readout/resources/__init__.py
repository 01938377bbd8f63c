# SPDX-License-Identifier: Apache-2.0
"""What Readout knows beforehand: small tables of names and words, each with a card.

Every table is a JSON Lines file here, with `NAME.card.toml` beside it (what it holds, where from, under which
licence, its columns) and a module of its name that loads it at the first look-up. Importing this package
reads nothing.

The tables hold what changes slowly: countries, bodies, offices, words; and one list of persons, the holders of
high offices, with the dates of their terms and the day up to which it is sure of them. A look-up answers None
rather than guess; what the answer is worth in a sentence is for the reader to say.
"""

from __future__ import annotations

from readout.resources.anonymity import AnonymityPhrase, all_anonymity_phrases, anonymity_phrase_at
from readout.resources.channels import CHANNELS, channel_nouns, channel_of, channel_of_verb
from readout.resources.commitments import (
    COMMITMENT_CLASSES,
    COMMITMENT_PARTS,
    Commitment,
    all_commitments,
    commitment_of,
)
from readout.resources.countries import (
    Capital,
    Country,
    FormerName,
    Part,
    all_countries,
    countries_sharing,
    country,
    country_named,
    country_of_adjective,
    country_of_capital,
    country_of_part,
)
from readout.resources.cues import (
    CUE_KINDS,
    Cue,
    all_cues,
    cue_noun,
    cue_phrase,
    cue_phrase_at,
    cue_verb,
    cue_verb_at,
)
from readout.resources.currencies import (
    currencies_sharing,
    currency_beginnings,
    currency_codes,
    currency_of_noun,
    currency_of_symbol,
    is_currency_adjective,
    is_currency_noun,
    symbols_of_currency,
)
from readout.resources.epithets import Epithet, epithet_of
from readout.resources.holders import (
    Holder,
    Term,
    all_holders,
    begins_with_name,
    holders_called,
    holders_named,
    holders_named_shortly,
)
from readout.resources.igos import Igo, all_igos, igo, igo_named
from readout.resources.kin import Kin, all_kin, kin_of_noun
from readout.resources.media import Outlet, all_outlets, outlet_named
from readout.resources.names import NameIndex, fold_name
from readout.resources.offices import (
    Honorific,
    Office,
    OfficeMatch,
    all_offices,
    find_office,
    honorific_named,
    office_at,
    office_named,
    office_state,
)
from readout.resources.phrases import longest_phrase_at, longest_phrase_before, phrase_key, reach_from
from readout.resources.seats import Body, all_bodies, body_named
from readout.resources.sectors import SECTORS, Noun, all_nouns, sector_of_noun
from readout.resources.surnames import is_common_surname
from readout.resources.triggers import (
    EventType,
    Trigger,
    all_triggers,
    is_in_family,
    is_in_set,
    is_light_verb,
    mode_by_complement,
    noun_triggers_at,
    verb_triggers,
)
from readout.resources.units import Unit, is_unit_name, unit_at

__all__ = [
    "CHANNELS",
    "COMMITMENT_CLASSES",
    "COMMITMENT_PARTS",
    "CUE_KINDS",
    "SECTORS",
    "AnonymityPhrase",
    "Body",
    "Capital",
    "Commitment",
    "Country",
    "Cue",
    "Epithet",
    "EventType",
    "FormerName",
    "Holder",
    "Honorific",
    "Igo",
    "Kin",
    "NameIndex",
    "Noun",
    "Office",
    "OfficeMatch",
    "Outlet",
    "Part",
    "Term",
    "Trigger",
    "Unit",
    "all_anonymity_phrases",
    "all_bodies",
    "all_commitments",
    "all_countries",
    "all_cues",
    "all_holders",
    "all_igos",
    "all_kin",
    "all_nouns",
    "all_offices",
    "all_outlets",
    "all_triggers",
    "anonymity_phrase_at",
    "begins_with_name",
    "body_named",
    "channel_nouns",
    "channel_of",
    "channel_of_verb",
    "commitment_of",
    "countries_sharing",
    "country",
    "country_named",
    "country_of_adjective",
    "country_of_capital",
    "country_of_part",
    "cue_noun",
    "cue_phrase",
    "cue_phrase_at",
    "cue_verb",
    "cue_verb_at",
    "currencies_sharing",
    "currency_beginnings",
    "currency_codes",
    "currency_of_noun",
    "currency_of_symbol",
    "epithet_of",
    "find_office",
    "fold_name",
    "holders_called",
    "holders_named",
    "holders_named_shortly",
    "honorific_named",
    "igo",
    "igo_named",
    "is_common_surname",
    "is_currency_adjective",
    "is_currency_noun",
    "is_in_family",
    "is_in_set",
    "is_light_verb",
    "is_unit_name",
    "kin_of_noun",
    "longest_phrase_at",
    "longest_phrase_before",
    "mode_by_complement",
    "noun_triggers_at",
    "office_at",
    "office_named",
    "office_state",
    "outlet_named",
    "phrase_key",
    "reach_from",
    "sector_of_noun",
    "symbols_of_currency",
    "unit_at",
    "verb_triggers",
]
