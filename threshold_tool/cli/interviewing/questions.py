"""The document's questions, one at a time, with the route shown as soon as it is certain."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from threshold_tool.cases.interview import Place, answered_apart, with_route_shown
from threshold_tool.cli.interviewing.dialogue import Stopped, number_typed
from threshold_tool.cli.result_text import print_danger, print_steps
from threshold_tool.documents.fields import AGE, DECLINED, NOT_KNOWN
from threshold_tool.evaluation import explain

if TYPE_CHECKING:
    from threshold_tool.cases.interview import Interview, Route, Step
    from threshold_tool.cli.interviewing.dialogue import Dialogue

HOW = (
    "Type the number of an answer, or n: not known, d: they did not want to say, ?: why this is asked, b: back, "
    "s: a different answer for each child, r: the result now, q: stop."
)
LETTERS = "n d ? b r q"
LETTERS_FOR_FAMILY = "n d ? b s r q"
_UNKNOWN = {"n": NOT_KNOWN, "d": DECLINED}
_MOST_REASONS = 2


@dataclass
class Questioning:
    """One asking of the document's questions. `interview` grows; `shown` are the routes shown so far."""

    dialogue: Dialogue
    interview: Interview
    shown: set[Route] = field(default_factory=set)
    section: str | None = None

    def run(self) -> Interview:
        """Asks until everything is answered or the person wants the result. Raises Stopped."""
        self.dialogue.page.line()
        self.dialogue.page.line(HOW)
        self._show_new_routes()
        step = self.interview.next_step
        while step is not None:
            self._introduce(step)
            step = self._after(step)
        return self.interview

    def _after(self, step: Step) -> Step | None:
        """The step that follows what the person types; None when they want the result."""
        page = self.dialogue.page
        while True:
            text = self._typed(step)
            match text:
                case "r":
                    return None
                case "?":
                    self._explain(step)
                case "b":
                    before = self.interview.step_before(step.place)
                    if before is not None:
                        return before
                    page.line("This is the first question.")
                case "s" if self._may_differ(step):
                    return self._each_child(step)
                case "" if step.given is not None:
                    return self.interview.next_step
                case _ if self._take(step, text):
                    return self.interview.next_step

    def _take(self, step: Step, text: str) -> bool:
        """Keeps what was typed as the answer to a step; says why, and returns False, when it is none."""
        try:
            self.interview = self.interview.with_answer(step.place, _answer(step, text, self._letters(step)))
        except ValueError as fault:
            self.dialogue.page.line(str(fault))
            return False
        self._show_new_routes()
        return True

    def _each_child(self, step: Step) -> Step | None:
        """Asks a family question for each child, and goes on; `b` and `r` leave it, and keep what was answered."""
        question = step.question.id
        # A family answer beside the children's own would later look like the one that counts.
        self.interview = answered_apart(self.interview, question)
        for child in self.interview.case.children:
            self.dialogue.page.line(f"For child {child.ref}:")
            own = replace(step, place=Place(question, child.ref), given=child.answers.get(question))
            left = self._own_answer(own)
            if left == "r":
                return None
            if left == "b":
                return next((one for one in self.interview.steps if one.question.id == question), step)
        return self.interview.next_step

    def _own_answer(self, own: Step) -> str | None:
        """Takes one child's answer to a family question; `b` or `r` when the person leaves instead."""
        while True:
            text = self._typed(own)
            if text in ("b", "r"):
                return text
            if text == "?":
                self._explain(own)
            elif (not text and own.given is not None) or self._take(own, text):
                return None

    def _may_differ(self, step: Step) -> bool:
        """Whether a question of the family may be answered for each child instead."""
        return step.place.child is None and len(self.interview.case.children) > 1

    def _letters(self, step: Step) -> str:
        return LETTERS_FOR_FAMILY if self._may_differ(step) else LETTERS

    def _typed(self, step: Step) -> str:
        """What the person types at a question. Raises Stopped."""
        text = self.dialogue.ask(_prompt(step, self._letters(step))).casefold()
        if text == "q":
            raise Stopped
        return text

    def _introduce(self, step: Step) -> None:
        page = self.dialogue.page
        if step.section.id != self.section:
            self.section = step.section.id
            page.heading(step.section.title)
            page.line(self._progress(step))
        page.line()
        who = f"For child {step.place.child}: " if step.place.child else ""
        page.line(f"{who}{step.question.ask}")
        for question, shown in self._answers_behind(step):
            page.line(f"Asked because {explain.because_words(self.interview.compiled, question, shown)}", indent=2)
        for number, option in enumerate(step.question.options, start=1):
            page.line(option.text, 2, f"{number}.")
        if step.given is not None:
            page.line(f"So far: {explain.answer_words(self.interview.compiled, step.question.id, step.given)}", 2)

    def _answers_behind(self, step: Step) -> tuple[tuple[str, str | None], ...]:
        """What opened the question, apart from the child's age, which the person has just said."""
        return tuple(entry for entry in self.interview.because(step) if entry[0] != AGE)[:_MOST_REASONS]

    def _progress(self, step: Step) -> str:
        """How many questions this section has left; the two numbers differ where answers decide."""
        left = next(p for p in self.interview.progress if p.section.id == step.section.id)
        count = f"{left.most}" if left.least == left.most else f"{left.least} to {left.most}"
        optional = " All of them are optional now: r gives the result." if self.interview.optional else ""
        return f"Questions left in this part: {count}.{optional}"

    def _explain(self, step: Step) -> None:
        page, question = self.dialogue.page, step.question
        if question.why:
            page.line(question.why, indent=2)
        if question.look_for:
            page.line("Look for:", indent=2)
            page.items(question.look_for, indent=4)
        if not question.why and not question.look_for:
            page.line("The document says nothing more about this question.", indent=2)

    def _show_new_routes(self) -> None:
        """The route as soon as it is certain: danger, the level, what to do now."""
        new = [route for route in self.interview.routes if route not in self.shown]
        if not new:
            return
        page, compiled = self.dialogue.page, self.interview.compiled
        self.shown.update(new)
        self.interview = with_route_shown(self.interview, [route.child for route in new])
        page.line()
        print_danger(page, compiled)
        for route in new:
            page.heading(f"Child {route.child}: {explain.level_words(compiled, route.level)}, whatever else you answer")
            if route.immediate:
                page.line(explain.ACT_AT_ONCE)
            print_steps(page, self.interview.steps_for(route), self.interview.case)
        page.line()
        page.line("Do this now. What remains to be asked is optional, and can wait: r gives the result.")


def _answer(step: Step, text: str, letters: str) -> str:
    """The answer that was typed, as a case writes it. Raises ValueError, with one plain sentence."""
    if text in _UNKNOWN:
        return _UNKNOWN[text]
    question = step.question
    if question.number is not None:
        return text
    at = number_typed(text, len(question.options))
    if at is None:
        raise ValueError(f"Type a number from 1 to {len(question.options)}, or one of {letters}.")
    return question.options[at].id


def _prompt(step: Step, letters: str) -> str:
    """What may be typed, in short."""
    number = step.question.number
    own = f"{number.from_} to {number.to} {number.unit}" if number else f"1-{len(step.question.options)}"
    keep = "Enter keeps, " if step.given is not None else ""
    return f"Answer ({own}, {keep}{letters}): "
