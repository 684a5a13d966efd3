"""Settings are kept between starts; damaged ones do no harm."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from threshold_tool.settings import Settings, SettingsStore, settings_folder

if TYPE_CHECKING:
    from pathlib import Path

KEPT = Settings(900, 700, 150, "C:/Documents/area.yaml", "Levels of Need", welcomed=True)


def test_what_is_saved_is_loaded(tmp_path: Path) -> None:
    """Saved settings come back as they were, from a folder that is made if need be."""

    store = SettingsStore(tmp_path / "new")

    assert store.save(KEPT)
    assert store.load() == KEPT


def test_without_a_file_the_defaults_hold(tmp_path: Path) -> None:
    """A first start has the defaults."""

    assert SettingsStore(tmp_path).load() == Settings()


@pytest.mark.parametrize("text", ["", "{", "[]", "null", "[" * 20_000, "\x00"])
def test_a_damaged_file_gives_the_defaults(tmp_path: Path, text: str) -> None:
    """A file that holds no settings is passed over."""

    (tmp_path / "settings.json").write_text(text, encoding="utf-8", newline="\n")

    assert SettingsStore(tmp_path).load() == Settings()


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("window_width", "wide"),
        ("window_width", 3),
        ("window_height", True),
        ("window_height", 10**9),
        ("text_percent", 101),
        ("text_percent", [200]),
        ("text_percent", 200.0),
        ("last_document", 7),
        ("last_title", ""),
        ("welcomed", "yes"),
        ("something-else", 1),
    ],
)
def test_a_setting_that_makes_no_sense_is_passed_over(tmp_path: Path, key: str, value: object) -> None:
    """One odd value takes its default, and the others are kept."""

    kept = {"text_percent": 150, "welcomed": True, key: value}
    (tmp_path / "settings.json").write_text(json.dumps(kept), encoding="utf-8", newline="\n")
    loaded = SettingsStore(tmp_path).load()

    assert getattr(loaded, key, None) == getattr(Settings(), key, None)
    assert loaded.welcomed or key == "welcomed"


def test_a_folder_that_takes_nothing_stops_nobody(tmp_path: Path) -> None:
    """Where settings cannot be written the person is not bothered."""

    (tmp_path / "taken").write_text("", encoding="utf-8", newline="\n")

    assert not SettingsStore(tmp_path / "taken").save(KEPT)


def test_there_is_a_folder_for_settings() -> None:
    """Every system has a place for settings in the person's own folder."""

    assert settings_folder().name.casefold().replace(" ", "-") == "threshold-tool"
