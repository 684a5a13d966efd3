"""The cases that a proof ranges over, as choices that set literals.

A variable is something that a case may say: the answer to a question, how far a strength is absent, one
earlier concern. It starts at its least concerning value; each of its choices sets literals, some only where
their gate holds (a question that is asked). All conditions over the literals are monotone, so a case that
shows something is found by adding choices to the least case.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from threshold_tool.evaluation.monotone import ALWAYS, bits_of, union_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from threshold_tool.evaluation.monotone import Monotone

Variable = tuple[str, str]
"""What kind of thing a case may say, and of which: `("answer", QUESTION)`, `("strength", QUESTION)`, ..."""


@dataclass(frozen=True, slots=True)
class Part:
    """Literals that hold once a choice is made and the gate holds."""

    mask: int
    gate: Monotone = ALWAYS


@dataclass(frozen=True, slots=True)
class Choice:
    """One value of a variable. `name` is what a case says for it; None where it says nothing."""

    number: int
    variable: Variable
    name: str | None
    parts: tuple[Part, ...]
    mask: int
    """All that it can set."""
    counts: bool
    """Whether a case is larger for it: what is left unsaid is not."""


@dataclass(frozen=True)
class Space:
    """All choices there are. Sets of choices are masks over their numbers.

    `stronger` has, for each choice, those of its variable that set all it sets, itself included; `rivals` has
    the others of its variable; `weaker` lists those of which it sets all and more. `providers` lists for each
    literal the choices that it takes: the weakest that set it, and the weakest that set it beside all that some
    other choice sets. `automatic` are literals that follow from others without a choice.
    """

    choices: tuple[Choice, ...]
    stronger: tuple[int, ...]
    rivals: tuple[int, ...]
    weaker: tuple[tuple[int, ...], ...]
    providers: dict[int, tuple[int, ...]]
    automatic: tuple[Part, ...]
    automatic_mask: int
    _needed: dict[int, tuple[int, tuple[Part, ...]]] = field(default_factory=dict)
    _useful: dict[int, tuple[int, tuple[Part, ...]]] = field(default_factory=dict)
    _sure: dict[tuple[int, int], int] = field(default_factory=dict)

    def sure_to_set(self, state: int, literals: int) -> int:
        """The choices, as a mask, that set one of these literals as soon as they bring anything.

        A choice with one gate brings nothing until that opens, and then all of it.
        """
        found = self._sure.get((state, literals))
        if found is None:
            found = 0
            for choice in self.choices:
                if choice.mask & literals and any(
                    part.mask & literals and (len(choice.parts) == 1 or part.gate.holds(state)) for part in choice.parts
                ):
                    found |= 1 << choice.number
            self._sure[(state, literals)] = found
        return found

    def useful_for(self, literals: int) -> tuple[int, tuple[Part, ...]]:
        """The choices, as a mask, and the automatic parts that can help to set any of these literals."""
        known = self._useful.get(literals)
        if known is None:
            known = self._useful[literals] = self._useful_for(literals)
        return known

    def _useful_for(self, literals: int) -> tuple[int, tuple[Part, ...]]:
        choices, automatic = 0, dict[Part, None]()
        for literal in bits_of(literals):
            found = self._needed.get(literal)
            if found is None:
                found = self._needed[literal] = self._trace(literal)
            choices |= found[0]
            automatic.update(dict.fromkeys(found[1]))
        return choices, tuple(automatic)

    def _trace(self, literal: int) -> tuple[int, tuple[Part, ...]]:
        choices, automatic = 0, dict[Part, None]()
        seen, waiting = 0, literal
        while waiting:
            seen |= waiting
            gates = 0
            for bit in bits_of(waiting):
                for number in self.providers.get(bit, ()):
                    choices |= 1 << number
                    for part in self.choices[number].parts:
                        if part.mask & bit:
                            gates |= part.gate.literals
                if bit & self.automatic_mask:
                    for part in self.automatic:
                        if part.mask & bit:
                            automatic[part] = None
                            gates |= part.gate.literals
            waiting = gates & ~seen
        return choices, tuple(automatic)

    def brings(self, choice: Choice, wanted: int, allowed: int) -> bool:
        """Whether a choice sets one of these literals that no weaker choice still allowed sets."""
        own = choice.mask & wanted
        for other in self.weaker[choice.number]:
            if not own:
                break
            if allowed >> other & 1:
                own &= ~self.choices[other].mask
        return bool(own)

    def listed(self, choices: int) -> Iterable[Choice]:
        """The choices of a mask, in order."""
        return (self.choices[bit.bit_length() - 1] for bit in bits_of(choices))


@dataclass
class SpaceBuilder:
    """Gathers variables and what follows from them."""

    automatic: list[Part] = field(default_factory=list)
    _choices: list[Choice] = field(default_factory=list)
    _of_variable: dict[Variable, list[int]] = field(default_factory=lambda: defaultdict(list))

    def add(self, variable: Variable, name: str | None, parts: Sequence[Part], *, counts: bool = True) -> None:
        """Adds one choice of a variable; one that sets nothing is left out."""
        merged: dict[Monotone, int] = {}
        for part in parts:
            if part.mask:
                merged[part.gate] = merged.get(part.gate, 0) | part.mask
        if not merged:
            return
        mask = 0
        for own in merged.values():
            mask |= own
        number = len(self._choices)
        kept = tuple(Part(own, gate) for gate, own in merged.items())
        self._choices.append(Choice(number, variable, name, kept, mask, counts))
        self._of_variable[variable].append(number)

    def copy(self) -> SpaceBuilder:
        """Another builder that begins with all of this."""
        own = SpaceBuilder(list(self.automatic), list(self._choices))
        for variable, numbers in self._of_variable.items():
            own._of_variable[variable] = list(numbers)
        return own

    def build(self) -> Space:
        """The space of all that was added."""
        count = len(self._choices)
        stronger, rivals = [0] * count, [0] * count
        weaker: list[tuple[int, ...]] = [()] * count
        providers: dict[int, list[int]] = defaultdict(list)
        for numbers in self._of_variable.values():
            every = sum(1 << number for number in numbers)
            for number in numbers:
                at_least = sum(1 << other for other in numbers if self._covers(other, number))
                stronger[number], rivals[number] = at_least, every & ~at_least
            for number in numbers:
                weaker[number] = tuple(
                    n for n in numbers if stronger[n] >> number & 1 and not stronger[number] >> n & 1
                )
            for literal, found in self._providers(numbers, stronger, weaker).items():
                providers[literal].extend(found)
        automatic_mask = 0
        for part in self.automatic:
            automatic_mask |= part.mask
        return Space(
            choices=tuple(self._choices),
            stronger=tuple(stronger),
            rivals=tuple(rivals),
            weaker=tuple(weaker),
            providers={literal: tuple(numbers) for literal, numbers in providers.items()},
            automatic=tuple(self.automatic),
            automatic_mask=automatic_mask,
        )

    def _providers(
        self, numbers: Sequence[int], stronger: Sequence[int], weaker: Sequence[Sequence[int]]
    ) -> dict[int, list[int]]:
        """For each literal the weakest choices that set it, alone or beside all that another choice sets."""
        found: dict[int, list[int]] = {}
        for literal in bits_of(union_of(self._choices[number].mask for number in numbers)):
            setting = sum(1 << number for number in numbers if self._choices[number].mask & literal)
            needed = self._weakest(setting, weaker)
            for number in numbers:
                needed |= self._weakest(setting & stronger[number], weaker)
            found[literal] = [number for number in numbers if needed >> number & 1]
        return found

    def _weakest(self, choices: int, weaker: Sequence[Sequence[int]]) -> int:
        listed = (bit.bit_length() - 1 for bit in bits_of(choices))
        return sum(1 << number for number in listed if not any(choices >> other & 1 for other in weaker[number]))

    def _covers(self, number: int, other: int) -> bool:
        """Whether one choice sets, under the same gates, all that another sets."""
        own = {part.gate: part.mask for part in self._choices[number].parts}
        return all(part.mask & ~own.get(part.gate, 0) == 0 for part in self._choices[other].parts)
