"""`threshold assess`: text, JSON and records, and everything that can be wrong with what goes in."""

from __future__ import annotations

import errno
import os
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.cli.commands import CASE, DOCUMENT, Shell, assert_refused

if TYPE_CHECKING:
    from pathlib import Path

NEVER_SAID = ("no risk", "score", "%", " safe ", "safe.")


def write_case(folder: Path, text: str, name: str = "mine.yaml") -> Path:
    """A case file with this text."""
    file = folder / name
    file.write_text(text, encoding="utf-8", newline="\n")
    return file


def case_with(folder: Path, children: str, family: str = "{danger-now: no}", rest: str = "") -> Path:
    """A case with these children and family answers."""
    head = "format: threshold-case/1\non: 2026-11-16\n"
    return write_case(folder, f"{head}children: {children}\nfamily: {family}\n{rest}")


def test_each_child_has_level_reasons_and_steps(shell: Shell) -> None:
    """The text names each child's level, the page behind it, what is not known, and what to do."""

    ran = shell("assess", DOCUMENT, CASE)

    assert ran.status == 0
    assert "Child A: Level 2: early help" in ran.out
    assert "Does this child sleep in class? Yes (p.6)" in ran.out
    assert "How does drink affect care? It could lead to Level 3: child in need." in ran.out
    assert 'Has this child told somebody of harm? If the answer were "Suspected"' in ran.out
    assert "Offer help. By Monday 7 December 2026." in ran.out
    assert "Tell the school." in ran.out
    assert "Decide with others." in ran.out


def test_danger_is_the_first_line(shell: Shell) -> None:
    """999 comes before everything else, with the urgent contacts."""

    first, second, *_ = shell("assess", DOCUMENT, CASE).out.splitlines()

    assert "999" in first
    assert "01632 960001" in second


@pytest.mark.parametrize("answers", ["{told: yes}", "{told: suspected}"])
def test_a_statutory_level_says_first_what_to_do(shell: Shell, tmp_path: Path, answers: str) -> None:
    """At a statutory level the steps stand before the reasons, with the law."""

    case = case_with(tmp_path, f"[{{ref: A, age: 8 years, answers: {answers}}}]")
    out = shell("assess", DOCUMENT, case).out

    assert "section 47 of the Children Act 1989" in out
    assert out.index("Telephone now. At once.") < out.index("p.3")


def test_danger_calls_for_action_at_once(shell: Shell, tmp_path: Path) -> None:
    """An immediate answer says so under the child's level."""

    case = case_with(tmp_path, "[{ref: A, age: 8 years}]", "{danger-now: yes}")

    assert "Act at once. Call 999" in shell("assess", DOCUMENT, case).out


def test_the_highest_child_comes_first(shell: Shell, tmp_path: Path) -> None:
    """With several children the headline is the highest, and that child is shown first."""

    case = case_with(
        tmp_path, "[{ref: A, age: 8 years, answers: {told: no}}, {ref: B, age: 3 years, answers: {told: yes}}]"
    )
    out = shell("assess", DOCUMENT, case).out

    assert "Highest level of any child: Level 4: child protection" in out
    assert out.index("Child B:") < out.index("Child A:")


@pytest.mark.parametrize("answer", ["no", "yes", "not-known", "suspected"])
def test_words_that_are_never_said(shell: Shell, tmp_path: Path, answer: str) -> None:
    """No result, high or low, speaks of safety, risk, scores or shares in a hundred."""

    case = case_with(tmp_path, f"[{{ref: A, age: 8 years, answers: {{told: {answer}, sleeps: no}}}}]")
    out = shell("assess", DOCUMENT, case).out.casefold()

    assert [word for word in NEVER_SAID if word in out] == []


def test_answers_that_did_not_count_are_shown(shell: Shell, tmp_path: Path) -> None:
    """What was typed to a question that cannot be asked of this child is listed, never dropped."""

    case = case_with(tmp_path, "[{ref: A, due: 2027-02-01, answers: {told: yes}}]")
    out = shell("assess", DOCUMENT, case).out

    assert "left out because" in out
    assert "Has this child told somebody of harm? Yes" in out


def test_guarded_contact_is_shown(shell: Shell, tmp_path: Path) -> None:
    """A way of reaching the family that may put somebody in danger is warned of."""

    case = case_with(tmp_path, "[{ref: A, age: 8 years}]", rest="guarded_contact: {phone: no}\n")

    assert "Do not telephone the family" in shell("assess", DOCUMENT, case).out


def test_json_has_the_promised_shape(shell: Shell) -> None:
    """One case gives one object; every promised key of a child is there."""

    data = shell("assess", DOCUMENT, CASE, "--json").json

    assert set(data) == {"document", "headline", "children"}
    assert set(data["document"]) == {"id", "edition", "fingerprint"}
    keys = "ref level basis lowest highest statutory immediate reasons also sufficient unknowns would_raise require "
    keys += "actions set_aside not_in_document"
    assert all(set(keys.split()) <= set(child) for child in data["children"])


def test_several_cases_give_a_list_in_order(shell: Shell, tmp_path: Path) -> None:
    """With several cases the JSON is a list as they were named."""

    other = case_with(tmp_path, "[{ref: Z, age: 8 years, answers: {told: yes}}]")
    data = shell("assess", DOCUMENT, other, CASE, "--json").json

    assert [entry["children"][0]["ref"] for entry in data] == ["Z", "A"]


def test_a_vignette_is_a_case_too(shell: Shell) -> None:
    """A vignette can be assessed like any case."""

    assert shell("assess", DOCUMENT, DOCUMENT.parent / "vignettes" / "asleep.yaml").status == 0


# What goes in


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", ""),
        ("just words\n", ""),
        ("format: threshold-case/1\n", "on"),
        ("format: threshold-case/9\non: 2026-11-16\nchildren: [{ref: A}]\n", "format"),
        ("format: threshold-case/1\non: 2026-11-16\nchildren: [{ref: A, age: 8 years, answers: {tol", ""),
        ("format: threshold-case/1\non: 2026-11-16\nchildren: &x [*x]\n", ""),
        ("format: threshold-case/1\non: !!python/object:os.system 2026-11-16\nchildren: [{ref: A}]\n", ""),
        ("format: threshold-case/1\non: 2026-11-16\nchildren: {ref: A}\n", "children"),
        ("format: threshold-case/1\non: 2026-11-16\nchildren: []\n", "children"),
        ("format: threshold-case/1\non: soon\nchildren: [{ref: A}]\n", "[bad-date]"),
        ("format: threshold-case/1\non: 2026-11-16\nchildren: [{ref: A}, {ref: A}]\n", "[duplicate-id]"),
        ("format: threshold-case/1\non: 2026-11-16\nchildren: [{ref: A, age: 800 years}]\n", "[bad-age]"),
        ("format: threshold-case/1\non: 2026-11-16\nchildren: [{ref: A, age: eight}]\n", "[bad-age]"),
        ("format: threshold-case/1\non: 2026-11-16\nchildren: [{ref: A, born: 2027-01-01}]\n", "[bad-age]"),
        ("format: threshold-case/1\non: 2026-11-16\nchildren: [{ref: A, due: 2026-01-01}]\n", "[bad-age]"),
        ("format: threshold-case/1\non: 2026-11-16\nchildren: [{ref: A, colour: red}]\n", "colour"),
    ],
)
def test_a_case_with_problems_is_refused(shell: Shell, tmp_path: Path, text: str, words: str) -> None:
    """Half-written, hostile and absurd cases end with one sentence and the list of problems."""

    file = write_case(tmp_path, text)
    ran = shell("assess", DOCUMENT, file)

    assert_refused(ran, "mine.yaml has problems", ": error: ", words)
    assert ran.out == ""


@pytest.mark.parametrize(
    ("children", "family", "words"),
    [
        ("[{ref: A, answers: {sleps: yes}}]", "{}", "Did you mean `sleeps`?"),
        ("[{ref: A, answers: {sleeps: maybe}}]", "{}", "maybe"),
        ("[{ref: A, answers: {attendance: 140}}]", "{}", "140"),
        ("[{ref: A, answers: {attendance: often}}]", "{}", "often"),
        ("[{ref: A}]", "{sleeps: yes}", "each child"),
    ],
)
def test_a_case_that_does_not_fit_is_refused(
    shell: Shell, tmp_path: Path, children: str, family: str, words: str
) -> None:
    """Unknown questions and answers are errors with their place: a slip must not lose a concern."""

    ran = shell("assess", DOCUMENT, case_with(tmp_path, children, family))

    assert_refused(ran, "does not fit", words, "mine.yaml:3" if children.count("answers") else "mine.yaml:4")


def test_problems_of_a_case_are_in_the_json(shell: Shell, tmp_path: Path) -> None:
    """With --json the problems come with their places."""

    ran = shell("assess", DOCUMENT, case_with(tmp_path, "[{ref: A, answers: {sleps: yes}}]"), "--json")

    assert ran.status == 2
    assert [(p["code"], p["line"]) for p in ran.json["problems"]] == [("not-in-document", 3)]


def test_unknown_questions_can_be_allowed(shell: Shell, tmp_path: Path) -> None:
    """With --allow-unknown-questions they are listed and the rest counts."""

    case = case_with(tmp_path, "[{ref: A, age: 8 years, answers: {elsewhere: yes, told: yes}}]")
    data = shell("assess", DOCUMENT, case, "--allow-unknown-questions", "--json").json
    text = shell("assess", DOCUMENT, case, "--allow-unknown-questions").out

    assert data["children"][0]["not_in_document"] == ["elsewhere"]
    assert data["headline"] == "child-protection"
    assert "elsewhere" in text


def test_what_cannot_be_read_is_refused(shell: Shell, tmp_path: Path) -> None:
    """A folder, a missing file with a near name, a missing folder and a file that is too large."""

    write_case(tmp_path, "x", "monday.yaml")
    (tmp_path / "large.yaml").write_bytes(b"#" * 2_000_001)

    assert_refused(shell("assess", DOCUMENT, tmp_path), "folder")
    assert_refused(shell("assess", DOCUMENT, tmp_path / "mondays.yaml"), "Did you mean `monday.yaml`?")
    assert_refused(shell("assess", DOCUMENT, tmp_path / "no" / "case.yaml"), "There is no folder")
    assert_refused(shell("assess", DOCUMENT, tmp_path / "large.yaml"), "larger")
    assert_refused(shell("assess", DOCUMENT, "a\0b"), "name of a file")
    assert_refused(shell("assess", "", CASE), "Name a document")


def test_a_file_without_permission_is_refused(shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A case that may not be read says so."""

    file = write_case(tmp_path, "x")
    real = type(file).open

    def refuse(path: Path, *arguments: Any, **options: Any) -> Any:
        if path == file:
            raise PermissionError(errno.EACCES, "Permission denied")
        return real(path, *arguments, **options)

    monkeypatch.setattr(type(file), "open", refuse)

    assert_refused(shell("assess", DOCUMENT, file), "permission")


def test_a_document_with_problems_is_refused(shell: Shell, tmp_path: Path) -> None:
    """`assess` does not go on with a document that has errors."""

    bad = tmp_path / "bad.yaml"
    bad.write_text("format: threshold-document/1\nid: bad\n", encoding="utf-8", newline="\n")

    assert_refused(shell("assess", bad, CASE), "bad.yaml has problems", "levels")


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.binary(max_size=60), at=st.integers(0, 400))
def test_no_bytes_make_it_fail(shell: Shell, tmp_path: Path, data: bytes, at: int) -> None:
    """A case with any bytes written into it is either assessed or refused in a sentence."""

    whole = CASE.read_bytes()
    file = tmp_path / "case.yaml"
    file.write_bytes(whole[:at] + data + whole[at + len(data) :])
    ran = shell("assess", DOCUMENT, file, "--json")

    assert ran.status in {0, 2}
    assert ("error" in ran.json) == (ran.status == 2)
    assert "fault of the tool" not in ran.out


# Records


def test_the_record_is_written_and_named(shell: Shell, tmp_path: Path) -> None:
    """--pdf and --html write both records, and the text says where they are."""

    pdf, page = tmp_path / "record.pdf", tmp_path / "record.html"
    ran = shell("assess", DOCUMENT, CASE, "--pdf", pdf, "--html", page)

    assert ran.status == 0
    assert pdf.read_bytes().startswith(b"%PDF-")
    assert "Small Levels" in page.read_text(encoding="utf-8")
    assert f"The record is in {pdf}." in ran.out


def test_an_earlier_record_is_replaced(shell: Shell, tmp_path: Path) -> None:
    """A file of that name is written over, as its help says."""

    pdf = tmp_path / "record.pdf"
    pdf.write_bytes(b"old")

    assert shell("assess", DOCUMENT, CASE, "--pdf", pdf, "--json").json["headline"] == "early-help"
    assert pdf.read_bytes() != b"old"


@pytest.mark.parametrize("as_json", [True, False])
def test_a_full_disk_leaves_the_old_record(
    shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, as_json: bool
) -> None:
    """When the disk is full the old file stays, nothing half-written is left, and the text result still shows."""

    def full(_file: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr("threshold_tool.files.os.fsync", full)
    pdf = tmp_path / "record.pdf"
    pdf.write_bytes(b"old")
    ran = shell("assess", DOCUMENT, CASE, "--pdf", pdf, *(["--json"] if as_json else []))

    assert ran.status == 2
    assert "the disk is full" in (ran.json["error"] if as_json else ran.err)
    assert as_json or "Child A: Level 2: early help" in ran.out
    assert pdf.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [pdf]


def test_a_record_needs_a_place_of_its_own(shell: Shell, tmp_path: Path) -> None:
    """Folders, missing folders, empty names, one name twice, and the case itself are refused."""

    case = write_case(tmp_path, CASE.read_text(encoding="utf-8"))
    before = case.read_bytes()

    assert_refused(shell("assess", DOCUMENT, case, "--pdf", case), "would replace")
    assert_refused(shell("assess", DOCUMENT, case, "--html", tmp_path / "." / "mine.yaml"), "would replace")
    assert_refused(shell("assess", DOCUMENT, case, "--pdf", "x", "--html", "x"), "same file")
    assert_refused(shell("assess", DOCUMENT, case, "--pdf", ""), "--pdf")
    assert shell("assess", DOCUMENT, case, "--pdf", tmp_path).status == 2
    assert shell("assess", DOCUMENT, case, "--pdf", tmp_path / "no" / "x.pdf").status == 2
    assert case.read_bytes() == before
    assert list(tmp_path.iterdir()) == [case]


def test_one_record_holds_one_case(shell: Shell, tmp_path: Path) -> None:
    """Several cases and a record do not go together."""

    assert_refused(shell("assess", DOCUMENT, CASE, CASE, "--pdf", tmp_path / "x.pdf"), "one case")
    assert list(tmp_path.iterdir()) == []


def test_the_supplied_example_is_assessed(shell: Shell) -> None:
    """The document and the case that we ship go together."""

    from threshold_tool.paths import example_cases_folder

    ran = shell("assess", "exampleshire", example_cases_folder() / "mondays.yaml")

    assert ran.status == 0, ran.err
    assert "999" in ran.out.splitlines()[0]
