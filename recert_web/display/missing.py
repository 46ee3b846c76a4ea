"""What is not ready to be paid, and what it lacks."""

from datetime import date

from recert_web.display import links
from recert_web.display.room import what_it_lacks
from recert_web.display.shapes import LeftLine
from recert_web.display.status_words import shown_status
from recert_web.domain.evaluation import Evaluation, Standing, Status
from recert_web.domain.member import Member
from recert_web.domain.rules import RuleSet


def missing_lines(rules: RuleSet, evaluation: Evaluation, member: Member, today: date) -> list[LeftLine]:
    """A line for each certification whose fee cannot be taken, with its way on."""
    held = {one.code: one for one in member.certifications}
    lines = (
        _line(rules, standing, shown_status(rules, standing, held.get(code), today))
        for code, standing in evaluation.standings.items()
    )
    return [line for line in lines if line is not None]


def _line(rules: RuleSet, standing: Standing, status: Status) -> LeftLine | None:
    code = standing.code
    match status:
        case Status.EXPIRED:
            why = links.overview(seal=code, cycle=rules.name)
            return LeftLine(f"{code} expired, so its fee cannot be paid", "", "See why", why)
        case Status.IN_PROGRESS:
            return LeftLine(f"{code} needs {what_it_lacks(standing)}", "", "Report", links.report())
        case Status.NOT_REQUIRED:
            return LeftLine(f"{code} needs nothing this cycle", "No CEUs and no fee are due.")
        case _:
            return None
