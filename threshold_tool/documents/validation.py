"""From the shape of a file to problems in plain words: pydantic finds them, this says them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import UnionType
from typing import TYPE_CHECKING, Annotated, Any, TypeVar, Union, get_args, get_origin

from pydantic import BaseModel, Tag, ValidationError

from threshold_tool.documents.conditions import CONDITION_KEYS
from threshold_tool.problems import Problem, did_you_mean

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

    from threshold_tool.documents.source import SourceMap, Value

Model = TypeVar("Model", bound=BaseModel)
Path = tuple[str | int, ...]

_KEY_MARK = "[key]"
_WRONG_SHAPES = {
    "string_type": "is text",
    "tuple_type": "is a list: each entry on a line of its own, after a hyphen",
    "dict_type": "is a set of `key: value` lines",
    "model_type": "is a set of `key: value` lines",
    "model_attributes_type": "is a set of `key: value` lines",
}


def validate(model: type[Model], value: Value, places: SourceMap) -> tuple[Model | None, list[Problem]]:
    """The model, or None and every problem of shape, each at its place in the file."""
    problems = _empty_values(value, places)
    empty = {problem.location for problem in problems}
    try:
        return (None if problems else model.model_validate(value)), problems
    except ValidationError as error:
        details = error.errors(include_url=False, include_input=True)
        told = [_problem(model, detail, places) for detail in details]
        return None, [*problems, *(problem for problem in told if problem.location not in empty)]


def _empty_values(value: Value, places: SourceMap, name: str = "This entry") -> list[Problem]:
    """Keys with nothing behind them: half-written, and never taken for "left out"."""
    if isinstance(value, dict):
        return [p for key, part in value.items() for p in _empty_values(part, places.children[key], f"`{key}`")]
    if isinstance(value, list):
        return [p for at, part in enumerate(value) for p in _empty_values(part, places.children[at])]
    if value is not None:
        return []
    hint = "Write its value, or take the line out."
    return [Problem("no-value", f"{name} has nothing after it.", places.key or places.location, hint=hint)]


def _problem(model: type[BaseModel], detail: ErrorDetails, places: SourceMap) -> Problem:
    path = _path_in_file(detail["loc"])
    name = _name(path)
    kind, context, given = detail["type"], detail.get("ctx", {}), detail["input"]
    if kind == "missing":
        return Problem("missing-key", f"{name} is missing here.", places.nearest(path[:-1]), about=_about(path))
    if kind == "extra_forbidden":
        known = _known_keys(model, path[:-1])
        hint = did_you_mean(str(path[-1]), known) or (f"Known here: {', '.join(sorted(known))}." if known else None)
        return Problem("unknown-key", f"{name} is not a key that belongs here.", places.nearest_key(path), hint=hint)
    if kind == "literal_error":
        return _not_a_choice(name, given, context, places, path)
    if kind in ("union_tag_invalid", "union_tag_not_found"):
        return _not_a_condition(given, places, path)
    if kind in _WRONG_SHAPES:
        return Problem(
            "wrong-shape", f"{name} {_WRONG_SHAPES[kind]}; here it is {_shape(given)}.", places.nearest(path)
        )
    code, sentence = _said_of_value(kind, context, detail["msg"], given)
    where = places.nearest_key(path) if detail["loc"][-1] == _KEY_MARK else places.nearest(path)
    return Problem(code, f"{name} {sentence}.", where)


def _said_of_value(kind: str, context: Mapping[str, Any], message: str, given: object) -> tuple[str, str]:
    """The code and what is said of a value of the right shape that is not right."""
    if "sentence" in context:
        return kind, str(context["sentence"]).rstrip(".")
    if kind == "string_pattern_mismatch":
        if "#" in str(context.get("pattern")):
            return "bad-colour", f"is a colour, written like `#2e7d32`; here it is `{_short(given)}`"
        return (
            "bad-id",
            f"is an id of lower-case letters, digits and single hyphens; here it is `{_short(given)}`",
        )
    if kind == "string_too_short":
        return "no-value", "has no text"
    if kind == "string_too_long":
        return "bad-id", f"is longer than {context['max_length']} characters"
    if kind == "too_short":
        least = context["min_length"]
        return "too-few", f"needs at least {least} {'entry' if least == 1 else 'entries'}"
    if kind == "greater_than_equal":
        return "bad-number", f"is {context['ge']} or more"
    return kind.replace("_", "-"), message


def _not_a_choice(name: str, given: object, context: Mapping[str, Any], places: SourceMap, path: Path) -> Problem:
    choices = [choice.strip("'") for choice in str(context["expected"]).replace(" or ", ", ").split(", ")]
    can_be = "can only be" if len(choices) == 1 else "can be"
    message = f"{name} {can_be} {', '.join(f'`{c}`' for c in choices)}; here it is {_shown(given)}."
    return Problem("not-a-choice", message, places.nearest(path), hint=did_you_mean(str(given), choices))


def _not_a_condition(given: object, places: SourceMap, path: Path) -> Problem:
    known = ", ".join(f"`{key}`" for key in CONDITION_KEYS)
    hint = None
    if isinstance(given, dict) and len(given) == 1:
        hint = did_you_mean(next(iter(given)), CONDITION_KEYS)
    elif isinstance(given, dict) and len(given) > 1:
        hint = "Put several conditions in a list under `all:` or `any:`."
    return Problem(
        "bad-condition",
        f"A condition has exactly one of these keys: {known}.",
        places.nearest(path),
        hint=hint,
    )


def _path_in_file(loc: Sequence[str | int]) -> Path:
    """The keys and indexes that lead to the place: pydantic adds the kind of each condition, and a mark."""
    path: list[str | int] = []
    for at, step in enumerate(loc):
        is_kind = step in CONDITION_KEYS and at + 1 < len(loc) and loc[at + 1] == step
        if not is_kind and step != _KEY_MARK:
            path.append(step)
    return tuple(path)


def _name(path: Path) -> str:
    """What a person would call the place: its key, or which entry of which list."""
    if not path:
        return "The file"
    last = path[-1]
    if isinstance(last, str):
        return f"`{last}`"
    owner = next((step for step in reversed(path) if isinstance(step, str)), None)
    return f"Entry {last + 1} of `{owner}`" if owner else f"Entry {last + 1}"


def _about(path: Path) -> tuple[str, ...]:
    return tuple(step for step in path[-1:] if isinstance(step, str))


def _shape(given: object) -> str:
    if isinstance(given, Mapping):
        return "a set of `key: value` lines"
    if isinstance(given, (list, tuple)):
        return "a list"
    return _shown(given)


def _shown(given: object) -> str:
    return f"`{_short(given)}`" if isinstance(given, str) else _shape(given) if given else "empty"


def _short(given: object, most: int = 60) -> str:
    text = str(given)
    return text if len(text) <= most else f"{text[:most]}…"


def _known_keys(model: type[BaseModel], path: Path) -> list[str]:
    """The keys that the model has at a path; none where the path leads to no model."""
    here: Any = model
    for step in path:
        here = _inside(here, step)
    found = _model_of(here)
    return [field.alias or name for name, field in found.model_fields.items()] if found else []


def _inside(kind: Any, step: str | int) -> Any:
    model = _model_of(kind, str(step))
    if model is not None:
        field = next((f for name, f in model.model_fields.items() if step in (name, f.alias)), None)
        return field.annotation if field else None
    origin, args = get_origin(kind), get_args(kind)
    if origin is Annotated:
        return _inside(args[0], step)
    if origin in (Union, UnionType):
        return next((found for arm in args if (found := _inside(arm, step)) is not None), None)
    if origin is tuple and isinstance(step, int):
        return args[0]
    return args[1] if origin is dict else None


def _model_of(kind: Any, key: str | None = None) -> type[BaseModel] | None:
    """The model that a type stands for; of a union the one that has the key."""
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        return kind
    origin, args = get_origin(kind), get_args(kind)
    if origin is Annotated:
        tag = next((extra.tag for extra in args[1:] if isinstance(extra, Tag)), None)
        return _model_of(args[0], key) if tag is None or tag == key else None
    if origin in (Union, UnionType):
        return next((found for arm in args if (found := _model_of(arm, key)) is not None), None)
    return None
