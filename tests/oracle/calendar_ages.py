"""Calendar ages for the naive reading: spans of time, and every birth a document could tell apart."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

UNBORN = "unborn"
Birth = date | str  # a date of birth, or UNBORN
DAYS_IN_A_MONTH = 30.436875  # on average; only used to find the days worth trying
DAYS_TO_TRY = 6  # around each cut: a month is never further than this from its average
WEEKS_AFTER_DUE = 4


def add(start: date, span: str) -> date:
    """Return `start` plus a span ("8 years"); a day that the month lacks becomes the 1st of the next."""
    count, unit = span.split()
    if unit.startswith(("day", "week")):
        return start + timedelta(days=int(count) * (7 if unit.startswith("week") else 1))
    months = start.year * 12 + start.month - 1 + int(count) * (12 if unit.startswith("year") else 1)
    first = date(months // 12, months % 12 + 1, 1)
    same_day = first + timedelta(days=start.day - 1)
    return same_day if same_day.month == first.month else date(same_day.year, same_day.month, 1)


def has_reached(birth: Birth, span: str, on: date) -> bool:
    """Say whether a child born then is at least that old; an unborn child is under every age."""
    return isinstance(birth, date) and on >= add(birth, span)


def one_more(span: str) -> str:
    """Return the age at which a child of this age ("8 years") is no longer of it ("9 years")."""
    count, unit = span.split()
    return f"{int(count) + 1} {unit}"


def is_possible(birth: Birth, child: dict[str, Any], on: date) -> bool:
    """Say whether what the case tells about a child's age leaves this birth open."""
    if "born" in child:
        return birth == date.fromisoformat(str(child["born"]))
    if "due" in child:
        return fits_due_date(birth, date.fromisoformat(str(child["due"])), on)
    if "age" in child:
        age = str(child["age"])
        return has_reached(birth, age, on) and not has_reached(birth, one_more(age), on)
    return True


def fits_due_date(birth: Birth, due: date, on: date) -> bool:
    """A due date to come means unborn; one just past, unborn or under 1 year; an older one raises."""
    if on > due + timedelta(weeks=WEEKS_AFTER_DUE):
        raise ValueError(f"The due date {due} is more than 4 weeks past")
    return birth == UNBORN or (due < on and not has_reached(birth, "1 year", on))


def days_to_try(spans: list[str], on: date) -> list[date]:
    """Return every day of birth near which a child is just under or just over one of the spans, and today."""
    days = {on}
    for span in spans:
        count, unit = span.split()
        average = {"d": 1.0, "w": 7.0, "m": DAYS_IN_A_MONTH, "y": 12 * DAYS_IN_A_MONTH}[unit[0]]
        middle = on - timedelta(days=round(int(count) * average))
        days |= {middle + timedelta(days=step) for step in range(-DAYS_TO_TRY, DAYS_TO_TRY + 1)}
    return sorted((day for day in days if day <= on), reverse=True)


def possible_births(child: dict[str, Any], on: date, cuts: list[str]) -> list[Birth]:
    """Return one birth for each way that the cuts (["1 year"]) can see an age the case leaves open."""
    bounds = [str(child["age"]), one_more(str(child["age"]))] if "age" in child else ["1 year"]
    tries: list[Birth] = [UNBORN, *days_to_try([*cuts, *bounds], on)]
    if "born" in child:
        tries = [date.fromisoformat(str(child["born"]))]
    seen: dict[tuple[bool, ...], Birth] = {}
    for birth in tries:
        if is_possible(birth, child, on):
            seen.setdefault((birth == UNBORN, *(has_reached(birth, cut, on) for cut in cuts)), birth)
    return list(seen.values())
