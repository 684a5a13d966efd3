"""Which questions are shared, and which are the same."""

from __future__ import annotations

from tests.comparison.samples import area, both
from threshold_tool.comparison.shared_questions import asked_by, same_answers, same_in_meaning


def test_words_do_not_count() -> None:
    """A question that is asked in other words is the same one."""
    small, neighbour = (area(name).source.questions for name in ("small", "neighbour"))

    assert "drink-effect" in same_in_meaning(small, neighbour)


def test_other_answers_make_another_question() -> None:
    """What takes other answers is neither the same question nor comparable."""
    small, neighbour = (area(name).source.questions for name in ("small", "neighbour"))

    assert not same_answers(small["trusted-adult"], neighbour["trusted-adult"])
    assert "trusted-adult" not in same_in_meaning(small, neighbour)


def test_a_question_follows_the_one_it_depends_on() -> None:
    """When an earlier question is not the same, what is asked because of it is not either."""
    small = area("small").source.questions
    other = {**small, "drink-concern": small["drink-concern"].model_copy(update={"theme": "school"})}

    assert same_in_meaning(small, other) == small.keys() - {"drink-concern", "drink-effect"}


def test_who_asks_what() -> None:
    """Each question has the documents that ask it, in their order."""
    found = asked_by(both())

    assert found["danger-now"] == ("small", "neighbour")
    assert found["told"] == ("small",)
    assert found["boats"] == ("neighbour",)
