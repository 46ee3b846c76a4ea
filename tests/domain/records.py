"""Short ways to write records in tests. A CSCS of 2016 in the cycle 2018-2020 unless told otherwise."""

from datetime import date

from recert_web.domain.evaluate import evaluate
from recert_web.domain.evaluation import ActivityTrace, Evaluation, Reason, Standing
from recert_web.domain.record import Activity, Certification, EntrySource, Payment, PaymentKind, Record
from recert_web.rulebook.loader import rule_set

CYCLE = "nsca-2018-2020"
HELD = (Certification("CSCS", date(2016, 4, 9)),)
NOVEMBER = date(2020, 11, 1)


def day(text: str) -> date:
    return date.fromisoformat(text)


def event(activity_id: str, completed_on: str, hours: int = 10, **more: object) -> Activity:
    """An event of somebody else's, 0.1 CEU an hour."""
    return activity(activity_id, "event_other", completed_on, quantity=hours * 100, **more)


def activity(activity_id: str, key: str, completed_on: str, **more: object) -> Activity:
    return Activity(activity_id, key, day(completed_on), **more)  # type: ignore[arg-type]


def record(
    *activities: Activity,
    held: tuple[Certification, ...] = HELD,
    as_of: date = NOVEMBER,
    payments: tuple[Payment, ...] = (),
    member: bool = True,
    cycle: str = CYCLE,
) -> Record:
    return Record(cycle, as_of, held, member, activities, payments)


def evaluated(one: Record) -> Evaluation:
    return evaluate(rule_set(one.rule_set), one)


def standing(one: Record, code: str = "CSCS") -> Standing:
    return evaluated(one).standings[code]


def trace(one: Record, activity_id: str = "a", code: str = "CSCS") -> ActivityTrace:
    return standing(one, code).activities[activity_id]


def reasons(one: Record, activity_id: str = "a", code: str = "CSCS") -> tuple[Reason, ...]:
    return tuple(found.reason for found in trace(one, activity_id, code).reasons)


def paid(on: str, code: str | None = "CSCS", refunded: str | None = None) -> Payment:
    kind = PaymentKind.RECERTIFICATION if code else PaymentKind.LATE
    return Payment(kind, day(on), code, day(refunded) if refunded else None)


def enough() -> tuple[Activity, ...]:
    """Exactly the 6.0 CEUs of the first tier, from categories A and C."""
    events = [event(f"e{year}", f"{year}-05-01", 20) for year in (2018, 2019)]
    return (*events, event("e2020", "2020-05-01", 15), activity("f", "first_aid", "2019-05-01"))


STAFF = EntrySource.STAFF
