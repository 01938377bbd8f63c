# SPDX-License-Identifier: Apache-2.0
"""Speakers who tell what they were told: in "“Codelco promised me less,” Lind said" the promise was made to Lind."""

from __future__ import annotations

from collections.abc import Sequence

from readout.reading.clauses.scene import Scene
from readout.reading.evidence import OpenField, Support
from readout.reading.statements.draft import Draft
from readout.reading.statements.quoted import Quoted

__all__ = ["tell_speakers"]


def tell_speakers(drafts: Sequence[Draft], scene: Scene, quotations: Quoted) -> None:
    """Give statements that somebody's own words tell, and tell to "me", whose words these are for their addressee."""
    for draft in drafts:
        outer = draft.parent
        if outer is None or outer.speaker is None or outer.speaker.type != "person" or draft.cue is None:
            continue
        _leave_open(draft, outer, scene, quotations)
        _say_the_same(draft, outer, scene, quotations)
        verb = scene.cue_head(draft)
        cue = scene.cue_at(verb) if verb is not None else None
        me = draft.cue[1]
        if cue is None or cue.addressee is None or scene.lower(me) != "me" or not outer.holds(me):
            continue
        is_verbatim = outer.verbatim or me in quotations.marked(outer.start, outer.end)
        if is_verbatim and outer.speaker not in draft.addressees and outer.speaker is not draft.speaker:
            draft.addressees.append(outer.speaker)
            draft.because.append(
                Support("addressees", "'me', whose words these are", None, (scene.span((me, me + 1)),))
            )


_THIRD_PERSONS = frozenset({("he",), ("she",)})


def _leave_open(draft: Draft, outer: Draft, scene: Scene, quotations: Quoted) -> None:
    """Leave open who "he" is where somebody's own words tell of him: nobody calls himself "he"."""
    source = draft.source
    if (
        source is None
        or draft.speaker is not outer.speaker
        or scene.encoding.lower[slice(*source)] not in _THIRD_PERSONS
    ):
        return
    if outer.verbatim or source[0] in quotations.marked(outer.start, outer.end):
        draft.speaker = None
        draft.because = [support for support in draft.because if support.field != "speaker"]
        draft.undecided.append(OpenField("speaker", "a pronoun in the words of another, who is not meant"))


def _say_the_same(draft: Draft, outer: Draft, scene: Scene, quotations: Quoted) -> None:
    """Give what "he" said to whoever says so by the same pronoun in front: "[he] said [he] had assured them that"."""
    own, around = draft.source, outer.source
    if own is None or around is None or own[0] != outer.start or outer.verbatim or draft.speaker is outer.speaker:
        return
    lower = scene.encoding.lower
    if lower[slice(*own)] in _THIRD_PERSONS and lower[slice(*own)] == lower[slice(*around)]:
        if own[0] in quotations.marked(outer.start, outer.end):
            return
        draft.speaker = outer.speaker
        draft.because = [support for support in draft.because if support.field != "speaker"]
        draft.because.append(Support("speaker", "the pronoun in front, who says so", None, (scene.span(around),)))
