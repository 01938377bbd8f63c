# SPDX-License-Identifier: Apache-2.0
"""Whether two reports are copies of each other, and how: the check on the texts themselves.

What counts is the story, without headline, byline and credits, and of it the words that stand in passages that both share, five
words or more in a row. They are copies if most of the shorter story stands in the longer one, and either most of the longer one
is that, or it begins with it (a desk cuts from the end); or if both begin alike and go on alike for half of the shorter one.

What looks alike and is none:

- *The same event told anew* shares quotations, for both reporters were there: what stands in quotation marks does not count.
- *Two reports by one template* (the weather, the markets, results) share all but figures and names: if those that stand within
  shared passages are mostly others, the two are no copies.
- *A footer, or the background to a series,* is less than half of a story and not its beginning.
- *A digest* of several reports is a copy of the first of them, or of the one that makes up most of it, not of all.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from readout.archive.wording import SHINGLE, Wording, quoted_words, wording_of

__all__ = ["Kinship", "Likeness", "is_update_of", "likeness_of"]

Mask = NDArray[np.bool_]


class Kinship(StrEnum):
    """How one report is a copy of another."""

    COPY = "copy"  # the same words; white space, punctuation and house style may differ
    RETITLED = "retitled"  # only the headline is another
    WIRE = "wire"  # the same story with another headline, byline, credit or footer
    TRIMMED = "trimmed"  # cut: all that it tells stands in the other, which tells more
    FULLER = "fuller"  # the other is cut
    UPDATED = "updated"  # most was kept, some changed: a figure is enough

    @property
    def reverse(self) -> Kinship:
        """What the other report is to this one."""
        return {Kinship.TRIMMED: Kinship.FULLER, Kinship.FULLER: Kinship.TRIMMED}.get(self, self)


@dataclass(frozen=True, slots=True)
class Likeness:
    """What two copies have in common.

    Attributes:
        kinship: What the one is to the other.
        shared: The words of the one that stand in passages of both. Shape: (n_words,).
    """

    kinship: Kinship
    shared: Mask

    @property
    def words(self) -> int:
        """How many words the two share."""
        return int(self.shared.sum())


# Shares of a story; how they were chosen is in decision 0017.
_MOST = 0.6  # of the shorter story
_HALF = 0.5  # of the longer story, of its lead, of what stands outside quotation marks
_NEARLY = 0.75  # of both leads, or of the longer story where neither lead is in the other: two of a series share less
_ALL = 0.9  # what is called the whole: house style touches a word here and there
_LEAD = 60  # words at the head of the longer story
_OTHER_FIGURES = 0.4  # of the figures within shared passages; halfway between updates and templates
_FEWEST = 4  # figures, or names, by which a template can be told
_GAP = 12  # words between two shared passages that stand in the place of others: a clause full of figures
_TOUCH = 4  # the same where a desk touched a word or two
_OWN = 20  # words outside quotation marks below which a story is all quotation


def likeness_of(one: Wording, other: Wording) -> Likeness | None:
    """Compare two reports.

    Args:
        one: Which of the two is asked about.
        other: The one that it may be a copy of.

    Returns:
        What `one` is to `other`; None if it is no copy. The other way round it is the kinship's reverse.
    """
    if np.array_equal(one.keys, other.keys):
        return Likeness(Kinship.COPY, np.ones(len(one.keys), np.bool_))
    in_one, in_other = shared_words(one, other), shared_words(other, one)
    is_shorter = (len(one.body), one.text) <= (len(other.body), other.text)
    short, long = ((one, in_one), (other, in_other)) if is_shorter else ((other, in_other), (one, in_one))
    if not (_holds_most(*short, *long) and not _is_template(*short)):
        return None
    kinship = _kinship(*short, *long)
    return Likeness(kinship if is_shorter else kinship.reverse, in_one)


def is_update_of(new: str, old: str) -> bool:
    """Return whether a text at an address is an edited version of the one that stood there before.

    That both stood at one address says much, so less is asked of them than of copies anywhere: a quarter of the shorter story.
    A page whose address serves another story every day is no correction.
    """
    one, other = wording_of(new), wording_of(old)
    if np.array_equal(one.keys, other.keys):
        return True
    share = _share(shared_words(one, other), one.body), _share(shared_words(other, one), other.body)
    return max(share) >= _HALF / 2


def shared_words(one: Wording, other: Wording) -> Mask:
    """Mark the words of one report in passages that another shares. Shape: (n_words of one,)."""
    found = np.isin(one.shingles, other.shingles)
    size = min(SHINGLE, len(one.keys))
    reached = np.convolve(found, np.ones(max(1, size), np.int64)) if len(found) else np.zeros(0)
    mask: Mask = reached > 0
    return mask


def _share(shared: Mask, part: range) -> float:
    return float(shared[part.start : part.stop].mean()) if part else 0.0


def _holds_most(short: Wording, in_short: Mask, long: Wording, in_long: Mask) -> bool:
    """Return whether most of the shorter story stands in the longer one, as most of it or as its beginning."""
    of_short, of_long = _share(in_short, short.body), _share(in_long, long.body)
    lead_of_short, lead_of_long = _share(in_short, short.body[:_LEAD]), _share(in_long, long.body[:_LEAD])
    begin_alike = of_short >= _HALF and min(lead_of_short, lead_of_long) >= _NEARLY
    is_cut = of_short >= _MOST and lead_of_long >= _HALF
    is_most = of_short >= _MOST and of_long >= (_HALF if lead_of_short >= _HALF else _NEARLY)
    return (begin_alike or is_cut or is_most) and _own_share(short, in_short) >= _HALF


def _own_share(wording: Wording, shared: Mask) -> float:
    """Return the share of the reporter's own words that are shared; of all where there are few of them."""
    body = slice(wording.body.start, wording.body.stop)
    own = ~quoted_words(wording)[body]
    return float(shared[body][own].mean()) if own.sum() >= _OWN else _share(shared, wording.body)


def _is_template(wording: Wording, shared: Mask) -> bool:
    """Return whether what stands within shared passages is often another figure, or another name where there are few figures.

    A toll that was raised everywhere changes figures too, but the names around them stay.
    """
    changed = _changed_in_place(shared, _GAP)
    figures = _figures(wording)
    names = np.array([word[0].isupper() for word in wording.words], np.bool_)
    of_figures, of_both = (_lost(telling, shared, changed) for telling in (figures, figures | names))
    if of_figures is None:
        return of_both is not None and of_both >= _OTHER_FIGURES
    return of_figures >= _OTHER_FIGURES and of_both is not None and of_both >= _OTHER_FIGURES / 2


def _lost(telling: Mask, shared: Mask, changed: Mask) -> float | None:
    """Return the share of telling words within shared passages that are others; None if there are too few."""
    kept, lost = int((telling & shared).sum()), int((telling & changed).sum())
    return lost / (kept + lost) if kept + lost >= _FEWEST else None


def _figures(wording: Wording) -> Mask:
    return np.array([word[0].isdigit() or word == "%" for word in wording.words], np.bool_)


def _changed_in_place(shared: Mask, longest: int) -> Mask:
    """Mark the words in the gaps between shared passages that are no longer than that."""
    places = np.flatnonzero(shared)
    gaps = np.diff(places)
    changed = np.zeros(len(shared), np.bool_)
    for place in np.flatnonzero((gaps > 1) & (gaps <= longest + 1)):
        changed[places[place] + 1 : places[place + 1]] = True
    return changed


def _kinship(short: Wording, in_short: Mask, long: Wording, in_long: Mask) -> Kinship:
    """Return what the shorter story is to the longer one."""
    corrected = all(
        (_figures(wording) & _changed_in_place(shared, _TOUCH)).any()
        for wording, shared in ((short, in_short), (long, in_long))
    )
    if corrected or _share(in_short, short.body) < _ALL:
        return Kinship.UPDATED
    if _share(in_long, long.body) < _ALL:
        return Kinship.TRIMMED
    return Kinship.RETITLED if _only_headlines_differ(short, long) else Kinship.WIRE


def _only_headlines_differ(one: Wording, other: Wording) -> bool:
    first, second = (w.keys[w.paragraphs[1] :] if len(w.paragraphs) > 1 else w.keys[:0] for w in (one, other))
    return len(first) > 0 and bool(np.array_equal(first, second))
