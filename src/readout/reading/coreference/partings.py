# SPDX-License-Identifier: Apache-2.0
"""What a sentence says of who is not who: whom a verb is done to is not its subject, and who is told is not spoken of."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence

from readout.reading.coreference.discourse import Discourse
from readout.reading.trees.syntax import Syntax
from readout.resources import cue_verb, office_state
from readout.text import Span

__all__ = [
    "join_clients",
    "part_owners",
    "part_subjects",
    "part_tellers",
    "part_terms",
    "part_told",
    "part_turns",
    "part_witnesses",
]


def part_subjects(discourse: Discourse) -> None:
    """Say that nobody is whom his own verbs are done to: "[He] told Trent, and assured [Prand]", "[Lind] called, urging [him]"."""
    syntax = discourse.syntax
    named: dict[int, list[int]] = defaultdict(list)
    pronouns: dict[int, int] = {}
    of_head: dict[int, list[int]] = defaultdict(list)
    for i, mention in enumerate(discourse.mentions):
        of_head[mention.head].append(i)
        if mention.form == "name" and discourse.facts[i].kind == "person":
            named[mention.head].append(i)
        elif mention.form == "pronoun" and discourse.facts[i].noun in _OBJECTS:
            pronouns[mention.head] = i
    for i, mention in enumerate(discourse.mentions):
        if not syntax.is_relation(mention.head, "nsubj"):
            continue
        verb = syntax.heads[mention.head]
        shared = [c for c in syntax.children(verb, "conj") if not syntax.children(c, "nsubj", "nsubj:pass", "aux:pass")]
        for each in (verb, *shared, *_beside(discourse, verb), *_controlled(syntax, verb)):
            for word in syntax.children(each, "obj", "iobj", "obl"):
                is_done = (
                    syntax.relations[word] in {"obj", "iobj"} or _is_to(discourse, word) or _is_with(discourse, word)
                )
                if is_done and word in pronouns and pronouns[word] > i:
                    discourse.chains.bar(i, pronouns[word])
        if mention.form != "pronoun":
            continue
        above, words = syntax.heads[verb], discourse.encoding.words
        if syntax.is_relation(verb, "acl:relcl") and "," not in words[above:verb] and not syntax.children(verb, "cop"):
            for j in of_head.get(above, ()):
                discourse.chains.bar(i, j)  # "the first leader [he] has met"
        done = [c for each in (verb, *shared) for c in syntax.children(each, "obj", "iobj", "obl")]
        for head in (*done, *_doers(syntax, discourse.encoding.lower, verb)):
            for j in named[head]:
                discourse.chains.bar(i, j)


_OBJECTS = frozenset("him her them it".split())


def _controlled(syntax: Syntax, verb: int) -> list[int]:
    """Return the verbs of which the subject of another is the doer: "is expected to [succeed] her", not "asked him to [go]"."""
    found, at = [], verb
    while not syntax.children(at, "obj", "iobj"):
        inner = [c for c in syntax.children(at, "xcomp") if syntax.upos[c] == "VERB" and c > at]
        if len(inner) != 1 or syntax.children(inner[0], "nsubj", "nsubj:pass"):
            break
        at = inner[0]
        found.append(at)
    return found


def _is_with(discourse: Discourse, word: int) -> bool:
    """Tell whether a phrase is of another than the doer, where nothing else is done: "differed [with her]"."""
    syntax, verb = discourse.syntax, discourse.syntax.heads[word]
    cases = {discourse.encoding.lower[c] for c in syntax.children(word, "case")}
    return bool(cases & _OTHERS) and not syntax.children(verb, "obj", "nsubj:pass")


_OTHERS = frozenset({"with", "against", "from"})


def _beside(discourse: Discourse, verb: int) -> list[int]:
    """Return the verbs in -ing beside a verb, which have its subject: "called her, [urging] them to stop"."""
    syntax, lower = discourse.syntax, discourse.encoding.lower
    clauses = [c for c in syntax.children(verb, "advcl") if lower[c].endswith("ing")]
    return [c for c in clauses if not syntax.children(c, "nsubj", "nsubj:pass", "aux:pass", "mark")]


def _doers(syntax: Syntax, lower: Sequence[str], verb: int) -> list[int]:
    """Return by whom the subject of a verb has something done to it: "Pressed by [a lawmaker], he replied"."""
    clauses = [
        c for c in syntax.children(verb, "advcl")
        if not syntax.children(c, "nsubj", "nsubj:pass") or _is_fronted(syntax, lower, c)
    ]  # fmt: skip
    above = syntax.heads[verb]
    if syntax.is_relation(verb, "conj", "parataxis") and _is_fronted(syntax, lower, above):
        clauses.append(above)  # the tree takes the words in front for the main clause
    return [w for c in clauses for w in syntax.children(c, "obl") if _is_doer(syntax, lower, c, w)]


def _is_doer(syntax: Syntax, lower: Sequence[str], verb: int, word: int) -> bool:
    """Tell whether a phrase says by whom something is done, whatever the tree calls it: "Asked by [Lind]"."""
    is_by = lower[verb].endswith("ed") and lower[verb + 1] == "by" and verb + 1 in syntax.children(word, "case")
    return syntax.relations[word] == "obl:agent" or is_by


def _is_fronted(syntax: Syntax, lower: Sequence[str], verb: int) -> bool:
    """Tell whether a sentence begins with what is done to its subject: "Cross-examined by Roy, she denied it"."""
    start = syntax.sentences[syntax.sentence_of[verb]].start
    is_first = start == verb or (verb - start < _FRONT and (lower[start + 1] == "-" or lower[start] in _WHEN))
    return is_first and lower[verb].endswith("ed") and lower[verb + 1] == "by"


_FRONT = 4  # words: "When cross-examined"
_WHEN = frozenset({"when", "once", "while"})


def part_turns(discourse: Discourse, labels: Sequence[Span]) -> None:
    """Say that in a turn of a transcript no "he", and no "the President", is whose turn it is: "MR PATEL: [He] welcomed it".

    Args:
        discourse: The mentions of the report.
        labels: Where it names who speaks, in text order.
    """
    starts = [label.start for label in labels]
    speaking: dict[int, int] = {}
    for i, mention in enumerate(discourse.mentions):
        turn = bisect_right(starts, mention.span.start) - 1
        if turn < 0:
            continue
        if mention.form == "name" and labels[turn].contains(mention.span):
            speaking[turn] = i
        elif turn in speaking and (
            (mention.form == "pronoun" and discourse.facts[i].gender)
            or (
                mention.form == "nominal"
                and discourse.facts[i].definiteness == "definite"
                and not labels[turn].contains(mention.span)
            )
        ):
            discourse.chains.bar(i, speaking[turn])


def part_witnesses(discourse: Discourse) -> None:
    """Say that no pronoun beside it is who has only seen a document: "in a letter seen by [Interpress], [they] said"."""
    lower, sentence_of = discourse.encoding.lower, discourse.syntax.sentence_of
    for i, mention in enumerate(discourse.mentions):
        if lower[max(0, mention.start - 2) : mention.start] not in _SEEN_BY:
            continue
        for j, other in enumerate(discourse.mentions[i : i + _NEAR], start=i):
            if other.form == "pronoun" and sentence_of[other.head] == sentence_of[mention.head]:
                discourse.chains.bar(i, j)


_SEEN_BY = frozenset((seen, "by") for seen in ("seen", "obtained", "reviewed", "viewed"))

_NEAR = 8  # mentions behind


def part_terms(discourse: Discourse) -> None:
    """Say that who leaves an office is not who is to take it: "the outgoing president", "the president-elect".

    Nor is "the president" the president-elect, where nobody is sworn in.
    """
    told: dict[str, list[int]] = {"outgoing": [], "incoming": []}
    lower = discourse.encoding.lower
    for i in range(len(discourse.mentions)):
        ranges = [one.words for one in discourse.said_of(i)]
        states = {office_state(word) for start, end in ranges for word in lower[start:end]}
        for state in states & told.keys():
            told[str(state)].append(i)
    for i in told["outgoing"][:_ENOUGH]:
        for j in told["incoming"][:_ENOUGH]:
            discourse.chains.bar(i, j)
    elected = [j for j in told["incoming"] if "president" in {one.noun for one in discourse.said_of(j)}]
    if not elected or not _SWORN.isdisjoint(lower):
        return
    holding = [i for i, m in enumerate(discourse.mentions) if lower[m.start : m.end] == ("the", "president")]
    if all(
        discourse.mentions[j].form == "nominal" for j in elected
    ):  # "President Lind" is not "the president-elect" either
        holding += [i for i, m in enumerate(discourse.mentions) if m.form == "name" and _presides(discourse, i)]
    for i in holding[:_ENOUGH]:
        for j in elected[:_ENOUGH]:
            discourse.chains.bar(i, j)


def _presides(discourse: Discourse, i: int) -> bool:
    """Tell whether the title of a name says that its bearer is president: "President Lind"."""
    titles = [one for one in discourse.said_of(i) if one.noun == "president" and not one.past and not one.of_body]
    words = {word for one in titles for word in discourse.encoding.lower[slice(*one.words)]}
    return bool(titles) and not any(office_state(word) in {"incoming", "former"} for word in words)


_SWORN = frozenset({"sworn", "inaugurated", "oath"})
_ENOUGH = 32  # of each: keeps the cost linear


def part_owners(discourse: Discourse) -> None:
    """Say that nobody is their own adviser: "[the president]'s adviser"."""
    for i in range(len(discourse.mentions)):
        owner = discourse.owner(i)
        if owner is not None and discourse.encoding.lower[discourse.mentions[owner].end] in {"'s", "’s", "'", "’"}:
            discourse.chains.bar(i, owner)


def join_clients(discourse: Discourse) -> None:
    """Join of whom somebody speaks for another with that other: "[Her] lawyer, Jan Hora, said [she] would appeal"."""
    syntax, lower = discourse.syntax, discourse.encoding.lower
    owners = {
        m.head: i for i, m in enumerate(discourse.mentions) if m.form == "pronoun" and lower[m.head] in {"his", "her"}
    }
    if not owners:
        return
    _join_spoken_for(discourse, owners)
    _join_called_clients(discourse)
    for i, mention in enumerate(discourse.mentions):
        clause = syntax.heads[mention.head]
        if lower[mention.head] not in _THEIRS or not syntax.is_relation(mention.head, "nsubj"):
            continue
        teller = syntax.heads[clause]
        if not syntax.is_relation(clause, "ccomp") or teller > clause:
            continue
        subjects = set(syntax.children(teller, "nsubj"))
        for owner in range(max(0, teller - _TITLE), teller):
            served = syntax.heads[owner]
            if owner not in owners or lower[owner] != _THEIRS[lower[mention.head]] or lower[served] not in _SPEAK_FOR:
                continue
            if served in subjects or not subjects.isdisjoint(syntax.ancestors(served)):
                discourse.chains.join(owners[owner], i)


def _join_called_clients(discourse: Discourse) -> None:
    """Join "[his client]" with whose lawyer the paragraph tells of, and his "his" with that lawyer."""
    lines, mentions = discourse.encoding.line_numbers, discourse.mentions
    for i, mention in enumerate(mentions):
        owner = discourse.owner(i) if discourse.facts[i].noun == "client" else None
        if owner is None or mentions[owner].form != "pronoun" or discourse.facts[i].number == "many":
            continue
        for j in range(i - 1, -1, -1):
            if lines[mentions[j].head] != lines[mention.head]:
                break
            served = discourse.owner(j) if discourse.facts[j].noun in _LAWYERS else None
            if served is not None:
                discourse.chains.join(j, owner)
                discourse.chains.join(served, i)
                _join_own(discourse, i)
                break


def _join_own(discourse: Discourse, i: int) -> None:
    """Join a client with "his" in the clause of which the client is the subject: "said [his client] had lost [his] memory"."""
    syntax, mentions = discourse.syntax, discourse.mentions
    verb = syntax.heads[mentions[i].head]
    if not syntax.is_relation(mentions[i].head, "nsubj", "nsubj:pass"):
        return
    for j in range(i + 1, min(i + _NEAR_CLIENT, len(mentions))):
        is_own = (
            mentions[j].form == "pronoun" and discourse.facts[j].person == 3 and mentions[j].start >= mentions[i].end
        )
        if is_own and verb in syntax.ancestors(mentions[j].head):
            discourse.chains.join(i, j)


_NEAR_CLIENT = 6  # mentions
_LAWYERS = frozenset("lawyer attorney counsel solicitor barrister advocate".split())


def _join_spoken_for(discourse: Discourse, owners: Mapping[int, int]) -> None:
    """Join "her" of who tells something behind it with whom that is about: "[Powell] will run, [her] spokesman said"."""
    syntax, lower = discourse.syntax, discourse.encoding.lower
    named = {m.head: i for i, m in enumerate(discourse.mentions) if m.form == "name"}
    for word, owner in owners.items():
        served = syntax.heads[word]
        verb = syntax.heads[served]
        if lower[served] not in _SPEAK_FOR or cue_verb(lower[verb]) is None or not syntax.is_relation(served, "nsubj"):
            continue
        said = syntax.children(verb, "ccomp")
        said = [syntax.heads[verb]] if syntax.is_relation(verb, "parataxis") else said
        for clause in (w for w in said if w < word and discourse.quotations[w] < 0):
            for subject in syntax.children(clause, "nsubj", "nsubj:pass"):
                if subject in named and discourse.facts[named[subject]].kind == "person":
                    discourse.chains.join(named[subject], owner)


def part_tellers(discourse: Discourse) -> None:
    """Say that who tells something is not whom it is done to under the same noun: "Burns met [officials], [the officials] said".

    Nor is one who comes in only to tell it "him" in what he tells: "Ruto called Odinga, [an aide] said, and told [him] of it".
    """
    syntax = discourse.syntax
    described = {m.head: i for i, m in enumerate(discourse.mentions) if m.form == "nominal"}
    pronouns = {m.head: i for i, m in enumerate(discourse.mentions) if m.form == "pronoun"}
    for word, i in described.items():
        verb = syntax.heads[word]
        if not syntax.is_relation(word, "nsubj") or cue_verb(discourse.encoding.lower[verb]) is None:
            continue
        told = [w for w in syntax.children(verb, "ccomp") if w < word]
        told += [syntax.heads[verb]] if syntax.is_relation(verb, "parataxis") and syntax.heads[verb] < word else []
        for done in (w for clause in told for w in syntax.children(clause, "obj", "iobj", "obl")):
            j = described.get(done)
            if j is not None and done < word and discourse.facts[j].noun == discourse.facts[i].noun:
                discourse.chains.bar(i, j)
        if discourse.facts[i].definiteness != "indefinite":
            continue
        for behind in (w for clause in told for w in syntax.children(clause, "conj") if w > verb):
            for done in syntax.children(behind, "obj", "iobj", "obl"):
                if done in pronouns:
                    discourse.chains.bar(i, pronouns[done])


_SPEAK_FOR = frozenset(
    "lawyer attorney solicitor barrister counsel spokesman spokeswoman spokesperson agent publicist doctor office".split()
)

_THEIRS = {"he": "his", "she": "her"}

_TITLE = 12  # words from "her lawyer" to the verb, with his name and age between


def part_told(discourse: Discourse, quoted: set[int]) -> None:
    """Say that nobody to whom a quotation is told is "they" or "he" in it: "“[They] want me gone,” he told [reporters]"."""
    _part_tellers(discourse, quoted)
    told = [j for j, m in enumerate(discourse.mentions) if discourse.quotations[m.head] < 0 and _is_told(discourse, j)]
    if not told:
        return
    sentence_of, lines = discourse.syntax.sentence_of, discourse.encoding.line_numbers
    heads = [m.head for m in discourse.mentions]
    by_sentence: dict[int, list[int]] = defaultdict(list)
    for j in told:
        sentence = discourse.syntax.sentences[sentence_of[heads[j]]]
        if any(discourse.quotations[w] >= 0 for w in range(sentence.start, sentence.end)):
            by_sentence[sentence_of[heads[j]]].append(j)
    for i in quoted:
        number = sentence_of[heads[i]]
        for j in (j for near in (number - 1, number, number + 1) for j in by_sentence.get(near, ())):
            if lines[heads[j]] == lines[heads[i]]:
                discourse.chains.bar(i, j)


def _is_told(discourse: Discourse, j: int) -> bool:
    """Tell whether something is told to whom a mention means: "told [reporters]", "spoke to [the crowd]"."""
    syntax, head = discourse.syntax, discourse.mentions[j].head
    cue = cue_verb(discourse.encoding.lower[syntax.heads[head]])
    if cue is None or discourse.mentions[j].form == "pronoun":
        return False
    if syntax.is_relation(head, "obj", "iobj"):
        return cue.addressee == "obj" and cue.kind == "speech"
    return syntax.is_relation(head, "obl") and _is_to(discourse, head)


def _part_tellers(discourse: Discourse, quoted: set[int]) -> None:
    """Say that who says a quotation is "I" in it, and neither "he" nor "they": "“[He] told me,” [Lind] said"."""
    syntax, lower = discourse.syntax, discourse.encoding.lower
    by_sentence: dict[int, list[int]] = defaultdict(list)
    for i in quoted:
        by_sentence[syntax.sentence_of[discourse.mentions[i].head]].append(i)
    for j, mention in enumerate(discourse.mentions) if by_sentence else ():
        verb = syntax.heads[mention.head]
        inside = by_sentence.get(syntax.sentence_of[mention.head])
        if (
            mention.form == "pronoun"
            or not inside
            or discourse.quotations[mention.head] >= 0
            or not syntax.is_relation(mention.head, "nsubj")
        ):
            continue
        if cue_verb(lower[verb]) is not None and discourse.quotations[verb] < 0 and _tells_quotation(discourse, verb):
            for i in inside:
                discourse.chains.bar(i, j)


def _tells_quotation(discourse: Discourse, verb: int) -> bool:
    """Tell whether what a verb says is a quotation: its clause stands in marks, or it stands within a clause that does."""
    syntax = discourse.syntax
    told = [w for w in syntax.children(verb, "ccomp", "parataxis") if discourse.quotations[w] >= 0]
    return bool(told) or (syntax.is_relation(verb, "parataxis") and discourse.quotations[syntax.heads[verb]] >= 0)


def _is_to(discourse: Discourse, word: int) -> bool:
    """Tell whether a word stands behind "to" and no other preposition."""
    return [discourse.encoding.lower[w] for w in discourse.syntax.children(word, "case")] == ["to"]
