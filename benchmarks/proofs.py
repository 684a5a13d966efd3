"""How long the proofs about a document take, and next to z3 answering the same question.

Run with `python -m benchmarks.proofs`; with `--large` also on a document ten times as large. It needs what the tests
need, for z3. Raises WrongAnswer where the two disagree.
"""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from benchmarks.enlarged_document import enlarged
from benchmarks.timing import BASELINE, count_to_20_000, heading, interleaved, own_time, row
from tests.oracle.z3_oracle import Z3Oracle
from threshold_tool.checking import check_document
from threshold_tool.documents.loader import require_document
from threshold_tool.editions.difference import difference
from threshold_tool.evaluation.compiled import compile_document
from threshold_tool.evaluation.monotone import Count
from threshold_tool.paths import documents_folder
from threshold_tool.proofs.finder import finder_for

if TYPE_CHECKING:
    from threshold_tool.documents.loaded import LoadedDocument

ON = date(2026, 10, 1)
LARGEST = "northfold"
ROUNDS = 5
PEER = "z3: which rules decide a level"
_LOWERED = ("n: 7", "n: 6")


class WrongAnswer(Exception):
    """z3 and the search found different rules: there is nothing to compare."""


def main() -> None:
    """Prints what checking and comparing take, and the same question put to z3."""
    file = documents_folder() / f"{LARGEST}.yaml"
    with TemporaryDirectory() as folder:
        old, new = require_document(file), require_document(_second_edition(file, Path(folder)))
        ours, theirs = deciding_rules(old), deciding_rules_by_z3(old)
        if ours != theirs:
            raise WrongAnswer(f"only here: {ours - theirs}; only there: {theirs - ours}")
        measured = {
            BASELINE: count_to_20_000,
            PEER: lambda: deciding_rules_by_z3(old),
            "search: which rules decide a level": lambda: deciding_rules(old),
            "check, all proofs": lambda: check_document(file, ON),
            "diff, one count changed": lambda: difference(old, new, ON),
            "diff, the same edition": lambda: difference(old, old, ON),
        }
        times = interleaved(measured, ROUNDS)
    peer = sorted(times[PEER])[len(times[PEER]) // 2]
    print(heading(f"{LARGEST}, the largest shipped document", "z3"))
    for name, taken in times.items():
        print(row(name, taken, peer))
    if "--large" in sys.argv[1:]:
        _large(file)


def deciding_rules(loaded: LoadedDocument) -> set[str]:
    """The rules without which some child without earlier concerns would be at a lower level, by our search."""
    compiled = compile_document(loaded)
    finder = finder_for([compiled], ON)
    side = finder.space.sides[0]
    found = set()
    for rule in compiled.rules:
        level = rule.clause.level
        if level is None or level == compiled.base or rule.when.literals & sum(compiled.earlier.values()):
            continue
        others = [o for o in compiled.rules if o is not rule and o.clause.level is not None and o.clause.level >= level]
        blockers = [Count(1, compiled.placed_from[level] << side.low), *map(side.rule, others)]
        if finder.any([side.rule(rule)], blockers):
            found.add(rule.clause.id)
    return found


def deciding_rules_by_z3(loaded: LoadedDocument) -> set[str]:
    """The same by z3, told of the document anew, as our search is."""
    compiled = compile_document(loaded)
    oracle = Z3Oracle(loaded)
    earlier = sum(compiled.earlier.values())
    asked = (
        rule.clause
        for rule in compiled.rules
        if rule.clause.level not in (None, compiled.base) and not rule.when.literals & earlier
    )
    return {clause.id for clause in asked if oracle.can_decide(clause.id)}


def _second_edition(file: Path, folder: Path) -> Path:
    """A copy with one count changed, beside its question sets."""
    text = file.read_text(encoding="utf-8")
    at = text.index(_LOWERED[0], text.index("\nrules:"))
    changed = text[:at] + _LOWERED[1] + text[at + len(_LOWERED[0]) :]
    sets = folder / "question_sets"
    sets.mkdir()
    for own in (file.parent / "question_sets").glob("*.yaml"):
        (sets / own.name).write_text(own.read_text(encoding="utf-8"), encoding="utf-8", newline="\n")
    other = folder / file.name
    other.write_text(changed, encoding="utf-8", newline="\n")
    return other


def _large(file: Path) -> None:
    with TemporaryDirectory() as folder:
        large = enlarged(file, 10, Path(folder))
        start = own_time()
        check_document(large, ON)
        print(f"  check of a document ten times as large, once: {own_time() - start:.1f} s")


if __name__ == "__main__":
    main()
