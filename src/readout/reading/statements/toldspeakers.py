# SPDX-License-Identifier: Apache-2.0
"""Speakers who tell what they were told: in "“Codelco promised me less,” Lind said" the promise was made to Lind."""

from __future__ import annotations

from collections.abc import Sequence

from readout.reading.clauses.scene import Scene
from readout.reading.evidence import Support
from readout.reading.statements.draft import Draft
from readout.reading.statements.quoted import Quoted

__all__ = ["tell_speakers"]


def tell_speakers(drafts: Sequence[Draft], scene: Scene, quotations: Quoted) -> None:
    """Give statements that somebody's own words tell, and tell to "me", whose words these are for their addressee."""
    for draft in drafts:
        outer = draft.parent
        if outer is None or outer.speaker is None or outer.speaker.type != "person" or draft.cue is None:
            continue
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
