"""Every short form is explained, and every entry of a glossary is there for a reason."""

from __future__ import annotations

import re

import pytest

from tests.content.shipped import AREAS, document, said_in_document, said_in_glossary, said_in_questions

ACRONYM = re.compile(r"\b[A-Z]{2,}s?\b")

EVERYDAY = {"SIM": "a SIM card", "NHS": "the National Health Service"}
"""Short forms that need no explanation in England."""

MET_ELSEWHERE = {
    "advice without a name": "what the consultation line offers, and its consent exceptions allow",
    "assessment framework": "the three domains rest on it",
    "caf": "the older name of an early help assessment",
    "child protection conference": "what may follow an enquiry",
    "chronology": "what services call events in date order",
    "coercive control": "the crime by its name in law",
    "concealed pregnancy": "what midwives and records call a hidden pregnancy",
    "contact with family": "what courts and records call contact; alone the word means more than that",
    "criminal exploitation": "one of the forms of exploitation, by its name in guidance",
    "disclosure": "what records call a child's telling",
    "domain": "the sides of the assessment framework, as results name them",
    "escalation": "what the stages for disagreement are called elsewhere",
    "evidenced": "what a strength has to be in order to count",
    "fabricated or induced illness": "the condition by its name in guidance",
    "family plan": "what comes of a Family Help meeting",
    "fgm": "how the law and records shorten it",
    "gillick competent": "one of those who may give consent",
    "harm outside the home": "what guidance calls it",
    "honour-based abuse": "how the law and records name it",
    "indicator": "what a result says is met",
    "kinship care": "what relatives who care are called in law",
    "lscb": "the older name of a partnership, which many still say",
    "lscp": "what the partnership is called in guidance",
    "mash": "what a front door is called elsewhere",
    "moving up and down": "the planned move between levels",
    "parental responsibility": "one of those who may give consent",
    "protective factor": "what other documents call a strength",
    "section 20": "a part of the Children Act that a family may hear of",
    "section 31": "a part of the Children Act that a family may hear of",
    "sexual exploitation": "one of the forms of exploitation, by its name in guidance",
    "statutory": "what the tool calls a level with a duty in law",
    "step up and step down": "the planned move between levels",
    "step up, step down": "the planned move between levels",
    "strength": "what the last section asks about",
    "team around the family": "what other areas call the people of a plan",
    "threshold": "what the whole document is called",
    "window of need": "what the whole document is called",
}
"""Entries whose words stand in no text of the document: people meet them in results, in law or in other areas."""

pytestmark = pytest.mark.parametrize("area", AREAS)


def words_of(area: str) -> str:
    """All words that an area shows, its glossary's own explanations among them, in small letters."""
    return " ".join(said.text for said in (*said_in_document(area), *said_in_questions(area))).casefold()


def test_every_short_form_is_explained(area: str) -> None:
    """Every word in capitals that anybody reads is a term of the glossary, or part of an explanation there."""
    said = (*said_in_document(area), *said_in_questions(area), *said_in_glossary(area))
    used = {form.removesuffix("s") for text in said for form in ACRONYM.findall(text.text)}
    glossary = document(area).document.glossary
    explained = " ".join([*glossary, *glossary.values()])

    assert {form for form in used if form not in explained} <= set(EVERYDAY)


def test_every_term_is_used(area: str) -> None:
    """Every term of the glossary stands in the area's texts, or is one that people meet elsewhere."""
    text = words_of(area)
    unused = {term.casefold() for term in document(area).document.glossary if term.casefold() not in text}

    assert unused <= set(MET_ELSEWHERE)


def test_terms_are_explained_in_other_words(area: str) -> None:
    """An explanation is a sentence of five words or more, or sends to another term; no two terms share one."""
    glossary = document(area).document.glossary
    elsewhere = {f"see {term.casefold()}." for term in glossary}

    assert all(text.endswith((".", '."')) for text in glossary.values())
    assert all(len(text.split()) >= 5 or text.casefold() in elsewhere for text in glossary.values())
    assert len(set(glossary.values())) == len(glossary)


def test_the_words_of_the_law_are_explained(area: str) -> None:
    """Consent, significant harm, and the sections of the law that the levels name, are in the glossary."""
    terms = {term.casefold() for term in document(area).document.glossary}
    sections = {f"section {basis[1:]}" for level in document(area).document.levels for basis in level.legal_basis}

    assert {"significant harm", "consent", *sections} <= terms
