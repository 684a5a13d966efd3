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
    PlainSerializer,
    StringConstraints,
    WithJsonSchema,
)

from threshold_tool.deadlines.durations import Duration, parse_duration
from threshold_tool.documents.faults import must, whole

NOT_KNOWN = "not-known"
DECLINED = "declined"
NOTHING_SEEN = "nothing-seen"
AGE = "age"

UNKNOWN_ANSWERS = (NOT_KNOWN, DECLINED)
"""What a person may say instead of an answer; both leave the question unknown."""

_ID = r"^[a-z0-9]+(-[a-z0-9]+)*$"
_ISO_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_TRUE_WORDS = {"true", "yes"}
_FALSE_WORDS = {"false", "no"}
_LONGEST_NUMBER = 20


class FormatModel(BaseModel):
    """Base of everything read from a file: unknown keys refused, unchangeable once read."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True, hide_input_in_errors=True)


def _read_date(value: Any) -> Any:
    if isinstance(value, date):
        return value
    if isinstance(value, str) and _ISO_DATE.fullmatch(value):
        try:
            return date.fromisoformat(value)
        except ValueError:
            raise must("bad-date", "be a day in the calendar") from None
    raise must("bad-date", "be a date, written like 2026-09-01")


def read_flag(value: Any, accepted: str = "be `true` or `false`") -> Any:
    """The truth value that a field says; `accepted` is what it must do. Raises pydantic's kind of error."""
    if isinstance(value, bool):
        return value
    if isinstance(value, str) and value.lower() in _TRUE_WORDS | _FALSE_WORDS:
        return value.lower() in _TRUE_WORDS
    raise must("bad-flag", accepted)


def _read_count(value: Any) -> Any:
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    if isinstance(value, str) and re.fullmatch(r"[0-9]{1,6}", value) and int(value) > 0:
        return int(value)
    raise must("bad-number", "be a whole number, 1 or more")


def _read_number(value: Any) -> Any:
    if isinstance(value, Decimal):
        return value
    number = as_number(value) if isinstance(value, str) else None
    if number is None:
        raise must("bad-number", "be a number in digits, such as 90 or 12.5")
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
        raise must("bad-duration", "be a length of time, such as `3 working days`")
    try:
        return parse_duration(value)
    except ValueError as fault:
        raise whole("bad-duration", str(fault)) from None


def _read_calendar_span(value: Any) -> Any:
    span = _read_duration(value)
    if not span.is_calendar:
        raise must("bad-duration", "be a number of days, weeks, months or years")
    return span


# An editor that knows the schema reads `2026.1` as a number and `no` as false; here both are text.
_TEXT_TYPES = ["string", "number", "boolean"]

Identifier = Annotated[
    str,
    StringConstraints(pattern=_ID, max_length=80),
    WithJsonSchema({"type": _TEXT_TYPES, "pattern": _ID, "maxLength": 80}),
]
Text = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1),
    WithJsonSchema({"type": _TEXT_TYPES, "minLength": 1}),
]
Key = Annotated[str, StringConstraints(min_length=1)]
"""A key that is free text. It stays as typed: two keys must not become one, or what stands under one is lost."""
Colour = Annotated[str, StringConstraints(pattern=r"^#[0-9a-fA-F]{6}$")]
Day = Annotated[
    date,
    BeforeValidator(_read_date),
    WithJsonSchema({"type": "string", "pattern": r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$", "examples": ["2026-09-01"]}),
]
FLAG_SCHEMA: dict[str, Any] = {"enum": [True, False, "true", "false", "yes", "no"]}
Flag = Annotated[bool, BeforeValidator(read_flag), WithJsonSchema(FLAG_SCHEMA)]
Count = Annotated[
    int,
    BeforeValidator(_read_count),
    WithJsonSchema({"type": ["integer", "string"], "minimum": 1, "pattern": "^0*[1-9][0-9]*$"}),
]
Number = Annotated[
    Decimal,
    BeforeValidator(_read_number),
    WithJsonSchema({"type": ["number", "string"], "pattern": r"^-?[0-9]+(\.[0-9]+)?$"}),
]
Span = Annotated[
    Duration,
    BeforeValidator(_read_duration),
    PlainSerializer(str, return_type=str),
    WithJsonSchema(
        {"type": "string", "minLength": 1, "examples": ["at once", "same day", "3 working days", "6 weeks"]}
    ),
]
CalendarSpan = Annotated[
    Duration,
    BeforeValidator(_read_calendar_span),
    PlainSerializer(str, return_type=str),
    WithJsonSchema({"type": "string", "minLength": 1, "examples": ["28 days", "6 months", "5 years"]}),
]
