from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from threshold_tool.reports.characters import Characters, code_of, is_hidden, note_of


@pytest.mark.parametrize(
    "hidden", ["\x00", "\x1b", "\x9f", "\ud800", "\u202e", "\u2067", "\ue000", "\U000e0041", "\ufffe"]
)
def test_a_hidden_character_is_shown_as_its_code(hidden: str) -> None:
    """What could mislead without being seen stands as a code."""
    characters = Characters()

    assert characters.show(f"a{hidden}b") == f"a[U+{ord(hidden):04X}]b"
    assert characters.replaced == {hidden}


@pytest.mark.parametrize("name", ["Łukasz", "Siân", "Nguyễn", "Ŵyn", "O\u2019Brien", "محمد", "王"])
def test_names_stay_as_they_are(name: str) -> None:
    """A name in any script is not hidden."""
    assert Characters().show(name) == name


def test_composed_and_decomposed_letters_become_one() -> None:
    """A letter typed as two characters is shown as the one it means."""
    assert Characters().show("Sia\u0302n") == "Siân"


def test_line_ends_of_every_kind_are_line_ends() -> None:
    """Carriage returns and separators become line breaks, and a tab a space."""
    assert Characters().show("a\r\nb\rc\u2028d\te") == "a\nb\nc\nd e"


def test_what_the_form_cannot_draw_is_shown_as_its_code() -> None:
    """A character without a glyph is never left out."""
    assert Characters(str.isascii).show("王 ok") == "[U+738B] ok"


@given(st.text(st.characters(codec=None)))
def test_nothing_is_lost(text: str) -> None:
    """Undoing the codes gives the text back, but for white space and composition; nothing stays hidden."""
    characters = Characters()
    shown = characters.show(text)

    assert not any(map(is_hidden, shown))
    for each in characters.replaced:
        shown = shown.replace(code_of(each), each)
    assert _without_spaces(shown) == _without_spaces(unicodedata.normalize("NFC", text))


def _without_spaces(text: str) -> str:
    return "".join(each for each in text if each not in "\r\n\t\v\f\x85\u2028\u2029 ")


def test_the_note_names_what_was_replaced_and_counts_the_rest() -> None:
    """The note says which characters the codes stand for."""
    assert "[U+202E] right-to-left override" in note_of({"\u202e"})
    assert "and 70 more" in note_of({chr(0x4E00 + number) for number in range(100)})
    assert Characters().note() == ""
