"""Cases of every shape, for properties that hold of all of them."""

from __future__ import annotations

from datetime import date, time, timedelta
from typing import Any

from hypothesis import strategies as st

from threshold_tool.cases.model import (
    Case,
    CaseChild,
    ConsentAsked,
    Decision,
    EarlierConcernEntry,
    FollowUp,
    GuardedContact,
    MadeWith,
    Note,
    Person,
    PlanStep,
    Views,
)
from threshold_tool.deadlines.ages import parse_age

ON = date(2026, 11, 16)
IDS = st.text("abz09", min_size=1, max_size=6).map("-".join)
ANSWERS = st.dictionaries(
    IDS, st.sampled_from(["no", "yes", "91", "12.50", "0x1", "1e3", "null", "~", "on", "2026-01-01"]), max_size=3
)
ANY_WORDS = st.text("aZ09 \u00e9\u2019:#'\"-?{[&*!|>%@,\t\n\u0e01", min_size=1, max_size=30).map(str.strip).filter(bool)
WORDS = st.sampled_from(
    ["no", "12:30", "- a\n- b", "# all", 'it\'s: "so"', "{a: b}", "&a *a !a", "two\n\nlines", "\u00e9\u2019\u0e01"]
)
"""Few enough to be quick, each one a trap for whoever writes YAML."""
DAYS = st.integers(-400, 0).map(lambda days: ON + timedelta(days=days))
FLAGS = st.booleans()
AGES: st.SearchStrategy[dict[str, Any]] = st.sampled_from(
    [
        {},
        {"age": parse_age("8 years")},
        {"age": parse_age("18 months")},
        {"born": date(2020, 2, 29)},
        {"due": date(2027, 2, 1)},
    ]
)


def _maybe(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.none() | strategy


_NOTES = st.builds(
    Note, text=WORDS, source=_maybe(st.sampled_from(["seen", "told", "records", "opinion"])), when=_maybe(DAYS)
)
_DECISIONS = st.builds(Decision, level=IDS, reason=_maybe(WORDS), manager=_maybe(WORDS))
_VIEWS = st.builds(Views, child=_maybe(WORDS), family=_maybe(WORDS), not_yet_asked=_maybe(WORDS))
_CONSENT = st.builds(ConsentAsked, asked=_maybe(WORDS), on=_maybe(DAYS), answer=_maybe(WORDS), why_not=_maybe(WORDS))
_GUARDED = st.builds(GuardedContact, phone=FLAGS, messages=FLAGS, post=FLAGS, print=FLAGS, safely=_maybe(WORDS))
_FOLLOW_UP = st.builds(
    FollowUp,
    referral_sent=_maybe(DAYS),
    outcome=_maybe(IDS),
    decided=_maybe(DAYS),
    disagreement=_maybe(DAYS),
    plan_start=_maybe(DAYS),
)


@st.composite
def cases(draw: st.DrawFn) -> Case:
    """Any case that a file could hold, every key of the format among them."""
    refs = draw(st.lists(st.sampled_from("ABCD"), min_size=1, max_size=3, unique=True))
    some = st.lists(st.sampled_from(refs), unique=True).map(tuple)

    def by_child(values: st.SearchStrategy[Any], *others: str) -> dict[str, Any]:
        return draw(st.dictionaries(st.sampled_from([*refs, *others]), values, max_size=2))

    people = st.builds(
        lambda **said: Person.model_validate({"is": said.pop("is_"), **said}),
        is_=WORDS,
        of=some,
        lives_here=_maybe(FLAGS),
        parental_responsibility=_maybe(FLAGS | st.just("not-known")),
        identified=FLAGS,
        ref=st.just("P1"),
    )
    earlier = st.builds(EarlierConcernEntry, on=DAYS, children=some, answers=ANSWERS, text=WORDS)
    return Case(
        format="threshold-case/1",
        title=draw(_maybe(WORDS)),
        on=ON,
        at=draw(_maybe(st.builds(time, st.integers(0, 23), st.integers(0, 59)))),
        role=draw(st.sampled_from(["school", "health", "early-years", "police", "voluntary", "other"])),
        children=tuple(
            CaseChild(ref=ref, lives=draw(_maybe(WORDS)), answers=draw(ANSWERS), **draw(AGES)) for ref in refs
        ),
        family=draw(ANSWERS),
        nothing_seen_in=draw(st.lists(IDS, max_size=3).map(tuple)),
        people=draw(st.lists(people, max_size=1).map(tuple)),
        guarded_contact=draw(_maybe(_GUARDED)),
        notes=by_child(st.dictionaries(IDS, _NOTES, max_size=2), "family"),
        earlier_concerns=draw(st.lists(earlier, max_size=2).map(tuple)),
        worry=draw(_maybe(WORDS)),
        views=by_child(_VIEWS),
        own_view=by_child(IDS),
        own_view_because=by_child(WORDS),
        route_shown_early=draw(some),
        consent=by_child(_CONSENT),
        plan=draw(st.lists(st.builds(PlanStep, do=WORDS, who=_maybe(WORDS), by=_maybe(DAYS)), max_size=2).map(tuple)),
        decision=by_child(_DECISIONS),
        follow_up=by_child(_FOLLOW_UP),
        look_again=draw(_maybe(DAYS)),
        document=draw(_maybe(st.builds(MadeWith, id=IDS, edition=WORDS, fingerprint=WORDS))),
        calendar_key=draw(_maybe(WORDS)),
    )
