from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.documents.written import GOOD, codes, edited, load_text, write

if TYPE_CHECKING:
    from pathlib import Path

    from threshold_tool.documents.loader import LoadResult
    from threshold_tool.documents.model import ThresholdDocument

HEAD = 'format: threshold-document/1\nid: villageshire\nedition: "2"\nextends: {id: smallshire, edition: "1"}\n'
NEW_LEVEL = (
    "levels:\n  - {id: child-in-need, ABOVE name: Level 2b, code: 2b, colour: '#c2410c', statutory: STATUTORY, "
    "meaning: Between, consent: {rule: sought}, actions: [carry-on]}\n"
)
RULE = "  - {id: ID, level: early-help, when: {child_age: {unborn: true}}, because: So it is, cite: 'p.1'}\n"


def overlaid(folder: Path, own: str, parent: str = GOOD, head: str = HEAD) -> LoadResult:
    write(folder / "smallshire.yaml", parent)
    return load_text(folder, head + own, "village.yaml")


def document(result: LoadResult) -> ThresholdDocument:
    assert result.document is not None, result.problems
    return result.document.document


def test_what_an_overlay_does_not_say_comes_from_the_parent(tmp_path: Path) -> None:
    """Nothing but the names of its own changes in a document that only extends another."""

    (tmp_path / "alone").mkdir()
    parent, child = document(load_text(tmp_path / "alone", GOOD)), document(overlaid(tmp_path, ""))

    assert (child.id, child.edition) == ("villageshire", "2")
    assert child.model_dump(exclude={"id", "edition"}) == parent.model_dump(exclude={"id", "edition"})


def test_placements_are_replaced_answer_by_answer(tmp_path: Path) -> None:
    """One answer gets a new placement; the question's others, and other questions, keep theirs."""

    placements = document(
        overlaid(tmp_path, "placements:\n  meals: {often: {level: child-protection, cite: new}}\n")
    ).placements

    assert placements["meals"]["often"].level == "child-protection"
    assert placements["meals"]["sometimes"].cite == "p.2"
    assert placements["meals-why"]["yes"].cite == "p.3"


def test_rules_are_replaced_one_by_one(tmp_path: Path) -> None:
    """A rule of the same id takes the parent's place in the order; a new one comes last."""

    own = "rules:\n" + RULE.replace("ID", "new-one") + RULE.replace("ID", "baby-without-meals")
    rules = document(overlaid(tmp_path, own)).rules

    assert [(rule.id, rule.cite) for rule in rules] == [
        ("baby-without-meals", "p.1"),
        ("tired-and-away", "p.6"),
        ("new-one", "p.1"),
    ]


@pytest.mark.parametrize(
    ("own", "key", "ids"),
    [
        ("contacts:\n  - {id: night, name: Nobody, phone: '1'}\n", "contacts", ["front-door", "night"]),
        ("actions:\n  - {id: ring, do: Ring}\n", "actions", ["carry-on", "call-front-door", "ring"]),
    ],
)
def test_contacts_and_actions_are_replaced_one_by_one(tmp_path: Path, own: str, key: str, ids: list[str]) -> None:
    """These lists keep what the overlay does not name."""

    assert [entry.id for entry in getattr(document(overlaid(tmp_path, own)), key)] == ids


def test_statements_are_replaced_one_by_one(tmp_path: Path) -> None:
    """A statement is replaced or added under its id."""

    parent = GOOD + "statements: {one: First, two: Second}\n"

    assert document(overlaid(tmp_path, "statements: {two: Other, three: Third}\n", parent)).statements == {
        "one": "First",
        "two": "Other",
        "three": "Third",
    }


@pytest.mark.parametrize("key", ["domains", "themes", "sections", "questions", "glossary"])
def test_other_keys_are_replaced_whole(tmp_path: Path, key: str) -> None:
    """A list that is not replaced one by one is the overlay's alone."""

    own = {
        "domains": "domains: [{id: care, name: Looking after}]\n",
        "themes": "themes: [{id: home, name: House}, {id: school, name: Classes}]\n",
        "sections": "sections:\n"
        "  - {id: first, kind: danger, title: First, questions: [danger-now]}\n"
        "  - {id: second, kind: questions, title: Second, questions: [sleep, attendance, meals-why, meals]}\n"
        "  - {id: third, kind: strengths, title: Third, questions: [grandparent]}\n",
        "questions": GOOD[GOOD.index("questions:\n") : GOOD.index("\nsections:")].replace("now?", "at this moment?"),
        "glossary": "glossary: {DSL: Lead}\n",
    }
    parent = GOOD + "glossary: {MASH: Front door}\n"

    merged = document(overlaid(tmp_path, own[key], parent))

    written = merged.model_dump()[key]
    assert len(written) == (
        1 if key in ("domains", "glossary") else 2 if key == "themes" else 3 if key == "sections" else 5
    )
    assert "MASH" not in written


def test_a_new_level_stands_above_the_one_it_names(tmp_path: Path) -> None:
    """A new level comes in right above another, wherever that is."""

    own = NEW_LEVEL.replace("ABOVE", "above: early-help,").replace("STATUTORY", "true")

    assert [level.id for level in document(overlaid(tmp_path, own)).levels] == [
        "universal",
        "early-help",
        "child-in-need",
        "child-protection",
    ]


def test_a_level_of_the_parent_keeps_its_place(tmp_path: Path) -> None:
    """A level of the same id is replaced where it stands."""

    own = NEW_LEVEL.replace("ABOVE ", "").replace("child-in-need", "early-help").replace("STATUTORY", "false")
    levels = document(overlaid(tmp_path, own)).levels

    assert [(level.id, level.code) for level in levels][1] == ("early-help", "2b")


def test_a_new_level_can_break_a_limit(tmp_path: Path) -> None:
    """The document that results is checked like any other."""

    own = NEW_LEVEL.replace("ABOVE", "above: child-protection,").replace("STATUTORY", "false")

    assert codes(overlaid(tmp_path, own)) == ["statutory-lowered"]


def test_removing_a_rule_and_a_placement(tmp_path: Path) -> None:
    """`remove` drops a rule by its id and a placement as `question=answer`, and with the last one its question."""

    merged = document(overlaid(tmp_path, "remove: [tired-and-away, meals=often, attendance=below 90]\n"))

    assert [rule.id for rule in merged.rules] == ["baby-without-meals"]
    assert list(merged.placements["meals"]) == ["sometimes"]
    assert "attendance" not in merged.placements


def test_removing_what_is_still_named(tmp_path: Path) -> None:
    """A level that is dropped while something names it is a problem of the document that results."""

    assert set(codes(overlaid(tmp_path, "remove: [early-help]\n"))) == {"unknown-level"}


def test_an_id_in_two_lists_is_removed_from_the_one_named(tmp_path: Path) -> None:
    """Where a rule and an action share an id, the list says which one goes; the other stays."""

    parent = edited(("id: tired-and-away", "id: carry-on"))
    result = overlaid(tmp_path, "remove: [rules=carry-on]\n", parent)

    assert [rule.id for rule in document(result).rules] == ["baby-without-meals"]
    assert [action.id for action in document(result).actions] == ["carry-on", "call-front-door"]
    assert codes(overlaid(tmp_path, "remove: [carry-on]\n", parent)) == ["unclear-removal"]


def test_what_an_overlay_adds_itself_is_not_the_parents_to_remove(tmp_path: Path) -> None:
    """`remove` is about the parent: it never takes out what stands in the same file."""

    own = "remove: [new-one]\nrules:\n" + RULE.replace("ID", "new-one")

    assert codes(overlaid(tmp_path, own)) == ["nothing-to-remove"]


def test_a_level_moves_when_it_is_removed_and_put_elsewhere(tmp_path: Path) -> None:
    """What is removed can come back in another place."""

    own = "remove: [early-help]\n" + NEW_LEVEL.replace("child-in-need", "early-help").replace(
        "ABOVE", "above: universal,"
    ).replace("STATUTORY", "false")

    assert [level.id for level in document(overlaid(tmp_path, own)).levels][1] == "early-help"


def test_places_point_into_the_file_that_a_line_came_from(tmp_path: Path) -> None:
    """A problem in a line of the parent names the parent's file and line."""

    parent = edited(("contact: front-door}", "contact: nobody}"))
    result = overlaid(tmp_path, "actions:\n  - {id: ring, do: Ring, contact: no-one}\n", parent)

    assert [(p.code, p.location.file, p.location.line) for p in result.problems] == [
        ("unknown-contact", str(tmp_path / "smallshire.yaml"), 41),
        ("unknown-contact", str(tmp_path / "village.yaml"), 6),
    ]


def test_a_parent_of_a_parent(tmp_path: Path) -> None:
    """What neither document changes comes from the oldest; the youngest has the last word."""

    overlaid(tmp_path, "placements:\n  meals: {often: {level: child-protection, cite: middle}}\n")
    write(tmp_path / "villageshire.yaml", (tmp_path / "village.yaml").read_text(encoding="utf-8"))
    head = HEAD.replace("villageshire", "hamletshire").replace(
        'id: smallshire, edition: "1"', 'id: villageshire, edition: "2"'
    )
    result = load_text(
        tmp_path, head + "placements:\n  meals-why: {yes: {level: child-protection, cite: young}}\n", "h.yaml"
    )

    cites = {answer: p.cite for answers in document(result).placements.values() for answer, p in answers.items()}
    assert cites == {"yes": "young", "sometimes": "p.2", "often": "middle", "below 90": "p.4"}
    assert result.document is not None
    assert [(f.role, f.id) for f in result.document.files] == [
        ("document", "hamletshire"),
        ("parent", "villageshire"),
        ("parent", "smallshire"),
        ("question-set", "shared"),
    ]


def test_an_edition_extends_the_one_before(tmp_path: Path) -> None:
    """A new edition can build on the last edition of the same document, in a file named for it."""

    write(tmp_path / "smallshire-1.yaml", GOOD)
    head = HEAD.replace("id: villageshire", "id: smallshire")

    assert document(load_text(tmp_path, head, "smallshire.yaml")).edition == "2"


@pytest.mark.parametrize("key", ["format", "id", "edition"])
def test_an_overlay_never_passes_for_its_parent(tmp_path: Path, key: str) -> None:
    """Format, id and edition are never taken from the parent."""

    head = "".join(line + "\n" for line in HEAD.splitlines() if not line.startswith(f"{key}:"))
    problems = overlaid(tmp_path, "", head=head).problems

    assert [(p.code, p.about) for p in problems] == [("missing-key", (key,))]


@pytest.mark.parametrize("entry", ["placements", "rules", "statements"])
def test_a_parent_of_another_shape_is_not_lost(tmp_path: Path, entry: str) -> None:
    """What the parent has in the wrong shape is reported, not dropped."""

    parent = GOOD[: GOOD.index("placements:")] + f"{entry}: something else\n"
    own = {
        "placements": "placements: {meals: {often: {level: early-help}}}\n",
        "rules": "rules:\n" + RULE,
        "statements": "statements: {a: b}\n",
    }[entry].replace("ID", "an-id")

    assert codes(overlaid(tmp_path, own, parent)) == ["wrong-shape"]
