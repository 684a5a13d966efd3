"""The grid of the paper twin: levels across, themes or domains down, every placement in its cell."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

from threshold_tool.documents.condition_words import cut_words, quoted
from threshold_tool.documents.fields import NOT_KNOWN
from threshold_tool.documents.questions import parse_cut
from threshold_tool.reports.blocks import (
    Bullets,
    Grid,
    GridColumn,
    GridGroup,
    GridRow,
    Heading,
    Landscape,
    Paragraph,
    Run,
)
from threshold_tool.reports.paper_words import PaperNames

if TYPE_CHECKING:
    from collections.abc import Iterator

    from threshold_tool.documents.model import Level, ThresholdDocument
    from threshold_tool.evaluation.compiled import Clause, CompiledDocument, CompiledQuestion
    from threshold_tool.reports.blocks import Block, Text

Sides: TypeAlias = Literal["theme", "domain"]

_SIDES = {"theme": "themes", "domain": "domains"}
_LEGEND = (
    "An answer stands under its level, with its place in the printed document in square brackets.",
    "Answers that are not listed lead to no level by themselves.",
    (Run("Not known: ", strong=True), Run("this counts where somebody says so, not where nobody has asked.")),
    (
        Run("The same: ", emphasis=True),
        Run("these answers have no placement of their own and take that of the answer they stand under."),
    ),
    (
        Run("Also do: ", emphasis=True),
        Run("the answer asks for an action besides those of its level. Actions are written out under their numbers."),
    ),
    (
        Run("Act at once: ", strong=True),
        Run("the answer calls for action before anything else is asked."),
    ),
)


def blocks(compiled: CompiledDocument, sides: Sides) -> Iterator[Block]:
    """The grid on landscape pages, its legend before it, and the questions that have no place in it."""
    yield Landscape(tuple(_grid_blocks(compiled, sides)))


def _grid_blocks(compiled: CompiledDocument, sides: Sides) -> Iterator[Block]:
    document = compiled.source.document
    yield Heading(f"Indicators: levels across, {_SIDES[sides]} down", anchor="indicators")
    yield Bullets(_LEGEND)
    columns = tuple(GridColumn(_level_head(document, level), level.colour) for level in document.levels)
    yield Grid("Question", columns, tuple(_groups(compiled, sides)))
    apart = [q for q in compiled.questions.values() if not document.placements.get(q.id)]
    if apart:
        names = PaperNames(compiled)
        yield Paragraph("These questions have no placement. Rules read their answers, or other questions follow them:")
        yield Bullets(tuple(f"{names.question(q.id)}. {q.question.ask}" for q in apart))


def _level_head(document: ThresholdDocument, level: Level) -> Text:
    band = next((band.name for band in document.bands if band.id == level.part_of), None)
    own = Run(level.name, strong=True)
    return (own,) if band is None or band == level.name else (own, Run(f"\nPart of {band}", emphasis=True))


def _groups(compiled: CompiledDocument, sides: Sides) -> Iterator[GridGroup]:
    """Each theme or domain that has placements, in the document's order; what belongs to none comes last."""
    named = compiled.source.themes if sides == "theme" else compiled.source.domains
    titles: dict[str | None, str] = {entry.id: entry.name for entry in named}
    rows: dict[str | None, list[GridRow]] = {side: [] for side in (*titles, None)}
    for question in compiled.questions.values():
        if compiled.source.document.placements.get(question.id):
            side = question.question.theme if sides == "theme" else question.question.domain
            rows[side].append(_Indicator(compiled, question).row())
    for side, own in rows.items():
        if own:
            yield GridGroup(titles.get(side, "Other questions"), tuple(own))


@dataclass(frozen=True)
class _Indicator:
    """One question's row of the grid."""

    compiled: CompiledDocument
    question: CompiledQuestion

    def row(self) -> GridRow:
        """The question, and in each level's cell the answers placed there."""
        cells: list[list[Text]] = [[] for _ in self.compiled.source.document.levels]
        without: list[Text] = []
        for clause in self._clauses():
            (without if clause.level is None else cells[clause.level]).append(self._entry(clause))
        number = PaperNames(self.compiled).question(self.question.id)
        about: list[Text] = [f"{number}. {self.question.question.ask}"]
        if without:
            about += [(Run("At no level of its own:", emphasis=True),), *without]
        return GridRow(tuple(about), tuple(map(tuple, cells)))

    def _clauses(self) -> Iterator[Clause]:
        """Each placement once, in the order of the answers; that of `not-known` last."""
        yield from dict.fromkeys(clause for clause in self.question.clauses if clause is not None)
        if self.question.not_known is not None:
            yield self.question.not_known

    def _entry(self, clause: Clause) -> Text:
        key = clause.id.partition("=")[2]
        runs = [Run(self._answer(key), strong=key == NOT_KNOWN)]
        if clause.cite:
            runs.append(Run(f" [{clause.cite}]"))
        if clause.immediate:
            runs.append(Run("\nAct at once", strong=True))
        if same := self._inheriting(clause, key):
            runs += [Run("\nThe same: ", emphasis=True), Run("; ".join(same))]
        if taken := self._taken_from(clause, key):
            runs.append(Run(f"\n{taken}", emphasis=True))
        if clause.require:
            runs += [Run("\nAlso do: ", emphasis=True), Run(PaperNames(self.compiled).actions(clause.require))]
        return tuple(runs)

    def _answer(self, key: str) -> str:
        """What a placement's key says, in words."""
        if key == NOT_KNOWN:
            return "Not known"
        cut, number = parse_cut(key), self.question.question.number
        if number is not None and cut is not None:
            words = cut_words(cut, number.unit)
            return words[:1].upper() + words[1:]
        return self._option(key)

    def _option(self, answer: str) -> str:
        grade = self.question.question.grade_of(answer)
        return answer if grade is None else self.question.question.options[grade].text

    def _inheriting(self, clause: Clause, key: str) -> list[str]:
        """Answers that take this placement without having one; a number beyond the cut needs no word."""
        if self.question.question.number is not None or key == NOT_KNOWN:
            return []
        pairs = zip(self.question.keys, self.question.clauses, strict=True)
        return [quoted(self._option(own)) for own, reached in pairs if reached is clause and own and own != key]

    def _taken_from(self, clause: Clause, key: str) -> str:
        """Whose level a placement that states none has."""
        written = self.compiled.source.document.placements[self.question.id].get(key)
        if written is None or written.level is not None or clause.level is None:
            return ""
        return f"Takes the level of {quoted(self._source_of_level(clause, key))}"

    def _source_of_level(self, clause: Clause, key: str) -> str:
        """The answer that lends its level: `yes` to a `suspected`, otherwise the nearest less concerning one."""
        placed = list(zip(self.question.keys, self.question.clauses, strict=True))
        at = self.question.keys.index(key)
        before = placed[at - 1][1] if at else None
        if before is not None and before.level == clause.level:
            return self._answer(before.id.partition("=")[2])
        return next(
            self._answer(own) for own, reached in placed[at + 1 :] if own and reached and reached.level == clause.level
        )
