"""The row of seals, on every page of a member."""

import reflex as rx

from recert_web import clock, work
from recert_web.display import overview as words, shapes
from recert_web.domain import evaluation, member, rules as rulebook
from recert_web.services import policy, standing as standings
from recert_web.state import addresses


class SealsState(rx.State):
    """All certifications of the member at a glance."""

    seals: list[shapes.Seal] = []
    cycles: list[shapes.CycleLink] = []

    _member: member.Member | None = None
    _code: str = ""

    def _show(self, standing: standings.MemberStanding, code: str) -> None:
        self._member, self._code = standing.member, code
        self.seals = words.seals(standing.evaluation, standing.member, standing.rules, code)
        self.cycles = words.cycle_links(standing.cycles, standing.rules.key, code, clock.today())

    def _move(self, rules: rulebook.RuleSet, judged: evaluation.Evaluation) -> None:
        if self._member is not None:
            self._code = self._code if self._code in judged.standings else next(iter(judged.standings), "")
            self.seals = words.seals(judged, self._member, rules, self._code)


async def load_standing(state: rx.State, actor: policy.Actor) -> tuple[standings.MemberStanding, str]:
    """The member's standing in the cycle the address asks for, and the certification it asks for.

    A seal or cycle the member does not have falls back to the first one; the seals are shown on the way.
    """
    query = addresses.asked(state)
    standing = await work.read(
        standings.read_standing, actor, actor.person_id, query.get("cycle", ""), clock.today()
    )
    code = chosen_code(standing, query.get("seal", ""))
    await show_seals(state, standing, code)
    return standing, code


async def show_seals(state: rx.State, standing: standings.MemberStanding, code: str) -> None:
    """Puts the member's certifications into the row of seals."""
    (await state.get_state(SealsState))._show(standing, code)


def chosen_code(standing: standings.MemberStanding, wanted: str) -> str:
    """The certification asked for where it stands in the cycle, else the first that does, else ""."""
    judged = standing.evaluation.standings if standing.evaluation else {}
    return wanted if wanted in judged else next(iter(judged), "")
