from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.cases.written import GOOD, GOOD_CASE, edited, loaded, read
from threshold_tool.cases.loader import LoadedCase, load_case, read_case, require_case
from threshold_tool.cases.model import Case, Vignette
from threshold_tool.errors import CannotRead, ProblemsFound
from threshold_tool.paths import documents_folder, example_cases_folder

if TYPE_CHECKING:
    from pathlib import Path

SHIPPED = sorted([*example_cases_folder().glob("*.yaml"), *(documents_folder() / "vignettes").glob("*.yaml")])
STORY = "worry: Meals are missed since the summer.\nstory: [{text: One., children: {A: {meals: sometimes}}}]"


def codes(*replacements: tuple[str, str]) -> list[str]:
    return [problem.code for problem in read(*replacements).problems]


@pytest.mark.parametrize("path", [GOOD_CASE, *SHIPPED], ids=lambda path: path.stem)
def test_a_good_case_is_loaded(path: Path) -> None:
    """The good case and each that is shipped have no problems."""

    assert load_case(path, Vignette).problems == ()


def test_the_exact_bytes_are_kept() -> None:
    """A loaded case has the bytes of its file, for the record."""

    assert require_case(GOOD_CASE).data == GOOD_CASE.read_bytes()


def test_a_case_with_problems_is_refused(tmp_path: Path) -> None:
    """Where a case is needed, its problems are raised together."""

    path = tmp_path / "case.yaml"
    path.write_text(edited(("on: 2026-11-16\nat", "at"), ("role: school", "role: x")), encoding="utf-8", newline="\n")

    with pytest.raises(ProblemsFound) as raised:
        require_case(path)
    assert [problem.code for problem in raised.value.problems] == ["missing-key", "not-a-choice"]


def test_a_case_that_is_not_there(tmp_path: Path) -> None:
    """A missing file is one sentence."""

    with pytest.raises(CannotRead):
        load_case(tmp_path / "none.yaml")


def test_a_story_is_read_as_a_vignette_alone() -> None:
    """For a plain case, `story` is a key that does not belong there."""

    change = ("worry: Meals are missed since the summer.", STORY)

    assert [p.code for p in read(change, kind=Case).problems] == ["unknown-key"]
    assert codes(change) == []


def test_a_story_reveals_what_the_case_has() -> None:
    """An answer of the family may be revealed of one child; one that the case lacks would be lost."""

    of_family = STORY.replace("meals: sometimes", "danger-now: no")
    of_another = STORY.replace("A: {meals", "B: {meals")

    assert codes((STORY.split("\n", maxsplit=1)[0], of_family)) == []
    assert codes((STORY.split("\n", maxsplit=1)[0], of_another)) == ["story-not-in-answers"]


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ("due: 2027-02-01", "due: 2026-10-19", []),
        ("due: 2027-02-01", "due: 2026-10-18", ["bad-age"]),
        ("due: 2027-02-01", "due: 2027-09-27", []),
        ("due: 2027-02-01", "due: 2027-09-28", ["bad-age"]),
        ("born: 2025-03-01", "born: 2026-11-16", []),
        ("born: 2025-03-01", "born: 2026-11-17", ["bad-age"]),
        ("on: 2026-09-14", "on: 2026-11-16", []),
        ("on: 2026-09-14", "on: 2026-11-17", ["bad-date"]),
    ],
)
def test_dates_fit_together(old: str, new: str, found: list[str]) -> None:
    """A due date up to 4 weeks past and 45 weeks ahead, a birth and an earlier concern up to the day itself."""

    assert codes((old, new)) == found


def test_every_child_named_is_in_the_case() -> None:
    """Wherever a child is named that the case lacks, that is a problem there, and no other child is offered."""

    changes = [
        ("of: [A, C]", "of: [Z]"),
        ("children: [A]", "children: [Z]"),
        ("route_shown_early: [A", "route_shown_early: [A, Z"),
        ("own_view: {A", "own_view: {Z"),
        ("own_view_because: {A", "own_view_because: {Z"),
        ("views: {A", "views: {Z"),
        ("consent: {A", "consent: {Z"),
        ("decision: {A", "decision: {Z"),
        ("  A: {meals: {text", "  Z: {meals: {text"),
    ]
    problems = read(*changes).problems

    assert [p.code for p in problems] == ["unknown-child"] * len(changes)
    assert {p.hint for p in problems} == {"The children are: A, B, C."}


def test_a_case_of_answers_needs_no_file() -> None:
    """A case that was gathered by asking has places too, without lines."""

    case = LoadedCase.from_answers(loaded().case)

    assert case.places.nearest(("children", 0)).line is None
    assert case.data == b""


@settings(max_examples=200, deadline=None)
@given(end=st.integers(0, len(GOOD.encode()) - 2))
def test_a_file_cut_off_anywhere(end: int) -> None:
    """A case that ends early is read or refused with places."""

    result = read_case(GOOD.encode()[:end], "case.yaml", Vignette)

    assert result.loaded is not None or result.problems
    assert all(p.location.line is not None or p.code == "empty-file" for p in result.problems)


WORDS = sorted(
    {word for word in GOOD.replace(",", " ").replace("}", " ").replace("{", " ").split() if word[0].isalnum()}
)
ODD = [
    "",
    "[]",
    "{}",
    "0",
    "-1",
    "family",
    "age",
    "1e3",
    "'",
    "x" * 500,
    "9999-12-31",
    "0001-01-01",
    "due:",
    "!",
    "0 days",
]


@settings(max_examples=300, deadline=None)
@given(old=st.sampled_from(WORDS), new=st.sampled_from([*WORDS, *ODD]), count=st.integers(1, 9))
def test_words_in_the_wrong_place(old: str, new: str, count: int) -> None:
    """A word that is replaced by another never breaks the reading."""

    result = read_case(GOOD.replace(old, new, count).encode(), "case.yaml", Vignette)

    assert result.loaded is not None or result.problems
    assert all(p.location.line is not None for p in result.problems)
