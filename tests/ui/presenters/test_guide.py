"""The guide: its chapters are those of the file, words are found where they stand, links stay inside or are told."""

from __future__ import annotations

import pytest

from threshold_tool.errors import CannotRead
from threshold_tool.paths import guide_file
from ui.presenters import guide
from ui.presenters.guide import Chapter, Found, GuidePresenter, chapters

ONE = Chapter("a.md", "One", "A worry, and a Worry.", frozenset({"one"}))
TWO = Chapter("a.md", "Two", "No such word.", frozenset({"two", "below-two"}))
THREE = Chapter("b.md", "Three", "worry (again)", frozenset({"three"}))


def reader() -> GuidePresenter:
    """A guide of three chapters in two files, whose Markdown is plain."""
    return GuidePresenter((ONE, TWO, THREE), str)


def test_every_chapter_of_the_file_is_there() -> None:
    """The chapters are the headings of the second rank, after what stands before them; then the further files."""

    lines = guide_file("user-guide.md").read_text(encoding="utf-8").split("\n")
    headings = [line.removeprefix("## ") for line in lines if line.startswith("## ")]

    assert [c.title for c in chapters()] == [guide.FIRST, *headings, "Writing questions", "Problem codes"]


def test_no_line_of_the_file_is_lost() -> None:
    """Everything but the headings of chapters is in one of them."""

    text = guide_file("user-guide.md").read_text(encoding="utf-8")
    said = [line for line in text.split("\n") if line and not line.startswith(("# ", "## "))]
    shown = [line for c in chapters() if c.file == guide.GUIDE for line in c.markdown.split("\n") if line]

    assert shown == said


def test_a_heading_inside_code_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    """A comment in a block of code does not cut a chapter."""

    monkeypatch.setattr(guide, "FURTHER", ())
    monkeypatch.setattr(guide, "_text", lambda _name: "# G\n\nx\n\n## One\n\n```\n## no\n```\n\n## Two\n\ny\n")

    assert [c.title for c in chapters()] == [guide.FIRST, "One", "Two"]
    assert chapters()[1].markdown == "```\n## no\n```"


def test_a_missing_guide_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a copy lacks the guide, the one chapter says so."""

    def nothing(name: str) -> str:
        raise CannotRead(f"{name} is not there.")

    monkeypatch.setattr(guide, "_text", nothing)

    assert [c.markdown for c in chapters()] == [guide.MISSING]


def test_words_are_found_in_every_chapter() -> None:
    """Large and small letters are alike, each place is found, and the first of them is shown."""

    presenter = reader()
    presenter.seek("worry")

    assert presenter.state.found == (Found(0, 2, 7), Found(0, 15, 20), Found(2, 0, 5))
    assert (presenter.state.at, presenter.state.place) == (0, 0)
    assert presenter.state.found_words == "Place 1 of 3, in the chapter One"


def test_seeking_begins_at_the_chapter_that_is_shown() -> None:
    """Whoever reads the second chapter is led on, not back."""

    presenter = reader()
    presenter.show_chapter(1)
    presenter.seek("worry")

    assert presenter.state.found_words == "Place 3 of 3, in the chapter Three"


def test_places_go_round() -> None:
    """After the last place comes the first, and before the first the last."""

    presenter = reader()
    presenter.seek("worry")
    places = [presenter.state.place]
    for step in (presenter.next_place, presenter.next_place, presenter.next_place, presenter.place_before):
        step()
        places.append(presenter.state.place)

    assert places == [0, 1, 2, 0, 2]


def test_signs_are_sought_as_they_are() -> None:
    """A bracket is a bracket."""

    presenter = reader()
    presenter.seek("(again)")

    assert presenter.state.found == (Found(2, 6, 13),)


@pytest.mark.parametrize(("words", "said"), [("", ""), ("w", ""), ("zebra", "The guide does not have these words.")])
def test_what_is_not_found_is_said(words: str, said: str) -> None:
    """Nothing is said of nothing; words that are nowhere leave the chapter as it is."""

    presenter = reader()
    presenter.show_chapter(1)
    presenter.seek(words)

    assert presenter.state.at == 1
    assert presenter.state.found == ()
    assert presenter.state.found_words.startswith(said)


@pytest.mark.parametrize(
    ("address", "at"), [("b.md", 2), ("#below-two", 1), ("a.md#two", 1), ("#one", 0), ("b.md#three", 2)]
)
def test_a_link_leads_to_its_chapter(address: str, at: int) -> None:
    """By file, by heading, or both."""

    presenter = reader()
    presenter.follow(address)

    assert (presenter.state.at, presenter.state.outside) == (at, "")


@pytest.mark.parametrize("address", ["https://example.org/x", "adr/0001.md", "#nowhere", "file:///etc/passwd"])
def test_a_link_out_of_the_guide_is_told(address: str) -> None:
    """The chapter stays, and the address can be read."""

    presenter = reader()
    presenter.show_chapter(1)
    presenter.follow(address)

    assert presenter.state.at == 1
    assert presenter.state.outside.endswith(address)
