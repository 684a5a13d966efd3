"""What to do for the children whose route is certain, whatever is still to be asked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from threshold_tool.evaluation import explain
from threshold_tool.evaluation.step_words import name_and_number, when_words
from ui.presenters.steps import in_groups

if TYPE_CHECKING:
    from threshold_tool.cases.interview import Route
    from threshold_tool.evaluation.next_steps import NextStep
    from ui.presenters.consultation import Consultation
    from ui.presenters.steps import StepsShown


@dataclass(frozen=True, slots=True)
class ChildRoute:
    """One child's route: the level in words, the law, whether at once, and what to do."""

    child: str
    level: str
    law: str | None
    at_once: bool
    steps: StepsShown
    call: str | None


@dataclass(frozen=True, slots=True)
class RouteState:
    """Every child with a route, and which ways of reaching the family are dangerous."""

    document: str
    routes: tuple[ChildRoute, ...]
    guarded: tuple[str, ...]
    consent: tuple[str, ...]


def notice_words(consultation: Consultation) -> str | None:
    """The highest route in a sentence; None where no route is certain."""
    routes = consultation.interview.routes
    if not routes:
        return None
    highest = max(routes, key=lambda route: (route.immediate, route.level))
    if highest.immediate:
        return f"Act now. What is known calls for {_level(consultation, highest)}."
    return f"What is known calls for {_level(consultation, highest)}. The remaining questions are optional."


def route_state(consultation: Consultation) -> RouteState:
    """What to do now, child by child, those to act on at once first."""
    interview = consultation.interview
    routes = sorted(interview.routes, key=lambda route: (not route.immediate, -route.level))
    return RouteState(
        explain.document_words(consultation.compiled),
        tuple(_child_route(consultation, route) for route in routes),
        explain.guarded_words(consultation.case),
        _consent(consultation, routes),
    )


def _child_route(consultation: Consultation, route: Route) -> ChildRoute:
    steps = consultation.interview.steps_for(route)
    return ChildRoute(
        route.child,
        _level(consultation, route),
        explain.law_words(consultation.compiled, route.level),
        route.immediate,
        in_groups(steps, consultation.case.role),
        _call(steps),
    )


def _call(steps: tuple[NextStep, ...]) -> str | None:
    """The first telephone call to make, with the number that is answered at this hour."""
    for step in steps:
        if step.is_for_now and step.contact is not None:
            return f"{when_words(step)}: {name_and_number(step.answering or step.contact)}"
    return None


def _consent(consultation: Consultation, routes: list[Route]) -> tuple[str, ...]:
    """What the levels say of consent, each once."""
    consents = [consultation.document.levels[route.level].consent for route in routes]
    return tuple(dict.fromkeys(c.text for c in consents if c is not None and c.text))


def _level(consultation: Consultation, route: Route) -> str:
    return explain.level_words(consultation.compiled, route.level)
