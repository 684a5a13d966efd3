"""A child under two documents, and under any document that is made of the two."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from threshold_tool.comparison.exchange import questions_of
from threshold_tool.evaluation.assess import assess

if TYPE_CHECKING:
    from collections.abc import Collection

    from threshold_tool.comparison.exchange import Exchange
    from threshold_tool.comparison.merged import Choice, Merged
    from threshold_tool.evaluation.answers import ChildFacts
    from threshold_tool.evaluation.assess import Assessment


@dataclass(frozen=True)
class Pair:
    """A child under two documents that were merged: what each of them made of the case."""

    merged: Merged
    own: ChildFacts
    other: ChildFacts

    def assessed(self, choice: Choice, seconds: Collection[str], questions: Collection[str] | None) -> Assessment:
        """What a document made of the two says; `seconds` are the questions read as the second document does."""
        compiled = self.merged.compiled(choice, questions=questions)
        return assess(compiled, self.merged.facts(compiled, self.own, self.other, seconds))

    def exchanged(self, exchanges: Collection[Exchange]) -> Assessment:
        """What the first document says after these exchanges."""
        return self.assessed(self.merged.exchanged(exchanges), questions_of(exchanges), None)

    def filled_differently(self, question: str) -> bool:
        """Whether "nothing seen" answers a question under one of the documents alone."""
        own, other = self.own.answers.get(question), self.other.answers.get(question)
        return question in self.merged.same and own != other and _is_filled(own) != _is_filled(other)


def _is_filled(answer: object) -> bool:
    return answer is not None and not getattr(answer, "typed", True)
