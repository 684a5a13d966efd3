"""The open case under another area's document, beside the document that it is answered with."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from threshold_tool.cases.fitting import require_fit
from threshold_tool.cases.loader import LoadedCase
from threshold_tool.comparison.areas import areas_of
from threshold_tool.comparison.by_case import compare_case
from threshold_tool.errors import CannotUse
from ui.presenters.comparison import comparison_shown
from ui.presenters.library import NotOpened
from ui.presenters.watched import Watched

if TYPE_CHECKING:
    from pathlib import Path

    from threshold_tool.errors import ThresholdToolError
    from ui.presenters.comparison import ComparisonShown
    from ui.presenters.consultation import Consultation
    from ui.presenters.library import Library, Listed


@dataclass(frozen=True)
class CompareState:
    """The documents on offer, the one chosen, whether it is being worked out, and what came of it."""

    listed: tuple[Listed, ...]
    chosen: Path | None = None
    working: bool = False
    shown: ComparisonShown | None = None
    not_opened: NotOpened | None = None


class ComparePresenter(Watched[CompareState]):
    """Compares the case as it stands. The case and its document stay as they are."""

    def __init__(self, consultation: Consultation, library: Library) -> None:
        own = consultation.path
        super().__init__(CompareState(tuple(entry for entry in library.shipped() if entry.path != own)))
        self._consultation = consultation
        self._library = library

    def choose(self, path: Path) -> None:
        """Takes a document; what was compared before goes. While one is being compared no other is taken."""
        taken = self.state.chosen if self.state.working else path
        shown = self.state.shown if taken == self.state.chosen else None
        self.change_to(replace(self.state, chosen=taken, shown=shown, not_opened=None))

    def begin(self) -> None:
        """The comparison is being worked out."""
        self.change_to(replace(self.state, working=True, shown=None, not_opened=None))

    def work_out(self) -> ComparisonShown | NotOpened:
        """The comparison, or why there is none. Takes seconds and changes nothing, so that it can run elsewhere.

        Raises CannotUse where the two documents cannot be compared over this case.
        """
        chosen = self.state.chosen
        if chosen is None:
            raise CannotUse("Choose a document.")
        other = self._library.compiled(chosen)
        if isinstance(other, NotOpened):
            return other
        areas = areas_of([self._consultation.compiled, other])
        loaded = LoadedCase.from_answers(self._consultation.case)
        fitted = {key: require_fit(compiled, loaded, pass_over_unknown=True) for key, compiled in areas.items()}
        return comparison_shown(compare_case(areas, fitted, next(iter(areas))))

    def end(self, found: ComparisonShown | NotOpened) -> None:
        """Takes what was worked out."""
        if isinstance(found, NotOpened):
            self.change_to(replace(self.state, working=False, not_opened=found))
        else:
            self.change_to(replace(self.state, working=False, shown=found))

    def fail(self, error: ThresholdToolError) -> None:
        """Takes why it could not be worked out."""
        self.end(NotOpened(str(error)))
