"""Asking a person at a terminal, one line at a time."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from threshold_tool.cli.output import Page


class Stopped(Exception):
    """The person wants to stop. With `at_end` nothing more can be asked, since the input has ended."""

    def __init__(self, *, at_end: bool = False) -> None:
        super().__init__()
        self.at_end = at_end


class Dialogue:
    """Prompts on a page and reads what is typed."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def ask(self, prompt: str) -> str:
        """What the person types: one line without spaces around it or control characters.

        Raises Stopped at the end of the input.
        """
        self.page.write(prompt)
        line = sys.stdin.readline()
        if not line:
            self.page.line()
            raise Stopped(at_end=True)
        return "".join(c for c in " ".join(line.split()) if c.isprintable())

    def choose(self, prompt: str, options: Sequence[str], *, empty: str) -> int | None:
        """The index of a numbered option, or None for Enter, which means what `empty` says."""
        for number, option in enumerate(options, start=1):
            self.page.line(option, 2, f"{number}.")
        while True:
            text = self.ask(f"{prompt} (1-{len(options)}; Enter: {empty}) ")
            if not text:
                return None
            if text in ("q", "Q"):
                raise Stopped
            at = number_typed(text, len(options))
            if at is not None:
                return at
            self.page.line(f"Type a number from 1 to {len(options)}, or Enter.")

    def confirm(self, question: str) -> bool:
        """Whether the person says yes; anything but yes or no is asked again."""
        while True:
            text = self.ask(f"{question} (y/n) ").casefold()
            if text in ("y", "yes", "n", "no"):
                return text.startswith("y")
            self.page.line("Type y or n.")


def number_typed(text: str, count: int) -> int | None:
    """The index that a typed number from 1 to `count` stands for; None for anything else."""
    if text.isascii() and text.isdecimal() and len(text) <= len(str(count)) and 1 <= int(text) <= count:
        return int(text) - 1
    return None
