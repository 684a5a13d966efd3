"""The start: with a screen the window, without one the terminal."""

from __future__ import annotations

import pytest

from ui import app


@pytest.mark.parametrize(
    ("environment", "system", "seen"),
    [
        ({}, "linux", False),
        ({"DISPLAY": ":0"}, "linux", True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "linux", True),
        ({"DISPLAY": ":0", "QT_QPA_PLATFORM": "offscreen"}, "linux", False),
        ({"QT_QPA_PLATFORM": "offscreen:size=800x600"}, "win32", False),
        ({}, "win32", True),
        ({}, "darwin", True),
    ],
)
def test_a_screen_is_recognised(environment: dict[str, str], system: str, seen: bool) -> None:
    """A window is opened only where somebody could see it."""

    assert app.has_screen(environment, system) is seen


def test_without_a_screen_the_terminal_does_the_main_job(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """One line says that there is no screen, and the main job follows with its exit status."""

    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    monkeypatch.setattr("threshold_tool.cli.main_job.run", lambda: 2)

    assert app.main() == 2
    assert capsys.readouterr().out == app.NO_SCREEN
