"""The files of the repository, as a checkout or an unpacked archive holds them."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent

_NOT_OURS = {".git", ".venv", "__pycache__", "build", "dist", ".hypothesis"}


@cache
def files() -> tuple[Path, ...]:
    """Every file that is ours, relative to the root, in order."""
    found = []
    for folder, names, here in os.walk(ROOT):
        names[:] = sorted(n for n in names if n not in _NOT_OURS and not n.endswith((".egg-info", "_cache")))
        found += [(Path(folder) / name).relative_to(ROOT) for name in here]
    return tuple(sorted(path for path in found if path.name not in {".git", ".coverage"}))


def python_files() -> tuple[Path, ...]:
    """Every Python source, relative to the root."""
    return tuple(path for path in files() if path.suffix == ".py")


def module_name(path: Path) -> str:
    """The dotted name under which a source, relative to the root, is imported."""
    parts = path.with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
