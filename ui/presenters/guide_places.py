"""Where the user guide opens: at the chapter that helps on the page, and at the reader's own place after a change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.presenters.journey import ON_THE_WAY
from ui.presenters.page_ids import PageId, PageKind

if TYPE_CHECKING:
    from ui.presenters.guide import GuidePresenter, GuideState
    from ui.presenters.navigator import Here, Navigator

_RESULT = "result-and-decision"
_PLAN = "plan-and-follow-up"
_RECORD = "record-keep-erase"

CHAPTERS: dict[PageKind, str] = {
    **dict.fromkeys(ON_THE_WAY, "main-job"),
    PageKind.ROUTE: "main-job",
    PageKind.RESULT: _RESULT,
    PageKind.WHAT_IF: _RESULT,
    PageKind.COMPARE: _RESULT,
    PageKind.DECISION: _RESULT,
    PageKind.CONSENT: _RESULT,
    PageKind.PLAN: _PLAN,
    PageKind.OUTCOME: _PLAN,
    PageKind.RECORD: _RECORD,
    PageKind.CLOSING: _RECORD,
    PageKind.KEPT: _RECORD,
}
"""The anchor of the chapter that helps on a page; from other pages the guide opens at its beginning."""


def open_guide(navigator: Navigator) -> None:
    """Opens the guide at what helps on the present page, and Back returns there; inside the guide nothing happens."""
    here = navigator.state.page.kind
    if here is not PageKind.GUIDE and navigator.offers(PageKind.GUIDE):
        navigator.visit(PageId(PageKind.GUIDE, section=CHAPTERS.get(here)))


class Bookmark:
    """The chapter that is open: pages are made anew when the text size changes, and the reader stays there."""

    def __init__(self) -> None:
        self._visit: Here | None = None
        self._at = 0

    def begin(self, presenter: GuidePresenter, here: Here) -> None:
        """Opens the chapter that the page names; on the same visit as before, the one that was open last."""
        helps = (at for at, chapter in enumerate(presenter.state.chapters) if here.page.section in chapter.anchors)
        presenter.show_chapter(self._at if here is self._visit else next(helps, 0))
        self._visit = here
        presenter.subscribe(self._note)

    def _note(self, state: GuideState) -> None:
        self._at = state.at
