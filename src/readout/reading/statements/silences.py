# SPDX-License-Identifier: Apache-2.0
"""Who was asked and has said nothing: "declined to comment", "would not be interviewed", "did not reply to requests for comment".

The corpus that the model learned from counts these as attributions. A record says who said what, and here nothing is said. What
somebody declines to say, or to confirm, stays: its words tell what the question was.
"""

from __future__ import annotations

from readout.reading.attributions.attribution import WordRange
from readout.reading.clauses.scene import VERBAL, Scene
from readout.reading.statements.draft import Draft
from readout.reading.statements.negatedsayings import is_nobody

__all__ = ["is_silence"]

_DECLINING = frozenset("declined declines decline declining refused refuses refuse refusing".split())
_GIVING = frozenset("gave gives give giving offered provided".split())
_NOTHING = frozenset("reason reasons details detail explanation information timetable comment".split())
_SPEAKING = frozenset("comment answer respond reply elaborate speak talk discuss".split())
_NOT = frozenset({"not", "n't", "n’t", "never"})
_ANSWERED = frozenset(
    "respond reply return answer acknowledge responded replied returned answered acknowledged".split()
)
_ASKED = frozenset(
    "request requests message messages question questions call calls email emails e-mail e-mails inquiry inquiries query queries "
    "letter comment interview".split()
)


def is_silence(draft: Draft, scene: Scene) -> bool:
    """Tell whether a draft only tells that somebody did not speak."""
    if draft.cue is None or draft.start < draft.cue[1] or draft.start - draft.cue[1] > 1:
        return False
    if _is_left_unsaid(draft, draft.cue, scene):
        return True
    words = scene.encoding.lower[draft.cue[0] : draft.end]
    if _says_nothing(words, draft.cue, scene) or _does_not_name(draft.cue, scene):
        return True
    cue = words[: draft.cue[1] - draft.cue[0]]
    if cue[-1:] in {("verify",), ("authenticate",)} and not {*_NOT, "unable", "unsuccessfully"}.isdisjoint(cue):
        return True  # "could not independently verify [the claims]"
    if any(mark in scene.encoding.words[w] for w in range(draft.start, draft.end) for mark in '"“«'):
        return False
    if words[:1] in {("referred",), ("directed",)} and words[1:2] and words[1] in _ASKED | {"all", "any", "further"}:
        return "to" in words and not _ASKED.isdisjoint(words)  # "referred questions to the army"
    if len(words) > 2 and words[: draft.cue[1] - draft.cue[0]][-1:] in {("for",), ("of",), ("on",), ("about",)}:
        gave = next(
            (n for n, word in enumerate(words) if word in _GIVING and words[n + 1 : n + 2] in {("no",), ("few",)}), None
        )
        if gave is not None and words[gave + 2] in _NOTHING and gave + 2 < draft.cue[1] - draft.cue[0]:
            return True  # "gave no reason for the delay"
    declined = next((n for n, word in enumerate(words) if word in _DECLINING), None)
    if declined is not None and draft.cue[0] + declined < draft.cue[1]:
        return words[declined + 1 : declined + 2] == ("to",) and _is_speaking(words[declined + 2 : declined + 4])
    if _is_unwilling(words, draft.cue[1] - draft.cue[0]) or _is_nobodys(draft, words, scene):
        return True
    verb = next((n for n, word in enumerate(words) if word in _ANSWERED), None)
    if verb is None or draft.cue[0] + verb >= draft.cue[1] or _NOT.isdisjoint(words[:verb]):
        return False
    has_clause = any(scene.syntax.upos[w] in VERBAL for w in range(draft.start, scene.head_of(draft.contents[0])))
    return not has_clause and not _ASKED.isdisjoint(words[verb:])


def _says_nothing(words: tuple[str, ...], cue: WordRange, scene: Scene) -> bool:
    """Tell whether words from a cue on say that little was said: "has said nothing [about the talks]"."""
    at = next((n for n in range(1, len(words) - 1) if words[n] in _LITTLE and words[n - 1] in _SAID), None)
    if at is None or cue[0] + at > cue[1] or words[at + 1] not in _ABOUT:
        return False
    return scene.syntax.heads[cue[0] + at] == cue[0] + at - 1  # not "said [nothing on earth would stop him]"


_SAID = frozenset("say says said saying".split())
_LITTLE = frozenset({"little", "nothing"})
_ABOUT = frozenset({"about", "on"})


def _does_not_name(cue: WordRange, scene: Scene) -> bool:
    """Tell whether somebody just goes unnamed: "did not mention [Lind] by name"."""
    lower, first = scene.encoding.lower, cue[1] - 1
    if lower[first] not in {"mention", "identify"} or _NOT.isdisjoint(lower[cue[0] : first]):
        return False
    return any(lower[w : w + 2] == ("by", "name") for w in range(first + 1, first + _SHORT))


_SHORT = 6  # words to "by name"


def _is_left_unsaid(draft: Draft, cue: WordRange, scene: Scene) -> bool:
    """Tell whether a cue is what somebody goes without or has yet to do: "without once [mentioning] him", "has yet to [name]".

    Where it has a clause, its words tell what the question is: "has yet to confirm [that two were killed]".
    """
    lower, verb = scene.encoding.lower, cue[1] - 1
    before = lower[max(0, verb - 2) : verb]
    has_clause = any(scene.syntax.upos[w] in VERBAL for w in range(draft.start, draft.end))
    is_yet = before == ("yet", "to") and lower[verb] in _NAMING and not has_clause
    return is_yet or ("without" in before and lower[verb] in _MENTIONING)


_NAMING = frozenset("name identify specify elaborate".split())
_MENTIONING = frozenset("mentioning naming saying specifying elaborating identifying explaining giving".split())


def _is_unwilling(words: tuple[str, ...], end: int) -> bool:
    """Tell whether a cue of so many words says that somebody would rather not speak: "did not want [to comment]"."""
    return (
        words[end - 1] in _WILLING
        and not _NOT.isdisjoint(words[:end])
        and words[end : end + 1] == ("to",)
        and (_is_speaking(words[end + 1 : end + 3]))
    )


def _is_nobodys(draft: Draft, words: tuple[str, ...], scene: Scene) -> bool:
    """Tell whether nobody commented: "[Neither office] commented on whether it stood"."""
    if draft.source is None or not is_nobody(draft.source, scene):
        return False
    about = draft.cue is not None and {"on", "whether", "if"} & {
        scene.lower(draft.start),
        scene.lower(draft.cue[1] - 1),
    }
    is_clause = not about and any(scene.syntax.upos[w] in VERBAL for w in range(draft.start, draft.end))
    return not is_clause and not {"comment", "commented", "replied", "responded", "answered"}.isdisjoint(words)


_WILLING = frozenset({"want", "wish", "willing", "care"})


def _is_speaking(words: tuple[str, ...]) -> bool:
    return (words[:1] == ("be",) and words[1:] == ("interviewed",)) or (bool(words) and words[0] in _SPEAKING)
