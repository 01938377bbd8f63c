# SPDX-License-Identifier: Apache-2.0
"""Status from trees made by hand: a sentence as words with part of speech, head and relation, and one word of it."""

from __future__ import annotations

import re
from typing import Any

import pytest

from readout.reading.clauses.status import STATUSES, Status, status_of
from readout.reading.encoding import Encoding
from readout.reading.trees.syntax import Syntax
from tests.support.readings import encoding_of, syntax_of

_TIGHT = frozenset(".,?!")


def tree_of(sentence: str) -> tuple[Encoding, Syntax]:
    """Make a reading of "Troops/NOUN/2/nsubj crossed/VERB/0/root …"."""
    rows = [word.rsplit("/", 3) for word in sentence.split()]
    text = "".join(row[0] if row[0] in _TIGHT else f" {row[0]}" for row in rows).strip()
    syntax = syntax_of("\n".join(" ".join(row) for row in rows))
    return encoding_of(text), syntax


def judge(sentence: str, word: str) -> Status:
    encoding, syntax = tree_of(sentence)
    return status_of(encoding, syntax, encoding.words.index(word))


def cues(sentence: str, status: Status) -> list[str]:
    text = tree_of(sentence)[0].text
    return [cue.of(text) for cue in status.cues]


# Name: word | status | what happened | cues, then the tree.
CASES = """
past: crossed | occurred | happened | crossed
    Troops/NOUN/2/nsubj crossed/VERB/0/root the/DET/4/det river/NOUN/2/obj ./PUNCT/2/punct
perfect: ratified | occurred | happened | has
    The/DET/2/det senate/PROPN/4/nsubj has/AUX/4/aux ratified/VERB/0/root the/DET/6/det treaty/NOUN/4/obj ./PUNCT/4/punct
progressive: shelling | ongoing | happened | are
    Troops/NOUN/3/nsubj are/AUX/3/aux shelling/VERB/0/root the/DET/5/det town/NOUN/3/obj ./PUNCT/3/punct
past-progressive: shelling | occurred | happened | were
    Troops/NOUN/3/nsubj were/AUX/3/aux shelling/VERB/0/root the/DET/5/det town/NOUN/3/obj ./PUNCT/3/punct
future: visit | planned | unknown | will
    The/DET/2/det king/NOUN/4/nsubj will/AUX/4/aux visit/VERB/0/root Oslo/PROPN/4/obj ./PUNCT/4/punct
negated-future: visit | denied | did_not | not
    The/DET/2/det king/NOUN/5/nsubj will/AUX/5/aux not/PART/5/advmod visit/VERB/0/root Oslo/PROPN/5/obj ./PUNCT/5/punct
is-to: visit | planned | unknown | is
    The/DET/2/det king/NOUN/5/nsubj is/AUX/5/cop to/PART/5/mark visit/VERB/0/root Oslo/PROPN/5/obj ./PUNCT/5/punct
present-for-future: leaves | planned | unknown | Monday
    The/DET/2/det king/NOUN/3/nsubj leaves/VERB/0/root on/ADP/5/case Monday/PROPN/3/obl ./PUNCT/3/punct
headline-present: visits | occurred | happened | visits
    King/NOUN/2/nsubj visits/VERB/0/root flooded/VERB/4/amod towns/NOUN/2/obj
headline-infinitive: visit | planned | unknown | visit
    King/NOUN/0/root to/PART/3/mark visit/VERB/1/acl flooded/VERB/5/amod towns/NOUN/3/obj
managed: reach | occurred | happened | managed
    Rescuers/NOUN/2/nsubj managed/VERB/0/root to/PART/4/mark reach/VERB/2/xcomp the/DET/6/det village/NOUN/4/obj
    ./PUNCT/2/punct
did-not-manage: reach | denied | did_not | not manage
    Rescuers/NOUN/4/nsubj did/AUX/4/aux not/PART/4/advmod manage/VERB/0/root to/PART/6/mark reach/VERB/4/xcomp the/DET/8/det
    village/NOUN/6/obj ./PUNCT/4/punct
failed: reach | denied | did_not | failed
    Rescuers/NOUN/2/nsubj failed/VERB/0/root to/PART/4/mark reach/VERB/2/xcomp the/DET/6/det village/NOUN/4/obj
    ./PUNCT/2/punct
did-not-fail: reach | occurred | happened | not fail
    Rescuers/NOUN/4/nsubj did/AUX/4/aux not/PART/4/advmod fail/VERB/0/root to/PART/6/mark reach/VERB/4/xcomp the/DET/8/det
    village/NOUN/6/obj ./PUNCT/4/punct
tried: reach | attempted | unknown | tried
    Rescuers/NOUN/2/nsubj tried/VERB/0/root to/PART/4/mark reach/VERB/2/xcomp the/DET/6/det village/NOUN/4/obj
    ./PUNCT/2/punct
asked: leave | requested | unknown | asked
    The/DET/2/det mayor/NOUN/3/nsubj asked/VERB/0/root them/PRON/3/iobj to/PART/6/mark leave/VERB/3/xcomp ./PUNCT/3/punct
threatened: attack | hypothetical | unknown | threatened
    The/DET/2/det general/NOUN/3/nsubj threatened/VERB/0/root to/PART/5/mark attack/VERB/3/xcomp ./PUNCT/3/punct
said: fired | occurred | happened | said
    The/DET/2/det army/NOUN/3/nsubj said/VERB/0/root it/PRON/5/nsubj fired/VERB/3/ccomp ./PUNCT/3/punct
denied-that: fired | denied | did_not | denied
    The/DET/2/det army/NOUN/3/nsubj denied/VERB/0/root that/SCONJ/6/mark it/PRON/6/nsubj fired/VERB/3/ccomp ./PUNCT/3/punct
regrets: fled | occurred | happened | regrets
    The/DET/2/det king/NOUN/3/nsubj regrets/VERB/0/root that/SCONJ/6/mark he/PRON/6/nsubj fled/VERB/3/ccomp ./PUNCT/3/punct
if: attack | conditional | unknown | If
    If/SCONJ/3/mark rebels/NOUN/3/nsubj attack/VERB/7/advcl ,/PUNCT/3/punct troops/NOUN/7/nsubj will/AUX/7/aux
    retaliate/VERB/0/root ./PUNCT/7/punct
then: retaliate | conditional | unknown | If
    If/SCONJ/3/mark rebels/NOUN/3/nsubj attack/VERB/7/advcl ,/PUNCT/3/punct troops/NOUN/7/nsubj will/AUX/7/aux
    retaliate/VERB/0/root ./PUNCT/7/punct
may: attack | hypothetical | unknown | may
    Rebels/NOUN/3/nsubj may/AUX/3/aux attack/VERB/0/root ./PUNCT/3/punct
would-have: attacked | conditional | did_not | would
    Rebels/NOUN/4/nsubj would/AUX/4/aux have/AUX/4/aux attacked/VERB/0/root ./PUNCT/4/punct
question: fire | hypothetical | unknown | ?
    Did/AUX/3/aux troops/NOUN/3/nsubj fire/VERB/0/root ?/PUNCT/3/punct
command: Free | requested | unknown | Free
    Free/VERB/0/root the/DET/3/det hostages/NOUN/1/obj !/PUNCT/1/punct
without: firing | denied | did_not | without
    Troops/NOUN/2/nsubj left/VERB/0/root without/ADP/4/mark firing/VERB/2/advcl ./PUNCT/2/punct
whether: fired | hypothetical | unknown | Nobody whether
    Nobody/PRON/2/nsubj knows/VERB/0/root whether/SCONJ/5/mark troops/NOUN/5/nsubj fired/VERB/2/ccomp ./PUNCT/2/punct
yet: ratified | denied | did_not | yet
    The/DET/2/det treaty/NOUN/7/nsubj:pass has/AUX/7/aux yet/ADV/7/advmod to/PART/7/mark be/AUX/7/aux:pass
    ratified/VERB/0/root ./PUNCT/7/punct
too: flee | denied | did_not | too
    They/PRON/4/nsubj were/AUX/4/cop too/ADV/4/advmod tired/ADJ/0/root to/PART/6/mark flee/VERB/4/advcl ./PUNCT/4/punct
no-talks: talks | denied | did_not | no
    They/PRON/2/nsubj held/VERB/0/root no/DET/4/det talks/NOUN/2/obj ./PUNCT/2/punct
hold-talks: talks | planned | unknown | will hold
    They/PRON/3/nsubj will/AUX/3/aux hold/VERB/0/root talks/NOUN/3/obj ./PUNCT/3/punct
definite: war | occurred | happened | will end
    They/PRON/3/nsubj will/AUX/3/aux end/VERB/0/root the/DET/5/det war/NOUN/3/obj ./PUNCT/3/punct
call-for: talks | requested | unknown | called
    They/PRON/2/nsubj called/VERB/0/root for/ADP/4/case talks/NOUN/2/obl ./PUNCT/2/punct
threat-of: war | hypothetical | unknown | threat
    The/DET/2/det threat/NOUN/5/nsubj of/ADP/4/case war/NOUN/2/nmod grew/VERB/0/root ./PUNCT/5/punct
plan-to: attack | planned | unknown | plan
    A/DET/2/det plan/NOUN/6/nsubj:pass to/PART/4/mark attack/VERB/2/acl was/AUX/6/aux:pass leaked/VERB/0/root
    ./PUNCT/6/punct
attempted-coup: coup | attempted | unknown | attempted
    The/DET/3/det attempted/VERB/3/amod coup/NOUN/4/nsubj failed/VERB/0/root ./PUNCT/4/punct
called-off: talks | denied | did_not | called off
    The/DET/2/det talks/NOUN/4/nsubj:pass were/AUX/4/aux:pass called/VERB/0/root off/ADP/4/compound:prt ./PUNCT/4/punct
rejected-offer: offer | occurred | happened | rejected
    They/PRON/2/nsubj rejected/VERB/0/root the/DET/4/det offer/NOUN/2/obj ./PUNCT/2/punct
shared-auxiliary: sign | planned | unknown | will
    They/PRON/3/nsubj will/AUX/3/aux meet/VERB/0/root and/CCONJ/5/cc sign/VERB/3/conj ./PUNCT/3/punct
shared-embedding: sign | denied | did_not | failed
    They/PRON/2/nsubj failed/VERB/0/root to/PART/4/mark meet/VERB/2/xcomp or/CCONJ/6/cc sign/VERB/4/conj ./PUNCT/2/punct
relative: fled | occurred | happened | fled
    The/DET/2/det man/NOUN/6/nsubj who/PRON/4/nsubj fled/VERB/2/acl:relcl will/AUX/6/aux return/VERB/0/root ./PUNCT/6/punct
participle: killing | occurred | happened |
    Guards/NOUN/2/nsubj fired/VERB/0/root ,/PUNCT/4/punct killing/VERB/2/advcl two/NUM/4/obj ./PUNCT/2/punct
inverted: fled | conditional | unknown | Had
    Had/SCONJ/3/mark he/PRON/3/nsubj fled/VERB/8/advcl ,/PUNCT/3/punct he/PRON/8/nsubj would/AUX/8/aux have/AUX/8/aux
    lived/VERB/0/root ./PUNCT/8/punct
able: attack | hypothetical | unknown | able
    They/PRON/3/nsubj are/AUX/3/cop able/ADJ/0/root to/PART/5/mark attack/VERB/3/xcomp ./PUNCT/3/punct
was-able: attack | occurred | happened | able
    They/PRON/3/nsubj were/AUX/3/cop able/ADJ/0/root to/PART/5/mark attack/VERB/3/xcomp ./PUNCT/3/punct
"""


def _cases() -> list[Any]:
    found = re.findall(r"^(\S+): (.+) \| (.+) \| (.+) \|(.*)\n((?:    .+\n)+)", CASES, re.MULTILINE)
    return [
        pytest.param(tree, word, value, happened, words, id=name) for name, word, value, happened, words, tree in found
    ]


@pytest.mark.parametrize(("sentence", "word", "value", "happened", "words"), _cases())
def test_status_of_a_word(sentence: str, word: str, value: str, happened: str, words: str):
    status = judge(sentence, word)
    assert status.value == value
    assert cues(sentence, status) == words.split()
    assert status.happened == happened


def test_every_status_is_given_by_some_case():
    assert {case.values[2] for case in _cases()} == set(STATUSES)


def test_a_denied_denial_leaves_open_what_was_said():
    sentence = (
        "They/PRON/4/nsubj did/AUX/4/aux not/PART/4/advmod deny/VERB/0/root "
        "that/SCONJ/7/mark troops/NOUN/7/nsubj fired/VERB/4/ccomp"
    )
    assert judge(sentence, "fired").value == "hypothetical"


def test_an_embedding_of_an_embedding_keeps_the_outer_condition():
    sentence = (
        "If/SCONJ/3/mark they/PRON/3/nsubj manage/VERB/8/advcl to/PART/5/mark land/VERB/3/xcomp ,/PUNCT/3/punct "
        "he/PRON/8/nsubj flees/VERB/0/root"
    )
    assert judge(sentence, "land").value == "conditional"


def test_even_if_is_no_condition():
    sentence = (
        "He/PRON/3/nsubj will/AUX/3/aux flee/VERB/0/root "
        "even/ADV/7/advmod if/SCONJ/7/mark they/PRON/7/nsubj win/VERB/3/advcl"
    )
    assert judge(sentence, "flee").value == "planned"


def test_not_only_denies_nothing():
    sentence = "They/PRON/4/nsubj not/ADV/4/advmod only/ADV/2/advmod fled/VERB/0/root"
    assert judge(sentence, "fled").happened == "happened"


def test_a_definite_noun_outlives_the_denial_of_its_verb():
    sentence = "They/PRON/4/nsubj did/AUX/4/aux not/PART/4/advmod discuss/VERB/0/root the/DET/6/det war/NOUN/4/obj ./PUNCT/4/punct"
    assert judge(sentence, "war").value == "occurred"


def test_a_chain_of_clauses_without_end_is_judged():
    """A tree without sense, as of a text without stops, costs neither the stack nor much time."""
    words = " ".join(f"said/VERB/{n}/ccomp" if n else "said/VERB/0/root" for n in range(300))
    encoding, syntax = tree_of(words)
    assert status_of(encoding, syntax, 299).value == "occurred"
