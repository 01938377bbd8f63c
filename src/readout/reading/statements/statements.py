# SPDX-License-Identifier: Apache-2.0
"""Who said what to whom, on whose word.

The model finds source, cue and content and links them; this layer makes statements of them, in the order of the steps in
`find_statements`. Each step is a module of its own.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from readout.reading.attributions.attribution import READ, Attribution, WordRange, confidence, readable_segments
from readout.reading.attributions.quotes import find_quotations
from readout.reading.clauses.scene import Scene
from readout.reading.coreference.entities import Directory, Entity
from readout.reading.encoding import Encoding
from readout.reading.evidence import OpenField, Support
from readout.reading.page.labels import Label
from readout.reading.page.parts import Part
from readout.reading.reading import Reading
from readout.reading.statements.accordings import begin_behind_appositions, find_accordings, settle_accordings
from readout.reading.statements.anonymity import (
    find_condition,
    is_condition,
    leave_out_conditions,
    share_conditions,
)
from readout.reading.statements.appeals import find_appeals, take_nearer_cues
from readout.reading.statements.apposedtellers import part_from_apposed_tellers, part_from_those_told_of
from readout.reading.statements.asides import settle_asides
from readout.reading.statements.asked import leave_out_when_asked, turn_to_answers, without_questions
from readout.reading.statements.channels import find_addressees, find_channels
from readout.reading.statements.charges import begin_at_charges, begin_at_objects, part_charges
from readout.reading.statements.citings import settle_citings
from readout.reading.statements.clausebounds import (
    begin_at_quotations,
    begin_at_that,
    go_on_behind_cues,
    go_on_with_and_that,
    leave_out_objects,
    return_quotations,
)
from readout.reading.statements.closings import close_sentences
from readout.reading.statements.colontags import settle_colon_tags
from readout.reading.statements.comments import part_comments
from readout.reading.statements.contentbounds import (
    begin_at_clauses,
    begin_behind_asides,
    begin_behind_that,
    begin_whole,
    close_gaps,
    close_marks,
    end_whole,
    leave_out_asides,
    leave_out_hearers,
    leave_out_questions,
    part_at_colons,
    part_from_sources,
    part_from_tellers,
    put_to_hearers,
    say_in_cues,
    stop_at_marks,
    stop_in_time,
    take_from_contents,
)
from readout.reading.statements.contents import Kind, complete, kind_of, make_whole, trim
from readout.reading.statements.continuations import (
    absorb_quotations,
    continue_quotations,
    pass_on_quotations,
    reach_quotations,
)
from readout.reading.statements.copulas import find_copulas
from readout.reading.statements.cries import settle_cries
from readout.reading.statements.cuebounds import (
    begin_cues,
    end_cues,
    end_objects,
    end_sources,
    part_occasions,
    part_particles,
    part_platforms,
)
from readout.reading.statements.documents import give_documents, settle_documents
from readout.reading.statements.draft import Draft
from readout.reading.statements.endnames import end_with_names
from readout.reading.statements.estimates import find_estimates
from readout.reading.statements.fronts import take_clauses_in_front, take_fronts
from readout.reading.statements.gappings import part_gappings
from readout.reading.statements.headings import (
    begin_behind_genres,
    is_asked_at_large,
    is_checked,
    is_genre,
    is_known_to_all,
)
from readout.reading.statements.headlines import find_headline_quotations
from readout.reading.statements.headlinesources import find_headline_sources, part_headline_hearers
from readout.reading.statements.hearings import find_hearings, give_to_the_heard
from readout.reading.statements.hearsay import give_back_subjects, part_participles
from readout.reading.statements.interruptednamings import read_interrupted_namings
from readout.reading.statements.inversions import take_subjects_behind
from readout.reading.statements.inwords import say_in_words
from readout.reading.statements.jointspeakers import find_joint_speakers, part_joint_speakers
from readout.reading.statements.listings import find_listings
from readout.reading.statements.mainclauses import begin_at_marks, begin_at_sentences
from readout.reading.statements.manners import leave_out_manners
from readout.reading.statements.namings import drop_relatives, drop_what
from readout.reading.statements.negatedsayings import take_negations
from readout.reading.statements.nesting import find_nested, find_plain, nest
from readout.reading.statements.nonstatements import (
    is_bearer,
    is_briefing_of_source,
    is_call,
    is_citation,
    is_contrary,
    is_deed,
    is_felt,
    is_meant,
    is_purpose,
    is_question,
    is_recognition,
    is_relative,
    is_shown,
    is_stopped,
    is_topic,
    is_urging,
    is_wordless,
    without_asked,
)
from readout.reading.statements.occasions import share_occasions
from readout.reading.statements.ownclauses import part_own_clauses
from readout.reading.statements.partedsubjects import (
    give_back_parted_subjects,
    part_from_hearers_in_front,
    part_tellers_behind,
    take_subjects_in_front,
)
from readout.reading.statements.quoted import Quoted
from readout.reading.statements.quotedsubjects import tell_subjects
from readout.reading.statements.reactions import part_reactions
from readout.reading.statements.relays import drop_relays
from readout.reading.statements.reportedsayings import settle_reported
from readout.reading.statements.rivals import part_rival_tails, part_rivals
from readout.reading.statements.secondsayings import (
    part_denials,
    part_joined_tellers,
    part_others_sayings,
    part_second_sayings,
)
from readout.reading.statements.semicolons import free_quotations, part_at_semicolons, part_same_tellers, read_in_front
from readout.reading.statements.silences import is_silence
from readout.reading.statements.speakers import give_own_sources, give_relatives_sources, resolve_speaker, share_sources
from readout.reading.statements.speakingpronouns import settle_pronouns
from readout.reading.statements.strays import drop_strays
from readout.reading.statements.surroundings import part_surroundings
from readout.reading.statements.tails import close_brackets, leave_out_marks, leave_out_tails
from readout.reading.statements.tellers import take_behind_colons, tell_quotations
from readout.reading.statements.tellingsof import find_tellings_of, find_tellings_that
from readout.reading.statements.toldspeakers import tell_speakers
from readout.reading.statements.transcripts import find_turns, settle_turns, without_labelled
from readout.reading.statements.turns import part_turns
from readout.reading.statements.twotellers import part_two_tellers
from readout.reading.statements.unnamed import is_unnamed, settle_unnamed
from readout.reading.trees.syntax import Syntax
from readout.text import Span

__all__ = ["Statement", "Statements", "find_statements"]


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement, as `readout.record.Statement` states it, with entities by their ids.

    Spans are of characters; `parent` is the index of the statement that holds this one, among those of the report.
    """

    kind: Kind
    content: tuple[Span, ...]
    cue: tuple[Span, ...]
    source: tuple[Span, ...]
    speaker: str | None
    addressees: tuple[str, ...]
    relayed_by: tuple[str, ...]
    channel: str | None
    outlet: str | None
    anonymous: bool
    parent: int | None
    confidence: float
    condition: tuple[Span, ...]
    because: tuple[Support, ...]
    undecided: tuple[OpenField, ...]


def find_statements(
    encoding: Encoding,
    syntax: Syntax,
    parts: Sequence[Part],
    entities: Sequence[Entity],
    attributions: Sequence[Attribution],
    labels: Sequence[Label] = (),
) -> list[Statement]:
    """Find a report's statements, in text order."""
    if not encoding.words:
        return []
    scene = Scene(encoding, syntax, Directory(entities, syntax))
    quotations = Quoted(encoding, find_quotations(encoding.text, [part.span for part in parts if part.kind in READ]))
    segments = readable_segments(encoding, parts)
    turns = find_turns(scene, labels, segments)
    said = [turn.draft() for turn in turns]
    drafts = without_labelled([_draft(attribution) for attribution in attributions], turns)
    take_nearer_cues(drafts, scene)
    settle_citings(drafts, scene)
    settle_accordings(drafts, scene)
    give_to_the_heard(drafts, scene)
    part_own_clauses(drafts, scene)
    take_subjects_in_front(drafts, scene)
    part_from_hearers_in_front(drafts, scene)
    part_tellers_behind([draft for draft in drafts if draft.contents], scene)
    drafts = settle_reported(drafts, scene, quotations)
    drafts = turn_to_answers(drafts, scene)
    drafts = settle_asides(drafts, scene)
    give_documents(drafts, scene)
    free_quotations(drafts, scene, quotations)
    drafts = complete([d for d in drafts if not is_briefing_of_source(d, scene)], scene)
    drafts = close_sentences(drafts, scene, segments)
    drafts = without_questions(drafts, scene)
    taken = [r for draft in drafts for r in (draft.cue, draft.source) if r]
    begin_whole(drafts, scene)
    begin_at_sentences(drafts, scene)
    end_whole(drafts, scene)
    stop_in_time(drafts, scene)
    close_gaps(drafts, scene)
    part_from_sources(drafts, scene)
    give_back_parted_subjects(drafts, scene)
    leave_out_asides(drafts, scene)
    take_from_contents(drafts, scene)
    go_on_behind_cues(drafts, scene)
    leave_out_questions(drafts, scene)
    leave_out_when_asked(drafts, scene)
    take_subjects_behind(drafts, scene, quotations)
    part_from_tellers(drafts, scene)
    part_from_apposed_tellers(drafts, scene)
    part_from_those_told_of(drafts, scene)
    leave_out_conditions(drafts, scene)
    say_in_cues(drafts, scene)
    give_back_subjects(drafts, scene)
    part_participles(drafts, scene)
    part_joined_tellers(drafts, scene)
    drafts += part_second_sayings(drafts, scene, quotations)
    drafts += part_others_sayings(drafts, scene)
    drafts += part_denials(drafts, scene, quotations)
    drafts += part_rivals(drafts, scene, quotations)
    make_whole(drafts, quotations, taken)
    leave_out_hearers(drafts, scene)
    put_to_hearers(drafts, scene)
    begin_at_that(drafts, scene)
    trim(drafts, scene)
    begin_at_quotations(drafts, scene, quotations)
    return_quotations(drafts, scene, quotations)
    leave_out_objects(drafts, scene, quotations)
    drop_what(drafts, scene)
    drop_relatives(drafts, scene)
    drop_strays(drafts, scene, quotations)
    leave_out_manners(drafts, scene)
    drafts += part_reactions(drafts, scene)
    leave_out_tails(drafts, scene, quotations)
    close_brackets(drafts, scene, quotations)
    reach_quotations(drafts, scene, quotations)
    take_behind_colons(drafts, scene, quotations)
    drafts += tell_quotations(drafts, scene, quotations, parts)
    drafts += tell_subjects(drafts, scene, quotations, parts)
    drafts = absorb_quotations(drafts, scene, quotations, parts)
    drafts += part_gappings(drafts, scene, quotations)
    drafts += part_turns(drafts, scene, quotations)
    drafts += part_comments(drafts, scene, quotations)
    drafts += say_in_words(drafts, scene, quotations, parts)
    drafts += find_headline_quotations(drafts, scene, quotations, parts)
    drafts += find_headline_sources(drafts, scene, quotations, parts)
    drafts += find_plain(drafts, scene, quotations, segments)
    drafts += find_estimates(drafts, scene, segments)
    drafts += find_hearings(drafts, scene, segments)
    drafts += find_accordings(drafts, scene, quotations, segments)
    drafts += find_listings(drafts, scene, segments)
    drafts += find_copulas(drafts, scene, quotations, segments)
    drafts += find_tellings_of(drafts, scene, quotations, segments)
    drafts += find_tellings_that(drafts, scene, quotations, segments)
    drafts += find_appeals(drafts, scene, quotations, segments)
    drafts = read_interrupted_namings(drafts, scene, quotations)
    drafts += find_nested([*drafts, *said], scene, quotations)
    part_two_tellers(drafts, scene)
    part_rival_tails(drafts, scene, quotations)
    go_on_with_and_that(drafts, scene)
    part_at_colons(drafts, scene)
    drafts = begin_at_marks(drafts, scene)
    read_in_front(drafts, scene, quotations)
    part_at_semicolons(drafts, scene, quotations)
    take_clauses_in_front(drafts, scene)
    take_fronts(drafts, scene)
    close_marks(drafts, scene)
    leave_out_marks(drafts, scene)
    settle_cries(drafts, scene, quotations)
    begin_at_clauses(drafts, scene)
    begin_behind_asides(drafts, scene)
    begin_behind_appositions(drafts, scene)
    begin_behind_that(drafts, scene)
    begin_behind_genres(drafts, scene)
    part_platforms(drafts, scene)
    end_with_names(drafts, scene)
    part_charges(drafts, scene)
    begin_at_charges(drafts, scene)
    begin_at_objects(drafts, scene)
    stop_at_marks(drafts, scene, quotations)
    part_headline_hearers(drafts, scene, parts)
    drafts = without_asked(
        [d for d in drafts if not any(is_none(d, scene) for is_none in _NO_STATEMENTS)], drafts, scene
    )
    end_objects(drafts, scene)
    part_particles(drafts, scene)
    settle_turns(said, turns, drafts, scene)
    drafts += said
    share_sources(drafts, scene)
    give_own_sources(drafts, scene)
    give_relatives_sources(drafts, scene)
    part_occasions(drafts, scene)
    part_surroundings(drafts, scene)
    settle_colon_tags(drafts, scene, quotations)
    for draft in drafts:
        resolve_speaker(draft, scene)
    drafts = _with_words(drafts)
    nest(drafts)
    settle_pronouns(drafts, scene)
    part_same_tellers(drafts, scene)
    nest(drafts)
    drafts = drop_relays(drafts, scene)
    for draft in drafts:
        find_condition(draft, scene)
        find_addressees(draft, scene)
        find_joint_speakers(draft, scene)
    find_channels(drafts, scene)
    share_occasions(drafts, scene)
    settle_documents(drafts, scene)
    share_conditions(drafts, scene)
    settle_unnamed(drafts, scene)
    drafts.sort(key=lambda d: (d.start, -d.end))
    pass_on_quotations(drafts, scene, quotations)
    drafts += continue_quotations(drafts, scene, quotations, parts)
    drafts = part_joint_speakers(drafts, scene)
    end_cues(drafts, scene)
    begin_cues(drafts, scene)
    end_sources(drafts, scene)
    take_negations(drafts, scene)
    drafts.sort(key=lambda d: (d.start, -d.end))
    nest(drafts)
    tell_speakers(drafts, scene, quotations)
    return _statements(drafts, scene, quotations)


def _with_words(drafts: Sequence[Draft]) -> list[Draft]:
    """Return the drafts of which words are left, without the pieces that two rules have taken whole."""
    for draft in drafts:
        draft.contents = [(start, end) for start, end in draft.contents if start < end]
    return [draft for draft in drafts if draft.contents]


_NO_STATEMENTS = (
    is_bearer,
    is_citation,
    is_condition,
    is_question,
    is_recognition,
    is_relative,
    is_call,
    is_deed,
    is_felt,
    is_purpose,
    is_wordless,
    is_topic,
    is_urging,
    is_silence,
    is_shown,
    is_stopped,
    is_contrary,
    is_meant,
    is_genre,
    is_known_to_all,
    is_checked,
    is_asked_at_large,
)


def _draft(attribution: Attribution) -> Draft:
    draft = Draft(list(attribution.contents), attribution.cue, attribution.source, confidence(attribution))
    draft.because.append(Support("content", "attribution head", round(attribution.content_score, 4)))
    if attribution.cue is not None:
        draft.because.append(Support("cue", "link head, content to cue", round(attribution.cue_score, 4)))
    if attribution.source is not None:
        draft.because.append(Support("source", "link head, cue to source", round(attribution.source_score, 4)))
    return draft


def _statements(drafts: Sequence[Draft], scene: Scene, quotations: Quoted) -> list[Statement]:
    number = {id(draft): index for index, draft in enumerate(drafts)}

    def spans(ranges: Sequence[WordRange | None]) -> tuple[Span, ...]:
        return tuple(scene.span(r) for r in ranges if r is not None)

    return [
        Statement(
            kind=kind_of(draft, scene, quotations),
            content=spans(draft.contents),
            cue=spans([draft.cue, *draft.cue_parts]),
            source=spans([draft.source]),
            speaker=draft.speaker.id if draft.speaker else None,
            addressees=tuple(entity.id for entity in draft.addressees),
            relayed_by=tuple(entity.id for entity in draft.relayed_by),
            channel=draft.channel,
            outlet=draft.outlet.id if draft.outlet else None,
            anonymous=is_unnamed(draft),
            parent=number[id(draft.parent)] if draft.parent is not None else None,
            confidence=round(draft.confidence, 4),
            condition=spans(draft.condition),
            because=tuple(draft.because),
            undecided=tuple(draft.undecided),
        )
        for draft in drafts
    ]


class Statements:
    """The layer that finds statements."""

    name = "statements"
    requires: tuple[type, ...] = (Encoding, Syntax, Part, Entity, Attribution, Label)
    provides: tuple[type, ...] = (Statement,)

    def __call__(self, reading: Reading) -> Reading:
        """Find the report's statements."""
        found = find_statements(
            reading.the(Encoding),
            reading.the(Syntax),
            reading.of(Part),
            reading.of(Entity),
            reading.of(Attribution),
            reading.of(Label),
        )
        return reading.adding(Statement, found)
