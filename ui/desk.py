"""What a page may need, in one frozen object that the registry hands to its factory."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ui.presenters.guide_places import Bookmark

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from ui.presenters.consultation import ConsultationPresenter
    from ui.presenters.library import Library
    from ui.presenters.messages import Messages
    from ui.presenters.navigator import Navigator
    from ui.presenters.preferences import Preferences


@dataclass(frozen=True)
class Desk:
    """The collaborators of the pages. A factory takes from it what its page needs."""

    navigator: Navigator
    library: Library
    messages: Messages
    preferences: Preferences
    clock: Callable[[], datetime]
    bookmark: Bookmark = field(default_factory=Bookmark)

    @property
    def consultation(self) -> ConsultationPresenter:
        """The open case. Raises LookupError where none is open: such a page is not on the way then."""
        consultation = self.navigator.consultation
        if consultation is None:
            raise LookupError("no case is open")
        return consultation
