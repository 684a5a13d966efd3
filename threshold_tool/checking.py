"""Everything that can be said of a document file: how it reads, what its board keeps in order, what is proved."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from threshold_tool.documents.checks.housekeeping import check_housekeeping
from threshold_tool.documents.loader import load_document
from threshold_tool.problems import has_errors, in_reading_order
from threshold_tool.proofs.finder import STEPS
from threshold_tool.proofs.prove import prove

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from pathlib import Path

    from threshold_tool.problems import Problem
    from threshold_tool.proofs.proving import NotDecided


@dataclass(frozen=True, slots=True)
class Checked:
    """What a check found. `document` is None while the id is not known.

    A document with an error in how it reads is not proved: then `proved` and `not_decided` are empty.
    """

    document: str | None
    problems: tuple[Problem, ...]
    proved: tuple[str, ...] = ()
    not_decided: tuple[NotDecided, ...] = ()

    @property
    def is_in_order(self) -> bool:
        """Whether there is no error, and nothing is left undecided."""
        return not self.not_decided and not has_errors(self.problems)


def check_document(path: Path, on: date, steps: int = STEPS, tell: Callable[[str], None] = lambda _: None) -> Checked:
    """All problems of a document, in reading order, and what is proved of it.

    From `on` contacts and reviews are counted; `steps` bounds each search. `tell` hears of each proof that begins.
    Raises CannotRead for a file that cannot be read.
    """
    result = load_document(path)
    problems = list(result.problems)
    if result.composition is not None:
        problems += check_housekeeping(result.composition, on)
    if result.composition is None or result.document is None:
        return Checked(None, in_reading_order(problems))
    proofs = prove(result.composition, result.document, on, steps, tell)
    problems += proofs.problems
    return Checked(result.document.document.id, in_reading_order(problems), proofs.proved, proofs.not_decided)
