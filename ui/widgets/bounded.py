"""Qt asks for the height at widths that a widget may never take; these answer for the width they will have."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    _Widget = QWidget
else:
    _Widget = object


class Bounded(_Widget):
    """Mixed into a widget that may be given a maximum width and whose height depends on its width."""

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """The height at this width, or at the maximum width if that is less."""
        return super().heightForWidth(min(width, self.maximumWidth()))
