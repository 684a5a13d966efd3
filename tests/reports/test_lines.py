from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from threshold_tool.reports.blocks import Run
from threshold_tool.reports.fonts import Face
from threshold_tool.reports.lines import LineBreaker, width_of, words_of


class OneEmFaces:
    """Every character is one em wide; only the face of signs has an arrow."""

    def has(self, face: Face, character: str) -> bool:
        return (character == "→") == (face is Face.SIGNS)

    def width(self, _face: Face, _character: str) -> float:
        return 1.0


def broken(text: str, width: float) -> list[str]:
    return [words_of(line) for line in LineBreaker(OneEmFaces()).lines([Run(text)], width)]


def test_words_fill_a_line_to_its_width() -> None:
    """A line takes words as long as they fit."""
    assert broken("call the front door", 8) == ["call the", "front", "door"]


def test_a_word_wider_than_the_line_is_broken() -> None:
    """A long word runs on over lines and nothing of it is lost."""
    assert broken("a abcdefgh ij", 3) == ["a", "abc", "def", "gh", "ij"]


def test_a_line_break_of_the_author_is_kept() -> None:
    """A line end in the text starts a new line, and an empty line stays empty."""
    assert broken("one\n\ntwo", 9) == ["one", "", "two"]


def test_a_hyphenated_name_may_break_and_a_date_may_not() -> None:
    """Breaks come after a hyphen between letters, not within a date."""
    assert broken("Nguyen-Smith", 8) == ["Nguyen-", "Smith"]
    assert broken("on 2026-11-16", 10) == ["on", "2026-11-16"]


def test_a_telephone_number_stays_on_one_line() -> None:
    """A number that does not fit behind the words before it goes to the next line whole."""
    assert broken("Front Door, 01632 960001 now", 20) == ["Front Door,", "01632 960001 now"]


def test_a_no_break_space_holds_words_together() -> None:
    """Words joined by a no-break space stay on one line."""
    assert broken("page of\u00a0two", 8) == ["page", "of\u00a0two"]


def test_runs_keep_their_faces_and_join_without_a_break() -> None:
    """A comma after a strong word stays with it."""
    lines = LineBreaker(OneEmFaces()).lines([Run("a "), Run("bold", strong=True), Run(", b")], 6)

    assert list(map(words_of, lines)) == ["a", "bold,", "b"]
    assert [part.face for part in lines[1]] == [Face.BOLD, Face.REGULAR]


def test_a_sign_the_face_lacks_comes_from_the_face_of_signs() -> None:
    """An arrow in a sentence changes face for itself alone."""
    (line,) = LineBreaker(OneEmFaces()).lines([Run("a→b")], 9)

    assert [(part.face, part.text) for part in line] == [
        (Face.REGULAR, "a"),
        (Face.SIGNS, "→"),
        (Face.REGULAR, "b"),
    ]


@given(st.text("ab -/\n→", max_size=80), st.integers(1, 12))
def test_no_line_is_too_wide_and_no_letter_is_lost(text: str, width: int) -> None:
    """Whatever the text and the width, lines fit and hold all of it but spaces."""
    lines = LineBreaker(OneEmFaces()).lines([Run(text)], width)

    assert all(width_of(line) <= width for line in lines)
    joined = "".join(map(words_of, lines))
    assert joined.replace(" ", "") == text.replace(" ", "").replace("\n", "")


def test_a_mark_is_never_parted_from_its_letter() -> None:
    """A combining accent does not start a line of a broken word, though the line is then full."""
    assert broken("abo\u0301d", 3) == ["abo\u0301", "d"]
