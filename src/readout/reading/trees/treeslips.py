# SPDX-License-Identifier: Apache-2.0
"""The mending of trees: slips that the model makes again and again in news, put right by the words side by side."""

from __future__ import annotations

from collections.abc import Sequence

from readout.reading.trees import (
    caseslips,
    chainslips,
    clauseslips,
    jointslips,
    listslips,
    nounslips,
    phraseslips,
    subjectslips,
    titleslips,
    verbslips,
    voiceslips,
    zoneslips,
)

__all__ = ["mend"]


def mend(
    words: Sequence[str], begins: Sequence[bool], upos: list[str], heads: list[int], relations: list[str],
    sentences: Sequence[tuple[int, int]] = (),
) -> None:  # fmt: skip
    """Put right the heads and relations of words, in place, and the part of speech of a headline's verb.

    Args:
        words: The words.
        begins: Whether each begins a line.
        upos: Their parts of speech.
        heads: Their heads; a word that is its own head is a root.
        relations: Their relations to these.
        sentences: First word of each and the word after its last: no word hangs on one of another sentence.
    """
    first = list(heads), list(relations)
    lower = [word.lower() for word in words]
    zoneslips.set_clocks_apart(words, begins, upos, heads, relations)
    voiceslips.make_first_verbs(lower, begins, upos, heads, relations)
    voiceslips.make_verbs(lower, upos, heads, relations)
    voiceslips.make_nouns(lower, upos, heads, relations)
    voiceslips.make_offensives(lower, upos, heads, relations)
    voiceslips.make_truces(lower, upos, relations)
    nounslips.join_twins(lower, upos, heads, relations)
    nounslips.count_of(lower, upos, heads, relations)
    nounslips.modify_by_of(lower, upos, heads, relations)
    nounslips.keep_names_whole(upos, heads, relations)
    nounslips.join_named(lower, upos, heads, relations)
    phraseslips.part_names(lower, upos, heads, relations)
    titleslips.make_titles_nouns(words, upos, relations)
    titleslips.lead_by_names(words, heads, relations)
    titleslips.join_generals(lower, heads, relations)
    titleslips.join_hyphened_titles(lower, upos, heads, relations)
    titleslips.lead_by_those_present(lower, upos, heads, relations)
    titleslips.hang_states_on_titles(upos, heads, relations)
    phraseslips.list_lands(words, upos, heads, relations)
    nounslips.list_parts(lower, upos, heads, relations)
    nounslips.join_nearest(lower, upos, heads, relations)
    nounslips.join_backward(lower, upos, heads, relations)
    verbslips.bring_across(lower, upos, heads, relations)
    nounslips.give_owners(lower, upos, heads, relations)
    nounslips.hang_titles(words, begins, upos, heads, relations)
    verbslips.give_subjects(words, begins, upos, heads, relations)
    verbslips.bring_to_verbs(upos, heads, relations)
    verbslips.lift_verbs(lower, upos, heads, relations)
    verbslips.part_subjects(lower, upos, heads, relations)
    verbslips.give_first_subjects(lower, upos, heads, relations)
    verbslips.give_what_is_due(lower, upos, heads, relations)
    phraseslips.open_clauses(upos, heads, relations)
    verbslips.give_hearers(lower, upos, heads, relations)
    jointslips.join_sayings(lower, upos, heads, relations)
    verbslips.make_objects(lower, upos, heads, relations)
    jointslips.join_by_and(upos, heads, relations)
    jointslips.give_asides(lower, upos, heads, relations)
    jointslips.part_clauses(lower, upos, heads, relations)
    jointslips.join_told(upos, heads, relations)
    jointslips.join_leftward(upos, heads, relations)
    nounslips.join_pairs(words, upos, heads, relations)
    verbslips.give_back_objects(lower, upos, heads, relations)
    verbslips.part_objects(upos, heads, relations)
    phraseslips.keep_in_clause(words, upos, heads, relations)
    phraseslips.keep_in_front(upos, heads, relations)
    phraseslips.lift_meetings(lower, upos, heads, relations)
    caseslips.part_cases(lower, upos, heads, relations)
    caseslips.give_accused(lower, upos, heads, relations)
    caseslips.give_asked(lower, upos, heads, relations)
    caseslips.give_called(lower, upos, heads, relations)
    caseslips.give_between(lower, upos, heads, relations)
    caseslips.give_receivers(lower, upos, heads, relations)
    subjectslips.count_hurt(lower, upos, heads, relations)
    caseslips.hang_contents(lower, upos, heads, relations)
    phraseslips.part_charges(lower, upos, heads, relations)
    phraseslips.turn_doers(upos, heads, relations)
    phraseslips.turn_into_phrases(lower, upos, heads, relations)
    nounslips.count_rightward(upos, heads, relations)
    voiceslips.open_by_as(lower, upos, heads, relations)
    voiceslips.open_by_after(lower, upos, heads, relations)
    voiceslips.make_subjects(upos, heads, relations)
    voiceslips.make_pronouns_subjects(lower, upos, heads, relations)
    voiceslips.make_active(lower, upos, heads, relations)
    voiceslips.give_doers(upos, heads, relations)
    voiceslips.give_nearest_objects(upos, heads, relations)
    voiceslips.hang_outcomes(lower, upos, heads, relations)
    voiceslips.make_spoils(upos, heads, relations)
    voiceslips.make_asked(lower, relations, heads)
    voiceslips.make_participles(lower, upos, heads, relations)
    voiceslips.make_passive(lower, upos, heads, relations)
    voiceslips.make_done_to(upos, heads, relations)
    voiceslips.give_those_wanted(upos, heads, relations)
    phraseslips.hang_relatives(lower, upos, heads, relations)
    phraseslips.hang_harm_done(lower, upos, heads, relations)
    nounslips.turn_compounds(upos, heads, relations)
    nounslips.turn_leftward(words, upos, heads, relations)
    nounslips.name_objects(lower, upos, heads, relations)
    nounslips.name_holders(words, upos, heads, relations)
    nounslips.name_tellers(words, upos, heads, relations)
    nounslips.name_nearest(words, upos, heads, relations)
    verbslips.give_tellers(upos, heads, relations)
    verbslips.give_last_tellers(lower, upos, heads, relations)
    nounslips.join_enumerated(upos, heads, relations)
    nounslips.join_descriptions(words, upos, heads, relations)
    voiceslips.join_objects(words, upos, heads, relations)
    subjectslips.give_asking(words, heads, relations)
    subjectslips.give_first_tellers(upos, heads, relations)
    subjectslips.give_subject_before_clause(lower, upos, heads, relations)
    subjectslips.give_subject_behind_mark(upos, heads, relations)
    subjectslips.join_hyphened(lower, upos, heads, relations)
    subjectslips.give_names_behind_places(lower, upos, heads, relations)
    subjectslips.lift_pasts(lower, upos, heads, relations)
    verbslips.part_joined(lower, upos, heads, relations)
    verbslips.part_shared(lower, upos, heads, relations)
    subjectslips.part_at_colons(lower, upos, heads, relations)
    subjectslips.part_at_semicolons(lower, upos, heads, relations)
    subjectslips.part_behind_but(lower, upos, heads, relations)
    listslips.hang_each(lower, heads, relations)
    listslips.list_subjects(lower, upos, heads, relations)
    listslips.list_titled(lower, upos, heads, relations)
    listslips.list_led_by_title(lower, upos, heads, relations)
    listslips.list_owned_names(lower, upos, heads, relations)
    listslips.hang_owners(lower, upos, heads, relations)
    listslips.list_behind_commas(lower, upos, heads, relations)
    listslips.list_counterparts(lower, upos, heads, relations)
    listslips.list_bare_counterparts(lower, heads, relations)
    listslips.part_denied(lower, heads, relations)
    titleslips.name_heads_of_bodies(lower, upos, heads, relations)
    clauseslips.pass_over_accordings(lower, upos, heads, relations)
    clauseslips.relate_to_nouns(lower, upos, heads, relations)
    clauseslips.name_relatives(lower, heads, relations)
    clauseslips.relate_to_names(upos, heads, relations)
    clauseslips.leave_relatives(upos, heads, relations)
    clauseslips.part_unfinished_at_semicolons(lower, upos, heads, relations)
    clauseslips.part_reduced(lower, upos, heads, relations)
    clauseslips.part_recalled(lower, heads, relations)
    clauseslips.free_addressed(lower, upos, heads, relations)
    clauseslips.give_asked_before_to(lower, upos, heads, relations)
    clauseslips.free_callers(lower, upos, heads, relations)
    clauseslips.give_answers(lower, upos, heads, relations)
    clauseslips.give_subject_behind_as(lower, upos, heads, relations)
    clauseslips.give_teller_behind(lower, upos, heads, relations)
    clauseslips.pass_over_participles(lower, upos, heads, relations)
    clauseslips.front_phrases(lower, upos, heads, relations)
    voiceslips.open_by_after(lower, upos, heads, relations)
    clauseslips.hang_days(lower, upos, heads, relations)
    clauseslips.hang_harm(lower, upos, heads, relations)
    clauseslips.join_past(lower, upos, heads, relations)
    clauseslips.join_short_names(words, upos, heads, relations)
    clauseslips.keep_in_inner(upos, heads, relations)
    clauseslips.keep_in_relatives(lower, upos, heads, relations)
    caseslips.hang_on_nearest(lower, upos, heads, relations)
    caseslips.keep_behind_verb(lower, upos, heads, relations)
    caseslips.open_charges(lower, heads, relations)
    caseslips.hand_over(lower, heads, relations)
    caseslips.hang_accordings(lower, upos, heads, relations)
    chainslips.keep_by_pronouns(lower, heads, relations)
    chainslips.open_contact_relatives(lower, upos, heads, relations)
    chainslips.list_acts(lower, upos, heads, relations)
    chainslips.give_leaders(lower, upos, heads, relations)
    chainslips.give_first_act(lower, upos, heads, relations)
    chainslips.join_participles(lower, upos, heads, relations)
    chainslips.join_in_relatives(lower, upos, heads, relations)
    chainslips.join_behind_quotations(lower, upos, heads, relations)
    chainslips.join_behind_semicolons(lower, upos, heads, relations)
    chainslips.join_complaints(lower, upos, heads, relations)
    chainslips.join_across_tellers(lower, upos, heads, relations)
    chainslips.hang_harm_in_clauses(lower, upos, heads, relations)
    caseslips.raise_cases(upos, heads, relations)
    _undo_crossings(*first, heads, relations, sentences)
    _undo_circles(*first, heads, relations)


def _undo_crossings(
    first_heads: Sequence[int], first_relations: Sequence[str], heads: list[int], relations: list[str],
    sentences: Sequence[tuple[int, int]],
) -> None:  # fmt: skip
    """Put words back to where they hung at first if mending has hung them on one of another sentence."""
    for start, end in sentences:
        for word in range(start, end):
            if not start <= heads[word] < end:
                heads[word], relations[word] = first_heads[word], first_relations[word]


def _undo_circles(
    first_heads: Sequence[int], first_relations: Sequence[str], heads: list[int], relations: list[str]
) -> None:
    """Put words back to where they hung at first if mending has hung some in a circle: a tree comes before a better tree."""
    safe = bytearray(len(heads))
    for word in range(len(heads)):
        path: list[int] = []
        at = word
        while not safe[at]:
            if at in path:
                for one in path[path.index(at) :]:
                    heads[one], relations[one] = first_heads[one], first_relations[one]
                path, at = [], word
                continue
            path.append(at)
            if heads[at] == at:
                break
            at = heads[at]
        for one in path:
            safe[one] = 1
