"""Small spaces, goals and blockers at random, and what trying every case in them shows.

They are made from a seed, since drawing each part of them by itself would take longer than the search.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product
from random import Random
from typing import TYPE_CHECKING

from hypothesis import strategies as st

from threshold_tool.evaluation.monotone import ALWAYS, Count, Monotone, Some, Spread, at_least, every
from threshold_tool.evaluation.search import Budget
from threshold_tool.proofs.search import Found, size, state_of
from threshold_tool.proofs.space import Part, Space, SpaceBuilder

if TYPE_CHECKING:
    from collections.abc import Iterator

BLOCK = 3
"""So many literals each variable sets; so many more stand before them all, and after."""


@dataclass(frozen=True)
class Sought:
    """A space, where a search in it starts, what has to hold and what must not."""

    space: Space
    start: int
    goals: tuple[Monotone, ...]
    blockers: tuple[Monotone, ...]

    def every_case(self) -> Iterator[Found]:
        """Every combination of choices."""
        values: dict[tuple[str, str], list[Found]] = {}
        for choice in self.space.choices:
            values.setdefault(choice.variable, [{}]).append({choice.variable: choice})
        for combination in product(*values.values()):
            yield {variable: choice for one in combination for variable, choice in one.items()}

    def is_met_by(self, found: Found) -> bool:
        """Whether a case has every goal and no blocker."""
        state = state_of(self.space, self.start, found)
        return all(goal.holds(state) for goal in self.goals) and not any(one.holds(state) for one in self.blockers)

    def fewest(self) -> int | None:
        """How little a case can say that is what is sought; None where there is none."""
        return min((size(found) for found in self.every_case() if self.is_met_by(found)), default=None)


class _Draw:
    """Draws one space. Literals stand in blocks: some that a start sets, one for each variable, some that follow."""

    def __init__(self, seed: int) -> None:
        self.random = Random(seed)  # noqa: S311 - for tests
        self.variables = self.random.randint(1, 4)

    def sought(self) -> Sought:
        builder = SpaceBuilder([self.follows() for _ in range(self.random.choice([0, 0, 1, 2]))])
        for block in range(1, self.variables + 1):
            self.add_variable(builder, block)
        goals = tuple(self.condition(2) for _ in range(self.random.randint(1, 3)))
        blockers = tuple(self.condition(2) for _ in range(self.random.choice([0, 0, 1, 2, 3])))
        start = self.literals(0, 0) if self.random.random() < 0.5 else 0
        return Sought(builder.build(), start, goals, blockers)

    def literals(self, first: int, last: int, most: int = 3) -> int:
        """One or more literals of these blocks."""
        places = range(first * BLOCK, (last + 1) * BLOCK)
        return sum(1 << place for place in self.random.sample(places, self.random.randint(1, min(most, len(places)))))

    def leaf(self, last: int) -> Monotone:
        """A count, or groups, of literals up to a block."""
        if self.random.random() < 0.6:
            mask = self.literals(0, last, 6)
            return Count(self.random.randint(1, min(3, mask.bit_count())), mask)
        return Spread(2, tuple(self.literals(0, last) for _ in range(self.random.randint(2, 3))))

    def condition(self, depth: int) -> Monotone:
        """A condition over every literal."""
        if depth == 0 or self.random.random() < 0.5:
            return self.leaf(self.variables + 1)
        inner = [self.condition(depth - 1) for _ in range(self.random.randint(2, 3))]
        n = self.random.randint(1, 2)
        return self.random.choice([every(inner), Some(n, tuple(inner)), at_least(n, inner)])

    def gate(self, block: int) -> Monotone:
        """When a question is asked: mostly always. No `ask_when` leads back to its own question."""
        return self.leaf(block - 1) if self.random.random() < 0.4 else ALWAYS

    def follows(self) -> Part:
        """Literals that follow from others."""
        last = self.variables + 1
        return Part(self.literals(last, last), self.leaf(self.variables))

    def add_variable(self, builder: SpaceBuilder, block: int) -> None:
        """Adds the choices of one variable: some each with all of the one before, as answers are, some otherwise.

        Each literal has one gate. Nothing that is said counts, as with strengths, or all but what is left unsaid,
        which never has all that an answer has.
        """
        literals = [1 << block * BLOCK + place for place in range(BLOCK)]
        usual, other = self.gate(block), self.gate(block)
        gate_of = {bit: self.random.choice([usual, usual, other]) for bit in literals}
        is_chain, counts = self.random.random() < 0.5, self.random.random() < 0.8
        listed: list[list[int]] = []
        for at in range(self.random.randint(1, 3)):
            own = self.random.sample(literals, self.random.randint(1, BLOCK))
            listed.append(list(dict.fromkeys([*listed[-1], *own])) if at and is_chain else own)
        has_unsaid = self.random.random() < 0.3 and not any(set(own) <= set(listed[0]) for own in listed[1:])
        for at, own in enumerate(listed):
            parts = [Part(bit, gate_of[bit]) for bit in own]
            builder.add(("answer", f"q{block}"), str(at), parts, counts=counts and (at > 0 or not has_unsaid))


sought = st.integers(0, 2**32 - 1).map(lambda seed: _Draw(seed).sought())
"""Strategy for a space of up to four variables, with gates, and with what follows by itself."""


def budget(steps: int = 100_000) -> Budget:
    """So many steps for each search, and for all."""
    return Budget(total=steps, each=steps)
