"""`threshold interview`: a whole sitting at the terminal, typed line by line."""

from __future__ import annotations

import errno
import json
import os
from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.cli.commands import DOCUMENT, Shell, assert_refused
from threshold_tool.cases.loader import require_case

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.commands import Ran

ON = ("--on", "2026-11-16")
ONE_CHILD = ["8 years", "", ""]  # no more children; role: other
TWO_CHILDREN = ["8 years", "due 1/2/2027", "", "1"]
NO_CONCERN = ["1", "1", "1", "1", "95", "1"]  # every question of the small document, for one child of eight
END = ["", "", "n"]  # no own view, agree, keep nothing


def interview(shell: Shell, *typed: str, options: tuple[object, ...] = ()) -> Ran:
    """The interview on the small document with these lines typed."""
    return shell("interview", DOCUMENT, *ON, *options, typed=list(typed))


def test_danger_is_the_first_line(shell: Shell) -> None:
    """999 and the urgent contact come before any question."""

    first, second, *_ = interview(shell).out.splitlines()

    assert "999" in first
    assert "Front Desk, 01632 960001" in second


def test_a_whole_interview_ends_with_the_result(shell: Shell) -> None:
    """Children, questions, own view, result, decision, and nothing kept."""

    ran = interview(shell, *ONE_CHILD, *NO_CONCERN, *END)

    assert ran.status == 0, ran.out
    assert "Child A: Level 1: universal" in ran.out
    assert ran.out.index("Your own view") < ran.out.index("The result") < ran.out.index("Your decision")
    assert ran.out.endswith("Nothing was kept.\n")


def test_questions_that_cannot_matter_are_not_asked(shell: Shell) -> None:
    """Without concern about drink nobody is asked what it does; with it they are, and told why."""

    without = interview(shell, *ONE_CHILD, *NO_CONCERN, *END)
    with_concern = interview(shell, *ONE_CHILD, "1", "1", "2", "1", "1", "95", "1", *END)

    assert "How does drink affect care?" not in without.out
    assert "How does drink affect care?" in with_concern.out
    assert 'Asked because of the answer "Suspected" to: Does drink worry you?' in with_concern.out


def test_a_family_question_is_asked_once(shell: Shell) -> None:
    """Of two children the danger question is asked once, the child's question of each who can be asked."""

    out = interview(shell, *TWO_CHILDREN, "1", "1", "1", "1", "q").out

    assert out.count("Is a child in danger now?") == 1
    assert out.count("Has this child told somebody of harm?") == 1
    assert "For child A: Does this child sleep in class?" in out
    assert "For child B: Does this child sleep in class?" in out


def test_the_route_is_shown_at_once(shell: Shell) -> None:
    """A statutory answer shows danger, level and steps before the next question, which is then optional."""

    out = interview(shell, *ONE_CHILD, "1", "2", "q").out
    route = out.index("Child A: Level 4: child protection")

    assert out.index("999", route - 200) < route
    assert route < out.index("Telephone now. At once.") < out.index("Does drink worry you?")
    assert "optional" in out[route : out.index("Does drink worry you?")]


def test_an_immediate_answer_says_so_at_once(shell: Shell) -> None:
    """Danger now calls for action before anything else is asked."""

    out = interview(shell, *ONE_CHILD, "2", "q").out

    assert "Act at once. Call 999" in out
    assert out.index("Act at once") < out.index("Has this child told")


def test_the_result_can_be_had_before_the_end(shell: Shell) -> None:
    """`r` leaves the rest unknown and gives the result."""

    ran = interview(shell, *ONE_CHILD, "1", "2", "r", *END)

    assert ran.status == 0
    assert "Does drink worry you? It could" not in ran.out
    assert "The result" in ran.out


def test_not_known_is_an_answer(shell: Shell) -> None:
    """`n` counts as said: its placement decides, and it is among the unknowns."""

    ran = interview(shell, *ONE_CHILD, "1", "n", "r", *END)

    assert "Has this child told somebody of harm? Not known (p.2)" in ran.out


def test_going_back_changes_an_answer(shell: Shell, tmp_path: Path) -> None:
    """`b` shows the answer so far; Enter keeps it; another answer replaces it; later ones stay."""

    save = tmp_path / "case.yaml"
    typed = [*ONE_CHILD, "1", "1", "1", "b", "b", "d", "r", *END]
    ran = interview(shell, *typed, options=("--save", save))
    case = require_case(save).case

    assert "So far: No" in ran.out
    assert case.children[0].answers == {"told": "declined"}
    assert case.family == {"danger-now": "no", "drink-concern": "no"}


def test_back_at_the_first_question_says_so(shell: Shell) -> None:
    """There is nothing before the first question."""

    assert "This is the first question." in interview(shell, *ONE_CHILD, "b", "q").out


def test_why_a_question_is_asked(shell: Shell) -> None:
    """`?` gives the reason and what to look for."""

    out = interview(shell, *ONE_CHILD, "1", "1", "2", "?", "q").out

    assert "Use alone is not harm." in out
    assert "- missed meals" in out


def test_each_child_may_have_its_own_answer(shell: Shell, tmp_path: Path) -> None:
    """`s` asks a family question for each child, and both answers are kept under the children."""

    save = tmp_path / "case.yaml"
    ran = interview(shell, *TWO_CHILDREN, "s", "1", "n", "r", "", "", "", "", "n", options=("--save", save))
    case = require_case(save).case

    assert ran.status == 0, ran.out
    assert [child.answers for child in case.children] == [{"danger-now": "no"}, {"danger-now": "not-known"}]
    assert case.family == {}


def test_an_answer_changed_after_each_child_had_its_own_counts(shell: Shell) -> None:
    """After `s` on a question that the family had answered, going back and saying yes is never lost."""

    out = interview(shell, *TWO_CHILDREN, "1", "b", "s", "1", "1", "b", "2", "q").out

    assert "Act at once. Call 999" in out


def test_asking_each_child_keeps_the_family_answer_of_the_others(shell: Shell, tmp_path: Path) -> None:
    """Enter keeps what the family had answered for this child, and `r` on the way keeps it for those after."""

    save = tmp_path / "case.yaml"
    typed = [*TWO_CHILDREN, "n", "b", "s", "", "r", "", "", "", "", "n"]
    ran = interview(shell, *typed, options=("--save", save))

    assert ran.status == 0, ran.out
    assert [child.answers["danger-now"] for child in require_case(save).case.children] == ["not-known", "not-known"]


def test_going_back_while_each_child_is_asked(shell: Shell) -> None:
    """`b` leaves the asking of each child; what was answered for the first is shown, and may be changed."""

    out = interview(shell, *TWO_CHILDREN, "s", "1", "b", "2", "q").out

    assert "For child A: Is a child in danger now?" in out
    assert "So far: No" in out
    assert "Act at once. Call 999" in out


def test_why_a_question_is_asked_of_each_child(shell: Shell) -> None:
    """`?` explains while each child is asked, and the question stands."""

    out = interview(shell, *TWO_CHILDREN, "s", "?", "1", "1", "q").out

    assert "The document says nothing more about this question." in out
    assert "Type a number" not in out


@pytest.mark.parametrize(("children", "offered"), [(ONE_CHILD, False), (TWO_CHILDREN, True)])
def test_a_different_answer_for_each_child_is_offered(shell: Shell, children: list[str], *, offered: bool) -> None:
    """The prompt names `s` where there are two children to tell apart."""

    out = interview(shell, *children, "q").out

    assert ("n d ? b s r q" in out) is offered


@pytest.mark.parametrize("typed", ["4", "0", "x", "", "1 2", "²", "-1", "999999999999"])
def test_what_is_no_answer_is_asked_again(shell: Shell, typed: str) -> None:
    """Anything but an answer or a letter is explained, and the question stands."""

    ran = interview(shell, *ONE_CHILD, typed, "1", "q")

    assert "Type a number from 1 to 2" in ran.out
    assert "Has this child told" in ran.out


@pytest.mark.parametrize("typed", ["lots", "101", "-3", "9e1"])
def test_a_number_outside_the_range_is_asked_again(shell: Shell, typed: str) -> None:
    """A number question takes only numbers of its range."""

    ran = interview(shell, *ONE_CHILD, "1", "1", "1", "1", typed, "95", "q")

    assert "The answer to `attendance`" in ran.out
    assert "Who does this child trust?" in ran.out


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("", "date of birth"),
        ("?", "date of birth"),
        ("b", "date of birth"),
        ("-3 years", "is not an age"),
        ("8", "8 years, 8 months"),
        ("800 years", "25 years"),
        ("Sam", "is not an age"),
        ("2030-01-01", "after the assessment date"),
        ("31/2/2020", "calendar"),
        ("due soon", "is not a date"),
    ],
)
def test_an_age_that_cannot_be_is_asked_again(shell: Shell, typed: str, words: str) -> None:
    """An age is explained until it is one that a child can have."""

    ran = interview(shell, typed, *ONE_CHILD, "q")

    assert words in ran.out
    assert "Immediate danger" in ran.out


def test_ages_are_kept_as_they_were_said(shell: Shell, tmp_path: Path) -> None:
    """An age, a birth date in British order, a due date and not known reach the case."""

    save = tmp_path / "case.yaml"
    ages = ["8 years", "2/3/2018", "due 2027-02-01", "n", "", ""]
    interview(shell, *ages, "r", *[""] * 8, "n", options=("--save", save))
    a, b, c, d = require_case(save).case.children

    assert str(a.age) == "8 years"
    assert b.born is not None
    assert b.born.isoformat() == "2018-03-02"
    assert c.due is not None
    assert (d.age, d.born, d.due) == (None, None, None)


def test_a_child_typed_wrongly_can_be_typed_again(shell: Shell, tmp_path: Path) -> None:
    """`b` among the children takes the one before away and asks for it again."""

    save = tmp_path / "case.yaml"
    interview(shell, "8 years", "2 years", "b", "3 years", "", "", "r", *[""] * 4, "n", options=("--save", save))

    assert [str(child.age) for child in require_case(save).case.children] == ["8 years", "3 years"]


# The person's own view and decision


def test_a_route_shown_early_is_kept_with_the_case(shell: Shell, tmp_path: Path) -> None:
    """The case says that the route came before the own view, and says nothing of it where none was shown."""

    urgent, calm = tmp_path / "urgent.yaml", tmp_path / "calm.yaml"
    interview(shell, *ONE_CHILD, "2", "r", *[""] * 2, "n", options=("--save", urgent))
    interview(shell, *ONE_CHILD, *NO_CONCERN, *[""] * 2, "n", options=("--save", calm))

    assert require_case(urgent).case.route_shown_early == ("A",)
    assert require_case(calm).case.route_shown_early == ()


def test_going_up_is_free(shell: Shell, tmp_path: Path) -> None:
    """A higher level is taken without a reason."""

    save = tmp_path / "case.yaml"
    ran = interview(shell, *ONE_CHILD, *NO_CONCERN, "2", "4", "", "n", options=("--save", save))
    case = require_case(save).case

    assert ran.status == 0, ran.out
    assert case.own_view == {"A": "early-help"}
    assert case.decision["A"].level == "child-protection"
    after = ran.out[ran.out.index("Child A, as you decided: Level 4: child protection") :]
    assert "Telephone now." in after


def test_agreeing_shows_nothing_twice(shell: Shell) -> None:
    """What to do is shown again only where the person went higher."""

    ran = interview(shell, *ONE_CHILD, *NO_CONCERN, "2", "", "n")

    assert ran.status == 0, ran.out
    assert "as you decided" not in ran.out


def test_going_down_needs_reason_and_manager(shell: Shell, tmp_path: Path) -> None:
    """A lower level is asked again until both are there."""

    save = tmp_path / "case.yaml"
    down = ["1", "", "", "1", "Seen today", "", "1", "Seen today", "Head of year"]
    ran = interview(shell, *ONE_CHILD, "1", "2", "r", "", *down, "n", options=("--save", save))
    decision = require_case(save).case.decision["A"]

    assert ran.status == 0, ran.out
    assert ran.out.count("A lower level needs") == 2
    assert (decision.level, decision.reason, decision.manager) == ("universal", "Seen today", "Head of year")


# Leaving


@pytest.mark.parametrize("typed", [[], ["8 years"], ["8 years", "", ""], [*ONE_CHILD, "1", "2"]])
def test_the_end_of_input_is_calm(shell: Shell, tmp_path: Path, typed: list[str]) -> None:
    """Input that ends anywhere leaves with status 2, keeps nothing, and says so."""

    ran = interview(shell, *typed, options=("--save", tmp_path / "case.yaml"))

    assert ran.status == 2
    assert ran.out.endswith("Stopped. Nothing was kept.\n")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(("keep", "kept"), [("y", True), ("n", False)])
def test_stopping_asks_whether_to_keep(shell: Shell, tmp_path: Path, keep: str, *, kept: bool) -> None:
    """`q` with --save asks, and does what was said; what is kept reads back as a case."""

    save = tmp_path / "case.yaml"
    ran = interview(shell, *ONE_CHILD, "1", "q", keep, options=("--save", save))

    assert ran.status == 2
    assert save.exists() is kept
    assert not kept or require_case(save).case.family == {"danger-now": "no"}


def test_stopping_without_a_file_says_that_nothing_is_kept(shell: Shell) -> None:
    """`q` without --save asks nothing."""

    ran = interview(shell, *ONE_CHILD, "1", "q")

    assert ran.status == 2
    assert ran.out.endswith("Stopped. Nothing was kept.\n")


def test_stopping_by_the_keyboard_is_calm(
    shell: Shell, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ctrl-C leaves like `q`, without a word of Python's."""

    from threshold_tool.cli.main import main

    def interrupted() -> str:
        raise KeyboardInterrupt

    monkeypatch.setattr("sys.stdin", SimpleNamespace(readline=interrupted))
    status = main(["interview", str(DOCUMENT)])
    printed = capsys.readouterr()

    assert status == 2
    assert printed.out.endswith("Stopped. Nothing was kept.\n")
    assert printed.err == ""


# Keeping


def test_a_case_that_is_there_is_not_written_over(shell: Shell, tmp_path: Path) -> None:
    """--save names a new file; the sitting does not begin otherwise."""

    save = tmp_path / "case.yaml"
    save.write_text("mine", encoding="utf-8", newline="\n")

    assert_refused(interview(shell, options=("--save", save)), "is there already")
    assert_refused(interview(shell, options=("--save", tmp_path / "no" / "x.yaml")), "There is no folder")
    assert_refused(interview(shell, options=("--pdf", DOCUMENT)), "would replace")
    assert save.read_text(encoding="utf-8") == "mine"


def test_the_saved_case_gives_the_same_result(shell: Shell, tmp_path: Path) -> None:
    """What is kept is assessed as it was in the sitting, own view and decision included."""

    save = tmp_path / "case.yaml"
    sitting = interview(
        shell, *TWO_CHILDREN, "1", "2", "2", "3", "r", *[""] * 4, "n", options=("--save", save, "--json")
    )
    again = shell("assess", DOCUMENT, save, "--json")

    assert sitting.status == 0, sitting.err
    assert again.json == sitting.json


def test_json_goes_alone_to_the_standard_output(shell: Shell) -> None:
    """With --json the talk goes to the standard error and the result to the standard output."""

    ran = interview(shell, *ONE_CHILD, *NO_CONCERN, *END, options=("--json",))

    assert ran.json["headline"] == "universal"
    assert "Is a child in danger now?" in ran.err


def test_a_record_that_cannot_be_written_may_go_elsewhere(
    shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """When writing fails the answers are not lost: another file is asked for."""

    real, calls = os.fsync, []

    def full_at_first(file: int) -> None:
        calls.append(file)
        if len(calls) == 1:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        real(file)

    monkeypatch.setattr("threshold_tool.files.os.fsync", full_at_first)
    first, second = tmp_path / "first.pdf", tmp_path / "second.pdf"
    ran = interview(shell, *ONE_CHILD, *NO_CONCERN, "", "", str(second), options=("--pdf", first))

    assert ran.status == 0, ran.err
    assert "the disk is full" in ran.out
    assert not first.exists()
    assert second.read_bytes().startswith(b"%PDF-")


def test_a_record_that_cannot_be_written_at_all_is_an_error(
    shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """When the disk is full and nobody answers, the command ends with that sentence and leaves no file."""

    def full(_file: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr("threshold_tool.files.os.fsync", full)
    ran = interview(shell, *ONE_CHILD, *NO_CONCERN, "", "", options=("--pdf", tmp_path / "x.pdf"))

    assert ran.status == 2
    assert "the disk is full" in ran.err
    assert list(tmp_path.iterdir()) == []


def test_a_record_is_kept_only_after_a_yes(shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a file named, the end asks; yes puts a PDF into the person's own folder."""

    monkeypatch.setattr("threshold_tool.paths.records_folder", lambda: tmp_path)
    refused = interview(shell, *ONE_CHILD, *NO_CONCERN, *END)
    nothing = list(tmp_path.iterdir())
    kept = interview(shell, *ONE_CHILD, *NO_CONCERN, "", "", "y")

    assert refused.out.endswith("Nothing was kept.\n")
    assert nothing == []
    assert "Kept in" in kept.out
    assert [file.name for file in tmp_path.iterdir()] == ["record-2026-11-16.pdf"]


def test_an_offered_record_that_cannot_be_written_leaves_no_file(
    shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The empty file made for the record is taken away when the person goes on without it."""

    def full(_file: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr("threshold_tool.paths.records_folder", lambda: tmp_path)
    monkeypatch.setattr("threshold_tool.files.os.fsync", full)
    ran = interview(shell, *ONE_CHILD, *NO_CONCERN, "", "", "y", "")

    assert ran.status == 0
    assert ran.out.endswith("Nothing was kept.\n")
    assert list(tmp_path.iterdir()) == []


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    lines=st.lists(
        st.sampled_from(["", "1", "2", "3", "n", "d", "b", "?", "s", "r", "q", "y", "8 years", "95"])
        | st.text(st.characters(blacklist_characters="\n\r", blacklist_categories=["Cs"]), max_size=6),
        max_size=40,
    )
)
def test_no_typing_makes_it_fail(
    shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, lines: list[str]
) -> None:
    """Whatever is typed, the sitting ends with status 0 or 2, a record nowhere, and no fault of the tool."""

    monkeypatch.setattr("threshold_tool.reports.record_file.write_record", lambda *_: None)
    monkeypatch.setattr("threshold_tool.paths.new_file", lambda folder, stem, suffix: folder / f"{stem}{suffix}")
    save = tmp_path / "case.yaml"
    save.unlink(missing_ok=True)
    ran = shell("interview", DOCUMENT, *ON, "--json", "--save", save, typed=lines)

    assert ran.status in {0, 2}
    assert "fault of the tool" not in ran.err + ran.out
    if ran.status == 0:
        assert json.loads(ran.out)["children"]
        assert require_case(save)


def test_the_supplied_document_can_be_asked(shell: Shell) -> None:
    """The interview runs on the document that we ship."""

    ran = shell("interview", "exampleshire", *ON, typed=[*ONE_CHILD, "1", "n", "r", "", "", "n"])

    assert ran.status == 0, ran.err
    assert "The result" in ran.out
