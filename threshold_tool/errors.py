"""What can go wrong outside our own code, each with one sentence a person can act on.

Everything here is the world failing (a file that is missing, a disk that is full, a document
with problems). A bug in the tool is any other exception, and is never dressed up as one of these.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from threshold_tool.problems import Problem


class ThresholdToolError(Exception):
    """Base of every error that a person can put right.

    `str(error)` is one clear sentence in plain English: what happened, where, and the way out.
    """


class CannotRead(ThresholdToolError):
    """A file could not be read: missing, a folder, not permitted, or too large."""


class CannotWrite(ThresholdToolError):
    """A file could not be written; what was there before is untouched."""


class CannotUse(ThresholdToolError):
    """What was asked for does not fit together, such as a child that the case does not have."""


class CannotDraw(ThresholdToolError):
    """A picture could not be drawn: the program that lays it out is missing, or failed."""


class ProblemsFound(ThresholdToolError):
    """A document or a case has problems of severity error, so nothing can be worked out from it.

    `problems` lists all of them, warnings included, in the order of their places in the file.
    """

    def __init__(self, sentence: str, problems: Sequence[Problem]) -> None:
        super().__init__(sentence)
        self.problems = tuple(problems)
