"""What a level says of consent, in plain sentences, and what has to be written down about it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from threshold_tool.evaluation.explain import law_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from threshold_tool.cases.model import ConsentAsked
    from threshold_tool.documents.model import Consent, Level
    from threshold_tool.evaluation.compiled import CompiledDocument

RULES = {
    "none": "No special consent is needed.",
    "required": "Consent is required.",
    "sought": "Agreement is sought.",
    "written": "Agreement is sought in writing.",
    "not-required": "Consent is not required.",
}

_REFUSAL = {
    "required": "A refusal by itself neither raises nor lowers the level. Ask what it leaves the child with.",
    "sought": "A refusal does not lower the level, and never holds up the protection of a child.",
    "written": "A refusal does not lower the level, and never holds up the protection of a child.",
}

TELL_PARENTS = (
    "Tell the parents all the same, unless telling them could put anyone at greater risk, prejudice a police "
    "investigation, put evidence at risk or cause delay. If you do not tell them, write down why."
)

NEVER_ALERT = "Never alert a person who may be harming the child or somebody else."

_SILENT = "The document does not say what to do about consent at this level. Ask your safeguarding lead."

_WHO_MAY = {
    "parental-responsibility": "someone with parental responsibility",
    "young-person-16": "a young person aged 16 or 17",
    "gillick-competent": "a child under 16 who is Gillick competent",
}

_SHOWN = {
    "signed": "signed by whoever gives it",
    "recorded": "written down by whoever asks",
    "spoken-and-recorded": "said, and written down by whoever asks",
}


@dataclass(frozen=True, slots=True)
class ConsentField:
    """Something to write down; `key` is its place in a case's `consent`."""

    key: Literal["asked", "on", "answer", "why_not"]
    label: str
    hint: str = ""


_ROLE_HINT = "Say who it is to the child, such as mother. No name is needed."

ASKED = (
    ConsentField("asked", "Who was asked", _ROLE_HINT),
    ConsentField("on", "When they were asked"),
    ConsentField("answer", "What they answered"),
    ConsentField("why_not", "If nobody was asked: why not"),
)
TOLD = (
    ConsentField("asked", "Who was told", _ROLE_HINT),
    ConsentField("on", "When they were told"),
    ConsentField("answer", "What they said"),
    ConsentField("why_not", "If nobody was told: why not"),
)


@dataclass(frozen=True, slots=True)
class ConsentWords:
    """What a level says of consent: the law behind it, sentences to read, exceptions, and the fields of the form.

    `law` is None where the document names none. Without `fields` there is nothing that has to be written down.
    """

    law: str | None
    sentences: tuple[str, ...]
    exceptions: tuple[str, ...]
    fields: tuple[ConsentField, ...]

    def missing(self, said: ConsentAsked | None) -> str | None:
        """What is still to be written down; None where nothing is.

        Either who, when and the answer, or why not.
        """
        if not self.fields or (said and (said.why_not or (said.asked and said.on and said.answer))):
            return None
        if self.fields == TOLD:
            return "Write down who was told, when, and what they said, or why nobody was told."
        return "Write down who was asked, when, and what they answered, or why nobody was asked."


def consent_words(compiled: CompiledDocument, level: int) -> ConsentWords:
    """What to know and to write down about consent at a level, such as the one decided on."""
    consent = compiled.source.document.levels[level].consent
    exceptions = tuple(exception.text for exception in consent.exceptions) if consent else ()
    return ConsentWords(law_words(compiled, level), tuple(_sentences(compiled, level)), exceptions, _fields(consent))


def who_may_give(consent: Consent) -> str:
    """Who can give consent: "someone with parental responsibility; a young person aged 16 or 17"."""
    return "; ".join(_WHO_MAY.get(each, _plain(each)) for each in consent.given_by)


def how_shown(consent: Consent) -> str:
    """How consent is shown, such as "signed by whoever gives it"; "" where the document does not say."""
    return _SHOWN.get(consent.evidence or "", _plain(consent.evidence or ""))


def _sentences(compiled: CompiledDocument, level: int) -> Iterator[str]:
    written = compiled.source.document.levels[level]
    yield from _rule(compiled, written) if written.consent else (_SILENT,)
    if written.statutory:
        yield NEVER_ALERT


def _rule(compiled: CompiledDocument, level: Level) -> Iterator[str]:
    consent = level.consent
    if consent is None:
        return
    yield RULES[consent.rule]
    if consent.text:
        yield consent.text
    if consent.rule == "not-required":
        yield TELL_PARENTS
    if consent.given_by:
        yield f"Who may give it: {who_may_give(consent)}."
    if "parental-responsibility" in consent.given_by:
        yield "An adult without parental responsibility cannot give it for a child."
    if consent.evidence:
        yield f"How it is shown: {how_shown(consent)}."
    if consent.rule in _REFUSAL:
        yield _REFUSAL[consent.rule]
    if consent.if_refused:
        actions = compiled.source.document.actions
        yield f"If it is refused: {next(action.do for action in actions if action.id == consent.if_refused)}"


def _fields(consent: Consent | None) -> tuple[ConsentField, ...]:
    if consent is None:
        return ASKED
    return {"none": (), "not-required": TOLD}.get(consent.rule, ASKED)


def _plain(identifier: str) -> str:
    """An id as words."""
    return identifier.replace("-", " ")
