"""The status of a certification in a word or two, with its tone."""

from datetime import date

from recert_web.display.expiry import is_expired
from recert_web.display.numbers import day, days
from recert_web.domain.evaluation import Standing, Status, Window
from recert_web.domain.member import HeldCertification
from recert_web.domain.rules import RuleSet

CHIPS = {
    Status.NOT_REQUIRED: "Not required this cycle",
    Status.COMPLETE: "Recertification Complete",
    Status.EXPIRED: "Expired",
    Status.READY_TO_PAY: "Ready to pay",
    Status.IN_PROGRESS: "In progress",
}
TONES = {
    Status.NOT_REQUIRED: "plain",
    Status.COMPLETE: "good",
    Status.EXPIRED: "bad",
    Status.READY_TO_PAY: "warn",
    Status.IN_PROGRESS: "brand",
}


def shown_status(rules: RuleSet, standing: Standing, held: HeldCertification | None, today: date) -> Status:
    """The status that people see: an expiry by the organization goes before what is computed."""
    return Status.EXPIRED if is_expired(held, rules, today) else standing.status


def chip(status: Status, window: Window) -> str:
    """The status in words."""
    if window is Window.LATE and status in (Status.READY_TO_PAY, Status.IN_PROGRESS):
        return f"{CHIPS[status]}, late"
    return CHIPS[status]


def tone(status: Status, window: Window) -> str:
    """The tone of a status; what is late warns."""
    return "warn" if window is Window.LATE and status is Status.IN_PROGRESS else TONES[status]


def percent(standing: Standing) -> int:
    """How much of what is required is credited, from 0 to 100; 0 where nothing is."""
    if standing.required == 0:
        return 0
    return min(100, standing.credited * 100 // standing.required)


def days_left(rules: RuleSet, status: Status, today: date) -> str:
    """The days until the deadline that comes next, "" where none matters."""
    if status not in (Status.READY_TO_PAY, Status.IN_PROGRESS):
        return ""
    if today < rules.starts:
        return f"Starts on {day(rules.starts)}"
    late = today > rules.ends
    left = ((rules.late_until if late else rules.ends) - today).days
    if left == 0:
        return "Last day of the late window" if late else "Last day"
    return f"{days(left)} left" + (" in the late window" if late else "")
