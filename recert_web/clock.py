"""The only clock: the day that is computed from, and the instant that is written down."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from recert_web.rulebook.loader import rule_sets
from recert_web.settings import settings


def today() -> date:
    """The day everything is computed from: RECERT_TODAY, or the day in the newest rule set's time zone."""
    return settings().today or day_of(now())


def now() -> datetime:
    """The real instant, in UTC. RECERT_TODAY does not move it: sessions and the trail go by real time."""
    return datetime.now(UTC)


def day_of(instant: datetime) -> date:
    """The day of an instant in the newest rule set's time zone."""
    return instant.astimezone(ZoneInfo(rule_sets()[-1].time_zone)).date()
