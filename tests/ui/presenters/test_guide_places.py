"""Where the guide opens: at the chapter that helps, and where the reader was."""

from __future__ import annotations

import pytest

from ui.presenters.guide import Chapter, GuidePresenter, chapters
from ui.presenters.guide_places import CHAPTERS, Bookmark, open_guide
from ui.presenters.journey import ON_THE_WAY
from ui.presenters.navigator import Here, Navigator
from ui.presenters.page_ids import PageId, PageKind

ONE = Chapter("a.md", "One", "", frozenset({"one"}))
TWO = Chapter("a.md", "Two", "", frozenset({"two"}))


def reader() -> GuidePresenter:
    """A guide of two chapters."""
    return GuidePresenter((ONE, TWO), str)


def visit(section: str | None) -> Here:
    """A visit of the guide that asks for a chapter."""
    return Here(PageId(PageKind.GUIDE, section=section))


@pytest.mark.parametrize("anchor", sorted(set(CHAPTERS.values())))
def test_every_chapter_that_helps_is_there(anchor: str) -> None:
    """A chapter that is renamed is renamed here too."""

    assert sum(anchor in chapter.anchors for chapter in chapters()) == 1


def test_every_page_on_the_way_has_its_chapter() -> None:
    """Whoever needs help on the way through does not begin at the beginning of the guide."""

    assert set(CHAPTERS) >= ON_THE_WAY


def test_the_guide_opens_at_the_page_and_leads_back() -> None:
    """The visit names the chapter; Back returns."""

    navigator = Navigator(list(PageKind), PageId(PageKind.PLAN))
    open_guide(navigator)
    opened = navigator.state.page
    navigator.back()

    assert opened == PageId(PageKind.GUIDE, section="plan-and-follow-up")
    assert navigator.state.page == PageId(PageKind.PLAN)


@pytest.mark.parametrize("offered", [[], [PageKind.GUIDE]])
def test_no_second_guide_and_no_dead_door(offered: list[PageKind]) -> None:
    """Where there is no guide, or the person is in it already, nothing happens."""

    here = PageId(PageKind.GUIDE if offered else PageKind.HOME)
    navigator = Navigator(offered, here)
    open_guide(navigator)

    assert navigator.state == Here(here)


@pytest.mark.parametrize(("section", "title"), [("two", "Two"), (None, "One"), ("gone", "One")])
def test_a_visit_begins_at_the_chapter_it_names(section: str | None, title: str) -> None:
    """Without a chapter, and where a copy has not that chapter, the guide begins at its beginning."""

    presenter = reader()
    Bookmark().begin(presenter, visit(section))

    assert presenter.state.chapter.title == title
    assert not presenter.state.outside


def test_the_same_visit_goes_on_where_the_reader_was() -> None:
    """A page that is made anew shows the chapter that was open; another visit begins afresh."""

    bookmark, here, first, again, later = Bookmark(), visit("one"), reader(), reader(), reader()
    bookmark.begin(first, here)
    first.show_chapter(1)
    bookmark.begin(again, here)
    bookmark.begin(later, visit("one"))

    assert again.state.chapter is TWO
    assert later.state.chapter is ONE
