"""The scalar types of documents and cases: every one is read from the text its author typed.

The reader keeps each scalar as text, so `no`, `12:30` and `1e3` stay what they are. Only here does a
field say that it wants a date, a count, a number or a duration.
"""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from typing import Annotated, Any

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PlainSerializer,
    StringConstraints,
    WithJsonSchema,
)
from pydantic_core import PydanticCustomError

from threshold_tool.deadlines.durations import Duration, parse_duration

NOT_KNOWN = "not-known"
DECLINED = "declined"
NOTHING_SEEN = "nothing-seen"
AGE = "age"

UNKNOWN_ANSWERS = (NOT_KNOWN, DECLINED)
"""What a person may say instead of an answer; both leave the question unknown."""

_ID = r"^[a-z0-9]+(-[a-z0-9]+)*$"
_ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_TRUE_WORDS = {"true", "yes"}
_FALSE_WORDS = {"false", "no"}
_LONGEST_NUMBER = 20


class FormatModel(BaseModel):
    """Base of everything read from a file: unknown keys refused, unchangeable once read."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True, hide_input_in_errors=True)


def _fault(code: str, sentence: str) -> PydanticCustomError:
    """A problem with a stable code; the sentence speaks of the value, the loader adds its name."""
    return PydanticCustomError(code, "{sentence}", {"sentence": sentence})


def _read_date(value: Any) -> Any:
    if isinstance(value, date):
        return value
    if isinstance(value, str) and _ISO_DATE.fullmatch(value):
        try:
            return date.fromisoformat(value)
        except ValueError:
            raise _fault("bad-date", f"`{value}` is not a day in the calendar") from None
    raise _fault("bad-date", "is a date, written like 2026-09-01")


def _read_flag(value: Any) -> Any:
    if isinstance(value, bool):
        return value
    if isinstance(value, str) and value.lower() in _TRUE_WORDS | _FALSE_WORDS:
        return value.lower() in _TRUE_WORDS
    raise _fault("bad-flag", "is `true` or `false`")


def _read_count(value: Any) -> Any:
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    if isinstance(value, str) and re.fullmatch(r"[0-9]{1,6}", value):
        return int(value)
    raise _fault("bad-number", "is a whole number")


def _read_number(value: Any) -> Any:
    if isinstance(value, Decimal):
        return value
    number = as_number(value) if isinstance(value, str) else None
    if number is None:
        raise _fault("bad-number", "is a number, such as 90 or 12.5")
    return number


def as_number(text: str) -> Decimal | None:
    """The number that a text states in plain digits, or None: `1e3`, `NaN` and `½` are not numbers here."""
    if len(text) <= _LONGEST_NUMBER and re.fullmatch(r"-?[0-9]+(\.[0-9]+)?", text):
        return Decimal(text)
    return None


def _read_duration(value: Any) -> Any:
    if isinstance(value, Duration):
        return value
    if not isinstance(value, str):
        raise _fault("bad-duration", "is a length of time, such as `3 working days`")
    try:
        return parse_duration(value)
    except ValueError as fault:
        raise _fault("bad-duration", str(fault)) from None


Identifier = Annotated[
    str,
    StringConstraints(pattern=_ID, max_length=80),
    Field(description="Lower-case letters, digits and single hyphens"),
]
Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Colour = Annotated[str, StringConstraints(pattern=r"^#[0-9a-fA-F]{6}$")]
Day = Annotated[date, BeforeValidator(_read_date)]
Flag = Annotated[bool, BeforeValidator(_read_flag)]
Count = Annotated[int, BeforeValidator(_read_count), Field(ge=1)]
Number = Annotated[Decimal, BeforeValidator(_read_number)]


def _read_calendar_span(value: Any) -> Any:
    span = _read_duration(value)
    if not span.is_calendar:
        raise _fault("bad-duration", f"`{span}` is not counted on the calendar: write days, weeks, months or years")
    return span


Span = Annotated[
    Duration,
    BeforeValidator(_read_duration),
    PlainSerializer(str, return_type=str),
    WithJsonSchema(
        {
            "type": "string",
            "description": "at once, same day, or so many minutes, hours, days, working days, weeks, months or years",
        }
    ),
]
CalendarSpan = Annotated[
    Duration,
    BeforeValidator(_read_calendar_span),
    PlainSerializer(str, return_type=str),
    WithJsonSchema({"type": "string", "description": "A number of days, weeks, months or years"}),
]
