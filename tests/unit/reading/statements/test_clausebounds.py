# SPDX-License-Identifier: Apache-2.0
"""Contents by the clause of their verb; what the model now and then gives to a statement of another sentence."""

from __future__ import annotations

from readout.reading.attributions.quotes import find_quotations
from readout.reading.clauses.scene import Scene
from readout.reading.statements.clausebounds import return_quotations
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
