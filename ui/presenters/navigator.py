"""Which page is shown, and where Back, Continue and Change lead."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ui.presenters.journey import ON_THE_WAY, Journey
from ui.presenters.page_ids import PageId, PageKind
from ui.presenters.watched import Watched

if TYPE_CHECKING:
    from collections.abc import Collection

    from ui.presenters.consultation import ConsultationPresenter

HOME = PageId(PageKind.HOME)
_QUESTIONS = (PageKind.ALWAYS, PageKind.SCREENING, PageKind.QUESTION)


@dataclass(frozen=True, slots=True)
class Errand:
    """A change from another page: it ends at `back_to`, by way of what the change newly asks.

    `changes` is the page that it began with; `known` are the pages that were there then.
    """

    back_to: PageId
    changes: PageId
    known: frozenset[PageId]


@dataclass(frozen=True, slots=True)
class Here:
    """The page that is shown. `trail` are the pages it was reached from by a side door, the latest last.

    `left` says that the person has chosen to close the program. `changed` is the page of an errand that has just
    come back here.
    """

    page: PageId
    trail: tuple[PageId, ...] = ()
    errand: Errand | None = None
    left: bool = False
    changed: PageId | None = None


class Navigator(Watched[Here]):
    """Goes from page to page. `offered` are the kinds of page that there are."""

    def __init__(self, offered: Collection[PageKind], start: PageId = HOME) -> None:
        super().__init__(Here(start))
        self._offered = frozenset(offered)
        self.consultation: ConsultationPresenter | None = None

    @property
    def journey(self) -> Journey:
        """The way through as things stand."""
        return Journey(None if self.consultation is None else self.consultation.state, self._offered)

    def offers(self, kind: PageKind) -> bool:
        """Whether there is such a page: a door to it is shown only then."""
        return kind in self._offered

    def open(self, consultation: ConsultationPresenter) -> None:
        """Takes a case whose document has just been opened in place of the one before."""
        self.consultation = consultation
        self.change_to(replace(self.state, errand=None))

    def close_case(self) -> None:
        """Lets the case go, with everything that was answered, and goes home."""
        self.consultation = None
        self.change_to(Here(HOME))

    def leave(self) -> None:
        """Lets the case go, and closes the program."""
        self.consultation = None
        self.change_to(Here(HOME, left=True))

    @property
    def has_work(self) -> bool:
        """Whether a concern is open in which the person did something, or which was opened from a file."""
        return self.consultation is not None and (
            self.consultation.state.changes > 0 or self.consultation.state.role_given
        )

    @property
    def has_unkept_work(self) -> bool:
        """Whether closing would lose something that the person did."""
        return self.consultation is not None and self.consultation.state.changes > self.consultation.state.kept

    def go(self, page: PageId) -> None:
        """To a page on the way, or home, without a way back to this one."""
        self.change_to(Here(page))

    def visit(self, page: PageId) -> None:
        """Through a side door: Back returns here."""
        here = self.state
        if page != here.page:
            self.change_to(Here(page, (*here.trail, here.page), here.errand))

    def change(self, page: PageId) -> None:
        """To change something: Continue comes back here, by way of what the change newly asks."""
        here = self.state
        errand = Errand(here.page, page, frozenset(self.journey.pages))
        self.change_to(Here(page, (*here.trail, here.page), errand))

    def forward(self) -> None:
        """Continue: the next page, what a change newly asks, or back from an errand. A new route comes first."""
        here = self.state
        if self.consultation is not None and here.page.kind in ON_THE_WAY:
            self.consultation.complete(here.page)
            if self.offers(PageKind.ROUTE) and self.consultation.state.new_routes:
                self.change_to(Here(PageId(PageKind.ROUTE), (*here.trail, here.page), here.errand))
                return
        self._onward(here)

    def back(self) -> None:
        """Back: out of a side door, or to the page before; home from the first."""
        here = self.state
        if here.trail:
            *trail, page = here.trail
            if here.errand is not None and here.errand.back_to == page:
                self._return(here, here.errand)
            else:
                self.change_to(Here(page, tuple(trail), here.errand))
        else:
            self.change_to(Here(self.journey.before(here.page) or HOME))

    def leave_questions(self) -> None:
        """Past every question that is left, or back from an errand; what is not answered counts as not known.

        From a question about strengths, past the strengths.
        """
        here = self.state
        if here.errand is not None:
            self._return(here, here.errand)
            return
        pages = self.journey.pages
        left = (PageKind.STRENGTHS,) if here.page.kind is PageKind.STRENGTHS else _QUESTIONS
        last = max((at for at, page in enumerate(pages) if page.kind in left), default=-1)
        self.change_to(Here(pages[last + 1] if last + 1 < len(pages) else HOME))

    def resume(self) -> None:
        """To the first page that still wants something, or the last on the way."""
        journey = self.journey
        self.go(journey.first_unanswered() or journey.pages[-1])

    def _onward(self, here: Here) -> None:
        journey, page, trail = self.journey, here.page, here.trail
        if page.kind is PageKind.ROUTE and trail:
            *rest, page = trail
            trail = tuple(rest)
        if here.errand is None:
            self.change_to(Here(journey.after(page) or HOME))
            return
        new = (p for p in journey.pages if p not in here.errand.known and not journey.is_answered(p))
        asked = next(new, None)
        if asked is not None:
            self.change_to(Here(asked, trail, here.errand))
            return
        self._return(replace(here, trail=trail), here.errand)

    def _return(self, here: Here, errand: Errand) -> None:
        until = here.trail.index(errand.back_to) if errand.back_to in here.trail else 0
        self.change_to(Here(errand.back_to, here.trail[:until], changed=errand.changes))
