"""When the program is at fault the person is told, the log says where, and nothing says what was written."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from ui.failures import MOST_REPORTS, SENTENCE, FailureReports, place_of

if TYPE_CHECKING:
    from pathlib import Path

    from tests.ui.conftest import StandingClock

WRITTEN = "Zebedee was bruised"


def failure() -> ValueError:
    try:
        raise ValueError(WRITTEN)
    except ValueError as error:
        return error


@pytest.fixture
def told() -> list[str]:
    return []


@pytest.fixture
def reports(tmp_path: Path, told: list[str], clock: StandingClock) -> FailureReports:
    return FailureReports(tmp_path / "log" / "failures.log", told.append, clock)


def test_it_says_where_and_never_what(reports: FailureReports, told: list[str], tmp_path: Path) -> None:
    """The log has the kind and the place, and neither it nor the message has the text."""

    error = failure()
    reports.report(error, error.__traceback__)
    log = (tmp_path / "log" / "failures.log").read_text(encoding="utf-8")

    assert told == [SENTENCE]
    assert "ValueError at test_failures.py:" in log
    assert WRITTEN not in log + SENTENCE


def test_one_that_repeats_is_reported_once(reports: FailureReports, told: list[str], clock: StandingClock) -> None:
    """A failure in painting comes again and again: it is told once in ten seconds."""

    error = failure()
    for _ in range(5):
        reports.report(error, error.__traceback__)
    clock.moment += timedelta(seconds=11)
    reports.report(error, error.__traceback__)

    assert len(told) == 2


def test_reports_come_to_an_end(reports: FailureReports, told: list[str], clock: StandingClock) -> None:
    """However many failures there are, the log and the person are spared after a while."""

    error = failure()
    for _ in range(MOST_REPORTS + 20):
        clock.moment += timedelta(minutes=1)
        reports.report(error, error.__traceback__)

    assert len(told) == MOST_REPORTS


def test_a_log_that_cannot_be_written_is_let_go(tmp_path: Path, told: list[str], clock: StandingClock) -> None:
    """Where no log can be written the person is told all the same."""

    (tmp_path / "taken").write_text("", encoding="utf-8", newline="\n")
    reports = FailureReports(tmp_path / "taken" / "log", told.append, clock)
    reports.report(failure(), None)

    assert told == [SENTENCE]
    assert "an unknown place" in place_of(failure(), None)
