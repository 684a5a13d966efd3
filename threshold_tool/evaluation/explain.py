"""From the trace to words: the one place where a result, a reason and an unknown are put into sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from threshold_tool.documents.fields import AGE, DECLINED, NOT_KNOWN, NOTHING_SEEN
from threshold_tool.evaluation.step_words import contact_words, reach_words, when_words

if TYPE_CHECKING:
    from threshold_tool.cases.model import Case
    from threshold_tool.evaluation.against import LowerAnswer
    from threshold_tool.evaluation.compiled import Clause, CompiledDocument
    from threshold_tool.evaluation.next_steps import NextStep
    from threshold_tool.evaluation.result import ChildResult, Raise, Reason
    from threshold_tool.evaluation.unknowns import Unknown

SAID = {
    NOT_KNOWN: "Not known",
    DECLINED: "Did not want to say",
    NOTHING_SEEN: "Nothing seen",
}


def answer_words(compiled: CompiledDocument, question_id: str, shown: str) -> str:
    """An answer in the words that were offered; a number with its unit."""
    question = compiled.source.questions[question_id]
    if shown in SAID:
        return SAID[shown]
    if question.number is not None:
        joined = "" if question.number.unit == "%" else " "
        return f"{shown}{joined}{question.number.unit}"
    grade = question.grade_of(shown)
    return shown if grade is None else question.options[grade].text


def question_words(compiled: CompiledDocument, question_id: str) -> str:
    """A question as it is asked; the child's age where that is what is not known."""
    return "The child's age" if question_id == AGE else compiled.source.questions[question_id].ask


def clause_words(compiled: CompiledDocument, clause: Clause) -> str:
    """What a clause says: a rule's own reason, or the question and answer that are placed."""
    if clause.kind == "rule":
        return next(rule.written.because for rule in compiled.rules if rule.clause is clause)
    question_id, _, answer = clause.id.partition("=")
    words = answer if answer.startswith(("below", "at least")) else answer_words(compiled, question_id, answer)
    return f"{compiled.source.questions[question_id].ask} {words}"


def reason_words(compiled: CompiledDocument, reason: Reason) -> str:
    """Why a clause holds: for a placement the question with the answer that was given."""
    if reason.clause.kind == "rule" or not reason.answers:
        return clause_words(compiled, reason.clause)
    question, shown = reason.answers[0]
    return f"{question_words(compiled, question)} {answer_words(compiled, question, shown)}"


IN_LAW = {
    "s17": "section 17 of the Children Act 1989",
    "s20": "section 20 of the Children Act 1989",
    "s31": "section 31 of the Children Act 1989",
    "s47": "section 47 of the Children Act 1989",
}

ACT_AT_ONCE = "Act at once. Call 999 if the danger is immediate."

CALL_999 = "If a child is in immediate danger, call 999 now. Then telephone children's social care."


def document_words(compiled: CompiledDocument) -> str:
    """Which document and edition a result rests on; says so when the document is not in force."""
    document = compiled.source.document
    words = f"{document.title}, edition {document.edition}"
    return words if document.status == "published" else f"{words} ({document.status})"


def danger_words(compiled: CompiledDocument) -> str:
    """What to do in immediate danger: the document's own words where it has them, and always 999."""
    own = compiled.source.document.statements.get("immediate-danger")
    if own is None:
        return CALL_999
    return own if "999" in own else f"{CALL_999} {own}"


def level_words(compiled: CompiledDocument, level: int) -> str:
    """A level by its name; with the band that it is shown as part of."""
    document = compiled.source.document
    own = document.levels[level]
    band = next((band for band in document.bands if band.id == own.part_of), None)
    return own.name if band is None or band.name == own.name else f"{own.name} (part of {band.name})"


def law_words(compiled: CompiledDocument, level: int) -> str | None:
    """The law behind a level, where the document names one."""
    named = [IN_LAW[basis] for basis in compiled.source.document.levels[level].legal_basis]
    return f"This level rests on {' and '.join(named)}." if named else None


def basis_words(compiled: CompiledDocument, child: ChildResult) -> str:
    """What decided the level: answers, a `not-known` that was said, or too little known."""
    match child.recommendation.basis:
        case "answers" if child.reasons:
            return f"What is known meets these indicators in {document_words(compiled)}:"
        case "answers":
            return (
                f"What is known meets no indicator above this level in {document_words(compiled)}. That describes "
                "what is known on this day, and no more."
            )
        case "not-known":
            return f"Something that is not known is itself an indicator in {document_words(compiled)}:"
        case "too-little-known":
            return (
                f"Too little is known. Until more is, {document_words(compiled)} asks for this level, since what is "
                "not known could lead higher."
            )


def range_words(compiled: CompiledDocument, child: ChildResult) -> str | None:
    """How high the level could turn out; None where what is not known cannot raise it."""
    found = child.recommendation
    if found.highest <= found.level:
        return None
    return f"What is not known could take it as high as {level_words(compiled, found.highest)}."


def with_citation(words: str, clause: Clause) -> str:
    """Words with the place in the document where they stand."""
    return f"{words} ({clause.cite})" if clause.cite else words


def unknown_words(compiled: CompiledDocument, unknown: Unknown) -> str:
    """One unknown that matters, and how far it could lead."""
    return f"{question_words(compiled, unknown.question)} It {could_words(compiled, unknown)}."


def could_words(compiled: CompiledDocument, unknown: Unknown) -> str:
    """How far an unknown could lead, as part of a sentence."""
    could = "could lead to" if unknown.decided else "could lead (not worked out to the end) to"
    return f"{could} {level_words(compiled, unknown.could_reach)}"


def later_words(count: int) -> str:
    """How many questions matter that come up only if one of the unknowns above them is answered."""
    if count == 1:
        return "1 more question matters if one of these answers brings it up."
    return f"{count} more questions matter if one of these answers brings them up."


def raise_words(compiled: CompiledDocument, step: Raise) -> str:
    """Which next answer would raise the level, and to what."""
    question = compiled.source.questions[step.question]
    answer = step.answer if question.number else answer_words(compiled, step.question, step.answer)
    return f'{question.ask} If the answer were "{answer}": {level_words(compiled, step.level)}.'


def set_aside_words(compiled: CompiledDocument, question_id: str, shown: str) -> str:
    """An answer that did not count, since the other answers or the age leave the question out."""
    return f"{question_words(compiled, question_id)} {answer_words(compiled, question_id, shown)}"


AGAINST_TITLE = "What points lower"

AGAINST_CAUTION = (
    "Weigh these with the reasons. They do not lower the level, and they cancel none of what worries you: harm can "
    "stand beside strengths. Ask how you know each of them, and whether it lasts."
)


def strength_words(compiled: CompiledDocument, question_id: str, shown: str) -> str:
    """A strength that is evidenced, with the answer that says so."""
    return f"A strength. {question_words(compiled, question_id)} {answer_words(compiled, question_id, shown)}"


def lower_words(compiled: CompiledDocument, found: LowerAnswer) -> str:
    """An answer that by itself leads lower, and how far; a more concerning one would reach the level."""
    answer = answer_words(compiled, found.question, found.answer).removesuffix(".")
    said = f"{question_words(compiled, found.question)} {answer}."
    if found.clause is None or found.clause.level is None:
        return f"{said} By itself this meets no indicator; a more concerning answer would."
    return with_citation(f"{said} By itself this is at {level_words(compiled, found.clause.level)}", found.clause) + "."


def because_words(compiled: CompiledDocument, question_id: str, shown: str | None) -> str:
    """Why a question is asked: an earlier answer, or the child's age."""
    if question_id == AGE:
        return "of the child's age"
    if shown is None:
        return f"this is not known yet: {question_words(compiled, question_id)}"
    return f'of the answer "{answer_words(compiled, question_id, shown)}" to: {question_words(compiled, question_id)}'


def urgent_contacts(compiled: CompiledDocument) -> tuple[str, ...]:
    """The contacts for immediate danger, each in words."""
    contacts = {contact.id: contact for contact in compiled.source.document.contacts}
    return tuple(contact_words(c, contacts.get(c.out_of_hours or "")) for c in contacts.values() if c.urgent)


def step_words(step: NextStep) -> str:
    """One next step: what to do, by when and through whom."""
    when = when_words(step) if step.action.within else ""
    return " ".join([step.action.do, *(f"{words}." for words in (when, reach_words(step)) if words)])


def shown_early_words(case: Case, ref: str) -> str | None:
    """That a child's route was shown before an own view was given; None where it was not."""
    if ref not in case.route_shown_early:
        return None
    view = "this view" if ref in case.own_view else "a view"
    return f"An answer called for it at once, so it was shown before {view} was given."


def guarded_words(case: Case) -> tuple[str, ...]:
    """Ways of reaching the family that may put somebody in danger, each as a warning; then a safer one, if known."""
    guarded = case.guarded_contact
    if guarded is None:
        return ()
    warnings = {
        "Do not telephone the family: it may put somebody in danger.": guarded.phone,
        "Do not leave messages, by voice, text or email: somebody else may hear or read them.": guarded.messages,
        "Do not write to the family: it may put somebody in danger.": guarded.post,
        "Do not print this where somebody in the family could read it.": guarded.print,
    }
    safely = (f"A way and a time that is safer: {guarded.safely}",) if guarded.safely else ()
    return (*(warning for warning, may in warnings.items() if not may), *safely)
