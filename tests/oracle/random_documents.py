"""Small documents and cases of every shape that the limits of the design (section 2) allow.

Everything is text, lists and dicts, so that it can be written as YAML and read by a strict loader. A document
has about `MOST_COMBINATIONS` combinations of answers at most, and two cuts of age: trying all is quick.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

if TYPE_CHECKING:
    from collections.abc import Sequence

    Draw = st.DrawFn

MOST_COMBINATIONS = 400
LEVELS = ["universal", "early-help", "child-in-need", "child-protection"]
TOP = len(LEVELS)
LEGAL = ["s17", "s47"]
THEMES = ["substances", "violence"]
DOMAINS = ["development", "parenting"]
AGES = ["0 days", "28 days", "3 months", "1 year", "18 months", "5 years", "13 years"]  # youngest first
PERIODS = ["28 days", "6 weeks", "6 months", "1 year"]
DATES = ["2026-11-16", "2027-03-01", "2028-02-29", "2027-01-31"]
ACTIONS = ["talk-to-manager", "call-today", "offer-visit"]
SHORT_FORMS = {"no-yes": ["no", "yes"], "no-suspected-yes": ["no", "suspected", "yes"]}
GRADES = ["none", "sometimes", "often", "always"]
STRENGTHS = ["kept-up", "started", "absent"]


@dataclass(frozen=True)
class Concern:
    """A concern question while a document is drawn: its answers, or cuts, as a placement names them."""

    id: str
    entry: dict[str, Any]
    keys: list[str]  # least concerning first; the cuts of a number
    is_number: bool


@dataclass
class Draft:
    """What is settled about a document before its placements and rules are drawn."""

    levels: list[str]
    first_statutory: int  # how many levels stand below the statutory ones
    floor: int
    ages: list[str]
    is_sparse: bool  # few placements, all low: combinations decide
    concerns: list[Concern] = field(default_factory=list)
    strengths: dict[str, list[str]] = field(default_factory=dict)


def typically(draw: Draw) -> bool:
    """Draw a yes about three times in four."""
    return draw(st.integers(0, 3)) != 1


def maybe(draw: Draw, one_in: int) -> bool:
    """Draw a yes about once in so many times; no is the simpler answer."""
    return draw(st.integers(0, one_in - 1)) == one_in - 1


def some(draw: Draw, names: Sequence[str]) -> list[str]:
    """Draw a few of the names, at least one, in their order."""
    kept = draw(st.sets(st.sampled_from(list(names)), min_size=1, max_size=2))
    return [name for name in names if name in kept]


def draft(draw: Draw) -> Draft:
    """Draw the levels and ages that the rest of a document builds on."""
    levels = LEVELS[: draw(st.integers(2, 4))]
    first_statutory = draw(st.integers(1, len(levels)))
    floor = draw(st.integers(0, min(first_statutory, len(levels) - 1) - 1)) if maybe(draw, 3) else 0
    return Draft(levels, first_statutory, floor, some(draw, AGES), draw(st.booleans()))


def level_entry(name: str, place: int, settled: Draft) -> dict[str, Any]:
    """Return a level as the document writes it."""
    statutory = place >= settled.first_statutory
    return {
        "id": name,
        "name": f"Level {place + 1}",
        "code": str(place + 1),
        "colour": "#2e7d32",
        "legal_basis": LEGAL[:1] if statutory else [],
        "statutory": "true" if statutory else "false",
        "meaning": f"What level {place + 1} means",
        "consent": {"rule": "not-required" if statutory else "none"},
        "actions": ["carry-on"],
    }


def add_concerns(draw: Draw, settled: Draft) -> None:
    """Draw one to five concern questions; once there are many combinations, only short ones."""
    combinations = 1
    for place in range(draw(st.integers(1, 5))):
        forms = ["no-yes", "no-suspected-yes", "graded", "number"]
        short = combinations * 4 * 2 ** (4 - place) > MOST_COMBINATIONS
        concern = drawn_concern(draw, f"q{place}", "no-yes" if short else draw(st.sampled_from(forms)))
        combinations *= len(concern.keys) + concern.is_number
        if place and maybe(draw, 2):
            concern.entry["ask_when"] = drawn_condition(draw, settled, 1, ["answer", "answer", "child_age"])
        settled.concerns.append(concern)


def drawn_concern(draw: Draw, name: str, form: str) -> Concern:
    """Draw a concern question of one form."""
    entry: dict[str, Any] = {
        "id": name,
        "about": draw(st.sampled_from(["child", "family"])),
        "kind": "concern",
        "domain": draw(st.sampled_from(DOMAINS)),
        "theme": draw(st.sampled_from(THEMES)),
        "ask": f"What is known about {name}?",
    }
    if form == "number":
        return numbered(draw, entry)
    if form == "graded":
        grades = GRADES[: draw(st.integers(2, 4))]
        entry["answers"] = [{"id": grade, "text": f"{name} {grade}"} for grade in grades]
        return Concern(name, entry, grades, False)
    entry["answers"] = form
    return Concern(name, entry, SHORT_FORMS[form], False)


def numbered(draw: Draw, entry: dict[str, Any]) -> Concern:
    """Draw a number of either direction with one or two cuts."""
    lower = draw(st.booleans())
    cuts = sorted(draw(st.sets(st.sampled_from([3, 5, 8]), min_size=1, max_size=2)), reverse=lower)
    entry["number"] = {"unit": "times", "from": "0", "to": "10", "worse": "lower" if lower else "higher"}
    keys = [f"{'below' if lower else 'at least'} {cut}" for cut in cuts]
    return Concern(entry["id"], entry, keys, True)


def add_strengths(draw: Draw, settled: Draft) -> list[dict[str, Any]]:
    """Draw up to two strengths, the fullest answer first, and return their questions."""
    entries = []
    for place in range(draw(st.integers(0, 2))):
        answers = STRENGTHS if draw(st.booleans()) else STRENGTHS[::2]
        settled.strengths[f"s{place}"] = answers
        entries.append(strength_entry(draw, f"s{place}", answers))
    return entries


def strength_entry(draw: Draw, name: str, answers: list[str]) -> dict[str, Any]:
    """Draw a strength question."""
    return {
        "id": name,
        "about": draw(st.sampled_from(["child", "family"])),
        "kind": "strength",
        "domain": draw(st.sampled_from(DOMAINS)),
        "theme": draw(st.sampled_from(THEMES)),
        "ask": f"How strong is {name}?",
        "answers": [{"id": answer, "text": f"{name} {answer}"} for answer in answers],
    }


def drawn_condition(draw: Draw, settled: Draft, depth: int, leaves: list[str]) -> dict[str, Any]:
    """Draw a condition of these kinds, within `all`, `any` and `at_least` down to a depth."""
    kind = draw(st.sampled_from([*leaves, *(["all", "any", "at_least"] if depth else [])]))
    if kind in leaves:
        return {
            kind: {"answer": answer, "placed": placed, "child_age": child_age, "earlier_concerns": earlier}[kind](
                draw, settled
            )
        }
    count = draw(st.integers(1, 3))
    parts = [drawn_condition(draw, settled, depth - 1, leaves) for _ in range(count)]
    return {kind: {"n": str(draw(st.integers(1, count))), "of": parts} if kind == "at_least" else parts}


def answer(draw: Draw, settled: Draft) -> dict[str, str]:
    """Draw what an `answer` condition holds; now and then the least answer, which is always reached."""
    concern = draw(st.sampled_from(settled.concerns))
    if concern.is_number:
        side, cut = draw(st.sampled_from(concern.keys)).rsplit(" ", 1)
        return {"question": concern.id, side.replace(" ", "_"): cut}
    key = concern.keys[0] if maybe(draw, 12) else draw(st.sampled_from(concern.keys[1:]))
    return {"question": concern.id, "at_or_above": key}


def placed(draw: Draw, settled: Draft) -> dict[str, Any]:
    """Draw what a `placed` condition holds."""
    inner: dict[str, Any] = {"at_or_above": draw(st.sampled_from(settled.levels))}
    filters = {
        "themes": THEMES,
        "domains": DOMAINS,
        "questions": [concern.id for concern in settled.concerns],
    }
    for key, names in filters.items():
        if maybe(draw, 4):
            inner[key] = some(draw, names)
    for key in ("n", "different_domains", "different_themes"):
        if maybe(draw, 3):
            inner[key] = str(draw(st.integers(1, 3 if key == "n" else 2)))
    return inner


def child_age(draw: Draw, settled: Draft) -> dict[str, str]:
    """Draw what a `child_age` condition holds."""
    form = draw(st.sampled_from(["under", "from", "between", "unborn"]))
    if form == "between" and len(settled.ages) > 1:
        return {"from": settled.ages[0], "under": settled.ages[1]}
    if form == "unborn":
        return {"unborn": "true"}
    return {"from" if form == "from" else "under": draw(st.sampled_from(settled.ages))}


def earlier(draw: Draw, settled: Draft) -> dict[str, str]:
    """Draw what an `earlier_concerns` condition holds."""
    inner = {"n": str(draw(st.integers(1, 2)))}
    if draw(st.booleans()):
        inner["within"] = draw(st.sampled_from(PERIODS))
    if draw(st.booleans()):
        inner["at_or_above"] = draw(st.sampled_from(settled.levels))
    return inner


def drawn_placements(draw: Draw, settled: Draft, concern: Concern) -> dict[str, Any]:
    """Draw the placements of one question, never falling and never losing `immediate`."""
    placements: dict[str, Any] = {}
    lowest, immediate = 0, False
    for place, key in enumerate(concern.keys):
        is_least = place == 0 and not concern.is_number
        if maybe(draw, 8) if is_least else is_worth_a_placement(draw, settled):
            immediate = immediate or (not is_least and maybe(draw, 6))
            top = settled.floor + 1 if settled.is_sparse else TOP
            between = (0, settled.floor) if is_least else (max(lowest, worth_placing(draw, settled)), top)
            placements[key] = drawn_placement(draw, settled, between, immediate)
            lowest = max([lowest, *levels_of(settled, [placements[key]])])
    add_not_known(draw, settled, placements)
    return placements


def is_worth_a_placement(draw: Draw, settled: Draft) -> bool:
    """Draw whether an answer is placed: in a sparse document one in three, otherwise three in four."""
    return maybe(draw, 3) if settled.is_sparse else typically(draw)


def worth_placing(draw: Draw, settled: Draft) -> int:
    """Draw the lowest level to place something at: mostly above what a child has anyway."""
    return 0 if maybe(draw, 6) else settled.floor + 1


def drawn_placement(draw: Draw, settled: Draft, between: tuple[int, int], immediate: bool) -> dict[str, Any]:
    """Draw a level between two, a required action, or both."""
    entry: dict[str, Any] = {"cite": f"p.{draw(st.integers(1, 9))}"}
    form = draw(st.sampled_from(["level", "level", "both", "require"]))
    if form != "require":
        entry["level"] = draw(st.sampled_from(settled.levels[between[0] : between[1] + 1]))
    if form != "level":
        entry["require"] = some(draw, ACTIONS)
    return {**entry, "immediate": "true"} if immediate else entry


def levels_of(settled: Draft, entries: list[dict[str, Any]]) -> list[int]:
    """Return how high the placements that state a level stand."""
    return [settled.levels.index(entry["level"]) for entry in entries if "level" in entry]


def add_not_known(draw: Draw, settled: Draft, placements: dict[str, Any]) -> None:
    """Now and then place `not-known`: not at a statutory level, nor above the lowest placement."""
    levels = levels_of(settled, list(placements.values()))
    if levels and maybe(draw, 2):
        top = min(*levels, settled.first_statutory - 1)
        placements["not-known"] = drawn_placement(draw, settled, (0, top), False)


def drawn_rule(draw: Draw, settled: Draft, name: str) -> dict[str, Any]:
    """Draw a rule with a level, an action, or both; `unless` only where not statutory or immediate."""
    leaves = ["answer", "child_age", "placed", "answer", "child_age", "earlier_concerns"]
    rule = {"id": name, **drawn_placement(draw, settled, (worth_placing(draw, settled), TOP), maybe(draw, 6))}
    rule["when"] = drawn_condition(draw, settled, 2, leaves) if draw(st.booleans()) else combination(draw, settled)
    rule["because"] = f"What {name} is for"
    statutory = any(level >= settled.first_statutory for level in levels_of(settled, [rule]))
    if settled.strengths and not statutory and "immediate" not in rule and draw(st.booleans()):
        rule["unless"] = [drawn_exception(draw, settled) for _ in range(draw(st.integers(1, 2)))]
    return rule


def combination(draw: Draw, settled: Draft) -> dict[str, Any]:
    """Draw a condition that several answers have to meet together."""
    if draw(st.booleans()):
        return {"placed": {"at_or_above": settled.levels[settled.floor + 1], "n": str(draw(st.integers(2, 3)))}}
    return {"all": [{"answer": answer(draw, settled)} for _ in range(draw(st.integers(2, 3)))]}


def drawn_exception(draw: Draw, settled: Draft) -> dict[str, str]:
    """Draw a strength that stops a rule."""
    name = draw(st.sampled_from(sorted(settled.strengths)))
    return {"question": name, "at_or_below": draw(st.sampled_from(settled.strengths[name][:-1]))}


def drawn_sections(draw: Draw, settled: Draft) -> list[dict[str, Any]]:
    """Draw which section each question stands in; one that is not always asked is in an ordinary section."""
    kinds = ["questions", "screening", "danger", "always"]
    held: dict[str, list[str]] = {"danger": [], "always": [], "screening": [], "questions": []}
    for concern in settled.concerns:
        held["questions" if "ask_when" in concern.entry else draw(st.sampled_from(kinds))].append(concern.id)
    held["strengths"] = list(settled.strengths)
    return [
        {"id": f"the-{kind}", "kind": kind, "title": f"Section {kind}", "questions": names}
        for kind, names in held.items()
        if names
    ]


@st.composite
def documents(draw: Draw) -> dict[str, Any]:
    """Draw a complete document that obeys every limit of the format."""
    settled = draft(draw)
    add_concerns(draw, settled)
    strengths = add_strengths(draw, settled)
    placed_answers = {concern.id: drawn_placements(draw, settled, concern) for concern in settled.concerns}
    rules = [drawn_rule(draw, settled, f"r{place}") for place in range(draw(st.integers(0, 4)))]
    return {
        **title_page(),
        "levels": [level_entry(name, place, settled) for place, name in enumerate(settled.levels)],
        "when_nothing_matches": settled.levels[settled.floor],
        "when_too_little_is_known": draw(st.sampled_from(settled.levels[: settled.first_statutory])),
        **what_to_do(),
        "domains": [{"id": domain, "name": f"Domain {domain}"} for domain in DOMAINS],
        "themes": [{"id": theme, "name": f"Theme {theme}"} for theme in THEMES],
        "questions": [concern.entry for concern in settled.concerns] + strengths,
        "sections": drawn_sections(draw, settled),
        "placements": {name: answers for name, answers in placed_answers.items() if answers},
        "rules": rules,
    }


def title_page() -> dict[str, str]:
    """Return what every document says of itself."""
    return {
        "format": "threshold-document/1",
        "id": "anyshire",
        "title": "Levels of Need in Anyshire",
        "board": "Anyshire Safeguarding Children Partnership",
        "edition": "1",
        "status": "fictional",
        "effective": "2026-09-01",
        "review_by": "2029-08-31",
    }


def what_to_do() -> dict[str, Any]:
    """Return the actions and the contact of every document."""
    return {
        "actions": [
            {
                "id": name,
                "do": f"Do {name}",
                "within": "6 weeks",
                "from": "result",
                "roles": ["school", "health"],
                "contact": "front-door",
            }
            for name in ["carry-on", *ACTIONS]
        ],
        "contacts": [{"id": "front-door", "name": "Front Door", "phone": "01632 960001", "checked": "2026-06-01"}],
    }


def typed_answer(draw: Draw, question: dict[str, Any], document: dict[str, Any]) -> str:
    """Draw what a person could type for a question; not known more often where it is placed."""
    if maybe(draw, 2 if "not-known" in document["placements"].get(question["id"], {}) else 4):
        return draw(st.sampled_from(["not-known", "not-known", "not-known", "declined"]))
    if "number" in question:
        return str(draw(st.integers(0, 10)))
    answers = question["answers"]
    ids = SHORT_FORMS[answers] if isinstance(answers, str) else [entry["id"] for entry in answers]
    return str(draw(st.sampled_from(ids)))


def typed_answers(draw: Draw, questions: list[dict[str, Any]], document: dict[str, Any]) -> dict[str, str]:
    """Draw answers to some of the questions."""
    return {question["id"]: typed_answer(draw, question, document) for question in questions if typically(draw)}


def drawn_child(draw: Draw, document: dict[str, Any], ref: str, on: date) -> dict[str, Any]:
    """Draw a child: how old it is, its own answers, and now and then an own answer to a family question."""
    child: dict[str, Any] = {"ref": ref, **drawn_age(draw, on)}
    own = [question for question in document["questions"] if question["about"] == "child" or maybe(draw, 6)]
    answers = typed_answers(draw, own, document)
    return {**child, "answers": answers} if answers else child


def drawn_age(draw: Draw, on: date) -> dict[str, str]:
    """Draw what a case says of a child's age."""
    form = draw(st.sampled_from(["none", "age", "born", "due"]))
    if form == "age":
        return {
            "age": draw(st.sampled_from(["0 days", "27 days", "2 months", "0 years", "1 year", "4 years", "8 years"]))
        }
    if form == "born":
        return {"born": drawn_birth(draw, on).isoformat()}
    if form == "due":
        return {"due": (on + timedelta(days=draw(st.sampled_from([30, 1, 0, -1, -28])))).isoformat()}
    return {}


def drawn_birth(draw: Draw, on: date) -> date:
    """Draw a date of birth close to where an age is reached."""
    count, unit = draw(st.sampled_from(AGES)).split()
    days = {"d": 1.0, "m": 30.436875, "y": 365.2425}[unit[0]]
    birth = on - timedelta(days=round(int(count) * days) + draw(st.integers(-2, 2)))
    return min(birth, on)


def drawn_earlier_concern(draw: Draw, document: dict[str, Any], refs: list[str], on: date) -> dict[str, Any]:
    """Draw an earlier concern, in words or answers, near the end of a period that rules may name."""
    days = draw(st.sampled_from([1, 27, 28, 29, 41, 42, 43, 181, 182, 183, 184, 185, 364, 365, 366, 367]))
    concern: dict[str, Any] = {"on": (on - timedelta(days=days)).isoformat(), "children": some(draw, refs)}
    concern["text"] = "What was noted then"
    answers = typed_answers(draw, document["questions"], document)
    return {**concern, "answers": answers} if answers else concern


def cases(document: dict[str, Any]) -> st.SearchStrategy[dict[str, Any]]:
    """Return a strategy for cases that a document can be applied to."""

    @st.composite
    def drawn(draw: Draw) -> dict[str, Any]:
        on = date.fromisoformat(draw(st.sampled_from(DATES)))
        refs = ["A", "B"][: draw(st.integers(1, 2))]
        family = typed_answers(draw, [q for q in document["questions"] if q["about"] == "family"], document)
        case = {
            "format": "threshold-case/1",
            "title": "Mondays",
            "on": on.isoformat(),
            "role": "school",
            "children": [drawn_child(draw, document, ref, on) for ref in refs],
        }
        optional = {"family": family, **surroundings(draw, document, refs, on)}
        return {**case, **{key: entry for key, entry in optional.items() if entry}}

    return drawn()


def surroundings(draw: Draw, document: dict[str, Any], refs: list[str], on: date) -> dict[str, Any]:
    """Draw the themes in which nothing was seen and the earlier concerns."""
    unseen = some(draw, [*THEMES, "a-theme-of-another-area"]) if maybe(draw, 3) else []
    count = draw(st.integers(0, 2))
    return {
        "nothing_seen_in": unseen,
        "earlier_concerns": [drawn_earlier_concern(draw, document, refs, on) for _ in range(count)],
    }


@st.composite
def documents_and_cases(draw: Draw) -> tuple[dict[str, Any], dict[str, Any]]:
    """Draw a document and a case for it."""
    document = draw(documents())
    return document, draw(cases(document))
