"""How easily the question sets and documents are read: `python -m tests.content.reading_age`.

Prints a table in Markdown. It informs writers and decides nothing: a low figure does not make a question
good. Needs the extra `content` (textstat). The automated readability index is used since it counts letters,
words and sentences alone, and so needs no dictionary from the network.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from tests.content.shipped import AREAS, SETS, Said, question_set, said_in_document, said_in_question

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

STARTS_SCHOOL_AT = 5
"""English children begin the first year, which the index counts as grade 1, at this age."""

FEWEST_WORDS = 3
"""The index counts sentences from three words; shorter texts, such as "Yes", would make the others look longer."""


def ask_and_answers(said: Iterable[Said]) -> str:
    """What is read aloud of questions, as one text of finished sentences."""
    return _as_sentences(one for one in said if one.place.split()[2] in ("ask", "answer"))


def guidance(said: Iterable[Said]) -> str:
    """What is read beside questions: why they are asked, and what to look for."""
    return _as_sentences(one for one in said if one.place.split()[2] in ("why", "look_for"))


def reading_age(text: str) -> float:
    """The age in years at which a text is read with ease, by the automated readability index."""
    import textstat

    return STARTS_SCHOOL_AT + float(textstat.automated_readability_index(text))


def words_in_a_sentence(text: str) -> float:
    """The mean number of words in a sentence."""
    import textstat

    return float(textstat.words_per_sentence(text))


def rows() -> Iterator[tuple[str, str, float, float]]:
    """For each set and document: its name, which texts, their reading age, and words in a sentence."""
    for set_id in SETS:
        said = [one for question in question_set(set_id).questions for one in said_in_question(question)]
        for what, text in (("questions, answers", ask_and_answers(said)), ("why, look for", guidance(said))):
            yield set_id, what, reading_age(text), words_in_a_sentence(text)
    for area in AREAS:
        text = _as_sentences(said_in_document(area))
        yield f"{area}.yaml", "statements, levels, actions, rules", reading_age(text), words_in_a_sentence(text)


def main() -> int:
    """Prints the table; 2 when textstat is not there."""
    try:
        table = list(rows())
    except ImportError:
        sys.stderr.write('Reading ages need textstat: install the extra with `pip install -e ".[content]"`.\n')
        return 2
    sys.stdout.write("| what | texts | reading age | words in a sentence |\n|---|---|---|---|\n")
    for name, what, age, words in table:
        sys.stdout.write(f"| {name} | {what} | {age:.0f} | {words:.0f} |\n")
    return 0


def _as_sentences(said: Iterable[Said]) -> str:
    """The texts with a full stop where they have no other end; not those too short to count as a sentence."""
    long_enough = [one.text for one in said if len(one.text.split()) >= FEWEST_WORDS]
    return " ".join(text if text[-1] in ".?!" else f"{text}." for text in long_enough)


if __name__ == "__main__":
    sys.exit(main())
