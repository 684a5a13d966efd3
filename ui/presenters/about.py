"""About the program: which versions are in use, and where it keeps what."""

from __future__ import annotations

import platform
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING

from threshold_tool import __version__
from threshold_tool.paths import RECORDS_FOLDER_NAME
from threshold_tool.settings import settings_folder
from ui.presenters.licences import Part, parts

if TYPE_CHECKING:
    from ui.presenters.library import Library

NOT_KNOWN = "not known"


@dataclass(frozen=True)
class AboutState:
    """`versions`, `documents` and `places` are each (what, what is so)."""

    versions: tuple[tuple[str, str], ...]
    documents: tuple[tuple[str, str], ...]
    places: tuple[tuple[str, str], ...]
    parts: tuple[Part, ...]

    @property
    def to_copy(self) -> str:
        """Versions and documents as lines, for whoever helps. It says nothing about the person or a case."""
        return "\n".join(f"{what}: {said}" for what, said in (*self.versions, *self.documents))


def about_state(library: Library) -> AboutState:
    """What the page shows."""
    return AboutState(
        versions=(
            ("Threshold Tool", __version__),
            ("Python", platform.python_version()),
            ("Qt and PySide6", _version("pyside6-essentials")),
            ("System", _system()),
        ),
        documents=tuple((listed.title, listed.about) for listed in library.shipped()),
        places=(
            ("Settings and the log of failures", place_words(settings_folder())),
            ("Records, unless you choose another place", f"{RECORDS_FOLDER_NAME}, in your Documents folder"),
            ("An open concern", "In memory alone, until you keep it"),
        ),
        parts=parts(),
    )


def place_words(folder: Path) -> str:
    """Where a folder is. One inside the person's own is named from there: the path would say who they are."""
    try:
        return f"{folder.relative_to(Path.home())}, in your own folder"
    except ValueError:
        return str(folder)


def _system() -> str:
    """The system; under Windows with its number. Elsewhere the release is that of a kernel, and helps nobody."""
    return f"Windows {platform.release()}" if platform.system() == "Windows" else platform.system()


def _version(name: str) -> str:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return NOT_KNOWN
