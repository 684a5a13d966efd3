"""A threshold document of any size, and cases for it: the same for the same seed, and accepted by the strict loader."""

from __future__ import annotations

from dataclasses import dataclass, field
from random import Random
from typing import Any

import yaml

DOMAINS = ("childs-needs", "parenting-capacity", "family-and-environment")
THEMES = tuple(f"theme-{number:02}" for number in range(12))
LEVELS = ("universal", "early-help", "child-in-need", "child-protection")
FIRST_STATUTORY = 2
AGES: tuple[dict[str, str], ...] = (
    {"under": "1 year"},
    {"under": "2 years"},
    {"from": "0 days", "under": "5 years"},
    {"under": "13 years"},
    {"from": "13 years"},
    {"unborn": "true"},
)
GRADES = ("none", "sometimes", "often", "always")
SCREENED = ("no", "suspected", "yes")
STRENGTH = ("evidenced", "claimed", "absent")
CUTS = {"lower": ("90", "75", "50"), "higher": ("10", "25", "50")}
RULES = 60
STRENGTHS = 10

Tree = dict[str, Any]


@dataclass(frozen=True)
class GeneratedQuestion:
    """A question and what a case can answer, least concerning first."""

    id: str
    about: str
    answers: tuple[str, ...]
    entry: Tree

    def bound(self, grade: int) -> Tree:
        """The condition that this grade or a worse one is answered; grades count from 0."""
        number = self.entry.get("number")
        if number is None:
            return {"answer": {"question": self.id, "at_or_above": self.answers[grade]}}
        key = "below" if number["worse"] == "lower" else "at_least"
        return {"answer": {"question": self.id, key: CUTS[number["worse"]][grade - 1]}}

    def placement_key(self, grade: int) -> str:
        """What a placement of this grade stands under."""
        number = self.entry.get("number")
        if number is None:
            return self.answers[grade]
        words = "below" if number["worse"] == "lower" else "at least"
        return f"{words} {CUTS[number['worse']][grade - 1]}"


@dataclass(frozen=True)
class GeneratedDocument:
    """A document as YAML text, and its questions for making cases."""

    text: str
    concerns: tuple[GeneratedQuestion, ...]
    strengths: tuple[GeneratedQuestion, ...]

    def case(self, answered: float, seed: int, worrying: float = 0.03, age: str = "6 years") -> str:
        """A case of one child as YAML text.

        `answered` is the share of the questions with an answer, from 0 to 1; of the others every second one is
        said to be not known. `worrying` is the share of the answers that are not the least concerning.
        """
        random = Random(seed)  # noqa: S311 - a measurement has to repeat itself
        answers: dict[str, dict[str, str]] = {"family": {}, "child": {}}
        for question in (*self.concerns, *self.strengths):
            if random.random() < answered:
                is_worry = random.random() < worrying
                answer = random.choice(question.answers[1:]) if is_worry else question.answers[0]
            elif random.random() < 0.5:
                answer = "not-known"
            else:
                continue
            answers[question.about][question.id] = answer
        child = {"ref": "A", "age": age, "answers": answers["child"]}
        case = {"format": "threshold-case/1", "title": "Generated", "on": "2026-11-16", "role": "school"}
        return as_yaml({**case, "children": [child], "family": answers["family"]})


def generated_document(questions: int = 400, seed: int = 2026) -> GeneratedDocument:
    """A document with so many questions: about half are asked only after a screening question, and 10 are strengths.

    Raises ValueError below 40 questions, with which the rules could not be varied.
    """
    if questions < 40:
        raise ValueError("A generated document has 40 questions or more.")
    return _Draft(questions, Random(seed)).document()  # noqa: S311 - a measurement has to repeat itself


@dataclass
class _Draft:
    """A document while it is drawn."""

    size: int
    random: Random
    screening: list[GeneratedQuestion] = field(default_factory=list)
    others: list[GeneratedQuestion] = field(default_factory=list)
    strengths: list[GeneratedQuestion] = field(default_factory=list)

    def document(self) -> GeneratedDocument:
        concerns = self.size - STRENGTHS
        self.screening = [self._screening(at) for at in range(concerns // 10)]
        self.others = [self._other(at) for at in range(concerns - len(self.screening))]
        self.strengths = [self._strength(at) for at in range(STRENGTHS)]
        tree = {**_frame(), **self._questions(), "placements": self._placements(), "rules": self._rules()}
        return GeneratedDocument(as_yaml(tree), (*self.screening, *self.others), tuple(self.strengths))

    def _entry(self, name: str, kind: str = "concern") -> Tree:
        about, domain = self.random.choice(("family", "child")), self.random.choice(DOMAINS)
        theme = self.random.choice(THEMES)
        ask = f"What is known about {name}?"
        return {"id": name, "about": about, "kind": kind, "domain": domain, "theme": theme, "ask": ask}

    def _screening(self, at: int) -> GeneratedQuestion:
        entry = {**self._entry(f"screening-{at:03}"), "answers": "no-suspected-yes"}
        return GeneratedQuestion(entry["id"], entry["about"], SCREENED, entry)

    def _other(self, at: int) -> GeneratedQuestion:
        entry = self._entry(f"question-{at:03}")
        if self.random.random() < 0.57:  # with the screening questions and strengths, half of all
            gate = self.random.choice(self.screening)
            entry |= {"theme": gate.entry["theme"], "ask_when": gate.bound(self.random.choice((1, 1, 2)))}
        if self.random.random() < 0.1:
            return self._number(entry)
        grades = GRADES[: self.random.choice((2, 3, 4, 4))]
        entry["answers"] = [{"id": grade, "text": f"{entry['id']} {grade}"} for grade in grades]
        return GeneratedQuestion(entry["id"], entry["about"], grades, entry)

    def _number(self, entry: Tree) -> GeneratedQuestion:
        worse = self.random.choice(("lower", "higher"))
        entry["number"] = {"unit": "%", "from": "0", "to": "100", "worse": worse}
        values = ("95", "80", "60", "20") if worse == "lower" else ("2", "15", "30", "80")
        return GeneratedQuestion(entry["id"], entry["about"], values, entry)

    def _strength(self, at: int) -> GeneratedQuestion:
        entry = self._entry(f"strength-{at:03}", "strength")
        entry["answers"] = [{"id": answer, "text": f"{entry['id']} {answer}"} for answer in STRENGTH]
        return GeneratedQuestion(entry["id"], entry["about"], STRENGTH, entry)

    def _questions(self) -> Tree:
        sections = [("screening", self.screening), ("questions", self.others), ("strengths", self.strengths)]
        return {
            "questions": [question.entry for _, listed in sections for question in listed],
            "sections": [
                {"id": kind, "kind": kind, "title": kind.capitalize(), "questions": [q.id for q in listed]}
                for kind, listed in sections
            ],
        }

    def _placements(self) -> Tree:
        placed = [question for question in (*self.screening, *self.others) if self.random.random() < 0.85]
        return {question.id: self._placement(question) for question in placed}

    def _placement(self, question: GeneratedQuestion) -> Tree:
        """Levels that rise with the answers. A screening question by itself is never statutory."""
        most = 1 if question in self.screening else len(LEVELS) - 1
        grades = range(1, len(question.answers))
        levels = sorted(self.random.randint(0, most) for _ in grades)
        return {
            question.placement_key(grade): {"level": LEVELS[level], "cite": f"p.{self.random.randint(1, 60)}"}
            for grade, level in zip(grades, levels, strict=True)
        }

    def _rules(self) -> list[Tree]:
        return [self._rule(at) for at in range(RULES)]

    def _rule(self, at: int) -> Tree:
        kinds = (self._two_answers, self._answer_at_an_age, self._some_of_many, self._placed_widely, self._again)
        level = self.random.randint(1, len(LEVELS) - 1)
        rule: Tree = {
            "id": f"rule-{at:02}",
            "level": LEVELS[level],
            "when": kinds[at % len(kinds)](level),
            "because": "Together they weigh more than one by one.",
            "cite": f"p.{60 + at}",
        }
        if level < FIRST_STATUTORY:
            rule["unless"] = [{"question": self.random.choice(self.strengths).id, "at_or_below": STRENGTH[0]}]
        return rule

    def _answers(self, count: int) -> list[Tree]:
        asked = self.random.sample(self.others, count)
        return [question.bound(self.random.randint(1, len(question.answers) - 1)) for question in asked]

    def _two_answers(self, _level: int) -> Tree:
        return {"all": self._answers(2)}

    def _answer_at_an_age(self, _level: int) -> Tree:
        return {"all": [{"child_age": dict(self.random.choice(AGES))}, {"any": self._answers(3)}]}

    def _some_of_many(self, _level: int) -> Tree:
        return {"at_least": {"n": str(self.random.randint(2, 3)), "of": self._answers(6)}}

    def _placed_widely(self, level: int) -> Tree:
        """So many answers one level below the rule's own, from different sides of the child's life."""
        spread = self.random.choice(({"different_domains": "3"}, {"different_themes": "4"}))
        themes = sorted(self.random.sample(THEMES, 6))
        return {"placed": {"at_or_above": LEVELS[level - 1], "n": str(3 + level), "themes": themes, **spread}}

    def _again(self, level: int) -> Tree:
        below = LEVELS[level - 1]
        earlier = {"earlier_concerns": {"n": "2", "within": "12 months", "at_or_above": below}}
        return {"all": [earlier, {"placed": {"at_or_above": below, "n": "2"}}]}


def _frame() -> Tree:
    """Everything about a document but its questions, placements and rules."""
    return {
        "format": "threshold-document/1",
        "id": "generated",
        "title": "A generated document",
        "board": "Nobody",
        "edition": "1",
        "status": "fictional",
        "effective": "2026-09-01",
        "review_by": "2027-08-31",
        "levels": [_level(place, name) for place, name in enumerate(LEVELS)],
        "when_nothing_matches": LEVELS[0],
        "when_too_little_is_known": LEVELS[1],
        "actions": [{"id": "talk", "do": "Talk with a manager", "within": "1 working day"}],
        "domains": [{"id": name, "name": name} for name in DOMAINS],
        "themes": [{"id": name, "name": name} for name in THEMES],
    }


def _level(place: int, name: str) -> Tree:
    statutory = place >= FIRST_STATUTORY
    return {
        "id": name,
        "name": f"Level {place + 1}",
        "code": str(place + 1),
        "colour": "#2e7d32",
        "legal_basis": ["s17"] if statutory else [],
        "statutory": "true" if statutory else "false",
        "meaning": f"What Level {place + 1} means",
        "actions": ["talk"],
    }


class _WithoutAliases(yaml.SafeDumper):
    """The format has no aliases: what stands twice is written twice."""

    def ignore_aliases(self, data: Any) -> bool:  # noqa: ARG002 - the name is PyYAML's
        return True


def as_yaml(tree: Tree) -> str:
    """Data as the YAML that the strict loader reads."""
    return yaml.dump(tree, Dumper=_WithoutAliases, sort_keys=False, allow_unicode=True, width=110)
