"""Next steps in words."""

from __future__ import annotations

import pytest

from threshold_tool.documents.model import Contact
from threshold_tool.evaluation.step_words import hours_words


@pytest.mark.parametrize(
    ("hours", "words"),
    [
        ([], "Answers day and night"),
        ([{"days": "mon-thu", "open": "8:45-17:15"}], "Open Monday to Thursday 8:45 to 17:15; closed on bank holidays"),
        (
            [{"days": "mon, Wed", "open": "9:00-17:00"}, {"days": "sat – mon", "open": "17:00–8:00"}],  # noqa: RUF001
            "Open Monday, Wednesday 9:00 to 17:00; Saturday to Monday 17:00 to 8:00; closed on bank holidays",
        ),
        ([{"days": "all", "open": "24 hours"}], "Open every day at any hour; closed on bank holidays"),
    ],
)
def test_opening_hours_are_said_in_full(hours: list[dict[str, str]], words: str) -> None:
    """Days and times are written out, whatever short form the document has."""

    contact = Contact.model_validate({"id": "desk", "name": "Desk", "hours": hours})

    assert hours_words(contact) == words
