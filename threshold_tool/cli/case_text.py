"""A case that was gathered by asking, as the text of a case file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import yaml

from threshold_tool.cases.loader import read_case

if TYPE_CHECKING:
    from threshold_tool.cases.model import Case, CaseChild

_WIDTH = 1_000


def case_bytes(case: Case) -> bytes:
    """What the interview gathered, as a case file: children, answers, own view and decision.

    Raises ValueError when the text would not read back as the same case, so that no answer is lost.
    """
    text = yaml.safe_dump(_as_data(case), sort_keys=False, allow_unicode=True, width=_WIDTH)
    data = text.encode("utf-8")
    read = read_case(data, "case").loaded
    if read is None or read.case != case:
        raise ValueError("the case does not read back as it was")
    return data


def _as_data(case: Case) -> dict[str, Any]:
    data: dict[str, Any] = {"format": case.format, "title": case.title, "on": case.on.isoformat()}
    data["at"] = case.at.strftime("%H:%M") if case.at else None
    data["role"] = case.role
    data["children"] = [_child(child) for child in case.children]
    data["family"] = dict(case.family)
    data["own_view"] = dict(case.own_view)
    data["route_shown_early"] = list(case.route_shown_early)
    data["decision"] = {ref: decision.model_dump(exclude_none=True) for ref, decision in case.decision.items()}
    return {key: value for key, value in data.items() if value}


def _child(child: CaseChild) -> dict[str, Any]:
    data: dict[str, Any] = {"ref": child.ref}
    for key in ("age", "born", "due"):
        stated = getattr(child, key)
        if stated is not None:
            data[key] = str(stated)
    if child.answers:
        data["answers"] = dict(child.answers)
    return data
