"""Details that are made when they are opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.widgets.fold import Fold
from ui.widgets.labels import Words

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def test_it_is_made_once_and_only_when_opened(qtbot: QtBot) -> None:
    """Nothing is made before it is opened, and what was made stays when it is closed and opened again."""

    made: list[Words] = []

    def make() -> list[Words]:
        made.append(Words("inside"))
        return made

    fold = Fold("More", make, about="Child A")
    qtbot.addWidget(fold)
    before = len(made)
    for _ in range(3):
        fold.button.click()

    assert before == 0
    assert len(made) == 1
    assert made[0].isVisibleTo(fold)
    assert fold.button.accessibleName() == "Child A: More"
