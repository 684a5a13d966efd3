"""What the command line prints: text laid out for the terminal, JSON, and the standard streams themselves."""

from __future__ import annotations

import errno
import json
import os
import re
import shutil
import sys
import textwrap
from typing import TYPE_CHECKING, Any, TextIO

from threshold_tool.errors import CannotWrite

if TYPE_CHECKING:
    from collections.abc import Iterable

    from threshold_tool.problems import Problem

_WIDEST = 100
_NARROWEST = 40
# A telephone number is read, and typed, from one line.
_WITHIN_A_NUMBER = re.compile(r"(?<=[0-9]{3}) (?=[0-9]{3})")
_NO_BREAK = "\u00a0"
# Windows reports a reader that has gone as EINVAL.
_READER_GONE = {errno.EPIPE, errno.EINVAL}


class ReaderGone(Exception):
    """Whoever read our output has stopped reading, as `head` does after a few lines."""


class Page:
    """Lines of text for a person, wrapped to the width of a terminal and left whole elsewhere."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._width = _terminal_width() if _is_terminal(stream) else None

    def line(self, text: str = "", indent: int = 0, mark: str = "") -> None:
        """One paragraph, `indent` spaces in, perhaps behind a mark such as `-`; its line breaks are kept."""
        first = " " * indent + (f"{mark} " if mark else "")
        later = " " * len(first)
        for at, part in enumerate(_printable(text).split("\n")):
            start = later if at else first
            self._write(self._wrapped(part, start, later).rstrip() + "\n")

    def heading(self, text: str) -> None:
        """A line that begins a part, with a rule under it."""
        self.line()
        self.line(text)
        self.line("-" * min(len(text), self._width or _WIDEST))

    def items(self, texts: Iterable[str], indent: int = 2, *, numbered: bool = False) -> None:
        """A list, each point behind a dash or a number."""
        for number, text in enumerate(texts, start=1):
            self.line(text, indent, f"{number}." if numbered else "-")

    def write(self, text: str) -> None:
        """Text that stays on its line, such as a prompt."""
        self._write(_printable(text))

    def _wrapped(self, text: str, first: str, later: str) -> str:
        if self._width is None:
            return first + text
        whole = _WITHIN_A_NUMBER.sub(_NO_BREAK, text)
        filled = textwrap.fill(
            whole, self._width, initial_indent=first, subsequent_indent=later, break_on_hyphens=False
        )
        return filled.replace(_NO_BREAK, " ")

    def _write(self, text: str) -> None:
        write(self._stream, text)


def out() -> Page:
    """A page on the standard output."""
    return Page(sys.stdout)


def err() -> Page:
    """A page on the standard error."""
    return Page(sys.stderr)


def write(stream: TextIO, text: str) -> None:
    """Writes text to a stream and sends it on its way.

    Raises ReaderGone when nobody reads it any more and CannotWrite when it cannot be written.
    """
    try:
        stream.write(text)
        stream.flush()
    except OSError as error:
        if error.errno in _READER_GONE:
            raise ReaderGone from None
        raise CannotWrite(
            f"The output could not be written: {error.strerror or 'the system gave no reason'}."
        ) from error


def print_json(data: Any) -> None:
    """Data as JSON on the standard output, in ASCII, which every shell hands on unchanged."""
    write(sys.stdout, json.dumps(data, indent=2) + "\n")


def print_problems(page: Page, problems: Iterable[Problem]) -> None:
    """Each problem with its place, and the likely fix under it."""
    for problem in problems:
        page.line(f"{problem.location}: {problem.severity}: {problem.message} [{problem.code}]")
        if problem.hint:
            page.line(problem.hint, indent=4)


def print_error(sentence: str, problems: Iterable[Problem] = (), *, as_json: bool = False) -> None:
    """Why a command could not be run: on the standard error, or as JSON on the standard output."""
    if as_json:
        print_json({"error": sentence, "problems": [problem.as_json() for problem in problems]})
        return
    page = err()
    page.line(sentence)
    print_problems(page, problems)


def make_streams_forgiving() -> None:
    """Lets the standard streams replace what their encoding lacks, where they would otherwise fail."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="replace")


def silence_output() -> None:
    """After the reader has gone: sends what is left nowhere, so that Python does not complain at its exit."""
    try:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)
    except (OSError, ValueError):
        return


def _printable(text: str) -> str:
    """Text without control characters, which could make a terminal show something else."""
    return "".join(c if c == "\n" or c.isprintable() else "?" for c in text.replace("\t", " "))


def _is_terminal(stream: TextIO) -> bool:
    try:
        return stream.isatty()
    except ValueError:  # a stream that was closed
        return False


def _terminal_width() -> int:
    return max(_NARROWEST, min(shutil.get_terminal_size().columns - 1, _WIDEST))
