"""Members as staff find them."""

from datetime import date

from recert_web.display.expiry import held_certification
from recert_web.display.numbers import cycle_name, day
from recert_web.display.shapes import MemberRow, Result
from recert_web.display.stand import stand
from recert_web.domain.evaluation import Evaluation
from recert_web.domain.member import Member
from recert_web.domain.rules import RuleSet
from recert_web.wording import say_count


def member_row(rules: RuleSet, evaluation: Evaluation | None, member: Member, today: date) -> MemberRow:
    """One member with the status of each certification in the cycle shown."""
    codes = evaluation.standings if evaluation else ()
    return MemberRow(
        id=str(member.person_id),
        name=member.name,
        membership=_membership(member, today),
        cycle=cycle_name(rules.name),
        results=[_result(rules, evaluation, member, code, today) for code in codes] if evaluation else [],
    )


def _result(rules: RuleSet, evaluation: Evaluation, member: Member, code: str, today: date) -> Result:
    shown = stand(rules, evaluation, code, today, held_certification(member, code))
    figures = f"{shown.figure} {shown.figure_rest}" if shown.figure else ""
    return Result(code=code, chip=shown.chip, tone=shown.tone, short=figures)


def _membership(member: Member, today: date) -> str:
    until = member.membership_until
    if until is None:
        return "No NSCA membership on record"
    return f"NSCA member until {day(until)}" if until >= today else f"NSCA membership ended {day(until)}"


def found_words(count: int, text: str) -> str:
    """What a search found."""
    if text.strip():
        return say_count(
            count,
            '{count} member found for "{text}".',
            '{count} members found for "{text}".',
            text=text.strip(),
        )
    return say_count(
        count,
        "{count} member, by name. Search to find others.",
        "{count} members, by name. Search to find others.",
    )
