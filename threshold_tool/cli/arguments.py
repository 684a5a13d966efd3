"""What people type after a command, as the command needs it: documents, days."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from threshold_tool.errors import CannotRead, CannotUse
from threshold_tool.problems import did_you_mean

if TYPE_CHECKING:
    import argparse
    from datetime import date

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*", re.IGNORECASE)
_BRITISH_DAY = re.compile(r"([0-9]{1,2})/([0-9]{1,2})/([0-9]{4})")
_ISO_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")

DOCUMENT = "a document's file, or the id of one that is supplied, such as exampleshire"


def add_json(parser: argparse.ArgumentParser) -> None:
    """Adds `--json`, which every command takes."""
    parser.add_argument("--json", action="store_true", help="print the result as JSON, for other programs")


def document_path(text: str) -> Path:
    """The file of a document that is named by its path or, if it is among those supplied, by its id.

    Raises CannotRead, with the nearest name, when an id is not among those supplied.
    """
    from threshold_tool.paths import documents_folder

    path = Path(text)
    if not text.strip():
        raise CannotRead("Name a document: its file, or the id of one that is supplied.")
    if path.is_file() or not _ID.fullmatch(text):
        return path
    supplied = sorted(file.stem for file in documents_folder().glob("*.yaml"))
    if text in supplied:
        return documents_folder() / f"{text}.yaml"
    near = did_you_mean(text.casefold(), supplied) or f"Supplied are: {', '.join(supplied)}."
    raise CannotRead(f"`{text}` is neither a file nor the id of a document that is supplied. {near}")


_MOST_STEPS = 1_000_000_000


def steps(text: str | None) -> int:
    """How many steps a search may take; the usual number for None. Raises CannotUse for what is no such number."""
    from threshold_tool.proofs.finder import STEPS

    if text is None:
        return STEPS
    plain = text.strip().replace(",", "").replace("_", "")
    if not (plain.isascii() and plain.isdecimal()) or not 1 <= int(plain) <= _MOST_STEPS:
        raise CannotUse(f"`{text[:40]}` is not a number of steps: write a whole number of 1 or more, such as {STEPS}.")
    return int(plain)


def day(text: str) -> date:
    """The day that `text` states as 2026-09-01 or 1/9/2026. Raises CannotUse for anything else."""
    from datetime import date

    british = _BRITISH_DAY.fullmatch(text.strip())
    try:
        if british:
            return date(int(british[3]), int(british[2]), int(british[1]))
        if _ISO_DAY.fullmatch(text.strip()):
            return date.fromisoformat(text.strip())
    except ValueError:
        raise CannotUse(f"`{text}` is not a day in the calendar.") from None
    raise CannotUse(f"`{text[:40]}` is not a date: write it like 2026-09-01.")


def today() -> date:
    """The day on the clock of this machine."""
    from datetime import datetime

    return datetime.now().astimezone().date()
