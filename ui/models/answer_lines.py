"""Lines of answers as Qt's list model."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.presenters.check_lines import AnswerLine

LINE = Qt.ItemDataRole.UserRole.value + 1
"""The role under which a row gives its line."""

_NOWHERE = QModelIndex()
_SPOKEN = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)


class AnswerLines(QAbstractListModel):
    """One row for each line; what a row says of itself is all of its line."""

    def __init__(self) -> None:
        super().__init__()
        self._lines: tuple[AnswerLine, ...] = ()

    @property
    def lines(self) -> tuple[AnswerLine, ...]:
        """The lines, in order."""
        return self._lines

    def set_lines(self, lines: Sequence[AnswerLine]) -> None:
        """Takes other lines."""
        self.beginResetModel()
        self._lines = tuple(lines)
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NOWHERE) -> int:  # noqa: N802 - Qt's name
        """How many lines there are; a line has none of its own."""
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A line, or all of it in words."""
        if not index.isValid():
            return None
        line = self._lines[index.row()]
        if role == LINE:
            return line
        return line.spoken if role in _SPOKEN else None
