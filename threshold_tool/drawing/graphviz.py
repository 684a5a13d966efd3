"""Graphviz, the program that lays drawings out: found on this machine, and asked for a picture."""

from __future__ import annotations

import html
import os
import re
import shutil
import subprocess
from pathlib import Path

from threshold_tool.errors import CannotDraw

INSTALL = (
    "Drawing needs the program Graphviz, which is not on this machine. Install it with "
    "`sudo apt-get install graphviz` on Debian or Ubuntu, `winget install Graphviz.Graphviz` on Windows or "
    "`brew install graphviz` on macOS, and start again."
)
_LONGEST = 120  # seconds
_COMMENT = re.compile(r"<!--.*?-->\n?", re.DOTALL)
_TITLE = re.compile(r"<title>.*?</title>\n?", re.DOTALL)


def picture(dot: str, title: str, description: str) -> bytes:
    """The SVG of a DOT text, in UTF-8, with a title and a description for those who do not see it.

    Raises CannotDraw when Graphviz is missing or does not draw.
    """
    program = dot_program()
    if program is None:
        raise CannotDraw(INSTALL)
    try:
        # No window of its own on Windows, where the constant exists.
        drawn = subprocess.run(  # noqa: S603 - Graphviz itself, without a shell
            [str(program), "-Tsvg"],
            input=dot.encode("utf-8"),
            capture_output=True,
            timeout=_LONGEST,
            check=False,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except OSError as error:
        raise CannotDraw(f"Graphviz could not be started ({error.strerror or error}).") from error
    except subprocess.TimeoutExpired:
        raise CannotDraw(f"Graphviz took longer than {_LONGEST} seconds. Draw a part: a section, say.") from None
    if drawn.returncode != 0:
        raise CannotDraw(f"Graphviz could not draw this: {_last_line(drawn.stderr)}")
    return described(drawn.stdout.decode("utf-8"), title, description).encode("utf-8")


def dot_program() -> Path | None:
    """Where `dot` is; None where Graphviz is not installed. Its installer on Windows leaves the search path alone."""
    found = shutil.which("dot")
    if found is not None:
        return Path(found)
    folders = (os.environ.get(name) for name in ("ProgramFiles", "ProgramFiles(x86)"))
    programs = (Path(folder) / "Graphviz" / "bin" / "dot.exe" for folder in folders if folder)
    return next((program for program in programs if program.is_file()), None)


def described(svg: str, title: str, description: str) -> str:
    """An SVG as one image with a title and a description.

    What Graphviz adds for itself goes: its version, its names for nodes, and an address that a reader might fetch.
    """
    body = svg.replace("\r\n", "\n")
    body = _TITLE.sub("", _COMMENT.sub("", body[body.index("<svg") :]))
    body = body.replace('="transparent"', '="none"')  # not a colour of SVG 1.1: some viewers paint it black
    head, end, rest = body.removeprefix("<svg").partition(">")
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<svg role="img" aria-labelledby="title description"{head}{end}\n'
        f'<title id="title">{html.escape(title)}</title>\n'
        f'<desc id="description">{html.escape(description)}</desc>{rest}'
    )


def _last_line(said: bytes) -> str:
    lines = [line.strip() for line in said.decode("utf-8", errors="replace").splitlines() if line.strip()]
    return f"{lines[-1].rstrip('.') if lines else 'it gave no reason'}."
