"""Ages: which birth dates remain possible, and how cuts divide them."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from threshold_tool.deadlines.ages import (
    Age,
    AgeBand,
    AgeNotKnown,
    BirthSpan,
    Born,
    Due,
    PossibleAges,
    StatedAge,
    age_bands,
    parse_age,
    possible_births,
)
from threshold_tool.deadlines.durations import Duration, Unit, add_calendar, parse_duration

ON = date(2026, 11, 16)
A_DAY = timedelta(days=1)

assessment_dates = st.one_of(
    st.dates(date(2020, 1, 1), date(2032, 12, 31)),
    st.builds(date, st.integers(2020, 2032), st.just(2), st.just(28)),
    st.sampled_from([date(2024, 2, 29), date(2028, 2, 29)]),
    st.builds(date, st.integers(2020, 2032), st.sampled_from([1, 3, 5, 8, 10, 12]), st.just(31)),
    st.builds(date, st.integers(2020, 2032), st.just(3), st.just(1)),
)
ages = st.one_of(
    st.builds(Age, st.integers(0, 9_495), st.just(Unit.DAY)),
    st.builds(Age, st.integers(0, 1_356), st.just(Unit.WEEK)),
    st.builds(Age, st.integers(0, 311), st.just(Unit.MONTH)),
    st.builds(Age, st.integers(0, 25), st.just(Unit.YEAR)),
)
cuts = st.one_of(
    st.builds(Duration, st.integers(0, 4), st.just(Unit.DAY)),
    st.builds(Duration, st.integers(0, 800), st.just(Unit.DAY)),
    st.builds(Duration, st.integers(1, 200), st.just(Unit.WEEK)),
    st.builds(Duration, st.integers(1, 48), st.just(Unit.MONTH)),
    st.builds(Duration, st.integers(1, 30), st.just(Unit.YEAR)),
)


def every_birth(on: date) -> list[date]:
    """Every date on which a person now under 27 may have been born, the earliest first."""
    return [on - days * A_DAY for days in range(27 * 366, -1, -1)]


def is_under(birth: date, cut: Duration, on: date) -> bool:
    """The question as the design puts it."""
    return on < add_calendar(birth, cut)


def span_of(births: list[date]) -> BirthSpan:
    """Births one day after the other, as a span."""
    assert births == [births[0] + n * A_DAY for n in range(len(births))]
    return BirthSpan(births[0], births[-1])


@pytest.mark.parametrize(
    ("text", "age"),
    [
        ("8 years", Age(8, Unit.YEAR)),
        ("18 months", Age(18, Unit.MONTH)),
        ("3 weeks", Age(3, Unit.WEEK)),
        (" 5  Days ", Age(5, Unit.DAY)),
        ("0 years", Age(0, Unit.YEAR)),
        ("1 year", Age(1, Unit.YEAR)),
    ],
)
def test_reads_an_age_in_one_unit(text: str, age: Age) -> None:
    """Each form in the format's description is read as its number and its unit."""
    assert parse_age(text) == age


@given(ages)
def test_an_age_prints_as_it_is_written(age: Age) -> None:
    """Printing and reading are each other's opposite."""
    assert parse_age(str(age)) == age


@pytest.mark.parametrize("text", ["", "8", "eight", "1 year 6 months", "-1 years", "8.5 years", "8y", "unborn"])
def test_refuses_other_text_and_says_what_is_accepted(text: str) -> None:
    """One sentence shows how an age is written."""
    with pytest.raises(ValueError, match=r"is not an age: write one whole number of .*`18 months`\.$"):
        parse_age(text)


@pytest.mark.parametrize("text", ["4 hours", "30 minutes", "2 working days"])
def test_an_age_is_not_counted_in_hours_or_working_days(text: str) -> None:
    """Units that have no meaning for an age are named as the trouble."""
    with pytest.raises(ValueError, match=r"An age is not counted in .*: write one whole number"):
        parse_age(text)


@pytest.mark.parametrize(
    ("oldest", "too_old"),
    [
        ("25 years", "26 years"),
        ("311 months", "312 months"),
        ("1356 weeks", "1357 weeks"),
        ("9495 days", "9498 days"),
    ],
)
def test_ages_reach_to_just_under_26_years(oldest: str, too_old: str) -> None:
    """The greatest age under 26 is accepted in every unit, and the next is not."""
    possible_births(parse_age(oldest), ON)
    with pytest.raises(ValueError, match="reach 25 years at most"):
        possible_births(parse_age(too_old), ON)


def test_a_birth_date_is_an_exact_age() -> None:
    """A child with a birth date was born on that day and no other."""
    born = date(2018, 5, 3)
    assert possible_births(Born(born), ON) == PossibleAges(unborn=False, births=BirthSpan(born, born))


def test_a_child_may_be_born_on_the_assessment_date() -> None:
    """Today's baby is born; tomorrow's cannot have a birth date yet."""
    assert possible_births(Born(ON), ON).births == BirthSpan(ON, ON)
    with pytest.raises(ValueError, match="birth date is after the assessment date"):
        possible_births(Born(ON + A_DAY), ON)


def test_a_birth_date_reaches_back_to_the_day_before_a_26th_birthday() -> None:
    """Aged 25 to the last day is accepted; on the 26th birthday it is not."""
    possible_births(Born(date(2000, 11, 17)), ON)
    with pytest.raises(ValueError, match="reach 25 years at most"):
        possible_births(Born(date(2000, 11, 16)), ON)


def test_no_message_repeats_a_birth_date() -> None:
    """A message may end in a log, and a birth date is personal."""
    for born in (date(2027, 1, 5), date(1950, 1, 5)):
        with pytest.raises(ValueError, match="birth date") as refusal:
            possible_births(Born(born), ON)
        assert str(born.year) not in str(refusal.value)


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("8 years", date(2017, 11, 17), date(2018, 11, 16)),
        ("0 years", date(2025, 11, 17), date(2026, 11, 16)),
        ("18 months", date(2025, 4, 17), date(2025, 5, 16)),
        ("3 weeks", date(2026, 10, 20), date(2026, 10, 26)),
        ("5 days", date(2026, 11, 11), date(2026, 11, 11)),
        ("0 days", ON, ON),
    ],
)
def test_an_age_takes_in_every_birth_date_up_to_the_next_unit(text: str, earliest: date, latest: date) -> None:
    """8 years is any age from 8 to just under 9, and so for every unit."""
    assert possible_births(parse_age(text), ON) == PossibleAges(unborn=False, births=BirthSpan(earliest, latest))


def test_one_year_old_born_on_a_leap_day_has_a_birthday_on_1_march() -> None:
    """On 28 February a child of 29 February is still under 1; on 1 March aged 1."""
    under_one = possible_births(parse_age("0 years"), date(2025, 2, 28)).births
    aged_one = possible_births(parse_age("1 year"), date(2025, 3, 1)).births
    assert under_one == BirthSpan(date(2024, 2, 29), date(2025, 2, 28))
    assert aged_one == BirthSpan(date(2023, 3, 2), date(2024, 3, 1))


@settings(max_examples=60, deadline=None)
@given(ages, assessment_dates)
def test_an_age_leaves_exactly_the_births_a_day_by_day_search_leaves(age: Age, on: date) -> None:
    """Every birth date b with b + age <= on < b + (age + 1), under 26 years, and no other."""
    reached = Duration(age.count, age.unit) if age.count else Duration(0, Unit.DAY)
    not_reached = Duration(age.count + 1, age.unit)
    expected = [
        birth
        for birth in every_birth(on)
        if add_calendar(birth, reached) <= on < add_calendar(birth, not_reached)
        and is_under(birth, Duration(26, Unit.YEAR), on)
    ]
    assert possible_births(age, on) == PossibleAges(unborn=False, births=span_of(expected))


def test_an_age_that_reaches_26_is_cut_off_there() -> None:
    """1356 weeks may be a few days short of 26 years: only those births are left."""
    assert possible_births(parse_age("1356 weeks"), ON).births == BirthSpan(date(2000, 11, 17), date(2000, 11, 20))


@pytest.mark.parametrize("due", [ON, ON + A_DAY, ON + timedelta(weeks=45)])
def test_a_due_date_still_to_come_means_unborn(due: date) -> None:
    """From the assessment date to 45 weeks on, the child is unborn and nothing else."""
    assert possible_births(Due(due), ON) == PossibleAges(unborn=True, births=None)


def test_a_due_date_beyond_any_pregnancy_is_refused() -> None:
    """One day more than 45 weeks ahead is a slip."""
    with pytest.raises(ValueError, match="more than 45 weeks"):
        possible_births(Due(ON + timedelta(weeks=45, days=1)), ON)


@pytest.mark.parametrize("due", [ON - A_DAY, ON - timedelta(weeks=4)])
def test_a_due_date_just_past_leaves_open_unborn_or_under_one(due: date) -> None:
    """From a day to 4 weeks past, the child may be unborn or any age under 1 year."""
    assert possible_births(Due(due), ON) == PossibleAges(unborn=True, births=BirthSpan(date(2025, 11, 17), ON))


def test_an_older_due_date_is_refused() -> None:
    """A day more than 4 weeks past, the age itself has to be given."""
    with pytest.raises(ValueError, match="more than 4 weeks ago"):
        possible_births(Due(ON - timedelta(weeks=4, days=1)), ON)


def test_an_age_that_is_not_known_may_be_any_that_a_case_could_state() -> None:
    """Unborn, born today, and all between up to the day before a 26th birthday."""
    assert possible_births(AgeNotKnown(), ON) == PossibleAges(unborn=True, births=BirthSpan(date(2000, 11, 17), ON))


@given(assessment_dates)
def test_every_birth_left_open_by_an_unknown_age_is_accepted_as_a_birth_date(on: date) -> None:
    """The first and the last can be written into a case; the days outside them cannot."""
    births = possible_births(AgeNotKnown(), on).births
    assert births is not None
    for day in (births.earliest, births.latest):
        assert possible_births(Born(day), on).births == BirthSpan(day, day)
    for day in (births.earliest - A_DAY, births.latest + A_DAY):
        with pytest.raises(ValueError, match="birth date"):
            possible_births(Born(day), on)


@pytest.mark.parametrize("on", [date.min, date(1, 12, 31), date(20, 2, 28), date(9990, 1, 1), date.max])
def test_bands_are_found_at_the_ends_of_the_calendar(on: date) -> None:
    """An absurd assessment date gives bands, never a crash."""
    under_30, none = parse_duration("30 years"), parse_duration("0 days")
    bands = age_bands(possible_births(AgeNotKnown(), on), [under_30, none], on)
    assert [band.is_under(under_30, on) for band in bands] == [True, True]
    assert [band.is_under(none, on) for band in bands] == [True, False]


def test_the_unborn_are_under_every_age() -> None:
    """Even under 0 days, which no child that is born is."""
    unborn, born_today = AgeBand(unborn=True, sample=None), AgeBand(unborn=False, sample=ON)
    for text in ("0 days", "1 day", "1 year"):
        assert unborn.is_under(parse_duration(text), ON)
    assert not born_today.is_under(parse_duration("0 days"), ON)
    assert born_today.is_under(parse_duration("1 day"), ON)


def test_a_first_birthday_ends_being_under_one() -> None:
    """Under 1 year on the day before the birthday, no longer on it."""
    baby = AgeBand(unborn=False, sample=date(2025, 11, 17))
    assert baby.is_under(parse_duration("1 year"), ON)
    assert not baby.is_under(parse_duration("1 year"), ON + A_DAY)


def test_bands_come_youngest_first_with_the_unborn_before_them() -> None:
    """Cuts at 1 and 18 years divide an unknown age in four."""
    bands = age_bands(possible_births(AgeNotKnown(), ON), [parse_duration("18 years"), parse_duration("1 year")], ON)
    one, eighteen = parse_duration("1 year"), parse_duration("18 years")
    assert [band.unborn for band in bands] == [True, False, False, False]
    assert [(band.is_under(one, ON), band.is_under(eighteen, ON)) for band in bands] == [
        (True, True),
        (True, True),
        (False, True),
        (False, False),
    ]


def test_bands_of_a_single_day_keep_to_that_day() -> None:
    """Cuts at 1, 2 and 3 days set apart the babies born today, yesterday and the day before."""
    cuts_by_day = [parse_duration(text) for text in ("1 day", "2 days", "3 days")]
    bands = age_bands(possible_births(parse_age("0 years"), ON), cuts_by_day, ON)
    assert [band.sample for band in bands[:3]] == [ON, ON - A_DAY, ON - 2 * A_DAY]
    assert [band.is_under(cuts_by_day[2], ON) for band in bands] == [True, True, True, False]


def test_a_cut_within_a_stated_age_divides_it() -> None:
    """A child of 8 years may be under 100 months or not."""
    cut = parse_duration("100 months")
    bands = age_bands(possible_births(parse_age("8 years"), ON), [cut], ON)
    assert [band.is_under(cut, ON) for band in bands] == [True, False]


@pytest.mark.parametrize("text", ["8 years", "9 years", "5 years"])
def test_a_cut_at_the_edge_of_a_stated_age_does_not_divide_it(text: str) -> None:
    """Every child of 8 years is on the same side of these."""
    assert len(age_bands(possible_births(parse_age("8 years"), ON), [parse_duration(text)], ON)) == 1


def test_without_cuts_only_the_unborn_stand_apart() -> None:
    """Born or not is a difference even where no age is."""
    assert [band.unborn for band in age_bands(possible_births(AgeNotKnown(), ON), [], ON)] == [True, False]
    assert age_bands(possible_births(Due(ON), ON), [], ON) == (AgeBand(unborn=True, sample=None),)


@pytest.mark.parametrize("text", ["4 hours", "3 working days", "at once"])
def test_a_cut_off_the_calendar_is_refused(text: str) -> None:
    """No child is under 3 working days."""
    with pytest.raises(ValueError, match="not counted on the calendar"):
        age_bands(possible_births(AgeNotKnown(), ON), [parse_duration(text)], ON)


@st.composite
def statements(draw: st.DrawFn) -> tuple[StatedAge, date]:
    """Anything a case may say of an age, with an assessment date that fits."""
    on = draw(assessment_dates)
    return draw(
        st.one_of(
            ages,
            st.just(AgeNotKnown()),
            st.builds(Born, st.integers(0, 9_400).map(lambda days: on - days * A_DAY)),
            st.builds(Due, st.integers(-28, 315).map(lambda days: on + days * A_DAY)),
        )
    ), on


@settings(max_examples=60, deadline=None)
@given(statements(), st.lists(cuts, max_size=4))
def test_bands_are_those_of_a_day_by_day_search(statement: tuple[StatedAge, date], at: list[Duration]) -> None:
    """As many bands as there are patterns of answers, in order of age, each with a birth date of its own."""
    stated, on = statement
    possible = possible_births(stated, on)
    patterns: list[tuple[bool, ...]] = []
    members: list[set[date | None]] = []
    if possible.unborn:
        patterns, members = [tuple(True for _ in at)], [{None}]
    born = [birth for birth in every_birth(on) if possible.births and within(possible.births, birth)]
    for number, birth in enumerate(reversed(born)):
        pattern = tuple(is_under(birth, cut, on) for cut in at)
        if number == 0 or patterns[-1] != pattern:
            patterns.append(pattern)
            members.append(set())
        members[-1].add(birth)
    bands = age_bands(possible, at, on)
    assert [tuple(band.is_under(cut, on) for cut in at) for band in bands] == patterns
    assert all(band.sample in births for band, births in zip(bands, members, strict=True))
    assert [band.unborn for band in bands] == [band.sample is None for band in bands]


def within(span: BirthSpan, birth: date) -> bool:
    """Whether the birth date lies in the span."""
    return span.earliest <= birth <= span.latest
