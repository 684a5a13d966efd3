"""Everything that is new in an edition, in meaning and in words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from threshold_tool.editions.joint import Joint
from threshold_tool.editions.level_changes import LevelChange, level_changes
from threshold_tool.editions.other_changes import OtherChange, other_changes
from threshold_tool.evaluation.compiled import compile_document
from threshold_tool.proofs.finder import STEPS

if TYPE_CHECKING:
    from datetime import date

    from threshold_tool.documents.loaded import LoadedDocument
    from threshold_tool.evaluation.compiled import CompiledDocument


@dataclass(frozen=True, slots=True)
class Difference:
    """What a new edition changes. `not_decided` names what was not proved either way within the steps."""

    old: CompiledDocument
    new: CompiledDocument
    changes: tuple[LevelChange, ...]
    other: tuple[OtherChange, ...]
    not_decided: tuple[str, ...]

    @property
    def equivalent(self) -> bool | None:
        """Whether the editions mean the same for every child; None where that is not decided."""
        if self.changes or self.other:
            return False
        return None if self.not_decided else True


def difference(old: LoadedDocument, new: LoadedDocument, on: date, steps: int = STEPS) -> Difference:
    """What changes for any child between two editions; `on` is the assessment date of the cases that show it."""
    joint = Joint(compile_document(old), compile_document(new), on, steps)
    changes, other = tuple(level_changes(joint)), tuple(other_changes(joint))
    return Difference(joint.old, joint.new, changes, other, tuple(dict.fromkeys(joint.not_decided)))
