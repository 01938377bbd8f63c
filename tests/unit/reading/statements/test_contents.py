# SPDX-License-Identifier: Apache-2.0
"""Contents made whole: no quotation cut, none left without a statement."""

from __future__ import annotations

import pytest

from readout.reading.attributions.quotes import find_quotations
from readout.reading.clauses.scene import Scene
from readout.reading.page.parts import Part
from readout.reading.statements.contentbounds import put_to_hearers
from readout.reading.statements.contents import kind_of, make_whole, trim
from readout.reading.statements.continuations import absorb_quotations, continue_quotations
from readout.reading.statements.draft import Draft
from readout.reading.statements.quoted import Quoted
from readout.reading.statements.strays import drop_strays
from readout.text import Span
from tests.support.readings import draft_of, encoding_of, place_of, scene_of


def flat(text: str) -> str:
    """Make a table in which every word hangs on the first; what looks like punctuation is."""
    encoding = encoding_of(text)
    rows = []
    for n, word in enumerate(encoding.words):
        upos = "PUNCT" if not any(map(str.isalnum, word)) else "NOUN"
        rows.append(f"{word} {upos} {1 if n else 0} {'dep' if n else 'root'}")
    return "\n".join(rows)


def scene_for(text: str) -> Scene:
    return scene_of(text, flat(text))


def quoted_in(scene: Scene) -> Quoted:
    return Quoted(scene.encoding, find_quotations(scene.encoding.text))


def body_of(scene: Scene) -> list[Part]:
    return [Part("body", Span(0, len(scene.encoding.text)))]


def words(scene: Scene, draft: Draft) -> list[str]:
    return [scene.span(r).of(scene.encoding.text) for r in draft.contents]


# Quotations as words -------------------------------------------------------------------------------------------------


def test_quotations_are_found_by_place_outer_before_inner():
    scene = scene_for("“He said ‘no’ to me,” she said. “Yes.”")
    quoted = quoted_in(scene)
    assert quoted.at(0, 4) == [(0, 10), (3, 6)]
    assert quoted.at(10, 12) == []
    assert quoted.outermost(0, 100) == [(0, 10), (13, 17)]


def test_quotations_that_only_touch_a_range_are_not_in_it():
    scene = scene_for("no “a b” no")
    quoted = quoted_in(scene)
    assert quoted.at(0, 1) == []
    assert quoted.at(5, 6) == []
    assert quoted.at(0, 2) == [(1, 5)]


def test_quotations_nested_beyond_measure_are_left_out():
    """Fifty thousand within each other would otherwise cost the square of that."""
    depth = 500
    scene = scene_for("“‘" * depth + "no" + "’”" * depth)
    assert len(quoted_in(scene).at(0, 4 * depth)) <= 3


# Making whole --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "fragment", "expected"),
    [
        pytest.param(
            "“We are ready to talk,” she said.", "We are ready to", "“We are ready to talk,”", id="marks and the end"
        ),
        pytest.param(
            "It is “late, but welcome”, he said.", "It is “late, but", "It is “late, but welcome”", id="mixed"
        ),
        pytest.param("“Yes, we will talk to them all,” he said.", "“Yes", "“Yes", id="less than half stays"),
        pytest.param("He called it “late” on Monday.", "it “late” on", "it “late” on", id="holds a whole one"),
        pytest.param("He left. “No.”", "He left", "He left", id="touches none"),
    ],
)
def test_fragments_are_grown_to_the_quotation_s_bounds(text: str, fragment: str, expected: str):
    scene = scene_for(text)
    draft = draft_of(scene, fragment)
    make_whole([draft], quoted_in(scene), [])
    assert words(scene, draft) == [expected]


def test_fragments_of_one_quotation_become_one():
    scene = scene_for("“We are ready, and we will talk now,” she said.")
    draft = draft_of(scene, "“We are ready, and", "will talk now,”")
    draft.contents = [
        place_of(scene.encoding, "We are ready, and we"),
        place_of(scene.encoding, "“We are ready, and we will talk"),
    ]
    make_whole([draft], quoted_in(scene), [])
    assert words(scene, draft) == ["“We are ready, and we will talk now,”"]


def test_growing_swallows_no_cue():
    """The closing mark is missing behind "ready": the quotation goes on over the cue to the next mark."""
    scene = scene_for("“We are ready to talk now, she said. No” he")
    draft = draft_of(scene, "“We are ready to talk now", cue="said")
    make_whole([draft], quoted_in(scene), [draft.cue])  # type: ignore[list-item]
    assert words(scene, draft) == ["“We are ready to talk now"]


def test_trimming_takes_the_colon_from_the_cue():
    scene = scene_for("She said: “No.”")
    draft = draft_of(scene, "“No.”", cue="said:")
    trim([draft], scene)
    assert draft.cue == place_of(scene.encoding, "said")


def test_trimming_takes_that_from_the_content():
    scene = scene_of(
        "She said that he left",
        "She PRON 2 nsubj\nsaid VERB 0 root\nthat SCONJ 5 mark\nhe PRON 5 nsubj\nleft VERB 2 ccomp",
    )
    draft = draft_of(scene, "that he left", cue="said")
    trim([draft], scene)
    assert words(scene, draft) == ["he left"]


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        pytest.param("“It is late,”", "direct", id="all"),
        pytest.param("It is late,", "direct", id="all, the marks left out"),
        pytest.param("that “it” was", "mixed", id="a part"),
        pytest.param("we left", "indirect", id="none"),
        pytest.param("…", "indirect", id="no word at all"),
    ],
)
def test_kind_is_told_by_the_words_in_marks(content: str, kind: str):
    scene = scene_for("“It is late,” he said, and that “it” was … when we left.")
    assert kind_of(draft_of(scene, content), scene, quoted_in(scene)) == kind


# Quotations without a source -----------------------------------------------------------------------------------------


def absorbed(scene: Scene, *drafts: Draft) -> list[list[str]]:
    return [words(scene, d) for d in absorb_quotations(drafts, scene, quoted_in(scene), body_of(scene))]


def sentences(text: str) -> Scene:
    """Make a scene in which every sentence is one: those end behind a stop and its mark."""
    encoding = encoding_of(text)
    blocks: list[list[str]] = [[]]
    for n, word in enumerate(encoding.words):
        upos = "PUNCT" if not any(map(str.isalnum, word)) else "NOUN"
        blocks[-1].append(f"{word} {upos} {'1 dep' if blocks[-1] else '0 root'}")
        following = encoding.words[n + 1] if n + 1 < len(encoding.words) else ""
        if (word == "." and following != "”") or (word == "”" and encoding.words[n - 1] == "."):
            blocks.append([])
    return scene_of(text, "\n\n".join("\n".join(block) for block in blocks if block))


def test_a_quotation_behind_a_statement_is_taken_in():
    scene = sentences("“It is true,” he said. “It always was and it will be.” They left.")
    draft = draft_of(scene, "“It is true,”", cue="said", source="he")
    assert absorbed(scene, draft) == [["“It is true,”", "“It always was and it will be.”"]]


def test_a_quotation_in_the_next_paragraph_is_not():
    scene = sentences("“It is true,” he said.\n\n“It always was and it will be.” They left.")
    draft = draft_of(scene, "“It is true,”", cue="said", source="he")
    assert absorbed(scene, draft) == [["“It is true,”"]]


def test_a_quotation_is_taken_in_by_the_nearest_before_it():
    text = "“It is true,” he said. “It is not,” she said. “It never was and it will not be.”"
    scene = sentences(text)
    his = draft_of(scene, "“It is true,”", cue="said", source="he")
    hers = draft_of(scene, "“It is not,”", cue="^said", source="she")
    assert absorbed(scene, his, hers) == [["“It is true,”"], ["“It is not,”", "“It never was and it will not be.”"]]


def test_five_thousand_quotations_on_a_line_are_taken_in_in_no_time():
    """Each with each would take minutes."""
    count = 5_000
    scene = sentences("“It is,” he said. “It is and it was and will be.” " * count)
    step = len(scene.encoding.words) // count
    starts = range(0, step * count, step)
    drafts = [Draft([(at, at + 5)], (at + 6, at + 7), (at + 5, at + 6), 0.9) for at in starts]
    found = absorb_quotations(drafts, scene, quoted_in(scene), body_of(scene))
    assert all(len(draft.contents) == 2 for draft in found)


def test_content_without_cue_or_marks_is_no_statement():
    scene = sentences("The road was mined. They left.")
    assert absorbed(scene, draft_of(scene, "The road was mined")) == []


def test_a_paragraph_that_is_a_quotation_goes_on_from_the_last_speaker():
    text = (
        "“It is true and it was,” Lind said.\n\n“Nobody wanted them in the first place.”\n\n"
        "“And nobody will want them now.”"
    )
    scene = scene_of(text, flat(text), {"n1": ["Lind"]})
    said = draft_of(scene, "“It is true and it was,”", cue="said", source="Lind")
    said.speaker = scene.directory.entity("n1")
    second, third = continue_quotations([said], scene, quoted_in(scene), body_of(scene))
    assert [words(scene, d) for d in (second, third)] == [
        ["“Nobody wanted them in the first place.”"],
        ["“And nobody will want them now.”"],
    ]
    for draft in (second, third):
        assert draft.speaker is said.speaker
        (reason,) = draft.because
        assert [span.of(text) for span in reason.spans] == ["Lind"]


def test_a_paragraph_that_is_a_quotation_with_nobody_before_is_left_open():
    scene = scene_for("They left.\n\n“Nobody wanted them in the first place.”")
    (draft,) = continue_quotations([], scene, quoted_in(scene), body_of(scene))
    assert draft.speaker is None
    assert [left.field for left in draft.undecided] == ["speaker"]


def test_a_title_alone_in_a_paragraph_is_no_statement():
    scene = scene_for("They read.\n\n“War and Peace”")
    assert continue_quotations([], scene, quoted_in(scene), body_of(scene)) == []


def test_a_paragraph_outside_the_body_is_no_statement():
    scene = scene_for("They left.\n\n“Nobody wanted them in the first place.”")
    parts = [Part("body", Span(0, 10)), Part("boilerplate", Span(12, len(scene.encoding.text)))]
    assert continue_quotations([], scene, quoted_in(scene), parts) == []


# Marks that are missing ----------------------------------------------------------------------------------------------


def test_a_quotation_that_is_never_closed_is_no_bound():
    """The mark was forgotten: the rest of the paragraph is not what the captain said."""
    scene = scene_for("“We are leaving, the captain said. The crew had packed.")
    draft = draft_of(scene, "“We are leaving", cue="said", source="the captain")
    assert quoted_in(scene).at(0, 100) == []
    make_whole([draft], quoted_in(scene), [])
    assert words(scene, draft) == ["“We are leaving"]
    assert kind_of(draft, scene, quoted_in(scene)) == "direct"
    assert continue_quotations([], scene, quoted_in(scene), body_of(scene)) == []


def test_a_quotation_that_the_next_paragraph_goes_on_is_whole():
    """By convention it is not closed before the new paragraph, which opens it again."""
    scene = scene_for("He said: “The talks have ‘failed’ again.\n\n“Nobody wanted them at all.”")
    assert quoted_in(scene).outermost(0, 100) == [(3, 12), (12, 20)]


# What is of another sentence -----------------------------------------------------------------------------------------

PLAIN = """
Prices NOUN 2 nsubj
rose VERB 0 root
. PUNCT 2 punct

Lind PROPN 2 nsubj
wants VERB 0 root
lower ADJ 4 amod
taxes NOUN 2 obj
. PUNCT 2 punct
"""
QUOTED = """
“ PUNCT 3 punct
Prices NOUN 3 nsubj
rose VERB 0 root
. PUNCT 3 punct
” PUNCT 3 punct

Lind PROPN 2 nsubj
wants VERB 0 root
lower ADJ 4 amod
taxes NOUN 2 obj
. PUNCT 2 punct
"""


@pytest.mark.parametrize(
    ("text", "table", "left"),
    [
        ("Prices rose. Lind wants lower taxes.", PLAIN, ["lower taxes"]),
        ("“Prices rose.” Lind wants lower taxes.", QUOTED, ["Prices rose", "lower taxes"]),
    ],
    ids=["indirect", "quoted"],
)
def test_a_fragment_of_the_sentence_before_is_content_only_if_it_is_quoted(text: str, table: str, left: list[str]):
    scene = scene_of(text, table)
    draft = draft_of(scene, "Prices rose", "lower taxes", cue="wants", source="Lind")
    drop_strays([draft], scene, quoted_in(scene))
    assert words(scene, draft) == left


def test_to_whom_something_is_put_is_no_content():
    text = "Lind put it to the witness that he lied."
    scene = scene_of(text, flat(text))
    draft = draft_of(scene, "it to the witness that he lied", cue="put", source="Lind")
    put_to_hearers([draft], scene)
    assert [scene.span(c).of(text) for c in draft.contents] == ["he lied"]
    assert draft.cue is not None
    assert scene.span(draft.cue).of(text) == "put it"
