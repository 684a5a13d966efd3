"""How long the engine takes, next to zen-engine's bare evaluation of the same decision.

Run with `python -m benchmarks.engine`. Raises WrongLevel when the two disagree on a case.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from random import Random
from statistics import median
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from benchmarks.generated_document import generated_document
from benchmarks.timing import BASELINE, count_to_20_000, heading, interleaved, row
from benchmarks.zen_peer import zen_context, zen_decision
from threshold_tool.cases.fitting import require_fit
from threshold_tool.cases.loader import read_case, require_case
from threshold_tool.documents.loader import require_document
from threshold_tool.evaluation.answers import ChildFacts, GivenAnswer
from threshold_tool.evaluation.assess import Assessment, assess, assess_whole
from threshold_tool.evaluation.compiled import CompiledDocument, compile_document
from threshold_tool.paths import documents_folder

if TYPE_CHECKING:
    from collections.abc import Callable

ROUNDS = 15
COMPLETIONS = 10
SHARES_ANSWERED = (0.0, 0.3, 0.6, 0.9)
PEER = "zen-engine: level of a complete case"


class WrongLevel(Exception):
    """The two engines found different levels for a case: there is nothing to compare."""


def main() -> None:
    """Measures both documents and prints a table for each."""
    shipped = compile_document(require_document(documents_folder() / "exampleshire.yaml"))
    children = {
        f"{path.stem} {child.ref}": child
        for path in sorted((documents_folder() / "cases").glob("*.yaml"))
        for child in require_fit(shipped, require_case(path)).children
    }
    _report("exampleshire, the shipped cases", shipped, children)
    _report("generated, 400 questions", *_generated())


def _generated() -> tuple[CompiledDocument, dict[str, ChildFacts]]:
    drawn = generated_document()
    with TemporaryDirectory() as folder:
        file = Path(folder) / "generated.yaml"
        file.write_text(drawn.text, encoding="utf-8", newline="\n")
        compiled = compile_document(require_document(file))
    children = {}
    for answered in SHARES_ANSWERED:
        case = read_case(drawn.case(answered, seed=5, worrying=0.02).encode("utf-8"), "case.yaml").loaded
        if case is None:
            raise ValueError("The generated case is refused.")
        children[f"{answered:.0%} answered"] = require_fit(compiled, case).children[0]
    return compiled, children


def _report(title: str, compiled: CompiledDocument, children: dict[str, ChildFacts]) -> None:
    measured: dict[str, Callable[[], object]] = {
        BASELINE: count_to_20_000,
        "compile": lambda: compile_document(compiled.source),
    }
    peers = _peer_evaluations(compiled, children)
    measured |= peers
    groups: dict[str, list[str]] = {"whole case": [], "one changed answer": [], "unknowns": []}
    for name, child in children.items():
        for group, work in _steps(compiled, child).items():
            groups[group].append(f"{group}: {name}")
            measured[f"{group}: {name}"] = work
    times = interleaved(measured, ROUNDS)
    peer = median(second for name in peers for second in times[name])
    print(heading(title, "zen-engine"))
    print(row(PEER, (second for name in peers for second in times[name]), peer))
    for name in (BASELINE, "compile"):
        print(row(name, times[name], peer))
    for group, names in groups.items():
        print(row(f"{group}: all cases", (second for name in names for second in times[name]), peer))
        for name in names:
            print(row(f"  {name.removeprefix(f'{group}: ')}", times[name], peer))


def _steps(compiled: CompiledDocument, child: ChildFacts) -> dict[str, Callable[[], object]]:
    assessment = assess(compiled, child)
    changed = _one_answer_changed(assessment)
    return {
        "whole case": lambda: assess_whole(compiled, child),
        "one changed answer": lambda: assessment.with_answers(changed),
        "unknowns": assessment.unknowns,
    }


def _one_answer_changed(assessment: Assessment) -> dict[str, GivenAnswer]:
    """The first unknown question answered with its least concern, or without one the first answer taken back."""
    answers = dict(assessment.child.answers)
    if assessment.possible.unknown:
        answers[assessment.possible.unknown[0]] = GivenAnswer("least", 0)
    else:
        answers.pop(next(iter(answers)))
    return answers


def _peer_evaluations(compiled: CompiledDocument, children: dict[str, ChildFacts]) -> dict[str, Callable[[], object]]:
    """zen-engine on completions of every case. Raises WrongLevel where its level is not ours."""
    decide = zen_decision(compiled)
    evaluations: dict[str, Callable[[], object]] = {}
    for name, child in children.items():
        for seed in range(COMPLETIONS):
            complete = assess(compiled, _completed(compiled, child, seed))
            context = zen_context(compiled, complete.possible.worlds[0].low)
            ours, theirs = complete.recommendation.lowest, decide(context)
            if not complete.recommendation.highest == ours == theirs:
                raise WrongLevel(f"{name}, completion {seed}: {ours} here, {theirs} there")
            evaluations[f"peer: {name} {seed}"] = _evaluation(decide, context)
    return evaluations


def _evaluation(decide: Callable[[dict[str, object]], int], context: dict[str, object]) -> Callable[[], object]:
    return lambda: decide(context)


def _completed(compiled: CompiledDocument, child: ChildFacts, seed: int) -> ChildFacts:
    """The child with each unknown question answered: by its least concern but for a few, fewer in each next seed."""
    random = Random(seed)  # noqa: S311 - a measurement has to repeat itself
    answers = dict(child.answers)
    for question in compiled.questions.values():
        given = answers.get(question.id)
        if given is None or given.grade is None:
            grade = random.randint(0, question.top) if random.random() < 0.3 / 2**seed else 0
            answers[question.id] = GivenAnswer("completed", grade)
    return replace(child, answers=answers)


if __name__ == "__main__":
    main()
