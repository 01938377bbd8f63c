# SPDX-License-Identifier: Apache-2.0
"""Tell whether the name of a capital or a seat means its government ("Kyiv denied it") or the place ("in Kyiv")."""

from __future__ import annotations

from functools import cache

from readout.reading.coreference.mentions import Mention
from readout.reading.encoding import Encoding
from readout.reading.trees.syntax import Syntax
from readout.resources import cue_verb

__all__ = ["is_government"]

_PLACED = frozenset(
    "in at near from to into around outside inside through across toward towards over above off within "
    "throughout beyond onto "
    "on via past".split()
)
_BETWEEN = frozenset("between with by against".split())
_DEALINGS = frozenset(
    "talks talk relations ties deal agreement pact treaty war conflict dispute pressure sanctions support aid "
    "backing allies ally "
    "tension tensions accord alliance dialogue negotiations contacts message demand demands request offer "
    "response threat threats".split()
)
# What goes or lies between two towns: "trains between Madrid and Valencia".
_ROUTES = frozenset(
    "train trains flight flights route routes road roads railway highway motorway line link bus buses ferry ferries travel traffic "
    "journey trip halfway service services way corridor".split()
)
# On whom something is laid, or who is asked: "blamed the attack on Tehran", "sanctions on Moscow", "called on Kyiv to wait".
_ON = frozenset(
    "call calls called calling prevail prevailed "
    "blame blames blamed blaming pressure sanctions sanction tariffs tariff embargo impose imposes imposed imposing slapped".split()
)
_OF_A_CITY = frozenset(
    "streets street airport mayor outskirts suburbs suburb center centre residents metro subway district "
    "districts skyline square "
    "region area north south east west population weather port hospital hospitals university station hotel "
    "hotels".split()
)
# What a government does and a city does not; reporting verbs come from the table of cues.
_ACTS = (
    "accept accuse adopt agree allow annex apologise apologize approve arm back ban blame block boycott break "
    "call cancel cede close "
    "condemn confirm consider cut decide declare decline defend demand deny deploy deploy deport detain "
    "disagree dismiss drop end expect "
    "expel extend fear fight fund gain give grant halt hold hope ignore impose insist intend invade invite "
    "join keep launch lift lose "
    "maintain make mediate move need negotiate object offer open oppose order pay plan pledge prefer prepare "
    "press prevent provide pull "
    "push ratify react recall receive recognise recognize refrain refuse regard reject release renew resist "
    "respond restore resume "
    "retaliate return risk sanction see seek sell send set share sign spend stand start stop strike struggle "
    "restrict curb limit consult scrap ease relax blacklist "
    "summon supply support reserve honour honor respect comply cooperate abide hesitate "
    "suspend take talk target threaten tighten trade try try turn urge use veto view vote vow wage want warn "
    "add downgrade put place upgrade welcome win wish withdraw "
    "lash slam rebuke rebuff bristle balk fume scoff mull weigh eye court woo shun snub scold chide hail signal hint"
)
# What a state is told to do, not what may come to a city: "must not fall", "should sink", "ought to grow".
_OWED = frozenset(
    "abandon abide abolish accept account acknowledge act address adhere admit agree allow answer apologise apologize "
    "apply approve arrest ask assume avoid ban bear begin boycott break cancel cease choose clarify close come commit "
    "compensate comply compromise concede condemn confront consider consult contribute cooperate curb cut deal decide "
    "declare defend deliver demand denounce deny deport deter disarm dismantle distance do drop ease embrace end enforce "
    "engage ensure exercise expel explain extradite face follow free fulfil fulfill give grant guarantee halt hand heed "
    "help hold honor honour implement impose insist intervene investigate invest join keep launch lead learn leave let "
    "lift listen live make meet negotiate open oppose pay press pressure prevent prosecute protect prove provide publish "
    "pull punish push put ratify rein recall recognise recognize reconsider refrain reject release remember remove "
    "renounce repay repeal resist resolve respect respond restore restrain resume retaliate rethink return reverse scrap "
    "seek send set share show sign solve speak stay step stop submit supply support suspend swallow take talk tell "
    "tolerate treat turn uphold urge use wait withdraw work".split()
)
_DONE_TO = (
    "accuse add aid arm ask assure attack back blame condemn criticise criticize deny fund give hand help inform "
    "invite isolate notify offer oppose "
    "alarm anger annoy antagonise antagonize appease embarrass embolden engage infuriate irk irritate oblige order placate provoke "
    "reassure "
    "persuade place pressure press promise provide pay put remind sanction send supply support tell thank threaten urge warn"
)
_ASKS = "demand insist ask request urge propose recommend"
_LONGEST_LIST = 12  # words
_IRREGULAR = {
    "break": "broke broken", "fight": "fought", "give": "gave given", "hold": "held", "keep": "kept", "lose": "lost",
    "make": "made",
    "pay": "paid", "see": "saw seen", "seek": "sought", "sell": "sold", "send": "sent", "spend": "spent",
    "stand": "stood",
    "strike": "struck", "take": "took taken", "tell": "told", "win": "won", "withdraw": "withdrew withdrawn",
}  # fmt: skip


@cache
def _forms(verbs: str) -> frozenset[str]:
    """Return all forms of some verbs, by the rules of spelling; a form too many does no harm."""
    found: set[str] = set()
    for verb in verbs.split():
        stem = verb.removesuffix("e")
        found |= {
            verb,
            verb + "s",
            verb + "es",
            stem + "ed",
            stem + "ing",
            verb + verb[-1] + "ed",
            verb + verb[-1] + "ing",
        }
        if verb.endswith("y"):
            found |= {verb[:-1] + "ies", verb[:-1] + "ied"}
        found |= set(_IRREGULAR.get(verb, "").split())
    return frozenset(found)


def is_government(encoding: Encoding, syntax: Syntax, mention: Mention) -> bool:
    """Tell whether the name of a capital or seat stands for its government here."""
    before = encoding.lower[mention.start - 1] if mention.start else ""
    if before == "the" and mention.start > 1:
        before = encoding.lower[mention.start - 2]
    if (
        before == "to"
        and mention.start > 1
        and "according" in encoding.lower[max(0, mention.start - 3) : mention.start]
    ):
        return True
    if _which_acts(encoding, syntax, mention.end):
        return True
    if before == "between" and mention.start > 1 and encoding.lower[mention.start - 2] in _ROUTES:
        return False
    if before == "on" and encoding.lower[syntax.heads[mention.head]] in _ON:
        return True
    if before in _PLACED or (before in {"capital", "city", "town", ","} and _is_apposition(syntax, mention)):
        return False
    return _acts(encoding, syntax, mention) or _is_dealt_with(encoding, syntax, mention)


def _which_acts(encoding: Encoding, syntax: Syntax, end: int) -> bool:
    """Tell whether a clause behind a name says that it does what governments do: "a protest from Beijing, [which accused]"."""
    if encoding.lower[end : end + 2] != (",", "which"):
        return False
    at = end + 2
    while at < min(end + 5, len(encoding.words)) and syntax.upos[at] in {"AUX", "ADV"}:
        at += 1
    return at < len(encoding.words) and _is_act(encoding, syntax, at)


def _is_apposition(syntax: Syntax, mention: Mention) -> bool:
    return syntax.is_relation(mention.head, "appos", "list", "dep", "parataxis")


def _acts(encoding: Encoding, syntax: Syntax, mention: Mention) -> bool:
    """Tell whether it is the subject of something that governments do, by the tree or by the verb right after it."""
    head = mention.head
    if syntax.is_relation(head, "conj"):
        head = syntax.heads[head]
    verb = syntax.heads[head]
    if syntax.is_relation(head, "nsubj") and (_is_act(encoding, syntax, verb) or _has_dealings(encoding, syntax, verb)):
        return True
    asked = syntax.is_relation(verb, "ccomp") and encoding.lower[syntax.heads[verb]] in _forms(_ASKS)
    if syntax.is_relation(head, "nsubj") and asked and encoding.lower[mention.start - 1 : mention.start] == ("that",):
        return True  # "demanded that [Kabul] control them"
    at = start = _end_of_list(encoding, syntax, mention.end)
    if _is_obliged(encoding, syntax, at):
        return True
    while at < len(encoding.words) and at - start < 3 and syntax.upos[at] in {"AUX", "ADV"}:
        at += 1
    return at < len(encoding.words) and not encoding.line_starts[at] and _is_act(encoding, syntax, at)


def _is_obliged(encoding: Encoding, syntax: Syntax, at: int) -> bool:
    """Tell whether somebody is told to do something: "[Islamabad] must dismantle them", not "must be rebuilt"."""
    behind = encoding.lower[at : at + 1] in {("must",), ("should",), ("ought",)} and not encoding.line_starts[at]
    verb = at + 1 + (encoding.lower[at + 1 : at + 2] in {("not",), ("to",), ("now",), ("first",)})
    return behind and verb < len(encoding.words) and syntax.upos[verb] == "VERB" and encoding.lower[verb] in _OWED


def _has_dealings(encoding: Encoding, syntax: Syntax, verb: int) -> bool:
    """Tell whether a verb says that somebody has what states have with each other: "Washington has had [an agreement]"."""
    if encoding.lower[verb] not in {"has", "have", "had"}:
        return False
    return any(encoding.lower[w] in _DEALINGS for w in syntax.children(verb, "obj"))


def _end_of_list(encoding: Encoding, syntax: Syntax, end: int) -> int:
    """Return the end of the list of names that a name begins: "Washington, Tokyo and Ottawa issued", whatever the tree says."""
    at = end
    while at < min(end + _LONGEST_LIST, len(encoding.words)):
        if syntax.upos[at] != "PROPN" and encoding.words[at] not in {",", "and"}:
            break
        at += 1
    return at if "and" in encoding.words[end:at] and syntax.upos[at - 1] == "PROPN" else end


def _is_act(encoding: Encoding, syntax: Syntax, verb: int) -> bool:
    word = encoding.lower[verb]
    return syntax.upos[verb] in {"VERB", "AUX"} and (word in _forms(_ACTS) or cue_verb(word) is not None)


def _is_dealt_with(encoding: Encoding, syntax: Syntax, mention: Mention) -> bool:
    head = mention.head
    if syntax.is_relation(head, "conj"):
        head = syntax.heads[head]
    above = encoding.lower[syntax.heads[head]]
    if syntax.is_relation(head, "obj", "iobj", "nsubj:pass"):
        return above in _forms(_DONE_TO)
    if syntax.is_relation(head, "nmod:poss"):
        return above not in _OF_A_CITY
    case = [encoding.lower[w] for w in syntax.children(head, "case")]
    first = min(syntax.children(head, "case"), default=0)
    if first and encoding.lower[first] == "between" and encoding.lower[first - 1] in _ROUTES:
        return False  # "trains between Paris, London and Brussels"
    return any(c in _BETWEEN for c in case) or ("for" in case and above in _DEALINGS)
