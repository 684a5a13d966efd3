"""What the list of answers shows besides questions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from threshold_tool.cases.model import CaseChild, GuardedContact, Person, Views
from ui.presenters.check_facts import contact_facts, family_facts, views_facts
from ui.presenters.check_lines import Given

if TYPE_CHECKING:
    from ui.presenters.consultation import ConsultationPresenter


def test_what_is_empty_is_said_to_be(consultation: ConsultationPresenter) -> None:
    """Nothing written is shown as that, with a way to add it; and never as safe."""

    facts = (
        *family_facts(consultation.state),
        *views_facts(consultation.state),
        *contact_facts(consultation.state),
    )
    empty = [line for line in facts if line.given is Given.EMPTY]

    assert [line.words for line in empty] == [
        "Not said",
        "Nobody written down",
        "Nothing written",
        "Nothing written",
        "Nothing written",
        "No danger written down",
    ]
    assert {line.act for line in empty} == {"Add"}


def test_children_have_age_and_home(consultation: ConsultationPresenter) -> None:
    """Each child has a line; an age that is not known is said."""

    consultation.take_children([CaseChild(ref="A", lives="with an aunt"), *consultation.state.case.children[1:]])
    _, a, b, *_ = family_facts(consultation.state)

    assert (a.about, a.words) == ("Child A", "Age not known. Lives: with an aunt")
    assert (b.about, b.words) == ("Child B", "5 months")


def test_adults_are_told_in_a_line_each(consultation: ConsultationPresenter) -> None:
    """Who, of whom, where, and what is known of parental responsibility."""

    adults = [
        {"ref": "P1", "is": "father", "of": ("A",), "lives_here": "no", "parental_responsibility": "yes"},
        {"ref": "P2", "is": "partner", "lives_here": "yes", "parental_responsibility": "not-known"},
        {"ref": "P3", "is": "lodger", "parental_responsibility": "no"},
    ]
    consultation.take_people([Person.model_validate(adult) for adult in adults])
    (line,) = [line for line in family_facts(consultation.state) if line.asked == "Adults"]

    assert line.words.split("\n") == [
        "father of A, lives elsewhere, has parental responsibility",
        "partner, lives in the home, parental responsibility not known",
        "lodger, no parental responsibility",
    ]


def test_views_say_whose_they_are(consultation: ConsultationPresenter) -> None:
    """The child's view, the family's and who was not asked are told apart, child by child."""

    consultation.write_views("A", Views(child="I like Sundays", not_yet_asked="Father"))
    a, b = views_facts(consultation.state)

    assert a.words == "The child: I like Sundays\nNot yet asked: Father"
    assert (a.act, b.act) == ("Change", "Add")
    assert b.goes_on


def test_warnings_about_contact_come_in_full(consultation: ConsultationPresenter) -> None:
    """Each way that is dangerous is named in the words of the record."""

    consultation.guard_contact(GuardedContact(post=False))
    (line,) = contact_facts(consultation.state)

    assert line.words == "Do not write to the family: it may put somebody in danger."
