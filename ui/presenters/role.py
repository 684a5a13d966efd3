"""Where the person works, since some of a document's actions are for some roles."""

from __future__ import annotations

from typing import get_args

from threshold_tool.documents.model import Role

ROLES: tuple[tuple[Role, str, str], ...] = (
    ("school", "School or college", ""),
    ("health", "Health", "Health visiting, midwifery, general practice, hospital, mental health"),
    ("early-years", "Nursery or childminding", ""),
    ("police", "Police", ""),
    ("voluntary", "Charity, club, faith group or other voluntary work", ""),
    ("other", "Somewhere else", "You see every action, whoever it is meant for"),
)
"""Each role of the format with its words and a hint."""


def role_of(key: str) -> Role:
    """The role with a key. Raises ValueError for any other."""
    role = next((role for role in get_args(Role) if role == key), None)
    if role is None:
        raise ValueError(f"there is no role {key}")
    found: Role = role
    return found
