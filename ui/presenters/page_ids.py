"""Names of pages: what the navigator goes to and the registry has a widget for."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class PageKind(StrEnum):
    """Every kind of page. A kind without an entry in the registry is passed over: there are no dead doors."""

    WELCOME = "welcome"
    HOME = "home"
    URGENT = "urgent"
    ROUTE = "route"
    CLOSING = "closing"
    KEPT = "kept"

    DOCUMENT = "document"
    ROLE = "role"
    DANGER = "danger"
    CHILDREN = "children"
    ADULTS = "adults"
    WORRY = "worry"
    ALWAYS = "always"
    SCREENING = "screening"
    QUESTION = "question"
    VIEWS = "views"
    STRENGTHS = "strengths"
    SAFE_CONTACT = "safe-contact"
    CHECK = "check"
    OWN_VIEW = "own-view"
    RESULT = "result"
    DECISION = "decision"
    CONSENT = "consent"
    PLAN = "plan"
    RECORD = "record"

    OUTCOME = "outcome"
    COMPARE = "compare"
    WHAT_IF = "what-if"
    GUIDE = "guide"
    SHORTCUTS = "shortcuts"
    ABOUT = "about"


@dataclass(frozen=True, slots=True)
class PageId:
    """One page. `question` and `child` say what it asks and about whom.

    A page of rows has a `section` instead, and `part` counts the section's pages from 0.
    """

    kind: PageKind
    question: str | None = None
    child: str | None = None
    section: str | None = None
    part: int = 0
