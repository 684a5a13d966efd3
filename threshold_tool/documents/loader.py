"""From files to a document that can be used: read, overlay, validate, compose, check."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from threshold_tool.documents.checks import answers, details, limits, references
from threshold_tool.documents.checks.composition import Composition
from threshold_tool.documents.loaded import DocumentFile, LoadedDocument
from threshold_tool.documents.model import EditionOf, ThresholdDocument
from threshold_tool.documents.overlay import Overlay, Tree
from threshold_tool.documents.questions import AnswerOption, Question, QuestionSet
from threshold_tool.documents.source import DOCUMENT_LIMITS, read_source
from threshold_tool.documents.validation import validate
from threshold_tool.errors import CannotRead, ProblemsFound
from threshold_tool.files import read_bytes
from threshold_tool.paths import question_sets_folder
from threshold_tool.problems import Location, Problem, has_errors, in_reading_order

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from pathlib import Path

    from threshold_tool.documents.model import Rewording
    from threshold_tool.documents.source import SourceMap

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_EDITION_IN_NAME = re.compile(r"[A-Za-z0-9._-]+")
_MOST_PARENTS = 8

REFERENCE_CHECKS: tuple[Callable[[Composition], Iterator[Problem]], ...] = (
    references.check_duplicates,
    references.check_references,
    answers.check_reserved,
    answers.check_placement_answers,
    answers.check_condition_answers,
    answers.check_unless_answers,
    answers.check_reworded_answers,
    limits.check_strengths,
    limits.check_gates,
    limits.check_sections,
    details.check_dates,
    details.check_hours,
    details.check_contacts_reachable,
    limits.check_levels,
    limits.check_unless,
    limits.check_placements,
)


@dataclass(frozen=True)
class LoadResult:
    """What came of reading a document: the document unless a problem is an error, and every problem."""

    document: LoadedDocument | None
    problems: tuple[Problem, ...]
    composition: Composition | None = None


def load_document(path: Path) -> LoadResult:
    """Reads a document with its parents and question sets, and finds all its problems.

    Raises CannotRead when the file itself cannot be read.
    """
    return _Loading(path).run()


def require_document(path: Path) -> LoadedDocument:
    """The document, for a command that cannot go on without one.

    Raises CannotRead when a file cannot be read and ProblemsFound when the document is refused.
    """
    result = load_document(path)
    if result.document is None:
        raise ProblemsFound(f"{path.name} has problems and cannot be used.", result.problems)
    return result.document


@dataclass
class _Loading:
    """One reading of a document. `problems` and `files` fill as it goes."""

    path: Path
    problems: list[Problem] = field(default_factory=list)
    files: list[DocumentFile] = field(default_factory=list)

    def run(self) -> LoadResult:
        tree = self._read_with_parents(self.path, "document", ())
        if tree is None:
            return self._refused()
        document, problems = validate(ThresholdDocument, tree.value, tree.places)
        self.problems += problems
        sets = list(self._question_sets(tree))
        if document is None or has_errors(self.problems):
            return self._refused()
        composition = compose(document, tree.places, sets)
        for check in REFERENCE_CHECKS:
            self.problems += check(composition)
        if has_errors(self.problems):
            return self._refused()
        questions = {q.id: _reworded(q, document.reword) for q in composition.questions.values()}
        loaded = LoadedDocument(document, questions, tuple(self.files))
        return LoadResult(loaded, in_reading_order(self.problems), composition)

    def _refused(self) -> LoadResult:
        return LoadResult(None, in_reading_order(self.problems))

    def _read(self, path: Path, role: str) -> Tree | None:
        data = read_bytes(path, DOCUMENT_LIMITS.bytes)
        source = read_source(data, str(path))
        self.problems += source.problems
        if source.values is None:
            return None
        tree = Tree(source.values, source.places)
        self.files.append(DocumentFile(role, tree.id or "", data))
        return tree

    def _read_with_parents(self, path: Path, role: str, children: tuple[str, ...]) -> Tree | None:
        """The document with its parents laid under it."""
        tree = self._read(path, role)
        extends = tree.get("extends") if tree else None
        if tree is None or extends is None:
            if tree and tree.get("remove"):
                self._report("unknown-key", "`remove` belongs to a document that `extends` another.", tree, "remove")
            return tree
        wanted, problems = validate(EditionOf, extends.value, extends.places)
        self.problems += problems
        if wanted is None:
            return None
        line = (*children, tree.id or "")
        if wanted.id in line or len(line) > _MOST_PARENTS:
            self._report(
                "extends-itself",
                f"`{wanted.id}` extends itself, directly or through others.",
                tree,
                "extends",
            )
            return None
        found = self._parent_beside(path, wanted, extends)
        parent = self._read_with_parents(found, "parent", line) if found else None
        if parent is None:
            return None
        overlay = Overlay(parent, tree)
        merged = overlay.apply()
        self.problems += overlay.problems
        return merged

    def _parent_beside(self, path: Path, wanted: EditionOf, extends: Tree) -> Path | None:
        """The parent's file: `ID.yaml` or `ID-EDITION.yaml` in the same folder, of the edition asked for."""
        names = [f"{wanted.id}.yaml"]
        if _EDITION_IN_NAME.fullmatch(wanted.edition):
            names.append(f"{wanted.id}-{wanted.edition}.yaml")
        other_edition: str | None = None
        for name in names:
            candidate = path.parent / name
            if not candidate.is_file() or candidate == path:
                continue
            edition = _edition_of(read_source(read_bytes(candidate, DOCUMENT_LIMITS.bytes), name).values)
            if edition == wanted.edition:
                return candidate
            other_edition = edition
        looked = " or ".join(names)
        message = f"The document `{wanted.id}`, edition {wanted.edition}, is not in the same folder ({looked})."
        hint = f"The file there is edition {other_edition}." if other_edition else None
        self.problems.append(Problem("no-parent", message, extends.places.location, about=(wanted.id,), hint=hint))
        return None

    def _question_sets(self, tree: Tree) -> Iterator[tuple[QuestionSet, SourceMap]]:
        use = tree.get("use")
        seen: set[str] = set()
        for entry in use.items() if use else ():
            name = entry.value if isinstance(entry.value, str) else ""
            if not _ID.fullmatch(name):
                continue
            if name in seen:
                message = f"The question set `{name}` is used twice."
                self.problems.append(Problem("duplicate-id", message, entry.places.location, about=(name,)))
                continue
            seen.add(name)
            found = self._question_set(name, entry.places.location)
            if found is not None:
                yield found

    def _question_set(self, name: str, used_at: Location) -> tuple[QuestionSet, SourceMap] | None:
        path = next((p for p in self._set_paths(name) if p.is_file()), None)
        if path is None:
            message = f"There is no question set `{name}`, neither beside the document nor among those supplied."
            self.problems.append(Problem("unknown-question-set", message, used_at, about=(name,)))
            return None
        try:
            tree = self._read(path, "question-set")
        except CannotRead as error:
            self.problems.append(Problem("unknown-question-set", str(error), used_at, about=(name,)))
            return None
        if tree is None:
            return None
        question_set, problems = validate(QuestionSet, tree.value, tree.places)
        self.problems += problems
        if question_set is not None and question_set.id != name:
            message = f"The file of the question set `{name}` calls itself `{question_set.id}`."
            self.problems.append(Problem("wrong-id", message, tree.places.nearest(("id",)), about=(name,)))
        return (question_set, tree.places) if question_set else None

    def _set_paths(self, name: str) -> Sequence[Path]:
        return (self.path.parent / "question_sets" / f"{name}.yaml", question_sets_folder() / f"{name}.yaml")

    def _report(self, code: str, message: str, tree: Tree, key: str) -> None:
        self.problems.append(Problem(code, message, tree.places.nearest_key((key,))))


def compose(
    document: ThresholdDocument, places: SourceMap, sets: Sequence[tuple[QuestionSet, SourceMap]]
) -> Composition:
    """A document with the questions of its sets and its own; the first of two with the same id is kept."""
    questions: dict[str, Question] = {}
    for question in (*(q for question_set, _ in sets for q in question_set.questions), *document.questions):
        questions.setdefault(question.id, question)
    return Composition(document, places, sets, questions)


def _edition_of(values: object) -> str | None:
    edition = values.get("edition") if isinstance(values, dict) else None
    return edition if isinstance(edition, str) else None


def _reworded(question: Question, rewordings: Mapping[str, Rewording]) -> Question:
    """The question in the document's own words; its answers and their order stay."""
    local = rewordings.get(question.id)
    if local is None:
        return question
    changes: dict[str, object] = {
        key: value
        for key, value in (("ask", local.ask), ("why", local.why), ("look_for", local.look_for))
        if value is not None
    }
    if question.answers is not None:
        changes["answers"] = tuple(
            AnswerOption(id=option.id, text=local.answers.get(option.id, option.text)) for option in question.answers
        )
    return question.model_copy(update=changes)
