"""The main job of a copy of the tool: to think one concern through, or to show how that looks.

At a terminal this is the interview. Where nobody can answer, it takes the example case through.
"""

from __future__ import annotations

import sys
from pathlib import Path

from threshold_tool.cli.main import guarded, main
from threshold_tool.cli.output import make_streams_forgiving, out
from threshold_tool.cli.record_files import discard_if_empty
from threshold_tool.errors import CannotWrite

DOCUMENT = "exampleshire"
CASE = "mondays.yaml"
RECORD = "example-record"


def run() -> int:
    """Holds the interview or shows the example; returns the exit status: 0 fine, 2 could not be run."""
    make_streams_forgiving()
    if _somebody_is_there():
        return main(["interview", DOCUMENT])
    return guarded(_show_example)


def _show_example() -> int:
    """Prints what the document means for the example case, and writes its record where records are kept."""
    from threshold_tool.paths import example_cases_folder

    out().line("Nobody is at a terminal to answer questions, so here is an example. It is fictional.")
    record = _record_file()
    try:
        return main(["assess", DOCUMENT, str(example_cases_folder() / CASE), "--pdf", str(record)])
    finally:
        discard_if_empty(record)


def _record_file() -> Path:
    """A new file for the record: among the person's records, or here where that folder cannot be had."""
    from threshold_tool.paths import new_file, records_folder

    try:
        return new_file(records_folder(), RECORD, ".pdf")
    except CannotWrite:
        out().line("Your own folder does not take the record, so it goes into the folder you are in.")
        return new_file(Path.cwd(), RECORD, ".pdf")


def _somebody_is_there() -> bool:
    """Whether a person can read what is asked and answer it."""
    return all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout))
