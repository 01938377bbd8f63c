# SPDX-License-Identifier: Apache-2.0
"""Peoples without a state of their name: of these a name means people, never a place or one person."""

from __future__ import annotations

from readout.reading.encoding import Encoding
from readout.reading.trees.syntax import Syntax

__all__ = ["is_people", "is_peoples_adjective"]

# Those whose one name is that of a land, a language or a family too ("Shan", "Fur", "Han", "Roma") are left to the model.
_PEOPLES = frozenset(
    "Abkhaz Ahmadis Alawite Alawites Amhara Amharas Armenians Assyrians Baloch Banyamulenge Bedouin Bedouins Berber "
    "Berbers Bosniak Bosniaks Cherokee Circassians Copts Dinka Dogon Druse Druze Fulani Hazara Hazaras Hema Hmong "
    "Hutu Hutus Igbo Igbos Ijaw Kikuyu Kurd Kurds Lendu Luo Mapuche Maronites Masalit Mayans Navajo Nuba Nuer Ogoni "
    "Oromo Oromos Pashtun Pashtuns Peul Quechua Rohingya Rohingyas Saami Sahrawi Sahrawis Sami Sikhs Tamil Tamils "
    "Tatars Tigrayans Toubou Tuareg Tuaregs Turkmens Tutsi Tutsis Twa Uighur Uighurs Uyghur Uyghurs Yanomami Yazidi "
    "Yazidis Yezidis Yoruba Yorubas Zaghawa Zulus".split()
)


def is_people(text: str) -> bool:
    """Tell whether a name is that of a people."""
    return text in _PEOPLES


def is_peoples_adjective(encoding: Encoding, syntax: Syntax, start: int, end: int) -> bool:
    """Tell whether the name of a people only says of which people or kind another noun is: "a [Rohingya] teacher"."""
    if not is_people(encoding.span(start, end).of(encoding.text)) or end >= len(encoding.words):
        return False
    head = syntax.heads[end - 1]
    return head >= end and syntax.is_relation(end - 1, "compound", "amod") and encoding.words[head][:1].islower()
