"""The day that is computed from."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

from recert_web import clock


def test_a_set_day_is_today(setting: Callable[..., None]) -> None:
    setting(RECERT_TODAY="2020-11-01")
    assert clock.today() == date(2020, 11, 1)


def test_a_set_day_does_not_move_the_instant(setting: Callable[..., None]) -> None:
    setting(RECERT_TODAY="2020-11-01")
    assert clock.now() - datetime.now(UTC) < timedelta(seconds=5)
    assert clock.now().year > 2020


def test_without_one_the_day_is_the_one_where_the_deadlines_fall() -> None:
    assert clock.today() in {clock.day_of(datetime.now(UTC) + timedelta(seconds=s)) for s in (-5, 0)}
    assert clock.day_of(datetime(2027, 1, 1, 6, 59, tzinfo=UTC)) == date(2026, 12, 31)
    assert clock.day_of(datetime(2027, 1, 1, 7, 0, tzinfo=UTC)) == date(2027, 1, 1)
    assert clock.day_of(datetime(2026, 7, 1, 5, 59, tzinfo=UTC)) == date(2026, 6, 30)  # summer time
