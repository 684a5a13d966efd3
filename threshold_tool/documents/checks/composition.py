"""A document with its question sets, each part with its place: what the checks look at."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from threshold_tool.documents.conditions import All, Any_, AtLeast, Condition

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from threshold_tool.documents.model import ThresholdDocument
    from threshold_tool.documents.questions import Question, QuestionSet
    from threshold_tool.documents.source import SourceMap
    from threshold_tool.problems import Location

Path = tuple[str | int, ...]


@dataclass(frozen=True)
class Composition:
    """A document and the sets that it uses, with the places of both."""

    document: ThresholdDocument
    places: SourceMap
    sets: Sequence[tuple[QuestionSet, SourceMap]]
    questions: Mapping[str, Question]

    def at(self, *path: str | int) -> Location:
        """The place of a value of the document."""
        return self.places.nearest(path)

    def at_key(self, *path: str | int) -> Location:
        """The place of the key that names a value of the document."""
        return self.places.nearest_key(path)

    def asked(self) -> Iterator[tuple[Question, SourceMap]]:
        """Every question with the places of its parts, in the file that it comes from."""
        for question_set, places in self.sets:
            yield from _with_places(question_set.questions, places)
        yield from _with_places(self.document.questions, self.places)

    def conditions(self) -> Iterator[tuple[SourceMap, Path, Condition]]:
        """Every condition of `ask_when` and `when`, those inside others too: its file's places, path and self."""
        for question, places in self.asked():
            if question.ask_when is not None:
                for path, part in conditions_in(question.ask_when, ("ask_when",)):
                    yield places, path, part
        for at, rule in enumerate(self.document.rules):
            for path, part in conditions_in(rule.when, ("rules", at, "when")):
                yield self.places, path, part


def _with_places(questions: Sequence[Question], places: SourceMap) -> Iterator[tuple[Question, SourceMap]]:
    listed = places.children.get("questions")
    for index, question in enumerate(questions):
        yield question, listed.children[index] if listed else places


def conditions_in(condition: Condition, path: Path = ()) -> Iterator[tuple[Path, Condition]]:
    """A condition and every one inside it, each with the path that leads to it."""
    yield path, condition
    match condition:
        case All():
            inner: tuple[Path, tuple[Condition, ...]] = ((*path, "all"), condition.all)
        case Any_():
            inner = ((*path, "any"), condition.any)
        case AtLeast():
            inner = ((*path, "at_least", "of"), condition.at_least.of)
        case _:
            return
    for index, part in enumerate(inner[1]):
        yield from conditions_in(part, (*inner[0], index))
