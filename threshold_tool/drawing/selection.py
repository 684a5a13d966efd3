"""Which part of a document is drawn: a theme, a section, a level, or some of them together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from threshold_tool.errors import CannotUse
from threshold_tool.problems import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterable

    from threshold_tool.documents.loaded import LoadedDocument

_MOST_SHOWN = 40


@dataclass(frozen=True, slots=True)
class Selection:
    """What was asked for, each by its id in the document; all None is the whole document."""

    theme: str | None = None
    section: str | None = None
    level: str | None = None

    @property
    def is_everything(self) -> bool:
        """Whether the whole document is drawn."""
        return self.theme is None and self.section is None and self.level is None

    def check(self, source: LoadedDocument) -> None:
        """Raises CannotUse, with the nearest id, for something that the document does not have."""
        document = source.document
        known: tuple[tuple[str, str | None, list[str]], ...] = (
            ("theme", self.theme, [theme.id for theme in source.themes]),
            ("section", self.section, [section.id for section in document.sections]),
            ("level", self.level, [level.id for level in document.levels]),
        )
        for kind, wanted, ids in known:
            if wanted is not None and wanted not in ids:
                raise CannotUse(_no_such(kind, wanted, document.id, ids))
        if not self.questions(source):
            raise CannotUse(f"The section `{self.section}` has no question of the theme `{self.theme}`.")

    def questions(self, source: LoadedDocument) -> tuple[str, ...]:
        """The questions of the theme and section asked for, in the order of asking."""
        return tuple(
            question
            for section in source.document.sections
            for question in section.questions
            if self.section in (None, section.id) and self.theme in (None, source.questions[question].theme)
        )

    def names(self, source: LoadedDocument) -> tuple[str, ...]:
        """What people call the section and the theme asked for."""
        sections = (section.title for section in source.document.sections if section.id == self.section)
        themes = (theme.name for theme in source.themes if theme.id == self.theme)
        return (*sections, *themes)


def _no_such(kind: str, wanted: str, document: str, ids: Iterable[str]) -> str:
    near = did_you_mean(wanted, ids) or f"There are: {', '.join(ids)}."
    return f"`{document}` has no {kind} `{wanted[:_MOST_SHOWN]}`. {near}"
