"""Where vignettes are looked for when none are named."""

from __future__ import annotations

from typing import TYPE_CHECKING

from threshold_tool.errors import CannotRead

if TYPE_CHECKING:
    from pathlib import Path


def vignettes_of(document: Path) -> list[Path]:
    """The vignettes in the folder `vignettes` beside a document, or else those supplied.

    Raises CannotRead where there are none.
    """
    from threshold_tool.paths import documents_folder

    beside, supplied = document.parent / "vignettes", documents_folder() / "vignettes"
    for folder in (beside, supplied):
        found = sorted(folder.glob("*.yaml"))
        if found:
            return found
    raise CannotRead(f"There are no vignettes: neither in {beside} nor in {supplied}.")
