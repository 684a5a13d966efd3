from __future__ import annotations

import pytest

from threshold_tool import paths
from threshold_tool.errors import CannotRead
from threshold_tool.reports.fonts import Face, font_file, needs_shaping


@pytest.mark.parametrize("face", Face)
def test_every_face_is_shipped_with_its_licence(face: Face) -> None:
    """Each font lies in the resources folder, and the licence of its family beside it."""
    path = font_file(face)

    assert path.read_bytes()[:4] == b"\x00\x01\x00\x00"
    assert (path.parent / f"{face.value.split('-')[0]}-LICENCE.txt").is_file()


def test_the_fonts_stay_small() -> None:
    """The fonts together are under 2.5 MB."""
    assert sum(font_file(face).stat().st_size for face in Face) < 2_500_000


def test_a_missing_font_is_named(tmp_path: object, monkeypatch: pytest.MonkeyPatch) -> None:
    """An installation without a font says which file is missing."""
    monkeypatch.setattr(paths, "_BESIDE_THE_PACKAGE", tmp_path)

    with pytest.raises(CannotRead, match=r"NotoSans-Bold\.ttf"):
        font_file(Face.BOLD)


@pytest.mark.parametrize("letter", "مשशপਗ")
def test_scripts_that_need_shaping_are_known(letter: str) -> None:
    """Arabic, Hebrew and Indic letters are not set letter by letter."""
    assert needs_shaping(letter)


@pytest.mark.parametrize("letter", "aŁễŵΩЖ→✓")
def test_scripts_set_letter_by_letter_need_no_shaping(letter: str) -> None:
    """Latin, Greek and Cyrillic letters and signs are set as they come."""
    assert not needs_shaping(letter)
