from __future__ import annotations

import pytest

from tests.drawing.documents import shipped, small
from threshold_tool.drawing.selection import Selection
from threshold_tool.errors import CannotUse


def test_nothing_selected_is_everything() -> None:
    """Without a part the whole document is drawn."""

    assert Selection().is_everything
    assert not any(Selection(**{part: "x"}).is_everything for part in ("theme", "section", "level"))


def test_questions_come_in_the_order_of_asking() -> None:
    """Those of a section, those of a theme wherever they are asked, and those of both."""

    source = small().source

    assert Selection(section="home").questions(source) == ("meals", "meals-why", "attendance", "sleep")
    assert Selection(theme="home").questions(source) == ("danger-now", "meals", "meals-why")
    assert Selection(theme="home", section="home").questions(source) == ("meals", "meals-why")
    assert len(Selection(level="universal").questions(source)) == len(source.questions)


def test_a_part_has_a_name() -> None:
    """The title of the section, then the name of the theme."""

    assert Selection(theme="home", section="help").names(small().source) == ("Who helps", "Life at home")


@pytest.mark.parametrize(
    ("selection", "words"),
    [
        (Selection(theme="hom"), "has no theme `hom`. Did you mean `home`?"),
        (Selection(section="danger-now"), "has no section `danger-now`."),
        (Selection(level="zzz"), "has no level `zzz`. There are: universal, early-help, child-protection."),
        (Selection(level="x" * 500), f"`{'x' * 40}`"),
        (Selection(section="help", theme="home"), "The section `help` has no question of the theme `home`."),
    ],
)
def test_what_the_document_lacks_is_refused(selection: Selection, words: str) -> None:
    """One sentence, with the nearest id or those that there are."""

    with pytest.raises(CannotUse) as refused:
        selection.check(small().source)

    assert words in str(refused.value)


def test_every_part_of_a_document_can_be_selected() -> None:
    """Sections, themes and levels of a shipped document are known by their ids."""

    source = shipped("northfold").source
    for selection in (
        *(Selection(section=section.id) for section in source.document.sections),
        *(Selection(theme=theme.id) for theme in source.themes),
        *(Selection(level=level.id) for level in source.document.levels),
    ):
        selection.check(source)
