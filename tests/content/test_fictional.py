"""The shipped documents are invented, and nothing in them can reach or point at anybody real."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.content.real_names import COUNCILS, ORGANISATIONS, SHORTER
from tests.content.shipped import AREAS, document
from threshold_tool.paths import documents_folder

if TYPE_CHECKING:
    from pathlib import Path

FILES = sorted(documents_folder().rglob("*.yaml"))

# Ofcom keeps these numbers for drama: no telephone rings there.
FOR_DRAMA = re.compile(r"01632 960[0-9]{3}")
LOOKS_LIKE_A_PHONE = re.compile(r"\b0[0-9]{2,4}[ -]?[0-9]{3,4}[ -]?[0-9]{3,4}\b|\+44")
E_MAIL = re.compile(r"[\w.+-]+@[\w.-]+")
WEB = re.compile(r"https?://|\bwww\.|\b[\w-]+\.(gov|org|nhs|police|sch|com)\b", re.IGNORECASE)
POSTCODE = re.compile(r"\b[A-Z]{1,2}[0-9][0-9A-Z]? ?[0-9][A-Z]{2}\b")
# "Reading" and "Relate" also begin sentences, "Shelter" is also a roof: only their use as a name is looked for.
ALSO_WORDS = {
    "Reading": r"(?<=[a-z] )Reading\b",
    "Relate": r"(?<=[a-z] )Relate\b",
    "Shelter": r"(?<=[a-z] )Shelter\b",
    "Bury": r"(?<=[a-z] )Bury\b",
}
NAMES = [ALSO_WORDS.get(name, rf"\b{re.escape(name)}\b") for name in (*COUNCILS, *SHORTER, *ORGANISATIONS)]
ANY_NAME = re.compile("|".join(NAMES))


def real_names(text: str) -> list[str]:
    """The real places and organisations that a text names."""
    return ANY_NAME.findall(text)


def by_file(file: Path) -> str:
    return file.relative_to(documents_folder()).as_posix()


@pytest.mark.parametrize("area", AREAS)
def test_status_is_fictional(area: str) -> None:
    """Every shipped document says that it is fictional, so that its records are marked for training."""
    assert document(area).document.status == "fictional"


@pytest.mark.parametrize("area", AREAS)
def test_numbers_and_addresses_reach_nobody(area: str) -> None:
    """Every telephone number is one kept for drama, every e-mail ends in .example, and no two contacts share either."""
    contacts = document(area).document.contacts
    phones = [contact.phone for contact in contacts]
    e_mails = [contact.email for contact in contacts]

    assert all(phone and FOR_DRAMA.fullmatch(phone) for phone in phones)
    assert all(e_mail and re.search(rf"[@.]{area}\.example$", e_mail) for e_mail in e_mails)
    assert len(set(phones)) == len(phones)
    assert len(set(e_mails)) == len(e_mails)


def test_areas_share_no_number() -> None:
    """No number belongs to two areas: a slip that reads the wrong document would be seen."""
    phones = [contact.phone for area in AREAS for contact in document(area).document.contacts]

    assert len(set(phones)) == len(phones)


@pytest.mark.parametrize("file", FILES, ids=by_file)
def test_no_text_points_at_anybody_real(file: Path) -> None:
    """No file, comments included, has another number, a real address, a postcode, or a real place or organisation."""
    text = file.read_text(encoding="utf-8")
    phones = [found for found in LOOKS_LIKE_A_PHONE.findall(FOR_DRAMA.sub("", text)) if found]

    assert not phones
    assert all(e_mail.endswith(".example") for e_mail in E_MAIL.findall(text))
    assert not POSTCODE.findall(text)
    assert not WEB.findall(text)
    assert real_names(" ".join(text.split())) == []


def test_there_are_153_councils() -> None:
    """The list of councils is complete: 21 counties, 33 in London, 36 metropolitan and 63 unitary."""
    assert len(COUNCILS) == len(set(COUNCILS)) == 153


@pytest.mark.parametrize(
    "text", ["Ring Kent's front door.", "a move to Milton Keynes", "the council in Reading", "NSPCC"]
)
def test_a_real_name_is_noticed(text: str) -> None:
    """The search for real names finds one."""
    assert real_names(text)


def test_a_real_postcode_and_number_are_noticed() -> None:
    """The search for postcodes, numbers and web addresses finds them, and passes over numbers kept for drama."""
    assert POSTCODE.search("at AB1 2CD today")
    assert LOOKS_LIKE_A_PHONE.search("ring 020 7946 0000")
    assert FOR_DRAMA.fullmatch("01632 960123")
    assert WEB.search("see www.example.org")
