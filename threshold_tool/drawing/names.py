"""What a drawing calls things: questions by their number on paper, levels with their law, rules by their id."""

from __future__ import annotations

import textwrap
from dataclasses import dataclass
from typing import TYPE_CHECKING

from threshold_tool.documents.condition_words import ConditionWords, cut_words, quoted
from threshold_tool.documents.fields import NOT_KNOWN
from threshold_tool.drawing.colours import seen_on_white
from threshold_tool.drawing.model import LevelLook, Node, Row

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from threshold_tool.documents.model import Level, Rule
    from threshold_tool.documents.questions import Question
    from threshold_tool.evaluation.compiled import CompiledDocument, CompiledQuestion

_SHORT = 80
_SHORTEST = 44


@dataclass(frozen=True)
class Names:
    """The names of one document's parts."""

    compiled: CompiledDocument

    def number(self, question_id: str) -> int:
        """A question's number in the order of asking, as the paper form of the document has it."""
        return self.compiled.asking_order(question_id) + 1

    def question(self, question_id: str) -> str:
        """A question with its number, in few words."""
        ask = self.compiled.source.questions[question_id].ask
        return f"{self.number(question_id)}. {shortened(ask, _SHORT)}"

    def answer(self, question: CompiledQuestion, key: str | None) -> str:
        """An answer in words; `key` None is a number on the better side of every cut."""
        if key == NOT_KNOWN:
            return "Not known"
        number = question.question.number
        if number is None:
            return question.question.options[question.question.grade_of(key or "") or 0].text
        if key is None:
            return "Any other number"
        words = cut_words(question.cuts[question.keys.index(key) - 1], number.unit)
        return f"{words[:1].upper()}{words[1:]}"

    def conditions(self, drawn: Collection[str]) -> ConditionWords:
        """Conditions in words; questions that are drawn too are named by number alone."""

        def called(question: Question) -> str:
            number = f"question {self.number(question.id)}"
            return number if question.id in drawn else f"{number} ({quoted(shortened(question.ask, _SHORTEST))})"

        return ConditionWords(self.compiled.source, called)

    def looks(self) -> dict[str, LevelLook]:
        """Code and colour of every level, lowest first."""
        return {
            level.id: LevelLook(level.code, seen_on_white(level.colour))
            for level in self.compiled.source.document.levels
        }

    def level_node(self, level: Level) -> Node:
        """A level as a box: its name, and in words whether and by which law it is statutory."""
        document = self.compiled.source.document
        band = next((band.name for band in document.bands if band.id == level.part_of), None)
        lines = [_law_words(level)]
        if band is not None:
            lines.append(f"Part of {band}")
        if level.id == document.when_nothing_matches:
            lines.append("Where no answer or rule leads higher")
        return Node(
            f"level:{level.id}",
            "level",
            heading=level.name,
            lines=tuple(lines),
            level=level.id,
            statutory=level.statutory,
        )

    def rule_node(self, rule: Rule, words: ConditionWords) -> Node:
        """A rule as a box, with its conditions in words."""
        lead, points = words.points(rule.when)
        lines = [f"{lead[:1].upper()}{lead[1:]}:"] if lead else []
        lines += [f"\u2022 {point}" for point in points]
        if rule.unless:
            lines.append(f"Unless {'; or '.join(words.strength(bound) for bound in rule.unless)}")
        if rule.immediate:
            lines.append("Act at once")
        if rule.level is None:
            lines.append("Asks for action alone: no level")
        return Node(f"rule:{rule.id}", "rule", rule_words(rule), tuple(lines), level=rule.level)

    def rules_by_level(self, rules: Sequence[Rule]) -> Iterator[Node]:
        """Rules by name alone, a box for each level that they lead to, highest first."""
        for level in (*reversed(self.compiled.source.document.levels), None):
            own = level.id if level else None
            rows = tuple(Row(rule.id, rule_words(rule)) for rule in rules if rule.level == own)
            if rows:
                lead = f"lead{'s' if len(rows) == 1 else ''} to {level.name}" if level else "for action alone"
                yield Node(
                    f"rules:{own or 'action'}", "rules", f"{counted(len(rows), 'rule')} {lead}", rows=rows, level=own
                )


def rule_words(rule: Rule) -> str:
    """A rule's id as words."""
    words = rule.id.replace("-", " ")
    return f"{words[:1].upper()}{words[1:]}"


def shortened(text: str, width: int) -> str:
    """A text of at most `width` characters, cut between words."""
    return textwrap.shorten(text, width, placeholder="\u2026")


def counted(count: int, noun: str) -> str:
    """A count with its noun: "1 rule", "3 rules"."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def _law_words(level: Level) -> str:
    law = ", ".join(basis.removeprefix("s") for basis in level.legal_basis)
    sections = f"section{'s' if len(level.legal_basis) > 1 else ''} {law}"
    if level.statutory:
        return f"STATUTORY: {sections}" if law else "STATUTORY"
    return f"Not statutory ({sections})" if law else "Not statutory"
