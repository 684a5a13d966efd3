"""The result as its page shows it: for each child what to do, why, and what could still change it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from threshold_tool.cases.interview import Place
from threshold_tool.documents.fields import AGE
from threshold_tool.evaluation import explain
from threshold_tool.evaluation import result_words as words
from threshold_tool.evaluation.against import reasons_against
from threshold_tool.evaluation.consent_words import consent_words
from threshold_tool.reports.record_decision import decision_words, level_name
from ui.presenters.journey import page_of
from ui.presenters.page_ids import PageId, PageKind
from ui.presenters.steps import steps_shown

if TYPE_CHECKING:
    from threshold_tool.evaluation.case_result import CaseResult
    from threshold_tool.evaluation.result import ChildResult, Reason
    from threshold_tool.evaluation.unknowns import Unknown
    from ui.presenters.consultation import Consultation
    from ui.presenters.steps import StepsShown

DECIDE_AGAIN = "A lower level needs a written reason and a named manager. Decide again."
_STATEMENTS = ("judgement", "not-a-score", "disagreement")


@dataclass(frozen=True, slots=True)
class LevelShown:
    """A child's level in words, with the code and the colour by which the area knows it."""

    child: str
    code: str
    name: str
    colour: str


@dataclass(frozen=True, slots=True)
class ReasonShown:
    """A reason with its place in the document, and what the document says there."""

    words: str
    wording: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class UnknownShown:
    """A question that is not answered, how far the answer could lead, and the page where it can be given."""

    words: str
    could: str
    page: PageId | None


@dataclass(frozen=True)
class ChildShown:
    """Everything about one child. Lists that are empty are not shown.

    `views` are the person's own view and decision beside the document's level; `also_to_do` is what a lower level
    decided on asks for as well; `more_unknowns` are sentences.
    """

    level: LevelShown
    meaning: tuple[str, ...]
    at_once: bool
    views: tuple[tuple[str, str], ...]
    steps: StepsShown
    steps_title: str
    also_to_do: tuple[str, ...]
    consent: tuple[str, ...]
    basis: str
    reasons: tuple[ReasonShown, ...]
    enough: tuple[str, ...]
    also: tuple[ReasonShown, ...]
    reach: str | None
    unknowns: tuple[UnknownShown, ...]
    more_unknowns: tuple[str, ...]
    would_raise: tuple[str, ...]
    against: tuple[str, ...]
    set_aside: tuple[str, ...]
    not_in_document: str


@dataclass(frozen=True)
class ResultState:
    """The whole page: the family at a glance, each child, and what the document says of judgement."""

    document: str
    levels: tuple[LevelShown, ...]
    highest: str | None
    guarded: tuple[str, ...]
    children: tuple[ChildShown, ...]
    statements: tuple[str, ...]


def result_state(consultation: Consultation) -> ResultState:
    """What the page shows; whoever is to be helped first comes first."""
    result = consultation.result
    statements = consultation.document.statements
    children = sorted(result.children, key=lambda child: (not child.immediate, -child.recommendation.level))
    return ResultState(
        document=explain.document_words(consultation.compiled),
        levels=tuple(level_shown(result, child) for child in result.children),
        highest=words.highest_words(result),
        guarded=explain.guarded_words(consultation.case),
        children=tuple(_child(consultation, result, child) for child in children),
        statements=tuple(statements[key] for key in _STATEMENTS if key in statements),
    )


def level_shown(result: CaseResult, child: ChildResult) -> LevelShown:
    """The document's level for a child."""
    at = child.recommendation.level
    level = result.compiled.source.document.levels[at]
    return LevelShown(child.ref, level.code, explain.level_words(result.compiled, at), level.colour)


def views_before(result: CaseResult, child: ChildResult) -> tuple[tuple[str, str], ...]:
    """The person's own view, and whether what to do was shown before it, each with what it is called."""
    case = result.fitted.case
    own, early = case.own_view.get(child.ref), explain.shown_early_words(case, child.ref)
    because = case.own_view_because.get(child.ref)
    found = [("Your own view, before the result", level_name(result.compiled.source, own))] if own else []
    found += [("Why you think so", because)] if because else []
    return (*found, *([("What to do was shown first", early)] if early else []))


def _views(result: CaseResult, child: ChildResult) -> tuple[tuple[str, str], ...]:
    """What stands beside the document's level: the own view, and the decision with what it still needs."""
    decided = result.fitted.case.decision.get(child.ref)
    if decided is None:
        return views_before(result, child)
    lower = (result.decided_level(child) or 0) < child.recommendation.level
    needs = lower and not (decided.reason and decided.manager)
    return (
        *views_before(result, child),
        ("Your decision", decision_words(result, child, decided)),
        *((("Still to do", DECIDE_AGAIN),) if needs else ()),
    )


def _child(consultation: Consultation, result: CaseResult, child: ChildResult) -> ChildShown:
    compiled = result.compiled
    level = compiled.source.document.levels[child.recommendation.level]
    low = "" if child.statutory else compiled.source.document.statements.get("low-result", "")
    law = explain.law_words(compiled, child.recommendation.level)
    at, acting = child.recommendation.level, result.acting_level(child)
    found = words.to_find_out(child)
    return ChildShown(
        level=level_shown(result, child),
        meaning=tuple(text for text in (level.meaning, law, low) if text),
        at_once=child.immediate,
        views=_views(result, child),
        steps_title="What to do at the level you decided on" if acting > at else "What to do",
        steps=steps_shown(result, child, max(at, acting)),
        also_to_do=_also_to_do(result, child) if acting < at else (),
        consent=_consent(result, child),
        basis=explain.basis_words(compiled, child),
        reasons=tuple(_reason(result, reason) for reason in child.reasons),
        enough=words.enough_words(compiled, child),
        also=tuple(_reason(result, reason) for reason in child.also),
        reach=explain.range_words(compiled, child),
        unknowns=tuple(_unknown(consultation, child, unknown) for unknown in found[: words.MOST_UNKNOWNS]),
        more_unknowns=_more_unknowns(child, len(found)),
        would_raise=tuple(explain.raise_words(compiled, step) for step in child.would_raise),
        against=_against(result, child),
        set_aside=tuple(explain.set_aside_words(compiled, q, typed) for q, typed in child.set_aside.items()),
        not_in_document=words.not_in_document_words(result.fitted.not_in_document.get(child.ref, ())),
    )


def _reason(result: CaseResult, reason: Reason) -> ReasonShown:
    said = explain.with_citation(explain.reason_words(result.compiled, reason), reason.clause)
    return ReasonShown(said, words.wording_of(result.compiled, reason))


def _also_to_do(result: CaseResult, child: ChildResult) -> tuple[str, ...]:
    """What the lower level decided on asks for besides."""
    named = {step.action.id for step in result.steps(child)}
    steps = result.steps_at(child, result.acting_level(child))
    return tuple(explain.step_words(step) for step in steps if step.action.id not in named)


def _consent(result: CaseResult, child: ChildResult) -> tuple[str, ...]:
    found = consent_words(result.compiled, result.acting_level(child))
    return (*found.sentences, *(f"Exception: {text}" for text in found.exceptions))


def _unknown(consultation: Consultation, child: ChildResult, unknown: Unknown) -> UnknownShown:
    compiled = consultation.compiled
    return UnknownShown(
        words=explain.question_words(compiled, unknown.question),
        could=explain.could_words(compiled, unknown),
        page=_page_for(consultation, child.ref, unknown.question),
    )


def _page_for(consultation: Consultation, ref: str, question: str) -> PageId | None:
    """Where a question can be answered for a child; None where it is not asked as things stand."""
    if question == AGE:
        return PageId(PageKind.CHILDREN)
    step = consultation.interview.step_at(Place(question, ref)) or consultation.interview.step_at(Place(question))
    return None if step is None else page_of(step)


def _more_unknowns(child: ChildResult, listed: int) -> tuple[str, ...]:
    later = len(child.unknowns) - listed
    more = words.more_to_find_out_words(listed - words.MOST_UNKNOWNS)
    return tuple(text for text in (more, explain.later_words(later) if later else "") if text)


def _against(result: CaseResult, child: ChildResult) -> tuple[str, ...]:
    compiled, found = result.compiled, reasons_against(result.compiled, child)
    strengths = (explain.strength_words(compiled, question, shown) for question, shown in found.strengths)
    return (*strengths, *(explain.lower_words(compiled, entry) for entry in found.lower))
