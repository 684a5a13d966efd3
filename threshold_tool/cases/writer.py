"""From a case to the text of a case file: the one way to write one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import yaml

from threshold_tool.cases.loader import read_case
from threshold_tool.documents.characters import blanked_value
from threshold_tool.errors import CannotWrite

if TYPE_CHECKING:
    from threshold_tool.cases.model import Case

_WIDTH = 1_000
_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")


def case_bytes(case: Case) -> bytes:
    """The case as a case file, which reads back as the same case.

    Characters that no case file may hold, as pasted text may bring them, become U+FFFD; line ends of every kind
    become the usual one. Raises CannotWrite, with one plain sentence, for a case that could not be read back, such as
    one that has grown too large.
    """
    readable = _readable(case.model_dump(mode="json", by_alias=True, exclude_defaults=True))
    text = yaml.safe_dump(readable, sort_keys=False, allow_unicode=True, width=_WIDTH)
    data = text.encode("utf-8")
    read = read_case(data, "case", type(case))
    if read.loaded is None:
        raise CannotWrite(f"The case cannot be kept in a file. {read.problems[0].message}")
    if read.loaded.case != type(case).model_validate(readable):
        raise ValueError("the case does not read back as it was")
    return data


def _readable(value: Any) -> Any:
    if isinstance(value, str):
        return blanked_value(_LINE_ENDS.sub("\n", value))
    if isinstance(value, dict):
        return {_readable(key): _readable(entry) for key, entry in value.items()}
    return [_readable(entry) for entry in value] if isinstance(value, list) else value
