"""The command line, `threshold`: which command was asked for, and what its exit status says.

0 is fine, 1 means that the answer is no, 2 that the command could not be run. What a command needs is
imported when it runs, so that `--help` answers at once.
"""

from __future__ import annotations

import argparse
import contextlib
import gc
import os
import re
import sys
from typing import TYPE_CHECKING, NoReturn, Protocol

from threshold_tool import __version__
from threshold_tool.cli import output
from threshold_tool.cli.commands import assess, cases, check, compare, diff, draw, interview, paper, schema, vignettes
from threshold_tool.errors import CannotUse, ProblemsFound, ThresholdToolError
from threshold_tool.problems import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

FINE = 0
COULD_NOT_RUN = 2

SHOW_BUGS = "THRESHOLD_TOOL_DEBUG"


class _Command(Protocol):
    """What the module of each command has."""

    SUMMARY: str
    ABOUT: str

    def add_arguments(self, parser: argparse.ArgumentParser) -> None: ...

    def run(self, options: argparse.Namespace) -> int: ...


_COMMANDS: dict[str, _Command] = {
    "check": check,
    "assess": assess,
    "interview": interview,
    "vignettes": vignettes,
    "cases": cases,
    "compare": compare,
    "diff": diff,
    "paper": paper,
    "draw": draw,
    "schema": schema,
}
_ABOUT = (
    "Says what a threshold document means for the children of a case. "
    "If a child is in immediate danger, call 999 first."
)
_STATUSES = "Exit status: 0 fine; 1 the answer is no; 2 could not be run, with a sentence that says why."


def main(argv: Sequence[str] | None = None) -> int:
    """Runs the command that `argv` names (by default what was typed) and returns the exit status."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    output.make_streams_forgiving()
    with _no_pauses():
        return guarded(lambda: _run(arguments), as_json="--json" in arguments)


def guarded(job: Callable[[], int], *, as_json: bool = False) -> int:
    """Runs a job; whatever stops it becomes one sentence and the exit status 2."""
    try:
        return _explained(job, as_json=as_json)
    except output.ReaderGone:
        output.silence_output()
    except ThresholdToolError:
        pass  # there is nowhere left to say it: the output itself cannot be written
    return COULD_NOT_RUN


@contextlib.contextmanager
def _no_pauses() -> Iterator[None]:
    """Leaves cycles of objects uncollected: a command is short, and looking for them takes a tenth of its time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _explained(job: Callable[[], int], *, as_json: bool) -> int:
    try:
        return job()
    except ProblemsFound as error:
        output.print_error(str(error), error.problems, as_json=as_json)
    except ThresholdToolError as error:
        output.print_error(str(error), as_json=as_json)
    except KeyboardInterrupt:
        output.print_error("Stopped.", as_json=as_json)
    except output.ReaderGone:
        raise
    except Exception as error:
        if os.environ.get(SHOW_BUGS):
            raise
        output.print_error(_bug_words(error), as_json=as_json)
    return COULD_NOT_RUN


def _run(arguments: Sequence[str]) -> int:
    try:
        options, unknown = _parser().parse_known_args(arguments)
    except SystemExit:  # `--help` and `--version` have printed what was asked for
        return FINE
    if unknown:
        command = f"{options.command} " if options.command else ""
        raise CannotUse(
            f"This is not understood: {' '.join(unknown)}. `threshold {command}--help` says how it is used."
        )
    if options.command is None:
        raise CannotUse(f"Name a command: {', '.join(_COMMANDS)}. `threshold --help` says what each does.")
    return _COMMANDS[options.command].run(options)


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="threshold", description=_ABOUT, epilog=_STATUSES, allow_abbrev=False)
    parser.add_argument("--version", action="version", version=f"threshold {__version__}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", title="commands", parser_class=_Parser)
    for name, command in _COMMANDS.items():
        own = commands.add_parser(
            name, help=command.SUMMARY, description=command.ABOUT, epilog=_STATUSES, allow_abbrev=False
        )
        command.add_arguments(own)
    return parser


class _Parser(argparse.ArgumentParser):
    """Says what is wrong with the arguments in our words, and leaves it to `main` to print them."""

    def error(self, message: str) -> NoReturn:
        """Raises CannotUse with one plain sentence."""
        raise CannotUse(f"{_plain(message)} `{self.prog} --help` says how it is used.")


def _plain(message: str) -> str:
    """One of argparse's messages in plain words."""
    if found := re.match(r"the following arguments are required: (.+)", message):
        return f"Something is missing: {found[1]}."
    if found := re.match(r"argument COMMAND: invalid choice: '(.*)' \(choose", message, re.DOTALL):
        return f"There is no command `{found[1]}`. {did_you_mean(found[1], _COMMANDS) or ''}".rstrip()
    if found := re.match(r"argument (.+?): expected (?:one|at least one) argument", message):
        return f"`{found[1]}` needs something after it."
    return f"The arguments do not fit: {message}."


def _bug_words(error: Exception) -> str:
    """A bug in one sentence: its kind and place, and never its text, which may speak of a child."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    place = f" in {trace.tb_frame.f_globals.get('__name__', '?')}, line {trace.tb_lineno}" if trace else ""
    return (
        f"This is a fault of the tool ({type(error).__name__}{place}), and no result was worked out: go by the "
        "printed threshold document and your safeguarding lead, and send this sentence to whoever supplied the tool."
    )


if __name__ == "__main__":
    sys.exit(main())
