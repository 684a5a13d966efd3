"""A shipped document on its way to having a fault: its text, what it means, and what may be planted where."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from tests.proofs.edited_text import EditedText
from threshold_tool.documents.loader import load_document
from threshold_tool.documents.placing import answer_keys, cuts_of, reached_placements
from threshold_tool.paths import documents_folder

if TYPE_CHECKING:
    from collections.abc import Iterator
    from random import Random

    from threshold_tool.documents.checks.composition import Composition
    from threshold_tool.documents.placing import ReachedPlacement
    from threshold_tool.documents.questions import Question

Found = tuple[str, tuple[str, ...], int]
"""What a check should say of a planted fault: the code, what it is about, and the line."""


@cache
def composition(area: str) -> Composition:
    """Return a shipped document as it is read, with what it takes from others."""
    read = load_document(documents_folder() / f"{area}.yaml").composition
    assert read is not None
    return read


@dataclass
class Draft:
    """A shipped document whose text is being edited; `read` is what it meant before."""

    area: str
    text: EditedText
    read: Composition

    @classmethod
    def of(cls, area: str) -> Draft:
        """Return a fresh draft of a document."""
        return cls(area, EditedText(written(area)), composition(area))

    @property
    def levels(self) -> list[str]:
        """The ids of the levels, lowest first."""
        return [level.id for level in self.read.document.levels]

    @property
    def base(self) -> int:
        """How high the level stands that a child is at when nothing matches."""
        return self.levels.index(self.read.document.when_nothing_matches)

    @property
    def statutory(self) -> list[str]:
        """The ids of the statutory levels."""
        return [level.id for level in self.read.document.levels if level.statutory]

    def height(self, level: str | None) -> int:
        """How high a level stands; below all for none."""
        return -1 if level is None else self.levels.index(level)

    def questions(self) -> list[Question]:
        """The concern questions with graded answers."""
        return [q for q in self.read.questions.values() if q.number is None and not q.is_strength]

    def open_questions(self) -> list[Question]:
        """Those that every child is asked."""
        return [question for question in self.questions() if question.ask_when is None]

    def offers_suspected(self, question: Question) -> bool:
        """Say whether a question offers `suspected`, which may take over from `yes`."""
        return question.grade_of("suspected") is not None

    def reached(self, question: Question) -> list[tuple[str, ReachedPlacement | None]]:
        """Each answer with the placement that it reaches, least concerning first."""
        placements = self.read.document.placements.get(question.id, {})
        cuts = cuts_of(question, placements, ())
        placed = reached_placements(question, placements, cuts, set(self.statutory))
        return [(str(key), one) for key, one in zip(answer_keys(question, cuts), placed, strict=True)]

    def entries(self, key: str) -> Iterator[tuple[int, dict[str, Any]]]:
        """Yield the entries of a list in the document's own file, each with its place."""
        yield from enumerate(self.text.value((key,)) if self.text.has((key,)) else ())

    def add_rule(self, rng: Random, rule: dict[str, Any]) -> int:
        """Write a rule somewhere among the others, and return its place."""
        at = rng.randrange(len(self.text.value(("rules",))))
        self.text.add_entry(("rules", at), {**rule, "because": "Planted, to be found.", "cite": "p.99"})
        return at

    def add_question(self, rng: Random, **more: Any) -> int:
        """Write the question `planted-question` with yes and no into the file and a section; return its place."""
        other = rng.choice(self.questions())
        entry = {
            "id": "planted-question",
            "about": rng.choice(["child", "family"]),
            "kind": "concern",
            "domain": other.domain,
            "theme": other.theme,
            "ask": "What was planted here?",
            **more,
            "answers": [{"id": "none", "text": "Nothing that was"}, {"id": "some", "text": "Something that grows"}],
        }
        sections = [at for at, section in self.entries("sections") if section["kind"] == "questions"]
        section = rng.choice(sections)
        questions = len(self.text.value(("sections", section, "questions")))
        self.text.add_entry(("sections", section, "questions", rng.randrange(questions)), "planted-question")
        if self.text.has(("questions",)):
            at = rng.randrange(len(self.text.value(("questions",))))
            self.text.add_entry(("questions", at), entry)
            return at
        self.text.add_before(("sections",), "questions", [entry])
        return 0

    def reword_answer(self, question: str, answer: str, words: str) -> None:
        """Word one answer of a question otherwise."""
        local = {"answers": {answer: words}}
        if self.text.has(("reword",)):
            self.text.add_key(("reword",), question, local)
        else:
            self.text.add_before(("sections",), "reword", {question: local})

    def is_reworded(self, question: str) -> bool:
        """Say whether the document words a question in its own way already."""
        return self.text.has(("reword", question))


def written(area: str) -> str:
    """Return the text of a shipped document."""
    return (documents_folder() / f"{area}.yaml").read_text(encoding="utf-8")
