"""Which cycle an entry belongs to, and which a member sees."""

from datetime import date

import pytest

from recert_web.domain.claim import ClaimFault, FaultCode
from recert_web.domain.cycle_choice import (
    certifications_in,
    current_cycle,
    cycle_for,
    cycle_shown_first,
    cycles_of,
    expired_in,
    held_in,
    shown_with,
)
from recert_web.domain.member import ExpiredCause, HeldCertification
from recert_web.domain.rules import RuleSet
from recert_web.rulebook.loader import rule_sets

RULE_SETS = rule_sets()
FIRST, SECOND, THIRD = RULE_SETS
LATE = date(2021, 1, 15)


def held(
    code: str, certified_on: date, expires_on: date = date(2020, 12, 31), expired_on: date | None = None
) -> HeldCertification:
    cause = ExpiredCause.REQUIREMENTS if expired_on else None
    return HeldCertification(code, f"{code}-1", certified_on, expires_on, None, expired_on, cause)


def chosen(day: date, today: date, cycles: tuple[RuleSet, ...] = RULE_SETS) -> str:
    found = cycle_for(RULE_SETS, cycles, day, today)
    return found.key if isinstance(found, RuleSet) else found.code


@pytest.mark.parametrize(
    ("day", "today", "expected"),
    [
        (date(2018, 1, 1), date(2020, 11, 1), FIRST.key),
        (date(2020, 12, 31), LATE, FIRST.key),
        (date(2021, 1, 1), LATE, SECOND.key),
        (date(2020, 12, 31), date(2021, 1, 31), FIRST.key),
        (date(2020, 12, 31), date(2021, 2, 1), FaultCode.CYCLE_CLOSED),
        (date(2017, 12, 31), date(2020, 11, 1), FaultCode.CYCLE_CLOSED),
        (date(2021, 6, 1), date(2020, 11, 1), FIRST.key),
        (date(9999, 12, 31), date(2026, 11, 23), THIRD.key),
        (date(2019, 3, 1), date(2026, 11, 23), FaultCode.CYCLE_CLOSED),
        (date(2027, 1, 10), date(2027, 1, 15), THIRD.key),
        (date(2026, 12, 31), date(2027, 2, 1), FaultCode.CYCLE_CLOSED),
    ],
)
def test_an_entry_goes_where_its_day_may_still_be_reported(day: date, today: date, expected: str) -> None:
    cycles = tuple(rules for rules in RULE_SETS if rules.starts <= today)
    assert chosen(day, today, cycles) == expected


def test_a_closed_cycle_is_refused_with_the_first_day_that_can_be_reported() -> None:
    fault = cycle_for(RULE_SETS, RULE_SETS, date(2020, 5, 1), date(2026, 11, 23))
    assert isinstance(fault, ClaimFault)
    assert (fault.field, fault.figures) == ("completed_on", {"first_day": THIRD.starts})


def test_a_day_in_an_open_cycle_that_the_member_does_not_have_goes_to_the_current_one() -> None:
    assert chosen(date(2020, 12, 30), LATE, (SECOND,)) == SECOND.key


def test_who_has_no_open_cycle_cannot_enter() -> None:
    fault = cycle_for(RULE_SETS, (FIRST,), date(2026, 5, 1), date(2026, 11, 23))
    assert isinstance(fault, ClaimFault)
    assert fault.figures == {}


def test_a_certification_stands_in_the_cycles_it_lived_in() -> None:
    lived = held("CSCS", date(2019, 6, 1), expired_on=date(2021, 2, 1))
    assert [held_in(rules, lived) for rules in RULE_SETS] == [True, False, False]
    living = held("CSCS", date(2021, 6, 1), date(2026, 12, 31))
    assert [held_in(rules, living) for rules in RULE_SETS] == [False, True, True]


def test_a_certification_unknown_to_a_cycle_does_not_stand_in_it() -> None:
    assert [held_in(rules, held("CPSS", date(2017, 1, 1))) for rules in RULE_SETS] == [False, True, True]


def test_one_earned_again_stands_once_as_the_living_one() -> None:
    lost = held("CSCS", date(2012, 1, 1), expired_on=date(2020, 3, 1))
    again = held("CSCS", date(2020, 5, 1))
    other = held("TSAC-F", date(2015, 1, 1))
    assert certifications_in(FIRST, (lost, again, other)) == (other, again)
    assert certifications_in(FIRST, (again, lost)) == (again,)


def test_shown_are_those_of_the_cycle_and_of_other_codes_the_last() -> None:
    lost = held("CSCS", date(2012, 1, 1), expired_on=date(2020, 3, 1))
    again = held("CSCS", date(2021, 5, 1))
    older, newer = held("TSAC-F", date(2010, 1, 1)), held("TSAC-F", date(2015, 1, 1))
    every = (older, lost, newer, again)
    assert shown_with((lost,), every) == (lost, newer)
    assert shown_with((), every) == (newer, again)


def test_members_have_the_cycles_begun_in_which_they_hold_something() -> None:
    living = (held("CSCS", date(2019, 6, 1)),)
    assert cycles_of(RULE_SETS, living, date(2020, 11, 1)) == (FIRST,)
    assert cycles_of(RULE_SETS, living, LATE) == (FIRST, SECOND)
    assert cycles_of(RULE_SETS, (held("CSCS", date(2022, 6, 1)),), date(2026, 11, 23)) == (SECOND, THIRD)
    assert cycles_of(RULE_SETS, (), date(2026, 11, 23)) == ()


def test_the_current_cycle_is_the_newest_open_one() -> None:
    assert current_cycle(RULE_SETS, LATE) is SECOND
    assert current_cycle((FIRST,), LATE) is FIRST
    assert current_cycle((FIRST,), date(2021, 2, 1)) is None


def test_in_the_late_window_the_closing_cycle_is_shown_while_it_is_unfinished() -> None:
    both = (FIRST, SECOND)
    assert cycle_shown_first(both, LATE, lambda rules: True) is FIRST
    assert cycle_shown_first(both, LATE, lambda rules: False) is SECOND
    assert cycle_shown_first(both, date(2021, 2, 1), lambda rules: True) is SECOND
    assert cycle_shown_first((), LATE, lambda rules: True) is None


def test_an_expiry_shows_in_its_cycle_and_the_one_of_the_old_date_and_in_no_earlier_one() -> None:
    held = HeldCertification(
        "CSCS",
        "C-1",
        date(2015, 5, 1),
        date(2023, 12, 31),
        expired_on=date(2024, 2, 1),
        expired_cause=ExpiredCause.REQUIREMENTS,
    )
    today = date(2026, 11, 23)
    shown = [rules.name for rules in rule_sets() if expired_in(rules, held, today)]
    assert shown == ["2021-2023", "2024-2026"]
    assert not any(expired_in(rules, held, date(2024, 1, 31)) for rules in rule_sets())
