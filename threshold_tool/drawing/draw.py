"""Which drawing a selection asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from threshold_tool.drawing.detail import detail
from threshold_tool.drawing.level_view import level_view
from threshold_tool.drawing.overview import overview

if TYPE_CHECKING:
    from threshold_tool.drawing.model import Drawing
    from threshold_tool.drawing.selection import Selection
    from threshold_tool.evaluation.compiled import CompiledDocument


def drawing_of(compiled: CompiledDocument, selection: Selection) -> Drawing:
    """What leads to a level, the questions of a theme or section, or the whole document.

    Raises CannotUse for a selection that the document does not have.
    """
    selection.check(compiled.source)
    if selection.level is not None:
        return level_view(compiled, selection)
    if selection.is_everything:
        return overview(compiled)
    return detail(compiled, selection)
