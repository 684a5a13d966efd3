"""What the application remembers between starts: sizes, text, the last document. Nothing about a person."""

from __future__ import annotations

import json
import os
import sys
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any

from threshold_tool.errors import ThresholdToolError
from threshold_tool.files import read_bytes, write_atomically

TEXT_SIZES = (100, 125, 150, 175, 200)
"""The text sizes on offer, in percent."""

SMALLEST_WINDOW = (640, 480)
_LARGEST_SIDE = 20_000
_MOST_BYTES = 100_000
_FILE = "settings.json"


@dataclass(frozen=True, slots=True)
class Settings:
    """`last_document` is a file; `last_title` its title, so that a start need not read it."""

    window_width: int = 1180
    window_height: int = 820
    text_percent: int = 100
    last_document: str | None = None
    last_title: str | None = None
    welcomed: bool = False


def settings_folder() -> Path:
    """The folder in which this person's programs keep what they remember; not made here."""
    home = Path.home()
    if sys.platform == "win32":
        return Path(os.environ.get("APPDATA") or home / "AppData" / "Roaming") / "Threshold Tool"
    if sys.platform == "darwin":
        return home / "Library" / "Application Support" / "Threshold Tool"
    return Path(os.environ.get("XDG_CONFIG_HOME") or home / ".config") / "threshold-tool"


class SettingsStore:
    """Keeps the settings in a folder. What cannot be read gives the defaults; what cannot be written is let go."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def load(self) -> Settings:
        """The settings, each that makes sense; the others as they come."""
        try:
            kept = json.loads(read_bytes(self.folder / _FILE, _MOST_BYTES))
        except (ThresholdToolError, ValueError, RecursionError):
            return Settings()
        if not isinstance(kept, dict):
            return Settings()
        return Settings(**{f.name: kept[f.name] for f in fields(Settings) if _makes_sense(f.name, kept.get(f.name))})

    def save(self, settings: Settings) -> bool:
        """Writes the settings; whether that worked. Nobody is kept from work because it did not."""
        text = json.dumps(asdict(settings), ensure_ascii=False, indent=2) + "\n"
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            write_atomically(self.folder / _FILE, text.encode("utf-8"))
        except (ThresholdToolError, OSError):
            return False
        return True


def _makes_sense(name: str, value: Any) -> bool:
    match name:
        case "window_width" | "window_height":
            least = SMALLEST_WINDOW[name == "window_height"]
            return isinstance(value, int) and not isinstance(value, bool) and least <= value <= _LARGEST_SIDE
        case "text_percent":
            return value in TEXT_SIZES and not isinstance(value, bool | float)
        case "welcomed":
            return isinstance(value, bool)
        case _:
            return isinstance(value, str) and bool(value)
