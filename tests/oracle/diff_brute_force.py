"""What changed in meaning between two small documents, by trying every case under both.

Both functions take the dicts that the documents' YAML is.

- `level_changes(old, new) -> set[tuple[str, str]]`: each pair of different levels that some case is recommended
  under the old and the new document. Every case counts: each question answered, unanswered or said to be not
  known, the age known or wholly unknown, every strength and every history of earlier concerns.
- `other_changes(old, new) -> set[str]`: those of `require`, `immediate` and `ask_when` that differ in some case, the
  last in some complete case. `require` is the set of required actions, without the level's own.

Where the text leaves a choice: an answer that only one of the two offers is never given; a question that only one
of the two has is answered in every way as well, and the other document does not see it. A complete case answers
every question that either of the two asks. Levels are compared by id.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tests.oracle.cases_to_try import Space, histories
from tests.oracle.meaning import Meaning

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tests.oracle.brute_force import Value
    from tests.oracle.calendar_ages import Birth


def level_changes(old: dict[str, Any], new: dict[str, Any]) -> set[tuple[str, str]]:
    """Return every pair of different levels, old and new, that a case can be at."""
    space = Space([Meaning(old), Meaning(new)])
    births = [*([birth] for birth in space.births), space.births]
    return {pair for alike in births for pair in level_pairs(space, alike) if pair[0] != pair[1]}


def level_pairs(space: Space, births: Sequence[Birth]) -> Iterator[tuple[str, str]]:
    """Yield the two levels of every case with this age: one birth, or several where it is not known."""
    strengths = space.telling_strengths()
    worlds = [tuple(judged.everywhere() for judged in world) for world in histories(space, births)]
    for values in space.partly_known():
        answers = [space.for_document(place, values) for place in range(2)]
        for world in worlds:
            for held in strengths:
                before, after = (
                    meaning.recommended(answers[place], births, held[place], world[place])
                    for place, meaning in enumerate(space.meanings)
                )
                yield before, after


def other_changes(old: dict[str, Any], new: dict[str, Any]) -> set[str]:
    """Return which of `require`, `immediate` and `ask_when` differ in some case at a known age."""
    space = Space([Meaning(old), Meaning(new)])
    found: set[str] = set()
    for birth in space.births:
        found |= called_for_differently(space, birth)
        for before, after in histories(space, [birth]):
            for values in space.complete():
                found |= asked_differently(space, values, birth)
                for held in space.telling_strengths():
                    outcomes = [
                        meaning.outcome(
                            meaning.settle(space.for_document(place, values), birth),
                            birth,
                            held[place],
                            (before, after)[place].at(birth),
                        )
                        for place, meaning in enumerate(space.meanings)
                    ]
                    found |= {"require"} if outcomes[0].require != outcomes[1].require else set()
                    found |= {"immediate"} if outcomes[0].immediate != outcomes[1].immediate else set()
    return found


def called_for_differently(space: Space, birth: Birth) -> set[str]:
    """Return which of `require` and `immediate` differ in some case that may be known in part alone."""
    found: set[str] = set()
    worlds = [tuple(judged.everywhere() for judged in world) for world in histories(space, [birth])]
    for values in space.partly_known():
        answers = [space.for_document(place, values) for place in range(2)]
        for world in worlds:
            for held in space.telling_strengths():
                before, after = (
                    meaning.called_for(answers[place], [birth], held[place], world[place])
                    for place, meaning in enumerate(space.meanings)
                )
                found |= {"require"} if before[0] != after[0] else set()
                found |= {"immediate"} if before[1] != after[1] else set()
    return found


def asked_differently(space: Space, values: tuple[Value, ...], birth: Birth) -> set[str]:
    """Return `ask_when` if a question that both have is asked by only one of them."""
    asked = []
    for place, meaning in enumerate(space.meanings):
        settled = meaning.settle(space.for_document(place, values), birth)
        asked.append(dict(zip(meaning.text.concerns, settled, strict=True)))
    both = asked[0].keys() & asked[1].keys()
    return {"ask_when"} if any((asked[0][name] is None) != (asked[1][name] is None) for name in both) else set()
