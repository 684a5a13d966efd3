"""The smallest complete cases of a small document, by trying every case.

- `size(proof, case)`: how much a case says: its answers above the least, and its earlier concerns.
- `Smallest(proof)`: the least size of a case in which a rule holds, a question is asked, and so on; None where there
  is no such case. A case without earlier concerns, which is plainer to read, goes before any that has some.
- `completed(proof, case)`: a case file with the least answer to each concern that it leaves open.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from tests.oracle.brute_force import NOT_KNOWN

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.oracle.brute_force import Clause
    from tests.oracle.proof_brute_force import Complete, Proof


def size(proof: Proof, case: Complete) -> int:
    """Return how much a complete case says."""
    said = zip(proof.text.concerns, case.answers, strict=True)
    return len(case.history) + sum(value not in (None, proof.text.values(name)[0]) for name, value in said)


class Smallest:
    """The least size of the cases that show something."""

    def __init__(self, proof: Proof) -> None:
        self.proof = proof
        sized = [(size(proof, case), case) for case in proof.cases]
        self.cases = sorted(sized, key=lambda one: (bool(one[1].history), one[0]))

    def where(self, shows: Callable[[Complete], bool]) -> int | None:
        """Return the size of the smallest case that shows something."""
        return next((least for least, case in self.cases if shows(case)), None)

    def clauses(self, case: Complete) -> list[Clause]:
        """Return what holds in a case."""
        return self.proof.meaning.clauses(case.answers, case.birth, case.strengths, case.history)

    def of_rule(self, rule: str) -> int | None:
        """Return the size of the smallest case in which a rule holds."""
        return self.where(lambda case: any(c.kind == "rule" and c.id == rule for c in self.clauses(case)))

    def of_level(self, level: str) -> int | None:
        """Return the size of the smallest case at a level."""
        return self.where(lambda case: self.proof.outcome(case).level == level)

    def above(self, level: str) -> int | None:
        """Return the size of the smallest case above a level."""
        order = self.proof.text.levels
        return self.where(lambda case: order.index(self.proof.outcome(case).level) > order.index(level))

    def of_action(self, action: str) -> int | None:
        """Return the size of the smallest case in which some clause requires an action."""
        return self.where(lambda case: any(action in clause.require for clause in self.clauses(case)))

    def at_once(self) -> int | None:
        """Return the size of the smallest case in which some clause is immediate."""
        return self.where(lambda case: any(clause.immediate for clause in self.clauses(case)))

    def of_question(self, question: str) -> int | None:
        """Return the size of the smallest case that asks a concern question."""
        place = self.proof.text.concerns.index(question)
        return self.where(lambda case: case.answers[place] is not None)

    def of_placement(self, question: str, key: str) -> int | None:
        """Return the size of the smallest case with an answer that reaches a placement, or a worse answer."""
        text, place = self.proof.text, self.proof.text.concerns.index(question)
        reached = [text.clause(question, value) for value in text.values(question)]
        at = [clause is not None and clause.id == f"{question}={key}" for clause in reached]
        enough = text.values(question)[at.index(True) :] if any(at) else []
        return self.where(lambda case: case.answers[place] in enough)


def completed(proof: Proof, case: dict[str, Any]) -> dict[str, Any]:
    """Return a case of one child with the least answer to every concern that it says nothing of."""
    (child,) = case["children"]
    said = {**case.get("family", {}), **child.get("answers", {})}
    open_ = {name: str(proof.text.values(name)[0]) for name in proof.text.concerns if name not in said}
    return with_answers(proof, case, {**said, **open_})


def with_answers(proof: Proof, case: dict[str, Any], answers: dict[str, str]) -> dict[str, Any]:
    """Return a case of one child with these answers in place of its own, each where it belongs."""
    (child,) = case["children"]
    own = {name: answer for name, answer in answers.items() if proof.text.questions[name]["about"] == "child"}
    shared = {name: answer for name, answer in answers.items() if name not in own}
    return {**case, "children": [{**child, "answers": own}], "family": shared}


def said_answers(case: dict[str, Any]) -> dict[str, str]:
    """Return the answers of a case of one child."""
    (child,) = case["children"]
    return {**case.get("family", {}), **child.get("answers", {})}


def size_of_file(proof: Proof, case: dict[str, Any]) -> int:
    """Return how much a case file of one child says, by the same count as `size`."""
    text = proof.text
    worse = [
        name
        for name, answer in said_answers(case).items()
        if name in text.concerns and answer != NOT_KNOWN and _is_worse(proof, name, answer)
    ]
    return len(worse) + len(case.get("earlier_concerns", ()))


def _is_worse(proof: Proof, name: str, answer: str) -> bool:
    text = proof.text
    if text.is_number(name):
        return any(text.is_beyond(name, Decimal(answer), cut) for cut in text.cuts(name))
    return answer != text.answers(name)[0]
