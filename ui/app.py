"""Start of the desktop application, `threshold-tool`.

There is no window yet: the main job runs in the terminal.
"""

from __future__ import annotations

import sys

from threshold_tool.cli import main_job


def main() -> int:
    """Run the main job and return the exit status: 0 fine, 2 could not be run."""
    sys.stdout.write("There is no window yet, so the tool runs here in the terminal.\n\n")
    return main_job.run()


if __name__ == "__main__":
    sys.exit(main())
