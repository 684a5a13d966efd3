"""What the list of answers shows besides questions: who is meant, what worries, what they say, safe contact."""

from __future__ import annotations

from typing import TYPE_CHECKING

from threshold_tool.cases.model import Views
from threshold_tool.documents.fields import NOT_KNOWN
from threshold_tool.evaluation.explain import guarded_words
from threshold_tool.reports.record_child import age_words
from ui.presenters.check_lines import AnswerLine, Given, about_child
from ui.presenters.page_ids import PageId, PageKind
from ui.presenters.role import ROLES

if TYPE_CHECKING:
    from threshold_tool.cases.model import CaseChild, Person
    from ui.presenters.consultation import Consultation

_NOTHING = "Nothing written"


def family_facts(consultation: Consultation) -> tuple[AnswerLine, ...]:
    """The person's work, the children, the adults and the worry."""
    case = consultation.case
    role = next((words for key, words, _ in ROLES if consultation.role_given and key == case.role), None)
    adults = "\n".join(_adult_words(person) for person in case.people)
    children = (
        AnswerLine("Children", f"Child {c.ref}", _child_words(c), page=PageId(PageKind.CHILDREN), goes_on=at > 0)
        for at, c in enumerate(case.children)
    )
    return (
        _line("Where you work", role, PageId(PageKind.ROLE), empty="Not said"),
        *children,
        _line("Adults", adults, PageId(PageKind.ADULTS), empty="Nobody written down"),
        _line("What worries you", case.worry, PageId(PageKind.WORRY)),
    )


def views_facts(consultation: Consultation) -> tuple[AnswerLine, ...]:
    """What each child and its family say."""
    lines = []
    for at, ref in enumerate(consultation.children):
        views = consultation.case.views.get(ref, Views())
        said = (("The child", views.child), ("The family", views.family), ("Not yet asked", views.not_yet_asked))
        words = "\n".join(f"{who}: {text}" for who, text in said if text)
        page, about = PageId(PageKind.VIEWS, child=ref), about_child(consultation, ref)
        lines.append(_line("The child's view, and the family's", words, page, about=about, goes_on=at > 0))
    return tuple(lines)


def contact_facts(consultation: Consultation) -> tuple[AnswerLine, ...]:
    """What was said about contact. Where nothing was, that is all that is said."""
    words = "\n".join(guarded_words(consultation.case))
    page = PageId(PageKind.SAFE_CONTACT)
    return (_line("Reaching the family", words, page, empty="No danger written down"),)


def _line(
    asked: str, words: str | None, page: PageId, *, empty: str = _NOTHING, about: str = "", goes_on: bool = False
) -> AnswerLine:
    given = Given.KNOWN if words else Given.EMPTY
    return AnswerLine(asked, about, words or empty, given, page, goes_on=goes_on)


def _child_words(child: CaseChild) -> str:
    age = age_words(child.stated_age)
    known = "Age not known" if age == "Not known" else age
    return f"{known}. Lives: {child.lives}" if child.lives else known


def _adult_words(person: Person) -> str:
    """An adult in one line: who, of whom, where they live, and whether they have parental responsibility."""
    said = [f"{person.is_} of {', '.join(person.of)}" if person.of else person.is_]
    if person.lives_here is not None:
        said.append("lives in the home" if person.lives_here else "lives elsewhere")
    if person.parental_responsibility == NOT_KNOWN:
        said.append("parental responsibility not known")
    elif person.parental_responsibility is not None:
        said.append("has parental responsibility" if person.parental_responsibility else "no parental responsibility")
    return ", ".join(said)
