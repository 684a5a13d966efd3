"""From the shape of a file to problems in plain words: pydantic finds them, this says them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeVar, get_args, get_origin

from pydantic import BaseModel, ValidationError

from threshold_tool.documents.conditions import CONDITION_KEYS
from threshold_tool.documents.faults import MUST, SAYS, WHOLE
from threshold_tool.documents.naming import named, short, shown
from threshold_tool.documents.shapes import is_about_key, known_keys, path_in_file
from threshold_tool.problems import Problem, did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pydantic_core import ErrorDetails

    from threshold_tool.documents.shapes import Path
    from threshold_tool.documents.source import SourceMap, Value
    from threshold_tool.problems import Location

Model = TypeVar("Model", bound=BaseModel)

_FORMATS = {"threshold-document": "document", "question-set": "question set", "threshold-case": "case"}
_LINES = "be a set of `key: value` lines"
_SHAPES = {
    "string_type": "be text",
    "tuple_type": "be a list: each entry on a line of its own, after a hyphen",
    "dict_type": _LINES,
    "model_type": _LINES,
    "model_attributes_type": _LINES,
}
_MOST_KEYS_LISTED = 12
_NOT_IN_AN_ID = re.compile(r"[^a-z0-9]+")


def validate(
    model: type[Model],
    value: Value,
    places: SourceMap,
    *,
    told: Sequence[Problem] = (),
    whole: str | None = None,
) -> tuple[Model | None, list[Problem]]:
    """The model, or None and every problem of shape, each at its place in the file.

    What the reader could not take is empty in `value`: places of the problems already `told` are passed over.
    `whole` is what messages call the value; by default it is what its format says.
    """
    other = _other_format(model, value, places)
    if other is not None:
        return None, [other]
    known = {problem.location for problem in told}
    empty = {path: problem for path, problem in _empty_values(value, places) if places.nearest(path) not in known}
    shape = _Shape(model, value, places, whole or f"The {_kind_of_file(model)}")
    try:
        found = model.model_validate(value, by_alias=True, by_name=False)
    except ValidationError as error:
        details = error.errors(include_url=False, include_input=True)
        told_of = [(path_in_file(model, detail["loc"]), detail) for detail in details]
        problems = [
            shape.problem(path, detail) for path, detail in told_of if not _is_due_to_another(path, detail, empty)
        ]
        return None, [*empty.values(), *(problem for problem in problems if problem.location not in known)]
    return (None if empty else found), list(empty.values())


def _kind_of_file(model: type[BaseModel]) -> str:
    return _FORMATS.get(_format_of(model).partition("/")[0], "file")


def _format_of(model: type[BaseModel]) -> str:
    """The format that files of this model state; empty for a part of a file."""
    field = model.model_fields.get("format")
    is_stated = field is not None and get_origin(field.annotation) is Literal
    return str(get_args(field.annotation)[0]) if field is not None and is_stated else ""


def _other_format(model: type[BaseModel], value: Value, places: SourceMap) -> Problem | None:
    """The one problem of a file of another kind, or for another edition of the program."""
    stated = value.get("format") if isinstance(value, dict) else None
    wanted = _format_of(model)
    if not wanted or not isinstance(stated, str) or stated == wanted:
        return None
    name, _, number = stated.partition("/")
    if name not in _FORMATS or not number.isdecimal():
        return None
    place = places.nearest(("format",))
    if name == wanted.partition("/")[0]:
        message = f"The format `{short(stated)}` is not one that this program reads: it reads `{wanted}`."
        return Problem("wrong-format", message, place, hint="A newer edition of the program may read it.")
    message = f"This file is a {_FORMATS[name]}, where a {_FORMATS[wanted.partition('/')[0]]} is needed."
    return Problem("wrong-format", message, place, hint=f"Check which file you named, or write `format: {wanted}`.")


def _empty_values(value: Value, places: SourceMap, path: Path = ()) -> Iterator[tuple[Path, Problem]]:
    """Keys with nothing behind them: half-written, and never taken for "left out"."""
    if isinstance(value, dict):
        for key, part in value.items():
            yield from _empty_values(part, places, (*path, key))
    elif isinstance(value, list):
        for at, part in enumerate(value):
            yield from _empty_values(part, places, (*path, at))
    elif value is None:
        message, hint = "This entry of a list is empty.", "Write it, or take the line out."
        if path and isinstance(path[-1], str):
            message = f"`{short(path[-1])}` has nothing after it."
            hint = _hint_for_empty(path[-1])
        yield path, Problem("no-value", message, places.nearest_key(path), hint=hint)


def _hint_for_empty(key: str) -> str:
    if key == "colour":
        return "Put the colour in quotes: without them, # starts a comment."
    if " " in key:
        return "If it goes on from the text before the comma, put the whole text in quotes."
    return "Write its value, or take the line out."


def _hint_for_space(given: str) -> str | None:
    """A hint about a space that nobody sees in the message."""
    return "Take out the space before or after it." if given != given.strip() else None


def _is_due_to_another(path: Path, detail: ErrorDetails, empty: dict[Path, Problem]) -> bool:
    """Whether a problem only repeats another: that a value is empty, or that an entry of a list is wrong."""
    context = detail.get("ctx", {})
    if detail["type"] == "too_short":
        # pydantic counts only the entries that are right.
        return len(detail["input"]) >= int(context["min_length"])
    return path in empty or (SAYS in context and any(place[:-1] == path for place in empty))


@dataclass(frozen=True)
class _Shape:
    """A value held against a model; turns what pydantic finds into problems."""

    model: type[BaseModel]
    value: Value
    places: SourceMap
    whole: str

    def problem(self, path: Path, detail: ErrorDetails) -> Problem:
        kind, given = detail["type"], detail["input"]
        if kind == "missing":
            return self._missing(path)
        if kind == "extra_forbidden":
            return self._unknown_key(path)
        if kind == "literal_error":
            return self._not_a_choice(path, given, str(detail["ctx"]["expected"]))
        if kind in ("union_tag_invalid", "union_tag_not_found"):
            return self._not_a_condition(path, given)
        if kind in _SHAPES:
            return self._must("wrong-shape", _SHAPES[kind], path, given)
        return self._not_right(path, detail)

    def _missing(self, path: Path) -> Problem:
        key = str(path[-1])
        message = f"{self._named(path[:-1])} has no `{key}`."
        return Problem("missing-key", message, self.places.nearest(path[:-1]), about=(key,))

    def _unknown_key(self, path: Path) -> Problem:
        known = known_keys(self.model, path[:-1])
        hint = did_you_mean(str(path[-1]), known)
        if hint is None:
            hint = "Check its spelling and its indentation, or take it out."
            if 0 < len(known) <= _MOST_KEYS_LISTED:
                hint = f"What can stand here: {_list(sorted(known))}."
        message = f"The key `{short(str(path[-1]))}` does not belong here."
        return Problem("unknown-key", message, self.places.nearest_key(path), hint=hint)

    def _not_a_choice(self, path: Path, given: object, expected: str) -> Problem:
        choices = [choice.strip("'") for choice in expected.replace(" or ", ", ").split(", ")]
        what = f"be {_list(choices)}" if len(choices) == 1 else f"be one of {_list(choices)}"
        hint = did_you_mean(given, choices) if isinstance(given, str) else None
        return self._must("not-a-choice", what, path, given, hint)

    def _not_a_condition(self, path: Path, given: object) -> Problem:
        keys = list(given) if isinstance(given, dict) else []
        message, hint = f"A condition has one of these keys: {_list(CONDITION_KEYS)}.", None
        place = self.places.nearest(path)
        if not keys:
            message = f"{message.rstrip('.')}; here it is {shown(given)}."
        elif len(keys) == 1:
            message = f"`{short(keys[0])}` is not a condition. {message}"
            hint = did_you_mean(keys[0], CONDITION_KEYS)
            place = self.places.nearest_key((*path, keys[0]))
        else:
            message = f"This condition has {len(keys)} keys. {message}"
            hint = "Put several conditions in a list under `all:` or `any:`."
        return Problem("bad-condition", message, place, hint=hint)

    def _not_right(self, path: Path, detail: ErrorDetails) -> Problem:
        """What is said of a value of the right shape."""
        kind, context, given = detail["type"], detail.get("ctx", {}), detail["input"]
        if MUST in context:
            return self._must(kind, str(context[MUST]), path, given)
        if SAYS in context:
            return Problem(kind, f"{self._named(path)} {context[SAYS]}.", self.places.nearest(path))
        if WHOLE in context:
            return Problem(kind, str(context[WHOLE]), self.places.nearest(path))
        return self._out_of_bounds(path, detail)

    def _out_of_bounds(self, path: Path, detail: ErrorDetails) -> Problem:
        kind, context, given = detail["type"], detail.get("ctx", {}), detail["input"]
        place = self.places.nearest_key(path) if is_about_key(detail["loc"]) else self.places.nearest(path)
        if kind == "string_pattern_mismatch":
            return self._wrong_letters(path, str(context["pattern"]), str(given), place)
        if kind == "string_too_long":
            message = f"{self._named(path)} has more than {context['max_length']} characters, the most for an id."
            return Problem("bad-id", message, place)
        if kind == "too_short":
            least = int(context["min_length"])
            message = f"{self._named(path)} needs at least {least} {'entry' if least == 1 else 'entries'}."
            return Problem("too-few", message, place)
        return Problem("no-value", f"{self._named(path)} has no text.", place)

    def _wrong_letters(self, path: Path, pattern: str, given: str, place: Location) -> Problem:
        if "#" in pattern:
            return self._must("bad-colour", "be a colour, written like `#2e7d32` in quotes", path, given)
        if "A-Z" in pattern:
            what = "be a letter or a short label without spaces, such as `A`"
            return self._must("bad-ref", what, path, given, _hint_for_space(given), place)
        what = "be an id of lower-case letters, digits and single hyphens"
        near = _NOT_IN_AN_ID.sub("-", given.lower()).strip("-")
        hint = _hint_for_space(given) or (f"Write `{short(near)}`." if near else None)
        return self._must("bad-id", what, path, given, hint, place)

    def _must(
        self, code: str, what: str, path: Path, given: object, hint: str | None = None, place: Location | None = None
    ) -> Problem:
        name, value = self._named(path), shown(given)
        here = "" if name == value else f"; here it is {value}"
        return Problem(code, f"{name} must {what}{here}.", place or self.places.nearest(path), hint=hint)

    def _named(self, path: Path) -> str:
        return named(path, self.value, self.whole)


def _list(words: Sequence[str]) -> str:
    return ", ".join(f"`{word}`" for word in words)
