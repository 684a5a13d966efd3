"""What each proof shows, and what it leaves open, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from threshold_tool.proofs.proving import NotDecided

_PROVED = {
    "not-monotone": "a more concerning answer never lowers a level",
    "least-answer-placed": "the least concerning answer raises nothing",
    "statutory-lowered": "nothing lowers a statutory level",
    "impossible-rule": "every rule can hold",
    "unreachable-question": "every question is asked of some child",
    "unreachable-level": "every level is that of some child",
    "dead-rule": "every rule changes something for some child",
    "dead-placement": "every placement changes something for some child",
    "idle-question": "every question matters to some child",
}

PROVED_OVER = "Proved for every set of answers, every age and every history of earlier concerns:"


def proved_words(codes: Iterable[str]) -> tuple[str, ...]:
    """What is proved, one clause for each code."""
    return tuple(_PROVED[code] for code in codes)


def not_decided_words(not_decided: Iterable[NotDecided], steps: int) -> tuple[str, ...]:
    """What is not proved, a sentence for each proof."""
    open_: dict[str, list[str]] = {}
    for one in not_decided:
        open_.setdefault(one.code, []).extend(f"`{name}`" for name in one.about)
    within = "1 step" if steps == 1 else f"{steps:,} steps"
    return tuple(
        f"Not proved within {within} that {_PROVED[code]}. It may be so or not for {_and(names)}."
        for code, names in open_.items()
    )


def _and(names: list[str]) -> str:
    *first, last = names
    return f"{', '.join(first)} and {last}" if first else last
