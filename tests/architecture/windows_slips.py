"""Finds what works on Linux and fails on a Windows machine, in Python sources and in file names.

Our users sit at Windows machines and our checks run on Linux, so these slips would reach them unseen.
What runs on other systems alone is left out: under an `if` that asks for the system, and in a test marked
`posix` or `skipif`. A line that is right in spite of its look says so with a comment `# posix: WHY`.
"""

from __future__ import annotations

import ast
import re
from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import PurePath

LONGEST_PATH = 150
"""Characters of a path inside the repository; Windows allows 260 for all of it, folders above included."""

_POSIX_MODULES = {"fcntl", "pwd", "grp", "termios", "tty", "pty", "resource", "readline", "curses", "syslog"}
_POSIX_FUNCTIONS = {
    "os": {"fork", "geteuid", "getuid", "getegid", "getgid", "chown", "mkfifo", "setsid", "uname", "killpg"},
    "signal": {"SIGKILL", "SIGALRM", "SIGHUP", "SIGUSR1", "SIGUSR2", "alarm", "setitimer"},
}
_POSIX_PLACES = re.compile(r"^/(tmp|dev|etc|home|usr|var|proc|opt)(/|$)")
_GLIBC_DATE_FORMAT = re.compile(r"%-[a-zA-Z]")
_TEXT_METHODS = {"read_text", "write_text"}
_RESERVED = {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))}
_REFUSED = re.compile(r'[<>:"|?*\\\x00-\x1f]|[ .]$')
_EXCUSE = re.compile(r"#\s*posix: \w+")
_ASKS_FOR_THE_SYSTEM = re.compile(r"\bos\.name\b|\bsys\.platform\b|\bhasattr\(os,")
_MARKS_A_TEST = re.compile(r"\bposix\b|\bskipif\b")


def slips_in_source(source: str) -> list[str]:
    """The slips in a Python source, each as `LINE: what is wrong`, in order of lines."""
    tree = ast.parse(source)
    excused = {number for number, line in enumerate(source.splitlines(), 1) if _EXCUSE.search(line)}
    excused |= _guarded_lines(tree)
    found = {
        (node.lineno, slip)
        for node in ast.walk(tree)
        if isinstance(node, ast.stmt | ast.expr) and node.lineno not in excused
        for slip in _slips_at(node)
    }
    return [f"{line}: {slip}" for line, slip in sorted(found)]


def slips_in_names(paths: Iterable[PurePath]) -> list[str]:
    """The slips in paths relative to the repository, each as `PATH: what is wrong`, in the given order."""
    spellings: dict[str, set[str]] = defaultdict(set)
    found = []
    for path in paths:
        for whole in (path, *path.parents[:-1]):
            spellings[whole.as_posix().casefold()].add(whole.as_posix())
        found += [f"{path.as_posix()}: {slip}" for slip in _slips_in_name(path)]
    return found + [
        f"{' and '.join(sorted(same))}: differ only in case" for same in spellings.values() if len(same) > 1
    ]


def _guarded_lines(tree: ast.Module) -> set[int]:
    """The lines that run on some systems only."""
    guarded: set[int] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.If) and _ASKS_FOR_THE_SYSTEM.search(ast.unparse(node.test)):
            guarded |= set(range(node.lineno, (node.end_lineno or node.lineno) + 1))
        elif isinstance(node, ast.FunctionDef | ast.ClassDef) and node.decorator_list:
            marks = " ".join(map(ast.unparse, node.decorator_list))
            if _MARKS_A_TEST.search(marks):
                guarded |= set(range(node.decorator_list[0].lineno, (node.end_lineno or node.lineno) + 1))
    return guarded


def _slips_in_name(path: PurePath) -> Iterator[str]:
    for part in path.parts:
        if part.partition(".")[0].strip().casefold() in _RESERVED:
            yield f"`{part}` is a name that Windows keeps for itself"
        if _REFUSED.search(part):
            yield f"`{part}` has a character that Windows refuses"
    if len(path.as_posix()) > LONGEST_PATH:
        yield f"longer than {LONGEST_PATH} characters"


def _slips_at(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.Import | ast.ImportFrom):
        yield from _slips_in_import(node)
    elif isinstance(node, ast.Attribute):
        yield from _slips_in_attribute(node)
    elif isinstance(node, ast.Call):
        yield from _slips_in_call(node)
    elif isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield from _slips_in_text(node.value)


def _slips_in_import(node: ast.Import | ast.ImportFrom) -> Iterator[str]:
    modules = [alias.name for alias in node.names] if isinstance(node, ast.Import) else [node.module or ""]
    for module in modules:
        if module.partition(".")[0] in _POSIX_MODULES:
            yield f"module {module} is missing on Windows"
        if isinstance(node, ast.ImportFrom):
            for alias in node.names:
                yield from _slips_in_member(module, alias.name)


def _slips_in_attribute(node: ast.Attribute) -> Iterator[str]:
    if isinstance(node.value, ast.Name):
        yield from _slips_in_member(node.value.id, node.attr)


def _slips_in_member(module: str, member: str) -> Iterator[str]:
    if member in _POSIX_FUNCTIONS.get(module, ()):
        yield f"{module}.{member} is missing on Windows"
    if (module, member) in {("os", "sep"), ("os.path", "sep")}:
        yield "paths are joined with pathlib, not os.sep"


def _slips_in_call(call: ast.Call) -> Iterator[str]:
    function = call.func
    if isinstance(function, ast.Name) and function.id == "open":
        mode_at, reads_text = 1, True
    elif isinstance(function, ast.Attribute) and function.attr == "open":
        on_module = isinstance(function.value, ast.Name) and function.value.id in {"io", "codecs", "gzip"}
        mode_at, reads_text = (1 if on_module else 0), _looks_like_a_mode(call, on_module)
    elif isinstance(function, ast.Attribute) and function.attr in _TEXT_METHODS:
        yield from _slips_in_text_method(function.attr, call)
        return
    else:
        return
    if reads_text and "b" not in _mode(call, mode_at) and not _gives(call, "encoding"):
        yield "open() without encoding= reads cp1252 on Windows"


def _slips_in_text_method(name: str, call: ast.Call) -> Iterator[str]:
    encoding_at = 0 if name == "read_text" else 1
    if not _gives(call, "encoding") and len(call.args) <= encoding_at:
        yield f"{name}() without encoding= uses cp1252 on Windows"
    if name == "write_text" and not _gives(call, "newline"):
        yield "write_text() without newline= writes CRLF on Windows"


def _slips_in_text(text: str) -> Iterator[str]:
    if _POSIX_PLACES.match(text):
        yield f"`{text}` is a place that Windows lacks"
    if _GLIBC_DATE_FORMAT.search(text):
        yield f"`{text}` holds a date format that Windows lacks"


def _looks_like_a_mode(call: ast.Call, on_module: bool) -> bool:
    """Whether `x.open(...)` opens a file as `Path.open` does; `os.open`, `webbrowser.open` do not."""
    if on_module:
        return True
    if any(keyword.arg in {"mode", "encoding", "newline"} for keyword in call.keywords):
        return True
    if not call.args:
        return True
    first = call.args[0]
    return isinstance(first, ast.Constant) and bool(re.fullmatch(r"[rwxabt+]{1,3}", str(first.value)))


def _mode(call: ast.Call, position: int) -> str:
    values: list[ast.expr] = [keyword.value for keyword in call.keywords if keyword.arg == "mode"]
    values += call.args[position : position + 1]
    return "".join(str(value.value) for value in values if isinstance(value, ast.Constant))


def _gives(call: ast.Call, name: str) -> bool:
    return any(keyword.arg in {name, None} for keyword in call.keywords)
