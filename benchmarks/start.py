"""How long whole commands take, next to a Python that starts and does nothing.

Run with `python -m benchmarks.start`.
"""

from __future__ import annotations

import os
import subprocess
import sys
from statistics import median
from time import perf_counter
from typing import TYPE_CHECKING

from benchmarks.timing import heading, interleaved, row
from threshold_tool.paths import documents_folder

if TYPE_CHECKING:
    from collections.abc import Callable

ROUNDS = 9
FLOOR = "python -c pass"


def main() -> None:
    """Starts each command in turn, round by round, and prints a table."""
    document = documents_folder() / "exampleshire.yaml"
    case = documents_folder() / "cases" / "mondays.yaml"
    threshold = ("-m", "threshold_tool.cli.main")
    commands = {
        FLOOR: _command("-c", "pass"),
        "threshold --help": _command(*threshold, "--help"),
        "threshold assess exampleshire mondays": _command(*threshold, "assess", str(document), str(case)),
    }
    times = interleaved(commands, ROUNDS, clock=perf_counter)
    floor = median(times[FLOOR])
    print(heading("whole processes, from start to end", FLOOR))
    for name, seconds in times.items():
        print(row(name, seconds, floor))


def _command(*arguments: str) -> Callable[[], object]:
    """Runs this Python with these arguments, on modules compiled before, as people's are. Raises CalledProcessError."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return lambda: subprocess.run([sys.executable, *arguments], check=True, capture_output=True, env=kept)


if __name__ == "__main__":
    main()
