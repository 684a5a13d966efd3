"""Ways of contact that may be dangerous."""

from __future__ import annotations

from threshold_tool.cases.model import GuardedContact
from ui.presenters.safe_contact import WAYS, guarded_with


def test_every_way_of_the_format_is_offered() -> None:
    """Each flag of a case has its words."""

    assert {key for key, _, _ in WAYS} == set(GuardedContact.model_fields) - {"safely"}


def test_one_change_keeps_the_others() -> None:
    """A way is marked beside what was marked before."""

    guarded = guarded_with(GuardedContact(phone=False), safely="At school")

    assert guarded == GuardedContact(phone=False, safely="At school")


def test_without_a_warning_nothing_is_said() -> None:
    """Taking the last warning away says nothing of contact: never that it is fine."""

    assert guarded_with(GuardedContact(phone=False), phone=True) is None
    assert guarded_with(None, phone=True) is None
