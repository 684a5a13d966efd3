"""The way through the models that a path takes, so that an error inside them gets its place in the file.

pydantic names the kind of each condition on the way (`when, all, all, 0`), where the file has one key.
"""

from __future__ import annotations

from types import NoneType, UnionType
from typing import TYPE_CHECKING, Annotated, Any, TypeAlias, Union, get_args, get_origin

from pydantic import BaseModel, Tag

if TYPE_CHECKING:
    from collections.abc import Sequence

Path: TypeAlias = tuple[str | int, ...]

_KEY_MARK = "[key]"


def path_in_file(model: type[BaseModel], steps: Sequence[str | int]) -> Path:
    """The keys and list indexes, from 0, that lead to the place of pydantic's `steps`."""
    path: list[str | int] = []
    here: Any = model
    for step in steps:
        arm = _arms(here).get(step)
        if arm is not None:
            here = arm
        elif step != _KEY_MARK:
            path.append(step)
            here = _inside(here, step)
    return tuple(path)


def is_about_key(steps: Sequence[str | int]) -> bool:
    """Whether pydantic's steps lead to a key and not to the value under it."""
    return bool(steps) and steps[-1] == _KEY_MARK


def known_keys(model: type[BaseModel], path: Path) -> list[str]:
    """The keys that may stand at a path; none where the models allow any or no keys there."""
    here: Any = model
    for step in path:
        here = _inside(_arms(here).get(step, here), step)
    if not _is_model(here):
        return []
    return [field.alias or name for name, field in here.model_fields.items()]


def _inside(kind: Any, step: str | int) -> Any:
    """What one step leads to, None where the models end; marks around it are taken off."""
    if _is_model(kind):
        fields = kind.model_fields.items()
        return next((_bare(field.annotation) for name, field in fields if step == (field.alias or name)), None)
    parts = get_args(kind)
    if get_origin(kind) is tuple and isinstance(step, int):
        return _bare(parts[0])
    return _bare(parts[1]) if get_origin(kind) is dict else None


def _bare(kind: Any) -> Any:
    """A type without its constraints, and without `None` where it may be left out."""
    if get_origin(kind) is Annotated:
        return _bare(get_args(kind)[0])
    if get_origin(kind) in (Union, UnionType):
        rest = [part for part in get_args(kind) if part is not NoneType]
        return _bare(rest[0]) if len(rest) == 1 else kind
    return kind


def _arms(kind: Any) -> dict[str | int, type[BaseModel]]:
    """The models of a union by the key that tells them apart; none for any other type."""
    if get_origin(kind) not in (Union, UnionType):
        return {}
    tagged = (get_args(part) for part in get_args(kind) if get_origin(part) is Annotated)
    return {extra.tag: part for part, *extras in tagged for extra in extras if isinstance(extra, Tag)}


def _is_model(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, BaseModel)
