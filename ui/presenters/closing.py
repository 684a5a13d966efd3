"""Keeping the open case in a file, or letting it go."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from threshold_tool.cases.keeping import keep_case
from threshold_tool.errors import CannotWrite
from ui.presenters.watched import Watched

if TYPE_CHECKING:
    from pathlib import Path

    from ui.presenters.consultation import Consultation, ConsultationPresenter


@dataclass(frozen=True, slots=True)
class ClosingState:
    """The file that the case is kept in, or why it is not."""

    kept: Path | None = None
    not_kept: str | None = None


class ClosingPresenter(Watched[ClosingState]):
    """Keeps the case where the person says. Names stay out of the file."""

    def __init__(self, consultation: ConsultationPresenter) -> None:
        super().__init__(ClosingState())
        self._consultation = consultation

    @property
    def file_stem(self) -> str:
        """The name on offer for the file: the day, and nothing about a child."""
        return _stem(self._consultation.state)

    def keep(self, path: Path) -> None:
        """Writes the case to a file; where that fails, the state says why and the case stays open."""
        consultation = self._consultation.state
        try:
            keep_case(consultation.case, consultation.compiled.source, path)
        except CannotWrite as error:
            self.change_to(ClosingState(not_kept=f"{error} Choose another place."))
        else:
            self._consultation.note_kept()
            self.change_to(ClosingState(kept=path))


def _stem(consultation: Consultation) -> str:
    return f"case-{consultation.case.on.isoformat()}"
