"""Who the interview is about: each child's age, and who asks."""

from __future__ import annotations

import string
from typing import TYPE_CHECKING, get_args

from threshold_tool.cases.model import CaseChild
from threshold_tool.cli.arguments import day
from threshold_tool.cli.interviewing.dialogue import Stopped
from threshold_tool.deadlines.ages import parse_age, possible_births
from threshold_tool.documents.model import Role
from threshold_tool.errors import CannotUse

if TYPE_CHECKING:
    from datetime import date

    from threshold_tool.cli.interviewing.dialogue import Dialogue

MOST_CHILDREN = len(string.ascii_uppercase)
_HOW = (
    "Age (8 years, 5 months), date of birth (2018-03-02), due date (due 2027-02-01), or n for not known. "
    "b: the child before again, q: stop."
)


def ask_children(dialogue: Dialogue, on: date) -> tuple[CaseChild, ...]:
    """Every child, unborn ones too, as A, B, C; at least one. Raises Stopped."""
    page = dialogue.page
    page.heading("The children")
    page.line("Use letters, not names. Count every child of the family, and every unborn baby.")
    page.line(_HOW)
    children: list[CaseChild] = []
    while len(children) < MOST_CHILDREN:
        ref = string.ascii_uppercase[len(children)]
        text = dialogue.ask(f"Child {ref}{'' if not children else ' (Enter: no more children)'}: ")
        if text.casefold() == "q":
            raise Stopped
        if not text and children:
            break
        if text.casefold() == "b" and children:
            children.pop()
            continue
        try:
            children.append(read_child(ref, text, on))
        except (ValueError, CannotUse) as fault:
            page.line(str(fault))
    return tuple(children)


def read_child(ref: str, text: str, on: date) -> CaseChild:
    """A child with the age that was typed.

    Raises ValueError or CannotUse, with one plain sentence, when it states no age that a child can have.
    """
    words = text.casefold()
    if words in ("", "?", "b"):
        raise ValueError(_HOW)
    if words in ("n", "not known"):
        return CaseChild(ref=ref)
    if words.isdecimal():
        raise ValueError(f"Write the unit as well: {words} years, {words} months or {words} weeks.")
    if words.startswith("due"):
        child = CaseChild(ref=ref, due=day(text[len("due") :]))
    elif words[0].isdecimal() and ("-" in words or "/" in words):
        child = CaseChild(ref=ref, born=day(text))
    else:
        child = CaseChild(ref=ref, age=parse_age(text))
    possible_births(child.stated_age, on)
    return child


def ask_role(dialogue: Dialogue) -> Role:
    """Where the person works, since some actions are for some roles. Raises Stopped."""
    dialogue.page.heading("You")
    roles: tuple[Role, ...] = get_args(Role)
    names = [role.replace("-", " ") for role in roles]
    at = dialogue.choose("Where do you work?", names, empty="other")
    return "other" if at is None else roles[at]
