"""A comparison in words: the one place where differences, exchanges and tables are put into sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from threshold_tool.comparison.areas import area_name
from threshold_tool.comparison.by_case import consent_rule
from threshold_tool.documents.condition_words import cut_words, quoted
from threshold_tool.documents.fields import NOT_KNOWN
from threshold_tool.documents.questions import parse_cut
from threshold_tool.evaluation.consent_words import RULES
from threshold_tool.evaluation.explain import level_words, with_citation
from threshold_tool.evaluation.explain import reason_words as explained

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from threshold_tool.comparison.by_case import CaseComparison, Difference, Facet
    from threshold_tool.comparison.by_question import AnswerRow, QuestionRows, QuestionTable
    from threshold_tool.evaluation.compiled import Clause, CompiledDocument
    from threshold_tool.evaluation.result import Reason

SILENT_ON_CONSENT = "This level says nothing of consent."

DOES_NOT_DECIDE = (
    "A comparison shows where documents differ. It does not decide: the document of the child's own area holds, and "
    "people decide, with the child and the family in mind."
)
SCALE = (
    "Levels have names and numbers of their own in each area, so they are not ranked against one another. They are "
    "compared by the law behind them, by whether they call for more help than when nothing in the document applies, "
    "and by what they ask about consent and about acting at once."
)
RULES_APART = (
    "The table holds single answers. What answers mean together stands in each document's rules: hold a case against "
    "the documents to see them at work."
)
SAME_FOR_CHILD = "The areas come to the same in all that can be compared."


def law(compiled: CompiledDocument, level: int) -> str:
    """The law behind a level in a few words."""
    own = compiled.source.document.levels[level]
    if not own.legal_basis:
        return "a duty in law" if own.statutory else "no duty in law"
    *first, last = (basis.removeprefix("s") for basis in own.legal_basis)
    named = f"sections {', '.join(first)} and {last}" if first else f"section {last}"
    act = f"{named} of the Children Act 1989"
    return f"a duty under {act}" if own.statutory else f"no duty in law, though it names {act}"


def consent(compiled: CompiledDocument, level: int) -> str:
    """What a level asks about consent, in a sentence."""
    rule = consent_rule(compiled, level)
    return SILENT_ON_CONSENT if rule is None else RULES[rule]


def differs_words(facets: Iterable[Facet]) -> str:
    """In what documents differ: "the law behind it; whether to act at once"."""
    words: dict[str, None] = {}
    for facet in facets:
        words[_FACETS[facet]] = None
    return "; ".join(words)


_FACETS: dict[Facet, str] = {
    "statutory": "the law behind it",
    "legal_basis": "the law behind it",
    "above_when_nothing_matches": "whether more help is called for",
    "level": "the level",
    "consent": "consent",
    "immediate": "whether to act at once",
}


def child_words(comparison: CaseComparison, ref: str) -> str:
    """Whether the documents differ over a child, and from which one, in a sentence."""
    differences = comparison.of_child(ref)
    if not differences:
        return SAME_FOR_CHILD
    facets = dict.fromkeys(facet for difference in differences for facet in difference.facets)
    return f"The areas differ in: {differs_words(facets)}."


def pair_words(comparison: CaseComparison, difference: Difference) -> tuple[str, ...]:
    """How one document differs from the reference over a child, a sentence for each thing in which it does."""
    sides = [(key, comparison.results[key].compiled) for key in (difference.reference, difference.other)]
    levels = {key: comparison.child(difference.ref, key).recommendation.level for key, _ in sides}
    facets = difference.facets

    def both(title: str, said: Mapping[str, str]) -> str:
        return f"{title}. {'; '.join(f'{area_name(key)}: {words}' for key, words in said.items())}."

    found = []
    if {"statutory", "legal_basis"} & set(facets):
        found.append(both("The law behind it", {key: law(compiled, levels[key]) for key, compiled in sides}))
    if "above_when_nothing_matches" in facets:
        said = {key: _above_words(compiled, levels[key]) for key, compiled in sides}
        found.append(both("More help is called for", said))
    if "level" in facets:
        found.append(both("The level", {key: level_words(compiled, levels[key]) for key, compiled in sides}))
    if "consent" in facets:
        found.append(both("Consent", {key: _within(consent(compiled, levels[key])) for key, compiled in sides}))
    if "immediate" in facets:
        said = {key: _urgency(comparison, difference.ref, key) for key, _ in sides}
        found.append(both("Act at once", said))
    found += [_too_little_words(key) for key, _ in sides if _rests_on_unknowns(comparison, difference, key)]
    return tuple(found)


def _within(words: str) -> str:
    """A sentence as part of another."""
    return f"{words[:1].lower()}{words[1:]}".removesuffix(".")


def _rests_on_unknowns(comparison: CaseComparison, difference: Difference, key: str) -> bool:
    """Whether one document alone comes to its level because too little is known."""
    pair = (difference.reference, difference.other)
    bases = {each: comparison.child(difference.ref, each).recommendation.basis for each in pair}
    return bases[key] == "too-little-known" and len(set(bases.values())) > 1


def _too_little_words(key: str) -> str:
    return f"{area_name(key)} comes to its level because too little is known of what it asks."


def _above_words(compiled: CompiledDocument, level: int) -> str:
    return f"{'yes' if level > compiled.base else 'no'}, {level_words(compiled, level)}"


def _urgency(comparison: CaseComparison, ref: str, key: str) -> str:
    return "yes" if comparison.child(ref, key).immediate else "no"


def answer_name(table: QuestionTable, question_id: str, row: AnswerRow) -> str:
    """An answer in the words of the first document that asks it; a cut or "not known" in ours."""
    key = next(iter(row.clauses))
    question = table.areas[key].source.questions[question_id]
    if row.answer == NOT_KNOWN:
        return "Not known, where somebody says so"
    cut = parse_cut(row.answer)
    if question.number is not None and cut is not None:
        words = cut_words(cut, question.number.unit)
        return words[:1].upper() + words[1:]
    grade = question.grade_of(row.answer)
    return row.answer if grade is None else question.options[grade].text


def placement_words(compiled: CompiledDocument, clause: Clause | None) -> str:
    """Where an answer stands in a document: its level with the citation, and whether to act at once."""
    if clause is None:
        return "Not placed"
    level = None if clause.level is None else compiled.source.document.levels[clause.level]
    words = "An action alone, no level" if level is None else level.name
    cited = f"{words} [{clause.cite}]" if clause.cite else words
    return f"{cited}, act at once" if clause.immediate else cited


def law_of_levels(compiled: CompiledDocument) -> str:
    """The levels of a document by the law behind them: "no duty in law at 'Level 1'; a duty under ... at 'Level 2'"."""
    by_law: dict[str, list[str]] = {}
    for at, level in enumerate(compiled.source.document.levels):
        by_law.setdefault(law(compiled, at), []).append(quoted(level.name))
    return "; ".join(f"{duty} at {_listed(names)}" for duty, names in by_law.items())


def _listed(names: Sequence[str]) -> str:
    """Names in a row, the last after "and"."""
    *first, last = names
    return f"{', '.join(first)} and {last}" if first else last


def theme_name(table: QuestionTable, theme: str) -> str:
    """A theme in the words of the first document that names it."""
    named = (entry for compiled in table.areas.values() for entry in compiled.source.themes if entry.id == theme)
    found = next(named, None)
    return "Other questions" if found is None else found.name


def asked_words(compiled: CompiledDocument, question: str) -> str:
    """A question as a document asks it."""
    return quoted(compiled.source.questions[question].ask)


def count_words(table: QuestionTable) -> str:
    """How many answers of how many questions the areas treat differently."""
    questions = table.questions
    rows = sum(len(question.rows) for question in questions)
    differing = sum(len(question.differing) for question in questions)
    asked = f"{len(questions)} shared questions" if len(questions) != 1 else "1 shared question"
    placed = f"{rows} answers that an area places" if rows != 1 else "1 answer that an area places"
    return f"{asked}, {placed}; the areas differ over {differing} of them."


def shared_question(table: QuestionTable, rows: QuestionRows) -> str:
    """A shared question in the words of the first document that asks it."""
    return table.areas[rows.documents[0]].source.questions[rows.question].ask


def reason_words(compiled: CompiledDocument, reason: Reason) -> str:
    """Why a level follows, with its place and whether it calls for action at once."""
    words = with_citation(explained(compiled, reason), reason.clause)
    return f"{words}, act at once" if reason.clause.immediate else words


def more_unknowns(count: int) -> str:
    """How many unknowns are not shown; "" for none."""
    if count <= 0:
        return ""
    return "1 more question matters." if count == 1 else f"{count} more questions matter."


def capital(words: str) -> str:
    """Words that begin a sentence or stand in a cell."""
    return f"{words[:1].upper()}{words[1:]}"


def left_out(comparison: CaseComparison, ref: str, key: str) -> tuple[str, ...]:
    """What the case answers for a child and a document does not ask, in the words of a document that does."""
    missing = comparison.results[key].fitted.not_in_document.get(ref, ())
    asked = [result.compiled.source.questions for result in comparison.results.values()]
    return tuple(next((own[question].ask for own in asked if question in own), question) for question in missing)


def other_answers(table: QuestionTable, question: str) -> str:
    """A question that documents ask with different answers, as each of them asks it."""
    asking = ((key, compiled.source.questions.get(question)) for key, compiled in table.areas.items())
    return "; ".join(f"{area_name(key)}: {quoted(own.ask)}" for key, own in asking if own is not None)
