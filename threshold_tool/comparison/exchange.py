"""An exchange: one clause of a document treated as another document does."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Collection

Kind = Literal["question", "rule", "setting"]
Change = Literal["replace", "drop", "add"]

NOTHING_MATCHES = "when_nothing_matches"
TOO_LITTLE = "when_too_little_is_known"
OTHER = " (other)"  # no id has a space: what the second document calls by the same id without meaning the same


@dataclass(frozen=True, slots=True, order=True)
class Exchange:
    """One clause of the first document treated as the second does. `id` is that of a question, rule or setting."""

    kind: Kind
    id: str
    change: Change


ExchangeSet = frozenset[Exchange]


def change_between(own: object, other: object) -> Change:
    """What an exchange does to a clause that the first document has, or has not, and the second likewise."""
    if own and other:
        return "replace"
    return "drop" if own else "add"


def is_exchanged(exchanges: Collection[Exchange], kind: Kind, id_: str) -> bool:
    """Whether a clause is among the exchanges."""
    return any(Exchange(kind, id_, change) in exchanges for change in ("replace", "drop", "add"))


def questions_of(exchanges: Collection[Exchange]) -> frozenset[str]:
    """The questions that are exchanged."""
    return frozenset(exchange.id for exchange in exchanges if exchange.kind == "question")
