# SPDX-License-Identifier: Apache-2.0
"""What the form of an English verb tells of its tense, where no auxiliary does."""

from __future__ import annotations

__all__ = ["SAME_IN_PRESENT", "is_bare", "is_participle", "is_past"]

_PAST_FORMS = frozenset(
    """arose ate awoke beat became began bent bet bid bit bled blew bore bought bound bred broke brought built burnt burst
    came cast caught chose clung cost crept cut dealt did dove drank drew drove dug fed fell felt fled flew flung forbade
    foresaw forgave forgot fought found froze gave got grew had heard held hid hit hung hurt kept knew laid lay leapt led
    left lent let lit lost made meant met outdid overcame oversaw overthrew paid put quit ran rang read rebuilt rode rose
    said sang sank sat saw sent set shed shone shook shot shrank shut slept slid sold sought spent split spoke sped spread
    sprang stood stole strode stuck struck stung swam swept swore swung taught thought threw told took tore undertook
    understood went wept withdrew withstood woke won wore wound wrote were was overran overtook retook retold resold rewrote
    underwent upheld withheld outran""".split()
)
SAME_IN_PRESENT = frozenset("bet bid burst cast cost cut hit hurt let put quit read set shed shut split spread".split())
_NOT_PAST = frozenset("need feed speed exceed proceed succeed seed heed breed bleed weed embed indeed".split())
_NO_PARTICIPLES = frozenset("threaten tighten fasten hasten listen own drown frown crown open seven often even".split())
_PARTICIPLE_ENDINGS = ("seen", "wn", "ken", "ven", "sen", "ten", "den", "orn")


def is_past(form: str) -> bool:
    """Tell whether a form, in lower case, is a past tense and nothing else: "fell", not "cut"."""
    return (form.endswith("ed") and form not in _NOT_PAST) or form in _PAST_FORMS - SAME_IN_PRESENT


def is_participle(form: str) -> bool:
    """Tell whether a form can be a past tense or a past participle: "fell", "cut", "taken"."""
    has_ending = form.endswith(_PARTICIPLE_ENDINGS) and form not in _NO_PARTICIPLES
    return is_past(form) or form in SAME_IN_PRESENT or has_ending


def is_bare(form: str) -> bool:
    """Tell whether a form can be the bare infinitive: neither past, nor in -ing, nor in -s."""
    return not (form.endswith("ing") or is_past(form) or (form.endswith("s") and not form.endswith("ss")))
