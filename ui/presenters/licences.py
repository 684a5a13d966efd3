"""Everything that comes with the program, and its licence: our own parts, and the libraries from their own metadata."""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass
from importlib import metadata
from typing import TYPE_CHECKING

from threshold_tool import __version__
from threshold_tool.errors import ThresholdToolError
from threshold_tool.files import read_bytes
from threshold_tool.paths import resource

if TYPE_CHECKING:
    from collections.abc import Iterator

PROJECT = "threshold-tool"
NO_TEXT = "The text of this licence is missing from this copy of the program."
UNNAMED = "See its text"

_QT = ("licences/LGPL-3.0.txt", "licences/GPL-3.0.txt")
_QTS_OWN = {"pyside6-essentials", "shiboken6"}
"""Qt's libraries come without the text of their licence."""

_MOST_BYTES = 500_000
_LONGEST_NAME = 60
_LICENCE_FILE = re.compile(r"\.dist-info/(.*/)?(licen[cs]e|copying|notice)[^/]*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Part:
    """Something that comes with the program. `texts` are files of resources; a library has its own instead."""

    name: str
    version: str
    licence: str
    texts: tuple[str, ...] = ()

    @property
    def words(self) -> str:
        """The part in a line."""
        return f"{self.name} {self.version}: {self.licence}" if self.version else f"{self.name}: {self.licence}"

    def text(self) -> str:
        """The licence in full, or a sentence where it is missing."""
        found = [_read(name) for name in self.texts] if self.texts else _own_texts(self.name)
        return "\n\n".join(text.strip() for text in found if text.strip()) or NO_TEXT


def parts() -> tuple[Part, ...]:
    """Everything that comes with the program: our own parts first, then libraries by name."""
    python = ".".join(str(number) for number in sys.version_info[:3])
    return (
        Part("Threshold Tool", __version__, "MIT", ("licences/Threshold-Tool.txt",)),
        Part("Icons, drawn for this program", "", "MIT", ("licences/Threshold-Tool.txt",)),
        Part("Noto Sans, typeface", "2.004", "SIL Open Font License 1.1", ("fonts/NotoSans-LICENCE.txt",)),
        Part("DejaVu Sans, typeface", "2.37", "Bitstream Vera licence", ("fonts/DejaVuSans-LICENCE.txt",)),
        Part("Python", python, "Python Software Foundation License 2", ("licences/Python.txt",)),
        *sorted((_part(found) for found in libraries()), key=lambda part: part.name.casefold()),
    )


def libraries() -> tuple[metadata.Distribution, ...]:
    """The libraries that the program needs, and those that they need; not what only its checks want."""
    found: dict[str, metadata.Distribution] = {}
    waiting = [PROJECT]
    while waiting:
        name = _canonical(waiting.pop())
        if name in found:
            continue
        try:
            found[name] = metadata.distribution(name)
        except metadata.PackageNotFoundError:
            continue  # needed on another system alone
        waiting.extend(_required(found[name]))
    return tuple(distribution for name, distribution in found.items() if name != PROJECT)


def _required(distribution: metadata.Distribution) -> Iterator[str]:
    for line in distribution.requires or ():
        name = re.match(r"[\w.-]+", line)
        if name is not None and "extra ==" not in line:
            yield name.group()


def _part(distribution: metadata.Distribution) -> Part:
    name = _name(distribution)
    qt = _QT if _canonical(name) in _QTS_OWN else ()
    return Part(name, distribution.version, _licence(distribution), qt)


def _licence(distribution: metadata.Distribution) -> str:
    """What the library calls its licence: in one line, or as its class says."""
    said = distribution.metadata
    for key in ("License-Expression", "License"):
        line = str((said.get_all(key) or [""])[0]).strip()
        if line and "\n" not in line and len(line) <= _LONGEST_NAME:
            return line
    classes = [c.rpartition(" :: ")[2] for c in said.get_all("Classifier") or () if c.startswith("License :: ")]
    return ", ".join(classes) or UNNAMED


def _own_texts(name: str) -> list[str]:
    """The texts of licences that lie beside a library."""
    try:
        distribution = metadata.distribution(name)
    except metadata.PackageNotFoundError:
        return []
    files = [file for file in distribution.files or () if _LICENCE_FILE.search(file.as_posix())]
    texts = []
    for file in files:
        try:
            texts.append(file.read_text(encoding="utf-8"))
        except (OSError, UnicodeDecodeError):
            continue
    return texts


def _read(name: str) -> str:
    try:
        return read_bytes(resource(name), _MOST_BYTES).decode("utf-8")
    except (ThresholdToolError, UnicodeDecodeError):
        return ""


def _name(distribution: metadata.Distribution) -> str:
    return str(distribution.metadata["Name"])


def _canonical(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()
