"""The people's part of one child's record: consent, views, the person's own view and the decision."""

from __future__ import annotations

from typing import TYPE_CHECKING

from threshold_tool.cases.model import Views
from threshold_tool.evaluation.consent_words import ASKED, consent_words
from threshold_tool.evaluation.explain import level_words, shown_early_words
from threshold_tool.evaluation.step_words import day_words
from threshold_tool.reports.blocks import (
    Bullets,
    Fact,
    Facts,
    Heading,
    KeepTogether,
    Lines,
    Notice,
    Paragraph,
    Signatures,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from threshold_tool.cases.model import ConsentAsked, Decision
    from threshold_tool.documents.loaded import LoadedDocument
    from threshold_tool.evaluation.case_result import CaseResult
    from threshold_tool.evaluation.consent_words import ConsentField
    from threshold_tool.evaluation.result import ChildResult
    from threshold_tool.reports.blocks import Block


def consent(result: CaseResult, child: ChildResult) -> Iterator[Block]:
    """What there is to know about consent at the level to act at, and who was asked or told."""
    said = result.fitted.case.consent.get(child.ref)
    words = consent_words(result.compiled, result.acting_level(child))
    yield Heading("Consent", level=2)
    yield Bullets(words.sentences)
    if words.exceptions:
        yield Paragraph("Exceptions:")
        yield Bullets(words.exceptions)
    if said is not None and (facts := tuple(_said(said, words.fields or ASKED))):
        yield Facts(facts)
    if missing := words.missing(said):
        yield Lines(missing, count=2)


def _said(said: ConsentAsked, fields: tuple[ConsentField, ...]) -> Iterator[Fact]:
    for field in fields:
        value = getattr(said, field.key)
        if value:
            yield Fact(field.label, day_words(value) if field.key == "on" else value)


def views(result: CaseResult, child: ChildResult) -> Iterator[Block]:
    """What the child and the family say, with lines for what nobody has said yet."""
    heard = result.fitted.case.views.get(child.ref, Views())
    yield Heading("The child's own words, and the family's view", level=2)
    said = (("The child", heard.child), ("The family", heard.family), ("Not yet asked", heard.not_yet_asked))
    if facts := tuple(Fact(label, words) for label, words in said if words):
        yield Facts(facts)
    if heard.child is None:
        yield Lines("What the child says or shows", count=2)
    if heard.family is None:
        yield Lines("What the family says", count=2)


def decision(result: CaseResult, child: ChildResult) -> Iterator[Block]:
    """The person's own view beside the tool's result, and the decision, which is theirs."""
    yield KeepTogether(tuple(_decision_blocks(result, child)))


def _decision_blocks(result: CaseResult, child: ChildResult) -> Iterator[Block]:
    case, source = result.fitted.case, result.compiled.source
    yield Heading("Your own view and your decision", level=2)
    own, decided = case.own_view.get(child.ref), case.decision.get(child.ref)
    facts = [Fact("The document's level", level_words(result.compiled, child.recommendation.level))]
    if early := shown_early_words(case, child.ref):
        facts.insert(0, Fact("What to do was shown first", early))
    if because := case.own_view_because.get(child.ref):
        facts.insert(0, Fact("Why you think so", because))
    if own:
        facts.insert(0, Fact("Your own view, before the result", level_name(source, own)))
    if decided:
        facts.append(Fact("Your decision", decision_words(result, child, decided)))
        facts += [Fact("Reason", decided.reason)] if decided.reason else []
        facts += [Fact("Manager", decided.manager)] if decided.manager else []
    yield Facts(tuple(facts))
    if decided is None:
        yield Lines(
            "Level decided on, and the reason", count=3, hint="A lower level needs a reason and a named manager."
        )
    elif _is_lower(result, child) and not (decided.reason and decided.manager):
        yield Notice("warning", "A lower level needs a written reason and a named manager", ("Add them by hand here.",))
        yield Lines("Reason, and the manager's name", count=3)
    yield Signatures(("Decided by",))


def level_name(source: LoadedDocument, level: str) -> str:
    """A level's name; a person's view may speak of another area's document."""
    return source.level(level).name if level in source.level_order else f"{level} (not a level of this document)"


def decision_words(result: CaseResult, child: ChildResult, decision: Decision) -> str:
    """The level decided on; where it departs from the document's, which way."""
    name, decided = level_name(result.compiled.source, decision.level), result.decided_level(child)
    if decided is None or decided == child.recommendation.level:
        return name
    return f"{name}, {'higher' if decided > child.recommendation.level else 'lower'} than the document's level"


def _is_lower(result: CaseResult, child: ChildResult) -> bool:
    decided = result.decided_level(child)
    return decided is None or decided < child.recommendation.level
