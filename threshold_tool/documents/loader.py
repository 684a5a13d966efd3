"""From files to a document that can be used: read, overlay, validate, compose, check."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from threshold_tool.documents.checks import answers, details, limits, references
from threshold_tool.documents.checks.composition import Composition
from threshold_tool.documents.loaded import DocumentFile, LoadedDocument
from threshold_tool.documents.model import EditionOf, ThresholdDocument
from threshold_tool.documents.naming import short
from threshold_tool.documents.overlay import Overlay, Tree
from threshold_tool.documents.questions import QuestionSet
from threshold_tool.documents.rewording import reworded
from threshold_tool.documents.source import DOCUMENT_LIMITS, read_source
from threshold_tool.documents.validation import validate
from threshold_tool.errors import CannotRead, ProblemsFound
from threshold_tool.files import read_bytes
from threshold_tool.paths import question_sets_folder
from threshold_tool.problems import Problem, did_you_mean, has_errors, in_reading_order

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from threshold_tool.documents.questions import NamedEntry, Question
    from threshold_tool.documents.source import SourceMap, Value
    from threshold_tool.problems import Location

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_LONGEST_ID = 80
_FORMAT = "threshold-document/1"
_EDITION_IN_NAME = re.compile(r"[A-Za-z0-9._-]{1,80}")
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
        data = read_bytes(self.path, DOCUMENT_LIMITS.bytes)
        tree = self._with_parents(self.path, data, "document", ())
        if tree is None:
            return self._refused()
        document, problems = validate(ThresholdDocument, tree.value, tree.places, told=self.problems)
        self.problems += problems
        sets = list(self._question_sets(tree))
        if document is None or has_errors(self.problems):
            return self._refused()
        composition = compose(document, tree.places, sets)
        for check in REFERENCE_CHECKS:
            self.problems += check(composition)
        if has_errors(self.problems):
            return self._refused()
        questions = {q.id: reworded(q, document.reword) for q in composition.questions.values()}
        loaded = LoadedDocument(
            document,
            questions,
            domains=_named(document.domains, (question_set.domains for question_set, _ in sets)),
            themes=_named(document.themes, (question_set.themes for question_set, _ in sets)),
            files=tuple(self.files),
        )
        return LoadResult(loaded, in_reading_order(self.problems), composition)

    def _refused(self) -> LoadResult:
        return LoadResult(None, in_reading_order(self.problems))

    def _read(self, path: Path, data: bytes, role: str) -> Tree | None:
        source = read_source(data, str(path))
        self.problems += source.problems
        if source.values is None:
            return None
        tree = Tree(source.values, source.places)
        self.files.append(DocumentFile(role, tree.id or "", data))
        return tree

    def _with_parents(self, path: Path, data: bytes, role: str, children: tuple[EditionOf, ...]) -> Tree | None:
        """The document with its parents laid under it; None when that cannot be."""
        tree = self._read(path, data, role)
        if tree is None:
            return None
        extends = tree.get("extends")
        if extends is None:
            return self._without_remove(tree)
        itself = self._itself(tree)
        wanted, problems = validate(EditionOf, extends.value, extends.places, whole="`extends`")
        self.problems += problems
        if itself is None or wanted is None or self._goes_round(wanted, (*children, itself), extends):
            return None
        found = self._parent_beside(path, wanted, extends)
        parent = self._with_parents(*found, "parent", (*children, itself)) if found else None
        if parent is None:
            return None
        overlay = Overlay(parent, tree)
        merged = overlay.apply()
        self.problems += overlay.problems
        return merged

    def _without_remove(self, tree: Tree) -> Tree:
        remove = tree.get("remove")
        if remove is None or not isinstance(tree.value, dict):
            return tree
        message = "`remove` belongs to a document that `extends` another."
        self.problems.append(Problem("unknown-key", message, remove.places.key or remove.places.location))
        return Tree({key: part for key, part in tree.value.items() if key != "remove"}, tree.places)

    def _itself(self, tree: Tree) -> EditionOf | None:
        """The edition that a document says it is: an overlay must not pass for its parent."""
        lacking = [key for key in ("format", "id", "edition") if tree.get(key) is None]
        for key in lacking:
            message = f"The document has no `{key}` of its own."
            hint = "A document that `extends` another states its own `format`, `id` and `edition`."
            place = tree.places.nearest_key(("extends",))
            self.problems.append(Problem("missing-key", message, place, about=(key,), hint=hint))
        if lacking:
            return None
        stated: dict[str, Value] = {key: part.value for key, part in tree.entries() if key in ("id", "edition")}
        itself, problems = validate(EditionOf, stated, tree.places, told=self.problems)
        self.problems += problems
        return itself

    def _goes_round(self, wanted: EditionOf, line: tuple[EditionOf, ...], extends: Tree) -> bool:
        """Whether the documents go round in a circle, or on and on."""
        place = extends.places.location
        if wanted in line:
            message = f"`{wanted.id}`, edition {short(wanted.edition)}, extends itself, directly or through others."
            self.problems.append(Problem("extends-itself", message, place, about=(wanted.id,)))
        elif len(line) > _MOST_PARENTS:
            message = f"More than {_MOST_PARENTS} documents extend one another, the most that can be read."
            self.problems.append(Problem("too-many-parents", message, place, about=(wanted.id,)))
        return wanted in line or len(line) > _MOST_PARENTS

    def _parent_beside(self, path: Path, wanted: EditionOf, extends: Tree) -> tuple[Path, bytes] | None:
        """The parent's file and bytes: `ID.yaml` or `ID-EDITION.yaml` in the same folder, of the edition asked for."""
        names = [f"{wanted.id}.yaml"]
        if _EDITION_IN_NAME.fullmatch(wanted.edition):
            names.append(f"{wanted.id}-{wanted.edition}.yaml")
        seen: str | None = None
        for name in names:
            try:
                data = read_bytes(path.parent / name, DOCUMENT_LIMITS.bytes)
            except CannotRead:
                continue
            # Its problems are listed when it is read as the parent; one that is not is none of ours.
            stated = read_source(data, name).values
            if isinstance(stated, dict) and _says_it_is(stated, wanted):
                return path.parent / name, data
            seen = f"The file {short(name)} there is of another format, id or edition."
        message = (
            f"The document `{wanted.id}`, edition {short(wanted.edition)}, is not in the same folder "
            f"({' or '.join(short(name) for name in names)})."
        )
        hint = seen or "Put the parent's file into the folder of this document."
        self.problems.append(Problem("no-parent", message, extends.places.location, about=(wanted.id,), hint=hint))
        return None

    def _question_sets(self, tree: Tree) -> Iterator[tuple[QuestionSet, SourceMap]]:
        use = tree.get("use")
        seen: set[str] = set()
        for entry in use.items() if use else ():
            name = entry.value if isinstance(entry.value, str) else ""
            if not _ID.fullmatch(name) or len(name) > _LONGEST_ID:
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
        path = self._set_path(name)
        if path is None:
            message = f"There is no question set `{name}`, neither beside the document nor among those supplied."
            hint = f"Put it into the folder `question_sets` beside the document, as `{name}.yaml`."
            known = did_you_mean(name, (shipped.stem for shipped in question_sets_folder().glob("*.yaml")))
            self.problems.append(Problem("unknown-question-set", message, used_at, about=(name,), hint=known or hint))
            return None
        try:
            data = read_bytes(path, DOCUMENT_LIMITS.bytes)
        except CannotRead as error:
            self.problems.append(Problem("unknown-question-set", str(error), used_at, about=(name,)))
            return None
        tree = self._read(path, data, "question-set")
        if tree is None:
            return None
        question_set, problems = validate(QuestionSet, tree.value, tree.places, told=self.problems)
        self.problems += problems
        if question_set is not None and question_set.id != name:
            message = f"The file of the question set `{name}` calls itself `{question_set.id}`."
            self.problems.append(Problem("wrong-id", message, tree.places.nearest(("id",)), about=(name,)))
        return (question_set, tree.places) if question_set else None

    def _set_path(self, name: str) -> Path | None:
        """The set's file; what lies beside the document goes first, be it a folder or a link to nowhere."""
        beside = self.path.parent / "question_sets" / f"{name}.yaml"
        shipped = question_sets_folder() / f"{name}.yaml"
        return next((path for path in (beside, shipped) if _lies_there(path)), None)


def compose(
    document: ThresholdDocument, places: SourceMap, sets: Sequence[tuple[QuestionSet, SourceMap]]
) -> Composition:
    """A document with the questions of its sets and its own; the first of two with the same id is kept."""
    questions: dict[str, Question] = {}
    for question in (*(q for question_set, _ in sets for q in question_set.questions), *document.questions):
        questions.setdefault(question.id, question)
    return Composition(document, places, sets, questions)


def _lies_there(path: Path) -> bool:
    """Whether anything has this name; what cannot even be looked at is left for the reading to report."""
    try:
        path.lstat()
    except (FileNotFoundError, NotADirectoryError):
        return False
    except OSError:
        return True
    return True


def _says_it_is(stated: Mapping[str, Value], wanted: EditionOf) -> bool:
    said = tuple(stated.get(key) for key in ("format", "id", "edition"))
    return said == (_FORMAT, wanted.id, wanted.edition)


def _named(own: Iterable[NamedEntry], shared: Iterable[Iterable[NamedEntry]]) -> tuple[NamedEntry, ...]:
    """The names of domains or themes, the document's own before those of the sets."""
    names = {entry.id: entry for entries in shared for entry in entries}
    return tuple({**names, **{entry.id: entry for entry in own}}.values())
