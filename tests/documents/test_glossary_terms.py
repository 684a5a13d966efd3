"""Glossary terms in a text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.content.shipped import AREAS, all_said, document
from threshold_tool.documents.glossary_terms import Glossary, TermFound

GLOSSARY = Glossary(
    {
        "Child": "Anyone under 18.",
        "Child in need": "A child who needs services.",
        "Section 17": "Services for children in need.",
        "MASH": "The team at the front door.",
        "DSL": "Designated safeguarding lead.",
        "Young carer": "A child who looks after somebody.",
        "Children's doctor": "A doctor who advises.",
        "LADO": "See designated officer.",
        "Designated officer": "The council's officer.",
        "Contact (family time)": "Time with a parent.",
    }
)

WORDS = st.sampled_from(["child", "Child", "need", "MASH", "mash", "in", "s17", "18", "carer's", "é"])
TERMS = st.lists(WORDS, min_size=1, max_size=3).map(" ".join)
GLOSSARIES = st.dictionaries(TERMS, st.just("Meaning."), max_size=6).map(Glossary)
TEXTS = st.lists(st.one_of(WORDS, st.sampled_from(["children", "childs", "MASHs", "-", "(", ").", "x"])), max_size=12)


def found(text: str, glossary: Glossary = GLOSSARY) -> list[tuple[str, str]]:
    """What stands in the text, and the term that it is."""
    return [(text[term.start : term.end], term.term) for term in glossary.find(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Is this child in need of help?", [("child in need", "Child in need")]),
        ("A CHILD, Child and child.", [("CHILD", "Child"), ("Child", "Child"), ("child", "Child")]),
        ("Ring the MASH.", [("MASH", "MASH")]),
        ("Fish and mash, and Mash.", []),
        ("Two DSLs met.", [("DSLs", "DSL")]),
        ("Young carers, a young  carer", [("Young carers", "Young carer"), ("young  carer", "Young carer")]),
        ("A child-in-need plan", [("child-in-need", "Child in need")]),
        ("The child's day", [("child", "Child")]),
        ("Children and childhood, grandchild, child_1", []),
        ("Section 17(2) and Section 170", [("Section 17", "Section 17")]),
        ("the children\N{RIGHT SINGLE QUOTATION MARK}s doctor", [("children\u2019s doctor", "Children's doctor")]),
        ("No contact (family time) yet", [("contact (family time)", "Contact (family time)")]),
        ("", []),
    ],
)
def test_terms_in_a_text(text: str, expected: list[tuple[str, str]]) -> None:
    """Whole words, the longest term first, short forms as written, other words whatever their capitals."""

    assert found(text) == expected


def test_the_meaning_comes_with_the_place() -> None:
    """What is found says where it stands, which term it is and what it means."""

    assert GLOSSARY.find("Tell the DSL.") == (TermFound(9, 12, "DSL", "Designated safeguarding lead."),)


def test_a_term_that_sends_to_another_brings_its_meaning() -> None:
    """Nobody has to look up a second entry by hand; an entry that sends nowhere stays as it is."""

    assert GLOSSARY.meaning("LADO") == "See designated officer. The council's officer."
    assert Glossary({"LADO": "See page 4."}).meaning("LADO") == "See page 4."


def test_an_empty_glossary_finds_nothing() -> None:
    """A document without a glossary, or with a term of spaces alone, is no reason to fail."""

    assert Glossary({}).find("A child.") == ()
    assert Glossary({" ": "Nothing.", "-": "Nothing."}).find("A child - or two.") == ()


def test_names_count_only_as_written() -> None:
    """A programme called Prevent is not found where somebody prevents something."""

    glossary = Glossary({"Prevent": "A programme.", "Night team": "Social workers."}, frozenset({"Prevent"}))
    assert found("Prevent and the night team prevent; he prevents it", glossary) == [
        ("Prevent", "Prevent"),
        ("night team", "Night team"),
    ]


@pytest.mark.parametrize(
    ("area", "names", "words"),
    [
        ("exampleshire", {"Prevent", "Front Door", "Emergency Duty Team"}, {"Level", "Child", "Neglect", "Consent"}),
        ("northfold", {"Prevent", "First Call", "Exploitation Hub"}, {"Level", "Exploitation", "Young carer"}),
        ("eastmere", {"Prevent", "Channel", "Access Team"}, {"Child", "Disabled child"}),
    ],
)
def test_names_are_what_a_document_writes_large(area: str, names: set[str], words: set[str]) -> None:
    """Within its sentences a document writes names large, and other words small, a level before its number aside."""

    found_names = Glossary.of(document(area).document).names
    assert names <= found_names
    assert not words & found_names


@given(GLOSSARIES, TEXTS)
def test_what_is_found_is_the_term(glossary: Glossary, words: list[str]) -> None:
    """Each place reads as its term, with a plural s at most, and the places follow one another."""

    text = " ".join(words)
    end = 0
    for term in glossary.find(text):
        assert term.start >= end
        end = term.end
        read = text[term.start : term.end].replace("-", " ").casefold()
        assert " ".join(read.split()) in (term.term.casefold(), f"{term.term.casefold()}s")


@given(GLOSSARIES, TEXTS)
def test_the_longest_term_wins_and_none_is_missed(glossary: Glossary, words: list[str]) -> None:
    """The same as trying, at the beginning of every word, each term word by word, the longest first."""

    text = " ".join(words)
    places = [(term.start, term.end) for term in glossary.find(text)]
    assert places == slow_places(glossary, text)


@given(TERMS, st.sampled_from(["", " ", "(", '"', "-", "\n"]), st.sampled_from(["", " ", ").", "'s", "\n"]))
def test_every_term_is_found_where_it_stands(term: str, before: str, after: str) -> None:
    """A term is found as it is written, whatever signs surround it."""

    (only,) = Glossary({term: "Meaning."}).find(f"{before}{term}{after}")
    assert (only.start, only.end, only.term) == (len(before), len(before) + len(term), term)


@given(TERMS)
def test_part_of_a_word_is_no_term(term: str) -> None:
    """A term inside a longer word is another word."""

    assert Glossary({term: "Meaning."}).find(f"x{term}x") == ()


@pytest.mark.parametrize("area", AREAS)
def test_every_shipped_term_is_found_in_the_texts_that_use_it(area: str) -> None:
    """In the shipped documents each place reads as its term, and many texts have one."""

    glossary = Glossary.of(document(area).document)
    texts = [said.text for said in all_said(area)]
    spans = [(text[t.start : t.end].casefold(), t.term.casefold()) for text in texts for t in glossary.find(text)]
    assert len(spans) > 100
    assert all(" ".join(span.replace("-", " ").split()).startswith(term.replace("-", " ")) for span, term in spans)


def slow_places(glossary: Glossary, text: str) -> list[tuple[int, int]]:
    """Where terms stand, found by trying every beginning and every end."""
    places: list[tuple[int, int]] = []
    start = 0
    while start < len(text):
        ends = [end for end in range(len(text), start, -1) if reads_as_a_term(glossary, text, start, end)]
        if ends:
            places.append((start, ends[0]))
        start = ends[0] if ends else start + 1
    return places


def reads_as_a_term(glossary: Glossary, text: str, start: int, end: int) -> bool:
    """Whether this part of a text is whole words that are a term or its plural."""
    if any(text[i - 1 : i + 1].replace("_", "x").isalnum() for i in (start, end) if 0 < i < len(text)):
        return False
    words = text[start:end].replace("-", " ").split()
    part_is_trimmed = text[start:end] == text[start:end].strip(" -")
    return part_is_trimmed and any(same_words(words, term.split()) for term in glossary.entries)


def same_words(words: list[str], term: list[str]) -> bool:
    """Whether words are those of a term; the last may have a plural s."""
    if len(words) != len(term):
        return False
    *firsts, last = zip(words, term, strict=True)
    plural = last[1][-1].isalpha() and last[0].endswith("s") and same_word(last[0][:-1], last[1])
    return all(same_word(*pair) for pair in firsts) and (same_word(*last) or plural)


def same_word(word: str, term: str) -> bool:
    """Whether a word is a word of a term: short forms as written, others whatever their capitals."""
    return word == term if term == "MASH" else word.casefold() == term.casefold()
