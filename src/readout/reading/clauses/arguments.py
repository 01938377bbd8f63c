# SPDX-License-Identifier: Apache-2.0
"""Who does what to whom, by the tree alone: the subject, object and phrases of a verb, and the phrases of a noun.

All functions give head words. A subject that stands elsewhere is looked for where English puts it: with the verb that controls it
("agreed to meet"), with the one it is joined to ("met and signed"), or in front of a relative clause.
"""

from __future__ import annotations

from collections.abc import Iterator

from readout.reading.clauses.embedding import gives_time, ordinal_of
from readout.reading.clauses.scene import Scene, asked_once
from readout.resources import commitment_of, verb_triggers

__all__ = [
    "PROMISING",
    "QUOTING",
    "agents",
    "antecedent",
    "complement",
    "conjuncts",
    "is_outcome_of_passive",
    "is_passive",
    "objects",
    "owners",
    "patients",
    "phrases",
    "prepositions_of",
]

_RELATIVE = frozenset("who whom which that whose".split())
_OWNING = frozenset("of in from by between".split())
PROMISING = frozenset("promise promises promised promising".split())  # to do so oneself
_SUMMONING = frozenset(
    "summon summons summoned summoning".split()
)  # "summoned the envoy to protest": who summons protests
_CALLING = frozenset("call calls called calling phoned telephoned".split())
_APPEALING = frozenset("appeal appeals appealed appealing".split())
_NAMING = frozenset("call calls called calling label labels labelled labeled brand branded dub dubbed".split())
_DETACHING = frozenset({"from", "against"})
_OCCASIONS = frozenset({"after", "amid", "before", "during", "following"})  # "cut aid after a row with [the premier]"
_HARMING = frozenset("killing wounding injuring destroying damaging maiming".split())
_JUDGES = frozenset(
    "condemned condemns condemning criticised criticized criticises criticizes criticising criticizing denounced "
    "denounces denouncing deplored deplores regretted regrets slammed slams rejected rejects rejecting opposed opposes "
    "opposing welcomed welcomes welcoming hailed hails praised praises protested".split()
)
_HOSTED = frozenset(
    "hosted brokered mediated convened chaired organised organized sponsored arranged facilitated".split()
)
_JUDGING = frozenset({"ACCUSE", "SUPPORT", "COERCE", "SANCTION"})  # "thanked, blamed, jailed them for helping"
_SENDING = frozenset(
    "send sends sent sending dispatch dispatched dispatches deploy deployed deploys scramble scrambled use used uses using".split()
)
_BECOMES = frozenset("became become becomes becoming".split())
_OVER = frozenset("over after following about for amid".split())
_FARTHEST = 6  # steps from a verb to the one that has its subject


def is_passive(scene: Scene, verb: int) -> bool:
    """Tell whether something is done to the verb's subject."""
    syntax = scene.syntax
    if scene.lower(verb).endswith("ing"):  # "they are boycotting", whatever the tree calls their part in it
        return False
    if (
        verb and syntax.upos[verb - 1] == "PART" and scene.lower(verb - 1) == "to"
    ):  # "were due to meet": not "to be met"
        return False
    if syntax.children(verb, "aux:pass", "nsubj:pass", "csubj:pass") or _shares_passive(scene, verb):
        return True
    if syntax.is_relation(verb, "acl") and not syntax.is_relation(verb, "acl:relcl"):
        infinitive = any(scene.lower(c) == "to" for c in syntax.children(verb, "mark"))
        own = [c for c in syntax.children(verb, "obj", "nsubj") if not _is_behind_by(scene, verb, c)]
        return not infinitive and not own  # "as Norland [urges] restraint" is done by Norland
    return bool(syntax.children(verb, "obl:agent")) and not syntax.children(verb, "nsubj")


def _shares_passive(scene: Scene, verb: int) -> bool:
    """Tell whether a verb is joined to a passive one and has no subject, object or helper of its own: "was shot and killed"."""
    syntax, above = scene.syntax, scene.syntax.heads[verb]
    if not syntax.is_relation(verb, "conj") or syntax.children(verb, "nsubj", "obj", "aux", "iobj") or above == verb:
        return False
    return syntax.upos[above] == "VERB" and is_passive(scene, above)


def conjuncts(scene: Scene, head: int) -> list[int]:
    """Return a head and what is joined to it: "Russia and China"; the name after a title carries what is joined to both."""
    found = [head]
    for at in found:
        beside = [at, *(c for c in scene.syntax.children(at, "appos", "flat") if scene.syntax.upos[c] == "PROPN")]
        if at and scene.syntax.heads[at - 1] == at and scene.syntax.is_relation(at - 1, "compound"):
            beside += [at - 1] if scene.syntax.upos[at] == scene.syntax.upos[at - 1] == "PROPN" else []  # "Ola Lind"
        joined = [c for one in beside for c in scene.syntax.children(one, "conj") if not _is_left_out(scene, c)]
        joined += [c for c in scene.syntax.children(at, "appos") if _is_of_list(scene, c, at)]
        found += [c for c in joined if c not in found and scene.syntax.upos[c] not in {"VERB", "AUX"}]
    return found


def _is_left_out(scene: Scene, word: int) -> bool:
    """Tell whether what is joined is only said not to be of the others: "spoke with Fiji but not with [Sogavare]"."""
    return any(scene.lower(c) == "not" and c < word for c in scene.syntax.children(word, "advmod", "cc"))


def _is_of_list(scene: Scene, word: int, head: int) -> bool:
    """Tell whether what the tree takes for an apposition is the next of a list: "met Rios, [the Omani minister] and an aide"."""
    one, other = scene.directory.at_head(word), scene.entity_of(head)
    return bool(scene.syntax.children(word, "conj")) and one is not None and other is not None and one is not other


def antecedent(scene: Scene, word: int) -> int:
    """Return what a relative pronoun stands for; any other word is itself."""
    if scene.lower(word) not in _RELATIVE:
        return word
    for at in scene.syntax.ancestors(word):
        if scene.syntax.is_relation(at, "acl:relcl"):
            above = scene.syntax.heads[at]
            return _person_of(scene, above) if scene.lower(word) == "who" else above
    return word


def _person_of(scene: Scene, head: int) -> int:
    """Return of whom "who" speaks where the tree hangs its clause on the person's body: "[Brandt] of the Seamen's Union, who"."""
    body, above = scene.entity_of(head), scene.syntax.heads[head]
    if body is None or body.type not in {"organisation", "place"}:
        return head
    named = [
        (w, scene.directory.at_head(w))
        for w in scene.syntax.children(head, "nmod", "appos")
        if scene.case_of(w) == "of"
    ]
    persons = [w for w, e in named if e is not None and e.type == "person" and e.name is not None]
    if persons:  # "the government of [Lind], who was detained"
        return persons[-1]
    if not scene.syntax.is_relation(head, "nmod"):
        return head
    person = scene.entity_of(above)
    return above if person is not None and person.type == "person" else head


@asked_once
def agents(scene: Scene, verb: int) -> list[int]:
    """Return who does what a verb says: its subject, or in a passive clause the one after "by"."""
    if is_passive(scene, verb):
        return _by(scene, verb)
    if _is_subject_behind_time(scene, verb):
        return [verb - 1]
    quoted = _quoted(scene, verb)
    if quoted:
        return quoted
    return _subjects(scene, verb, _FARTHEST)


def _quoted(scene: Scene, verb: int) -> list[int]:
    """Return who is quoted as doing what a verb says: "TASS quoted [Lavrov] as accusing NATO"."""
    above = scene.syntax.heads[verb]
    is_quoted = scene.lower(above) in QUOTING and scene.lower(verb - 1) == "as" and above < verb - 1
    return [w for w in scene.syntax.children(above, "obj") if above < w < verb] if is_quoted else []


QUOTING = frozenset("quote quoted quotes quoting cite cited cites citing".split())


def _is_subject_behind_time(scene: Scene, verb: int) -> bool:
    """Tell whether the tree took the subject for a time: "months after a five-day border [conflict] killed 48 people"."""
    syntax, word = scene.syntax, verb - 1
    is_obl = word >= 0 and syntax.heads[word] == verb and syntax.is_relation(word, "obl")
    opens = is_obl and scene.case_of(word) in {"after", "before", "since", "until"}
    return opens and bool(syntax.children(verb, "obj")) and not syntax.children(verb, "nsubj")


@asked_once
def patients(scene: Scene, verb: int) -> list[int]:
    """Return to whom or what it is done: its object, or the subject of a passive clause."""
    if not is_passive(scene, verb):
        return objects(scene, verb)
    own = [w for w in scene.syntax.children(verb, "nsubj:pass", "nsubj") if not _is_behind_by(scene, verb, w)]
    if own:
        return _each(scene, own)
    if _shares_passive(scene, verb):
        return patients(scene, scene.syntax.heads[verb])
    if scene.syntax.is_relation(verb, "acl"):
        return [_occasion_of(scene, verb)]
    above = _verb_above(scene, verb)
    return patients(scene, above) if above is not None and is_passive(scene, above) else _above(scene, verb, _FARTHEST)


def _occasion_of(scene: Scene, verb: int) -> int:
    """Return what a participle is said of: in "talks with [his counterpart, Rau], hosted by Lind" the talks are hosted, not he."""
    noun = scene.syntax.heads[verb]
    hosted = scene.lower(verb) in _HOSTED and scene.lower(verb - 1) == ","
    above = scene.syntax.heads[noun]
    is_inner = hosted and scene.syntax.is_relation(noun, "nmod") and scene.case_of(noun) in {"with", "between"}
    return above if is_inner else noun


def _is_behind_by(scene: Scene, verb: int, word: int) -> bool:
    """Tell whether a word behind a passive verb has "by" before it, and is therefore who did it, whatever the tree says."""
    return word > verb and scene.case_of(word) == "by"


def objects(scene: Scene, verb: int) -> list[int]:
    """Return the objects of a verb; what a relative clause leaves out stands in front of it."""
    own = scene.syntax.children(verb, "obj") or scene.syntax.children(
        verb, "iobj"
    )  # "warned Paris": the tree may call it either
    if len(own) > 1 and scene.lower(verb) in _NAMING:
        own = [own[0], *(c for c in own[1:] if not _is_description(scene, c))]
    own = own or [c for c in scene.syntax.children(verb, "ccomp") if _is_noun_alone(scene, c)]
    own = own or [s for c in scene.syntax.children(verb, "xcomp", "ccomp") for s in _called(scene, c)]
    if own:
        return _each(scene, own)
    shared = [c for c in scene.syntax.children(verb, "conj") if scene.syntax.upos[c] == "VERB"]
    apart = shared and any(verb < c < shared[0] for c in scene.syntax.children(verb, "obl", "advcl", "xcomp", "ccomp"))
    if (
        shared
        and not apart  # "met in Oslo and signed a pact"
        and scene.syntax.children(shared[0], "obj")
        and not scene.syntax.children(shared[0], "nsubj")
    ):
        return _each(scene, scene.syntax.children(shared[0], "obj"))
    return []


def _is_noun_alone(scene: Scene, word: int) -> bool:
    """Tell whether what the tree calls a clause is a noun phrase, as a quoted one often is: hailed “a decisive victory”."""
    return scene.syntax.upos[word] in {"NOUN", "PROPN"} and not scene.syntax.children(
        word, "nsubj", "cop", "aux", "mark"
    )


def _is_description(scene: Scene, noun: int) -> bool:
    """Tell whether a second object only says what the first is: "called the senator [a traitor]"."""
    return any(scene.lower(c) in {"a", "an"} for c in scene.syntax.children(noun, "det"))


def _called(scene: Scene, word: int) -> list[int]:
    """Return who is said to be what a noun says, where the tree makes a clause of both: "called [Kask] a tyrant"."""
    if scene.syntax.upos[word] not in {"NOUN", "PROPN"} or scene.syntax.children(word, "cop", "aux", "mark"):
        return []
    return scene.syntax.children(word, "nsubj")


def _each(scene: Scene, heads: list[int]) -> list[int]:
    return [joined for head in heads for joined in conjuncts(scene, antecedent(scene, head))]


def _by(scene: Scene, verb: int) -> list[int]:
    # What has no "by" of its own shares one: "ten were killed, among them three guards" names no doer.
    told = [c for c in scene.syntax.children(verb, "obl:agent") if scene.case_of(c) in {"by", ""}]
    marked = [c for c in told if c < verb or "by" in scene.encoding.lower[verb:c]]
    marked = marked or [c for c in scene.syntax.children(verb, "nsubj:pass") if _is_behind_by(scene, verb, c)]
    found = marked or [c for c in scene.syntax.children(verb, "obl", "obj") if scene.case_of(c) == "by"]
    joined = [c for c in scene.syntax.children(verb, "conj") if not found and _shares_passive(scene, c)]
    return _each(scene, found) or [w for c in joined for w in _by(scene, c)]


def _subjects(scene: Scene, verb: int, steps: int) -> list[int]:
    own = scene.syntax.children(verb, "nsubj", "nsubj:pass", "csubj")
    if own:
        # What stands before the word that opens the clause is another's: "leaving [dozens] dead before the two agreed".
        opened = max((w for w in scene.syntax.children(verb, "mark") if w < verb), default=-1)
        inside = [w for w in own if w > opened]
        return _each(scene, inside or own)
    return _above(scene, verb, steps)


def _verb_above(scene: Scene, verb: int) -> int | None:
    if scene.syntax.is_relation(verb, "conj", "xcomp", "advcl", "ccomp") and scene.syntax.heads[verb] != verb:
        return scene.syntax.heads[verb]
    return None


def _above(scene: Scene, verb: int, steps: int) -> list[int]:
    """Return the subject of a verb without one of its own."""
    syntax, head = scene.syntax, scene.syntax.heads[verb]
    if head == verb or steps == 0:
        return []
    if syntax.is_relation(verb, "advcl") and _is_noun_in_ing(scene, verb):
        return []
    if syntax.is_relation(verb, "acl") or (syntax.is_relation(verb, "nmod") and _is_gerund_of(scene, verb)):
        return _of_noun(scene, verb, head, steps)
    if (syntax.is_relation(verb, "xcomp", "ccomp") and not _is_call(scene, head)) or (
        syntax.is_relation(verb, "advcl") and (_is_asked(scene, verb) or _is_kept_from(scene, verb))
    ):
        given = [] if scene.lower(head) in _SUMMONING | PROMISING or _is_met(scene, verb, head) else _told(scene, head)
        if given:
            return given
    if is_outcome_of_passive(scene, verb):
        return _by(scene, head)
    if syntax.is_relation(verb, "advcl", "conj") and _is_charged_too(scene, verb):
        return _told(scene, head)
    # "The ministry said, [accusing] Norland", but not "said that [demanding] it would not help".
    is_ing = scene.lower(verb).endswith("ing") and scene.encoding.lower[verb - 1 : verb] != ("that",)
    aside = syntax.is_relation(verb, "ccomp") and is_ing
    if (aside or syntax.is_relation(verb, "conj", "xcomp", "advcl", "parataxis")) and syntax.upos[head] in {
        "VERB",
        "AUX",
        "ADJ",
        "NOUN",
    }:
        own = syntax.children(head, "nsubj", "nsubj:pass")
        return _each(scene, own) if own else _above(scene, head, steps - 1)
    return []


def is_outcome_of_passive(scene: Scene, verb: int) -> bool:
    """Tell whether a participle says what came of what was done: "the convoy was ambushed, [killing] two" killed nobody itself."""
    is_clause = scene.syntax.is_relation(verb, "advcl") and scene.lower(verb) in _HARMING
    return is_clause and is_passive(scene, scene.syntax.heads[verb])


def _is_met(scene: Scene, verb: int, head: int) -> bool:
    """Tell whether an infinitive says what somebody meets another for: "[Lind] met the minister to raise concerns"."""
    known = commitment_of(scene.lower(head), "verb")
    meets = any(trigger.type == "CONSULT" for trigger in verb_triggers(scene.encoding.words[head]))
    return meets and _is_infinitive(scene, verb) and not (known is not None and "to" in known.commits)


def _is_noun_in_ing(scene: Scene, verb: int) -> bool:
    """Tell whether a word in -ing behind a preposition only names an act: "expels a diplomat over [killing] of activist"."""
    of = scene.encoding.lower[verb + 1 : verb + 2] == ("of",)
    marks = (scene.lower(c) for c in scene.syntax.children(verb, "mark", "case"))
    return of and scene.lower(verb).endswith("ing") and any(mark in _OVER for mark in marks)


def _is_infinitive(scene: Scene, verb: int) -> bool:
    return any(scene.lower(c) == "to" for c in scene.syntax.children(verb, "mark"))


def _is_asked(scene: Scene, verb: int) -> bool:
    """Tell whether an infinitive says what the object of the verb above is to do; that of giving is the giver's own purpose.

    "urged the rebels to leave", "sent jets to bomb", but "gave two million to help".
    """
    above = commitment_of(scene.lower(scene.syntax.heads[verb]), "verb")
    moved = scene.lower(scene.syntax.heads[verb]) in _SENDING
    asked = moved or (above is not None and "to" in above.commits)
    asked = asked or gives_time(scene.encoding, scene.syntax, verb)  # "gave Norland a week to withdraw"
    return _is_infinitive(scene, verb) and asked and not _is_call(scene, scene.syntax.heads[verb])


def _is_call(scene: Scene, verb: int) -> bool:
    """Tell whether a verb tells of a call to somebody, who is asked for nothing: "called him to thank him", not "called on"."""
    return (
        scene.lower(verb) in _CALLING
        and bool(scene.syntax.children(verb, "obj"))
        and scene.encoding.lower[verb + 1 : verb + 2] not in (("on",), ("upon",), ("for",))
    )


def _is_kept_from(scene: Scene, verb: int) -> bool:
    """Tell whether a clause says what the object does: "distracted Pakistan from fighting", "accused Paris of spying"."""
    above = scene.syntax.heads[verb]
    judged = any(trigger.type in _JUDGING for trigger in verb_triggers(scene.encoding.words[above]))
    marks = _DETACHING | {"of"} | ({"for", "with"} if judged else frozenset())
    return scene.lower(verb).endswith("ing") and any(
        scene.lower(c) in marks for c in scene.syntax.children(verb, "mark", "case")
    )


def _is_charged_too(scene: Scene, verb: int) -> bool:
    """Tell whether a participle goes on with a charge: "accused [India] of crossing the line, “[attacking] its men”"."""
    head, syntax = scene.syntax.heads[verb], scene.syntax
    charges = any(
        trigger.type == "ACCUSE" and trigger.mode == "allege" for trigger in verb_triggers(scene.encoding.words[head])
    )
    if not charges or not scene.lower(verb).endswith("ing"):
        return False
    between = (c for c in syntax.children(head, "xcomp", "advcl") if head < c < verb)
    quoted = scene.encoding.words[verb - 1] in {"“", '"', "‘"}
    return quoted and any(_is_gerund_of(scene, c) for c in between)


def _told(scene: Scene, governor: int) -> list[int]:
    """Return who is to do what a governing verb asks for or makes happen: "urged Moscow to withdraw"."""
    own = scene.syntax.children(governor, "obj", "iobj")
    own = [c for c in own if scene.syntax.upos[c] != "NUM"]  # "voted 204 to 85 to impeach him"
    if own:
        return _each(scene, own)
    if is_passive(scene, governor):
        return _each(scene, scene.syntax.children(governor, "nsubj:pass", "nsubj"))
    word = scene.lower(governor)  # not "said on Monday, accusing"
    before = {"on", "upon"} if word in _CALLING else {"to"} if word in _APPEALING else set()
    asked = [c for c in scene.syntax.children(governor, "obl") if scene.case_of(c) in before]
    return _each(scene, asked[:1])


def _of_noun(scene: Scene, verb: int, noun: int, steps: int) -> list[int]:
    """Return the subject of a clause that depends on a noun: "forces attacking", "his decision to withdraw"."""
    if _is_infinitive(scene, verb) and scene.case_of(noun) == "in" and scene.syntax.children(noun, "cop"):
        return _each(scene, scene.syntax.children(noun, "nsubj"))  # "[the envoy] is in Tarsk to meet the president"
    if not (_is_infinitive(scene, verb) or _is_gerund_of(scene, verb)) or scene.syntax.upos[noun] == "PROPN":
        return _each(scene, [noun])
    if _is_gerund_of(scene, verb) and _is_judged(scene, noun):
        return _each(scene, [noun])
    if ordinal_of(scene.encoding, scene.syntax, noun) is not None:
        return _who_is(scene, noun)
    if _is_gerund_of(scene, verb) and scene.syntax.children(noun, "cop"):  # "[Norland] is on the brink of signing"
        return _each(scene, scene.syntax.children(noun, "nsubj"))
    asked = [w for w in phrases(scene, noun, "on", "to") if w < verb] if scene.lower(noun) in _CALLS else []
    if asked:
        return asked  # "its call on [Norland] to withdraw"
    owned = owners(scene, noun, frozenset({"by"}))
    if owned:
        return owned
    above = scene.syntax.heads[noun]
    if scene.syntax.is_relation(noun, "obj") and scene.syntax.upos[above] == "VERB" and not _is_judging(scene, above):
        return _subjects(scene, above, steps - 1)
    return []


_CALLS = frozenset("call calls appeal appeals plea pleas order orders".split())


def _is_judging(scene: Scene, verb: int) -> bool:
    """Tell whether a verb only says what somebody thinks of another's plan: "[condemned] the decision to cut ties"."""
    return scene.lower(verb) in _NAMING or scene.lower(verb) in _JUDGES


def _is_judged(scene: Scene, noun: int) -> bool:
    """Tell whether somebody is accused, so that what follows with "of" is said of him: "accused [the rebels] of killing"."""
    syntax, above = scene.syntax, scene.syntax.heads[noun]
    is_object = syntax.is_relation(noun, "obj", "nsubj:pass") and syntax.upos[above] == "VERB"
    return is_object and any(trigger.type in _JUDGING for trigger in verb_triggers(scene.encoding.words[above]))


def _is_gerund_of(scene: Scene, verb: int) -> bool:
    """Tell whether a clause says of what a noun is: "no intention [of resigning]"."""
    marks = (scene.lower(c) for c in scene.syntax.children(verb, "mark", "case"))
    return scene.lower(verb).endswith("ing") and "of" in marks


def _who_is(scene: Scene, noun: int) -> list[int]:
    """Return who is said to be what a noun says: "[Russia] became the first state to recognise it", "Chile was the last"."""
    own = scene.syntax.children(noun, "nsubj")
    above = scene.syntax.heads[noun]
    if not own and scene.syntax.is_relation(noun, "obj", "xcomp", "obl") and scene.lower(above) in _BECOMES:
        own = scene.syntax.children(above, "nsubj")
    return _each(scene, own or [noun])


def owners(scene: Scene, noun: int, prepositions: frozenset[str] = _OWNING) -> list[int]:
    """Return whose a noun is: its possessive, else the phrase behind one of some prepositions, else who made it.

    "Israel's rules", "positions of the army", "an offer made by the Taliban".
    """
    own = [c for c in scene.syntax.children(noun, "nmod:poss") if c < noun]
    if own:
        return _each(scene, own)
    found = phrases(scene, noun, *prepositions)
    made = [
        c
        for c in scene.syntax.children(noun, "acl")
        if not found and scene.syntax.upos[c] == "VERB" and not scene.syntax.is_relation(c, "acl:relcl")
    ]
    return found or [w for c in made for w in _by(scene, c)]


def phrases(scene: Scene, head: int, *prepositions: str, steps: int = 1) -> list[int]:
    """Return the heads of the phrases behind some prepositions that depend on a verb or noun, with what is joined to them.

    Args:
        scene: Words and trees.
        head: The verb or noun.
        prepositions: The prepositions, in lower case.
        steps: How deep the phrase may hang: with 2, "held talks in Oslo with Dahl" has its "with" even if it hangs on "Oslo".
    """
    level = [head]
    for step in range(steps):
        below = [c for at in level for c in scene.syntax.children(at, "obl", "nmod", "obj")]
        if step:  # "on a tour to Norland he voiced support": what stands in front is no part of what follows
            below = [c for c in below if c > head]
        found = [
            c
            for c in below
            if _is_behind(scene, c, prepositions)
            and not scene.syntax.is_relation(c, "nmod:poss")
            and not _is_object(scene, c)
        ]
        if found:
            return _each(scene, found)
        level = [c for c in below if scene.case_of(c) not in _OCCASIONS]
    return []


def _is_behind(scene: Scene, word: int, prepositions: tuple[str, ...]) -> bool:
    """Tell whether a word stands behind one of some prepositions; of several that the tree gives it, the nearest counts too."""
    cases = [c for c in scene.syntax.children(word, "case") if c < word]
    return scene.case_of(word) in prepositions or bool(cases and scene.lower(cases[-1]) in prepositions)


def _is_object(scene: Scene, word: int) -> bool:
    """Tell whether a word is what is acted on, or by whom; a second object with a preposition is a phrase."""
    syntax = scene.syntax
    by = syntax.is_relation(word, "obl:agent") and scene.case_of(word) == "by"
    return by or (syntax.is_relation(word, "obj") and len(syntax.children(syntax.heads[word], "obj")) == 1)


def prepositions_of(scene: Scene, head: int) -> Iterator[str]:
    """Yield the prepositions of the phrases that depend on a word."""
    for child in scene.syntax.children(head, "obl", "nmod"):
        yield scene.case_of(child)


def complement(scene: Scene, verb: int) -> int | None:
    """Return the verb of the clause that depends on a verb: "demanded that Israel stop", "urged Moscow to withdraw"."""
    found = scene.syntax.children(verb, "ccomp", "xcomp")
    if found:
        return found[0]
    return next((c for c in scene.syntax.children(verb, "advcl") if _is_infinitive(scene, c)), None)
