"""The row of seals: every certification at a glance."""

from recert_web.display import links
from recert_web.display.expiry import held_certification
from recert_web.display.numbers import ceu, sentence
from recert_web.display.shapes import Seal
from recert_web.display.status_words import chip, percent, shown_status, tone
from recert_web.domain.evaluation import Evaluation, Standing, Status
from recert_web.domain.member import HeldCertification, Member
from recert_web.domain.rules import RuleSet

SEAL_WORDS = {
    Status.NOT_REQUIRED: "Nothing due",
    Status.COMPLETE: "Complete",
    Status.EXPIRED: "Expired",
    Status.READY_TO_PAY: "Ready to pay",
}


def seals(
    evaluation: Evaluation | None, member: Member, rules: RuleSet, current_code: str = ""
) -> list[Seal]:
    """One seal for each certification that is judged in this cycle, in the record's order; none for None."""
    if evaluation is None:
        return []
    return [
        _seal(rules, evaluation, standing, held_certification(member, code), current=code == current_code)
        for code, standing in evaluation.standings.items()
    ]


def _seal(
    rules: RuleSet,
    evaluation: Evaluation,
    standing: Standing,
    held: HeldCertification | None,
    *,
    current: bool,
) -> Seal:
    status = shown_status(rules, standing, held, evaluation.as_of)
    amount = f"{ceu(standing.credited)} of {ceu(standing.required)}"
    words = sentence(chip(status, evaluation.window))
    if status in (Status.IN_PROGRESS, Status.READY_TO_PAY):
        words = f"{words} {amount} CEUs credited."
    return Seal(
        code=standing.code,
        href=links.overview(seal=standing.code, cycle=rules.name),
        small=SEAL_WORDS.get(status, amount),
        label=f"{standing.code}: {words}",
        tone=tone(status, evaluation.window),
        percent=percent(standing),
        current=current,
    )
