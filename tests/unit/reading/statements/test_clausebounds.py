# SPDX-License-Identifier: Apache-2.0
"""Contents by the clause of their verb; what the model now and then gives to a statement of another sentence."""

from __future__ import annotations

from readout.reading.attributions.quotes import find_quotations
from readout.reading.clauses.scene import Scene
from readout.reading.statements.clausebounds import go_on_with_and_that, return_quotations
from readout.reading.statements.draft import Draft
from readout.reading.statements.quoted import Quoted
from tests.support.readings import draft_of, place_of, scene_of

_TABLE = """\
Lind NOUN 2 nsubj
left VERB 0 root
. PUNCT 2 punct

“ PUNCT 2 punct
Go VERB 0 root
, PUNCT 2 punct
” PUNCT 2 punct
Haas NOUN 6 nsubj
said VERB 2 parataxis
of ADP 8 case
it PRON 6 obl
. PUNCT 2 punct
"""
_TEXT = "Lind left. “Go,” Haas said of it."


def _returned(table: str = _TABLE, text: str = _TEXT, quotation: str = "“Go,”") -> tuple[Scene, Draft, Draft]:
    scene = scene_of(text, table)
    encoding = scene.encoding
    first = draft_of(scene, "Lind", cue="left")
    first.contents = [place_of(encoding, "Lind"), place_of(encoding, quotation)]
    second = draft_of(scene, "it", cue="said", source="Haas")
    return_quotations([first, second], scene, Quoted(encoding, find_quotations(encoding.text)))
    return scene, first, second


def _words(scene: Scene, draft: Draft) -> list[str]:
    return [scene.span(r).of(scene.encoding.text) for r in draft.contents]


def test_a_quotation_goes_back_to_who_stands_behind_its_comma():
    scene, first, second = _returned()
    assert _words(scene, first) == ["Lind"]
    assert _words(scene, second) == ["“Go,”", "it"]


def test_a_quotation_that_is_a_sentence_stays():
    scene, first, second = _returned(_TABLE.replace(", PUNCT", ". PUNCT"), _TEXT.replace("Go,", "Go."), "“Go.”")
    assert _words(scene, first) == ["Lind", "“Go.”"]
    assert _words(scene, second) == ["it"]


_INVITED = """\
Haas NOUN 2 nsubj
said VERB 0 root
she PRON 4 nsubj
invited VERB 2 ccomp
Lind NOUN 4 obj
to PART 7 mark
visit VERB 4 xcomp
, PUNCT 11 punct
and CCONJ 11 cc
that SCONJ 11 mark
Berg NOUN 12 nsubj
asked VERB 4 conj
her PRON 12 obj
to PART 15 mark
come VERB 12 xcomp
. PUNCT 2 punct
"""
_INVITED_TEXT = "Haas said she invited Lind to visit, and that Berg asked her to come."


def test_what_is_said_goes_on_with_and_that():
    scene = scene_of(_INVITED_TEXT, _INVITED)
    said = draft_of(scene, "she invited Lind to visit", cue="said", source="Haas")
    asked = draft_of(scene, "to come", cue="asked", source="Berg")
    go_on_with_and_that([said, asked], scene)
    assert _words(scene, said) == ["she invited Lind to visit, and that Berg asked her to come"]


def test_what_somebody_was_invited_to_ends_where_the_other_thing_begins_that_was_said():
    scene = scene_of(_INVITED_TEXT, _INVITED)
    invited = draft_of(scene, "to visit", cue="invited", source="she")
    asked = draft_of(scene, "to come", cue="asked", source="Berg")
    go_on_with_and_that([invited, asked], scene)
    assert _words(scene, invited) == ["to visit"]
