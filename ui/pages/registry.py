"""Which module has the page of each kind. A module is imported when its page is first shown.

Each has a function `make(desk: Desk, page: PageId) -> Page`.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from ui.presenters.page_ids import PageKind

if TYPE_CHECKING:
    from ui.desk import Desk
    from ui.pages.page import Page
    from ui.presenters.page_ids import PageId

PAGES: dict[PageKind, str] = {
    PageKind.WELCOME: "ui.pages.welcome",
    PageKind.HOME: "ui.pages.home",
    PageKind.URGENT: "ui.pages.urgent",
    PageKind.ROUTE: "ui.pages.route",
    PageKind.CLOSING: "ui.pages.closing",
    PageKind.KEPT: "ui.pages.kept",
    PageKind.DOCUMENT: "ui.pages.document",
    PageKind.ROLE: "ui.pages.role",
    PageKind.DANGER: "ui.pages.question",
    PageKind.CHILDREN: "ui.pages.children",
    PageKind.ADULTS: "ui.pages.adults",
    PageKind.WORRY: "ui.pages.worry",
    PageKind.ALWAYS: "ui.pages.rows",
    PageKind.SCREENING: "ui.pages.rows",
    PageKind.QUESTION: "ui.pages.question",
    PageKind.VIEWS: "ui.pages.views",
    PageKind.STRENGTHS: "ui.pages.question",
    PageKind.SAFE_CONTACT: "ui.pages.safe_contact",
    PageKind.CHECK: "ui.pages.check",
    PageKind.OWN_VIEW: "ui.pages.own_view",
    PageKind.RESULT: "ui.pages.result",
    PageKind.DECISION: "ui.pages.decision",
    PageKind.CONSENT: "ui.pages.consent",
    PageKind.PLAN: "ui.pages.plan",
    PageKind.OUTCOME: "ui.pages.outcome",
    PageKind.RECORD: "ui.pages.record",
    PageKind.WHAT_IF: "ui.pages.what_if",
    PageKind.COMPARE: "ui.pages.compare",
    PageKind.GUIDE: "ui.pages.guide",
    PageKind.SHORTCUTS: "ui.pages.shortcuts",
    PageKind.ABOUT: "ui.pages.about",
}


def make_page(desk: Desk, page: PageId) -> Page:
    """The widget of a page, made anew."""
    made: Page = import_module(PAGES[page.kind]).make(desk, page)
    return made
