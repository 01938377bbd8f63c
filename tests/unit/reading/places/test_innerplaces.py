# SPDX-License-Identifier: Apache-2.0
"""Places inside names that were taken for something else, from the words around them: no model is needed."""

from __future__ import annotations

import pytest

from readout.reading.coreference.mentions import Mention
from readout.reading.places.innerplaces import Inner, names_inside
from readout.resources.gazetteer import packaged_gazetteer
from tests.support.readings import encoding_of, place_of


def kinds(text: str, name: str) -> list[str]:
    """Return the kinds of the places inside a name that was taken for an organisation."""
    encoding = encoding_of(text)
    start, end = place_of(encoding, name)
    mention = Mention(encoding.span(start, end), start, end, start, "name", "organisation", 1.0)
    return [found.kind for found in names_inside(encoding, mention, Inner(set(), packaged_gazetteer()))]


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Liverpool beat Arsenal on Sunday.", "Liverpool", "metonym"),
        ("The rebels held Goma for ten days.", "Goma", "location"),
        ("Jets bombed Aleppo at night.", "Aleppo", "location"),
        ("The men, both from Bristol, were fined.", "Bristol", "location"),
        ("The Chicago Tribune wrote of it.", "Chicago Tribune", "part_of_name"),
    ],
)
def test_what_is_done_tells_a_town_from_what_has_its_seat_there(text: str, name: str, kind: str):
    assert kinds(text, name) == [kind]


@pytest.mark.parametrize("text", ["Brent crude fell.", "November gave way."])
def test_what_is_called_so_by_chance_is_no_place(text: str):
    assert kinds(text, text.partition(" ")[0]) == []
