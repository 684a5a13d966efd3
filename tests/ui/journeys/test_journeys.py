"""Five whole ways through the window, from the first click to the saved record."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from tests.ui.journeys.traveller import Decided, Story
from ui.presenters.page_ids import PageKind

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.ui.conftest import StandingClock
    from tests.ui.journeys.traveller import KeyboardTraveller, Traveller

LEVEL_1 = "Level 1: universal"
LEVEL_2 = "Level 2: early help"
LEVEL_3 = "Level 3: child in need (section 17)"
LEVEL_4 = "Level 4: child protection (section 47)"
LATE = {"education-concern": "yes", "lateness": "often"}


def save_record(traveller: Traveller) -> None:
    """From wherever the story is to the saved record."""
    traveller.go_on_to(PageKind.RECORD)
    traveller.act("Save as PDF")
    assert "Saved as record-2026-11-25.pdf" in traveller.words


def test_one_child_at_early_help_by_keyboard(by_keyboard: KeyboardTraveller, printed: Callable[[], str]) -> None:
    """A child who is often late: level 2 by keyboard alone, with its page, and a record that holds the decision."""

    by_keyboard.tell(Story({"A": "8 years"}, LATE, own_view={"A": LEVEL_2}))
    by_keyboard.go_on_to(PageKind.RESULT)
    assert f"Child A\n{LEVEL_2}" in by_keyboard.words
    assert "How often is this child late? More than once a week (p.26, section 2)" in by_keyboard.words
    save_record(by_keyboard)
    record = printed()

    assert LEVEL_2 in record
    assert "Something here calls for action at once" not in record
    assert "How often is this child late? More than once a week (p.26, section 2)" in record
    assert f"Your own view, before the result {LEVEL_2}" in record
    assert f"Your decision {LEVEL_2}" in record
    assert "Late and tired on most Mondays." in record
    assert "Look again on Monday 4 January 2027." in record


def test_siblings_have_levels_of_their_own(traveller: Traveller, printed: Callable[[], str]) -> None:
    """Two children, two levels; the family's highest stands above both, and the record has a part for each."""

    answers = {
        "education-concern/A": "yes",
        "lateness/A": "often",
        "neglect-concern/B": "yes",
        "neglect-food/B": "often",
    }
    traveller.tell(
        Story(
            {"A": "8 years", "B": "5 months"},
            answers,
            own_view={"A": LEVEL_2, "B": LEVEL_2},
            decisions={"B": Decided(LEVEL_3)},
        )
    )
    traveller.go_on_to(PageKind.RESULT)
    words = traveller.words
    assert f"Child A\n{LEVEL_2}" in words
    assert f"Child B\n{LEVEL_3}" in words
    save_record(traveller)
    record = printed()

    of_a, of_b = record.index("Name (by hand)"), record.rindex("Name (by hand)")
    assert "(p.26, section 2)" in record[of_a:of_b]
    assert "Hungry most weeks (p.15, section 3)" not in record[of_a:of_b]
    assert "Hungry most weeks (p.15, section 3)" in record[of_b:]
    assert f"Your decision {LEVEL_2}" in record[of_a:of_b]
    assert f"Your decision {LEVEL_3}" in record[of_b:]


def test_danger_now_is_acted_on_first(traveller: Traveller, clock: StandingClock, printed: Callable[[], str]) -> None:
    """At night, after one answer, the number that answers is there, and so is a record, with nothing else asked."""

    clock.moment = datetime(2026, 11, 25, 23, 10).astimezone()
    traveller.tell(Story({"A": "not asked"}, {"danger-now": "yes"}))
    traveller.go_on_to(PageKind.ROUTE)
    assert "Act at once. Call 999 if the danger is immediate." in traveller.words
    assert "01632 960002" in traveller.words
    traveller.act("Make a record now")
    traveller.act("Save as PDF")
    record = printed()

    assert "Act now for child A" in record
    assert LEVEL_4 in record
    assert "(p.3, section 1)" in record
    assert "01632 960002" in record
    traveller.act("Continue: keep or erase the case")
    traveller.act("Erase it, and begin anew")
    assert traveller.page.kind is PageKind.HOME
    assert traveller.window.desk.navigator.consultation is None


def test_what_is_not_known_holds_the_result(traveller: Traveller, printed: Callable[[], str]) -> None:
    """A theme that nobody knows about holds the result up, and the page says how far the answers could lead."""

    asked = ("mental-health-concern", "mental-health-effect-on-care", "mental-health-how-parent-is")
    unknown = dict.fromkeys(asked, "not-known")
    traveller.tell(Story({"A": "8 years"}, unknown, own_view={"A": LEVEL_1}, decisions={"A": Decided(LEVEL_2)}))
    traveller.go_on_to(PageKind.RESULT)
    words = traveller.words
    assert f"Child A\n{LEVEL_2}" in words
    assert "Too little is known." in words
    assert f"Could lead to {LEVEL_4}:" in words
    assert "Not known does not mean no." in words
    save_record(traveller)
    record = printed()

    assert LEVEL_2 in record
    assert f"Your own view, before the result {LEVEL_1}" in record
    assert "Too little is known." in record
    assert f"could lead to {LEVEL_4}" in record


def test_a_lower_decision_keeps_both_results(traveller: Traveller, printed: Callable[[], str]) -> None:
    """Going down needs a reason and a manager; the record holds the document's level and its steps all the same."""

    caring = {"young-carer-concern": "yes", "care-given": "main", "care-effect-on-child": "much"}
    lower = Decided(LEVEL_2, "An aunt has moved in and has taken over since Friday.", "Head of safeguarding")
    traveller.tell(Story({"A": "12 years"}, caring, own_view={"A": LEVEL_3}, decisions={"A": Decided(LEVEL_2)}))
    traveller.go_on_to(PageKind.RESULT)
    assert f"Child A\n{LEVEL_3}" in traveller.words
    traveller.go_on_to(PageKind.DECISION)
    traveller.choose(traveller.heading, LEVEL_2)
    traveller.act("Continue")
    assert traveller.page.kind is PageKind.DECISION
    assert traveller.offers("Write down your reason for the lower level.")

    traveller.tell(Story({"A": "12 years"}, caring, own_view={"A": LEVEL_3}, decisions={"A": lower}))
    save_record(traveller)
    record = printed()

    assert f"The document's level {LEVEL_3}" in record
    assert f"Your decision {LEVEL_2}, lower than the document's level" in record
    assert lower.reason in record
    assert lower.manager in record
    assert "What to do for child A" in record
    assert "(p.28, section 3)" in record
