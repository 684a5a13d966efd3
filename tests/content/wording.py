"""What the wording of questions and documents is checked for: words to avoid, double negatives, questions in pairs."""

from __future__ import annotations

import re

AVOID = {
    r"addicts?": "say that a person uses, or depends on, alcohol or drugs",
    r"alcoholics?": "say that a person depends on alcohol",
    r"(drug|substance|alcohol) (ab)?users?": "name the use, not the person by it",
    r"(drug|substance|alcohol) abuse": "say use: abuse is what one person does to another",
    r"victims? of (his|her|their) own": "nobody is to blame for harm done to them",
    r"fail(s|ed|ing|ure)? to (protect|leave)": "say who does harm, and what each parent does",
    r"refus(es|ed|ing|al) to engage": "say what was offered, and why it was not taken",
    r"(did|does|do) not engage|non-?(engagement|complian\w+)": "say what was offered, and why it was not taken",
    r"hard to reach": "services are hard to reach, not people",
    r"(the|a) mental(ly)?\b(?! health| illness)": "say mental illness or mental health",
    r"(suffers?|suffering) from (?!it\b)": "say has",
    r"wheelchair.bound|confined to a wheelchair": "say uses a wheelchair",
    r"the (disabled|handicapped|homeless|mentally ill)": "say people who are",
    r"handicap\w*|retard\w*|special needs child(ren)?": "say disabled child, or name the need",
    r"illegal immigrants?": "say what a person's position is",
    r"commit(s|ted|ting)? suicide": "say took their own life: suicide is no crime",
    r"attention.seeking|manipulative|promiscuous|streetwise": "describe what the child does",
    r"child prostitut\w*|rent boys?": "say child who is exploited",
    r"(put|puts|putting|placing|places|placed) (him|her|them)sel(f|ves) at risk": "say who is a danger to the child",
    r"lifestyle choices?|(brought it on|asking for it)": "nobody chooses to be harmed",
    r"broken home|problem famil(y|ies)|troubled famil(y|ies)|dysfunctional|chaotic famil(y|ies)": "say what happens",
    r"violent relationship|abusive relationship|(they|parents) fight": "say who harms whom",
    r"domestic (disputes?|incidents?|disharmony)": "say abuse, and who does it to whom",
    r"unmarried mother|illegitimate|single mums?": "family form is no concern",
    r"did not attend|\bDNA\b": "children are not brought",
    r"service users?|clients?": "say parent, child, person",
    r"youths\b": "say young people",
    r"illegals|perpetrators?": "say person causing harm",
    r"and/or": "say which, or ask twice",
    r"e\.g\.|i\.e\.|etc\.?|via|per annum": "say it in English",
    r"in order to ascertain|utilis\w+|commenc\w+|prior to|regarding": "say it plainly",
}
"""Words to avoid, each with what to do instead."""

EXCEPTIONS = {
    "statement victims": "quotes the words that it tells people not to write",
    "question abuse-what-happens why": "quotes words that hide who is afraid of whom",
}
"""Places where a word to avoid stands for a reason, in some area."""

_AVOID = {re.compile(rf"\b(?:{pattern})", re.IGNORECASE): advice for pattern, advice in AVOID.items()}
_NEGATIVE = re.compile(
    r"\b(not|never|no|nobody|nothing|none|neither|nor|without|cannot|nowhere|hardly|unable|unlikely|unless|fails?|"
    r"refuses?|denies|lacks?)\b|n't\b",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"[.;:?,]|\b(?:and|or|but|although|because|while)\b")


def words_to_avoid(text: str) -> list[str]:
    """What a text should not say, each with what to say instead."""
    return [f"{found.group(0)}: {advice}" for pattern, advice in _AVOID.items() if (found := pattern.search(text))]


def double_negative(text: str) -> str | None:
    """The clause of a text that denies a denial, so that "no" could mean yes; None where there is none."""
    clauses = (clause.strip() for clause in _CLAUSE.split(text))
    return next((clause for clause in clauses if len(_NEGATIVE.findall(clause)) > 1), None)


def folded(text: str) -> str:
    """A text without case, spacing and punctuation."""
    return " ".join(re.findall(r"\w+", text.casefold()))
