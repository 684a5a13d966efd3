"""`threshold draw`: how a document's questions follow one another, and how its levels come about, as a picture."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from threshold_tool.cli.arguments import DOCUMENT, add_json, document_path
from threshold_tool.cli.output import out, print_json
from threshold_tool.cli.record_files import same_file
from threshold_tool.errors import CannotUse

if TYPE_CHECKING:
    import argparse

    from threshold_tool.documents.loaded import LoadedDocument
    from threshold_tool.drawing.model import Drawing
    from threshold_tool.drawing.selection import Selection

SUMMARY = "draw how the levels of a document come about"
ABOUT = (
    "Draws a threshold document as an SVG picture: its sections in the order of asking, what opens them, how high "
    "their answers lead, and the rules. --section, --theme and --level draw a part in detail; --level can go with "
    "one of the others. Graphviz has to be installed, except for --dot and --json."
)


@dataclass(frozen=True)
class _Files:
    """Where the picture and its DOT text go, each perhaps nowhere."""

    svg: Path | None
    dot: Path | None

    @property
    def written(self) -> tuple[tuple[str, Path], ...]:
        named = (("dot", self.dot), ("svg", self.svg))
        return tuple((kind, path) for kind, path in named if path is not None)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Adds what the command takes."""
    parser.add_argument("document", metavar="DOC", help=DOCUMENT)
    parser.add_argument("--svg", metavar="FILE", help="where the picture goes; DOC.svg in this folder by default")
    parser.add_argument("--dot", metavar="FILE", help="write the text that Graphviz draws from")
    parser.add_argument("--section", metavar="ID", help="draw the questions of this section")
    parser.add_argument("--theme", metavar="ID", help="draw the questions of this theme")
    parser.add_argument("--level", metavar="ID", help="draw what leads to this level")
    add_json(parser)


def run(options: argparse.Namespace) -> int:
    """Writes the files and says where they are. Raises CannotUse, CannotDraw, and what reading and writing raise."""
    from threshold_tool.documents.loader import require_document
    from threshold_tool.drawing.draw import drawing_of
    from threshold_tool.drawing.selection import Selection
    from threshold_tool.evaluation.compiled import compile_document

    selection = Selection(theme=options.theme, section=options.section, level=options.level)
    path = document_path(options.document)
    source = require_document(path)
    drawing = drawing_of(compile_document(source), selection)
    files = _files(options, source, selection)
    for _, file in files.written:
        if same_file(path, file):
            raise CannotUse(f"This would replace {file}, which it is made from. Name another file.")
    _write(files, drawing)
    if options.json:
        print_json(_as_json(source, selection, drawing, files))
    else:
        for kind, file in files.written:
            out().line(f"The {'drawing' if kind == 'svg' else 'text for Graphviz'} is in {file}.")
    return 0


def _files(options: argparse.Namespace, source: LoadedDocument, selection: Selection) -> _Files:
    """The files that were named, or where none was, a picture that is called after the document."""
    for option, name in (("--svg", options.svg), ("--dot", options.dot)):
        if name is not None and not name.strip():
            raise CannotUse(f"`{option}` needs the name of a file.")
    files = _Files(Path(options.svg) if options.svg else None, Path(options.dot) if options.dot else None)
    if files.svg and files.dot and same_file(files.svg, files.dot):
        raise CannotUse("--svg and --dot name the same file: give each its own.")
    if files.written or options.json:
        return files
    parts = (source.document.id, selection.section, selection.theme, selection.level)
    named_after = Path(f"{'-'.join(part for part in parts if part)}.svg")
    if named_after.exists():
        raise CannotUse(f"There is a file {named_after} already. Say with --svg where the drawing goes.")
    return _Files(named_after, None)


def _write(files: _Files, drawing: Drawing) -> None:
    """Writes the DOT text first: it needs no Graphviz."""
    from threshold_tool.drawing.dot import dot_of
    from threshold_tool.drawing.graphviz import picture
    from threshold_tool.drawing.spoken import spoken
    from threshold_tool.files import write_atomically

    dot = dot_of(drawing)
    if files.dot is not None:
        write_atomically(files.dot, dot.encode("utf-8"))
    if files.svg is not None:
        write_atomically(files.svg, picture(dot, drawing.title, spoken(drawing)))


def _as_json(source: LoadedDocument, selection: Selection, drawing: Drawing, files: _Files) -> dict[str, Any]:
    document = source.document
    return {
        "document": {"id": document.id, "edition": document.edition, "fingerprint": source.fingerprint},
        "section": selection.section,
        "theme": selection.theme,
        "level": selection.level,
        **drawing.as_json(),
        "written": [{"kind": kind, "file": str(file)} for kind, file in files.written],
    }
