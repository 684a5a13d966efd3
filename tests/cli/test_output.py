"""Text on a terminal and elsewhere, and what cannot be shown."""

from __future__ import annotations

import errno
import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from threshold_tool.cli import output
from threshold_tool.errors import CannotWrite


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


class Failing(io.StringIO):
    """A stream that fails with one error."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self.number = number

    def write(self, _text: str) -> int:
        raise OSError(self.number, "gone")


@pytest.fixture(autouse=True)
def _forty_columns(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "50")


def test_lines_are_wrapped_on_a_terminal() -> None:
    """On a terminal a long line is broken between words, later lines under the first."""

    stream = Terminal()
    output.Page(stream).line("word " * 30, indent=2, mark="-")
    lines = stream.getvalue().splitlines()

    assert len(lines) > 1
    assert all(len(line) < 50 for line in lines)
    assert lines[0].startswith("  - word")
    assert lines[1].startswith("    word")


@given(st.text(alphabet="ab ", max_size=120))
def test_a_telephone_number_stays_on_one_line(before: str) -> None:
    """Wherever a line has to break, it does not break inside a number that somebody has to call."""

    stream = Terminal()
    output.Page(stream).line(f"{before}, 01632 960001")

    assert "01632 960001" in stream.getvalue()


def test_lines_are_left_whole_elsewhere() -> None:
    """In a pipe or a file each paragraph is one line, to be searched and cut."""

    stream = io.StringIO()
    output.Page(stream).line("word " * 30)

    assert stream.getvalue().count("\n") == 1


@given(st.text())
def test_no_control_character_reaches_the_terminal(text: str) -> None:
    """Whatever a file holds, only characters that can be printed and line ends are shown."""

    stream = io.StringIO()
    output.Page(stream).line(text)

    assert all(character == "\n" or character.isprintable() for character in stream.getvalue())


def test_what_an_encoding_lacks_is_replaced(monkeypatch: pytest.MonkeyPatch) -> None:
    """On an old console a character that it lacks becomes a question mark, not a failure."""

    raw = io.BytesIO()
    monkeypatch.setattr("sys.stdout", io.TextIOWrapper(raw, encoding="cp437", newline="\n"))
    output.make_streams_forgiving()
    output.out().line("Zoë\u2019s café \ud800")

    assert raw.getvalue().decode("cp437") == "Zoë?s café ?\n"


@given(st.text())
def test_json_is_ascii(text: str) -> None:
    """JSON prints in ASCII and reads back as it was."""

    stream = io.StringIO()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("sys.stdout", stream)
        output.print_json({"text": text})

    assert stream.getvalue().isascii()
    assert json.loads(stream.getvalue()) == {"text": text}


@pytest.mark.parametrize("number", [errno.EPIPE, errno.EINVAL])
def test_a_reader_that_is_gone_is_told_apart(number: int) -> None:
    """A closed pipe, as Linux and as Windows report it, is no failure to write."""

    with pytest.raises(output.ReaderGone):
        output.Page(Failing(number)).line("x")


def test_a_full_disk_is_said() -> None:
    """Output that cannot be written is an error with its cause."""

    with pytest.raises(CannotWrite, match="could not be written"):
        output.Page(Failing(errno.ENOSPC)).line("x")
