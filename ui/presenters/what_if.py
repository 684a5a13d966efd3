"""A trial: what one other answer would mean. The case stays as it is."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from threshold_tool.cases.interview import Place
from threshold_tool.evaluation import explain
from threshold_tool.evaluation.result_words import to_find_out
from threshold_tool.evaluation.trial import try_answer
from threshold_tool.evaluation.trial_words import trial_words, tried_words
from ui.presenters.watched import Watched

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from threshold_tool.cases.interview import Step
    from threshold_tool.documents.questions import NumberAnswer
    from threshold_tool.evaluation.trial import Trial
    from ui.presenters.consultation import Consultation

MOST_OFFERED = 8
NOTHING_TELLING = "Write a word of a question to try an answer at it."


@dataclass(frozen=True, slots=True)
class Offered:
    """A question that an answer can be tried at, of whom, and what the case has."""

    key: str
    place: Place
    words: str
    now: str


@dataclass(frozen=True, slots=True)
class Asked:
    """The question that was picked, and what may be answered."""

    words: str
    about: str
    now: str
    options: tuple[tuple[str, str], ...]
    number: NumberAnswer | None


@dataclass(frozen=True, slots=True)
class Followed:
    """What would follow for one child: the level first, then what stands behind it."""

    first: str
    further: tuple[str, ...]


@dataclass(frozen=True)
class WhatIfState:
    """What was searched for and found, the question picked, the answer tried, and what would follow.

    `more` says how many more questions there are. `problem` is what has to be put right in a number.
    """

    search: str = ""
    offered: tuple[Offered, ...] = ()
    more: str = ""
    picked: str | None = None
    asked: Asked | None = None
    answer: str | None = None
    tried: str = ""
    follows: tuple[Followed, ...] = ()
    problem: str | None = None


class WhatIfPresenter(Watched[WhatIfState]):
    """Tries answers on a case that does not change while the page is open."""

    def __init__(self, consultation: Consultation) -> None:
        self._consultation = consultation
        self._places = {key_of(step.place): step for step in consultation.interview.steps}
        super().__init__(WhatIfState())
        self.search("")

    def search(self, text: str) -> None:
        """Offers the questions that have every word; without words those whose answer could change the level."""
        words = text.casefold().split()
        found = self._named(words) if words else list(self._telling())
        shown = tuple(self._offered(step) for step in found[:MOST_OFFERED])
        self.change_to(replace(self.state, search=text, offered=shown, more=_more_words(len(found), text)))

    def pick(self, key: str) -> None:
        """Takes a question to try an answer at."""
        step = self._places[key]
        question = step.question
        asked = Asked(
            words=question.ask,
            about=f"Child {step.place.child}" if step.place.child else "",
            now=self._now(step),
            options=tuple((option.id, option.text) for option in question.options),
            number=question.number,
        )
        self.pick_another()
        self.change_to(replace(self.state, picked=key, asked=asked))

    def pick_another(self) -> None:
        """Goes back to what was found; the trial ends."""
        self.change_to(replace(self.state, picked=None, asked=None, answer=None, tried="", follows=(), problem=None))

    def try_it(self, answer: str) -> None:
        """Tries an answer; one that the question does not take is named, and nothing follows from it."""
        if self.state.picked is None:
            return
        nothing = replace(self.state, answer=answer or None, tried="", follows=(), problem=None)
        if not answer:
            self.change_to(nothing)
            return
        step = self._places[self.state.picked]
        try:
            trial = try_answer(self._consultation.interview, step.place, answer)
        except ValueError:
            number = step.question.number
            span = f" from {number.from_} to {number.to}" if number is not None else ""
            self.change_to(replace(nothing, problem=f"Write a number{span}."))
            return
        tried = tried_words(self._consultation.compiled, trial)
        self.change_to(replace(nothing, tried=tried, follows=tuple(self._follows(trial))))

    def _follows(self, trial: Trial) -> Iterator[Followed]:
        for child in trial.children:
            first, *further = trial_words(self._consultation.compiled, child)
            yield Followed(first, tuple(further))

    def _named(self, words: list[str]) -> list[Step]:
        return [step for step in self._places.values() if _has_every(step.question.ask, words)]

    def _telling(self) -> Iterator[Step]:
        """The places whose answer could change somebody's level: answers given first, then what is not known."""
        children = self._consultation.result.children
        raising = ((child.ref, step.question) for child in children for step in child.would_raise)
        unknown = ((child.ref, found.question) for child in children for found in to_find_out(child))
        yield from self._steps_at((*raising, *unknown))

    def _steps_at(self, entries: Iterable[tuple[str, str]]) -> Iterator[Step]:
        seen: set[str] = set()
        for ref, question in entries:
            for key in (key_of(Place(question, ref)), key_of(Place(question))):
                if key in self._places and key not in seen:
                    seen.add(key)
                    yield self._places[key]

    def _offered(self, step: Step) -> Offered:
        about = f"Child {step.place.child}: " if step.place.child else ""
        return Offered(key_of(step.place), step.place, f"{about}{step.question.ask}", self._now(step))

    def _now(self, step: Step) -> str:
        if step.given is None:
            return "In your case: not answered"
        return f"In your case: {explain.answer_words(self._consultation.compiled, step.question.id, step.given)}"


def key_of(place: Place) -> str:
    """A place in one word."""
    return f"{place.question}/{place.child or ''}"


def _has_every(text: str, words: list[str]) -> bool:
    return all(word in text.casefold() for word in words)


def _more_words(found: int, text: str) -> str:
    if not found:
        return "No question has these words. Try another word." if text.strip() else NOTHING_TELLING
    more = found - MOST_OFFERED
    if more <= 0:
        return ""
    noun = "question fits" if more == 1 else "questions fit"
    return f"{more} more {noun}. Write a word of the question you look for."
