"""Sentences for what the YAML parser could not read, with the likely fix.

The parser says where it gave up and in which words; what its author did wrong is mostly seen from
the characters around that place. The words of both parsers, with and without C, are covered.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from threshold_tool.problems import Location, Problem

if TYPE_CHECKING:
    from collections.abc import Callable

    from yaml import MarkedYAMLError
    from yaml.error import Mark

_QUOTES = "Put the text in quotes."
_MISSING_SPACE = re.compile(r"^\s*(?:- +)*[\w-]+:[^\s/]")
_KEY_WITH_TEXT = re.compile(r"^\s*(?:- +)*[^\s\"'\[{#][^:]*: +[^\s#]")


def explain(error: MarkedYAMLError, text: str, file: str) -> Problem:
    """The problem that says, for a person, why the parser gave up on `text`."""
    failure = _Failure(error, text)
    explanations = (explanation for words, explanation in _EXPLANATIONS if re.search(words, failure.words))
    said = next(filter(None, (explanation(failure) for explanation in explanations)), _general(failure))
    return Problem(said.code, said.message, Location(file, said.line, said.column), hint=said.hint)


class _Said(NamedTuple):
    message: str
    hint: str
    line: int
    column: int
    code: str = "syntax"


class _Failure:
    """Where and with which words the parser gave up, and the text around that place."""

    def __init__(self, error: MarkedYAMLError, text: str) -> None:
        self.words = f"{error.context or ''}: {error.problem or ''}"
        self.lines = re.split(r"\r\n?|\n", text)
        self.line, self.column = _from_1(error.problem_mark or error.context_mark)
        self.start_line, self.start_column = _from_1(error.context_mark or error.problem_mark)

    def text_of(self, line: int) -> str:
        return self.lines[line - 1] if 0 < line <= len(self.lines) else ""

    @property
    def before(self) -> str:
        """What precedes the place on its line."""
        return self.text_of(self.line)[: self.column - 1]

    @property
    def character(self) -> str:
        """The character at the place; empty at the end of the line."""
        return self.text_of(self.line)[self.column - 1 : self.column]

    def line_above(self) -> int:
        """The nearest line above that says something; 0 if none does."""
        for line in range(self.line - 1, 0, -1):
            stripped = self.text_of(line).strip()
            if stripped and not stripped.startswith("#"):
                return line
        return 0

    def here(self, message: str, hint: str, code: str = "syntax") -> _Said:
        return _Said(message, hint, self.line, self.column, code)

    def at_start(self, message: str, hint: str, code: str = "syntax") -> _Said:
        return _Said(message, hint, self.start_line, self.start_column, code)


def _from_1(mark: Mark | None) -> tuple[int, int]:
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)


def _indentation(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _general(failure: _Failure) -> _Said:
    hint = "Check the colons, quotes, brackets and indentation on this line and the line above."
    return failure.here("The file cannot be read as YAML from here on.", hint)


def _tab(failure: _Failure) -> _Said | None:
    if failure.character != "\t":
        return None
    return failure.here("There is a tab here.", "Use spaces instead of the tab.", "tab")


def _first_character(failure: _Failure) -> _Said | None:
    if not failure.character.strip() or failure.character.isalnum():
        return None
    return failure.here(f"Text that starts with {failure.character} needs quotes.", _QUOTES)


def _colon(failure: _Failure) -> _Said:
    above = failure.line_above()
    if ": " in failure.before:
        hint = "If it is part of the text, put the whole text in quotes."
        return failure.here("This is a second colon on the line, so what it belongs to is unclear.", hint)
    if _MISSING_SPACE.search(failure.text_of(above)):
        return _missing_space(failure, above)
    if not above:
        return _general(failure)
    return _colon_below_text(failure, above)


def _colon_below_text(failure: _Failure, above: int) -> _Said:
    column = _indentation(failure.text_of(failure.line)) + 1
    if _KEY_WITH_TEXT.search(failure.text_of(above)):
        message = f"This line is indented as if it belonged to the text on line {above}."
        hint = f"Line it up with the lines it belongs with, or remove the text after the colon on line {above}."
        return _Said(message, hint, failure.line, column)
    message = "This line is read as going on with the text above, so its colon does not fit."
    hint = "Check the indentation, and that the line above has a colon. If the colon is text, use quotes."
    return _Said(message, hint, failure.line, column)


def _missing_space(failure: _Failure, line: int) -> _Said:
    text = failure.text_of(line)
    column = text.index(":") + 1
    return _Said("There is no space after this colon.", "Put a space after the colon.", line, column)


def _no_colon(failure: _Failure) -> _Said:
    if _MISSING_SPACE.search(failure.text_of(failure.start_line)):
        return _missing_space(failure, failure.start_line)
    hint = "Put a colon and a space after the key, or indent the line if it goes on with the text above."
    return failure.at_start("This line has no colon, so it is neither a key nor a list item.", hint)


def _unclosed_quote(failure: _Failure) -> _Said:
    quote = failure.text_of(failure.start_line)[failure.start_column - 1 : failure.start_column]
    message = f"The quote {quote} opened here is never closed." if quote else "A quote is never closed."
    return failure.at_start(message, "Put the same quote at the end of the text.")


def _unclosed_bracket(failure: _Failure) -> _Said:
    if failure.line == failure.start_line:
        if failure.character == ":":
            hint = "If it is part of the text, put the text in quotes."
            return failure.here("A colon does not fit here.", hint)
        hint = "Add it, or put the text in quotes."
        return failure.here("A comma or the closing bracket is missing here.", hint)
    bracket = failure.text_of(failure.start_line)[failure.start_column - 1 : failure.start_column]
    closing = {"[": "]", "{": "}"}.get(bracket, "bracket")
    message = f"The bracket `{bracket}` opened here is not closed."
    hint = f"Put `{closing}` at its end, or the comma that is missing before line {failure.line}."
    return failure.at_start(message, f"{hint} If it is text, use quotes.")


def _unfinished_bracket(failure: _Failure) -> _Said | None:
    if failure.character:
        return None
    hint = "Put the closing bracket at its end."
    return failure.here("A bracket is not closed by the end of the file.", hint)


def _does_not_fit(failure: _Failure) -> _Said:
    if failure.character in {"]", "}"}:
        hint = "Remove it, or put the text in quotes."
        return failure.here(f"This `{failure.character}` closes no bracket.", hint)
    before = failure.before.rstrip()
    if before.endswith(('"', "'")):
        hint = "Put the whole text in quotes of the other kind. Write an apostrophe within '…' twice."
        return failure.here("Text goes on after its closing quote.", hint)
    if before.strip(" -"):
        return failure.here("This does not fit what precedes it on the line.", _QUOTES)
    if failure.character == ":":
        return failure.here("There is no key before this colon.", "Put the key before it, or remove the colon.")
    return _wrong_indentation(failure)


def _wrong_indentation(failure: _Failure) -> _Said:
    here, above = failure.text_of(failure.line), failure.text_of(failure.line_above())
    column = _indentation(here) + 1
    if _indentation(above) != column - 1:
        message = "The indentation of this line fits no line above."
        hint = "Start it in the same column as the lines it belongs with, and use only spaces."
        return _Said(message, hint, failure.line, column)
    if here.lstrip().startswith("-") != above.lstrip().startswith("-"):
        message = "Keys and list items are mixed here."
        hint = "Start each item of a list with a dash, and give the keys within an item more indentation."
        return _Said(message, hint, failure.line, column)
    return _general(failure)


def _list_item(failure: _Failure) -> _Said:
    hint = "Start the list on the next line, or put the text in quotes."
    return failure.here("A list item cannot start on this line after other text.", hint)


def _mark_at_start(failure: _Failure) -> _Said:
    mark = failure.text_of(failure.start_line)[failure.start_column - 1 : failure.start_column]
    return failure.at_start(f"Text that starts with {mark} needs quotes.", _QUOTES)


def _alias(failure: _Failure) -> _Said:
    return _mark_at_start(failure)._replace(code="alias")


def _anchor(failure: _Failure) -> _Said:
    return _mark_at_start(failure)._replace(code="anchor")


def _tag(failure: _Failure) -> _Said:
    return failure.at_start("Tags, which start with `!`, are not allowed.", _QUOTES, "tag")


def _character_number(failure: _Failure) -> _Said:
    message = "The number after this backslash stands for no character."
    return failure.here(message, "Type the character itself.", "forbidden-character")


def _backslash(failure: _Failure) -> _Said:
    hint = "Write the backslash twice, or use single quotes."
    return failure.here("Within double quotes a backslash has a special meaning; this one has none.", hint)


def _directive(failure: _Failure) -> _Said:
    message = "Lines that start with `%` are instructions to YAML and are not allowed."
    return failure.at_start(message, "Remove the line. If it is text, put the text in quotes.", "directive")


def _after_the_end(failure: _Failure) -> _Said:
    first = next((line for line, text in enumerate(failure.lines, 1) if text.startswith("%")), None)
    if first is not None:
        return _directive(failure)._replace(line=first, column=1)
    if not any(text.startswith("...") for text in failure.lines[: failure.line]):
        return _does_not_fit(failure)
    hint = "Remove the line `...` or what follows it."
    return failure.here("The document has ended and more text follows.", hint, "several-documents")


# The first explanation that fits the parser's words and finds what it expects is given.
def _too_deep(failure: _Failure) -> _Said:
    """The parser with C gives up by itself, before it has handed over what lies less deep."""
    message = "This is nested more levels deep than can be read."
    return failure.here(message, "Check for brackets or dashes that are not meant.", "too-deep")


_EXPLANATIONS: list[tuple[str, Callable[[_Failure], _Said | None]]] = [
    ("", _tab),
    ("maximum nesting depth", _too_deep),
    ("cannot start any token", _first_character),
    ("mapping values are not allowed", _colon),
    ("could not find expected ':'", _no_colon),
    ("invalid Unicode character escape", _character_number),
    ("quoted scalar: .*(unknown escape|hexa?deci?mal|escape sequence)", _backslash),
    ("quoted scalar", _unclosed_quote),
    ("(flow sequence|flow mapping)", _unclosed_bracket),
    ("flow node", _unfinished_bracket),
    ("alias", _alias),
    ("anchor", _anchor),
    ("(tag|URI)", _tag),
    ("block scalar", _mark_at_start),
    ("sequence entries are not allowed", _list_item),
    ("mapping keys are not allowed", _first_character),
    ("node content", _first_character),
    ("(directive|incompatible YAML)", _directive),
    ("expected '?<document start>", _after_the_end),
    ("(block mapping|block collection|block sequence)", _does_not_fit),
]
