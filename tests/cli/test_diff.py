"""`threshold diff`: what changes, what does not, files, exit statuses, and what can be wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.cli.commands import DOCUMENT, Shell, assert_refused
from threshold_tool.documents.condition_words import quoted

if TYPE_CHECKING:
    from pathlib import Path

ON = ("--on", "2026-07-01")


def edition(folder: Path, *changes: tuple[str, str]) -> Path:
    """A second edition of the small document."""
    text = DOCUMENT.read_text(encoding="utf-8").replace('edition: "1"', 'edition: "2"')
    for before, after in changes:
        assert before in text
        text = text.replace(before, after, 1)
    file = folder / "second.yaml"
    file.write_text(text, encoding="utf-8", newline="\n")
    return file


LOWERED = ("often: {level: child-in-need, cite: p.5}", "often: {level: early-help, cite: p.5}")
NOT_KNOWN_ALONE = "not-known: {level: early-help, cite: p.2}"
REWORDED = ("ask: How does drink affect care?", "ask: What does drink do to care?")


def test_no_change_is_proved(shell: Shell, tmp_path: Path) -> None:
    """Other words alone: status 0, the proof is claimed, the words are listed apart."""

    ran = shell("diff", DOCUMENT, edition(tmp_path, REWORDED), *ON)

    assert ran.status == 0
    assert "No change in meaning: proved" in ran.out
    assert "Wording alone" in ran.out
    assert "before: How does drink affect care? Now: What does drink do to care?" in ran.out


def test_a_lowered_placement_is_shown(shell: Shell, tmp_path: Path) -> None:
    """Status 1; from which level to which, that it is lower, the case in words, the clause with its pages."""

    ran = shell("diff", DOCUMENT, edition(tmp_path, LOWERED), *ON)

    assert ran.status == 1
    assert "From Level 3: child in need to Level 2: early help" in ran.out
    assert "Lower than before." in ran.out
    assert f"{quoted('How does drink affect care?')} is answered {quoted('Often')}" in ran.out
    assert "`drink-effect=often`: before Level 3: child in need (p.5); now Level 2: early help (p.5)." in ran.out
    assert "No change in meaning" not in ran.out


def test_an_action_for_what_is_not_known_is_a_change(shell: Shell, tmp_path: Path) -> None:
    """What `not-known` calls for is part of the meaning, though no complete case shows it."""

    new = edition(tmp_path, ("not-known: {level: early-help, require: [ask-again], cite: p.2}", NOT_KNOWN_ALONE))
    data = shell("diff", DOCUMENT, new, "--json", *ON).json

    assert data["equivalent"] is False
    (change,) = data["other"]
    assert (change["kind"], change["about"], change["new"]) == ("require", "ask-again", False)
    assert change["clauses"] == ["told=not-known"]
    assert change["witness"]["children"][0]["answers"]["told"] == "not-known"


def test_json_has_the_promised_shape(shell: Shell, tmp_path: Path) -> None:
    """Changes with witness and clauses, other changes, and the verdict."""

    data = shell("diff", DOCUMENT, edition(tmp_path, LOWERED, REWORDED), "--json", *ON).json

    assert {"changes", "other", "equivalent"} <= set(data)
    assert data["equivalent"] is False
    moves = {(one["from"], one["to"]): one for one in data["changes"]}
    assert moves[("child-in-need", "early-help")]["clauses"] == ["drink-effect=often"]
    assert moves[("child-in-need", "early-help")]["witness"]["format"] == "threshold-case/1"
    assert [one["place"] for one in data["wording"]] == [["questions", "drink-effect", "ask"]]


def test_what_is_not_decided_is_not_called_the_same(shell: Shell, tmp_path: Path) -> None:
    """With next to no steps the verdict is open: null, status 1, and what to do."""

    new = edition(tmp_path, ("n: 3, different_themes: 2", "n: 3, different_themes: 1"))
    ran = shell("diff", DOCUMENT, new, "--steps", "1", *ON)
    data = shell("diff", DOCUMENT, new, "--steps", "1", "--json", *ON).json

    assert ran.status == 1
    assert data["equivalent"] is not True
    assert "No change in meaning" not in ran.out
    assert data["not_decided"]
    assert "--steps 10" in ran.out


def test_the_review_pack_is_written(shell: Shell, tmp_path: Path) -> None:
    """As PDF and as HTML, with room for the board's decision."""

    pdf, html = tmp_path / "pack.pdf", tmp_path / "pack.html"
    ran = shell("diff", DOCUMENT, edition(tmp_path, LOWERED), "--pdf", pdf, "--html", html, *ON)

    assert str(pdf) in ran.out
    assert pdf.read_bytes().startswith(b"%PDF")
    page = html.read_text(encoding="utf-8")
    assert "Decision of the board" in page
    assert "From Level 3: child in need to Level 2: early help" in page


def test_vignettes_that_move_are_named(shell: Shell, tmp_path: Path) -> None:
    """By title and child, from which level to which."""

    vignette = tmp_path / "evenings.yaml"
    vignette.write_text(
        "format: threshold-case/1\ntitle: Evenings\non: 2026-07-01\n"
        "children: [{ref: A, age: 6 years}]\nfamily: {drink-concern: yes, drink-effect: often}\n",
        encoding="utf-8",
        newline="\n",
    )
    ran = shell("diff", DOCUMENT, edition(tmp_path, LOWERED), "--vignettes", vignette, *ON)

    assert "1 child of 1 in the vignettes moves." in ran.out
    assert "Evenings, child A: from Level 3: child in need to Level 2: early help" in ran.out


def test_the_old_edition_is_never_written_over(shell: Shell, tmp_path: Path) -> None:
    """A file that is read is not a file to write."""

    new = edition(tmp_path, LOWERED)

    assert_refused(shell("diff", DOCUMENT, new, "--html", new, *ON), "would replace")


@pytest.mark.parametrize("second", ["nowhere", "missing.yaml"])
def test_an_unknown_document_is_refused(shell: Shell, second: str) -> None:
    """In one sentence, with status 2."""

    assert_refused(shell("diff", DOCUMENT, second, *ON))


def test_a_refused_document_is_explained(shell: Shell, tmp_path: Path) -> None:
    """Its problems are listed: it cannot be compared."""

    broken = edition(tmp_path, ("when_nothing_matches: universal", "when_nothing_matches: nowhere"))
    ran = shell("diff", DOCUMENT, broken, *ON)

    assert ran.status == 2
    assert "nowhere" in ran.err + ran.out


def test_an_answer_that_only_one_edition_offers_is_not_called_the_same(shell: Shell, tmp_path: Path) -> None:
    """No case can give it under both editions, so status 1 and the answer is named."""

    new = edition(
        tmp_path,
        ("{id: none, text: No effect}, ", "{id: none, text: No effect}, {id: seldom, text: Seldom}, "),
    )
    ran = shell("diff", DOCUMENT, new, *ON)

    assert ran.status == 1
    assert "`drink-effect=seldom`: new." in ran.out
    assert "No change in meaning" not in ran.out
