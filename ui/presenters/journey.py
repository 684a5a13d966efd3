"""The order of pages, as a function of the open case: where the person is, what comes next, what came before.

Pages are worked out anew from every state, so that a page whose question has closed is simply not there, and one
that has opened is.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ui.presenters.page_ids import PageId, PageKind

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from threshold_tool.cases.interview import Step
    from threshold_tool.documents.model import SectionKind
    from ui.presenters.consultation import Consultation

ROWS_ON_A_PAGE = 5
"""Questions on a page of rows: few enough to read each one."""

_ASKED_ALONE: dict[SectionKind, PageKind] = {
    "danger": PageKind.DANGER,
    "questions": PageKind.QUESTION,
    "strengths": PageKind.STRENGTHS,
}
_ASKED = {PageKind.ALWAYS, PageKind.SCREENING, *_ASKED_ALONE.values()}
_FOR_EACH_CHILD = {PageKind.VIEWS, PageKind.OWN_VIEW, PageKind.DECISION, PageKind.CONSENT}

STAGES: tuple[tuple[str, tuple[PageKind, ...]], ...] = (
    (
        "Start",
        (PageKind.DOCUMENT, PageKind.ROLE, PageKind.DANGER, PageKind.CHILDREN, PageKind.ADULTS, PageKind.WORRY),
    ),
    ("First signs", (PageKind.ALWAYS, PageKind.SCREENING)),
    ("Questions", (PageKind.QUESTION,)),
    ("Views and strengths", (PageKind.VIEWS, PageKind.STRENGTHS, PageKind.SAFE_CONTACT, PageKind.CHECK)),
    (
        "Result and decision",
        (
            PageKind.OWN_VIEW,
            PageKind.RESULT,
            PageKind.DECISION,
            PageKind.CONSENT,
            PageKind.PLAN,
            PageKind.RECORD,
        ),
    ),
)
"""The parts of the way through, and the pages in each, in order."""

_KINDS_IN_ORDER = tuple(kind for _, kinds in STAGES for kind in kinds)
ON_THE_WAY = frozenset(_KINDS_IN_ORDER)


@dataclass(frozen=True, slots=True)
class Progress:
    """Where a page stands: part `stage` of the parts, counted from 0.

    In a section of questions, how many are answered and how many are left, `least` to `most` while other answers
    decide whether some are asked at all.
    """

    stage: int
    section: str | None = None
    answered: int = 0
    least: int = 0
    most: int = 0

    @property
    def words(self) -> str:
        """The same in words, for eye and screen reader."""
        part = f"Part {self.stage + 1} of {len(STAGES)}: {STAGES[self.stage][0]}"
        if self.section is None:
            return part
        if self.most == 0:
            return f"{part}. {self.section}: all answered"
        left = f"{self.most}" if self.least == self.most else f"{self.least} to {self.most}"
        done = f"{self.answered} answered, " if self.answered else ""
        return f"{part}. {self.section}: {done}{left} left"


@dataclass(frozen=True)
class Journey:
    """The way through for one state of the case; None before a document is open.

    `offered` are the kinds of page that there are.
    """

    consultation: Consultation | None
    offered: Collection[PageKind]

    @property
    def pages(self) -> tuple[PageId, ...]:
        """Every page on the way, in order, as things stand."""
        return tuple(page for page in self._every_page() if page.kind in self.offered)

    def after(self, page: PageId) -> PageId | None:
        """The page that follows, also one that has gone meanwhile; None after the last."""
        place = self._order(page)
        return next((other for other in self.pages if self._order(other) > place), None)

    def before(self, page: PageId) -> PageId | None:
        """The page before; None before the first."""
        place = self._order(page)
        return next((other for other in reversed(self.pages) if self._order(other) < place), None)

    def is_answered(self, page: PageId) -> bool:
        """Whether the page has all that it asks for; one that may be left empty, whether the person went on from it.

        A decision or consent that a later answer has made incomplete is asked for again.
        """
        if page.kind is PageKind.DOCUMENT:
            return self.consultation is not None
        if self.consultation is None:
            return False
        if page.child is not None and page.kind is PageKind.DECISION:
            return self.consultation.has_decided(page.child)
        if page.child is not None and page.kind is PageKind.CONSENT:
            from ui.presenters.consent import is_written  # reads the engine, which the first window does without

            return is_written(self.consultation, page.child)
        steps = self.steps(page)
        if steps:
            return all(step.given is not None for step in steps)
        return page in self.consultation.completed

    def first_unanswered(self) -> PageId | None:
        """The first page that still wants something; None when all are answered."""
        return next((page for page in self.pages if not self.is_answered(page)), None)

    def steps(self, page: PageId) -> tuple[Step, ...]:
        """What a page of questions asks, in order, for every child it asks about; empty for any other page."""
        if self.consultation is None:
            return ()
        return tuple(step for step in self.consultation.interview.steps if page_of(step) == page)

    def progress(self, page: PageId) -> Progress | None:
        """How far along a page is; None for one that is not on the way."""
        stage = next((at for at, (_, kinds) in enumerate(STAGES) if page.kind in kinds), None)
        if stage is None:
            return None
        steps = self.steps(page)
        if not steps or self.consultation is None or page.kind is PageKind.DANGER:
            return Progress(stage)
        section = steps[0].section
        left = next(p for p in self.consultation.interview.progress if p.section.id == section.id)
        return Progress(stage, section.title, left.answered, left.least, left.most)

    def _every_page(self) -> Iterator[PageId]:
        for _, kinds in STAGES:
            for kind in kinds:
                yield from self._pages_of(kind)

    def _pages_of(self, kind: PageKind) -> Iterator[PageId]:
        if kind is PageKind.DOCUMENT:
            yield PageId(kind)
            return
        if self.consultation is None:
            return
        if kind in _FOR_EACH_CHILD:
            yield from (PageId(kind, child=ref) for ref in self.consultation.children if self._is_needed(kind, ref))
        elif kind in _ASKED:
            pages = (page_of(step) for step in self.consultation.interview.steps)
            yield from dict.fromkeys(page for page in pages if page.kind is kind)
        else:
            yield PageId(kind)

    def _is_needed(self, kind: PageKind, ref: str) -> bool:
        """Consent is passed over for a child where there is nothing to write down about it."""
        if self.consultation is None or kind is not PageKind.CONSENT:
            return True
        from ui.presenters.consent import is_asked  # reads the engine, which the first window does without

        return is_asked(self.consultation, ref)

    def _order(self, page: PageId) -> tuple[int, int, int, int]:
        """The page's place on the way, whether or not it is there now; pages that are not on it come before all."""
        if page.kind not in ON_THE_WAY:
            return (-1, 0, 0, 0)
        asked = child = 0
        if self.consultation is not None:
            sections = self.consultation.document.sections
            if page.section is not None:
                asked = [section.id for section in sections].index(page.section)
            if page.question is not None:
                asked = [q for section in sections for q in section.questions].index(page.question)
            if page.child is not None:
                child = [*self.consultation.children, page.child].index(page.child)
        return (_KINDS_IN_ORDER.index(page.kind), asked, page.part, child)


def page_of(step: Step) -> PageId:
    """The page on which a step is asked. A family question has one page, also when the children differ."""
    question, section = step.place.question, step.section
    if section.kind in ("always", "screening"):
        return PageId(
            PageKind(section.kind), section=section.id, part=section.questions.index(question) // ROWS_ON_A_PAGE
        )
    child = step.place.child if step.question.about == "child" else None
    return PageId(_ASKED_ALONE[section.kind], question=question, child=child)
