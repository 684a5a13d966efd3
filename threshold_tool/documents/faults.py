"""What a field says of a value that it does not take.

A field knows the value and not its name or place, so it says part of a sentence; `validation` makes a
problem of it. Each takes the problem's code first.
"""

from __future__ import annotations

from pydantic_core import PydanticCustomError

MUST = "must"
SAYS = "says"
WHOLE = "whole"


def must(code: str, what: str) -> PydanticCustomError:
    """The value must be something else: `` `effective` must WHAT; here it is `soon`. ``"""
    return PydanticCustomError(code, "{must}", {MUST: what})


def says(code: str, what: str) -> PydanticCustomError:
    """The entry as a whole is not right: `` The question `x` WHAT. ``"""
    return PydanticCustomError(code, "{says}", {SAYS: what})


def whole(code: str, sentence: str) -> PydanticCustomError:
    """A full sentence of its own, which quotes the value."""
    return PydanticCustomError(code, "{whole}", {WHOLE: sentence})
